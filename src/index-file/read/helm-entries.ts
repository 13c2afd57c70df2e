import { Buffer } from 'node:buffer'
import { passTo } from '../scan/lines.ts'
import type { Place } from '../scan/reader.ts'
import type { Scanner } from '../scan/scanner.ts'
import { asBuffer, textOf } from '../scan/source.ts'
import { textAsRead } from '../scan/text.ts'
import { type HelmStyle, helmPattern } from './helm-pattern.ts'
import type { EntryLayout } from './layout.ts'

/** What is decoded at once; an entry that does not fit into half of it may be walked over. */
const WINDOW = 64 * 1024
const WIDEST_DASH = 8

/**
 * Goes past the entries from the scanner's dash on that are written as Helm writes them, `inset` deeper than the chart's name.
 * Gives back where they end; `undefined` where the first is written otherwise, and the scanner stays before it.
 */
export type HelmEntries = (at: Place, inset: number) => number | undefined

/**
 * Real indexes are made of such entries. A regular expression is compiled before it is first used, while JavaScript gets fast
 * by the megabyte, and takes megabytes of memory to be made fast: for an index of 4 MB both are most of the whole.
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

/** The entries that were passed over, the first of which begins at a place. */
export function passedEntries(
  bytes: Uint8Array,
  { column, lineStart, before }: Place,
  end: number,
): readonly EntryLayout[] {
  const dash = `^ {${column}}`
  const fields = ['name', 'version', 'created'].map((field) => new RegExp(`${dash}[ -] ${field}: (.*)$`, 'm'))
  let next = lineStart
  return textOf(bytes, lineStart, end)
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
