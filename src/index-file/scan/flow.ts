import { closeKeys, noteKey, openKeys } from './keys.ts'
import { isFlowIndicator, readAnchor, takeAlias, takeProperties } from './properties.ts'
import type { Place, Reader, ScalarText } from './reader.ts'
import { COLON, DOUBLE_QUOTE, mayBeginPlain, quotedEnd, SINGLE_QUOTE } from './scalars.ts'
import {
  goDeeper,
  HASH,
  hasByte,
  isDocumentMarker,
  isGap,
  isLineEnd,
  LINE_FEED,
  type Scanner,
  SPACE,
  skipBlanks,
  TAB,
} from './scanner.ts'
import { broken, notUnderstood } from './source.ts'

const [COMMA, BRACKET, BRACKET_END, BRACE, BRACE_END] = [0x2c, 0x5b, 0x5d, 0x7b, 0x7d]
const [AMPERSAND, ASTERISK, EXCLAMATION] = [0x26, 0x2a, 0x21]

/** A mapping or list in brackets, JSON included, that begins at `pos`. Ends after the closing bracket. */
export function flow(s: Scanner, reader: Reader | undefined): void {
  goDeeper(s)
  const opening = s.pos
  const closing = s.bytes[opening] === BRACE ? BRACE_END : BRACKET_END
  if (closing === BRACE_END) reader?.mapping?.(placeAt(s))
  else reader?.list?.(placeAt(s))
  const base = openKeys(s)
  let many: Set<string> | undefined
  s.pos += 1
  for (;;) {
    skipToContent(s)
    if (s.bytes[s.pos] === closing) break
    if (closing === BRACE_END) {
      takeFlowKey(s)
      many = noteKey(s, base, many)
      pairValue(s, reader?.key?.(s.key))
    } else flowNode(s, 0, reader?.item?.(placeAt(s)))
    skipToContent(s)
    if (s.bytes[s.pos] === closing) break
    if (s.bytes[s.pos] !== COMMA) throw notClosed(s, opening)
    s.pos += 1
  }
  closeKeys(s, base)
  s.pos += 1
  s.depth -= 1
  reader?.close?.(s.pos)
}

function notClosed(s: Scanner, opening: number): Error {
  if (s.pos >= s.end) return broken(s, opening, 'has a bracket that is never closed')
  return notUnderstood(s, s.pos, 'has something in brackets where a comma or the closing bracket belongs')
}

function takeFlowKey(s: Scanner): void {
  s.column = s.pos - s.lineStart
  const { start, end, style } = flowText(s)
  s.key.start = start
  s.key.end = end
  s.key.style = style
}

function pairValue(s: Scanner, reader: Reader | undefined): void {
  skipToContent(s)
  if (s.bytes[s.pos] !== COLON) throw notUnderstood(s, s.pos, 'has a key in brackets without a value')
  s.pos += 1
  const behind = s.pos
  skipToContent(s)
  if (s.bytes[s.pos] === COMMA || s.bytes[s.pos] === BRACE_END) reader?.nothing?.(behind)
  else flowNode(s, 0, reader)
}

function flowNode(s: Scanner, indent: number, reader: Reader | undefined): void {
  s.tag = undefined
  const isProperty = s.bytes[s.pos] === AMPERSAND || s.bytes[s.pos] === EXCLAMATION
  const anchor = isProperty ? takeProperties(s, indent, flowNode) : undefined
  if (isProperty) skipToContent(s)
  const byte = s.bytes[s.pos]
  const { pos: start } = s
  if (byte === BRACE || byte === BRACKET) flow(s, reader)
  else if (byte === ASTERISK) {
    const aliased = takeAlias(s)
    reader?.alias?.({ start, end: s.pos }, (other) => readAnchor(s, aliased, start, other))
  } else if (isProperty && (byte === COMMA || byte === BRACE_END || byte === BRACKET_END)) reader?.nothing?.(start)
  else {
    const { tag } = s
    const text = flowText(s)
    reader?.scalar?.({ ...text, tag })
  }
  if (anchor) anchor.isOpen = false
}

function flowText(s: Scanner): ScalarText {
  const { pos: start } = s
  const byte = s.bytes[start]
  if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) {
    s.pos = quotedEnd(s, start, -1)
    const long = hasByte(s, LINE_FEED, start, s.pos)
    return { start, end: s.pos, style: byte === DOUBLE_QUOTE ? 'double' : 'single', long }
  }
  if (start >= s.end) throw broken(s, start, 'ends within brackets')
  if (!mayBeginPlain(s, start)) throw broken(s, start, 'has something in brackets that does not belong there')
  let end = start
  for (let at = start; !isLineEnd(s, at) && !isFlowIndicator(s, at); at++) {
    const byte = s.bytes[at]
    if (byte === COLON && (isGap(s, at + 1) || isFlowIndicator(s, at + 1))) break
    if (byte === HASH && end < at) break
    if (byte !== SPACE && byte !== TAB) end = at + 1
  }
  s.pos = end
  return { start, end, style: 'plain', long: false }
}

/** Skips blanks, line breaks and comments. */
function skipToContent(s: Scanner): void {
  for (;;) {
    const from = s.pos
    s.pos = skipBlanks(s, from)
    if (s.bytes[s.pos] === HASH && (s.pos > from || s.pos === s.lineStart || s.bytes[s.pos - 1] === LINE_FEED)) {
      while (!isLineEnd(s, s.pos)) s.pos += 1
    }
    if (s.pos >= s.end || !isLineEnd(s, s.pos)) return
    s.pos += s.bytes[s.pos] === LINE_FEED ? 1 : 2
    s.lineStart = s.pos
    if (isDocumentMarker(s, s.pos)) throw broken(s, s.pos, 'has a bracket that is open where the document ends')
  }
}

function placeAt(s: Scanner): Place {
  return { start: s.pos, lineStart: s.lineStart, column: s.pos - s.lineStart, before: s.pos, flow: true }
}
