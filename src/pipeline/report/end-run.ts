import type { ReleaseReport } from '../../model/report.ts'
import type { PromotedRelease } from '../chart-release.ts'
import { completedReleases } from '../half-release.ts'
import { settleRecords } from '../half-released/settle.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Progress } from '../progress.ts'
import { savePackages } from '../publish/save-packages.ts'
import type { Run } from '../run.ts'
import type { RunResults } from './outcomes.ts'
import { report } from './run-report.ts'

/** The end of every run that releases: records of finished releases go, packages stay, and all of it is reported. */
export async function endRun(
  run: Run,
  plannedRun: PlannedRun,
  progress: Progress,
  results: Omit<Partial<RunResults>, 'completions'> & { readonly promoted?: readonly PromotedRelease[] },
): Promise<ReleaseReport> {
  const { completions, recorded, bumpCommit } = progress
  const released = [...completedReleases(completions), ...(results.promoted ?? [])]
  await settleRecords(run, plannedRun, { recorded, released })
  const packages = await savePackages(run, released)
  const reported = await report(run, plannedRun, { ...results, completions }, progress)
  return { ...reported, ...packages, ...(bumpCommit !== undefined && { bumpCommit }) }
}
