// The registry's side, read and written with plain requests: what is checked must not be read by our own client.
import { createHash } from 'node:crypto'

/** A repository on a registry without TLS and access control. */
export interface Repository {
  /** `127.0.0.1:port`. */
  readonly host: string
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

function address({ host, name }: Repository, rest: string): string {
  return `http://${host}/v2/${name}/${rest}`
}

async function expectStatus(response: Response, status: number): Promise<Response> {
  if (response.status === status) return response
  throw new Error(`${response.url} answered ${response.status}: ${(await response.text()).slice(0, 300)}`)
}

/** `undefined` where there is no such manifest. */
export async function readManifest(repository: Repository, reference: string): Promise<Manifest | undefined> {
  const url = address(repository, `manifests/${reference}`)
  const response = await fetch(url, { headers: { accept: manifestTypes } })
  if (response.status === 404) return undefined
  await expectStatus(response, 200)
  const bytes = Buffer.from(await response.arrayBuffer())
  const { config, layers = [] } = JSON.parse(bytes.toString())
  return {
    mediaType: response.headers.get('content-type') ?? '',
    bytes,
    digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    blobs: [config, ...layers].filter((blob) => blob !== undefined),
  }
}

export async function readBlob(repository: Repository, digest: string): Promise<Buffer> {
  const response = await expectStatus(await fetch(address(repository, `blobs/${digest}`)), 200)
  return Buffer.from(await response.arrayBuffer())
}

export async function writeBlob(repository: Repository, bytes: Buffer): Promise<void> {
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  const opened = await expectStatus(await fetch(address(repository, 'blobs/uploads/'), { method: 'POST' }), 202)
  const location = new URL(opened.headers.get('location') ?? '', opened.url)
  location.searchParams.set('digest', digest)
  const headers = { 'content-type': 'application/octet-stream' }
  await expectStatus(await fetch(location, { method: 'PUT', headers, body: new Uint8Array(bytes) }), 201)
}

export async function writeManifest(repository: Repository, reference: string, manifest: Manifest): Promise<void> {
  const headers = { 'content-type': manifest.mediaType }
  const body = new Uint8Array(manifest.bytes)
  await expectStatus(await fetch(address(repository, `manifests/${reference}`), { method: 'PUT', headers, body }), 201)
}

/** Deletes a tag with the manifest that it leads to. */
export async function deleteManifest(repository: Repository, tag: string): Promise<void> {
  const manifest = await readManifest(repository, tag)
  if (!manifest) throw new Error(`${repository.name} has no ${tag}`)
  await expectStatus(await fetch(address(repository, `manifests/${manifest.digest}`), { method: 'DELETE' }), 202)
}

/** Copies one manifest with its blobs under the same reference into another repository, and nothing that refers to it. */
export async function copyAlone(from: Repository, to: Repository, reference: string): Promise<Manifest> {
  const manifest = await readManifest(from, reference)
  if (!manifest) throw new Error(`${from.name} has no ${reference}`)
  for (const { digest } of manifest.blobs) await writeBlob(to, await readBlob(from, digest))
  await writeManifest(to, reference, manifest)
  return manifest
}
