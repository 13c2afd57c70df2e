import { ReleaseError } from '../../model/errors.ts'
import { retryAfterMs } from '../../model/http/retry-after.ts'
import { durationText } from '../../model/text.ts'
import type { HttpResponse } from '../../ports/http.ts'
import type { Clock } from '../../ports/process.ts'
import type { Log } from '../../ports/runner.ts'

/** A service that signing needs, as messages name it. */
export interface ServiceAddress {
  readonly name: string
  /** Without a trailing slash. */
  readonly url: string
}

export interface ServiceRequest {
  readonly service: ServiceAddress
  /** Makes one attempt; called again for each. */
  readonly send: () => Promise<HttpResponse>
  /** Transient statuses besides 408, 429 and 5xx. */
  readonly passing?: readonly number[]
  /** Whether another attempt makes sense; checked after each pause. */
  readonly worthwhile?: () => boolean
}

/** Waits for services that are unavailable. */
export interface OutageRetry {
  /**
   * The first response that is not an outage; `undefined` if the request was no longer worthwhile. Fails with
   * `SIGSTORE_UNAVAILABLE` once the service has been unavailable for the whole time-out.
   */
  request(question: ServiceRequest): Promise<HttpResponse | undefined>
  /** The result of the first attempt that does not meet an outage; fails likewise. */
  run<T>(wish: Operation<T>): Promise<T>
}

/** Work that takes more than one request. */
export interface Operation<T> {
  /** What it does, as messages name it. */
  readonly name: string
  /** Makes one attempt; its `OIDC_FAILED` and `REMOTE_*` count as an outage. */
  readonly attempt: () => Promise<T>
}

export interface OutageRetryOptions {
  readonly clock: Clock
  readonly log: Log
  /** How long a service may be unavailable, in milliseconds. */
  readonly timeoutMs: number
}

interface Outage {
  readonly since: number
  toldAt: number | undefined
}

type Attempt<T> = { readonly result: T } | { readonly away: string; readonly pauseMs: number; readonly cause?: unknown }

const firstPauseMs = 1_000
const longestPauseMs = 15_000
const longestAskedPauseMs = 60_000
const tellEveryMs = 20_000
const PAUSE_UNITS = { second: 0, minute: 90 }

/**
 * An outage belongs to the service, not to one request: subjects that are signed concurrently share it, so that a run
 * ends one time-out after a service went away, however many subjects are left.
 */
export function createOutageRetry({ clock, log, timeoutMs }: OutageRetryOptions): OutageRetry {
  const outages = new Map<string, Outage>()

  function outageOf(key: string, since: number): Outage {
    const known = outages.get(key)
    if (known) return known
    const begun: Outage = { since, toldAt: undefined }
    outages.set(key, begun)
    return begun
  }

  function tell(outage: Outage, why: string, leftMs: number) {
    const now = clock.monotonic()
    if (outage.toldAt !== undefined && now - outage.toldAt < tellEveryMs) return
    outage.toldAt = now
    log.info(`${why}; trying again for another ${durationText(leftMs, PAUSE_UNITS)}`)
  }

  /** `key` names the service; `undefined` once it is not worthwhile any more. */
  async function persist<T>(key: string, once: () => Promise<Attempt<T>>, worthwhile = () => true) {
    for (let tries = 1; ; tries += 1) {
      const started = clock.monotonic()
      const attempt = await once()
      if ('result' in attempt) {
        outages.delete(key)
        return attempt
      }
      const outage = outageOf(key, started)
      const leftMs = outage.since + timeoutMs - clock.monotonic()
      if (leftMs <= 0) throw gaveUp(attempt.away, timeoutMs, attempt.cause)
      tell(outage, attempt.away, leftMs)
      const backOffMs = Math.min(firstPauseMs * 2 ** (tries - 1), longestPauseMs) * (0.5 + clock.random() / 2)
      await clock.sleep(Math.min(Math.max(backOffMs, attempt.pauseMs), leftMs))
      if (!worthwhile()) return undefined
    }
  }

  return {
    async request({ service, send, passing = [], worthwhile }) {
      const attempt = async (): Promise<Attempt<HttpResponse>> => {
        const result = await send()
        if (!isOutage(result.status) && !passing.includes(result.status)) return { result }
        const away = `${service.name} at ${new URL(service.url).host} answers ${result.status}`
        return { away, pauseMs: Math.min(retryAfterMs(result.headers, clock.now()) ?? 0, longestAskedPauseMs) }
      }
      return (await persist(service.url, () => unlessAway(service.name, attempt), worthwhile))?.result
    },
    async run({ name, attempt }) {
      const ended = await persist(name, () => unlessAway(name, async () => ({ result: await attempt() })))
      if (ended === undefined) throw new ReleaseError('BUG_UNEXPECTED', `${name} was not waited for`)
      return ended.result
    },
  }
}

async function unlessAway<T>(name: string, attempt: () => Promise<Attempt<T>>): Promise<Attempt<T>> {
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof ReleaseError) || !passesByItself(error)) throw error
    return { away: `${name}: ${error.message}`, pauseMs: 0, cause: error }
  }
}

function isOutage(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

/** A hint means that a person has to do something (e.g. trust a certificate authority): waiting does not help. */
function passesByItself({ code, hint }: ReleaseError): boolean {
  const codes: readonly string[] = ['OIDC_FAILED', 'REMOTE_TIMEOUT', 'REMOTE_TRUNCATED', 'REMOTE_UNREACHABLE']
  return codes.includes(code) && hint === undefined
}

function gaveUp(away: string, timeoutMs: number, cause: unknown): ReleaseError {
  return new ReleaseError('SIGSTORE_UNAVAILABLE', `${away}, and did so for ${durationText(timeoutMs, PAUSE_UNITS)}`, {
    hint: 'Run the workflow again later: it carries on where this one stopped. `sigstore-timeout` says how long a run waits.',
    cause,
  })
}
