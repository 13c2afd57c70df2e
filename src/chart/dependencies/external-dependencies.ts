import type { Dependency, LockEntry, ResolvedChart } from '../../model/chart.ts'
import { asReleaseError, type Location, ReleaseError } from '../../model/errors.ts'
import { looksPrivate } from '../../model/http/hosts.ts'
import type { ChartSettings, DependencySettings } from '../../model/settings.ts'
import { digestOf } from '../archive/digest.ts'
import { compareHelmVersions, readHelmVersion } from '../manifest/helm-version.ts'
import { lockEntriesFor } from '../manifest/lock.ts'
import { nameProblem } from '../manifest/name.ts'
import { FILE_SCHEME } from '../source/local-dependencies.ts'
import type { ChartSource } from '../source/source.ts'
import type { FetchDependency } from './fetch-dependency.ts'
import { chartIn, type VendoredChart, vendoredPaths } from './vendored.ts'

/** Helm's own schemes; any other would belong to a plugin. `file://` is a chart of this repository. */
const SCHEMES = ['https', 'oci']

/** Dependencies that must be fetched: not in this repository, not vendored in the chart's own folder. */
export function externalDependencies(chart: ChartSource): readonly Dependency[] {
  return lockedExternal(chart).map(({ dependency }) => dependency)
}

/** A dependency that must be fetched, with its lock entry. */
export interface LockedDependency {
  readonly dependency: Dependency
  readonly entry: LockEntry | undefined
}

/**
 * Like `externalDependencies`, with the lock entry of each. If `vendored` is given, vendored charts are matched by the
 * names in their Chart.yaml.
 */
export function lockedExternal(chart: ChartSource, vendored?: readonly VendoredChart[]): readonly LockedDependency[] {
  const local = new Set(chart.local.map((one) => one.index))
  const entries = chart.lock ? lockEntriesFor(chart.dependencies, chart.lock) : []
  return chart.dependencies
    .map((dependency, index) => ({ dependency, entry: entries[index], isLocal: local.has(index) }))
    .filter((one) => !one.isLocal && one.dependency.repository !== '' && !isVendored(chart, one, vendored))
}

function isVendored(
  chart: ChartSource,
  { dependency, entry }: LockedDependency,
  vendored: readonly VendoredChart[] | undefined,
): boolean {
  if (vendored) return vendored.some(({ name }) => name === dependency.name)
  // A `file://` dependency that is not local has a copy, at least by name.
  if (dependency.repository.startsWith(FILE_SCHEME)) return true
  const places = vendoredPaths(dependency.name, entry?.version)
  return chart.files.some(({ path }) => places.includes(path) || path === `${places[0]}/Chart.yaml`)
}

/** Fails with `DEPENDENCY_REFUSED` or `DEPENDENCY_UNLOCKED` if an external dependency must not be fetched. */
export function checkExternal(
  chart: ChartSource,
  vendored: readonly VendoredChart[],
  settings: DependencySettings,
  own: ChartSettings,
): void {
  for (const { dependency } of lockedExternal(chart, vendored)) {
    const at = { file: chart.dependencyFile.file, line: dependency.line }
    if (dependency.repository.startsWith(FILE_SCHEME)) throw noCopy(chart, dependency, at)
    const refusal = refusalOf(dependency.repository, settings)
    if (refusal)
      throw new ReleaseError(
        'DEPENDENCY_REFUSED',
        `${dependency.name} comes from ${withoutLogin(dependency.repository)}: ${refusal.why}.`,
        { hint: refusal.hint, at },
      )
    if (!chart.lock && own.unlocked !== 'allow') {
      throw new ReleaseError(
        'DEPENDENCY_UNLOCKED',
        `${chart.manifest.name} depends on ${dependency.name} ${dependency.version} from ${withoutLogin(dependency.repository)}, but has no lock.`,
        {
          hint: `Run \`helm dependency update ${chart.path}\` and commit the lock, or set \`unlocked: allow\` for this chart in the config file.`,
          at,
        },
      )
    }
  }
}

/** A `file://` dependency that does not lead to a chart here, and of which charts/ has no copy. */
function noCopy({ manifest }: ChartSource, { name, repository }: Dependency, at: Location): ReleaseError {
  const message = `${repository} leads to no chart of this repository, and nothing in charts/ of ${manifest.name} is ${name}.`
  return new ReleaseError('DEPENDENCY_MISSING', message, { hint: 'Commit the chart there, or correct the path.', at })
}

/** An address without user name and password. */
function withoutLogin(repository: string): string {
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
  if (!looksPrivate(hostname) || [host, hostname].some((one) => privateHosts.includes(one))) return undefined
  return {
    why: `${host} is a private address`,
    hint: `If that is meant, allow it with \`dependencies: { private-hosts: ["${host}"] }\` in the config file.`,
  }
}

/** A dependency with the archive for `charts/`. */
export interface Placed {
  readonly dependency: Dependency
  readonly version: string
  readonly archive: Uint8Array
}

/**
 * Fetches a chart's external dependencies, by its lock if it has one. Fails with `DEPENDENCY_FAILED`, and with
 * `DEPENDENCY_REFUSED` if an address turned out to be private.
 */
export async function fetchExternal(
  fetch: FetchDependency,
  chart: ChartSource,
  vendored: readonly VendoredChart[],
): Promise<readonly Placed[]> {
  return Promise.all(lockedExternal(chart, vendored).map((one) => fetchOne(fetch, chart, one)))
}

/** What is recorded of a fetched dependency. */
export function resolvedChart({ dependency: { name, repository }, version, archive }: Placed): ResolvedChart {
  return { name, version, repository: withoutLogin(repository), digest: digestOf(archive) }
}

async function fetchOne(
  fetch: FetchDependency,
  chart: ChartSource,
  { dependency, entry }: LockedDependency,
): Promise<Placed> {
  const { name, repository, version: constraint } = dependency
  try {
    const problem = nameProblem(name)
    if (problem) throw new ReleaseError('DEPENDENCY_FAILED', `the name ${JSON.stringify(name)} ${problem}`)
    const { version, archive } = await fetch({ name, repository, version: entry?.version, constraint })
    refuseOther(chartIn(archive), { name, version })
    return { dependency, version, archive }
  } catch (thrown) {
    throw fetchFailed(chart, { dependency, entry }, asReleaseError(thrown))
  }
}

/** An index or a tag may be wrong about its archive; Helm would package it anyway. */
function refuseOther(inside: { readonly name: string; readonly version: string }, wanted: typeof inside): void {
  const [one, other] = [inside.version, wanted.version].map(readHelmVersion)
  const isVersion = inside.version === wanted.version || (one && other && compareHelmVersions(one, other) === 0)
  if (inside.name === wanted.name && isVersion) return
  throw new ReleaseError('DEPENDENCY_FAILED', `its archive is ${inside.name} ${inside.version} by its own Chart.yaml`)
}

function fetchFailed(
  { manifest, dependencyFile }: ChartSource,
  { dependency, entry }: LockedDependency,
  cause: ReleaseError,
) {
  if (cause.kind === 'bug') return cause
  const { name, version, repository, line } = dependency
  const isPrivate = cause.code === 'REMOTE_ADDRESS_REFUSED'
  const wanted = `${name} ${entry?.version ?? version} from ${withoutLogin(repository)}`
  return new ReleaseError(
    isPrivate ? 'DEPENDENCY_REFUSED' : 'DEPENDENCY_FAILED',
    `${manifest.name} needs ${wanted}, and that could not be fetched: ${cause.message.replace(/\.$/, '')}.`,
    {
      hint: isPrivate
        ? 'If that is meant, allow the host with `dependencies: { private-hosts: [ … ] }` in the config file.'
        : 'Check that the repository can be reached from here and holds the locked version.',
      at: { file: dependencyFile.file, line },
      cause,
    },
  )
}
