import type { Json } from './json.ts'
import type { Linting } from './linting.ts'

/** `sha256:` and 64 lower-case hex digits. */
export type Digest = `sha256:${string}`

/** `sha256:` and twelve digits, for messages: enough to tell digests apart. */
export function shortDigest(digest: Digest): string {
  return digest.slice(0, 'sha256:'.length + 12)
}

/** A git object id, 40 (SHA-1) or 64 (SHA-256) lower-case hex digits. */
export type ObjectId = string

/** The place of a scalar in its file. `start` and `end` are string offsets of the scalar's source text, quotes included. */
export interface Span {
  readonly line: number
  readonly column: number
  readonly start: number
  readonly end: number
}

/** One entry of `dependencies` in Chart.yaml (or requirements.yaml for apiVersion v1). */
export interface Dependency {
  readonly name: string
  /** The constraint as written, e.g. `^1.2.0`; empty when absent. */
  readonly version: string
  /** `https://…`, `oci://…`, `file://…`, `@alias`, `alias:…`, or empty for a vendored chart. */
  readonly repository: string
  readonly alias?: string
  /** The fields as Helm knows them, in Helm's order (formats: name, version, repository, condition, tags, enabled, import-values, alias). */
  readonly fields: { readonly [key: string]: Json }
  /** Line of the entry in its file, from 1. */
  readonly line: number
  /** The place of the constraint; absent if there is none. */
  readonly versionSpan?: Span
}

/** Chart.yaml as read, with positions. */
export interface ChartManifest {
  /** Path of the file from the repository root, e.g. `charts/app/Chart.yaml`. */
  readonly file: string
  readonly text: string
  readonly apiVersion: 'v1' | 'v2'
  readonly name: string
  /** As written, e.g. `1.2.3`, `v0.5.30`, `1.0.0-rc.1+b7`. */
  readonly version: string
  readonly appVersion?: string
  readonly type: 'application' | 'library'
  /** What `json.Marshal(chart.Metadata)` would give: known fields only, in Helm's order, empty ones left out. */
  readonly metadata: { readonly [key: string]: Json }
  /** Those of an apiVersion v2 chart; a v1 chart has them in requirements.yaml. */
  readonly dependencies: readonly Dependency[]
  readonly versionSpan: Span
  readonly appVersionSpan?: Span
  readonly nameSpan: Span
}

export interface LockEntry {
  readonly name: string
  readonly repository: string
  readonly version: string
  readonly versionSpan: Span
  readonly line: number
}

/** Chart.lock or requirements.lock as read. */
export interface Lock {
  readonly file: string
  readonly text: string
  readonly entries: readonly LockEntry[]
  readonly digest: string
  readonly digestSpan: Span
}

/** Identifies a chart on a target. */
export interface ChartRef {
  readonly name: string
  /** The chart version as in Chart.yaml, with `+`. */
  readonly version: string
}

/** The files of one version of a chart; Helm and cosign find the others by the archive's name. */
export interface ArchiveNames {
  /** `<name>-<version>.tgz`, `+` and all, as `helm package` and `helm pull` call it. */
  readonly archive: string
  readonly provenance: string
  readonly signature: string
  /** The build provenance of the archive, as a Sigstore bundle; `provenance` is Helm's own. */
  readonly attestation: string
}

/** What the names of Sigstore bundles beside an archive end in, after its own name. */
export const BUNDLE_ENDINGS = { signature: '.sigstore.json', attestation: '.provenance.sigstore.json' } as const

export function archiveNames({ name, version }: ChartRef): ArchiveNames {
  const archive = `${name}-${version}.tgz`
  return {
    archive,
    provenance: `${archive}.prov`,
    signature: `${archive}${BUNDLE_ENDINGS.signature}`,
    attestation: `${archive}${BUNDLE_ENDINGS.attestation}`,
  }
}

/** Helm's provenance: an OpenPGP signature over Chart.yaml and the archive's digest. */
export interface Provenance {
  /** The bytes of `<name>-<version>.tgz.prov`. */
  readonly text: Uint8Array
  /** The key that verifies it, if this run has it. */
  readonly publicKey?: { readonly binary: Uint8Array; readonly armored: string }
}

/** A chart from elsewhere that was packaged into another one. */
export interface ResolvedChart extends ChartRef {
  /** As in Chart.yaml, without user name and password. */
  readonly repository: string
  /** Of the archive that was fetched. */
  readonly digest: Digest
}

/** A chart's archive as the run made it (or fetched and found equal), ready for every target. */
export interface PackagedChart extends ChartRef {
  /** Folder from the repository root, `.` for the root. */
  readonly path: string
  readonly appVersion?: string
  /** The bytes of `<name>-<version>.tgz`. */
  readonly archive: Uint8Array
  /** Digest of `archive`. */
  readonly digest: Digest
  /** The metadata of the Chart.yaml *inside* the archive (see `ChartManifest.metadata`). */
  readonly metadata: { readonly [key: string]: Json }
  readonly fingerprint: string
  /** The release commit: the commit whose files were packaged. */
  readonly revision: ObjectId
  /** The release commit's time; `created` and all times in the archive. */
  readonly created: Date
  readonly provenance?: Provenance
  /** How it was linted; absent: with its defaults. */
  readonly linting?: Linting
  /** What was fetched for it, its dependencies' own included. */
  readonly resolved?: readonly ResolvedChart[]
  /** What changed, as Markdown; the body of a GitHub Release. */
  readonly notes?: string
  /** Web address of the repository, e.g. `https://github.com/acme/charts`; used if the chart names no source. */
  readonly repositoryUrl?: string
}
