import type { Fault } from '../scan/scanner.ts'
import type { Source } from '../scan/source.ts'

/** How a mapping or list of an index is written; offsets in bytes, columns from 0. `keyEnd` is after its key. */
export type Written = { readonly keyEnd: number } & (
  | { readonly kind: 'block'; readonly column: number; readonly end: number }
  /** In brackets: `open` is after the first, `close` at the last. */
  | { readonly kind: 'flow'; readonly open: number; readonly close: number }
  /** Nothing, or null: the value between `start` and `end`. */
  | { readonly kind: 'empty'; readonly start: number; readonly end: number }
  /** Written elsewhere: this is an alias. */
  | { readonly kind: 'alias'; readonly start: number; readonly end: number }
)

/** One version of a chart. */
export interface EntryLayout {
  /** Where new lines that come before it are inserted. */
  readonly before: number
  readonly start: number
  readonly lineStart: number
  /** Column of the dash or bracket. */
  readonly column: number
  readonly flow: boolean
  readonly end: number
  /** As Helm reads them; empty if they are missing. */
  readonly version: string
  readonly name: string
  /** Column of its fields. */
  readonly fields: number
  /**
   * Whether the field `created` comes before its name: tools that sort their keys write it so, and end with
   * `generated`.
   */
  readonly timed: boolean
  /** Whether it has aliases, so that it can't be read by itself. */
  readonly aliased: boolean
}

/** All versions of one chart. */
export interface ChartLayout {
  readonly name: string
  /** Where new lines that come before it are inserted. */
  readonly before: number
  readonly start: number
  readonly lineStart: number
  readonly column: number
  readonly written: Written
  readonly entries: readonly EntryLayout[]
  readonly end: number
}

/** An index as it is written: the place of everything that a release can touch. */
export interface IndexLayout extends Source {
  /** Whether the whole document is in brackets. */
  readonly json: boolean
  /** Where the keys of the document's mapping begin: its column, or after its bracket. */
  readonly root: Written
  /** The value of `generated`, quotes included; of zero length if nothing is written. */
  readonly generated: Generated | undefined
  /** Absent if there is no such key. */
  readonly entries: Written | undefined
  readonly charts: ReadonlyMap<string, ChartLayout>
  /** Why Helm can't load it. */
  readonly faults: readonly Fault[]
  /** As written; Helm accepts any. */
  readonly apiVersion: string
  /** Whether it has aliases anywhere. */
  readonly aliased: boolean
  /** Where the document ends: the rest is not read. */
  readonly documentEnd: number
}

export interface Generated {
  readonly start: number
  readonly end: number
  /** Nothing, or null. */
  readonly isNull: boolean
  readonly keyEnd: number
}
