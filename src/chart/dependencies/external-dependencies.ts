import type { Dependency, LockEntry } from '../../model/chart.ts'
import { lockEntriesFor } from '../manifest/lock.ts'
import { pinnedVersion } from '../manifest/pin.ts'
import { FILE_SCHEME } from '../source/local-dependencies.ts'
import type { ChartSource } from '../source/source.ts'
import { isVendoredAt, type VendoredChart } from './vendored.ts'

/** Dependencies that must be fetched: not in this repository, not vendored in the chart's own folder. */
export function externalDependencies(chart: ChartSource): readonly Dependency[] {
  return lockedExternal(chart).map(({ dependency }) => dependency)
}

/** A dependency that must be fetched, and the version that it is known to have. */
export interface LockedDependency {
  readonly dependency: Dependency
  readonly entry: LockEntry | undefined
  /** By the lock, else by an exact constraint; `undefined` if neither names one. */
  readonly version: string | undefined
}

/**
 * Like `externalDependencies`, with the version of each as far as it is known. If `vendored` is given, vendored charts are matched by the
 * names in their Chart.yaml.
 */
export function lockedExternal(chart: ChartSource, vendored?: readonly VendoredChart[]): readonly LockedDependency[] {
  const local = new Set(chart.local.map((one) => one.index))
  const entries = chart.lock ? lockEntriesFor(chart.dependencies, chart.lock) : []
  return chart.dependencies
    .map((dependency, index) => {
      const entry = entries[index]
      const version = entry?.version ?? pinnedVersion(dependency.version)
      return { dependency, entry, version, isLocal: local.has(index) }
    })
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
  const { name, version: constraint } = dependency
  const folder = `charts/${name}/Chart.yaml`
  return chart.files.some(
    ({ path }) => path === folder || isVendoredAt(path, { name, constraint, locked: entry?.version }),
  )
}
