import { endLine, toContent } from './lines.ts'
import type { Reader } from './reader.ts'
import { HASH, isDocumentMarker, isGap, isLineEnd, LINE_FEED, nextLine, type Scanner, SPACE, TAB } from './scanner.ts'
import { broken, notUnderstood, textBetween } from './source.ts'

export const COLON = 0x3a
export const DOUBLE_QUOTE = 0x22
export const SINGLE_QUOTE = 0x27
const BACKSLASH = 0x5c
const KEEP = 0x2b
const STRIP = 0x2d

/** Characters that must not begin a plain text: `, [ ] { } # & * ! | > ' " % @ `` ` ``. */
const INDICATORS = new Set([...',[]{}#&*!|>\'"%@`'].map((character) => character.charCodeAt(0)))
/** These may begin a text if no gap follows. */
const GAPPED = new Set([...'-?:'].map((character) => character.charCodeAt(0)))

export function mayBeginPlain(s: Scanner, at: number): boolean {
  const byte = s.bytes[at] as number
  return !INDICATORS.has(byte) && !(GAPPED.has(byte) && isGap(s, at + 1))
}

/** A plain text of a block, over as many lines as are indented deeper than `parent`. Ends the line. */
export function plain(s: Scanner, parent: number, reader: Reader | undefined): void {
  const start = s.pos
  if (!mayBeginPlain(s, start)) throw broken(s, start, 'has a value that begins with a character that it must not')
  let end = plainLine(s)
  let long = false
  endLine(s)
  while (s.column > parent) {
    if (s.commented) throw broken(s, s.pos, 'has a text that goes on behind a comment')
    long = true
    end = plainLine(s)
    endLine(s)
  }
  reader?.scalar?.({ start, end, style: 'plain', long, tag: s.tag })
}

/** The rest of a line as plain text: returns where it ends, without the blanks and the comment after it. */
function plainLine(s: Scanner): number {
  let at = s.pos
  let end = at
  for (; !isLineEnd(s, at); at++) {
    const byte = s.bytes[at]
    if (byte === SPACE || byte === TAB) continue
    if (byte === HASH && end < at && at > s.pos) break
    if (byte === COLON && isGap(s, at + 1)) throw broken(s, at, 'has a second `:` in the line of a value')
    end = at + 1
  }
  s.pos = end
  return end
}

/**
 * The end of the quoted text that begins at `from`, after the quote. Lines after the first are indented deeper than
 * `parent`.
 */
export function quotedEnd(s: Scanner, from: number, parent: number): number {
  const quote = s.bytes[from]
  for (let at = from + 1; at < s.end; at++) {
    const byte = s.bytes[at]
    if (byte === LINE_FEED) checkContinuation(s, at + 1, parent)
    else if (byte === BACKSLASH && quote === DOUBLE_QUOTE) at = escapeEnd(s, at)
    else if (byte === quote) {
      if (quote === DOUBLE_QUOTE || s.bytes[at + 1] !== SINGLE_QUOTE) return at + 1
      at++
    }
  }
  throw broken(s, from, 'has a quote that is never closed')
}

const HEX_DIGITS: ReadonlyMap<string, number> = new Map(Object.entries({ x: 2, u: 4, U: 8 }))

/** The last byte of the escape at `at`. */
function escapeEnd(s: Scanner, at: number): number {
  const letter = String.fromCharCode(s.bytes[at + 1] ?? 0)
  const digits = HEX_DIGITS.get(letter)
  if (digits === undefined) {
    // A line break is escaped as one byte; what follows is read like any line.
    if (letter === '\n' || letter === '\r') return at
    if ('0abt\tnvfre "/\\N_LP'.includes(letter)) return at + 1
  } else if (new RegExp(`^[0-9a-fA-F]{${digits}}$`).test(textBetween(s.bytes, at + 2, at + 2 + digits))) {
    return at + 1 + digits
  }
  throw broken(s, at, 'has an escape in quotes that YAML does not know')
}

function checkContinuation(s: Scanner, lineStart: number, parent: number): void {
  let at = lineStart
  while (s.bytes[at] === SPACE) at++
  if (isLineEnd(s, at)) return
  if (at - lineStart <= parent || isDocumentMarker(s, lineStart))
    throw notUnderstood(s, at, 'has a quoted text over several lines that are indented less than its key')
}

/** A text after `|` or `>`: skipped, with the empty lines at its end if they belong to it. */
export function blockText(s: Scanner, parent: number, reader: Reader | undefined): void {
  const start = s.pos
  const { keep, indent } = header(s, parent)
  const body = s.contentEnd
  s.pos = body
  s.commented = false
  skipBlock(s, parent, indent)
  if (keep) s.contentEnd = blankLinesEnd(s, s.contentEnd)
  const end = s.contentEnd
  s.pos = end
  toContent(s)
  reader?.scalar?.({ start, end, style: 'block', long: true, tag: s.tag })
}

function header(s: Scanner, parent: number): { readonly keep: boolean; readonly indent: number | undefined } {
  let keep = false
  let indent: number | undefined
  for (s.pos += 1; !isGap(s, s.pos); s.pos += 1) {
    const byte = s.bytes[s.pos] as number
    if (byte >= 0x31 && byte <= 0x39 && indent === undefined) indent = Math.max(parent, 0) + byte - 0x30
    else if (byte === KEEP || byte === STRIP) keep = byte === KEEP
    else throw broken(s, s.pos, 'has a text block with a header that YAML does not know')
  }
  const from = s.pos
  while (s.bytes[s.pos] === SPACE || s.bytes[s.pos] === TAB) s.pos += 1
  if (!isLineEnd(s, s.pos) && (s.bytes[s.pos] !== HASH || s.pos === from))
    throw broken(s, s.pos, 'has something behind the header of a text block')
  s.contentEnd = nextLine(s, s.pos)
  return { keep, indent }
}

function skipBlock(s: Scanner, parent: number, known: number | undefined): void {
  let indent = known
  let widest = 0
  for (let line = s.pos; line < s.end; ) {
    let at = line
    while (s.bytes[at] === SPACE) at++
    const width = at - line
    const next = nextLine(s, at)
    if (!isLineEnd(s, at) || (indent !== undefined && width > indent)) {
      if (indent === undefined) {
        if (width <= parent) return
        if (s.bytes[at] === TAB || widest > width)
          throw notUnderstood(s, at, 'has a text block that begins with an odd indentation')
        indent = width
      }
      if (width < indent) return
      s.contentEnd = next
    } else widest = Math.max(widest, width)
    line = next
  }
}

function blankLinesEnd(s: Scanner, from: number): number {
  for (let line = from; line < s.end; ) {
    let at = line
    while (s.bytes[at] === SPACE) at++
    if (!isLineEnd(s, at)) return line
    line = nextLine(s, at)
  }
  return s.end
}
