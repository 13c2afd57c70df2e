import type { HttpResponse } from '../../../ports/http.ts'

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
