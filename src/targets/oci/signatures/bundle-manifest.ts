import { digestOf } from '../../../chart/archive/digest.ts'
import { goJson } from '../../../chart/yaml/go-json.ts'
import type { Digest } from '../../../model/chart.ts'
import type { Json } from '../../../model/json.ts'
import type { StoredBundle } from '../../../model/signature.ts'
import { BUNDLE, OCI_EMPTY, OCI_MANIFEST } from '../artifacts/media-types.ts'

export const PREDICATE_TYPE = 'dev.sigstore.bundle.predicateType'
export const EMPTY_CONFIG = Buffer.from('{}')

/** What a referrer refers to. */
export interface Subject {
  readonly repository: string
  readonly digest: Digest
  /** Of the subject's manifest, in bytes. */
  readonly size: number
  /** Nothing can refer to it yet. */
  readonly isNew?: boolean
  /** Its repository held nothing when this run began, as far as tags tell. */
  readonly isFirst?: boolean
}

/** A referrer as it is stored, and as the fallback index lists it. */
export interface Referrer {
  readonly digest: Digest
  readonly manifest: Uint8Array
  /** With `artifactType` and all annotations: consumers filter by what stands here (formats.md 4.2). */
  readonly entry: { readonly [key: string]: Json }
}

/** The referrer manifest of a bundle, in the order of cosign's (formats.md 4.1). `created` in whole seconds, UTC. */
export function bundleReferrer(subject: Subject, { json, predicateType }: StoredBundle, created: Date): Referrer {
  const annotations = {
    'dev.sigstore.bundle.content': 'dsse-envelope',
    [PREDICATE_TYPE]: predicateType,
    'org.opencontainers.image.created': created.toISOString().replace(/\.\d+Z$/, 'Z'),
  }
  const manifest = Buffer.from(
    goJson({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      config: { mediaType: OCI_EMPTY, size: EMPTY_CONFIG.length, digest: digestOf(EMPTY_CONFIG) },
      layers: [{ mediaType: BUNDLE, size: json.length, digest: digestOf(json) }],
      annotations,
      subject: { mediaType: OCI_MANIFEST, size: subject.size, digest: subject.digest },
      artifactType: BUNDLE,
    }),
  )
  const digest = digestOf(manifest)
  const entry = { mediaType: OCI_MANIFEST, size: manifest.length, digest, annotations, artifactType: BUNDLE }
  return { digest, manifest, entry }
}
