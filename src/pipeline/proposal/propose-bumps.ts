import type { ObjectId } from '../../model/chart.ts'
import { asReleaseError } from '../../model/errors.ts'
import { type ChartDecision, isReleased } from '../../plan/decision/decision.ts'
import { supersededReason } from '../bump/moved-branch.ts'
import { writeBump } from '../bump/write-bump.ts'
import { requireOwnBump } from '../handover/own-bump.ts'
import { bumpAndPackage, type ReadyReleases } from '../package/bump-and-package.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Progress } from '../progress.ts'
import type { Uses } from '../run.ts'
import { type Group, groupsOf } from './groups.ts'
import { type EditedLeftover, editedAmong, leftBranches, leftoverOf, withdrawRest } from './leftovers.ts'
import { divide, type Proposal, proposes } from './proposal.ts'
import { editedByOthers, type Proposed as Outcome, proposeBump } from './pull-request.ts'

/** What became of the charts whose versions have to be merged first. */
export interface Proposed {
  readonly proposals?: readonly Proposal[]
  /** Why charts that wait for a proposal are not released now, by folder. */
  readonly waits?: ReadonlyMap<string, string>
}

/** The head to plan for instead, if the branch moved. */
type ProposedOrAgain = Proposed & { readonly again?: ObjectId }

/** What proposing takes of a run. */
type Proposing = Parameters<typeof bumpAndPackage>[0] &
  Parameters<typeof proposeBump>[0] &
  Parameters<typeof withdrawRest>[0] &
  Parameters<typeof requireOwnBump>[0] &
  Uses<'steps'>

/**
 * With `commit: pull-request`: proposes the versions that git lacks, and withdraws proposals that nothing is left for.
 * Whatever can fail locally is done before anything is proposed. `direct`: what can be released as git has it.
 */
export async function proposeBumps(
  run: Proposing,
  plannedRun: PlannedRun,
  progress: Pick<Progress, 'failed' | 'proposals'>,
): Promise<ProposedOrAgain & { readonly direct: readonly ChartDecision[] }> {
  const { direct, proposed } = divide(run, plannedRun, plannedRun.decisions.filter(isReleased))
  if (!proposes(run)) return { direct }
  return run.steps.during('Propose the bumps', async () => {
    if (proposed.length > 0) return { direct, ...(await proposeAll(run, plannedRun, proposed, progress)) }
    await withdrawRest(run, plannedRun, [])
    return { direct }
  })
}

async function proposeAll(
  run: Proposing,
  plannedRun: PlannedRun,
  proposed: readonly ChartDecision[],
  progress: Pick<Progress, 'failed' | 'proposals'>,
): Promise<ProposedOrAgain> {
  progress.proposals.length = 0
  // All at once: Helm is started once for many.
  const ready = await bumpAndPackage(run, plannedRun, proposed, progress.failed)
  const groups = groupsOf(run, plannedRun.sources.charts, ready.releases)
  if (groups.length === 0) return {}
  const planned = [...groups, ...groupsOf(run, plannedRun.sources.charts, proposed)]
  const edited = await editedAmong(run, await leftBranches(run, planned))
  const waits = new Map<string, string>()
  let isDone = true
  for (const group of groups) {
    const outcome = await proposeGroup(run, plannedRun, { group, ready, edited }).catch(asReleaseError)
    if ('result' in outcome && outcome.result === 'again') return { again: outcome.head }
    if ('result' in outcome && outcome.result === 'done') progress.proposals.push(outcome.proposal)
    else isDone &&= 'result' in outcome && outcome.result === 'waiting'
    for (const { chart } of group.releases) {
      if (!('result' in outcome)) progress.failed.set(chart.path, outcome)
      else if (outcome.result === 'waiting') waits.set(chart.path, outcome.why)
      else if (outcome.result === 'superseded') waits.set(chart.path, supersededReason(outcome.by))
    }
  }
  if (isDone) await withdrawRest(run, plannedRun, planned)
  return { proposals: progress.proposals, waits }
}

interface Work {
  readonly group: Group
  readonly ready: ReadyReleases
  readonly edited: readonly EditedLeftover[]
}

async function proposeGroup(run: Proposing, plannedRun: PlannedRun, { group, ready, edited }: Work): Promise<Outcome> {
  const leftover = leftoverOf(run, group, edited)
  if (leftover) return { result: 'waiting', why: editedByOthers(run, leftover.pull, leftover) }
  const { branch, releases } = group
  const isAll = releases.length === ready.releases.length
  const written = isAll ? ready.written : await writeBump(run, plannedRun, releases)
  await requireOwnBump(run, plannedRun, written)
  return proposeBump(run, plannedRun, { branch, commit: written.commit, releases })
}
