import type { ChartManifest, Dependency, Lock } from '../../model/chart.ts'
import { asReleaseError, type ReleaseError } from '../../model/errors.ts'
import { readChartYaml, readLock, readRequirements } from '../manifest/chart-yaml.ts'
import { isConstraint, satisfies } from '../manifest/constraints.ts'
import { checkLock, lockDigest, lockEntriesFor } from '../manifest/lock.ts'
import type { ChartSource, LocalDependency } from '../source/source.ts'
import { setAppVersion, setDependencyVersion, setVersion, updateLock } from './edit.ts'
import { moveConstraint } from './move-constraint.ts'

/** A release's changes to one chart's own Chart.yaml; a version that is there already was raised by hand. */
export interface ChartEdits {
  readonly version?: string
  readonly appVersion?: string
}

/** The new texts of all files that a release changes, by path, and why a released chart can't be changed, by folder. */
export interface ReleaseEdits {
  readonly files: ReadonlyMap<string, string>
  readonly problems: ReadonlyMap<string, ReleaseError>
}

/**
 * Versions and appVersions of the released charts, and the constraints and locks of every chart of the repository that
 * depends on one whose version moves and `follows` it; if it was raised by hand, only of those that get a new version
 * here. One scalar per change; every other byte stays. A chart that can't be changed as intended is left unchanged
 * (`CHART_EDIT_REFUSED`, `APP_VERSION_INVALID`).
 */
export function releaseEdits(
  charts: ReadonlyMap<string, ChartSource>,
  edits: ReadonlyMap<string, ChartEdits>,
  follows: (local: LocalDependency) => boolean = () => true,
): ReleaseEdits {
  const files = new Map<string, string>()
  const problems = new Map<string, ReleaseError>()
  const moved = new Map(
    [...edits].flatMap(([path, { version }]) => (version === undefined ? [] : [[path, version] as const])),
  )
  for (const chart of charts.values()) {
    const own = edits.get(chart.path)
    const local = chart.local.filter((one) => {
      if (!follows(one) || !moved.has(one.path)) return false
      // A manual bump includes the charts that are raised with it; the others are updated here.
      const isRaised = own?.version !== undefined && own.version !== chart.manifest.version
      return isRaised || moved.get(one.path) !== charts.get(one.path)?.manifest.version
    })
    try {
      for (const [path, text] of editsOf({ ...chart, local }, own, moved)) files.set(path, text)
    } catch (error) {
      if (own) problems.set(chart.path, asReleaseError(error))
    }
  }
  return { files, problems }
}

function editsOf(
  chart: ChartSource,
  own: ChartEdits | undefined,
  moved: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  if (own) editManifest(files, chart.manifest, own)
  if (chart.local.length > 0 && isInStep(chart)) editDependencies(files, chart, moved)
  const originals = [chart.manifest, chart.dependencyFile, ...(chart.lock ? [chart.lock] : [])]
  return new Map([...files].filter(([path, text]) => !originals.some((one) => one.file === path && one.text === text)))
}

/**
 * A lock that was wrong before stays wrong, and the error appears when the chart is built: a new digest would only hide
 * it.
 */
function isInStep({ dependencies, local, lock }: ChartSource): boolean {
  const readable = local.every(({ dependency }) => dependency.version === '' || isConstraint(dependency.version))
  return readable && (!lock || checkLock(dependencies, lock).length === 0)
}

function editManifest(files: Map<string, string>, manifest: ChartManifest, { version, appVersion }: ChartEdits): void {
  let current = manifest
  const apply = (text: string) => {
    files.set(manifest.file, text)
    current = readChartYaml(text, manifest.file)
  }
  if (version !== undefined && version !== manifest.version) apply(setVersion(current, version))
  if (appVersion !== undefined && appVersion !== manifest.appVersion) apply(setAppVersion(current, appVersion))
}

function editDependencies(files: Map<string, string>, chart: ChartSource, moved: ReadonlyMap<string, string>): void {
  const { file } = chart.dependencyFile
  for (const local of chart.local) {
    const version = moved.get(local.path)
    if (version === undefined || local.dependency.version === '' || satisfies(version, local.dependency.version))
      continue
    const text = files.get(file) ?? chart.dependencyFile.text
    const dependency = dependenciesIn(text, file)[local.index]
    if (dependency) files.set(file, setDependencyVersion(text, dependency, moveConstraint(dependency.version, version)))
  }
  if (chart.lock) editLock(files, chart, chart.lock, moved)
}

function editLock(
  files: Map<string, string>,
  chart: ChartSource,
  lock: Lock,
  moved: ReadonlyMap<string, string>,
): void {
  const found = lockEntriesFor(chart.dependencies, lock)
  const versions = new Map(
    chart.local.flatMap((local) => {
      const [entry, version] = [found[local.index], moved.get(local.path)]
      return entry === undefined || version === undefined ? [] : [[lock.entries.indexOf(entry), version] as const]
    }),
  )
  const dependencies = dependenciesIn(
    files.get(chart.dependencyFile.file) ?? chart.dependencyFile.text,
    chart.dependencyFile.file,
  )
  const entries = lock.entries.map((entry, index) => ({ ...entry, version: versions.get(index) ?? entry.version }))
  files.set(lock.file, updateLock(readLock(lock.text, lock.file), versions, lockDigest(dependencies, entries)))
}

function dependenciesIn(text: string, file: string): readonly Dependency[] {
  return file.endsWith('requirements.yaml') ? readRequirements(text, file) : readChartYaml(text, file).dependencies
}
