import { Buffer } from 'node:buffer'
import { timeText } from '../../model/text.ts'
import type { IndexLayout, Written } from '../read/layout.ts'
import { notUnderstood, textBetween } from '../scan/source.ts'
import { chartSplices, newChartSplices } from './additions.ts'
import { lineSplice } from './insertion-points.ts'
import type { Addition } from './release.ts'
import type { Splice } from './splices.ts'

/** Enough for everything between a key and the anchor of its value. */
const LOOK_AHEAD = 200
const ANCHORED = /^["']?[ \t]*:[ \t]*(?:!\S*[ \t]+)?&/

/** The splices that add these releases to the index, from front to back. */
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
  // Sorting is stable at one offset: the end of a chart's list comes before the next chart.
  return [...known, ...added, ...generatedSplice(layout, generated)].sort((a, b) => a.start - b.start)
}

/**
 * Refuses to add a version of a chart if that would change more than intended: values that aliases elsewhere refer to,
 * or a list that is itself written elsewhere. Fails with `INDEX_NOT_UNDERSTOOD`.
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

/** Aliases elsewhere may refer to the value of a key. */
function requireUnshared(layout: IndexLayout, keyEnd: number, name: string): void {
  if (!layout.aliased) return
  const anchored = ANCHORED.exec(textBetween(layout.bytes, keyEnd, keyEnd + LOOK_AHEAD))
  if (!anchored) return
  const what = `has an anchor at ${name}, so that a change there may change more than that`
  throw notUnderstood(layout, keyEnd + Buffer.byteLength(anchored[0]) - 1, what)
}

// If it is missing it is added: an index of ours always ends with it, so that a truncated one is recognised.
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
