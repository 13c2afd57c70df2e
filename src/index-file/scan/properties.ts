import type { Reader } from './reader.ts'
import { type Anchor, goDeeper, isGap, type Scanner, skipBlanks, type ValueWalk } from './scanner.ts'
import { broken, notUnderstood, textBetween } from './source.ts'

const NAME = /^[A-Za-z0-9_-]+$/
const TAG = /^!(?:|!?[\w.:/-]+|<[\w.:/,-]+>)$/
const [AMPERSAND, EXCLAMATION, ASTERISK] = [0x26, 0x21, 0x2a]
/** Limits for scanning the values of aliases again: how often, and how many bytes in total. */
const MAX_READ_AGAIN = 20_000
const MAX_BYTES_AGAIN = 4 * 1024 * 1024

/** Skips the anchor and the tag before a value; the tag is the scanner's until the value takes it. */
export function takeProperties(s: Scanner, indent: number, walk: ValueWalk): Anchor | undefined {
  const { pos, lineStart, column } = s
  let anchor: Anchor | undefined
  s.tag = undefined
  for (;;) {
    const byte = s.bytes[s.pos]
    if (byte === AMPERSAND && !anchor) {
      anchor = { pos, lineStart, column, walk, indent, isOpen: true, isDuplicate: false }
      keep(s, takeName(s), anchor)
    } else if (byte === EXCLAMATION && s.tag === undefined) takeTag(s)
    else if (byte === ASTERISK) throw broken(s, s.pos, 'has an anchor or a tag before an alias')
    else return anchor
    s.pos = skipBlanks(s, s.pos)
  }
}

function keep(s: Scanner, name: string, anchor: Anchor): void {
  const other = s.anchors.get(name)
  if (other && other.pos !== anchor.pos) {
    anchor.isDuplicate = true
    other.isDuplicate = true
  }
  s.anchors.set(name, anchor)
}

function takeTag(s: Scanner): void {
  const start = s.pos
  let end = start
  while (!isGap(s, end) && (!isFlowIndicator(s, end) || s.bytes[start + 1] === 0x3c)) end++
  const tag = textBetween(s.bytes, start, end)
  if (!TAG.test(tag)) throw notUnderstood(s, start, 'has a tag that is not followed')
  s.tag = tag.replace(/^!<tag:yaml\.org,2002:(.*)>$/, '!!$1')
  s.pos = end
}

/** Skips `*name`. Returns its anchor. */
export function takeAlias(s: Scanner): Anchor {
  const { pos: start } = s
  const name = takeName(s)
  const anchor = s.anchors.get(name)
  if (!anchor) throw broken(s, start, `uses *${name}, which no anchor before it names`)
  if (anchor.isOpen) throw broken(s, start, `uses *${name} within what it stands for`)
  s.aliases += 1
  return anchor
}

/** Lets a reader read the value of an anchor, and goes back to the alias. */
export function readAnchor(s: Scanner, anchor: Anchor, at: number, reader: Reader): void {
  if (anchor.isDuplicate) throw notUnderstood(s, at, 'uses an anchor whose name stands for two values')
  const { pos, lineStart, column, contentEnd, commented, tag, aliasAt, aliases, depth } = s
  goDeeper(s)
  s.again.values += 1
  Object.assign(s, { pos: anchor.pos, lineStart: anchor.lineStart, column: anchor.column, aliasAt: aliasAt ?? at })
  anchor.walk(s, anchor.indent, reader)
  s.again.bytes += s.pos - anchor.pos
  if (s.again.values > MAX_READ_AGAIN || s.again.bytes > MAX_BYTES_AGAIN)
    throw notUnderstood(s, at, 'uses aliases for more than is followed')
  Object.assign(s, { pos, lineStart, column, contentEnd, commented, tag, aliasAt, aliases, depth })
}

function takeName(s: Scanner): string {
  const start = s.pos + 1
  let end = start
  while (!isGap(s, end) && !isFlowIndicator(s, end)) end++
  const name = textBetween(s.bytes, start, end)
  if (!NAME.test(name)) throw broken(s, s.pos, 'has an anchor or alias without a name that every reader takes')
  s.pos = end
  return name
}

/** `,`, `[`, `]`, `{` or `}`. */
export function isFlowIndicator(s: Scanner, at: number): boolean {
  const byte = s.bytes[at]
  return byte === 0x2c || byte === 0x5b || byte === 0x5d || byte === 0x7b || byte === 0x7d
}
