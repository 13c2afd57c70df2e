import type { Location } from '../../model/errors.ts'
import type { Fault } from '../scan/scanner.ts'
import { positionOf } from '../scan/source.ts'
import type { ChartLayout, EntryLayout, IndexLayout } from './layout.ts'
import { faultText } from './loadable.ts'
import { isListed } from './order.ts'

/** Something in an index that stays as it is and that its owner should know of. */
export interface IndexNotice {
  /** A sentence. */
  readonly text: string
  readonly at: Location
}

/** More would bury the rest of the log; places are looked up only for those that are told. */
const MAX_NOTICES = 10
/** https://github.com/fluxcd/source-controller, internal/helm: an index over this is not read. */
const FLUX_MAX_BYTES = 50 * 1024 * 1024
const NEAR = 0.8

interface Oddity {
  readonly what: string
  readonly start: number
}

/** What is odd about an index: at most ten, and how many more there are. */
export function noticesOf(layout: IndexLayout): readonly IndexNotice[] {
  const odd = [...oddVersion(layout), ...faultyPlaces(layout), ...[...layout.charts.values()].flatMap(oddEntries)]
  const told = odd.slice(0, MAX_NOTICES).map(({ what, start }) => ({
    text: `${what}; it stays as it is.`,
    at: { file: layout.file, ...positionOf(layout, start) },
  }))
  const more = odd.length - told.length
  const rest = more > 0 ? [{ text: `${more} more entries of ${layout.file} are odd.`, at: { file: layout.file } }] : []
  return [...sizeNotice(layout), ...told, ...rest]
}

function sizeNotice({ bytes, file }: IndexLayout): readonly IndexNotice[] {
  if (bytes.length < FLUX_MAX_BYTES * NEAR) return []
  const size = `${(bytes.length / 1024 / 1024).toFixed(1)} MiB`
  const what = bytes.length > FLUX_MAX_BYTES ? 'Flux reads none over 50 MiB' : 'Flux will read none over 50 MiB'
  return [{ text: `${file} holds ${size}, and ${what}; take old versions out of it.`, at: { file } }]
}

function oddVersion({ apiVersion }: IndexLayout): readonly Oddity[] {
  return apiVersion === 'v1' ? [] : [{ what: `The index has \`apiVersion: ${apiVersion.slice(0, 40)}\``, start: 0 }]
}

/** Of an index that is written to all the same. */
function faultyPlaces(layout: IndexLayout): readonly Oddity[] {
  // The entry is looked for only for those that are told.
  const text = (fault: Fault, index: number) => (index < MAX_NOTICES ? faultText(layout, fault) : '')
  return layout.faults.map((fault, index) => ({
    what: `Helm can't load it: ${text(fault, index)}`,
    start: fault.start,
  }))
}

function oddEntries(chart: ChartLayout): readonly Oddity[] {
  const seen = new Set<string>()
  return chart.entries.flatMap((entry) => {
    const doubled = seen.has(entry.version)
    seen.add(entry.version)
    const what = oddity(chart, entry, doubled)
    return what === undefined ? [] : [{ what, start: entry.start }]
  })
}

function oddity(chart: ChartLayout, { name, version }: EntryLayout, doubled: boolean): string | undefined {
  if (version === '' || name === '')
    return `An entry of ${chart.name} has no ${version === '' ? 'version' : 'name'}, and Helm skips it`
  if (!isListed(version)) return `Helm skips ${chart.name} ${version}, which is no version`
  if (doubled) return `${chart.name} ${version} is there twice, and Helm takes one of them`
  if (name !== chart.name) return `The entry ${version} under ${chart.name} is of a chart named ${name}`
  return undefined
}
