import { posix } from 'node:path'
import { compareArchives } from '../archive/archive.ts'

const LOCKS = new Set(['Chart.lock', 'requirements.lock'])

/** Helm records the time at which it made a lock. */
const GENERATED = /^generated:.*(?:\r?\n|$)/m

/**
 * How a published package differs from the one that git gives for its version, file by file, in words; empty if they
 * have the same content. Planning, adopting and staging all use this comparison: it ignores nothing but the time of a
 * lock. Fails as `readArchive`.
 */
export function packageDifferences(published: Uint8Array, packaged: Uint8Array): readonly string[] {
  return compareArchives(published, packaged, saysTheSame)
}

function saysTheSame(path: string, a: Uint8Array, b: Uint8Array): boolean {
  return LOCKS.has(posix.basename(path)) && withoutTime(a) === withoutTime(b)
}

// Byte by byte, because decoding could make different bytes equal.
function withoutTime(lock: Uint8Array): string {
  return Buffer.from(lock).toString('latin1').replace(GENERATED, '')
}
