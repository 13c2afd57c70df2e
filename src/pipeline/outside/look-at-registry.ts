import { mapConcurrent } from '../../model/async/concurrency.ts'
import { asReleaseError, type ReleaseError } from '../../model/errors.ts'
import type { PublishedArtifact, Target } from '../../model/target.ts'
import type { Clock } from '../../ports/process.ts'
import type { Log } from '../../ports/runner.ts'
import { fetchFromRegistry } from '../../verification/published/in-registry.ts'
import { chartMissing, digestDiffers } from '../../verification/published/problems.ts'
import { untilThere } from '../../verification/wait.ts'
import type { OutsideRegistry, Signing, Uses } from '../run.ts'
import { isFinding, isHidden } from './findings.ts'
import { AT_ONCE, MAX_PROBLEMS, type Shown, verifyShown } from './shown.ts'

/** Registries are soon consistent; who releases does not wait for more. */
const WAIT_MS = 20_000

type LookingRun = Uses<'signing', 'log' | 'clock'>

/**
 * What is wrong with versions in a registry, for anybody if the registry lets anybody in: the first is pulled and verified in
 * full, of the others the tag is compared.
 */
export async function lookAtRegistry(
  { anybody, member }: OutsideRegistry,
  shown: readonly Shown[],
  run: LookingRun,
): Promise<readonly ReleaseError[]> {
  const [first, ...others] = toldFirst(shown)
  if (!first) return []
  const asAnybody = await lookAtFirst(anybody, first, run, 0)
  const isPrivate = asAnybody !== undefined && isHidden(asAnybody)
  // First packages on ghcr.io are private, and many registries always are: then consumers have credentials.
  const problem = isPrivate ? await lookAtFirst(member, first, run, WAIT_MS) : asAnybody
  // Who does not answer for the first answers for none.
  if (problem && !isFinding(problem)) return [problem]
  if (isPrivate && !problem) run.platform.log.info(`${first.artifact.repository} can be pulled with credentials only`)
  const consumer = isPrivate ? member : anybody
  const rest = await mapConcurrent(others, AT_ONCE, ({ artifact }) => byTag(consumer, artifact))
  return [problem, ...rest].filter((one) => one !== undefined).slice(0, MAX_PROBLEMS)
}

/** In the order in which they are looked at: a signed one first. */
export function toldFirst<T extends { readonly isSigned: boolean }>(shown: readonly T[]): readonly T[] {
  return shown.toSorted((a, b) => Number(b.isSigned) - Number(a.isSigned))
}

async function lookAtFirst(
  target: Target,
  { artifact, isSigned }: Shown,
  run: LookingRun,
  waitMs: number,
): Promise<ReleaseError | undefined> {
  const signing = isSigned ? await run.signing() : undefined
  return signing ? inFull(target, artifact, { signing, ...run.platform, waitMs }) : byTag(target, artifact)
}

interface Judging {
  readonly signing: Signing
  readonly clock: Clock
  readonly log: Log
  readonly waitMs: number
}

async function inFull(
  target: Target,
  { ref, digest }: PublishedArtifact,
  { signing, ...patience }: Judging,
): Promise<ReleaseError | undefined> {
  const look = async () => {
    const chart = await fetchFromRegistry({ place: target.address, ...ref, digest }, target)
    return { verification: await verifyShown(chart, ['signature'], signing) }
  }
  return untilThere(look, patience).then(
    ({ verification }) => verification.checks.find(({ problem }) => problem)?.problem,
    asReleaseError,
  )
}

async function byTag(target: Target, { ref, reference, digest }: PublishedArtifact): Promise<ReleaseError | undefined> {
  const found = await target.find(ref)
  if (found.state === 'unknown') return found.why
  if (found.state === 'present' && found.digest === digest) return undefined
  return found.state === 'present'
    ? digestDiffers(reference, { given: digest, found: found.digest })
    : chartMissing(ref.name, ref.version, { where: target.address, hasOthers: false })
}
