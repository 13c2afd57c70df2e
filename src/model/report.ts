import type { Digest } from './chart.ts'
import type { CheckedChart } from './check.ts'
import type { Location, ReleaseError } from './errors.ts'
import type { ReleasePlan } from './plan.ts'
import type { Mode } from './settings.ts'
import type { Identity } from './signature.ts'

/** What became of one chart. `waiting`: it changed, and waits for somebody who raises its version. */
export type ChartResult =
  | 'released'
  | 'unchanged'
  | 'waiting'
  | 'completed'
  | 'failed'
  | 'skipped'
  | 'planned'
  | 'checked'

/** Where a version was published: as a manifest in a registry, or as an archive that an index names. */
export type ReleasedReference = ManifestReference | ArchiveReference

interface Reference {
  /** What a consumer types, e.g. `oci://ghcr.io/acme/charts/app:1.2.3`; of an index, the archive's address. */
  readonly reference: string
  /** What signatures are bound to: the digest of the manifest, or of the archive. */
  readonly digest: Digest
  /** It was visible before this run. */
  readonly wasThere?: true
  /** An index listed it, but its archive was gone, and this run restored it. */
  readonly wasRestored?: true
  /** An OpenPGP provenance file is stored with it. */
  readonly hasProvenance?: boolean
  /** How it was built is attested; `github` if GitHub has that, too, and `beside` if it is stored beside the chart alone. */
  readonly buildProvenance?: 'github' | 'beside'
}

export interface ManifestReference extends Reference {
  /** Repository and digest, e.g. `ghcr.io/acme/charts/app@sha256:…`, as cosign and image fields take it. */
  readonly pinned: string
}

/** Nothing fetches an archive by its digest, so there is no pinned form of it; to pin it, compare `digest`. */
export interface ArchiveReference extends Reference {
  /** Address of the folder with the index, as `helm repo add` and dependencies take it. */
  readonly repository: string
  /** Address of the index that lists it, if this run signed that index. */
  readonly signedIndex?: string
  /** It is a file of a GitHub Release that no index lists; `repository` is the address of that release's files. */
  readonly isUnlisted?: true
}

/** The kinds that Artifact Hub knows, which are those of https://keepachangelog.com. */
export type NoteKind = 'added' | 'changed' | 'deprecated' | 'removed' | 'fixed' | 'security'

/** One line of a chart's release notes. */
export interface ReleaseNote {
  readonly kind: NoteKind
  /** A single line, in the author's or the finding's words: text from outside. */
  readonly text: string
  readonly breaking: boolean
}

export interface ChartOutcome {
  readonly name: string
  readonly path: string
  readonly version: string
  readonly previousVersion?: string
  readonly appVersion?: string
  readonly reason: string
  readonly result: ChartResult
  readonly archiveDigest?: Digest
  readonly references: readonly ReleasedReference[]
  readonly signed: boolean
  /** What the release means for users; of charts that were released or are proposed. Texts from outside. */
  readonly notes?: readonly ReleaseNote[]
  readonly problem?: ReleaseError
}

/**
 * Something that people should know although nothing failed.
 * - `chart`: about the version or the content of one chart, at its line.
 * - `settings`: a setting, often of another tool, that is given and not followed.
 * - `run`: about the run as a whole.
 */
export interface Advice {
  readonly kind: 'chart' | 'settings' | 'run'
  readonly level: 'warning' | 'notice'
  readonly text: string
  readonly title?: string
  readonly at?: Location
}

/** Why a run that was to release only planned: its branch is none of those that release. */
export interface HeldBack {
  readonly branch: string
  /** A sentence. */
  readonly reason: string
  /** Lines to paste under `with:`, so that this branch releases, too. */
  readonly lines: string
  /** Nobody has said yet which branches release. */
  readonly isByDefault: boolean
}

/** Everything that the summary, the outputs and the exit code are made from. */
export interface ReleaseReport {
  readonly mode: Mode
  readonly plan?: ReleasePlan
  readonly charts: readonly ChartOutcome[]
  /** Of the certificate that signed in this run. */
  readonly identity?: Identity
  readonly heldBack?: HeldBack
  /** Set when the branch moved under the run and another run carries on. */
  readonly supersededBy?: string
  /** Problems that belong to no chart. */
  readonly problems: readonly ReleaseError[]
  readonly advice: readonly Advice[]
  /** What `mode: check` says of each chart. */
  readonly checks?: readonly CheckedChart[]
  /** Archives that were left on the runner (`packages-dir`), from the workspace. */
  readonly packages?: readonly string[]
  readonly bumpCommit?: string
  /** Digest of what the build part of a release hands over. */
  readonly handover?: Digest
  /** With `commit: pull-request`: where new versions are proposed. */
  readonly pullRequests?: readonly { readonly number: number; readonly url: string }[]
  /** Registries (`host` or `host:port`) that were spoken to in plain HTTP by choice. */
  readonly plainHttp?: readonly string[]
  /** File with the trusted root of a private Sigstore, as the user named it. */
  readonly trustedRoot?: string
}

/** Whether the run must end as failed. A plan that refuses a chart is a good plan: nothing went wrong with it. */
export function hasFailed(report: ReleaseReport): boolean {
  return report.problems.length > 0 || report.charts.some((chart) => chart.result === 'failed')
}
