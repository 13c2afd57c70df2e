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

/** Why Helm reads nothing of an index, at one place of it. */
export interface Fault {
  readonly start: number
  /** Follows `… has `. */
  readonly what: string
  /** Helm is stricter with YAML in one way and with JSON in another. */
  readonly only?: 'YAML' | 'JSON'
}

/** Reads the value that begins at the scanner's place, with what stands before it. */
export type ValueWalk = (s: Scanner, indent: number, reader: Reader | undefined) => void

/** A value that aliases may stand for. */
export interface Anchor {
  /** Where the value begins, with what stands before it. */
  readonly pos: number
  readonly lineStart: number
  readonly column: number
  /** How its value is walked over. */
  readonly walk: ValueWalk
  readonly indent: number
  /** Its value is not over yet. */
  isOpen: boolean
  /** Another one of the same name came before it or behind it. */
  isDoubled: boolean
}

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
