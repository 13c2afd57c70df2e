import { retryAfterMs } from '../../model/http/retry-after.ts'
import type { HttpResponse } from '../../ports/http.ts'
import type { Clock } from '../../ports/process.ts'

const FIRST_PAUSE_MS = 200
const LONGEST_RETRY_AFTER_MS = 60_000

/** Doubling, with jitter over the upper half, so that charts that failed together do not come back together. */
export function backOff(attempt: number, clock: Pick<Clock, 'random'>, longestMs: number): number {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), longestMs)
  return pause * (0.5 + clock.random() / 2)
}

/** What Retry-After asks for, never more than a minute. */
export function askedPause({ headers }: HttpResponse, clock: Pick<Clock, 'now'>): number | undefined {
  const pause = retryAfterMs(headers, clock.now())
  return pause === undefined ? undefined : Math.min(pause, LONGEST_RETRY_AFTER_MS)
}
