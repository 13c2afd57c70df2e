import type { ObjectId } from './model/chart.ts'
import { problemsIn, ReleaseError } from './model/errors.ts'
import type { ReleaseReport } from './model/report.ts'
import { supersededReason } from './pipeline/bump/moved-branch.ts'
import { pushBump } from './pipeline/bump/push-bump.ts'
import { chartSteps } from './pipeline/each-chart.ts'
import { completeHalfReleases } from './pipeline/half-released/complete.ts'
import { promoteReleases, recordAndClaim } from './pipeline/half-released/recorded-steps.ts'
import { bumpAndPackage, type ReadyReleases, repackageAt } from './pipeline/package/bump-and-package.ts'
import { createPlanner } from './pipeline/plan/plan-step.ts'
import type { PlannedRun } from './pipeline/planned-run.ts'
import { prepare } from './pipeline/preflight/prepare.ts'
import type { Progress } from './pipeline/progress.ts'
import { divide } from './pipeline/proposal/proposal.ts'
import { type Proposing, proposeBumps } from './pipeline/proposal/propose-bumps.ts'
import { stageSignVerify } from './pipeline/publish/stage-sign-verify.ts'
import { checkReport } from './pipeline/report/check-report.ts'
import { endRun } from './pipeline/report/end-run.ts'
import { report, reportSoFar } from './pipeline/report/run-report.ts'
import type { Run } from './pipeline/run.ts'
import { isReleased } from './plan/decision/decision.ts'

/** A branch can move before every push; after this many times, leave it to the runs that move it. */
const MAX_RACES = 5

/**
 * One run, readable from top to bottom: plan, check, bump, package, push, stage, sign, verify, claim, promote. Everything that
 * can fail locally happens before the bump is pushed; git gets the truth before any registry does; nothing is visible
 * before it is verified. A run that died is finished by running again.
 */
export async function release(run: Run, progress: Progress): Promise<ReleaseReport> {
  try {
    return await carryOut(run, progress)
  } catch (error) {
    return reportSoFar(run, progress, problemsIn(error))
  }
}

async function carryOut(run: Run, progress: Progress): Promise<ReleaseReport> {
  // Reads the charts of a commit and decides what each needs.
  const plan = createPlanner(run, progress)
  const planned = await plan(await run.platform.git.head())
  if (run.settings.mode === 'check') return checkReport(planned, { requireBump: run.settings.requireBump })
  if (run.settings.mode === 'plan') return report(run, planned, {}, progress)
  // Asks everything that can refuse, before anything is changed.
  await prepare(run, planned, progress)
  // Finishes what earlier runs published on some of their targets only.
  await completeHalfReleases(run, planned, progress)
  let attempt = await tryToRelease(run, planned, progress)
  for (let races = 1; 'again' in attempt; races += 1) {
    if (races === MAX_RACES) throw branchBusy(run)
    attempt = await tryToRelease(run, await plan(attempt.again), progress)
  }
  return attempt.report
}

/** The report; or the head to plan for again, because the branch moved before the bump was pushed. */
type Attempt = { readonly report: ReleaseReport } | { readonly again: ObjectId }

async function tryToRelease(run: Run, planned: PlannedRun, progress: Progress): Promise<Attempt> {
  const { steps } = run
  const { failed } = progress
  failed.clear()
  const { direct, proposed } = divide(run, planned, planned.decisions.filter(isReleased))
  // Proposes, in a pull request, the versions that have to be merged before they can be released.
  const { again, ...proposing } = await proposeBumps(run, planned, proposed, progress)
  if (again !== undefined) return { again }
  if (direct.length === 0) return { report: await endRun(run, planned, progress, { failed, ...proposing }) }
  // Writes the other versions into a local commit, and packages each chart from its release commit.
  const ready = await steps.during('Bump and package', () => bumpAndPackage(run, planned, direct, failed))
  // Gives git the versions before any target gets them.
  const push = await steps.during('Push the bump', () => pushBump(run, planned, ready.written, ready.releases))
  if (push.result === 'again') return { again: push.head }
  if (push.result === 'superseded') return { report: await endSuperseded(run, planned, progress, push.by) }
  if (push.commit !== planned.head) progress.bumpCommit = push.commit
  const pushed = await repackageAt(run, ready, push.commit)
  return { report: await publish(run, pushed, progress, proposing) }
}

async function publish(
  run: Run,
  { plannedRun, written, packaged }: ReadyReleases,
  progress: Progress,
  proposing: Omit<Proposing, 'again'>,
): Promise<ReleaseReport> {
  const step = chartSteps(run.steps, progress.failed)
  // Uploads each chart, signs it and reads it back; consumers see nothing of it yet.
  const proven = await step('Stage, sign and verify', packaged, (releases) =>
    stageSignVerify(run, plannedRun, releases),
  )
  // Creates the git tag of each version: of several runs that release it, one wins.
  const claimed = await step('Claim', proven, (releases) =>
    recordAndClaim(run, plannedRun, { written, releases }, progress),
  )
  // Makes the charts visible, target by target.
  const promoted = await step('Promote', claimed, (releases) =>
    promoteReleases(run, plannedRun, releases, progress.promoted),
  )
  for (const target of run.targets) await target.tidy?.()
  return endRun(run, plannedRun, progress, { ...proposing, promoted, failed: progress.failed })
}

async function endSuperseded(run: Run, planned: PlannedRun, progress: Progress, by: ObjectId): Promise<ReleaseReport> {
  return { ...(await endRun(run, planned, progress, { skipped: supersededReason(by) })), supersededBy: by }
}

function branchBusy({ facts }: Run): ReleaseError {
  return new ReleaseError(
    'GIT_BRANCH_BUSY',
    `${facts.refName} moved ${MAX_RACES} times while this run tried to push.`,
    { hint: 'Run again; a `concurrency` group keeps release runs apart.' },
  )
}
