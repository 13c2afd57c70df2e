import type { PlannedRun } from '../plan/plan-step.ts'
import { type PromotedRelease, promote } from '../publish/promote.ts'
import type { SignedRelease } from '../publish/sign.ts'
import type { Run, Step } from '../run.ts'
import { leftHalf } from './words.ts'

/** Promotes the releases of this run; the error of one that only some targets show says so, and keeps its code. */
export async function promoteReleases(
  run: Run,
  plannedRun: PlannedRun,
  releases: readonly SignedRelease[],
): Promise<Step<PromotedRelease>> {
  const { done, failed, shownOn } = await promote(run, plannedRun, releases)
  const told = [...failed].map(([path, error]) => {
    const release = releases.find((one) => one.path === path)
    const on = shownOn.get(path) ?? []
    return [path, release && on.length > 0 ? leftHalf(release, on, error) : error] as const
  })
  return { done, failed: new Map(told) }
}
