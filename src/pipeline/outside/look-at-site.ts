import { type Backoff, backoffMs } from '../../model/async/backoff.ts'
import { mapConcurrent } from '../../model/async/concurrency.ts'
import { asReleaseError, type ReleaseError } from '../../model/errors.ts'
import type { RepositoryView } from '../../verification/published/in-repository.ts'
import { digestDiffers, indexMissing } from '../../verification/published/problems.ts'
import { mayCome } from '../../verification/wait.ts'
import type { OutsideSite, Signing, Uses } from '../run.ts'
import { differs, isFinding, notVisible, type OutsideLook, unknown } from './findings.ts'
import { AT_ONCE, MAX_PROBLEMS, type Shown, signedParts, verifyShown } from './shown.ts'

/** A CDN can take ten minutes, for which no run waits; a bucket and most builds of a site take less than this. */
const WAIT_MS = 30_000
/** Looks after 0, 2, 6, 14 and 30 seconds. */
const BACKOFF: Backoff = { firstMs: 2_000 }

type LookingRun = Uses<'signing', 'log' | 'clock'>

/**
 * What is wrong with versions on a site, for anybody. An older state is waited for, but not for long, and then only noted;
 * other bytes than were released are wrong at once.
 */
export async function lookAtSite(site: OutsideSite, shown: readonly Shown[], run: LookingRun): Promise<OutsideLook> {
  const { clock, log } = run.platform
  const signing = shown.some((one) => signedParts(one).length > 0) ? await run.signing() : undefined
  const end = clock.monotonic() + WAIT_MS
  const wrong: ReleaseError[] = []
  const ended = (notes: readonly string[]): OutsideLook => ({
    ...{ warnings: [], notes },
    problems: wrong.slice(0, MAX_PROBLEMS).map((problem) => differs(problem, site.url)),
  })
  for (let attempt = 1, left = shown; ; attempt += 1) {
    const { silent, found } = await lookOnce(site, left, signing)
    const coming = found.filter(({ problem }) => mayCome(problem))
    wrong.push(...found.flatMap(({ problem }) => (mayCome(problem) ? [] : [problem])))
    if (silent) return ended([unknown(silent)])
    const [first] = coming
    const pauseMs = backoffMs(BACKOFF, attempt)
    if (!first) return ended([])
    if (clock.monotonic() + pauseMs > end) return ended([notVisible(site.url, first, coming.length)])
    log.info(`Looking again in ${pauseMs / 1000} seconds: ${first.problem.message}`)
    await clock.sleep(pauseMs)
    left = coming.map((one) => one.shown)
  }
}

interface Seen {
  readonly shown: Shown
  readonly problem: ReleaseError
}

interface Look {
  readonly found: readonly Seen[]
  /** Why not all of it is known. Who does not answer is not asked again: the release is out, whatever the reason. */
  readonly silent?: ReleaseError | undefined
}

/** With connections of its own, so that nothing of the look before is left. */
async function lookOnce(site: OutsideSite, shown: readonly Shown[], signing: Signing | undefined): Promise<Look> {
  const repository = site.open()
  const there = await repository.hasIndex().catch(asReleaseError)
  if (there === false) return { found: shown.map((one) => ({ shown: one, problem: indexMissing(site.url) })) }
  if (there !== true) return { found: [], silent: there }
  let silent: ReleaseError | undefined
  const seen = await mapConcurrent(shown, AT_ONCE, async (one) => {
    if (silent) return []
    const problem = await problemOf(repository, one, signing)
    if (!problem || isFinding(problem)) return problem ? [{ shown: one, problem }] : []
    silent ??= problem
    return []
  })
  return { found: seen.flat(), silent }
}

/** All files of each version are looked at: unlike what a digest names in a registry, each can be an old one. */
async function problemOf(
  repository: RepositoryView,
  shown: Shown,
  signing: Signing | undefined,
): Promise<ReleaseError | undefined> {
  const { ref, reference, digest } = shown.artifact
  try {
    const chart = await repository.find(ref)
    const { archiveDigest: found } = chart
    if (found !== digest) return digestDiffers(reference, { given: digest, found })
    const { checks } = await verifyShown(chart, signedParts(shown), signing)
    return checks.find(({ problem }) => problem)?.problem
  } catch (thrown) {
    return asReleaseError(thrown)
  }
}
