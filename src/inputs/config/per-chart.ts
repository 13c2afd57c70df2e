import { type Location, placeText, ReleaseError } from '../../model/errors.ts'
import type { ChartSettings, DependencySettings, GivenSetting } from '../../model/settings.ts'
import { repositoryNamed } from '../table/chart-repository.ts'
import { type Problems, parseGiven } from '../table/given-value.ts'
import { kubeVersion, valuesGlob } from '../table/lint-inputs.ts'
import { fileInChart } from '../table/notes-inputs.ts'
import { folderGlob, host, list, type Parser, type Raw } from '../table/parse.ts'
import { releaseInputs } from '../table/release-inputs.ts'
import { appVersion, bumpSetting } from '../table/release-values.ts'
import type { ReadConfig } from './config.ts'

/**
 * The settings of single charts in the config file, by chart name, folder or glob (without leading `./` and trailing `/`).
 * Which charts they mean is known when these are read: `chartSettings`.
 */
export function perChartSettings(read: ReadConfig, problems: Problems): Readonly<Record<string, ChartSettings>> {
  const entries = new Map<string, ChartSettings>()
  for (const [written, chart] of Object.entries(read.config.charts ?? {})) {
    const key = chartKey(written, read, problems)
    const parsed = <T>(name: string, raw: Raw | undefined, parse: Parser<T>): T | undefined =>
      raw === undefined ? undefined : parseAt(read, ['charts', written, name], raw, { parse, problems })
    const settings = {
      bump: parsed('bump', chart.bump, bumpSetting),
      zeroMajor: chart['zero-major'],
      appVersion: parsed('app-version', chart['app-version'], appVersion),
      appPaths: parsed('app-paths', chart['app-paths'], list(folderGlob)),
      unlocked: chart.unlocked,
      lint: chart.lint,
      lintValues: parsed('lint-values', chart['lint-values'], list(valuesGlob)),
      lintValuesAt: chart['lint-values'] && read.at(['charts', written, 'lint-values']),
      kubeVersion: parsed('kube-version', chart['kube-version'], kubeVersion),
      undeclaredSubcharts: chart['undeclared-subcharts'],
      targets: parsed('targets', chart.targets, releaseInputs.targets.parse),
      tagTemplate: parsed('tag-template', chart['tag-template'], releaseInputs['tag-template'].parse),
      sign: chart.sign,
      releaseNotes: parsed('release-notes', chart['release-notes'], orNothing(releaseInputs['release-notes'].parse)),
      releaseNotesFile: parsed('release-notes-file', chart['release-notes-file'], fileInChart),
      at: read.keyAt(['charts', written]),
      given: givenIn(chart, (name) => read.at(['charts', written, name])),
    }
    const before = entries.get(key)?.at
    if (before !== undefined) problems.add(namedTwice(key, before, settings.at))
    entries.set(key, withoutUndefined(settings))
  }
  return Object.fromEntries(entries)
}

function chartKey(written: string, read: ReadConfig, problems: Problems): string {
  const key = written.replace(/^(\.\/)+(?=.)/, '').replace(/(?<=.)\/+$/, '')
  const origin = { source: 'config', name: `charts.${written}`, at: read.keyAt(['charts', written]) } as const
  parseGiven({ raw: written, origin }, { parse: folderGlob }, problems)
  return key
}

function namedTwice(key: string, before: Location, at: Location): ReleaseError {
  const message = `\`charts\` in the config file names ${key} twice: at ${placeText(before)} and at ${placeText(at)}.`
  return new ReleaseError('CONFIG_CHARTS_CONFLICT', message, { hint: 'Put both into one entry.', at })
}

function givenIn(chart: object, at: (name: string) => Location): Readonly<Record<string, GivenSetting>> {
  const given = Object.entries(chart).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, { value: valueText(value), at: at(name) }]))
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** An empty list is a choice, too, where the list of the run is not empty. */
function orNothing<T>(parse: Parser<readonly T[]>): Parser<readonly T[]> {
  return (raw) => (Array.isArray(raw) && raw.length === 0 ? { value: [] } : parse(raw))
}

export function dependencySettings(read: ReadConfig, problems: Problems): DependencySettings {
  const { schemes = [], 'private-hosts': hosts = [], repositories } = read.config.dependencies ?? {}
  const path = ['dependencies', 'private-hosts']
  const privateHosts = hosts.length === 0 ? [] : (parseAt(read, path, hosts, { parse: list(host), problems }) ?? [])
  if (repositories === undefined) return { schemes, privateHosts }
  const named = Object.entries(repositories).flatMap(([name, url]) => {
    const parse = repositoryNamed(name)
    const address = parseAt(read, ['dependencies', 'repositories', name], url, { parse, problems })
    return address === undefined ? [] : [[name, address] as const]
  })
  return { schemes, privateHosts, repositories: new Map(named) }
}

function parseAt<T>(
  read: ReadConfig,
  path: readonly string[],
  raw: Raw,
  { parse, problems }: { readonly parse: Parser<T>; readonly problems: Problems },
): T | undefined {
  return parseGiven({ raw, origin: { source: 'config', name: path.join('.'), at: read.at(path) } }, { parse }, problems)
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Defined<T>
}
