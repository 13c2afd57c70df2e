import { readChartYaml, readExternalChartYaml, readLock, readRequirements } from '../../../chart/manifest/chart-yaml.ts'
import { lockEntriesFor } from '../../../chart/manifest/lock.ts'
import type { ChartManifest, Dependency, Lock } from '../../../model/chart.ts'
import { ReleaseError } from '../../../model/errors.ts'
import type { ChartSide } from '../side.ts'
import { type MapValue, mergeValues, noValues, readValues } from './values.ts'

/** A dependency with its resolved version and its chart. */
export interface LoadedDependency extends Dependency {
  /** The key of its values: alias, else name. */
  readonly key: string
  /** Where it is declared, from the chart's folder. */
  readonly file: string
  /**
   * The version of the chart that is there, and that of the lock; for a folder of the repository the lock counts first.
   */
  readonly resolved: string | undefined
  readonly chart: LoadedChart | undefined
}

/** One chart of a side: the top one, or one in `charts/`. Unreadable parts are in `problems` and left empty. */
export interface LoadedChart {
  /** From the top chart's folder: empty, or `charts/x/`. */
  readonly folder: string
  readonly name: string
  readonly manifest: ChartManifest | undefined
  /** Its own values.yaml. */
  readonly ownValues: MapValue
  /** With the values of its subcharts under their keys, as Helm merges them. */
  readonly values: MapValue
  readonly dependencies: readonly LoadedDependency[]
  /** Charts in `charts/` by the key of their values; one may be there under several. */
  readonly subcharts: ReadonlyMap<string, LoadedChart>
  readonly problems: readonly ReleaseError[]
}

/** Subcharts may be nested this deep. */
const MAX_DEPTH = 8

/** Values by file and text. */
export type KnownValues = Map<string, ReturnType<typeof readValues>>

interface Source {
  readonly side: ChartSide
  /** Folders of charts by the folder of their parent chart. */
  readonly folders: ReadonlyMap<string, readonly string[]>
  readonly known: KnownValues
}

const valuesOfSide = new WeakMap<ChartSide, ReturnType<typeof readValues>>()

/** The values.yaml of the top chart, read once for each side; our own errors say what is wrong with it. */
export function topValues(side: ChartSide): ReturnType<typeof readValues> {
  const known = valuesOfSide.get(side)
  if (known) return known
  const values = readValues(fileText(side, 'values.yaml') ?? '', 'values.yaml')
  valuesOfSide.set(side, values)
  return values
}

/** Reads the charts of a side. Never fails. `known` is the cache of other sides: identical files are read once. */
export function loadChart(side: ChartSide, known: KnownValues = new Map()): LoadedChart {
  return load({ side, folders: foldersOf(side), known }, '', 0)
}

/** The text of a file, if it is there. */
export function fileText(side: ChartSide, path: string): string | undefined {
  const content = side.files.get(path)
  // Helm drops a byte order mark.
  return (
    content &&
    Buffer.from(content.buffer, content.byteOffset, content.length)
      .toString()
      .replace(/^\ufeff/, '')
  )
}

function load(source: Source, folder: string, depth: number): LoadedChart {
  const { side, folders } = source
  const problems: ReleaseError[] = []
  const attempt = <T>(file: string, read: (text: string, file: string) => T): T | undefined => {
    const text = fileText(side, folder + file)
    try {
      return text === undefined ? undefined : read(text, folder + file)
    } catch (error) {
      if (!(error instanceof ReleaseError)) throw error
      problems.push(error)
      return undefined
    }
  }
  const manifest = attempt('Chart.yaml', depth === 0 ? readChartYaml : readExternalChartYaml)
  const read =
    attempt('values.yaml', (text, file) => knownValues(text, file, source)) ?? noValues(`${folder}values.yaml`)
  if (read instanceof ReleaseError) problems.push(read)
  const ownValues = read instanceof ReleaseError ? noValues(`${folder}values.yaml`) : read
  const inside = depth >= MAX_DEPTH ? [] : (folders.get(folder) ?? [])
  const charts = inside.map((one) => load(source, one, depth + 1))
  const declaredIn = manifest?.apiVersion === 'v2' ? 'Chart.yaml' : 'requirements.yaml'
  const declared =
    manifest?.apiVersion === 'v2' ? manifest.dependencies : (attempt('requirements.yaml', readRequirements) ?? [])
  const lock = attempt('Chart.lock', readLock) ?? attempt('requirements.lock', readLock)
  const dependencies = resolve(declared, lock, { charts, file: folder + declaredIn })
  const subcharts = byKey(dependencies, charts)
  const values = mergeValues(ownValues, valuesOf(subcharts, `${folder}values.yaml`))
  const name = manifest?.name ?? folder.split('/').at(-2) ?? ''
  return { folder, name, manifest, ownValues, values, dependencies, subcharts, problems }
}

function knownValues(
  text: string,
  file: string,
  { known, side }: Pick<Source, 'known' | 'side'>,
): ReturnType<typeof readValues> {
  const key = `${file}\n${text}`
  const values = known.get(key) ?? (file === 'values.yaml' ? topValues(side) : readValues(text, file))
  known.set(key, values)
  if (file === 'values.yaml') valuesOfSide.set(side, values)
  return values
}

function resolve(
  declared: readonly Dependency[],
  lock: Lock | undefined,
  { charts, file }: { charts: readonly LoadedChart[]; file: string },
): readonly LoadedDependency[] {
  const entries = lock ? lockEntriesFor(declared, lock) : []
  return declared.map((dependency, index) => {
    const chart = charts.find((one) => one.name === dependency.name)
    const locked = entries[index]?.version ?? lock?.entries.find(({ name }) => name === dependency.name)?.version
    const packaged = chart?.manifest?.version
    // Of two charts with one name only one has its name as folder. A chart from a folder updates its lock later.
    const isOnly = declared.every((one) => one === dependency || one.name !== dependency.name)
    const isForeign = !dependency.repository.startsWith('file://')
    const resolved = isOnly && isForeign ? (packaged ?? locked) : (locked ?? packaged)
    return { ...dependency, key: dependency.alias ?? dependency.name, file, resolved, chart }
  })
}

function byKey(
  dependencies: readonly LoadedDependency[],
  charts: readonly LoadedChart[],
): ReadonlyMap<string, LoadedChart> {
  const found = new Map<string, LoadedChart>()
  for (const { key, chart } of dependencies) if (chart) found.set(key, chart)
  const used = new Set(found.values())
  for (const chart of charts) if (!used.has(chart)) found.set(chart.name, chart)
  return found
}

function valuesOf(subcharts: ReadonlyMap<string, LoadedChart>, file: string): MapValue {
  const entries = [...subcharts].map(([key, chart]) => [key, chart.values] as const)
  return { ...noValues(file), entries: new Map(entries) }
}

/** Folders of charts by the folder of their parent chart. */
function foldersOf({ files }: ChartSide): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const path of files.keys()) {
    const [, parent = '', name] = /^((?:charts\/[^/]+\/)*)charts\/([^/]+)\/Chart\.yaml$/.exec(path) ?? []
    if (name !== undefined) found.set(parent, [...(found.get(parent) ?? []), `${parent}charts/${name}/`])
  }
  return found
}
