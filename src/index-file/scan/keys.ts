import { textIn } from './helm-scalar.ts'
import { COLON, DOUBLE_QUOTE, mayBeginPlain, quotedEnd, SINGLE_QUOTE } from './scalars.ts'
import { CARRIAGE_RETURN, HASH, hasByte, isBlank, isGap, LINE_FEED, type Scanner, skipBlanks } from './scanner.ts'
import { broken, notUnderstood, textBetween } from './source.ts'

/** YAML readers look no further for the `:` of a key. */
const MAX_KEY_BYTES = 1024
const QUESTION = 0x3f
const BACKSLASH = 0x5c
/** From this number of keys in one mapping on, a set is faster than comparing each. */
const FEW_KEYS = 24 * 2

/** Whether a key begins at `pos`: then it is the scanner's `key`, and `pos` is behind its colon. */
export function takeKey(s: Scanner): boolean {
  const { pos: start } = s
  const byte = s.bytes[start]
  const quoted = byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE
  if (byte === QUESTION && isGap(s, start + 1)) throw notUnderstood(s, start, 'has a key behind a question mark')
  if (!quoted && !mayBeginPlain(s, start)) return false
  const end = quoted ? quotedKeyEnd(s) : plainKeyEnd(s)
  if (end === undefined) return false
  if (end - start > MAX_KEY_BYTES) throw broken(s, start, `has a key of more than ${MAX_KEY_BYTES} bytes`)
  s.key.start = start
  s.key.end = end
  s.key.style = byte === DOUBLE_QUOTE ? 'double' : quoted ? 'single' : 'plain'
  return true
}

function quotedKeyEnd(s: Scanner): number | undefined {
  // If it is not a key after all, its lines are read again with the column of their parent.
  const end = quotedEnd(s, s.pos, -1)
  const colon = skipBlanks(s, end)
  if (s.bytes[colon] !== COLON || !isGap(s, colon + 1)) return undefined
  if (hasByte(s, LINE_FEED, s.pos, end)) throw broken(s, s.pos, 'has a key over several lines')
  s.pos = colon + 1
  return end
}

function plainKeyEnd(s: Scanner): number | undefined {
  const { bytes } = s
  for (let at = s.pos; at < s.end; at++) {
    // Letters are skipped in a loop so small that the names of a hundred charts do not make V8 compile it, at 2 MB of
    // memory.
    while ((bytes[at] as number) > COLON) at++
    const byte = bytes[at]
    if (byte === LINE_FEED || byte === CARRIAGE_RETURN || (byte === HASH && isBlank(s, at - 1))) return undefined
    if (byte !== COLON || !isGap(s, at + 1)) continue
    s.pos = at + 1
    while (isBlank(s, at - 1)) at--
    return at
  }
  return undefined
}

/** Makes room for the keys of a mapping, and returns where it begins. The marks of its keys come before it. */
export function openKeys(s: Scanner): number {
  return s.keys.push(0)
}

export function closeKeys(s: Scanner, base: number): void {
  s.keys.length = base - 1
}

/** A mark of 32 bits: keys with different marks are different, so that most are never compared. */
function markOf(bytes: Uint8Array, start: number, end: number): number {
  return 1 << (((end - start) * 7 + (bytes[start] as number) * 3 + (bytes[end - 1] as number) * 5) & 31)
}

/**
 * Records the scanner's key in the mapping whose keys begin at `base`. Each key must be unique there, with quotes or
 * without: Helm reads nothing of an index with a duplicate. `many` is the set of keys, made if there are many, and is
 * returned.
 */
export function noteKey(s: Scanner, base: number, many: Set<string> | undefined): Set<string> | undefined {
  const { bytes, key, keys } = s
  const quote = key.style === 'plain' ? 0 : 1
  const [start, end] = [key.start + quote, key.end - quote]
  const isEscaped = quote > 0 && hasByte(s, key.style === 'double' ? BACKSLASH : SINGLE_QUOTE, start, end)
  const all = many ?? (isEscaped || keys.length - base > FEW_KEYS ? allKeys(s, base) : undefined)
  const text = all && (isEscaped ? textIn(s, key) : textBetween(bytes, start, end))
  const mark = markOf(bytes, start, end)
  const marks = keys[base - 1] as number
  const isDuplicate =
    text !== undefined ? all?.has(text) === true : (marks & mark) !== 0 && hasKey(s, base, { start, end })
  if (isDuplicate)
    throw broken(s, key.start, `has the key ${textBetween(bytes, key.start, key.end)} twice in one place`)
  if (text !== undefined) all?.add(text)
  keys[base - 1] = marks | mark
  keys.push(start, end)
  return all
}

function hasKey(
  { bytes, keys }: Scanner,
  base: number,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  for (let each = base; each < keys.length; each += 2) {
    const other = keys[each] as number
    if ((keys[each + 1] as number) - other !== end - start) continue
    let at = 0
    while (at < end - start && bytes[other + at] === bytes[start + at]) at++
    if (at === end - start) return true
  }
  return false
}

function allKeys({ bytes, keys }: Scanner, base: number): Set<string> {
  const all = new Set<string>()
  for (let each = base; each < keys.length; each += 2)
    all.add(textBetween(bytes, keys[each] as number, keys[each + 1] as number))
  return all
}
