import { backoffMs } from '../../model/async/backoff.ts'
import type { HttpRequest, HttpResponse } from '../../ports/http.ts'
import type { Clock } from '../../ports/process.ts'
import { ExchangeFailure, longestExchange } from './exchange.ts'
import { failureOf, isTransient } from './failure.ts'
import { askedPause, httpBackoff } from './pauses.ts'
import type { ServerTimeListener } from './server-time.ts'
import type { Throttle } from './throttle.ts'

const DEFAULT_ATTEMPTS = 5
const BACKOFF = httpBackoff(3_000)
/** For all attempts, whatever short timeout each has. */
const LEAST_BUDGET_MS = 10_000

export interface Persistence {
  readonly clock: Clock
  readonly throttle: Throttle
  readonly serverTime?: Pick<ServerTimeListener, 'note'> | undefined
}

/**
 * Sends until the response is not a 408 or 5xx, at most `request.attempts` times; the last response is returned as it
 * is. A transient broken exchange is repeated likewise, then fails with a `remote` error. A 429 means that nothing was
 * done: it is waited out whatever the method, unless the caller wants one attempt and waits itself. All attempts share
 * one time budget, in which waiting for a server that limits requests does not count.
 */
export async function persist(
  request: HttpRequest,
  { clock, throttle, serverTime }: Persistence,
  exchange: (withinMs: number) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const { host } = new URL(request.url)
  let leftMs = Math.max(longestExchange(request), LEAST_BUDGET_MS)
  const send = async () => {
    const began = clock.monotonic()
    try {
      const response = await exchange(Math.min(leftMs, longestExchange(request)))
      serverTime?.note(response)
      return response
    } finally {
      leftMs -= clock.monotonic() - began
    }
  }
  const once = request.attempts === 1 ? send : () => throttle.send(host, send)
  const attempts = request.attempts ?? (['GET', 'HEAD', 'PUT'].includes(request.method) ? DEFAULT_ATTEMPTS : 1)
  for (let attempt = 1; ; attempt++) {
    const outcome = await once().catch(brokenOnly)
    const last = attempt >= attempts || leftMs <= 0
    if (outcome instanceof ExchangeFailure) {
      if (last || !isTransient(outcome)) throw failureOf(request, outcome, { attempts: attempt, now: clock.now() })
      await clock.sleep(backoffMs(BACKOFF, attempt, clock))
    } else {
      if (last || !isRetried(outcome.status)) return outcome
      await clock.sleep(askedPause(outcome, clock) ?? backoffMs(BACKOFF, attempt, clock))
    }
  }
}

function brokenOnly(thrown: unknown): ExchangeFailure {
  if (thrown instanceof ExchangeFailure) return thrown
  throw thrown
}

function isRetried(status: number): boolean {
  if (status === 501 || status === 505) return false
  return status === 408 || status === 499 || status >= 500
}
