import { posix } from 'node:path'
import type { Lock, LockEntry } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { readArchive } from '../archive/archive.ts'
import { readChartYaml, readLock } from '../manifest/chart-yaml.ts'
import { lockDigest } from '../manifest/lock.ts'
import type { ChartSource, Sources } from '../source/source.ts'
import { checkInStep } from './check-in-step.ts'
import { externalDependencies } from './external-dependencies.ts'

/** Texts of a package that determine its dependencies: locks and Chart.yaml, also of the charts inside; by path. */
export type PackagedTexts = ReadonlyMap<string, string>

const TELLING = /(?:^|\/)(?:Chart\.lock|requirements\.lock|Chart\.yaml)$/

/** Fails as `readArchive`. */
export function packagedTexts(archive: Uint8Array): PackagedTexts {
  const telling = readArchive(archive).filter(({ path }) => TELLING.test(path))
  return new Map(telling.map(({ path, content }) => [path, Buffer.from(content).toString()]))
}

/** Whether a chart, or one of this repository inside it, has dependencies and no lock in git. */
export function lacksLock({ charts }: Pick<Sources, 'charts'>, path: string): boolean {
  const chart = charts.get(path)
  if (!chart) return false
  if (!chart.lock && chart.dependencies.length > 0) return true
  return chart.local.some((local) => lacksLock({ charts }, local.path))
}

/** The charts of a commit with the locks that a published package was made with. */
export interface AsPublished {
  readonly sources: Sources
  /** The texts of those that are files of the package, by path from the repository root. */
  readonly overlay: ReadonlyMap<string, string>
  /** Identifies this set of locks: packages with equal ones are made of the same files. */
  readonly key: string
}

/**
 * Helm and chart-releaser package the lock that `helm dependency build` writes, even if git has none. So if git has
 * none, the one in the published package is used; if that has none either, the versions of the charts inside it are.
 * Git's own locks stay, and so does the fingerprint, which covers only git's content. Fails with `LOCK_*`,
 * `CONSTRAINT_INVALID` and `DEPENDENCY_OUT_OF_STEP` if the lock no longer fits the chart: that is a change.
 */
export function asPublished(sources: Sources, path: string, texts: PackagedTexts): AsPublished {
  const charts = new Map(sources.charts)
  const overlay = new Map<string, string>()
  const taken: string[] = []
  const visit = (folder: string, inside: string) => {
    const chart = sources.charts.get(folder)
    if (!chart) return
    const lock = chart.lock ?? lockIn(chart, inside, texts)
    if (lock && lock !== chart.lock && charts.get(folder) === chart) {
      checkInStep({ ...chart, lock }, sources)
      charts.set(folder, { ...chart, lock })
      taken.push(lock.file, lock.text)
      if (texts.has(inside + posix.basename(lock.file))) overlay.set(lock.file, lock.text)
    }
    for (const local of chart.local) {
      const name = sources.charts.get(local.path)?.manifest.name
      if (name !== undefined) visit(local.path, `${inside}charts/${name}/`)
    }
  }
  visit(path, '')
  return { sources: { ...sources, charts }, overlay, key: JSON.stringify(taken) }
}

function lockIn(chart: ChartSource, inside: string, texts: PackagedTexts): Lock | undefined {
  if (chart.dependencies.length === 0) return undefined
  const name = chart.manifest.apiVersion === 'v1' ? 'requirements.lock' : 'Chart.lock'
  const file = posix.join(chart.path, name)
  const text = texts.get(inside + name)
  return text === undefined ? lockOfContents(chart, file, inside, texts) : readLock(text, file)
}

/**
 * A chart that pins versions of `published` (see `fromWherePublished`) exactly needs no lock to identify them, just as
 * it needs none while they come from this repository.
 */
export function asPinned(sources: Sources, published: ReadonlySet<string>): Sources {
  if (published.size === 0) return sources
  const charts = [...sources.charts].map(([path, chart]) => {
    const isPinned = externalDependencies(chart).every(({ name, version }) => published.has(`${name} ${version}`))
    const lock = !chart.lock && isPinned ? lockOfPins(chart, sources) : undefined
    return [path, lock ? { ...chart, lock } : chart] as const
  })
  return { ...sources, charts: new Map(charts) }
}

function lockOfPins(chart: ChartSource, { charts }: Sources): Lock | undefined {
  if (externalDependencies(chart).length === 0) return undefined
  const versions = chart.dependencies.map(({ version }, index) => {
    const local = chart.local.find((one) => one.index === index)
    return (local && charts.get(local.path)?.manifest.version) ?? version
  })
  return lockOf(chart, posix.join(chart.path, 'Chart.lock'), versions)
}

/**
 * Only dependencies that would be fetched need one. `undefined` also if the package lacks a dependency of the chart.
 */
function lockOfContents(chart: ChartSource, file: string, inside: string, texts: PackagedTexts): Lock | undefined {
  const { dependencies } = chart
  if (externalDependencies(chart).length === 0) return undefined
  const versions = dependencies.flatMap(({ name }) => versionIn(texts.get(`${inside}charts/${name}/Chart.yaml`)) ?? [])
  return versions.length < dependencies.length ? undefined : lockOf(chart, file, versions)
}

/** A lock that is not a file of the package; its text only serves to distinguish it from others. */
function lockOf({ dependencies }: ChartSource, file: string, versions: readonly string[]): Lock {
  const nowhere = { line: 1, column: 1, start: 0, end: 0 }
  const entries = dependencies.map(({ name, repository }, index): LockEntry => {
    return { name, repository, version: versions[index] ?? '', versionSpan: nowhere, line: 1 }
  })
  const digest = lockDigest(dependencies, entries)
  return { file, text: JSON.stringify(entries), entries, digest, digestSpan: nowhere }
}

function versionIn(chartYaml: string | undefined): string | undefined {
  try {
    return chartYaml === undefined ? undefined : readChartYaml(chartYaml, 'Chart.yaml').version
  } catch (error) {
    if (error instanceof ReleaseError) return undefined
    throw error
  }
}
