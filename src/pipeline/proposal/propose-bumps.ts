import type { ObjectId } from '../../model/chart.ts'
import { asReleaseError } from '../../model/errors.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import { supersededReason } from '../bump/moved-branch.ts'
import { bumpAndPackage } from '../package/bump-and-package.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Progress } from '../progress.ts'
import { type Run, warnUnlessBug } from '../run.ts'
import { type Proposal, proposes } from './proposal.ts'
import { proposeBump } from './pull-request.ts'
import { withdraw } from './withdraw.ts'

export interface Proposing {
  readonly proposal?: Proposal
  /** Why charts that wait for a proposal are not released now. */
  readonly skipped?: string
  /** The head to plan for instead. */
  readonly again?: ObjectId
}

/**
 * With `commit: pull-request`: proposes the versions that git lacks, or withdraws a proposal that nothing is left for.
 * Whatever can fail locally is done before anything is proposed.
 */
export async function proposeBumps(
  run: Run,
  plannedRun: PlannedRun,
  proposed: readonly ChartDecision[],
  progress: Progress,
): Promise<Proposing> {
  if (!proposes(run)) return {}
  return run.steps.during('Propose the bumps', async () => {
    if (proposed.length > 0) return proposeAll(run, plannedRun, proposed, progress)
    // If that fails, the pull request stays open for the next run; releases do not wait for it.
    await withdraw(run, plannedRun).catch((error: unknown) => warnUnlessBug(run, error))
    return {}
  })
}

async function proposeAll(
  run: Run,
  plannedRun: PlannedRun,
  proposed: readonly ChartDecision[],
  progress: Progress,
): Promise<Proposing> {
  const { failed } = progress
  const { written, releases } = await bumpAndPackage(run, plannedRun, proposed, failed)
  if (releases.length === 0) return {}
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
