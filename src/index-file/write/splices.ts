import { Buffer } from 'node:buffer'

/** Replaces the bytes between two offsets by `text`. Splices at one offset are written in their order. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Set on the line with the time at which the index was written. */
  readonly for?: 'generated'
}

/** The bytes with all splices applied. */
export function spliced(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const parts: Uint8Array[] = []
  let from = 0
  for (const { start, end, text } of splices) {
    parts.push(bytes.subarray(from, start), Buffer.from(text))
    from = end
  }
  return Buffer.concat([...parts, bytes.subarray(from)])
}
