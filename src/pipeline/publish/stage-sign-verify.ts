import { createLimiter } from '../../model/async/concurrency.ts'
import { targetsOf } from '../../plan/plan.ts'
import type { Attesting } from '../attestation/attest.ts'
import { attestationsForGitHub } from '../attestation/store-with-github.ts'
import { type PackagedRelease, placeOf, type SignedRelease, type StagedRelease } from '../chart-release.ts'
import { eachChart, withoutDependents } from '../each-chart.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Step, Uses } from '../run.ts'
import { recordAdoptions } from './record-adoptions.ts'
import { sign } from './sign.ts'
import { stage } from './stage.ts'
import { loadInHelm, verify } from './verify.ts'

/** Charts in one step at once: enough to hide the latency of a registry, few enough not to be throttled by it. */
const CHARTS_AT_ONCE = 12

/**
 * Stages, signs and verifies, all of it before anything becomes visible. Each chart goes through the three by itself, and
 * each step has a bound of its own: while some wait for the log, others are stored and read back.
 */
export async function stageSignVerify(
  run: Uses<
    'targets' | 'provenance' | 'signing' | 'helm' | 'warn' | 'github',
    'log' | 'files',
    'githubToken' | 'targets' | 'sign' | 'perChart'
  > &
    Attesting,
  plannedRun: PlannedRun,
  releases: readonly PackagedRelease[],
  stageOne: (release: PackagedRelease) => Promise<StagedRelease> = (release) =>
    stage({ ...run, targets: targetsOf(placeOf(release), run.targets, run.settings) }, release),
): Promise<Step<SignedRelease>> {
  const { charts } = plannedRun.sources
  const storeWithGitHub = attestationsForGitHub(run)
  const [staging, signing, verifying] = [gate(), gate(), gate()]
  const proven = await eachChart(charts, releases, async (release) => {
    const staged = await staging(() => stageOne(release))
    const signed = await signing(async () => recordAdoptions(await sign(run, staged)))
    return storeWithGitHub(await verifying(() => verify(run, signed)))
  })
  const unloadable = await loadInHelm(run, proven.done)
  const done = proven.done.filter((release) => !unloadable.has(release.path))
  return withoutDependents(charts, { done, failed: new Map([...proven.failed, ...unloadable]) })
}

const gate = () => createLimiter(CHARTS_AT_ONCE)
