import { digestOf } from '../../../chart/archive/digest.ts'
import type { Digest } from '../../../model/chart.ts'
import { ReleaseError } from '../../../model/errors.ts'
import type { HttpResponse } from '../../../ports/http.ts'
import { isNoAnswerToHead } from '../transport/answers.ts'
import type { RegistryClient } from '../transport/client.ts'
import { digestMismatch } from './manifest-reader.ts'

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
    const kept = takeUpload(client, repository)
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

/** Opens an upload session; its address, always on the registry's own origin. */
export async function openUpload(
  client: RegistryClient,
  repository: string,
  options = { effect: true },
): Promise<string> {
  const path = `/v2/${repository}/blobs/uploads/`
  const headers = { 'content-length': '0' }
  const post = { method: 'POST', path, repository, access: 'push', headers, attempts: 5, ...options } as const
  const response = await client.send(post)
  if (response.status !== 202)
    throw await client.refused(response, repository, `An upload to ${repository} was refused`, { writes: true })
  return ownLocation(client, response)
}

function takeUpload({ uploads }: RegistryClient, repository: string): string | undefined {
  const location = uploads.get(repository)
  uploads.delete(repository)
  return location
}

/** Gives back a session that was kept and not used. That nobody would miss it is no reason to leave it: registries keep it for days. */
export async function endUpload(client: RegistryClient, repository: string): Promise<void> {
  const path = takeUpload(client, repository)
  if (path !== undefined)
    await client.send({ method: 'DELETE', path, repository, access: 'push' }).catch(() => undefined)
}

function ownLocation(client: RegistryClient, response: HttpResponse): string {
  const { location } = response.headers
  if (location === undefined || !URL.canParse(location, response.url)) {
    throw new ReleaseError('REGISTRY_ANSWER_INVALID', `${client.host} opened an upload and did not say where`)
  }
  const url = new URL(location, response.url)
  const own = new URL(client.origin)
  // Registries behind a TLS proxy often do not know that they are: same host, and the encryption stays.
  if (own.protocol === 'https:' && url.protocol === 'http:' && url.hostname === own.hostname && url.port === '') {
    url.protocol = 'https:'
    url.port = own.port
  }
  if (url.origin === own.origin && url.username === '') return url.href
  throw new ReleaseError(
    'REGISTRY_UPLOAD_ELSEWHERE',
    `${own.host} sends the upload to ${url.host}, which is another host`,
    {
      hint: 'Credentials and charts go to the registry that was named only. Check the registry, or the proxy before it, for its external address.',
    },
  )
}

export interface BlobWanted {
  readonly digest: Digest
  /** As the manifest says; -1 if unknown. */
  readonly size: number
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
  const path = `/v2/${repository}/blobs/${digest}`
  const get = { method: 'GET', path, repository, access: 'pull', redirects: REDIRECTS, maxBytes } as const
  const response = await client.send(get)
  if (response.status !== 200)
    throw await client.refused(response, repository, `${repository}@${digest} could not be read`)
  const found = digestOf(response.body)
  if (found !== digest) throw digestMismatch(client.host, `a blob of ${repository}`, digest, found)
  if (size >= 0 && response.body.length !== size) {
    throw digestMismatch(client.host, `a blob of ${repository}`, `${size} bytes`, `${response.body.length} bytes`)
  }
  return response.body
}
