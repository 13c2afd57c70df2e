import { createLimiter } from '../../model/async/concurrency.ts'
import { shared } from '../../model/async/memoize.ts'
import { targetsOf } from '../../plan/plan.ts'
import type { Attesting } from '../attestation/attest.ts'
import { attestationsForGitHub } from '../attestation/store-with-github.ts'
import { type PackagedRelease, placeOf, type SignedRelease, type StagedRelease } from '../chart-release.ts'
import { eachChart, withoutDependents } from '../each-chart.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Step, Uses } from '../run.ts'
import { readBack } from './read-back.ts'
import { recordAdoptions } from './record-adoptions.ts'
import { type SigningRun, sign } from './sign.ts'
import { type Ahead, signAhead, withLogged } from './sign-ahead.ts'
import { stage } from './stage.ts'
import { loadInHelm, verify } from './verify.ts'

/** Charts in one step at once: enough to hide the latency of a registry, few enough not to be throttled by it. */
const CHARTS_AT_ONCE = 24

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
  stageOne: StageOne = (release, onKnown) =>
    stage({ ...run, targets: targetsOf(placeOf(release), run.targets, run.settings) }, release, onKnown),
): Promise<Step<SignedRelease>> {
  const { charts } = plannedRun.sources
  const storeWithGitHub = attestationsForGitHub(run)
  const [staging, signing, verifying] = [gate(), gate(), gate()]
  const proven = await eachChart(charts, releases, async (release) => {
    const { staged, ahead } = await staging(() => stageAndSign(run, release, stageOne))
    const read = readBack(staged)
    const signed = await signing(async () => recordAdoptions(await sign(run, staged, ahead)))
    return storeWithGitHub(await verifying(() => verify(run, signed, read)))
  })
  const unloadable = await loadInHelm(run, proven.done)
  const done = proven.done.filter((release) => !unloadable.has(release.path))
  return withoutDependents(charts, { done, failed: new Map([...proven.failed, ...unloadable]) })
}

/** Uploads a release. What can be signed meanwhile is, as that takes its digest only. */
async function stageAndSign(run: SigningRun, release: PackagedRelease, stageOne: StageOne) {
  let begun: { readonly ahead: Ahead; readonly known: StagedRelease } | undefined
  const begin = (known: StagedRelease) => {
    begun = { known, ahead: shared(signAhead(run, known)) }
  }
  try {
    const staged = await stageOne(release, begin)
    return { staged, ahead: begun?.ahead }
  } catch (error) {
    throw begun ? await withLogged(error, begun.ahead, begun.known) : error
  }
}

type StageOne = (release: PackagedRelease, onKnown: (release: StagedRelease) => void) => Promise<StagedRelease>

const gate = () => createLimiter(CHARTS_AT_ONCE)
