import { digestOf } from '../../../chart/archive/digest.ts'
import type { Digest } from '../../../model/chart.ts'
import { ReleaseError } from '../../../model/errors.ts'
import type { HttpResponse } from '../../../ports/http.ts'
import { isNoAnswerToHead } from '../transport/answers.ts'
import type { RegistryClient, RegistryRequest } from '../transport/client.ts'
import { digestMismatch } from './manifest-reader.ts'
import { openUpload, takeUpload } from './uploads.ts'

// Registries keep blobs in object stores and send readers there.
const REDIRECTS = 5
const UPLOAD_SESSIONS = 3
// Sending so much again, if a run died after it, costs less than a question before every blob of every run.
const MAX_UNASKED_BYTES = 1024 * 1024

/**
 * Whether the repository has the blob. `'unknown'` when a HEAD is not the way to ask here (some registries and proxies answer
 * it with 400, 401 or 405, and stores that only sign GETs refuse it): then sending the blob again changes nothing.
 * Fails as `refusal` for any other answer.
 */
export async function hasBlob(
  client: RegistryClient,
  repository: string,
  digest: Digest,
): Promise<'yes' | 'no' | 'unknown'> {
  const path = `/v2/${repository}/blobs/${digest}`
  const response = await client.send({ method: 'HEAD', path, repository, access: 'push', redirects: REDIRECTS })
  if (response.status === 200) return 'yes'
  if (cameFromElsewhere(client, response) || isNoAnswerToHead(response)) return 'unknown'
  if (response.status === 404) return 'no'
  throw await client.refused(response, repository, `${repository} could not be asked for ${digest}`)
}

function cameFromElsewhere(client: RegistryClient, response: HttpResponse): boolean {
  return new URL(response.url).origin !== client.origin
}

/**
 * Uploads a blob unless it is there. `isNew`: it most likely is not, so a small one is sent without asking. Fails with
 * `REGISTRY_UPLOAD_ELSEWHERE` and as `refusal`.
 */
export async function putBlob(
  client: RegistryClient,
  repository: string,
  bytes: Uint8Array,
  { isNew = false } = {},
): Promise<void> {
  const digest = digestOf(bytes)
  const isSentUnasked = isNew && bytes.length <= MAX_UNASKED_BYTES
  for (let session = 1; ; session++) {
    const isAsked = session > 1 || !isSentUnasked
    if (isAsked && (await hasBlob(client, repository, digest)) === 'yes') return
    const kept = await takeUpload(client, repository)
    const location = kept ?? (await openUpload(client, repository))
    const url = new URL(location)
    // The Location carries the session's state: the digest is added to it.
    url.searchParams.append('digest', digest)
    const headers = { 'content-type': 'application/octet-stream' }
    const path = url.href
    const put = { method: 'PUT', path, repository, access: 'push', headers, body: bytes, effect: true } as const
    const response = await client.send(put)
    if (response.status === 201) return
    // A session ends when its first PUT got through and only the answer was lost: look again, or begin another. One that was
    // kept may have ended by itself, in whatever words the registry has for that.
    const ended = kept !== undefined || response.status === 404 || response.status === 416 || response.status >= 500
    if (!ended || session === UPLOAD_SESSIONS) {
      throw await client.refused(response, repository, `${repository} could not take a blob of ${bytes.length} bytes`)
    }
  }
}

export interface BlobWanted {
  readonly digest: Digest
  /** As the manifest says; -1 if unknown. */
  readonly size: number
}

export function blobRequest(repository: string, digest: Digest, maxBytes: number): RegistryRequest {
  const path = `/v2/${repository}/blobs/${digest}`
  return { method: 'GET', path, repository, access: 'pull', redirects: REDIRECTS, maxBytes }
}

/**
 * Reads a blob, checked against digest and size. Fails with `REGISTRY_DIGEST_MISMATCH`, `REMOTE_TOO_LARGE`, and as `refusal`.
 */
export async function getBlob(
  client: RegistryClient,
  repository: string,
  { digest, size }: BlobWanted,
  maxBytes: number,
): Promise<Uint8Array> {
  if (size > maxBytes) {
    throw new ReleaseError(
      'REMOTE_TOO_LARGE',
      `${client.host}/${repository} says a blob has ${size} bytes; at most ${maxBytes} are read`,
    )
  }
  const response = await client.send(blobRequest(repository, digest, maxBytes))
  if (response.status !== 200)
    throw await client.refused(response, repository, `${repository}@${digest} could not be read`)
  const found = digestOf(response.body)
  if (found !== digest) throw digestMismatch(client.host, `a blob of ${repository}`, digest, found)
  if (size >= 0 && response.body.length !== size) {
    throw digestMismatch(client.host, `a blob of ${repository}`, `${size} bytes`, `${response.body.length} bytes`)
  }
  return response.body
}
