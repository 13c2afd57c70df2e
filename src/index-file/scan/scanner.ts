import type { Fault } from './faults.ts'
import type { Anchor } from './properties.ts'
import type { TextStyle } from './reader.ts'
import { broken, notUnderstood, type Source, textOf } from './source.ts'

export const TAB = 0x09
export const LINE_FEED = 0x0a
export const CARRIAGE_RETURN = 0x0d
export const SPACE = 0x20
export const HASH = 0x23
export const DASH = 0x2d
const DOT = 0x2e
const PERCENT = 0x25
const BRACE = 0x7b

/** Deeper than any index, and far from where recursion ends the process. */
const MAX_DEPTH = 60

/**
 * A walk over the bytes of an index, line by line. It makes no objects for what is only passed over: an index of 38 MB
 * holds a million lines.
 */
export interface Scanner extends Source {
  /** Where the first document ends: Helm reads no other. */
  end: number
  pos: number
  /** Column of `pos`, from 0, where a node begins there: first on its line, or behind dashes. -1 at the end of the text. */
  column: number
  /** Where the line of `pos` begins. */
  lineStart: number
  /** Behind the line break of the last line that held more than a comment. */
  contentEnd: number
  /** Whether comments stood between the last content and `pos`. */
  commented: boolean
  depth: number
  /** Start and end of the keys of every mapping that is open. */
  readonly keys: number[]
  /** The key that was read last. */
  readonly key: { start: number; end: number; style: TextStyle; readonly long: false }
  readonly anchors: Map<string, Anchor>
  /** How many aliases there were so far. */
  aliases: number
  /** Where the alias stands whose value is read, in the document itself. */
  aliasAt: number | undefined
  /** What was walked over for aliases. */
  readonly again: { values: number; bytes: number }
  /** Why Helm can't load it, as far as it was walked over. */
  readonly faults: Fault[]
  /** The tag of the value that comes. */
  tag: string | undefined
}

/** Begins at the first content, behind a byte order mark, directives and `---`. */
export function openScanner(source: Source): Scanner {
  const { bytes } = source
  const pos = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const s: Scanner = {
    ...source,
    ...{ end: bytes.length, pos, column: 0, lineStart: pos, contentEnd: pos, commented: false, depth: 0 },
    ...{ keys: [], key: { start: 0, end: 0, style: 'plain', long: false }, anchors: new Map(), aliases: 0 },
    ...{ aliasAt: undefined, again: { values: 0, bytes: 0 }, faults: [], tag: undefined },
  }
  const directive = skipDirectives(s)
  if (isMarker(s, s.pos, DASH)) passMarker(s)
  else if (directive !== undefined) throw broken(s, directive, 'has a directive without `---` below it')
  else toContent(s)
  return s
}

/** Over comments and directives; where the first directive stands. */
function skipDirectives(s: Scanner): number | undefined {
  let first: number | undefined
  for (;;) {
    skipComments(s)
    if (s.bytes[s.pos] !== PERCENT || (s.bytes[s.pos - 1] ?? LINE_FEED) !== LINE_FEED) return first
    const line = textOf(s.bytes, s.pos, nextLine(s, s.pos)).trimEnd()
    // Helm refuses any other version, and handles of tags change what tags mean.
    if (!/^%YAML 1\.1(?: +#.*)?$/.test(line) || first !== undefined)
      throw notUnderstood(s, s.pos, `has the directive ${line.slice(0, 40)}`)
    first = s.pos
    s.pos = nextLine(s, s.pos)
  }
}

/** Over `---`, behind which brackets may open on the same line. */
function passMarker(s: Scanner): void {
  s.lineStart = s.pos
  s.pos = skipBlanks(s, s.pos + 3)
  if (s.bytes[s.pos] === BRACE) s.column = s.pos - s.lineStart
  else endLine(s)
}

function skipComments(s: Scanner): void {
  for (let at = skipBlanks(s, s.pos); at < s.end; at = skipBlanks(s, s.pos)) {
    if (s.bytes[at] !== HASH && !isLineEnd(s, at)) return
    s.pos = nextLine(s, at)
  }
}

/** Ends a line, on which only blanks and a comment may be left, and goes to the next one with content. */
export function endLine(s: Scanner): void {
  const at = skipBlanks(s, s.pos)
  if (!isLineEnd(s, at)) {
    if (s.bytes[at] !== HASH || !isBlank(s, at - 1))
      throw broken(s, at, 'has something behind a value that does not belong there')
  }
  s.pos = nextLine(s, at)
  s.contentEnd = s.pos
  s.commented = at < s.end && s.bytes[at] === HASH
  toContent(s)
}

/** Goes to the line that begins at `pos`, all before which was content. */
export function passTo(s: Scanner, pos: number): void {
  s.pos = pos
  s.contentEnd = pos
  s.commented = false
  toContent(s)
}

/** From the start of a line to the first content from there on. */
export function toContent(s: Scanner): void {
  for (;;) {
    const start = s.pos
    let at = start
    while (s.bytes[at] === SPACE) at++
    if (s.bytes[at] === TAB) throw broken(s, at, 'has a tab where a line is indented')
    if (at >= s.end) {
      s.pos = s.end
      s.lineStart = s.end
      s.column = -1
      return
    }
    if (s.bytes[at] === HASH) s.commented = true
    else if (!isLineEnd(s, at)) {
      if (at === start && isDocumentMarker(s, at)) {
        // Whatever comes behind is not part of the index.
        s.end = at
        continue
      }
      s.pos = at
      s.lineStart = start
      s.column = at - start
      return
    }
    s.pos = nextLine(s, at)
  }
}

export function skipBlanks(s: Scanner, from: number): number {
  let at = from
  while (s.bytes[at] === SPACE || s.bytes[at] === TAB) at++
  return at
}

/** The start of the line behind the one that `from` is on. */
export function nextLine(s: Scanner, from: number): number {
  const at = s.bytes.indexOf(LINE_FEED, from)
  return at < 0 ? s.end : at + 1
}

export function isLineEnd(s: Scanner, at: number): boolean {
  const byte = s.bytes[at]
  return at >= s.end || byte === LINE_FEED || byte === CARRIAGE_RETURN
}

export function isBlank(s: Scanner, at: number): boolean {
  return s.bytes[at] === SPACE || s.bytes[at] === TAB
}

/** Whether a byte stands between two offsets; without making anything, as this is asked for every line. */
export function hasByte({ bytes }: Scanner, byte: number, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === byte) return true
  return false
}

/** A blank, or the end of the line: what must follow `-` and `:` for them to mean something. */
export function isGap(s: Scanner, at: number): boolean {
  return isBlank(s, at) || isLineEnd(s, at)
}

/** `---` or `...` alone at the start of a line. */
export function isMarker(s: Scanner, at: number, byte: number): boolean {
  return s.bytes[at] === byte && s.bytes[at + 1] === byte && s.bytes[at + 2] === byte && isGap(s, at + 3)
}

export function isDocumentMarker(s: Scanner, at: number): boolean {
  return isMarker(s, at, DASH) || isMarker(s, at, DOT)
}

/** Whether a list's entry begins here. */
export function isDash(s: Scanner): boolean {
  return s.bytes[s.pos] === DASH && isGap(s, s.pos + 1)
}

export function goDeeper(s: Scanner): void {
  s.depth += 1
  if (s.depth > MAX_DEPTH) throw notUnderstood(s, s.pos, 'is nested too deep')
}
