import type { ChartRef, Digest } from '../../model/chart.ts'
import type { StoredSignatures, Subject } from '../../model/signature.ts'

/** A chart as a consumer finds it, with everything that is stored beside it. Nothing of it is verified but digests. */
export interface PublishedChart {
  /** The name and version that were asked for; the version of a reference by digest alone is not known before it is read. */
  readonly name: string
  readonly version?: string
  /** What a consumer types for exactly this version. */
  reference(ref: ChartRef): string
  /** `oci://host/path/name@sha256:…`; absent for a chart of an index. */
  readonly pinned?: string
  readonly archive: Uint8Array
  readonly archiveDigest: Digest
  /** The bytes of its `.prov`, if there is one. */
  readonly provenance?: Uint8Array
  /** What signatures are bound to. */
  readonly subject: Subject
  readonly signatures: StoredSignatures
  /** The index that lists it; absent for a chart in a registry. */
  readonly index?: PublishedIndex
}

export interface PublishedIndex {
  readonly address: string
  readonly subject: Required<Subject>
  readonly signatures: StoredSignatures
}
