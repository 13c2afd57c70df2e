// Bundles that refer to a manifest, by the referrers API or the tag that stands in for it.
import { digestOf, type Repository, readBlob, readManifest, writeBlob, writeManifest } from './oci.ts'
import { request } from './requests.ts'

const INDEX = 'application/vnd.oci.image.index.v1+json'
const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json'

interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly artifactType?: string
  readonly annotations?: Readonly<Record<string, string>>
}

/** A Sigstore bundle in a registry. */
export interface StoredBundle {
  readonly descriptor: Descriptor
  /** Of the manifest that refers to the chart. */
  readonly manifest: Buffer
  readonly bundle: Buffer
  /** What the statement inside is, e.g. `https://slsa.dev/provenance/v1`. */
  readonly predicate: string
}

/** Every bundle of a manifest that is listed and there. */
export async function bundlesOf(repository: Repository, digest: string): Promise<readonly StoredBundle[]> {
  const listed = (await listOf(repository, digest)).filter(({ artifactType }) => artifactType === BUNDLE)
  const found = await Promise.all(listed.map((descriptor) => readBundle(repository, descriptor)))
  return found.filter((bundle) => bundle !== undefined)
}

async function listOf(repository: Repository, digest: string): Promise<readonly Descriptor[]> {
  const response = await request(repository, `/v2/${repository.name}/referrers/${digest}`, {
    headers: { accept: INDEX },
  })
  const text = await response.text()
  if (response.status === 200) return (JSON.parse(text) as { manifests: Descriptor[] }).manifests
  const index = await readManifest(repository, fallbackTag(digest))
  return index ? (JSON.parse(index.bytes.toString()) as { manifests: Descriptor[] }).manifests : []
}

async function readBundle(repository: Repository, descriptor: Descriptor): Promise<StoredBundle | undefined> {
  const manifest = await readManifest(repository, descriptor.digest)
  const layer = manifest?.blobs.find(({ mediaType }) => mediaType === BUNDLE)
  if (!manifest || !layer) return undefined
  const bundle = await readBlob(repository, layer.digest)
  const { dsseEnvelope } = JSON.parse(bundle.toString()) as { dsseEnvelope: { payload: string } }
  const statement = JSON.parse(Buffer.from(dsseEnvelope.payload, 'base64').toString()) as { predicateType: string }
  return { descriptor, manifest: manifest.bytes, bundle, predicate: statement.predicateType }
}

/** Writes bundles so that they refer to `subject`, whatever their statements say, as somebody with write access could. */
export async function attachBundles(
  to: Repository,
  subject: Pick<Descriptor, 'mediaType' | 'digest' | 'size'>,
  bundles: readonly StoredBundle[],
): Promise<void> {
  const entries: Descriptor[] = []
  for (const { descriptor, manifest, bundle } of bundles) {
    await writeBlob(to, bundle)
    await writeBlob(to, Buffer.from('{}'))
    const bytes = Buffer.from(JSON.stringify({ ...JSON.parse(manifest.toString()), subject }))
    const written = { ...descriptor, digest: digestOf(bytes), size: bytes.length }
    const response = await writeManifest(to, written.digest, { mediaType: descriptor.mediaType, bytes })
    if (response.headers.get('oci-subject') === null) entries.push(written)
  }
  // Without a word that the registry lists it, the client does, https://github.com/opencontainers/distribution-spec.
  if (entries.length === 0) return
  const index = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: entries }))
  await writeManifest(to, fallbackTag(subject.digest), { mediaType: INDEX, bytes: index })
}

export function fallbackTag(digest: string): string {
  return digest.replace(':', '-')
}
