// The registry's side, read and written with plain requests: what is checked must not be read by our own client.
import { createHash } from 'node:crypto'
import type { RequestInit, Response } from 'undici'
import { type Registry, request } from './requests.ts'

export interface Repository extends Registry {
  /** e.g. `charts/app`. */
  readonly name: string
}

export interface Manifest {
  readonly mediaType: string
  readonly bytes: Buffer
  readonly digest: string
  readonly blobs: readonly { readonly digest: string; readonly mediaType: string }[]
}

const manifestTypes = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ')

function ask(repository: Repository, rest: string, init?: RequestInit): Promise<Response> {
  return request(repository, `/v2/${repository.name}/${rest}`, init)
}

async function expectStatus(response: Response, status: number): Promise<Response> {
  if (response.status === status) return response
  throw new Error(`${response.url} answered ${response.status}: ${(await response.text()).slice(0, 300)}`)
}

/** `undefined` where there is no such manifest. */
export async function readManifest(repository: Repository, reference: string): Promise<Manifest | undefined> {
  const response = await ask(repository, `manifests/${reference}`, { headers: { accept: manifestTypes } })
  if (response.status === 404) return undefined
  await expectStatus(response, 200)
  const bytes = Buffer.from(await response.arrayBuffer())
  const { config, layers = [] } = JSON.parse(bytes.toString())
  return {
    mediaType: response.headers.get('content-type') ?? '',
    bytes,
    digest: digestOf(bytes),
    blobs: [config, ...layers].filter((blob) => blob !== undefined),
  }
}

export async function readBlob(repository: Repository, digest: string): Promise<Buffer> {
  const response = await expectStatus(await ask(repository, `blobs/${digest}`), 200)
  return Buffer.from(await response.arrayBuffer())
}

export async function writeBlob(repository: Repository, bytes: Buffer): Promise<void> {
  const digest = digestOf(bytes)
  const opened = await expectStatus(await ask(repository, 'blobs/uploads/', { method: 'POST' }), 202)
  const location = new URL(opened.headers.get('location') ?? '', opened.url)
  location.searchParams.set('digest', digest)
  const headers = { 'content-type': 'application/octet-stream' }
  await expectStatus(await request(repository, location, { method: 'PUT', headers, body: new Uint8Array(bytes) }), 201)
}

export async function writeManifest(
  repository: Repository,
  reference: string,
  manifest: Pick<Manifest, 'mediaType' | 'bytes'>,
): Promise<Response> {
  const headers = { 'content-type': manifest.mediaType }
  const body = new Uint8Array(manifest.bytes)
  const path = `manifests/${reference}`
  return expectStatus(await ask(repository, path, { method: 'PUT', headers, body }), 201)
}

/** Deletes a manifest by its digest, or a tag with the manifest that it leads to. */
export async function deleteManifest(repository: Repository, reference: string): Promise<void> {
  const manifest = await readManifest(repository, reference)
  if (!manifest) throw new Error(`${repository.name} has no ${reference}`)
  await expectStatus(await ask(repository, `manifests/${manifest.digest}`, { method: 'DELETE' }), 202)
  // Some registries keep what a tag leads to; others know no deletion of tags.
  if (!(await readManifest(repository, reference))) return
  await expectStatus(await ask(repository, `manifests/${reference}`, { method: 'DELETE' }), 202)
}

/** Copies one manifest with its blobs into another repository, under the same reference if none is given. */
export async function copyAlone(
  from: Repository,
  to: Repository,
  reference: string,
  newReference = reference,
): Promise<Manifest> {
  const manifest = await readManifest(from, reference)
  if (!manifest) throw new Error(`${from.name} has no ${reference}`)
  for (const { digest } of manifest.blobs) await writeBlob(to, await readBlob(from, digest))
  await writeManifest(to, newReference, manifest)
  return manifest
}

export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
