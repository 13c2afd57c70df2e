import { posix } from 'node:path'
import { compareArchives } from '../archive/archive.ts'

const LOCKS = new Set(['Chart.lock', 'requirements.lock'])

/** Helm writes down when it made a lock. */
const GENERATED = /^generated:.*(?:\r?\n|$)/m

/**
 * How a published package differs from what git packages for its version, file by file, in words; empty when they hold the same.
 * The one comparison that planning, adopting and staging go by: nothing is left out but the time of a lock. Fails as
 * `readArchive`.
 */
export function packageDifferences(published: Uint8Array, packaged: Uint8Array): readonly string[] {
  return compareArchives(published, packaged, saysTheSame)
}

function saysTheSame(path: string, a: Uint8Array, b: Uint8Array): boolean {
  return LOCKS.has(posix.basename(path)) && withoutTime(a) === withoutTime(b)
}

// Byte by byte, so that nothing is taken for equal that decoding makes equal.
function withoutTime(lock: Uint8Array): string {
  return Buffer.from(lock).toString('latin1').replace(GENERATED, '')
}
