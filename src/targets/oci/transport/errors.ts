import type { ErrorCode } from '../../../model/error-codes.ts'
import { ReleaseError } from '../../../model/errors.ts'
import { cut } from '../../../model/text.ts'
import type { HttpResponse } from '../../../ports/http.ts'
import { problemsIn } from './answers.ts'
import { type Asked, hintFor } from './hints.ts'

const MAX_REASON = 200

/**
 * The error for an answer that is not the one hoped for: host, status, and the registry's own code and message, cut short.
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
