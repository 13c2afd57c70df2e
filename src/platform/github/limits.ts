import { retryAfterMs, serverTime } from '../../model/retry-after.ts'
import { member } from '../member.ts'
import type { Clock, Log } from '../platform.ts'

export interface Manners {
  readonly clock: Clock
  readonly log: Pick<Log, 'info'>
}

interface Options extends Manners {
  /** The question changes something: a 5xx does not tell whether that happened, a limit says that it did not. */
  readonly effect?: boolean
}

const MOST_ATTEMPTS = 3
/** No answer of GitHub's is worth more of a job's time: where it is not needed the run goes on without. */
const LONGEST_PAUSE_MS = 60_000
const SECONDARY_PAUSE_MS = 60_000
const OUTAGE_PAUSE_MS = 1_000
const SECONDARY = /secondary rate limit/i

/**
 * Asks GitHub again after the pause that its limits ask for, at most twice and at most a minute each; else fails as `ask`
 * did. A 403 without a limit is a refusal and final. What the headers mean:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export async function politely<T>(ask: () => Promise<T>, { clock, log, effect = false }: Options): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask()
    } catch (error) {
      const asked = (effect ? undefined : pauseInOutage(error)) ?? pauseInLimit(error, clock)
      if (asked === undefined) throw error
      if (attempt === MOST_ATTEMPTS || asked.milliseconds > LONGEST_PAUSE_MS) {
        log.info(`GitHub ${asked.why} for another ${inWords(asked.milliseconds)}: not asking again.`)
        throw error
      }
      log.info(`GitHub ${asked.why}: asking again in ${inWords(asked.milliseconds)}.`)
      await clock.sleep(asked.milliseconds)
    }
  }
}

interface AskedPause {
  readonly why: string
  readonly milliseconds: number
}

/** Octokit makes a 500 of what broke before an answer came: only an answer counts. */
function pauseInOutage(error: unknown): AskedPause | undefined {
  const status = member(error, 'status')
  const isOutage = typeof status === 'number' && status >= 500 && member(error, 'response') !== undefined
  return isOutage ? { why: `answers ${status}`, milliseconds: OUTAGE_PAUSE_MS } : undefined
}

/** What a limit is told by: in REST a status, in GraphQL an error in an answer of 200. */
interface Limit {
  readonly why: string
  readonly headers: unknown
  readonly message: string
  /** Only the headers can tell whether a 403 is a limit at all. */
  readonly isCertain: boolean
}

function pauseInLimit(error: unknown, clock: Clock): AskedPause | undefined {
  const limit = restLimit(error) ?? graphqlLimit(error)
  if (limit === undefined) return undefined
  const { why, message, isCertain } = limit
  const header = (name: string) => String(member(limit.headers, name) ?? '')
  const waitHeaders = { 'retry-after': header('retry-after'), date: header('date') }
  const asked = retryAfterMs(waitHeaders, clock.now())
  if (asked !== undefined) return { why, milliseconds: asked }
  const reset = whole(header('x-ratelimit-reset'))
  if (header('x-ratelimit-remaining') === '0' && reset !== undefined) {
    return { why, milliseconds: Math.max(reset * 1000 - serverTime(waitHeaders, clock.now()), 0) + 1000 }
  }
  return isCertain || SECONDARY.test(message) ? { why, milliseconds: SECONDARY_PAUSE_MS } : undefined
}

/** As Octokit throws it: a status, and the answer's headers and JSON; anything else is none. */
function restLimit(error: unknown): Limit | undefined {
  const status = member(error, 'status')
  if (status !== 403 && status !== 429) return undefined
  const response = member(error, 'response')
  const message = String(member(member(response, 'data'), 'message') ?? '')
  const why = `limits requests (${status})`
  return { why, headers: member(response, 'headers'), message, isCertain: status === 429 }
}

/**
 * An answer of 200 whose errors tell of a limit, so that nothing was done:
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

function inWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  if (seconds === 1) return '1 second'
  return seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
}
