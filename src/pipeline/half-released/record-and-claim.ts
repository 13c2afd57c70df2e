import type { Written } from '../bump/write-bump.ts'
import type { SignedRelease } from '../chart-release.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Progress } from '../progress.ts'
import { claim } from '../publish/claim.ts'
import type { Run, Step } from '../run.ts'
import { recordReleases } from './settle.ts'

/** Writes down what is about to be published, so that another run can finish it, and then claims each version. */
export async function recordAndClaim(
  run: Run,
  plannedRun: PlannedRun,
  { written, releases }: { readonly written: Written; readonly releases: readonly SignedRelease[] },
  progress: Progress,
): Promise<Step<SignedRelease>> {
  progress.recorded = await recordReleases(run, written, releases)
  return claim(run, plannedRun, releases)
}
