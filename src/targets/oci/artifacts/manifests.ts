import { digestOf, isDigest } from '../../../chart/archive/digest.ts'
import type { Digest } from '../../../model/chart.ts'
import { ReleaseError } from '../../../model/errors.ts'
import type { HttpResponse } from '../../../ports/http.ts'
import { isNoAnswerToHead } from '../transport/answers.ts'
import type { RegistryClient, RegistryRequest } from '../transport/client.ts'
import { digestMismatch } from './manifest-reader.ts'
import { OCI_INDEX, OCI_MANIFEST } from './media-types.ts'

/** A manifest or index as the registry delivered it. */
export interface Delivered {
  readonly bytes: Uint8Array
  readonly digest: Digest
  readonly mediaType: string
  readonly etag: string | undefined
}

const MAX_MANIFEST_BYTES = 4 * 1024 * 1024
const REDIRECTS = 3
// GHCR answers 404 to who does not accept indexes.
const ACCEPT = [OCI_MANIFEST, OCI_INDEX, 'application/vnd.docker.distribution.manifest.v2+json'].join(', ')

/** Where and what: `reference` is a tag or a digest. */
export interface ManifestPlace {
  readonly repository: string
  readonly reference: string
}

export function manifestRequest(place: ManifestPlace, access: 'pull' | 'push' = 'pull'): RegistryRequest {
  const get = { method: 'GET', path: pathOf(place), repository: place.repository, access } as const
  return { ...get, headers: { accept: ACCEPT }, redirects: REDIRECTS, maxBytes: MAX_MANIFEST_BYTES }
}

/**
 * Reads a manifest; `undefined` for 404 only. Fails with `REGISTRY_DIGEST_MISMATCH` when the bytes do not have the digest
 * that was asked for or announced, and as `refusal`.
 */
export async function getManifest(
  client: RegistryClient,
  place: ManifestPlace,
  access: 'pull' | 'push' = 'pull',
): Promise<Delivered | undefined> {
  const { repository, reference } = place
  const response = await client.send(manifestRequest(place, access))
  if (response.status === 404) return undefined
  if (response.status !== 200) throw await client.refused(response, repository, `${nameOf(place)} could not be read`)
  const digest = digestOf(response.body)
  const expected = isDigest(reference) ? reference : (announced(response) ?? digest)
  if (digest !== expected) throw digestMismatch(client.host, `the manifest of ${nameOf(place)}`, expected, digest)
  const mediaType = (response.headers['content-type'] ?? '').split(';')[0]?.trim() ?? ''
  return { bytes: response.body, digest, mediaType, etag: response.headers.etag }
}

/**
 * The digest behind a tag or digest; `undefined` for 404 only. Asks with the scope of `access`, and by GET if the
 * registry does not answer a HEAD (`isNoAnswerToHead`).
 */
export async function headManifest(
  client: RegistryClient,
  place: ManifestPlace,
  access: 'pull' | 'push',
): Promise<Digest | undefined> {
  const { repository } = place
  const head = { method: 'HEAD', path: pathOf(place), repository, access, headers: { accept: ACCEPT } } as const
  const response = await client.send({ ...head, redirects: REDIRECTS })
  if (isNoAnswerToHead(response)) return (await getManifest(client, place, access))?.digest
  if (response.status === 404) return undefined
  if (response.status !== 200)
    throw await client.refused(response, repository, `${nameOf(place)} could not be asked for`)
  if (isDigest(place.reference)) return place.reference
  // The header is optional in the specification: without it only the bytes tell.
  return announced(response) ?? (await getManifest(client, place, access))?.digest
}

/** The condition that nothing is there yet. */
export const ABSENT = '*'

export interface ManifestWrite {
  readonly bytes: Uint8Array
  readonly mediaType?: string
  /** An ETag that the tag must still have, or `ABSENT`. */
  readonly condition?: string
}

/** Writes a manifest and returns the answer, whatever it is. Fails with `REGISTRY_ANSWER_INVALID` when another digest was stored. */
export async function putManifest(
  client: RegistryClient,
  place: ManifestPlace,
  { bytes, mediaType = OCI_MANIFEST, condition }: ManifestWrite,
): Promise<HttpResponse> {
  const headers = { 'content-type': mediaType, ...conditionHeader(condition) }
  const { repository } = place
  const put = {
    method: 'PUT',
    path: pathOf(place),
    repository,
    access: 'push',
    headers,
    body: bytes,
    effect: true,
  } as const
  const response = await client.send(put)
  const stored = announced(response)
  if (isStored(response) && stored !== undefined && stored !== digestOf(bytes)) {
    const message = `${client.host} stored ${nameOf(place)} as ${stored} where ${digestOf(bytes)} was sent`
    throw new ReleaseError('REGISTRY_ANSWER_INVALID', message)
  }
  return response
}

function conditionHeader(condition: string | undefined): Record<string, string> {
  if (condition === undefined) return {}
  return condition === ABSENT ? { 'if-none-match': '*' } : { 'if-match': condition }
}

export function isStored({ status }: HttpResponse): boolean {
  return status === 201 || status === 200 || status === 202
}

/** `acme/app:1.2.3` or `acme/app@sha256:…`. */
export function nameOf({ repository, reference }: ManifestPlace): string {
  return `${repository}${isDigest(reference) ? '@' : ':'}${reference}`
}

function pathOf({ repository, reference }: ManifestPlace): string {
  return `/v2/${repository}/manifests/${reference}`
}

function announced({ headers }: HttpResponse): Digest | undefined {
  const digest = headers['docker-content-digest']
  return isDigest(digest) ? digest : undefined
}
