import {
  DASH,
  HASH,
  isBlank,
  isDocumentMarker,
  isLineEnd,
  isMarker,
  LINE_FEED,
  nextLine,
  type Scanner,
  SPACE,
  skipBlanks,
  TAB,
} from './scanner.ts'
import { broken, notUnderstood, type Source, textBetween } from './source.ts'

const PERCENT = 0x25
const BRACE = 0x7b

/** Begins at the first content, after a byte order mark, directives and `---`. */
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

/** Skips comments and directives; returns where the first directive is. */
function skipDirectives(s: Scanner): number | undefined {
  let first: number | undefined
  for (;;) {
    skipComments(s)
    if (s.bytes[s.pos] !== PERCENT || (s.bytes[s.pos - 1] ?? LINE_FEED) !== LINE_FEED) return first
    const line = textBetween(s.bytes, s.pos, nextLine(s, s.pos)).trimEnd()
    // Helm refuses any other version, and tag handles change the meaning of tags.
    if (!/^%YAML 1\.1(?: +#.*)?$/.test(line) || first !== undefined)
      throw notUnderstood(s, s.pos, `has the directive ${line.slice(0, 40)}`)
    first = s.pos
    s.pos = nextLine(s, s.pos)
  }
}

/** Skips `---`, after which brackets may open on the same line. */
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

/** Ends a line, which must have only blanks and a comment left, and goes to the next one with content. */
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

/** Goes to the line that begins at `pos`, before which everything was content. */
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
        // The rest is not part of the index.
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
