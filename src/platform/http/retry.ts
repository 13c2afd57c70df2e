import type { Clock, HttpRequest, HttpResponse } from '../platform.ts'
import { ExchangeFailure } from './exchange.ts'
import { failureOf, isTransient } from './failure.ts'

const DEFAULT_ATTEMPTS = 5
const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 3_000
const LONGEST_RETRY_AFTER_MS = 60_000

/**
 * Asks until the answer is no 408, 429 or 5xx, at most `request.attempts` times; the last answer is returned as it is.
 * A broken exchange that may heal is repeated likewise, then fails with a `remote` error.
 */
export async function persist(
  request: HttpRequest,
  clock: Clock,
  once: () => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const attempts = request.attempts ?? (['GET', 'HEAD', 'PUT'].includes(request.method) ? DEFAULT_ATTEMPTS : 1)
  for (let attempt = 1; ; attempt++) {
    const outcome = await once().catch(brokenOnly)
    const last = attempt >= attempts
    if (outcome instanceof ExchangeFailure) {
      if (last || !isTransient(outcome)) throw failureOf(request, outcome, attempt)
      await clock.sleep(backOff(attempt, clock))
    } else {
      if (last || !isRetried(outcome.status)) return outcome
      await clock.sleep(askedPause(outcome, clock) ?? backOff(attempt, clock))
    }
  }
}

function brokenOnly(thrown: unknown): ExchangeFailure {
  if (thrown instanceof ExchangeFailure) return thrown
  throw thrown
}

function isRetried(status: number): boolean {
  if (status === 501 || status === 505) return false
  return status === 408 || status === 429 || status === 499 || status >= 500
}

/** Doubling, with jitter over the upper half, so that charts that failed together do not come back together. */
function backOff(attempt: number, clock: Clock): number {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS)
  return pause * (0.5 + clock.random() / 2)
}

/** What Retry-After asks for, in seconds or as a date, never more than a minute. */
function askedPause({ headers }: HttpResponse, clock: Clock): number | undefined {
  const asked = headers['retry-after']?.trim()
  if (!asked) return undefined
  const pause = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - clock.now().getTime()
  return Number.isNaN(pause) ? undefined : Math.min(Math.max(pause, 0), LONGEST_RETRY_AFTER_MS)
}
