import { Buffer } from 'node:buffer'
import { ReleaseError } from '../../model/errors.ts'

/** The bytes of an index, and what to call it in messages, e.g. `index.yaml on gh-pages`. */
export interface Source {
  readonly bytes: Uint8Array
  readonly file: string
}

/** The index is damaged. `what` continues a sentence that begins with the file; `offset` is the place, in bytes. */
export function broken(source: Source, offset: number, what: string, hint?: string): ReleaseError {
  return new ReleaseError('INDEX_INVALID', `${source.file} ${what}`, {
    hint: hint ?? 'Put the last good version of the file back and run again; nothing was written.',
    at: { file: source.file, ...positionOf(source, offset) },
  })
}

/**
 * The index may be valid, but is written in a way that this program does not understand well enough to change it
 * safely.
 */
export function notUnderstood(source: Source, offset: number, what: string): ReleaseError {
  return new ReleaseError('INDEX_NOT_UNDERSTOOD', `${source.file} ${what}`, {
    hint: 'Write that place in a plainer way, as `helm repo index` would; nothing was written.',
    at: { file: source.file, ...positionOf(source, offset) },
  })
}

/** Line and column of an offset in bytes, both from 1, the column in characters. */
export function positionOf({ bytes }: Source, offset: number): { readonly line: number; readonly column: number } {
  let line = 1
  let start = 0
  for (let next = bytes.indexOf(0x0a); next >= 0 && next < offset; next = bytes.indexOf(0x0a, next + 1)) {
    line += 1
    start = next + 1
  }
  return { line, column: textBetween(bytes, start, offset).length + 1 }
}

/** The text between two offsets. */
export function textBetween(bytes: Uint8Array, start: number, end: number): string {
  return asBuffer(bytes).toString('utf8', start, end)
}

/** The same memory, with Node's faster methods. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
