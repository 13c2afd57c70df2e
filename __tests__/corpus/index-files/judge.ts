import { readIndex } from '../../../src/index-file/index-file.ts'
import type { IndexRelease } from '../../../src/index-file/write/release.ts'
import { ReleaseError } from '../../../src/model/errors.ts'
import type { HelmReader, HelmReading } from './helm-reads.ts'
import { isOnePlace, linesAdded } from './lines.ts'
import type { RealIndex } from './real-indexes.ts'

/** What came of adding releases to one index. */
export interface Judgement {
  readonly name: string
  readonly megabytes: number
  readonly releases: number
  /** In milliseconds; absent where it was refused. */
  readonly took?: number
  readonly lines?: number
  /** Versions that both Helms list afterwards. */
  readonly versions?: number
  readonly refused?: string
  /** What must not be; empty is good. */
  readonly violations: readonly string[]
}

const WRITTEN_AT = new Date('2026-11-25T12:00:00Z')

/** Adds the releases to an index as it is, and lets both Helms judge. */
export async function judge(
  index: RealIndex,
  releases: readonly IndexRelease[],
  helms: readonly HelmReader[],
): Promise<Judgement> {
  const { name, bytes } = index
  const base = { name, megabytes: bytes.length / 1e6, releases: releases.length }
  const started = performance.now()
  const after = added(index, releases)
  if (after instanceof ReleaseError) return { ...base, refused: `${after.code}: ${after.message}`, violations: [] }
  const took = performance.now() - started
  const lines = linesAdded(bytes, after)
  const violations = [
    ...(lines === undefined ? ['a line of before is gone, changed or moved'] : []),
    ...(releases.length > 1 || isOnePlace(bytes, after) ? [] : ['lines were put in at more than one place']),
  ]
  let versions = 0
  for (const helm of helms) {
    const [old, now] = [await helm.read(bytes), await helm.read(after)]
    if (isRead(now)) versions = now.length
    violations.push(...differences(helm, { old, now, releases }))
  }
  return { ...base, took, ...(lines !== undefined && { lines }), versions, violations }
}

/** The index with the releases, or why it was refused. Any other failure is one of the program. */
export function added({ name, bytes }: RealIndex, releases: readonly IndexRelease[]): Uint8Array | ReleaseError {
  try {
    return readIndex({ file: name, bytes }).add(releases, WRITTEN_AT).bytes
  } catch (error) {
    if (error instanceof ReleaseError && error.kind !== 'bug') return error
    throw error
  }
}

interface Readings {
  readonly old: HelmReading
  readonly now: HelmReading
  readonly releases: readonly IndexRelease[]
}

function differences({ major }: HelmReader, { old, now, releases }: Readings): readonly string[] {
  if (!isRead(now)) return [`Helm ${major} refuses it: ${now.refused}`]
  // What Helm refused before it may read now: an index without `entries`, for instance.
  const meant = [...(isRead(old) ? old : []), ...releases.map(({ name, version }) => `${name} ${version}`)].sort()
  const lost = meant.filter((each, index) => count(now, each) < count(meant, each) && meant.indexOf(each) === index)
  const strange = now.filter((each) => count(now, each) > count(meant, each))
  return [
    ...lost.map((each) => `Helm ${major} lost ${each}`),
    ...strange.map((each) => `Helm ${major} lists ${each} too often`),
  ]
}

function count(all: readonly string[], one: string): number {
  return all.filter((each) => each === one).length
}

export function isRead(reading: HelmReading): reading is readonly string[] {
  return !('refused' in reading)
}
