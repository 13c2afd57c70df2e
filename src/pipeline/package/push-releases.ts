import type { MovedOn } from '../bump/moved-branch.ts'
import { pushBump } from '../bump/push-bump.ts'
import { requireOwnBump } from '../handover/own-bump.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Progress } from '../progress.ts'
import type { Uses } from '../run.ts'
import type { ReadyReleases } from './bump-and-package.ts'
import { packageReleases } from './package-releases.ts'

/** How the push of releases ended: they can be published as `pushed` has them, or the branch moved. */
export type PushedReleases = { readonly result: 'done'; readonly pushed: ReadyReleases } | MovedOn

/**
 * Pushes the bump of releases that are ready. GitHub signs only commits that it makes itself: if it made the pushed one, the
 * charts are packaged again from that commit, with its time.
 */
export async function pushReleases(
  run: Parameters<typeof pushBump>[0] &
    Parameters<typeof packageReleases>[0] &
    Parameters<typeof requireOwnBump>[0] &
    Uses<'steps'>,
  plannedRun: PlannedRun,
  ready: ReadyReleases,
  progress: Pick<Progress, 'bumpCommit'>,
): Promise<PushedReleases> {
  const { written, releases } = ready
  await requireOwnBump(run, plannedRun, written)
  const push = await run.steps.during('Push the bump', () => pushBump(run, plannedRun, written, releases))
  if (push.result !== 'done') return push
  const { commit } = push
  if (commit !== plannedRun.head) progress.bumpCommit = commit
  if (commit === written.commit) return { result: 'done', pushed: ready }
  const made = { ...written, commit }
  const { done } = await packageReleases(run, ready.plannedRun, made, releases)
  return { result: 'done', pushed: { ...ready, written: made, packaged: done } }
}
