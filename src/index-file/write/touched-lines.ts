import { Buffer } from 'node:buffer'
import type { ChartLayout, IndexLayout } from '../read/layout.ts'
import { asBuffer } from '../scan/source.ts'
import type { Splice } from './splices.ts'

const LINE_FEED = 0x0a

type Interval = readonly [start: number, end: number]

/**
 * An index of only the charts that splices touch, cut from the new bytes. Whole lines of one chart mean the same
 * between any others, so this is as good as reading everything again, and takes no time for unchanged charts. The line
 * of `generated` is left out; it moves the bytes below it.
 */
export function touchedLines(
  before: IndexLayout,
  bytes: Uint8Array,
  splices: readonly Splice[],
  charts: readonly ChartLayout[],
): Uint8Array {
  const { root } = before
  const indent = ' '.repeat(root.kind === 'block' ? root.column : 0)
  const intervals = merged([
    ...splices.filter((splice) => splice.for !== 'generated').map(({ start, end }) => [start, end] as const),
    ...charts.map((chart) => linesOf(before, chart)),
  ])
  const parts = intervals.flatMap(([start, end]) => {
    const from = start + growth(splices, (splice) => splice.start < start)
    // The time may be inserted right after the last chart.
    const isWithin = (splice: Splice) => splice.start < end || (splice.start === end && splice.for !== 'generated')
    const part = bytes.subarray(from, end + growth(splices, isWithin))
    return part.at(-1) === LINE_FEED ? [part] : [part, Buffer.from('\n')]
  })
  const head = Buffer.from(`${indent}apiVersion: v1\n${indent}entries:\n`)
  return Buffer.concat([head, ...parts, Buffer.from(`${indent}generated: "2026-01-01T00:00:00Z"\n`)])
}

function linesOf({ bytes }: IndexLayout, { lineStart, end }: ChartLayout): Interval {
  if (bytes[end - 1] === LINE_FEED) return [lineStart, end]
  const next = asBuffer(bytes).indexOf(LINE_FEED, end)
  return [lineStart, next < 0 ? bytes.length : next + 1]
}

function merged(intervals: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = []
  for (const [start, end] of [...intervals].sort(([a], [b]) => a - b)) {
    const last = result.at(-1)
    if (last && start <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], end)]
    else result.push([start, end])
  }
  return result
}

/** By how many bytes the splices that fit lengthen the text. */
function growth(splices: readonly Splice[], fits: (splice: Splice) => boolean): number {
  return splices.filter(fits).reduce((sum, { start, end, text }) => sum + Buffer.byteLength(text) - (end - start), 0)
}
