import { member } from '../../model/json.ts'
import { isTransient, reasonOf } from '../http/failure.ts'

/** Codes that mean that nothing was sent: such a request was not carried out. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
const MAX_REASON = 400

/** A 2xx without the requested data: the page of a proxy, or a truncated body. */
export class BrokenResponse extends Error {
  override readonly name = 'BrokenAnswer'
  readonly status: number

  constructor(status: number) {
    super('the answer is not what was asked for, or was cut')
    this.status = status
  }
}

/** A request that GitHub did not carry out, or did not confirm. */
export class GitHubFailure extends Error {
  override readonly name = 'GitHubFailure'
  /** Of the last response; `undefined` without one. */
  readonly status: number | undefined
  /** Whether a change may have been made despite the failure. */
  readonly mayBeDone: boolean

  constructor(
    message: string,
    { cause, ...rest }: { readonly status?: number | undefined; readonly mayBeDone: boolean; readonly cause?: unknown },
  ) {
    super(message, { cause })
    this.status = rest.status
    this.mayBeDone = rest.mayBeDone
  }

  /** The same failure after so many attempts. */
  after(attempts: number): GitHubFailure {
    return attempts === 1 ? this : new GitHubFailure(`${this.message} (${attempts} attempts)`, this)
  }
}

/** The outcome of one request, as Octokit throws it. */
export type Trouble =
  /** GitHub, or something in front of it, responded without success. */
  | { readonly kind: 'answer'; readonly status: number; readonly isOutage: boolean }
  /** GitHub answered a query with errors, in a response with status 200. */
  | { readonly kind: 'errors' }
  | { readonly kind: 'silence'; readonly code: string; readonly isOutage: boolean }

/** `undefined`: this is not about a request at all. */
export function troubleIn(error: unknown): Trouble | undefined {
  if (error instanceof BrokenResponse) return { kind: 'answer', status: error.status, isOutage: true }
  if (Array.isArray(member(error, 'errors')) && member(error, 'status') === undefined) return { kind: 'errors' }
  const status = member(error, 'status')
  if (typeof status !== 'number') return undefined
  // Octokit reports a failure before any response as a 500.
  if (member(error, 'response') !== undefined) return { kind: 'answer', status, isOutage: isOutage(status) }
  const code = codeOf(error)
  return { kind: 'silence', code, isOutage: isTransient({ code }) }
}

function isOutage(status: number): boolean {
  if (status === 501 || status === 505) return false
  return status === 408 || status === 499 || status >= 500
}

/** The code of the failure that fetch wraps, once or twice. */
function codeOf(error: unknown): string {
  for (let [at, depth] = [error, 0]; typeof at === 'object' && at !== null && depth < 4; depth += 1) {
    const { name, cause } = at as Partial<Error>
    if (name === 'TimeoutError' || name === 'AbortError') return 'UND_ERR_HEADERS_TIMEOUT'
    const code = member(at, 'code')
    if (typeof code === 'string') return code
    at = cause
  }
  return 'UNKNOWN'
}

export function failureOf(
  error: unknown,
  trouble: Trouble,
  { host, now }: { readonly host: string; readonly now: Date },
): GitHubFailure {
  if (trouble.kind === 'silence') {
    const { code } = trouble
    const why = code === 'UNKNOWN' ? wordsOf(error) : reasonOf({ code, cause: member(error, 'cause') }, now)
    const mayBeDone = !UNSENT.has(code)
    return new GitHubFailure(`${host} did not answer: ${why}`, { mayBeDone, cause: error })
  }
  if (trouble.kind === 'errors') return new GitHubFailure(wordsOf(error), { mayBeDone: false, cause: error })
  const { status } = trouble
  const words = saidBy(error)
  const message = `${host} answered ${status}${words === '' ? '' : `: ${words}`}`
  return new GitHubFailure(message, { status, mayBeDone: trouble.isOutage, cause: error })
}

/** GitHub's own words, in one line of limited length; a page of HTML says nothing. */
function saidBy(error: unknown): string {
  if (error instanceof BrokenResponse) return error.message
  const data = member(member(error, 'response'), 'data')
  return typeof data === 'object' && data !== null && !(data instanceof ArrayBuffer) ? wordsOf(error) : ''
}

function wordsOf(error: unknown): string {
  const text = error instanceof Error ? error.message : 'no answer'
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_REASON)
}
