import type { ChartSettings, DependencySettings } from '../../model/settings.ts'
import { repositoryNamed } from '../table/chart-repository.ts'
import { type Problems, parseGiven } from '../table/given-value.ts'
import { folderGlob, host, list, type Parser, type Raw } from '../table/parse.ts'
import { appVersion, bumpSetting } from '../table/release-values.ts'
import type { ReadConfig } from './config.ts'

/** The settings of single charts in the config file, by chart name or folder (without leading `./` and trailing `/`). */
export function perChartSettings(read: ReadConfig, problems: Problems): Readonly<Record<string, ChartSettings>> {
  const entries = Object.entries(read.config.charts ?? {}).map(([key, chart]) => {
    const parsed = <T>(name: string, raw: Raw | undefined, parse: Parser<T>): T | undefined =>
      raw === undefined ? undefined : parseAt(read, ['charts', key, name], raw, { parse, problems })
    const settings = {
      bump: parsed('bump', chart.bump, bumpSetting),
      zeroMajor: chart['zero-major'],
      appVersion: parsed('app-version', chart['app-version'], appVersion),
      appPaths: parsed('app-paths', chart['app-paths'], list(folderGlob)),
      unlocked: chart.unlocked,
      at: read.keyAt(['charts', key]),
    }
    return [key.replace(/^(\.\/)+(?=.)/, '').replace(/(?<=.)\/+$/, ''), withoutUndefined(settings)] as const
  })
  return Object.fromEntries(entries)
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
