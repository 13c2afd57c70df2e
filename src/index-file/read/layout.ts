import type { Fault } from '../scan/scanner.ts'
import type { Source } from '../scan/source.ts'

/** How a mapping or list of an index is written; offsets in bytes, columns from 0. `keyEnd` is behind its key. */
export type Written = { readonly keyEnd: number } & (
  | { readonly kind: 'block'; readonly column: number; readonly end: number }
  /** In brackets: `open` is behind the first, `close` at the last. */
  | { readonly kind: 'flow'; readonly open: number; readonly close: number }
  /** Nothing, or null: the value between `start` and `end`. */
  | { readonly kind: 'empty'; readonly start: number; readonly end: number }
  /** Elsewhere: what stands here is an alias. */
  | { readonly kind: 'alias'; readonly start: number; readonly end: number }
)

/** One version of a chart. */
export interface EntryLayout {
  /** Where new lines go that come before it. */
  readonly before: number
  readonly start: number
  readonly lineStart: number
  /** Column of the dash or bracket. */
  readonly column: number
  readonly flow: boolean
  readonly end: number
  /** As Helm reads them; empty where they are missing. */
  readonly version: string
  readonly name: string
  /** Column of its fields. */
  readonly fields: number
  /** Has the field `created` before its name: tools write that, which sort their keys and end with `generated`. */
  readonly timed: boolean
  /** Holds aliases, so that it can't be read by itself. */
  readonly aliased: boolean
}

/** All versions of one chart. */
export interface ChartLayout {
  readonly name: string
  /** Where new lines go that come before it. */
  readonly before: number
  readonly start: number
  readonly lineStart: number
  readonly column: number
  readonly written: Written
  readonly entries: readonly EntryLayout[]
  readonly end: number
}

/** An index as it is written: where everything stands that a release can touch. */
export interface IndexLayout extends Source {
  /** The whole document is in brackets. */
  readonly json: boolean
  /** Where the mapping of the document begins to hold keys: its column, or behind its bracket. */
  readonly root: Written
  /** The value of `generated`, quotes included; of no length where nothing is written. */
  readonly generated: Generated | undefined
  /** Absent where there is no such key. */
  readonly entries: Written | undefined
  readonly charts: ReadonlyMap<string, ChartLayout>
  /** Why Helm can't load it. */
  readonly faults: readonly Fault[]
  /** As it is written; Helm does not mind which it is. */
  readonly apiVersion: string
  /** Holds aliases somewhere. */
  readonly aliased: boolean
  /** Where the document ends: what comes behind it is not read. */
  readonly documentEnd: number
}

export interface Generated {
  readonly start: number
  readonly end: number
  /** Nothing, or null. */
  readonly isNull: boolean
  readonly keyEnd: number
}
