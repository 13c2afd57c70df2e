import type { Span } from '../../__tests__/support/servers/span.ts'
import { longestChain } from './chain.ts'
import { labelOf } from './label.ts'

const ROW = 16
const WIDTH = 900
const LABELS = 320
const TOP = 44

/** All requests of one run over time, as SVG; those of the longest chain stand out and are numbered. */
export function picture(title: string, spans: readonly Span[]): string {
  const sorted = spans.toSorted((a, b) => a.startedMs - b.startedMs)
  const chain = longestChain(spans)
  const from = sorted[0]?.startedMs ?? 0
  const length = Math.max(...sorted.map(({ endedMs }) => endedMs), from + 1) - from
  const x = (at: number) => LABELS + ((at - from) / length) * WIDTH
  const height = TOP + sorted.length * ROW + 8
  const bars = sorted.map((span, row) => bar(span, { y: TOP + row * ROW, x, number: chain.indexOf(span) + 1 }))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${LABELS + WIDTH + 20}" height="${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="100%" height="100%" fill="white"/>`,
    `<text x="8" y="18" font-size="14">${escaped(title)}: ${chain.length} wait for each other, ${Math.round(length)} ms from the first to the last answer</text>`,
    ...bars,
    '</svg>',
    '',
  ].join('\n')
}

interface Place {
  readonly y: number
  readonly x: (at: number) => number
  /** In the chain, from 1; 0 for none. */
  readonly number: number
}

function bar(span: Span, { y, x, number }: Place): string {
  const [start, end] = [x(span.startedMs), x(span.endedMs)]
  const [fill, weight] = number > 0 ? ['#c0392b', 'bold'] : ['#b8c4ce', 'normal']
  const mark = number > 0 ? `<text x="${(start + 3).toFixed(1)}" y="${y + 11}" fill="white">${number}</text>` : ''
  return `<text x="8" y="${y + 11}" font-weight="${weight}">${escaped(labelOf(span))}</text><rect x="${start.toFixed(1)}" y="${y + 1}" width="${Math.max(end - start, 1).toFixed(1)}" height="${ROW - 3}" fill="${fill}"/>${mark}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
