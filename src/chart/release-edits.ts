import type { ChartManifest, Dependency, Lock } from '../model/chart.ts'
import { readChartYaml, readLock, readRequirements } from './chart-yaml.ts'
import { satisfies } from './constraints.ts'
import { setAppVersion, setDependencyVersion, setVersion, updateLock } from './edit.ts'
import { lockDigest } from './lock.ts'
import type { ChartSource } from './source.ts'

/** What a release changes in one chart's own Chart.yaml. */
export interface ChartEdits {
  readonly version?: string
  readonly appVersion?: string
}

/**
 * The new texts of all files that a release changes, by path: versions and appVersions of the released charts, and the
 * constraints and locks of every chart of the repository that depends on one whose version moves. One scalar a change;
 * every other byte stays.
 */
export function releaseEdits(
  charts: ReadonlyMap<string, ChartSource>,
  edits: ReadonlyMap<string, ChartEdits>,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const moved = new Map(
    [...edits].flatMap(([path, { version }]) => (version === undefined ? [] : [[path, version] as const])),
  )
  for (const chart of charts.values()) {
    const own = edits.get(chart.path)
    if (own) editManifest(files, chart.manifest, own)
    if (chart.local.some((local) => moved.has(local.path))) editDependencies(files, chart, moved)
  }
  return new Map([...files].filter(([path, text]) => text !== originalOf(charts, path)))
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
    if (dependency) files.set(file, setDependencyVersion(text, dependency, constraintFor(dependency.version, version)))
  }
  if (chart.lock) editLock(files, chart, chart.lock, moved)
}

/** Keeps a leading `^` or `~`; anything more elaborate that no longer fits becomes the exact version. */
function constraintFor(old: string, version: string): string {
  const operator = /^([~^])\s*v?\d+(\.\d+){0,2}[^\s,|]*$/.exec(old.trim())?.[1] ?? ''
  return `${operator}${version}`
}

function editLock(
  files: Map<string, string>,
  chart: ChartSource,
  lock: Lock,
  moved: ReadonlyMap<string, string>,
): void {
  const byName = new Map(
    chart.local.flatMap((local) => {
      const version = moved.get(local.path)
      return version === undefined ? [] : [[local.dependency.name, version] as const]
    }),
  )
  const versions = new Map(
    lock.entries.flatMap((entry, index) => {
      const version = byName.get(entry.name)
      return version === undefined ? [] : [[index, version] as const]
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

function originalOf(charts: ReadonlyMap<string, ChartSource>, path: string): string | undefined {
  for (const chart of charts.values()) {
    if (chart.manifest.file === path) return chart.manifest.text
    if (chart.dependencyFile.file === path) return chart.dependencyFile.text
    if (chart.lock?.file === path) return chart.lock.text
  }
  return undefined
}
