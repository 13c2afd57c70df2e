import type { Json } from '../../model/json.ts'
import type { IndexLayout, Written } from '../read/layout.ts'
import { asBuffer, textBetween } from '../scan/source.ts'
import { flowText } from './flow-text.ts'
import type { Splice } from './splices.ts'

const [LINE_FEED, CARRIAGE_RETURN, SPACE, TAB] = [0x0a, 0x0d, 0x20, 0x09]

/** New lines at the start of a line, or after a last line without line break. */
export function lineSplice(layout: IndexLayout, at: number, lines: readonly string[]): readonly Splice[] {
  const eol = eolAt(layout, at)
  const text = lines.join(eol)
  const inLine = layout.bytes[at - 1] !== LINE_FEED
  return [{ start: at, end: at, text: inLine ? `${eol}${text}` : `${text}${eol}` }]
}

/** Removes the empty value of a key, and inserts lines below it. */
export function removal(layout: IndexLayout, written: Written, lines: readonly string[]): readonly Splice[] {
  const { bytes } = layout
  const [from, end] = spanOf(written)
  let start = from
  while (end > from && (bytes[start - 1] === SPACE || bytes[start - 1] === TAB)) start--
  const behind = asBuffer(bytes).indexOf(LINE_FEED, end)
  const below = lineSplice(layout, behind < 0 ? bytes.length : behind + 1, lines)
  return end > start ? [{ start, end, text: '' }, ...below] : below
}

function spanOf(written: Written): readonly [number, number] {
  if (written.kind === 'flow') return [written.open - 1, written.close + 1]
  return written.kind === 'empty' ? [written.start, written.end] : [written.end, written.end]
}

/** Whether there is nothing but blanks in the brackets. */
export function isAlone({ bytes }: IndexLayout, written: Written): boolean {
  return written.kind === 'flow' && textBetween(bytes, written.open, written.close).trim() === ''
}

interface BracketNode {
  readonly start: number
  readonly lineStart: number
  readonly column: number
  readonly end: number
}

/** A list or mapping in brackets with its nodes. */
export interface BracketPlace {
  readonly written: Written
  readonly nodes: readonly BracketNode[]
  /** Blanks per level, if it is written over several lines. */
  readonly unit: number
  /** Whether it is a mapping: then the pairs of each value are inserted. */
  readonly pairs: boolean
}

interface BracketGroup {
  /** The node that they come before; at the end if it is absent. */
  readonly next: BracketNode | undefined
  /** Entries, or mappings whose pairs are to be inserted. */
  readonly values: readonly { readonly [key: string]: Json }[]
}

/** New values in brackets, each on lines of its own if the others are. */
export function bracketSplices(
  layout: IndexLayout,
  place: BracketPlace,
  groups: readonly BracketGroup[],
): readonly Splice[] {
  const { written, nodes, unit, pairs } = place
  const [first] = nodes
  const last = nodes.at(-1)
  const spread = first !== undefined && startsLine(layout, first)
  const eol = eolAt(layout, first?.start ?? 0)
  const column = spread ? first.column : 0
  const style = { unit: spread ? unit : 0, column, eol }
  const gap = spread ? `${eol}${' '.repeat(column)}` : ' '
  const texts = (group: BracketGroup) =>
    group.values.map((value) => (pairs ? pairsText(value, style) : flowText(value, style)))
  if (written.kind === 'empty') {
    const text = `[${groups.flatMap(texts).join(', ')}]`
    return [{ start: written.start, end: written.end, text: written.start === written.end ? ` ${text}` : text }]
  }
  if (!last) {
    const [open] = spanOf(written)
    return [{ start: open + 1, end: open + 1, text: groups.flatMap(texts).join(', ') }]
  }
  return groups.map((group) => {
    const all = texts(group)
    return group.next
      ? { start: group.next.start, end: group.next.start, text: all.map((text) => `${text},${gap}`).join('') }
      : { start: last.end, end: last.end, text: all.map((text) => `,${gap}${text}`).join('') }
  })
}

function pairsText(pairs: { readonly [key: string]: Json }, style: Parameters<typeof flowText>[1]): string {
  return Object.entries(pairs)
    .map(([key, value]) => `${flowText(key, style)}: ${flowText(value, style)}`)
    .join(', ')
}

/** Whether there are only blanks before it on its line. */
export function startsLine({ bytes }: IndexLayout, { start, lineStart }: BracketNode): boolean {
  return lineStart < start && textBetween(bytes, lineStart, start).trim() === ''
}

/** The line break in use at a place. */
function eolAt({ bytes }: IndexLayout, at: number): string {
  const near = bytes.lastIndexOf(LINE_FEED, at - 1)
  return near > 0 && bytes[near - 1] === CARRIAGE_RETURN ? '\r\n' : '\n'
}
