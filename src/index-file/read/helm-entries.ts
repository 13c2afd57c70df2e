import { Buffer } from 'node:buffer'
import { textAsRead } from '../scan/helm-scalar.ts'
import { passTo } from '../scan/lines.ts'
import type { Place } from '../scan/reader.ts'
import type { Scanner } from '../scan/scanner.ts'
import { asBuffer, textBetween } from '../scan/source.ts'
import { type HelmStyle, helmPattern } from './helm-pattern.ts'
import type { EntryLayout } from './layout.ts'

/** Bytes that are decoded at once; an entry that does not fit into half of it may be scanned instead. */
const WINDOW = 64 * 1024
const WIDEST_DASH = 8

/**
 * Skips the entries from the scanner's dash on that are written as Helm writes them, `inset` deeper than the chart's
 * name. Returns where they end; `undefined` if the first is written otherwise, and the scanner stays before it.
 */
export type HelmEntries = (at: Place, inset: number) => number | undefined

/**
 * Real indexes consist of such entries. A regular expression is compiled before it is first used, while JavaScript gets
 * fast by the megabyte, and takes megabytes of memory to be optimised: for an index of 4 MB both are most of the total.
 */
export function helmEntries(s: Scanner): HelmEntries {
  const bytes = asBuffer(s.bytes)
  let [text, from] = ['', 0]
  return ({ lineStart, column }, inset) => {
    const pattern = patternFor({ dash: column, inset })
    if (!pattern) return undefined
    if (lineStart > from + text.length - WINDOW / 2 && from + text.length < s.end) {
      text = bytes.toString('latin1', lineStart, Math.min(s.end, lineStart + WINDOW))
      from = lineStart
    }
    pattern.lastIndex = lineStart - from
    if (!pattern.test(text)) return undefined
    passTo(s, from + pattern.lastIndex)
    return s.contentEnd
  }
}

const patterns = new Map<string, RegExp>()

function patternFor(style: HelmStyle): RegExp | undefined {
  const { dash, inset } = style
  if (dash > WIDEST_DASH || inset < 0) return undefined
  const key = `${dash} ${inset}`
  const pattern = patterns.get(key) ?? helmPattern(style)
  patterns.set(key, pattern)
  return pattern
}

/** The skipped entries, the first of which begins at a place. */
export function passedEntries(
  bytes: Uint8Array,
  { column, lineStart, before }: Place,
  end: number,
): readonly EntryLayout[] {
  const dash = `^ {${column}}`
  const fields = ['name', 'version', 'created'].map((field) => new RegExp(`${dash}[ -] ${field}: (.*)$`, 'm'))
  let next = lineStart
  return textBetween(bytes, lineStart, end)
    .split(new RegExp(`(?=${dash}- )`, 'm'))
    .map((text, index) => {
      const [name, version, created] = fields.map((field) => field.exec(text)?.[1])
      const line = next
      next += Buffer.byteLength(text)
      return {
        ...{ before: index === 0 ? before : line, start: line + column, lineStart: line, column, end: next },
        ...{ name: textAsRead(name ?? ''), version: textAsRead(version ?? ''), timed: created !== undefined },
        ...{ flow: false, fields: column + 2, aliased: false },
      }
    })
}
