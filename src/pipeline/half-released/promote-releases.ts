import type { PromotedRelease, SignedRelease } from '../chart-release.ts'
import type { PlannedRun } from '../planned-run.ts'
import { promote, type VisibleReleases } from '../publish/promote.ts'
import type { Run, Step } from '../run.ts'
import { leftHalf } from './words.ts'

/** Promotes the releases of this run; the error of one that only some targets show says so, and keeps its code. */
export async function promoteReleases(
  run: Run,
  plannedRun: PlannedRun,
  releases: readonly SignedRelease[],
  visible: VisibleReleases,
): Promise<Step<PromotedRelease>> {
  const { done, failed, shownOn } = await promote(run, plannedRun, releases, visible)
  const told = [...failed].map(([path, error]) => {
    const release = releases.find((one) => one.path === path)
    const on = shownOn.get(path) ?? []
    return [path, release && on.length > 0 ? leftHalf(release, on, error) : error] as const
  })
  return { done, failed: new Map(told) }
}
