import type { Reader, TextStyle } from './reader.ts'
import { notUnderstood, type Source } from './source.ts'

export const TAB = 0x09
export const LINE_FEED = 0x0a
export const CARRIAGE_RETURN = 0x0d
export const SPACE = 0x20
export const HASH = 0x23
export const DASH = 0x2d
const DOT = 0x2e

/** Deeper than any index, and far from where recursion ends the process. */
const MAX_DEPTH = 60

/** More are not counted: one is enough to refuse an index. */
const MAX_FAULTS = 1000

/** Why Helm reads nothing of an index, with the place. */
export interface Fault {
  readonly start: number
  /** Follows `… has `. */
  readonly what: string
  /** Helm is stricter with YAML in one way and with JSON in another. */
  readonly only?: 'YAML' | 'JSON'
}

/** Reads the value that begins at the scanner's position, with its anchor and tag. */
export type ValueWalk = (s: Scanner, indent: number, reader: Reader | undefined) => void

/** A value that aliases may refer to. */
export interface Anchor {
  /** Where the value begins, with its anchor and tag. */
  readonly pos: number
  readonly lineStart: number
  readonly column: number
  /** How its value is scanned. */
  readonly walk: ValueWalk
  readonly indent: number
  /** Whether its value has not ended yet. */
  isOpen: boolean
  /** Whether another anchor has the same name. */
  isDuplicate: boolean
}

/**
 * The state of a scan over the bytes of an index, line by line. It creates no objects for skipped content: an index of
 * 38 MB has a million lines.
 */
export interface Scanner extends Source {
  /** Where the first document ends: Helm reads no other. */
  end: number
  pos: number
  /** Column of `pos`, from 0, if a node begins there: first on its line, or after dashes. -1 at the end of the text. */
  column: number
  /** Where the line of `pos` begins. */
  lineStart: number
  /** After the line break of the last line with more than a comment. */
  contentEnd: number
  /** Whether there were comments between the last content and `pos`. */
  commented: boolean
  depth: number
  /** Start and end of the keys of every open mapping. */
  readonly keys: number[]
  /** The key that was read last. */
  readonly key: { start: number; end: number; style: TextStyle; readonly long: false }
  readonly anchors: Map<string, Anchor>
  /** Number of aliases so far. */
  aliases: number
  /** The alias in the document itself whose value is being read. */
  aliasAt: number | undefined
  /** What was scanned again for aliases. */
  readonly again: { values: number; bytes: number }
  /** Why Helm can't load it, as far as it was scanned. */
  readonly faults: Fault[]
  /** The tag of the next value. */
  tag: string | undefined
}

export function skipBlanks(s: Scanner, from: number): number {
  let at = from
  while (s.bytes[at] === SPACE || s.bytes[at] === TAB) at++
  return at
}

/** The start of the line after the one that `from` is on. */
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

/** Whether a byte occurs between two offsets; without allocating, as this is called for every line. */
export function hasByte({ bytes }: Scanner, byte: number, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === byte) return true
  return false
}

/** A blank, or the end of the line: what must follow `-` and `:` for them to have a meaning. */
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

export function noteFault(s: Scanner, start: number, fault: Omit<Fault, 'start'>): void {
  if (s.faults.length < MAX_FAULTS) s.faults.push({ start: s.aliasAt ?? start, ...fault })
}

/** Those that count for the language the index is written in. */
export function faultsIn({ faults, bytes }: Pick<Scanner, 'faults' | 'bytes'>, inBrackets: boolean): readonly Fault[] {
  if (faults.every(({ only }) => only === undefined)) return faults
  const language = inBrackets && isJson(bytes) ? 'JSON' : 'YAML'
  return faults.filter(({ only }) => only === undefined || only === language)
}

/** Called only if it matters: for a large index it takes longer than the scan. */
function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(Buffer.from(bytes).toString())
    return true
  } catch {
    return false
  }
}
