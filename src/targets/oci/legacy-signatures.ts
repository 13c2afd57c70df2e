import { ReleaseError } from '../../model/errors.ts'
import type { LegacySignature } from '../../model/signature.ts'
import { getBlob, putBlob } from './blobs.ts'
import type { RegistryClient } from './client.ts'
import { isSameSignature, signatureLayer, signatureManifest, signatureTag } from './legacy-manifest.ts'
import { readManifest } from './manifest-reader.ts'
import { type Delivered, getManifest, nameOf } from './manifests.ts'
import { OCI_MANIFEST, SIMPLE_SIGNING } from './media-types.ts'
import { type MergeContext, mergeUnderTag } from './merge.ts'
import type { SubjectPlace } from './referrers.ts'

// cosign reads at most so many.
const MAX_SIGNATURES = 1_000
const MAX_PAYLOAD_BYTES = 1024 * 1024

/** Adds a signature under the `.sig` tag; what others put there stays. Fails as `mergeUnderTag` and with `REGISTRY_SIGNATURE_TAG_FOREIGN`. */
export async function attachLegacy(
  context: MergeContext,
  subject: SubjectPlace & { readonly isNew?: boolean | undefined },
  signature: LegacySignature,
): Promise<void> {
  const { client } = context
  const { repository } = subject
  const place = { repository, reference: signatureTag(subject.digest) }
  await mergeUnderTag(context, place, {
    mediaType: OCI_MANIFEST,
    isNew: subject.isNew ?? false,
    async into(current) {
      const layers = current ? layersOf(current, `${client.host}/${nameOf(place)}`) : []
      if (layers.some((layer) => isSameSignature(layer, signature))) return undefined
      const { config, manifest } = signatureManifest([...layers.map(({ raw }) => raw), signatureLayer(signature)])
      const isNew = layers.length === 0
      await Promise.all([config, signature.payload].map((blob) => putBlob(client, repository, blob, { isNew })))
      return manifest
    },
  })
}

function layersOf({ bytes }: Delivered, name: string) {
  const manifest = readManifest(bytes)
  const isOurs = manifest?.layers.every(({ mediaType }) => mediaType === SIMPLE_SIGNING) ?? false
  if (manifest && isOurs && manifest.layers.length < MAX_SIGNATURES) return manifest.layers
  const why =
    manifest && isOurs ? `holds ${MAX_SIGNATURES} signatures, more are not read` : 'holds no cosign signatures'
  throw new ReleaseError('REGISTRY_SIGNATURE_TAG_FOREIGN', `${name} ${why}`)
}

/** All signatures under the `.sig` tag; none where it is missing or holds something else. Fails as `getBlob`. */
export async function readLegacy(
  client: RegistryClient,
  { repository, digest }: SubjectPlace,
): Promise<readonly LegacySignature[]> {
  const delivered = await getManifest(client, { repository, reference: signatureTag(digest) })
  const layers = delivered ? (readManifest(delivered.bytes)?.layers ?? []) : []
  const signatures = layers.filter(({ mediaType }) => mediaType === SIMPLE_SIGNING)
  const payloads = new Map<string, Promise<Uint8Array>>()
  return Promise.all(
    signatures.map(async (layer) => {
      // Several signatures of one digest share their payload.
      const payload = payloads.get(layer.digest) ?? getBlob(client, repository, layer, MAX_PAYLOAD_BYTES)
      payloads.set(layer.digest, payload)
      return { payload: await payload, annotations: layer.annotations }
    }),
  )
}
