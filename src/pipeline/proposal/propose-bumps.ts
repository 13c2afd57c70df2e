import type { ObjectId } from '../../model/chart.ts'
import { asReleaseError } from '../../model/errors.ts'
import { type ChartDecision, isReleased } from '../../plan/decision/decision.ts'
import { supersededReason } from '../bump/moved-branch.ts'
import { requireOwnBump } from '../handover/own-bump.ts'
import { bumpAndPackage } from '../package/bump-and-package.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Progress } from '../progress.ts'
import { type Uses, warnUnlessBug } from '../run.ts'
import { divide, type Proposal, proposes } from './proposal.ts'
import { proposeBump } from './pull-request.ts'
import { withdraw } from './withdraw.ts'

/** What became of the charts whose versions have to be merged first. */
export interface Proposed {
  readonly proposal?: Proposal
  /** Why charts that wait for a proposal are not released now. */
  readonly skipped?: string
}

/** The head to plan for instead, if the branch moved. */
type ProposedOrAgain = Proposed & { readonly again?: ObjectId }

/** What proposing takes of a run. */
type Proposing = Parameters<typeof bumpAndPackage>[0] &
  Parameters<typeof proposeBump>[0] &
  Parameters<typeof withdraw>[0] &
  Parameters<typeof requireOwnBump>[0] &
  Uses<'steps'>

/**
 * With `commit: pull-request`: proposes the versions that git lacks, or withdraws a proposal that nothing is left for.
 * Whatever can fail locally is done before anything is proposed. `direct`: what can be released as git has it.
 */
export async function proposeBumps(
  run: Proposing,
  plannedRun: PlannedRun,
  progress: Pick<Progress, 'failed' | 'proposal'>,
): Promise<ProposedOrAgain & { readonly direct: readonly ChartDecision[] }> {
  const { direct, proposed } = divide(run, plannedRun, plannedRun.decisions.filter(isReleased))
  if (!proposes(run)) return { direct }
  return run.steps.during('Propose the bumps', async () => {
    if (proposed.length > 0) return { direct, ...(await proposeAll(run, plannedRun, proposed, progress)) }
    // If that fails, the pull request stays open for the next run; releases do not wait for it.
    await withdraw(run, plannedRun).catch((error: unknown) => warnUnlessBug(run, error))
    return { direct }
  })
}

async function proposeAll(
  run: Proposing,
  plannedRun: PlannedRun,
  proposed: readonly ChartDecision[],
  progress: Pick<Progress, 'failed' | 'proposal'>,
): Promise<ProposedOrAgain> {
  const { failed } = progress
  const { written, releases } = await bumpAndPackage(run, plannedRun, proposed, failed)
  if (releases.length === 0) return {}
  await requireOwnBump(run, plannedRun, written)
  try {
    const made = await proposeBump(run, plannedRun, { commit: written.commit, releases })
    if (made.result === 'done') {
      progress.proposal = made.proposal
      return { proposal: made.proposal }
    }
    if (made.result === 'waiting') return { skipped: made.why }
    return made.result === 'again' ? { again: made.head } : { skipped: supersededReason(made.by) }
  } catch (error) {
    for (const { chart } of releases) failed.set(chart.path, asReleaseError(error))
    return {}
  }
}
