import { json } from '@sigstore/core'
import { z } from 'zod'
import type { Http, HttpResponse } from '../../ports/http.ts'
import type { Secrets } from '../../ports/runner.ts'
import type { LogEntry, ProposedEntry } from '../formats/log-entry.ts'
import type { OutageRetry, ServiceAddress } from './outages.ts'
import { invalidAnswer, jsonOf } from './responses.ts'

export interface RekorOptions {
  readonly rekor: ServiceAddress
  readonly http: Http
  readonly outageRetry: OutageRetry
  readonly secrets: Pick<Secrets, 'redact'>
  /** How long one response may take, in milliseconds. */
  readonly attemptMs: number
}

export interface RekorLog {
  /**
   * Logs an entry and returns it as the log keeps it, after checking that it is the proposed one. `undefined` if
   * `worthwhile` returned false while the log was unavailable. Fails with `SIGSTORE_UNAVAILABLE`, `SIGSTORE_REFUSED`,
   * `SIGSTORE_INVALID_ANSWER`.
   */
  add(entry: ProposedEntry, worthwhile: () => boolean): Promise<LogEntry | undefined>
}

const maxBytes = 512 * 1024
const conflict = 409
const notFound = 404

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const base64 = z.base64().min(4).max(65_536)
const count = z.int().nonnegative()
const proof = z.object({
  checkpoint: z.string().min(1).max(8_192),
  hashes: z.array(hex(32)).max(64),
  logIndex: count,
  rootHash: hex(32),
  treeSize: count,
})
const kept = z.object({
  body: base64,
  integratedTime: count,
  logID: hex(32),
  logIndex: count,
  verification: z.object({ signedEntryTimestamp: base64.optional(), inclusionProof: proof.optional() }).optional(),
})
// Keyed by the entry's id.
const answer = z.record(z.string(), kept)

/** A client of Rekor's v1 API: https://github.com/sigstore/rekor/blob/main/openapi.yaml */
export function createRekorLog({ rekor, http, outageRetry, secrets, attemptMs }: RekorOptions): RekorLog {
  const entries = `${rekor.url}/api/v1/log/entries`
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const limits = { maxBytes, timeoutMs: attemptMs, attempts: 1 }

  async function existing(response: HttpResponse, worthwhile: () => boolean): Promise<HttpResponse | undefined> {
    const id = idIn(response)
    if (id === undefined) throw invalidAnswer(rekor, 'says that the entry exists, but not where')
    const send = () =>
      http.send({ method: 'GET', url: `${entries}/${id}`, headers: { accept: headers.accept }, ...limits })
    // The log accepts a new entry before it can be read.
    return outageRetry.request({ service: rekor, send, passing: [notFound], worthwhile })
  }

  return {
    async add(entry, worthwhile) {
      const body = JSON.stringify(entry.request)
      const send = () => http.send({ method: 'POST', url: entries, headers, body, ...limits, effect: true })
      const response = await outageRetry.request({ service: rekor, send, worthwhile })
      // An earlier attempt got through and its response was lost.
      const found = response?.status === conflict ? await existing(response, worthwhile) : response
      if (found === undefined) return undefined
      return readEntry(rekor, jsonOf(rekor, found, secrets.redact), entry)
    },
  }
}

/** Only the id is used: the log's own address is known. */
function idIn({ headers, body }: HttpResponse): string | undefined {
  const place = headers.location ?? Buffer.from(body).toString()
  return /\b[0-9a-f]{64}([0-9a-f]{16})?\b/.exec(place)?.[0]
}

function readEntry(rekor: ServiceAddress, value: unknown, proposed: ProposedEntry): LogEntry {
  const parsed = answer.safeParse(value)
  const [entry, ...others] = parsed.success ? Object.values(parsed.data) : []
  if (entry === undefined || others.length > 0)
    throw invalidAnswer(rekor, 'answered with something that is not a log entry')
  const { body, integratedTime, logIndex, logID, verification } = entry
  const content = Buffer.from(body, 'base64')
  if (canonical(content) !== json.canonicalize(proposed.expected)) {
    throw invalidAnswer(rekor, 'logged something else than what was sent')
  }
  if (verification?.signedEntryTimestamp === undefined) throw invalidAnswer(rekor, 'gave no signed entry timestamp')
  if (verification.inclusionProof === undefined) throw invalidAnswer(rekor, 'gave no inclusion proof')
  return {
    kind: proposed.expected.kind,
    version: proposed.expected.apiVersion,
    body: content,
    integratedTime,
    logIndex,
    logId: Buffer.from(logID, 'hex'),
    signedEntryTimestamp: Buffer.from(verification.signedEntryTimestamp, 'base64'),
    inclusionProof: verification.inclusionProof,
  }
}

function canonical(content: Buffer): string | undefined {
  try {
    return json.canonicalize(JSON.parse(content.toString()))
  } catch {
    return undefined
  }
}
