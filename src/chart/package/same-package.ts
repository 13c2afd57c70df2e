import { posix } from 'node:path'
import type { ResolvedChart } from '../../model/chart.ts'
import { compareArchives, readArchive } from '../archive/archive.ts'

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

/**
 * The dependencies from elsewhere that alone account for the differences between two packages: what their repository gave
 * for one version has changed since, or somebody put it into the package. Empty if anything else differs. Fails as
 * `readArchive`.
 */
export function changedDependencies(
  published: Uint8Array,
  packaged: Uint8Array,
  fetched: readonly ResolvedChart[],
): readonly ResolvedChart[] {
  const [one, other] = [contentsOf(published), contentsOf(packaged)]
  const paths = [...new Set([...one.keys(), ...other.keys()])].filter((path) => {
    const [a, b] = [one.get(path), other.get(path)]
    return !a || !b || (Buffer.compare(a, b) !== 0 && !saysTheSame(path, a, b))
  })
  const causes = paths.map((path) => fetched.find(({ name }) => `/${path}`.includes(`/charts/${name}/`)))
  return causes.includes(undefined) ? [] : [...new Set(causes.flatMap((cause) => cause ?? []))]
}

function contentsOf(archive: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(readArchive(archive).map(({ path, content }) => [path, content]))
}

function saysTheSame(path: string, a: Uint8Array, b: Uint8Array): boolean {
  return LOCKS.has(posix.basename(path)) && withoutTime(a) === withoutTime(b)
}

// Byte by byte, because decoding could make different bytes equal.
function withoutTime(lock: Uint8Array): string {
  return Buffer.from(lock).toString('latin1').replace(GENERATED, '')
}
