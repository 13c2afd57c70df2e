import { digestOf } from '../../../chart/archive/digest.ts'
import { goJson } from '../../../chart/yaml/go-json.ts'
import type { AdoptionRecord } from '../../../model/target.ts'
import type { Descriptor } from '../artifacts/manifest-reader.ts'
import { ADOPTION, OCI_EMPTY, OCI_MANIFEST } from '../artifacts/media-types.ts'
import { EMPTY_CONFIG, type Referrer, type Subject } from '../signatures/bundle-manifest.ts'
import { APP_VERSION, FINGERPRINT, REVISION, recordsIn } from './chart-manifest.ts'

const EMPTY = { mediaType: OCI_EMPTY, size: EMPTY_CONFIG.length, digest: digestOf(EMPTY_CONFIG) }

/**
 * The record of an adoption as a referrer of the chart's manifest, which never changes. All of it stands in annotations, as
 * our own releases have it, so that the list of referrers tells it. The same record is the same bytes.
 */
export function adoptionReferrer(
  subject: Pick<Subject, 'digest' | 'size'>,
  { fingerprint, appVersion, revision }: AdoptionRecord,
): Referrer {
  const annotations = {
    ...(appVersion !== undefined && { [APP_VERSION]: appVersion }),
    [FINGERPRINT]: fingerprint,
    [REVISION]: revision,
  }
  const manifest = Buffer.from(
    goJson({
      schemaVersion: 2,
      mediaType: OCI_MANIFEST,
      artifactType: ADOPTION,
      config: EMPTY,
      layers: [EMPTY],
      subject: { mediaType: OCI_MANIFEST, size: subject.size, digest: subject.digest },
      annotations,
    }),
  )
  const digest = digestOf(manifest)
  const entry = { mediaType: OCI_MANIFEST, size: manifest.length, digest, annotations, artifactType: ADOPTION }
  return { digest, manifest, entry }
}

/** The records in a list of referrers, which anybody who may push can add to: ill-formed ones are left out. */
export function adoptionsIn(manifests: readonly Descriptor[]): readonly AdoptionRecord[] {
  return manifests.flatMap((entry) => {
    if (entry.artifactType !== ADOPTION) return []
    const { fingerprint, appVersion, revision } = recordsIn(entry)
    if (fingerprint === undefined || revision === undefined) return []
    return [{ fingerprint, revision, ...(appVersion !== undefined && { appVersion }) }]
  })
}
