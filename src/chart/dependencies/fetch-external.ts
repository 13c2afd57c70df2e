import type { Dependency, ResolvedChart } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { DependencySettings } from '../../model/settings.ts'
import { digestOf } from '../archive/digest.ts'
import { compareHelmVersions, readHelmVersion } from '../manifest/helm-version.ts'
import { nameProblem } from '../manifest/name.ts'
import type { ChartSource } from '../source/source.ts'
import { type LockedDependency, lockedExternal } from './external-dependencies.ts'
import type { FetchDependency } from './fetch-dependency.ts'
import { fetchFailed } from './fetch-failed.ts'
import { chartIn, type VendoredChart } from './vendored.ts'
import { withoutLogin } from './words.ts'

/** A dependency with the archive for `charts/`. */
export interface Placed {
  readonly dependency: Dependency
  readonly version: string
  readonly archive: Uint8Array
  /** The address that it came from. */
  readonly repository: string
}

/**
 * Fetches a chart's external dependencies, by its lock if it has one. Fails with `DEPENDENCY_FAILED`, with
 * `DEPENDENCY_REFUSED` if an address turned out to be private, and with `DEPENDENCY_REPOSITORY_UNKNOWN` and
 * `LOCK_OUT_OF_STEP` for what a repository's name stands for.
 */
export async function fetchExternal(
  fetch: FetchDependency,
  chart: ChartSource,
  vendored: readonly VendoredChart[],
  settings: DependencySettings,
): Promise<readonly Placed[]> {
  return Promise.all(lockedExternal(chart, vendored).map((one) => fetchOne(fetch, chart, one, settings)))
}

/** What is recorded of a fetched dependency. */
export function resolvedChart({ dependency: { name }, repository, version, archive }: Placed): ResolvedChart {
  return { name, version, repository: withoutLogin(repository), digest: digestOf(archive) }
}

async function fetchOne(
  fetch: FetchDependency,
  chart: ChartSource,
  locked: LockedDependency,
  settings: DependencySettings,
): Promise<Placed> {
  const { dependency, entry, version: wanted } = locked
  const { name, repository, version: constraint } = dependency
  try {
    const problem = nameProblem(name)
    if (problem) throw new ReleaseError('DEPENDENCY_FAILED', `the name ${JSON.stringify(name)} ${problem}`)
    const lockedFrom = entry?.repository
    const found = await fetch({ name, repository, version: wanted, constraint, lockedFrom })
    refuseOther(chartIn(found.archive), { name, version: found.version })
    return { ...found, dependency, repository: found.repository ?? repository }
  } catch (thrown) {
    throw fetchFailed(chart, locked, { cause: asReleaseError(thrown), settings })
  }
}

/** An index or a tag may be wrong about its archive; Helm would package it anyway. */
function refuseOther(inside: { readonly name: string; readonly version: string }, wanted: typeof inside): void {
  const [one, other] = [inside.version, wanted.version].map(readHelmVersion)
  const isVersion = inside.version === wanted.version || (one && other && compareHelmVersions(one, other) === 0)
  if (inside.name === wanted.name && isVersion) return
  throw new ReleaseError('DEPENDENCY_FAILED', `its archive is ${inside.name} ${inside.version} by its own Chart.yaml`)
}
