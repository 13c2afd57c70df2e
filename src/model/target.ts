import type { ChartRef, Digest, ObjectId, PackagedChart } from './chart.ts'
import type { ReleaseError } from './errors.ts'
import type { SignatureSet, StoredBundle, StoredSignatures } from './signature.ts'

/** What a published version says of itself. */
export interface Published {
  readonly state: 'present'
  /** Digest of what a signature is bound to: the manifest (OCI), the archive (indexes). */
  readonly digest: Digest
  /** As recorded at release; absent for packages that another tool published. */
  readonly fingerprint?: string
  readonly appVersion?: string
  readonly revision?: ObjectId
  /**
   * `some` if at least one of each expected form is stored; `others` if so, but `Look.isOurs` accepts none of the bundles;
   * else `none`, also if `find` did not look for them.
   */
  readonly signed: 'some' | 'others' | 'none'
  /** An index lists it, but its archive is gone; set only if `find` looked for that. */
  readonly isMissing?: true
  /** As `Target.adoptions`; absent if it would have cost `find` another request. */
  readonly adoptions?: readonly AdoptionRecord[]
}

/**
 * What a run found out about a package of another tool when it adopted it: what git packaged from `revision` is equal, file by
 * file. It is not signed, and saves a later run the comparison if it only leaves the version as it is.
 */
export interface AdoptionRecord {
  readonly fingerprint: string
  readonly appVersion?: string
  readonly revision: ObjectId
}

/** What `find` looks for in addition to the version. */
export interface Look {
  readonly signatures: boolean
  /**
   * Whether a stored bundle is a signature of ours for what has this digest. Costs one or two more requests; without it
   * every signature counts, whoever made it.
   */
  readonly isOurs?: ((digest: Digest, bundle: StoredBundle) => Promise<boolean>) | undefined
  /** What the version should hold: whose the signatures of other content are does not matter, and is not asked. */
  readonly fingerprint?: string
  /** Whether what an index lists is still there. */
  readonly archive?: boolean
}

/** Whether whose the signatures are matters for a version that is recorded with this fingerprint, if it has one. */
export function mattersTo({ fingerprint: wanted }: Look, found: string | undefined): boolean {
  return wanted === undefined || found === undefined || wanted === found
}

/** `unknown` (a 403, a broken answer) stops the chart: it is never read as absent. */
export type Presence =
  | Published
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly why: ReleaseError }

/** Stored, and not visible to consumers yet. */
export interface StagedArtifact {
  readonly ref: ChartRef
  /** Digest that signatures are bound to. */
  readonly digest: Digest
  /** What signatures name, without tag: e.g. `ghcr.io/acme/charts/app`. */
  readonly repository: string
  /** It was not there before this run stored it, so it has no signatures yet. Absent if that is unknown. */
  readonly isNew?: boolean
}

export interface PublishedArtifact extends StagedArtifact {
  /** What a consumer types, e.g. `oci://ghcr.io/acme/charts/app:1.2.3`. */
  readonly reference: string
  /** False when the same content was there already. */
  readonly changed: boolean
  /** Address of the index that lists it, if this run signed that index. */
  readonly signedIndex?: string
}

/** What is stored beside an artifact. A bundle without a predicate type is a signature over an archive. */
export type Attachable = Pick<SignatureSet, 'legacy' | 'bundles' | 'signedAt'>

/**
 * What this run wrote, by its digests. Nothing else can have those, so whoever reads it back may ask for all of it at once, and
 * still has to find it where consumers do.
 */
export interface OwnWrites {
  /** Of charts. */
  readonly manifests: Map<Digest, Uint8Array>
  /** What lies beside a manifest, by its place. */
  readonly beside: Map<
    string,
    {
      readonly referrers: readonly Digest[]
      readonly bundles: readonly Digest[]
      readonly payloads: readonly Digest[]
    }
  >
}

/** How promoting one artifact ended. */
export type Promoted = PublishedArtifact | ReleaseError

/** What a consumer would download, read back through a client that shares no state with the one that wrote. */
export interface FetchedChart {
  readonly digest: Digest
  readonly archive: Uint8Array
  readonly archiveDigest: Digest
  /** The bytes of the `.prov`, if there is one. */
  readonly provenance?: Uint8Array
  readonly fingerprint?: string
  readonly revision?: ObjectId
  readonly created?: Date
}

/**
 * A place where charts are published. The order of calls for one chart is
 * `find`, `stage`, `attach`, `fetch`/`signatures`, `promote`; each may be repeated and then changes nothing.
 */
export interface Target {
  /** As the user wrote it, e.g. `oci://ghcr.io/acme/charts`. */
  readonly address: string
  /** Web address of a target with an index, as `helm repo add` and dependencies name it. */
  readonly url?: string
  /**
   * The same if what this run shows can be read there, by anybody, once `promote` is done. Absent if no web address is known
   * for sure, or if a later step brings the files there.
   */
  readonly site?: string

  /** How well staging hides a chart from consumers: `hidden`, `unlisted` (found by those who know the digest), or `none`. */
  readonly hides: 'hidden' | 'unlisted' | 'none'

  /**
   * Gets what the first look at a chart (`find`, and with `fetches` also `fetch` and `signatures`) will wait for, such as a token.
   * Never fails: the look does.
   */
  warm?(ref: ChartRef, options: { readonly fetches: boolean }): void

  /**
   * Starts what `promote` asks before it writes. Only for a version that is claimed meanwhile: what another run of the same
   * repository writes after this look, that run has no claim to.
   */
  lookAhead?(artifact: StagedArtifact): void

  /** Whether all charts of one call of `promote` become visible with one write, as those in an index do. */
  readonly together: boolean

  /**
   * It accompanies other targets: a version that one of those holds already is not brought here, since that would be hundreds on
   * the day when this target is added. By itself it is a target as any other.
   */
  readonly follows?: true

  /** What signatures are bound to: the chart's manifest, or the archive itself, with the signature in a file beside it. */
  readonly signs: 'manifest' | 'archive'

  /** What a consumer types for this version. */
  reference(ref: ChartRef): string

  /** Why charts of this name can't be published here, to follow `the name "…" `; absent if every name can. */
  nameProblem?(name: string): string | undefined

  /** Checks rights and reachability before any effect. All findings together; changes nothing. */
  preflight(refs: readonly ChartRef[]): Promise<readonly ReleaseError[]>

  /** `createMissing` may create something: what needs it is asked afterwards. */
  readonly mayCreate?: true

  /**
   * Creates what `preflight` found to be missing for these charts, if the address consents to that. Called when nothing else
   * refuses, before anything else is done.
   */
  createMissing?(refs: readonly ChartRef[]): Promise<readonly ReleaseError[]>

  /**
   * Whether signatures can be stored, as far as that is known without storing one.
   */
  signatureProblem?(refs: readonly ChartRef[]): Promise<ReleaseError | undefined>

  /** What the target has of exactly this version. */
  find(ref: ChartRef, look?: Look): Promise<Presence>

  /** All versions that consumers see for this chart name, `+` restored; empty when the chart is unknown. */
  versions(name: string): Promise<readonly string[]>

  /**
   * Uploads without making visible. Other content under the published version is a `conflict`. What an index lists and is
   * gone is stored again, if it is the same bytes. `onKnown` is told what is being stored as soon as it is known whether that is
   * new: digests don't wait for uploads. Targets that learn it later tell nothing.
   */
  stage(chart: PackagedChart, onKnown?: (artifact: StagedArtifact) => void): Promise<StagedArtifact>

  /** Signatures of what is new are under way, and so many bundles: opens what storing them will wait for. */
  makeRoom?(artifact: StagedArtifact, bundles: number): void

  /** Everything signatures need of an artifact that is already published (for completing a missing signature). */
  adopt(ref: ChartRef, published: Published): StagedArtifact

  /** Stores signatures, attestations or both beside the staged artifact. Those of others stay. */
  attach(artifact: StagedArtifact, signatures: Attachable): Promise<void>

  /** The adoptions that runs recorded for a package of another tool with exactly this digest. */
  adoptions(artifact: Pick<StagedArtifact, 'ref' | 'digest'>): Promise<readonly AdoptionRecord[]>

  /** Stores such a record beside the artifact; in an index it becomes visible with `promote`. */
  recordAdoption(artifact: StagedArtifact, record: AdoptionRecord): Promise<void>

  /**
   * Takes out of the artifact's list of signatures what is gone, when clients keep that list: `find` does not call it signed
   * as long as the list names what is not there. Returns whether anything was taken out.
   */
  tidySignatures?(artifact: StagedArtifact): Promise<boolean>

  /** Reads all stored signatures back through a fresh client. */
  signatures(artifact: StagedArtifact): Promise<StoredSignatures>

  /** Reads the artifact back through a fresh client, every digest checked. */
  fetch(artifact: Pick<StagedArtifact, 'ref' | 'digest'>): Promise<FetchedChart>

  /**
   * Whether files of a version are public although `find` says `absent`. Only for targets that show a version in several
   * steps; a run that dies between them leaves such files.
   */
  isPartlyShown?(ref: ChartRef): Promise<boolean>

  /** Completes what a run that died left half done and no chart's release would complete. */
  finish?(): Promise<void>

  /** Removes staged artifacts of any run that are no longer needed; called when all charts are promoted. */
  tidy?(): Promise<void>

  /**
   * Makes them visible and reads them back; results in their order. All charts of a run at once, so that an index is
   * written one time. A problem of one chart is its result; another digest in its place is a `conflict`.
   */
  promote(artifacts: readonly StagedArtifact[]): Promise<readonly Promoted[]>
}
