import type { ObjectId } from './model/chart.ts'
import { asReleaseError, problemsIn, ReleaseError } from './model/errors.ts'
import { shortCommit } from './model/git/commits.ts'
import type { ReleaseReport } from './model/report.ts'
import { divide, proposeBump, proposes, withdraw } from './pipeline/bump/pull-request.ts'
import { pushBump } from './pipeline/bump/push-bump.ts'
import { type Written, writeBump } from './pipeline/bump/write-bump.ts'
import { withoutDependents } from './pipeline/each-chart.ts'
import { type Completions, completeHalfReleases, releasesIn } from './pipeline/half-released/complete.ts'
import { promoteReleases } from './pipeline/half-released/promote-releases.ts'
import type { ReleaseRecord } from './pipeline/half-released/records.ts'
import { recordReleases, settleRecords } from './pipeline/half-released/settle.ts'
import { type PackagedRelease, packageReleases } from './pipeline/package/package-releases.ts'
import { spareDependents } from './pipeline/package/spare-dependents.ts'
import { type PlannedRun, planRun } from './pipeline/plan/plan-step.ts'
import { preflight } from './pipeline/preflight/preflight.ts'
import { claim } from './pipeline/publish/claim.ts'
import { makePackagesFolder, savePackages } from './pipeline/publish/save-packages.ts'
import { stageSignVerify } from './pipeline/publish/stage-sign-verify.ts'
import { checkReport } from './pipeline/report/check-report.ts'
import type { RunResults } from './pipeline/report/outcomes.ts'
import { planLines } from './pipeline/report/plan-log.ts'
import { report, reportSoFar } from './pipeline/report/run-report.ts'
import { type Run, type Step, warnUnlessBug } from './pipeline/run.ts'
import { type ChartDecision, isReleased } from './plan/decision/decision.ts'

/** A branch can move under every push; then the others are busy enough to carry on. */
const MAX_RACES = 5

type Failures = Map<string, ReleaseError>

/**
 * One run, readable top to bottom: plan, check, bump, package, push, stage, sign, verify, claim, promote. Everything that
 * can fail locally happens before the bump is pushed; git gets the truth before any registry does; nothing is visible
 * before it is verified. A run that died is finished by running again.
 */
export async function release(run: Run): Promise<ReleaseReport> {
  try {
    return await carryOut(run)
  } catch (error) {
    return reportSoFar(run, problemsIn(error))
  }
}

async function carryOut(run: Run): Promise<ReleaseReport> {
  const { steps, progress } = run
  const { git } = run.platform
  let head = await git.head()
  let completions: Completions | undefined
  for (let race = 0; race < MAX_RACES; race += 1) {
    const plannedRun = await steps.during('Plan', () => lookAndTell(run, head, completions))
    progress.plannedRun = plannedRun
    if (run.settings.mode.value === 'check') return checkReport(run, plannedRun)
    const releases = plannedRun.decisions.filter(isReleased)
    const { direct, proposed } = divide(run, plannedRun, releases)
    if (run.settings.mode.value === 'plan') return report(run, plannedRun, {})
    if (race === 0) await makePackagesFolder(run, plannedRun, releases)
    if (race === 0 && releases.length > 0)
      await steps.during('Preflight', () => preflightRun(run, plannedRun, releases))
    if (race === 0) for (const target of run.targets) await target.finish?.()
    completions ??= await completeHalfReleases(run, plannedRun)
    const { failed } = progress
    failed.clear()
    const { again, ...proposing } = await proposeBumps(run, plannedRun, proposed, failed)
    if (again !== undefined) {
      head = again
      continue
    }
    if (direct.length === 0) return settled(run, plannedRun, { failed, completions, ...proposing })
    const ready = await steps.during('Bump and package', () => bumpAndPackage(run, plannedRun, direct, failed))
    const push = await steps.during('Push the bump', () => pushBump(run, plannedRun, ready.written, ready.releases))
    if (push.result === 'superseded') return superseded(run, plannedRun, { by: push.by, completions })
    if (push.result === 'again') head = push.head
    else {
      if (push.commit !== plannedRun.head) progress.bumpCommit = push.commit
      const pushed = await asPushed(run, ready, push.commit)
      return await publish(run, pushed.plannedRun, pushed, { failed, completions, ...proposing })
    }
  }
  throw new ReleaseError(
    'GIT_BRANCH_BUSY',
    `${run.facts.refName} moved ${MAX_RACES} times while this run tried to push.`,
    {
      hint: 'Run again; a `concurrency` group keeps release runs apart.',
    },
  )
}

/** A second look finds what the run finished meanwhile; the report is about what it found first. */
async function lookAndTell(run: Run, head: ObjectId, completions: Completions | undefined): Promise<PlannedRun> {
  const looked = await planRun(run, head)
  const halfReleases = { ...looked.halfReleases, ...(completions && { halves: [...completions.keys()] }) }
  const plannedRun = { ...looked, halfReleases }
  run.platform.log.info(planLines(plannedRun))
  return plannedRun
}

interface Ready {
  /** As planned, but for what is taken from where it is published. */
  readonly plannedRun: PlannedRun
  readonly written: Written
  readonly releases: readonly ChartDecision[]
  readonly packaged: readonly PackagedRelease[]
}

/** A chart that can't be changed or packaged is left out of the bump, with its dependents, and the rest is written again. */
async function bumpAndPackage(
  run: Run,
  plannedRun: PlannedRun,
  releases: readonly ChartDecision[],
  failed: Failures,
): Promise<Ready> {
  const written = await writeBump(run, plannedRun, releases)
  const unwritable = withoutDependents(plannedRun.sources.charts, {
    done: releases.map((decision) => decision.chart),
    failed: written.problems,
  })
  const step =
    unwritable.failed.size > 0
      ? { done: [], failed: unwritable.failed }
      : await packageReleases(run, plannedRun, written, releases)
  if (step.failed.size === 0) return { plannedRun, written, releases, packaged: step.done }
  const spared = await spareDependents(run, plannedRun, releases, step.failed)
  for (const [path, error] of spared.failed) failed.set(path, error)
  const left = releases.filter((decision) => !failed.has(decision.chart.path))
  return left.length === 0
    ? { plannedRun, written: { ...written, commit: plannedRun.head }, releases: [], packaged: [] }
    : bumpAndPackage(run, spared.plannedRun, left, failed)
}

/** GitHub signs commits that it makes itself: then the packages are of that commit, with its time. */
async function asPushed(run: Run, ready: Ready, commit: ObjectId): Promise<Ready> {
  if (commit === ready.written.commit) return ready
  const written = { ...ready.written, commit }
  const { done } = await packageReleases(run, ready.plannedRun, written, ready.releases)
  return { ...ready, written, packaged: done }
}

interface Proposing extends Pick<RunResults, 'proposal' | 'skipped'> {
  /** The head to plan for instead. */
  readonly again?: ObjectId
}

/** With `commit: pull-request` only: what can fail locally is done before anything is proposed. */
async function proposeBumps(
  run: Run,
  plannedRun: PlannedRun,
  proposed: readonly ChartDecision[],
  failed: Failures,
): Promise<Proposing> {
  if (!proposes(run)) return {}
  return run.steps.during('Propose the bumps', async () => {
    if (proposed.length === 0) {
      // It stays open for the next run; what else there is to release does not wait for that.
      await withdraw(run, plannedRun).catch((error: unknown) => warnUnlessBug(run, error))
      return {}
    }
    const { written, releases } = await bumpAndPackage(run, plannedRun, proposed, failed)
    if (releases.length === 0) return {}
    try {
      const made = await proposeBump(run, plannedRun, { commit: written.commit, releases })
      if (made.result === 'done') {
        run.progress.proposal = made.proposal
        return { proposal: made.proposal }
      }
      if (made.result === 'waiting') return { skipped: made.why }
      return made.result === 'again' ? { again: made.head } : { skipped: carriedOnBy(made.by) }
    } catch (error) {
      for (const { chart } of releases) failed.set(chart.path, asReleaseError(error))
      return {}
    }
  })
}

interface Publishing extends Pick<RunResults, 'proposal' | 'skipped'> {
  readonly failed: Failures
  readonly completions: Completions
}

type Work<T, R> = (run: Run, plannedRun: PlannedRun, items: readonly T[]) => Promise<Step<R>>

async function publish(
  run: Run,
  plannedRun: PlannedRun,
  { written, packaged }: Ready,
  { failed, ...ended }: Publishing,
): Promise<ReleaseReport> {
  let recorded: readonly ReleaseRecord[] = []
  const step = async <T, R>(title: string, items: readonly T[], work: Work<T, R>): Promise<readonly R[]> => {
    if (items.length === 0) return []
    const { done, failed: stopped } = await run.steps.during(title, () => work(run, plannedRun, items))
    for (const [path, error] of stopped) failed.set(path, error)
    return done
  }
  const proven = await step('Stage, sign and verify', packaged, stageSignVerify)
  const claimed = await step('Claim', proven, async (...claiming) => {
    recorded = await recordReleases(run, written, proven)
    return claim(...claiming)
  })
  const promoted = await step('Promote', claimed, promoteReleases)
  for (const target of run.targets) await target.tidy?.()
  const bump = written.commit === plannedRun.head ? {} : { bumpCommit: written.commit }
  return { ...(await settled(run, plannedRun, { ...ended, promoted, failed, recorded })), ...bump }
}

async function preflightRun(run: Run, plannedRun: PlannedRun, releases: readonly ChartDecision[]): Promise<void> {
  await preflight(run, plannedRun, releases)
  const signing = await run.signing()
  if (signing) run.progress.identity = signing.identity
}

interface Superseded {
  readonly by: ObjectId
  readonly completions: Completions
}

async function superseded(run: Run, plannedRun: PlannedRun, { by, completions }: Superseded): Promise<ReleaseReport> {
  return { ...(await settled(run, plannedRun, { skipped: carriedOnBy(by), completions })), supersededBy: by }
}

type Settling = Partial<RunResults> & {
  readonly completions: Completions
  readonly recorded?: readonly ReleaseRecord[]
}

/** The end of every run that releases: records of finished releases go, packages stay, and all of it is reported. */
async function settled(
  run: Run,
  plannedRun: PlannedRun,
  { recorded = [], ...ended }: Settling,
): Promise<ReleaseReport> {
  const released = [...releasesIn(ended.completions), ...(ended.promoted ?? [])]
  await settleRecords(run, plannedRun, { recorded, released })
  const left = await savePackages(run, released)
  return { ...(await report(run, plannedRun, ended)), ...left }
}

function carriedOnBy(commit: ObjectId): string {
  return `superseded by ${shortCommit(commit)}, whose own run carries on`
}
