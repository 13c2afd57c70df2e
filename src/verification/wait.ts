import { type Backoff, backoffMs } from '../model/async/backoff.ts'
import { asReleaseError, ReleaseError } from '../model/errors.ts'
import type { Verification } from '../model/verification.ts'
import type { Clock } from '../ports/process.ts'
import type { Log } from '../ports/runner.ts'

const BACKOFF: Backoff = { firstMs: 5_000, longestMs: 30_000, jitter: 0.2 }

interface Patience {
  readonly clock: Clock
  readonly log: Pick<Log, 'info'>
  /** 0: not at all. */
  readonly waitMs: number
}

/**
 * Looks again while something is not there yet, as a CDN may show what was there before a release for some minutes. What
 * is wrong and not just missing does not heal, and ends it at once.
 */
export async function untilThere<T extends { readonly verification: Verification }>(
  look: () => Promise<T>,
  { clock, log, waitMs }: Patience,
): Promise<T> {
  const end = clock.monotonic() + waitMs
  for (let attempt = 1; ; attempt++) {
    const found = await look().catch(asReleaseError)
    const isFound = !(found instanceof ReleaseError)
    const problems = isFound ? found.verification.checks.flatMap(({ problem }) => problem ?? []) : [found]
    const pause = backoffMs(BACKOFF, attempt, clock)
    if (problems.length === 0 || !problems.every(mayCome) || clock.monotonic() + pause > end) {
      if (isFound) return found
      throw found
    }
    log.info(`Looking again in ${Math.round(pause / 1000)} seconds: ${problems[0]?.message}`)
    await clock.sleep(pause)
  }
}

/** Whether a problem is that something is not there yet. */
export function mayCome({ code, message }: ReleaseError): boolean {
  if (code === 'VERIFY_CHART_MISSING' || code === 'VERIFY_SIGNATURE_MISSING') return true
  return code === 'VERIFY_SIGNATURE_INVALID' && message.includes('signature of the index')
}
