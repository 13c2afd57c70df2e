import { digestOf } from '../../../chart/archive/digest.ts'
import { compareBytes, goJson } from '../../../chart/yaml/go-json.ts'
import type { Digest } from '../../../model/chart.ts'
import type { Json } from '../../../model/json.ts'
import type { LegacySignature } from '../../../model/signature.ts'
import type { Descriptor } from '../artifacts/manifest-reader.ts'
import { OCI_CONFIG, OCI_MANIFEST, SIMPLE_SIGNING } from '../artifacts/media-types.ts'

const SIGNATURE = 'dev.cosignproject.cosign/signature'
const ZERO_TIME = '0001-01-01T00:00:00Z'

/** The tag under which cosign looks for signatures of a digest (formats.md 3). */
export function signatureTag(digest: Digest): string {
  return `${digest.replace(':', '-')}.sig`
}

/** The layer of one signature. */
export function signatureLayer({ payload, annotations }: LegacySignature): { readonly [key: string]: Json } {
  const sorted = Object.entries(annotations).sort(([a], [b]) => compareBytes(a, b))
  return {
    mediaType: SIMPLE_SIGNING,
    size: payload.length,
    digest: digestOf(payload),
    annotations: Object.fromEntries(sorted),
  }
}

/** Whether `layer` holds this very signature. */
export function isSameSignature(layer: Descriptor, { payload, annotations }: LegacySignature): boolean {
  return layer.digest === digestOf(payload) && layer.annotations[SIGNATURE] === annotations[SIGNATURE]
}

/**
 * Config and manifest of a `.sig` tag with these layers, in the order of cosign's own (formats.md 3): the config of one
 * signature has 233 bytes. Layers of others go in as they were read.
 */
export function signatureManifest(layers: readonly { readonly [key: string]: Json }[]) {
  const config = Buffer.from(
    goJson({
      architecture: '',
      created: ZERO_TIME,
      history: layers.map(() => ({ created: ZERO_TIME })),
      os: '',
      rootfs: { type: 'layers', diff_ids: layers.map((layer) => layer.digest ?? '') },
      config: {},
    }),
  )
  const manifest = Buffer.from(
    goJson({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      config: { mediaType: OCI_CONFIG, size: config.length, digest: digestOf(config) },
      layers,
    }),
  )
  return { config, manifest }
}
