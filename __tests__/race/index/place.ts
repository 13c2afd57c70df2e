/** A real place with an index that many may write at once. */
export interface IndexPlace extends AsyncDisposable {
  /** The target, as in the input `targets`. */
  readonly address: string
  /** What a writer needs of the environment. */
  readonly env: Readonly<Record<string, string>>
  /** Which effect in the journal writes the index. */
  readonly writes: RegExp
  /** Where Helm finds it. */
  readonly url: string
  /** The bytes as they lie there, past all code of the target. */
  index(): Promise<Uint8Array>
}

/** A kind of place: one line each in `places.ts`. */
export interface PlaceUnderRace {
  readonly name: string
  /** Fewer than of the others, where each takes long. */
  readonly rounds?: number
  /** Opens an empty one. */
  open(): Promise<IndexPlace | MissingPlace>
}

/** Why it can't be had here, in words. `broken`: what it is built with is here, and did not give it. */
export interface MissingPlace {
  readonly why: string
  readonly broken: boolean
}
