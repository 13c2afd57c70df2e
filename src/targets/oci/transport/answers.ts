import { ReleaseError } from '../../../model/errors.ts'
import { isObject } from '../../../model/json.ts'
import type { HttpResponse } from '../../../ports/http.ts'

/** One of the errors in a registry's answer (distribution specification, "Error codes"). */
export interface RegistryProblem {
  readonly code: string
  readonly message: string
}

/** The errors that an answer's body lists; none when it holds something else. */
export function problemsIn({ body }: HttpResponse): readonly RegistryProblem[] {
  const content = jsonObjectIn(body)
  const errors = content?.errors
  if (!Array.isArray(errors)) return []
  return errors.map((entry: unknown) => {
    const { code, message } = isObject(entry) ? entry : {}
    return { code: typeof code === 'string' ? code : '', message: typeof message === 'string' ? message : '' }
  })
}

/** The same as one text; empty when there are none. */
export function problemsText(response: HttpResponse): string {
  return problemsIn(response)
    .map(({ code, message }) => `${code}: ${message}`)
    .join('; ')
}

/** The JSON object of an answer. Fails with `REGISTRY_ANSWER_INVALID`. */
export function jsonIn({ body, url }: HttpResponse, host: string): Readonly<Record<string, unknown>> {
  const content = jsonObjectIn(body)
  if (content) return content
  throw new ReleaseError(
    'REGISTRY_ANSWER_INVALID',
    `${host} answered something else than JSON at ${new URL(url).pathname}`,
  )
}

function jsonObjectIn(body: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const content: unknown = JSON.parse(new TextDecoder().decode(body))
    return isObject(content) ? content : undefined
  } catch {
    return undefined
  }
}

// Routers, proxies and gateways that do not support HEAD, or check it by other rules than a GET. `crane digest` falls back on
// GET after any error; here what may pass (429, 5xx) was repeated already.
const REFUSALS = new Set([400, 401, 403, 405, 406, 501])

/**
 * Whether an answer to a HEAD says nothing about what was asked for, so that only a GET tells. That includes a 404 that is a
 * web page: a registry says 404 in JSON or without a word, so a page comes from something before it.
 */
export function isNoAnswerToHead({ status, headers }: HttpResponse): boolean {
  return REFUSALS.has(status) || (status === 404 && /^text\/html\b/i.test(headers['content-type'] ?? ''))
}
