import { type Backoff, backoffMs } from '../../model/async/backoff.ts'
import { retryAfterMs, serverTime } from '../../model/http/retry-after.ts'
import { member } from '../../model/json.ts'
import { durationText } from '../../model/text.ts'
import type { Clock } from '../../ports/process.ts'
import type { Log } from '../../ports/runner.ts'
import { failureOf, type Trouble, troubleIn } from './failure.ts'

export interface RetryContext {
  readonly clock: Clock
  readonly log: Pick<Log, 'info'>
  /** e.g. `api.github.com`, for messages. */
  readonly host: string
}

interface Options extends RetryContext {
  /**
   * - `always`: the request is idempotent.
   * - `unless done`: it creates something, so it is only repeated if GitHub says that nothing was done; otherwise the
   *   caller checks.
   * - `if answered`: the run can do without it, so it does not wait for a server that does not respond.
   * - `if limited`: the run can do without it and it creates something, so only GitHub's limits are waited for.
   */
  readonly repeat: 'always' | 'unless done' | 'if answered' | 'if limited'
}

const MOST_LIMITED = 3
const MOST_OUTAGES = 5
/** No response of GitHub's is worth more of a job's time: if it is optional, the run goes on without it. */
const LONGEST_PAUSE_MS = 60_000
const SECONDARY_PAUSE_MS = 60_000
/** Most outages are over within seconds. */
const OUTAGE_BACKOFF: Backoff = { firstMs: 1_000 }
const PAUSE_UNITS = { second: 0, minute: 120 }
const SECONDARY = /secondary rate limit/i

/**
 * Retries requests to GitHub: after the pause that its limits require, at most twice, and while it is failing or
 * unreachable, at most four times; never waits for more than a minute at once. Otherwise fails with `GitHubFailure`. A
 * 403 without a limit is a refusal and final. The meaning of the headers:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export async function withRetries<T>(ask: () => Promise<T>, { clock, log, host, repeat }: Options): Promise<T> {
  for (let [attempts, limited, outages] = [1, 0, 0]; ; attempts += 1) {
    try {
      return await ask()
    } catch (error) {
      const trouble = troubleIn(error)
      if (trouble === undefined) throw error
      const failure = failureOf(error, trouble, { host, now: clock.now() })
      const limit = pauseInLimit(error, clock)
      const asked = limit ?? pauseInOutage(error, trouble, { outages, clock })
      if (asked === undefined) throw failure.after(attempts)
      if (limit) limited += 1
      else outages += 1
      if (limit === undefined && !isRepeated(repeat, trouble, failure)) throw failure.after(attempts)
      if (limited === MOST_LIMITED || outages === MOST_OUTAGES || asked.milliseconds > LONGEST_PAUSE_MS) {
        const why = limit
          ? `${asked.why} for another ${durationText(asked.milliseconds, PAUSE_UNITS, Math.ceil)}`
          : asked.why
        log.info(`GitHub ${why}: not asking again.`)
        throw failure.after(attempts)
      }
      log.info(`GitHub ${asked.why}: asking again in ${durationText(asked.milliseconds, PAUSE_UNITS, Math.ceil)}.`)
      await clock.sleep(asked.milliseconds)
    }
  }
}

function isRepeated(repeat: Options['repeat'], trouble: Trouble, { mayBeDone }: { readonly mayBeDone: boolean }) {
  if (repeat === 'if limited') return false
  if (repeat === 'unless done') return !mayBeDone
  return repeat === 'always' || trouble.kind !== 'silence' || trouble.code !== 'ECONNREFUSED'
}

interface AskedPause {
  readonly why: string
  readonly milliseconds: number
}

interface Outage {
  /** The number of attempts before. */
  readonly outages: number
  readonly clock: Clock
}

function pauseInOutage(error: unknown, trouble: Trouble, { outages, clock }: Outage): AskedPause | undefined {
  if (trouble.kind === 'errors' || !trouble.isOutage) return undefined
  const why = trouble.kind === 'answer' ? `answers ${trouble.status}` : 'does not answer'
  return { why, milliseconds: askedBy(error, clock) ?? outagePause(outages) }
}

/** The pause after so many failures in a row, the first of them being 0. */
export function outagePause(outages: number): number {
  return backoffMs(OUTAGE_BACKOFF, outages + 1)
}

function askedBy(error: unknown, clock: Clock): number | undefined {
  const headers = member(member(error, 'response'), 'headers')
  return retryAfterMs(waitHeaders(headers), clock.now())
}

function waitHeaders(headers: unknown) {
  return { 'retry-after': header(headers, 'retry-after'), date: header(headers, 'date') }
}

function header(headers: unknown, name: string): string {
  return String(member(headers, name) ?? '')
}

/** The signs of a limit: in REST a status, in GraphQL an error in a response with status 200. */
interface Limit {
  readonly why: string
  readonly headers: unknown
  readonly message: string
  /** Whether a 403 is a limit at all, only the headers say. */
  readonly isCertain: boolean
}

function pauseInLimit(error: unknown, clock: Clock): AskedPause | undefined {
  const limit = restLimit(error) ?? graphqlLimit(error)
  if (limit === undefined) return undefined
  const { why, message, headers, isCertain } = limit
  const wait = waitHeaders(headers)
  const asked = retryAfterMs(wait, clock.now())
  if (asked !== undefined) return { why, milliseconds: asked }
  const reset = whole(header(headers, 'x-ratelimit-reset'))
  if (header(headers, 'x-ratelimit-remaining') === '0' && reset !== undefined) {
    return { why, milliseconds: Math.max(reset * 1000 - serverTime(wait, clock.now()), 0) + 1000 }
  }
  return isCertain || SECONDARY.test(message) ? { why, milliseconds: SECONDARY_PAUSE_MS } : undefined
}

/** As Octokit throws it: a status, and the response's headers and JSON; anything else is not a response. */
function restLimit(error: unknown): Limit | undefined {
  const status = member(error, 'status')
  if (status !== 403 && status !== 429) return undefined
  const response = member(error, 'response')
  const message = String(member(member(response, 'data'), 'message') ?? '')
  const why = `limits requests (${status})`
  return { why, headers: member(response, 'headers'), message, isCertain: status === 429 }
}

/**
 * A response with status 200 whose errors report a limit, so that nothing was done:
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#exceeding-the-rate-limit
 */
function graphqlLimit(error: unknown): Limit | undefined {
  const errors = member(error, 'errors')
  if (!Array.isArray(errors)) return undefined
  const limited = errors.find(
    (one) => /^RATE_LIMIT(ED)?$/.test(String(member(one, 'type'))) || SECONDARY.test(String(member(one, 'message'))),
  )
  if (limited === undefined) return undefined
  const [headers, message] = [member(error, 'headers'), String(member(limited, 'message'))]
  return { why: 'limits requests (GraphQL)', headers, message, isCertain: true }
}

function whole(text: string): number | undefined {
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined
}
