import { Buffer } from 'node:buffer'
import { chartSplices, newChartSplices } from './additions.ts'
import type { IndexLayout } from './layout.ts'
import { lineSplice } from './places.ts'
import { entryOf, type IndexRelease, timeText } from './release.ts'
import { notUnderstood, textOf } from './source.ts'

/** Enough for what stands between a key and its value. */
const LOOK_BACK = 200

/** What stands between two offsets gives way to `text`. Those at one place are written in the order they come in. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Of the line that tells when the index was written. */
  readonly for?: 'generated'
}

/** The new versions of one chart, newest first. */
export interface Addition {
  readonly name: string
  readonly entries: readonly { readonly version: string; readonly entry: ReturnType<typeof entryOf> }[]
}

/** What has to be replaced so that the index holds these releases too, from front to back. */
export function splicesFor(layout: IndexLayout, additions: readonly Addition[], generated: Date): readonly Splice[] {
  const known = additions.flatMap((addition) => {
    const chart = layout.charts.get(addition.name)
    return chart ? chartSplices(layout, chart, addition) : []
  })
  const added = newChartSplices(
    layout,
    additions.filter(({ name }) => !layout.charts.has(name)),
  )
  // Sorting keeps the order at one place: the end of a chart's list comes before the next chart.
  return [...known, ...added, ...generatedSplice(layout, generated)].sort((a, b) => a.start - b.start)
}

// Where it is missing it is added: an index of ours always ends with it, so that one that is cut short is found out.
function generatedSplice(layout: IndexLayout, time: Date): readonly Splice[] {
  const { bytes, generated, root } = layout
  if (!generated) {
    if (root.kind !== 'block') return []
    const line = `${' '.repeat(root.column)}generated: "${timeText(time)}"`
    return lineSplice(layout, root.end, [line]).map((splice) => ({ ...splice, for: 'generated' }))
  }
  const { start, end } = generated
  if (layout.aliased && !/:\s*$/.test(textOf(bytes, Math.max(0, start - LOOK_BACK), start))) {
    throw notUnderstood(
      layout,
      start,
      'has an anchor at `generated`, so that another time there may change more than that',
    )
  }
  const first = String.fromCharCode(bytes[start] ?? 0)
  const quote = first === '"' || first === "'" ? first : ''
  return [{ start, end, text: `${quote}${timeText(time)}${quote}`, for: 'generated' }]
}

/** Releases as additions, one a chart. */
export function additionsOf(releases: readonly IndexRelease[]): readonly Addition[] {
  const byName = new Map<string, Addition['entries'][number][]>()
  for (const release of releases) {
    const { name, version } = release
    const entries = byName.get(name) ?? []
    entries.push({ version, entry: entryOf(release) })
    byName.set(name, entries)
  }
  return [...byName].map(([name, entries]) => ({ name, entries }))
}

/** The bytes with all splices made. */
export function spliced(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const parts: Uint8Array[] = []
  let from = 0
  for (const { start, end, text } of splices) {
    parts.push(bytes.subarray(from, start), Buffer.from(text))
    from = end
  }
  return Buffer.concat([...parts, bytes.subarray(from)])
}
