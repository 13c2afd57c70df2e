import type { ChartRef } from '../../model/chart.ts'
import type { RecordedRelease } from '../../plan/published/half-released.ts'
import type { PromotedRelease } from '../chart-release.ts'
import type { CheckedRelease, ReleaseRecord } from '../half-release.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Uses } from '../run.ts'
import { removeRecords } from './records.ts'

/** No job lasts that long: a run that recorded a release and published nothing of it by then is dead. */
const DAY_MS = 24 * 3_600_000

export interface Settling {
  /** What this run wrote down itself. */
  readonly recorded: readonly ReleaseRecord[]
  /** What it published everywhere it was to, finished half releases among it. */
  readonly released: readonly PromotedRelease[]
}

/** Removes the records of releases that are finished, lost to others, withdrawn, or were never public. */
export async function settleRecords(
  run: Uses<never, 'git' | 'log' | 'clock'>,
  { halfReleases }: PlannedRun,
  ended: Settling,
): Promise<void> {
  const now = run.platform.clock.now().getTime()
  const isDone = ({ release }: ReleaseRecord) => ended.released.some((one) => isPublished(release, one))
  const settled = [
    ...halfReleases.checked.filter((checked) => isDone(checked) || isSettled(checked, now)),
    ...ended.recorded.filter(isDone),
  ]
  await removeRecords(run, [...new Set(settled.map(({ ref }) => ref))])
}

function isPublished(recorded: RecordedRelease, { packaged, staged }: PromotedRelease): boolean {
  const on = new Set(staged.map(({ target }) => target.address))
  return isSameRef(recorded, packaged) && recorded.targets.every((address) => on.has(address))
}

function isSameRef(a: ChartRef, b: ChartRef): boolean {
  return a.name === b.name && a.version === b.version
}

function isSettled({ state, release, evidence, writtenAt }: CheckedRelease, now: number): boolean {
  if (state === 'finished' || state === 'withdrawn') return true
  // What a target of another workflow holds is for that one to say.
  if (evidence.length < release.targets.length) return false
  if (state === 'overtaken') return true
  const isAbsent = evidence.every((one) => one.state === 'absent')
  return state === 'unpublished' && isAbsent && now - writtenAt.getTime() > DAY_MS
}
