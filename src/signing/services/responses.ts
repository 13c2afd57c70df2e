import { ReleaseError } from '../../model/errors.ts'
import { cut, showInvisible } from '../../model/text.ts'
import type { HttpResponse } from '../../ports/http.ts'
import type { ServiceAddress } from './outages.ts'

const maxReasonLength = 300

/**
 * The JSON of a successful response. Fails with `SIGSTORE_REFUSED` for a 4xx, `SIGSTORE_INVALID_ANSWER` for the rest.
 */
export function jsonOf(service: ServiceAddress, response: HttpResponse, redact: (text: string) => string): unknown {
  requireSuccess(service, response, redact)
  try {
    return JSON.parse(Buffer.from(response.body).toString())
  } catch {
    throw invalidAnswer(service, 'answered with something that is not JSON')
  }
}

/** Fails with `SIGSTORE_REFUSED` for a 4xx, with the service's reason; `SIGSTORE_INVALID_ANSWER` for a 1xx or 3xx. */
export function requireSuccess(
  service: ServiceAddress,
  response: HttpResponse,
  redact: (text: string) => string,
): void {
  const { status } = response
  if (status >= 200 && status < 300) return
  if (status < 400) throw invalidAnswer(service, `answered ${status}, which is not followed`)
  const reason = reasonIn(response, redact)
  throw new ReleaseError('SIGSTORE_REFUSED', `${placeOf(service)} refused with ${status}${reason}`)
}

export function invalidAnswer(service: ServiceAddress, what: string, cause?: unknown): ReleaseError {
  return new ReleaseError('SIGSTORE_INVALID_ANSWER', `${placeOf(service)} ${what}`, { cause })
}

function placeOf({ name, url }: ServiceAddress): string {
  return `${name} at ${new URL(url).host}`
}

/** Redacted before it is cut: half a token would no longer be recognised. */
function reasonIn({ body }: HttpResponse, redact: (text: string) => string): string {
  const given = redact(messageIn(Buffer.from(body).toString()))
  const line = showInvisible(withoutTokens(given).replace(/\s+/g, ' ').trim())
  return line === '' ? '' : `: ${cut(line, maxReasonLength)}`
}

function messageIn(text: string): string {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null && 'message' in parsed && typeof parsed.message === 'string') {
      return parsed.message
    }
  } catch {
    // Then it is plain text.
  }
  return text
}

/** Anything that looks like a JSON web token (its header and payload start with an encoded `{"`) or like a part of one. */
function withoutTokens(text: string): string {
  return text.replace(/eyJ[\w-]{4,}(\.[\w-]*)*|[\w+-]{48,}/g, '***')
}
