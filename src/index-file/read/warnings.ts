import type { Location } from '../../model/errors.ts'
import type { Fault } from '../scan/scanner.ts'
import { positionOf } from '../scan/source.ts'
import type { ChartLayout, EntryLayout, IndexLayout } from './layout.ts'
import { faultText } from './loadable.ts'
import { isListed } from './order.ts'

/** A peculiarity of an index that stays as it is and that its owner should know about. */
export interface IndexWarning {
  /** A sentence. */
  readonly text: string
  readonly at: Location
}

/** More would bury the rest of the log; line and column are computed only for those that are reported. */
const MAX_WARNINGS = 10
/** https://github.com/fluxcd/source-controller, internal/helm: a larger index is not read. */
const FLUX_MAX_BYTES = 50 * 1024 * 1024
const NEAR = 0.8

interface Anomaly {
  readonly what: string
  readonly start: number
}

/** The peculiarities of an index: at most ten, and how many more there are. */
export function indexWarnings(layout: IndexLayout): readonly IndexWarning[] {
  const anomalies = [
    ...versionAnomaly(layout),
    ...faultAnomalies(layout),
    ...[...layout.charts.values()].flatMap(entryAnomalies),
  ]
  const reported = anomalies.slice(0, MAX_WARNINGS).map(({ what, start }) => ({
    text: `${what}; it stays as it is.`,
    at: { file: layout.file, ...positionOf(layout, start) },
  }))
  const more = anomalies.length - reported.length
  const rest = more > 0 ? [{ text: `${more} more entries of ${layout.file} are odd.`, at: { file: layout.file } }] : []
  return [...sizeWarning(layout), ...reported, ...rest]
}

function sizeWarning({ bytes, file }: IndexLayout): readonly IndexWarning[] {
  if (bytes.length < FLUX_MAX_BYTES * NEAR) return []
  const size = `${(bytes.length / 1024 / 1024).toFixed(1)} MiB`
  const what = bytes.length > FLUX_MAX_BYTES ? 'Flux reads none over 50 MiB' : 'Flux will read none over 50 MiB'
  return [{ text: `${file} holds ${size}, and ${what}; take old versions out of it.`, at: { file } }]
}

function versionAnomaly({ apiVersion }: IndexLayout): readonly Anomaly[] {
  return apiVersion === 'v1' ? [] : [{ what: `The index has \`apiVersion: ${apiVersion.slice(0, 40)}\``, start: 0 }]
}

/** Faults of an index that is written to anyway. */
function faultAnomalies(layout: IndexLayout): readonly Anomaly[] {
  // The entry is looked up only for those that are reported.
  const text = (fault: Fault, index: number) => (index < MAX_WARNINGS ? faultText(layout, fault) : '')
  return layout.faults.map((fault, index) => ({
    what: `Helm can't load it: ${text(fault, index)}`,
    start: fault.start,
  }))
}

function entryAnomalies(chart: ChartLayout): readonly Anomaly[] {
  const seen = new Set<string>()
  return chart.entries.flatMap((entry) => {
    const isDuplicate = seen.has(entry.version)
    seen.add(entry.version)
    const what = anomalyOf(chart, entry, isDuplicate)
    return what === undefined ? [] : [{ what, start: entry.start }]
  })
}

function anomalyOf(chart: ChartLayout, { name, version }: EntryLayout, isDuplicate: boolean): string | undefined {
  if (version === '' || name === '')
    return `An entry of ${chart.name} has no ${version === '' ? 'version' : 'name'}, and Helm skips it`
  if (!isListed(version)) return `Helm skips ${chart.name} ${version}, which is no version`
  if (isDuplicate) return `${chart.name} ${version} is there twice, and Helm takes one of them`
  if (name !== chart.name) return `The entry ${version} under ${chart.name} is of a chart named ${name}`
  return undefined
}
