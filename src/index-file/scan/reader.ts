/** Where something begins in an index; offsets in bytes. */
export interface Place {
  readonly start: number
  /** Where its line begins. */
  readonly lineStart: number
  /** From 0. */
  readonly column: number
  /** After the last line with content before it; comments and blank lines between belong to what follows. */
  readonly before: number
  /** Written in brackets, as JSON is. */
  readonly flow: boolean
}

export type TextStyle = 'plain' | 'single' | 'double' | 'block'

/** A value that is one text. */
export interface ScalarText {
  readonly start: number
  readonly end: number
  readonly style: TextStyle
  /** Spans more than one line. */
  readonly long: boolean
  /** As written before it, e.g. `!!str`. */
  readonly tag?: string | undefined
}

/** The place of an alias; offsets in bytes. */
export interface AliasPlace {
  readonly start: number
  readonly end: number
}

/**
 * Receives the parts of one node while an index is scanned. A node whose reader is `undefined` is checked and skipped.
 */
export interface Reader {
  mapping?(at: Place): void
  list?(at: Place): void
  /** A key of the mapping, valid until this returns; returns the reader of its value. */
  key?(key: ScalarText): Reader | undefined
  /** Before an entry of a list without brackets: may skip it, and others, by itself, and returns whether it did. */
  past?(at: Place): boolean
  /** An entry of the list; returns its reader. */
  item?(at: Place): Reader | undefined
  /** After the last content of the node; for a node in brackets, after the closing one. */
  close?(end: number): void
  scalar?(text: ScalarText): void
  /** No value is written: null. */
  nothing?(at: number): void
  /** `read` lets a reader read the value of the alias, which is written elsewhere. */
  alias?(at: AliasPlace, read: (reader: Reader) => void): void
}
