import { Buffer } from 'node:buffer'

/** What stands between two offsets gives way to `text`. Those at one place are written in the order they come in. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Of the line that tells when the index was written. */
  readonly for?: 'generated'
}

/** The bytes with all splices made. */
export function spliced(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const parts: Uint8Array[] = []
  let from = 0
  for (const { start, end, text } of splices) {
    parts.push(bytes.subarray(from, start), Buffer.from(text))
    from = end
  }
  return Buffer.concat([...parts, bytes.subarray(from)])
}
