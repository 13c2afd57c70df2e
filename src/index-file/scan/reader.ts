/** Where something begins in an index; offsets in bytes. */
export interface Place {
  readonly start: number
  /** Where its line begins. */
  readonly lineStart: number
  /** From 0. */
  readonly column: number
  /** Behind the last line with content before it; comments and blank lines between belong to what comes. */
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
  /** Goes over more than one line. */
  readonly long: boolean
  /** As it stands before it, e.g. `!!str`. */
  readonly tag?: string | undefined
}

/** Where an alias stands; offsets in bytes. */
export interface AliasPlace {
  readonly start: number
  readonly end: number
}

/**
 * What is told of one node while an index is walked over. A node whose reader is `undefined` is checked and passed over.
 */
export interface Reader {
  mapping?(at: Place): void
  list?(at: Place): void
  /** A key of the mapping, which is good until this returns; gives back who reads its value. */
  key?(key: ScalarText): Reader | undefined
  /** Before an entry of a list without brackets: goes past it, and maybe others, by itself, and tells whether it did. */
  past?(at: Place): boolean
  /** An entry of the list; gives back who reads it. */
  item?(at: Place): Reader | undefined
  /** Behind the last content of the node; of a node in brackets, behind the closing one. */
  close?(end: number): void
  scalar?(text: ScalarText): void
  /** No value is written: null. */
  nothing?(at: number): void
  /** `read` lets a reader read what the alias stands for, which stands elsewhere. */
  alias?(at: AliasPlace, read: (reader: Reader) => void): void
}
