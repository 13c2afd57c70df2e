import type { ObjectId } from './model/chart.ts'
import { problemsIn } from './model/errors.ts'
import type { ReleaseReport } from './model/report.ts'
import { buildPart } from './pipeline/build-part.ts'
import { branchBusy } from './pipeline/bump/moved-branch.ts'
import { heldBranch } from './pipeline/checkout/release-branch.ts'
import { chartSteps } from './pipeline/each-chart.ts'
import { completeHalfReleases } from './pipeline/half-released/complete.ts'
import { promoteReleases, recordAndClaim } from './pipeline/half-released/recorded-steps.ts'
import { getReadyOutside } from './pipeline/outside/get-ready.ts'
import { bumpAndPackage, type ReadyReleases } from './pipeline/package/bump-and-package.ts'
import { pushReleases } from './pipeline/package/push-releases.ts'
import { createPlanner } from './pipeline/plan/plan-step.ts'
import type { PlannedRun } from './pipeline/planned-run.ts'
import { prepare } from './pipeline/preflight/prepare.ts'
import type { Progress } from './pipeline/progress.ts'
import { type Proposed, proposeBumps } from './pipeline/proposal/propose-bumps.ts'
import { stageSignVerify } from './pipeline/publish/stage-sign-verify.ts'
import { endRun, endSuperseded } from './pipeline/report/end-run.ts'
import { reportHeldBack, reportPlan, reportSoFar } from './pipeline/report/run-report.ts'
import type { Run } from './pipeline/run.ts'

/** A branch can move before every push; after this many times, leave it to the runs that move it. */
const MAX_RACES = 5

/**
 * One run, readable from top to bottom: plan, check, bump, package, push, stage, sign, verify, claim, promote. Everything that
 * can fail locally happens before the bump is pushed; git gets the truth before any registry does; nothing is visible
 * before it is verified. A run that died is finished by running again.
 */
export function release(run: Run, progress: Progress): Promise<ReleaseReport> {
  return carryOut(run, progress).catch((error: unknown) => reportSoFar(run, progress, problemsIn(error)))
}

async function carryOut(run: Run, progress: Progress): Promise<ReleaseReport> {
  // Reads the charts of a commit and decides what each needs.
  const plan = createPlanner(run, progress)
  const head = await run.platform.git.head()
  const [planned, heldBack] = await Promise.all([plan(head), heldBranch(run)])
  if (run.settings.mode !== 'release') return reportPlan(run, planned, progress)
  // A branch that does not release gets a plan, and what to write for it to release. The first of two jobs has seen to that.
  if (heldBack && run.relay?.part !== 'release') return reportHeldBack(run, planned, progress, heldBack)
  // One of two jobs packages, and leaves the rest to the other.
  if (run.relay?.part === 'build') return buildPart(run, run.relay, planned, progress)
  // Asks everything that can refuse, before anything is changed.
  await prepare(run, planned, progress)
  // Finishes what earlier runs published on some of their targets only.
  await completeHalfReleases(run, planned, progress)
  let attempt = await tryToRelease(run, planned, progress)
  for (let races = 1; 'again' in attempt; races += 1) {
    if (races === MAX_RACES) throw branchBusy(run, races)
    attempt = await tryToRelease(run, await plan(attempt.again), progress)
  }
  return attempt.report
}

/** The report; or the head to plan for again, because the branch moved before the bump was pushed. */
type Attempt = { readonly report: ReleaseReport } | { readonly again: ObjectId }

async function tryToRelease(run: Run, planned: PlannedRun, progress: Progress): Promise<Attempt> {
  // Proposes, in a pull request, the versions that have to be merged before they can be released.
  const { again, direct, ...proposed } = await proposeBumps(run, planned, progress)
  if (again !== undefined) return { again }
  if (direct.length === 0) return { report: await endRun(run, planned, progress, proposed) }
  // Writes the other versions into a local commit, and packages each chart from its release commit.
  const ready = await run.steps.during('Bump and package', () => bumpAndPackage(run, planned, direct, progress.failed))
  // Gives git the versions before any target gets them.
  const push = await pushReleases(run, planned, ready, progress)
  if (push.result === 'again') return { again: push.head }
  if (push.result === 'superseded') return { report: await endSuperseded(run, planned, progress, push.by) }
  return { report: await publish(run, push.pushed, progress, proposed) }
}

async function publish(run: Run, ready: ReadyReleases, progress: Progress, proposed: Proposed): Promise<ReleaseReport> {
  const { plannedRun: planned, packaged } = ready
  const step = chartSteps(run.steps, progress.failed)
  // Uploads each chart, signs it and reads it back; consumers see nothing of it yet.
  const proven = await step('Stage, sign and verify', packaged, (charts) => stageSignVerify(run, planned, charts))
  // Creates the git tag of each version: of several runs that release it, one wins.
  const claimed = await step('Claim', proven, (charts) => recordAndClaim(run, ready, charts, progress))
  // Makes the charts visible, target by target. Those who look from outside afterwards get their tokens meanwhile.
  getReadyOutside(run, claimed)
  const promoted = await step('Promote', claimed, (charts) => promoteReleases(run, planned, charts, progress.promoted))
  // Removes what runs have staged and nobody needs any more.
  for (const target of run.targets) await target.tidy?.()
  return endRun(run, planned, progress, { ...proposed, promoted })
}
