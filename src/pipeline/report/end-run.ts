import type { ObjectId } from '../../model/chart.ts'
import type { ReleaseReport } from '../../model/report.ts'
import { runAdvice } from '../../report/wording/advice.ts'
import { supersededReason } from '../bump/moved-branch.ts'
import type { PromotedRelease } from '../chart-release.ts'
import { completedReleases } from '../half-release.ts'
import { settleRecords } from '../half-released/settle.ts'
import { leftToLaterRun } from '../handover/left-to-later-run.ts'
import type { OutsideLook } from '../outside/findings.ts'
import { lookFromOutside } from '../outside/look-outside.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Progress } from '../progress.ts'
import { savePackages } from '../publish/save-packages.ts'
import type { Uses } from '../run.ts'
import type { RunResults } from './outcomes.ts'
import { report } from './run-report.ts'

type Ending = Parameters<typeof settleRecords>[0] &
  Parameters<typeof savePackages>[0] &
  Parameters<typeof report>[0] &
  Parameters<typeof lookFromOutside>[0] &
  Uses<'steps' | 'relay' | 'ownCommits'>

/** The end of every run that releases: records of finished releases go, packages stay, and all of it is reported. */
export async function endRun(
  run: Ending,
  plannedRun: PlannedRun,
  progress: Progress,
  results: Omit<Partial<RunResults>, 'completions'>,
): Promise<ReleaseReport> {
  const { completions, recorded, bumpCommit, failed } = progress
  const released = [...completedReleases(completions), ...(results.promoted ?? [])]
  await settleRecords(run, plannedRun, { recorded, released })
  const packages = await savePackages(run, released)
  const outside = await lookOutside(run, results.promoted ?? [])
  const reported = await report(run, plannedRun, { failed, ...results, completions }, progress)
  return {
    ...reported,
    charts: await leftToLaterRun(reported.charts, run, plannedRun.head),
    ...packages,
    problems: [...reported.problems, ...packages.problems, ...outside.problems],
    advice: [...reported.advice, ...runAdvice(outside.warnings), ...runAdvice(outside.notes, 'notice')],
    ...(bumpCommit !== undefined && { bumpCommit }),
  }
}

/** A run that released nothing has nothing to look at, and shows no step for it. */
async function lookOutside(run: Ending, promoted: readonly PromotedRelease[]): Promise<OutsideLook> {
  if (!promoted.some(({ published }) => published.some(({ changed }) => changed)))
    return { problems: [], warnings: [], notes: [] }
  return run.steps.during('Look from outside', () => lookFromOutside(run, promoted))
}

/** The end of a run whose charts another run releases, because that commit changed them: none of them failed here. */
export async function endSuperseded(
  run: Ending,
  plannedRun: PlannedRun,
  progress: Progress,
  by: ObjectId,
): Promise<ReleaseReport> {
  const skipped = { failed: new Map(), skipped: supersededReason(by) }
  return { ...(await endRun(run, plannedRun, progress, skipped)), supersededBy: by }
}
