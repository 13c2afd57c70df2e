import type { ErrorCode } from '../../../model/error-codes.ts'
import { ReleaseError } from '../../../model/errors.ts'
import { isObject } from '../../../model/json.ts'
import { cut } from '../../../model/text.ts'
import type { HttpResponse } from '../../../ports/http.ts'
import { hintFor } from './hints.ts'

export interface Asked {
  readonly host: string
  /** The consequence in words, e.g. `acme/app:1.2.3 could not be read`. */
  readonly what: string
  /** Where the credentials came from that were used; `undefined`: there were none. */
  readonly source: string | undefined
  /** The repository that was written to: then something it belongs to may not be there. */
  readonly written?: string | undefined
}

const MAX_REASON = 200

/** One of the errors in a registry's answer (distribution specification, "Error codes"). */
export interface RegistryProblem {
  readonly code: string
  readonly message: string
}

/**
 * An answer that is not the one hoped for, in words: host, status, and the registry's own code and message, cut short.
 * `REGISTRY_UNAUTHORIZED` (401), `REGISTRY_DENIED` (403), `REGISTRY_NOT_FOUND` (404), `REGISTRY_THROTTLED` (429), else `REGISTRY_FAILED`.
 */
export function refusal(response: HttpResponse, asked: Asked): ReleaseError {
  const { status } = response
  const [problem] = problemsIn(response)
  const reason = problem ? cut([problem.code, problem.message].filter(Boolean).join(': '), MAX_REASON) : ''
  const said = reason === '' ? `${status}` : `${status} (${reason})`
  const message = `${asked.what}: ${asked.host} answered ${said}`
  return new ReleaseError(codeOf(status), message, { hint: hintFor(response, problem, asked) })
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return 'REGISTRY_UNAUTHORIZED'
  if (status === 403) return 'REGISTRY_DENIED'
  if (status === 404) return 'REGISTRY_NOT_FOUND'
  return status === 429 ? 'REGISTRY_THROTTLED' : 'REGISTRY_FAILED'
}

/** The errors that an answer's body lists; none when it holds something else. */
export function problemsIn({ body }: HttpResponse): readonly RegistryProblem[] {
  const content = parsed(body)
  const errors = content?.errors
  if (!Array.isArray(errors)) return []
  return errors.map((entry: unknown) => {
    const { code, message } = isObject(entry) ? entry : {}
    return { code: typeof code === 'string' ? code : '', message: typeof message === 'string' ? message : '' }
  })
}

/** The JSON object of an answer. Fails with `REGISTRY_ANSWER_INVALID`. */
export function jsonIn({ body, url }: HttpResponse, host: string): Readonly<Record<string, unknown>> {
  const content = parsed(body)
  if (content) return content
  throw new ReleaseError(
    'REGISTRY_ANSWER_INVALID',
    `${host} answered something else than JSON at ${new URL(url).pathname}`,
  )
}

function parsed(body: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const content: unknown = JSON.parse(new TextDecoder().decode(body))
    return isObject(content) ? content : undefined
  } catch {
    return undefined
  }
}
