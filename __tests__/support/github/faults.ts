import { type Answer, failed } from './exchange.ts'

/** What may come instead of an answer: another one, or a connection that is cut or left open. */
export type Fault = Answer | 'reset' | 'silence'

/** What may come of an answer after the request was carried out; `cut`: its head, and half of its body. */
export type LateFault = Fault | 'cut'

/** GitHub's limit on many requests at once or many writes a minute. */
export function secondaryLimit(retryAfterSeconds: number): Answer {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  return { ...failed(403, message), headers: { 'retry-after': `${retryAfterSeconds}` } }
}

/** How GraphQL tells that the hour's points are used up: as an answer of 200. */
export function graphqlLimit(headers: Readonly<Record<string, string>>, type = 'RATE_LIMITED'): Answer {
  const message = 'API rate limit exceeded for installation.'
  return { status: 200, headers, body: { errors: [{ type, message }] } }
}

/** What comes while GitHub has trouble: HTML of a proxy, not JSON. */
export function badGateway(): Answer {
  return { status: 502, body: '<html><body><h1>502 Bad Gateway</h1></body></html>' }
}

/** Requests an hour, counted down by every answer. */
export interface Budget {
  limit: number
  used: number
  /** Unix time in seconds. */
  reset: number
}

export function budgetHeaders({ limit, used, reset }: Budget): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': `${limit}`,
    'x-ratelimit-remaining': `${Math.max(0, limit - used)}`,
    'x-ratelimit-used': `${Math.min(used, limit)}`,
    'x-ratelimit-reset': `${reset}`,
    'x-ratelimit-resource': 'core',
  }
}

export function overBudget(): Answer {
  return failed(403, 'API rate limit exceeded for installation.')
}

export function rateLimitBody({ limit, used, reset }: Budget): unknown {
  const core = { limit, used: Math.min(used, limit), remaining: Math.max(0, limit - used), reset }
  const other = { limit: 30, used: 0, remaining: 30, reset }
  return { resources: { core, search: other, graphql: core }, rate: core }
}
