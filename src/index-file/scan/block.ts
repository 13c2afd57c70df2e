import { flow } from './flow.ts'
import { closeKeys, noteKey, openKeys, takeKey } from './keys.ts'
import { endLine } from './lines.ts'
import { readAnchor, takeAlias, takeProperties } from './properties.ts'
import type { Place, Reader } from './reader.ts'
import { blockText, DOUBLE_QUOTE, plain, quotedEnd, SINGLE_QUOTE } from './scalars.ts'
import { goDeeper, HASH, hasByte, isDash, isLineEnd, LINE_FEED, type Scanner, skipBlanks, TAB } from './scanner.ts'
import { broken, notUnderstood } from './source.ts'

const [AMPERSAND, ASTERISK, EXCLAMATION, PIPE, GREATER, BRACKET, BRACE] = [0x26, 0x2a, 0x21, 0x7c, 0x3e, 0x5b, 0x7b]

/** The node that begins at `pos`, which is first on its line or after a dash; `parent` is the column of its parent. */
export function node(s: Scanner, parent: number, reader?: Reader): void {
  goDeeper(s)
  const { pos } = s
  if (isDash(s)) list(s, s.column, reader)
  else if (takeKey(s)) mapping(s, pos, reader)
  else inline(s, parent, reader)
  s.depth -= 1
}

/** The mapping that began at `start`, with its first key taken. */
function mapping(s: Scanner, start: number, reader: Reader | undefined): void {
  const { column } = s
  reader?.mapping?.({ ...placeAt(s), start })
  const base = openKeys(s)
  let many: Set<string> | undefined
  for (let taken = true; ; taken = !isDash(s) && takeKey(s)) {
    if (!taken) throw broken(s, s.pos, 'has a line that is no key where one belongs')
    many = noteKey(s, base, many)
    value(s, column, reader?.key?.(s.key))
    if (s.column < column) break
    if (s.column > column) throw broken(s, s.pos, 'has a line that is indented deeper than those before it')
  }
  closeKeys(s, base)
  reader?.close?.(s.contentEnd)
}

/** The value after the colon of a key at column `indent`: on its line, or indented on the next ones. */
function value(s: Scanner, indent: number, reader: Reader | undefined): void {
  s.pos = skipBlanks(s, s.pos)
  s.tag = undefined
  const anchor = startsProperty(s) ? takeProperties(s, indent, value) : undefined
  if (!isLineEnd(s, s.pos) && s.bytes[s.pos] !== HASH) inline(s, indent, reader)
  else valueBelow(s, indent, reader)
  if (anchor) anchor.isOpen = false
}

function valueBelow(s: Scanner, indent: number, reader: Reader | undefined): void {
  const end = s.pos
  endLine(s)
  if (s.column > indent) node(s, indent, reader)
  else if (s.column === indent && isDash(s)) {
    goDeeper(s)
    list(s, indent, reader)
    s.depth -= 1
  } else reader?.nothing?.(end)
}

function list(s: Scanner, indent: number, reader: Reader | undefined): void {
  reader?.list?.(placeAt(s))
  do {
    if (!reader?.past?.(placeAt(s))) item(s, indent, reader?.item?.(placeAt(s)))
    if (s.column > indent) throw broken(s, s.pos, 'has a line that is indented deeper than the list it stands in')
  } while (s.column === indent && isDash(s))
  reader?.close?.(s.contentEnd)
}

function item(s: Scanner, indent: number, reader: Reader | undefined): void {
  const behind = skipBlanks(s, s.pos + 1)
  if (hasByte(s, TAB, s.pos, behind)) throw notUnderstood(s, s.pos + 1, 'has a tab behind a dash')
  s.column += behind - s.pos
  s.pos = behind
  itemValue(s, indent, reader)
}

function itemValue(s: Scanner, indent: number, reader: Reader | undefined): void {
  s.tag = undefined
  const hasProperties = startsProperty(s)
  const anchor = hasProperties ? takeProperties(s, indent, itemValue) : undefined
  if (isLineEnd(s, s.pos) || s.bytes[s.pos] === HASH) itemBelow(s, indent, reader)
  // `- &a name: x` would be an anchor of the key alone.
  else if (hasProperties) inline(s, indent, reader)
  else node(s, indent, reader)
  if (anchor) anchor.isOpen = false
}

function itemBelow(s: Scanner, indent: number, reader: Reader | undefined): void {
  const end = s.pos
  endLine(s)
  if (s.column > indent) node(s, indent, reader)
  else reader?.nothing?.(end)
}

function startsProperty(s: Scanner): boolean {
  const byte = s.bytes[s.pos]
  return byte === AMPERSAND || byte === EXCLAMATION
}

/** A value that begins on the line of its key or dash and is not a block mapping or list. Ends the line. */
function inline(s: Scanner, parent: number, reader: Reader | undefined): void {
  const { pos: start } = s
  const byte = s.bytes[start]
  if (byte === EXCLAMATION) throw notUnderstood(s, start, 'has a tag where none is followed')
  if (byte === AMPERSAND) throw notUnderstood(s, start, 'has an anchor where none is followed')
  if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) quoted(s, parent, reader)
  else if (byte === BRACKET || byte === BRACE) {
    flow(s, reader)
    endLine(s)
  } else if (byte === ASTERISK) {
    const anchor = takeAlias(s)
    const at = { start, end: s.pos }
    endLine(s)
    reader?.alias?.(at, (other) => readAnchor(s, anchor, start, other))
  } else if (byte === PIPE || byte === GREATER) blockText(s, parent, reader)
  else plain(s, parent, reader)
}

function quoted(s: Scanner, parent: number, reader: Reader | undefined): void {
  const { pos: start } = s
  const end = quotedEnd(s, start, parent)
  s.pos = end
  endLine(s)
  if (!reader?.scalar) return
  const style = s.bytes[start] === DOUBLE_QUOTE ? 'double' : 'single'
  reader.scalar({ start, end, style, long: hasByte(s, LINE_FEED, start, end), tag: s.tag })
}

function placeAt(s: Scanner): Place {
  return { start: s.pos, lineStart: s.lineStart, column: s.column, before: s.contentEnd, flow: false }
}
