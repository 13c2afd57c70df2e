import { allOf, mapConcurrent } from '../../../model/async/concurrency.ts'
import { shared } from '../../../model/async/memoize.ts'
import type { LegacySignature } from '../../../model/signature.ts'
import { putBlob } from '../artifacts/blobs.ts'
import { lostBlobs } from '../artifacts/lost.ts'
import { type Descriptor, readManifest } from '../artifacts/manifest-reader.ts'
import { type Delivered, getManifest, type ManifestPlace } from '../artifacts/manifests.ts'
import { OCI_MANIFEST, SIMPLE_SIGNING } from '../artifacts/media-types.ts'
import { type MergeContext, mergeUnderTag } from '../artifacts/merge.ts'
import type { RegistryClient } from '../transport/client.ts'
import { isSameSignature, signatureLayer, signatureManifest } from './legacy-manifest.ts'
import { readBlobIfSound } from './read-bundles.ts'
import type { SubjectPlace } from './referrers.ts'
import { foreignSignatureTag, signatureTag } from './signature-tags.ts'

// cosign reads at most so many.
const MAX_SIGNATURES = 1_000
/** The verifier takes none that is larger. */
export const MAX_PAYLOAD_BYTES = 16 * 1024
const AT_ONCE = 16

/** Adds a signature under the `.sig` tag; what others put there stays. Fails as `mergeUnderTag` and with `REGISTRY_SIGNATURE_TAG_FOREIGN`. */
export async function attachLegacy(
  context: MergeContext,
  subject: SubjectPlace & { readonly isNew?: boolean | undefined },
  signature: LegacySignature,
): Promise<void> {
  const { client } = context
  const { repository } = subject
  const place = { repository, reference: signatureTag(subject.digest) }
  const store = (config: Uint8Array, isNew: boolean) =>
    allOf([config, signature.payload].map((blob) => putBlob(client, repository, blob, { isNew })))
  // Most likely it will be alone: its blobs don't wait for the look at the tag.
  const alone = subject.isNew
    ? shared(store(signatureManifest([signatureLayer(signature)]).config, true))
    : Promise.resolve()
  await mergeUnderTag(context, place, {
    mediaType: OCI_MANIFEST,
    isNew: subject.isNew ?? false,
    async into(current) {
      const layers = current ? await soundLayers(client, place, current) : []
      if (layers.some((layer) => isSameSignature(layer, signature))) return undefined
      const { config, manifest } = signatureManifest([...layers.map(({ raw }) => raw), signatureLayer(signature)])
      const isNew = layers.length === 0
      await alone
      if (!isNew || !subject.isNew) await store(config, isNew)
      return manifest
    },
  })
  await alone
}

/** Those of others too, but none whose payload is gone: nobody can verify it, and registries refuse the manifest for it. */
async function soundLayers(client: RegistryClient, place: ManifestPlace, current: Delivered) {
  const layers = layersOf(client, place, current)
  const lost = await lostBlobs(
    client,
    place.repository,
    layers.map(({ digest }) => digest),
  )
  return layers.filter(({ digest }) => !lost.has(digest))
}

function layersOf(client: RegistryClient, place: ManifestPlace, { bytes }: Delivered): readonly Descriptor[] {
  const layers = readManifest(bytes)?.layers
  if (!layers?.every(({ mediaType }) => mediaType === SIMPLE_SIGNING))
    throw foreignSignatureTag(client, place, 'does not hold cosign signatures and is not overwritten')
  if (layers.length < MAX_SIGNATURES) return layers
  throw foreignSignatureTag(
    client,
    place,
    `holds ${layers.length} signatures, and cosign reads at most ${MAX_SIGNATURES}`,
  )
}

/**
 * All signatures under the `.sig` tag; none if it is missing or holds something else. One whose payload is gone is left out.
 * Fails as `getBlob` for bytes with a wrong digest.
 */
export async function readLegacy(
  client: RegistryClient,
  { repository, digest }: SubjectPlace,
): Promise<readonly LegacySignature[]> {
  const delivered = await getManifest(client, { repository, reference: signatureTag(digest) })
  const layers = delivered ? (readManifest(delivered.bytes)?.layers ?? []) : []
  const signatures = layers.filter(({ mediaType }) => mediaType === SIMPLE_SIGNING).slice(-MAX_SIGNATURES)
  // Several signatures of one digest share their payload.
  const blobs = new Map(signatures.map((layer) => [`${layer.digest} ${layer.size}`, layer]))
  const read = await mapConcurrent([...blobs.values()], AT_ONCE, (layer) =>
    readBlobIfSound(client, repository, layer, MAX_PAYLOAD_BYTES),
  )
  const payloads = new Map([...blobs.keys()].map((key, index) => [key, read[index]]))
  return signatures.flatMap(({ digest: blob, size, annotations }) => {
    const payload = payloads.get(`${blob} ${size}`)
    return payload ? [{ payload, annotations }] : []
  })
}
