import { createHash } from 'node:crypto'
import { RFC3161Timestamp } from '@sigstore/core'
import type { Http } from '../../ports/http.ts'
import type { Secrets } from '../../ports/runner.ts'
import { withoutStackTraces } from '../without-stack-traces.ts'
import type { OutageRetry, ServiceAddress } from './outages.ts'
import { invalidAnswer, requireSuccess } from './responses.ts'

export interface TimestampOptions {
  readonly authority: ServiceAddress
  readonly http: Http
  readonly outageRetry: OutageRetry
  readonly secrets: Pick<Secrets, 'redact'>
  /** How long one response may take, in milliseconds. */
  readonly attemptMs: number
}

// TimeStampReq of https://www.rfc-editor.org/rfc/rfc3161#section-2.4.1 in DER: version 1, a SHA-256 imprint,
// certificate requested. No nonce: the imprint is of a signature that has never been seen before.
const beforeImprint = Buffer.from('30390201013031300d060960864801650304020105000420', 'hex')
const afterImprint = Buffer.from('0101ff', 'hex')

const maxBytes = 64 * 1024
const grantedStatuses = [0n, 1n]

/** DER of a TimeStampResp over `signature`; the verifier checks it later. Fails with `SIGSTORE_*`. */
export async function timestampOf(signature: Uint8Array, options: TimestampOptions): Promise<Buffer<ArrayBuffer>> {
  const { authority, http, outageRetry, secrets, attemptMs } = options
  const imprint = createHash('sha256').update(signature).digest()
  const body = Buffer.concat([beforeImprint, imprint, afterImprint])
  const headers = { accept: 'application/timestamp-reply', 'content-type': 'application/timestamp-query' }
  const url = new URL(authority.url).pathname === '/' ? `${authority.url}/api/v1/timestamp` : authority.url
  const send = () => http.send({ method: 'POST', url, headers, body, maxBytes, timeoutMs: attemptMs, attempts: 1 })
  const response = await outageRetry.request({ service: authority, send })
  if (response === undefined) throw invalidAnswer(authority, 'gave no answer')
  requireSuccess(authority, response, secrets.redact)
  const reply = Buffer.from(response.body)
  if (!isGranted(reply)) throw invalidAnswer(authority, 'answered without a timestamp')
  return reply
}

function isGranted(reply: Buffer<ArrayBuffer>): boolean {
  try {
    return grantedStatuses.includes(withoutStackTraces(() => RFC3161Timestamp.parse(reply)).status)
  } catch {
    return false
  }
}
