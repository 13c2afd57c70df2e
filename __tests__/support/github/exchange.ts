import type { Hub } from './hub.ts'
import type { Token } from './tokens.ts'

/** A request as an area of the API gets it: read, recognised, and held to GitHub's description. */
export interface Call {
  readonly method: string
  /** Without the query, e.g. `/repos/acme/charts/releases`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Of the path's template, decoded. */
  readonly parameters: Readonly<Record<string, string>>
  readonly bytes: Buffer
  /** The parsed JSON; `{}` where there is no body. */
  readonly body: Readonly<Record<string, unknown>>
  /** Who asks; `undefined` for anonymous requests, which may read what is public. */
  readonly token: Token | undefined
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Route {
  /** As GitHub's description names it, e.g. `GET /repos/{owner}/{repo}`. */
  readonly operation: string
  /** What a token must be allowed, e.g. `contents: write`. Default: reading metadata, which every token may. */
  readonly needs?: readonly [permission: string, access: 'read' | 'write']
  readonly handle: (call: Call, hub: Hub) => Answer | Promise<Answer>
}

const DOCUMENTATION = 'https://docs.github.com/rest'

export function failed(status: number, message: string): Answer {
  return { status, body: { message, documentation_url: DOCUMENTATION, status: `${status}` } }
}

export const notFound = (): Answer => failed(404, 'Not Found')

interface Invalid {
  readonly resource: string
  readonly code: string
  readonly field?: string
  readonly message?: string
}

/** 422 with what is wrong, as GitHub lists it. */
export function invalid(...errors: readonly Invalid[]): Answer {
  return {
    status: 422,
    body: { message: 'Validation Failed', errors, documentation_url: DOCUMENTATION, status: '422' },
  }
}

/** One page of a list, with the Link header that leads to the next. `url` is the address of the list. */
export function page(call: Call, items: readonly unknown[], url: string): Answer {
  const size = Number(call.query.get('per_page') ?? 30)
  const number = Number(call.query.get('page') ?? 1)
  const more = items.length > size * number
  const next = new URLSearchParams(call.query)
  next.set('page', `${number + 1}`)
  return {
    status: 200,
    body: items.slice(size * (number - 1), size * number),
    ...(more && { headers: { link: `<${url}?${next}>; rel="next"` } }),
  }
}
