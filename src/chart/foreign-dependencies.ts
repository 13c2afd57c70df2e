import { posix } from 'node:path'
import { stringify } from 'yaml'
import type { Dependency, LockEntry } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import type { ChartSettings, DependencySettings } from '../model/settings.ts'
import type { Files, Helm } from '../platform/platform.ts'
import type { ExportedChart } from './export.ts'
import { lockDigest, lockEntriesFor } from './lock.ts'
import { isPrivateHost } from './private-host.ts'
import type { ChartSource } from './source.ts'

/** Schemes that Helm itself speaks; any other would run a plugin. `file://` is a chart of this repository. */
const SCHEMES = ['https', 'oci']
const MAX_NAMED = 5

/** Dependencies that Helm must fetch: not in this repository, not vendored in the chart's own folder. */
export function foreignOf(chart: ChartSource): readonly Dependency[] {
  return lockedForeign(chart).map(({ dependency }) => dependency)
}

/** A dependency that Helm must fetch, with what the lock says of it. */
export interface LockedDependency {
  readonly dependency: Dependency
  readonly entry: LockEntry | undefined
}

/** As `foreignOf`, with the lock's entry of each. */
export function lockedForeign(chart: ChartSource): readonly LockedDependency[] {
  const local = new Set(chart.local.map((one) => one.index))
  const entries = chart.lock ? lockEntriesFor(chart.dependencies, chart.lock) : []
  return chart.dependencies
    .map((dependency, index) => ({ dependency, entry: entries[index], isLocal: local.has(index) }))
    .filter((one) => !one.isLocal && one.dependency.repository !== '' && !isVendored(chart, one))
}

function isVendored(chart: ChartSource, { dependency, entry }: LockedDependency): boolean {
  const archive = entry && `charts/${dependency.name}-${entry.version}.tgz`
  return chart.files.some((file) => file.path === `charts/${dependency.name}/Chart.yaml` || file.path === archive)
}

/** Fails with `DEPENDENCY_REFUSED` or `DEPENDENCY_UNLOCKED` where a foreign dependency may not be fetched. */
export function checkForeign(chart: ChartSource, settings: DependencySettings, own: ChartSettings): void {
  for (const dependency of foreignOf(chart)) {
    const at = { file: chart.dependencyFile.file, line: dependency.line }
    const refusal = refusalOf(dependency.repository, settings)
    if (refusal)
      throw new ReleaseError(
        'DEPENDENCY_REFUSED',
        `${dependency.name} comes from ${shown(dependency.repository)}: ${refusal.why}.`,
        { hint: refusal.hint, at },
      )
    if (!chart.lock && own.unlocked !== 'allow') {
      throw new ReleaseError(
        'DEPENDENCY_UNLOCKED',
        `${chart.manifest.name} depends on ${dependency.name} ${dependency.version} from ${shown(dependency.repository)}, but has no lock.`,
        {
          hint: `Run \`helm dependency update ${chart.path}\` and commit the lock, or set \`unlocked: allow\` for this chart in the config file.`,
          at,
        },
      )
    }
  }
}

/** Whether every foreign dependency of a chart may be fetched; what is refused is never asked, not even for its index. */
export function mayFetch(chart: ChartSource, settings: DependencySettings, own: ChartSettings): boolean {
  try {
    checkForeign(chart, settings, own)
    return true
  } catch {
    return false
  }
}

/** An address without a user name and password. */
function shown(repository: string): string {
  return repository.replace(/\/\/[^/]*@/, '//***@')
}

function refusalOf(repository: string, { schemes, privateHosts }: DependencySettings) {
  if (/^(@|alias:)/.test(repository)) return undefined
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(repository)?.[1]?.toLowerCase()
  if (scheme === undefined || ![...SCHEMES, ...schemes].includes(scheme)) {
    const hint = `Use https:// or oci://, or allow it with \`dependencies: { schemes: [${scheme ?? '…'}] }\` in the config file.`
    return { why: `${scheme === undefined ? 'it has no scheme' : `the scheme ${scheme}:// is not allowed`}`, hint }
  }
  const url = repository.replace(/^[^:]+:/, 'https:')
  if (!URL.canParse(url)) return { why: 'that is no address', hint: 'Write it as `https://host/path`.' }
  const { host, hostname } = new URL(url)
  if (!isPrivateHost(hostname) || [host, hostname].some((one) => privateHosts.includes(one))) return undefined
  return {
    why: `${host} is a private address`,
    hint: `If that is meant, allow it with \`dependencies: { private-hosts: ["${host}"] }\` in the config file.`,
  }
}

/**
 * Lets Helm fetch a chart's foreign dependencies by the lock, in a scratch chart that holds nothing else, and puts the
 * archives into the chart's `charts/`. The repositories' indexes were refreshed before. Fails with `DEPENDENCY_FAILED`.
 */
export async function fetchForeign(
  { helm, files }: { readonly helm: Helm; readonly files: Files },
  { chart, folder }: ExportedChart,
  refreshed: ReadonlyMap<string, string | undefined>,
): Promise<void> {
  const found = lockedForeign(chart)
  const foreign = found.map(({ dependency }) => dependency)
  if (foreign.length === 0) return
  const broken = found.find(({ dependency }) => refreshed.get(dependency.repository) !== undefined)
  if (broken) throw fetchFailed(chart, [broken], refreshed.get(broken.dependency.repository) ?? '')
  const scratch = await files.temporaryFolder('dependencies')
  await files.write(posix.join(scratch, 'Chart.yaml'), scratchChart(foreign))
  const locked = found.flatMap(({ entry }) => entry ?? [])
  if (chart.lock) await files.write(posix.join(scratch, 'Chart.lock'), scratchLock(foreign, locked))
  const failed = await helm.buildDependencies(scratch)
  if (failed !== undefined) throw fetchFailed(chart, found, failed)
  await files.makeFolder(posix.join(folder, 'charts'))
  for (const name of await files.list(posix.join(scratch, 'charts'))) {
    await files.rename(posix.join(scratch, 'charts', name), posix.join(folder, 'charts', name))
  }
}

/** The alias tells two dependencies of one name apart; Helm refuses them without. */
function bareFields({ name, version, repository, alias }: Dependency) {
  return { name, version, repository, ...(alias !== undefined && { alias }) }
}

function scratchChart(foreign: readonly Dependency[]): string {
  const dependencies = foreign.map(bareFields)
  return stringify({ apiVersion: 'v2', name: 'dependencies', version: '0.0.0', dependencies })
}

function scratchLock(foreign: readonly Dependency[], locked: readonly LockEntry[]): string {
  const asFields = foreign.map((one) => ({ fields: bareFields(one) }))
  const dependencies = locked.map(({ name, version, repository }) => ({ name, repository, version }))
  return stringify({ dependencies, digest: lockDigest(asFields, locked), generated: '2000-01-01T00:00:00Z' })
}

/** Helm does not always say which dependency it means, so all that were asked for are named. */
function fetchFailed(
  { manifest, dependencyFile }: ChartSource,
  asked: readonly LockedDependency[],
  said: string,
): ReleaseError {
  const meant = asked.find(({ dependency }) => said.includes(dependency.name)) ?? asked[0]
  const named = asked.map(
    ({ dependency: { name, version, repository }, entry }) =>
      `${name} ${entry?.version ?? version} from ${shown(repository)}`,
  )
  const more = named.length > MAX_NAMED ? ` and ${named.length - MAX_NAMED} more` : ''
  return new ReleaseError(
    'DEPENDENCY_FAILED',
    `${manifest.name} needs ${named.slice(0, MAX_NAMED).join(', ')}${more}, and Helm could not fetch that: ${said}`,
    {
      hint: 'Check that the repository can be reached from here and holds the locked version.',
      at: { file: dependencyFile.file, ...(meant && { line: meant.dependency.line }) },
    },
  )
}
