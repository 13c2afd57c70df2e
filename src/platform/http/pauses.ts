import type { Backoff } from '../../model/async/backoff.ts'
import { retryAfterMs } from '../../model/http/retry-after.ts'
import type { HttpResponse } from '../../ports/http.ts'
import type { Clock } from '../../ports/process.ts'

const LONGEST_RETRY_AFTER_MS = 60_000

/** Half of it is left to chance, so that charts that failed together do not come back together. */
export function httpBackoff(longestMs: number): Backoff {
  return { firstMs: 200, longestMs, jitter: 0.5 }
}

/** What Retry-After asks for, never more than a minute. */
export function askedPause({ headers }: HttpResponse, clock: Pick<Clock, 'now'>): number | undefined {
  const pause = retryAfterMs(headers, clock.now())
  return pause === undefined ? undefined : Math.min(pause, LONGEST_RETRY_AFTER_MS)
}
