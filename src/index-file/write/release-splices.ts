import { Buffer } from 'node:buffer'
import type { IndexLayout, Written } from '../read/layout.ts'
import { notUnderstood, textOf } from '../scan/source.ts'
import { chartSplices, newChartSplices } from './additions.ts'
import { lineSplice } from './insertion-points.ts'
import { type Addition, timeText } from './release.ts'
import type { Splice } from './splices.ts'

/** Enough for what stands between a key and the anchor of its value. */
const LOOK_AHEAD = 200
const ANCHORED = /^["']?[ \t]*:[ \t]*(?:!\S*[ \t]+)?&/

/** What has to be replaced so that the index holds these releases too, from front to back. */
export function splicesFor(layout: IndexLayout, additions: readonly Addition[], generated: Date): readonly Splice[] {
  for (const { name } of additions) requireRoom(layout, name)
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

/**
 * Refuses to add a version of a chart where that would change more than is meant: what aliases elsewhere stand for, or
 * a list that stands elsewhere itself. Fails with `INDEX_NOT_UNDERSTOOD`.
 */
export function requireRoom(layout: IndexLayout, name: string): void {
  const { entries, generated, charts } = layout
  const chart = charts.get(name)
  if (entries) requireOwn(layout, entries, '`entries`')
  if (chart) requireOwn(layout, chart.written, `the chart ${name}`)
  if (generated) requireUnshared(layout, generated.keyEnd, '`generated`')
}

function requireOwn(layout: IndexLayout, written: Written, what: string): void {
  if (written.kind === 'alias') throw notUnderstood(layout, written.start, `has an alias as ${what}`)
  requireUnshared(layout, written.keyEnd, what)
}

/** Aliases elsewhere may stand for the value behind a key. */
function requireUnshared(layout: IndexLayout, keyEnd: number, name: string): void {
  if (!layout.aliased) return
  const anchored = ANCHORED.exec(textOf(layout.bytes, keyEnd, keyEnd + LOOK_AHEAD))
  if (!anchored) return
  const what = `has an anchor at ${name}, so that a change there may change more than that`
  throw notUnderstood(layout, keyEnd + Buffer.byteLength(anchored[0]) - 1, what)
}

// Where it is missing it is added: an index of ours always ends with it, so that one that is cut short is found out.
function generatedSplice(layout: IndexLayout, time: Date): readonly Splice[] {
  const { bytes, generated, root } = layout
  if (!generated) {
    if (root.kind !== 'block') return []
    const line = `${' '.repeat(root.column)}generated: "${timeText(time)}"`
    return lineSplice(layout, root.end, [line]).map((splice) => ({ ...splice, for: 'generated' }))
  }
  const { start, end, isNull } = generated
  if (isNull) return [{ start, end, text: `${start === end ? ' ' : ''}"${timeText(time)}"`, for: 'generated' }]
  const first = String.fromCharCode(bytes[start] ?? 0)
  const quote = first === '"' || first === "'" ? first : ''
  return [{ start, end, text: `${quote}${timeText(time)}${quote}`, for: 'generated' }]
}
