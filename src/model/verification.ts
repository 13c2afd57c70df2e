import type { Digest } from './chart.ts'
import type { ReleaseError } from './errors.ts'
import type { Identity } from './signature.ts'

/**
 * What can be required of a published chart before it is deployed.
 * - `signature`: a keyless signature of the chart.
 * - `provenance`: a keyless SLSA v1 provenance statement about it.
 * - `gpg`: Helm's `.prov` file, signed with a key of a keyring.
 * - `index`: a keyless signature of the index that lists it.
 */
export const requirements = ['signature', 'provenance', 'gpg', 'index'] as const
export type Requirement = (typeof requirements)[number]

/** A signature that was found and does not count. Texts from outside. */
export interface RefusedSignature {
  /** e.g. `cosign signature 2`. */
  readonly form: string
  /** Completes "… is refused: ". */
  readonly why: string
}

/** The signature that meets a requirement. */
export interface AcceptedSignature {
  readonly form: string
  /** Of keyless signatures. */
  readonly identity?: Identity
  /** Of a `.prov` file: the fingerprint of the key, upper-case hex. */
  readonly key?: string
}

/** How one requirement came out: it is met if there is `accepted`, else `problem` says why not. */
export interface CheckedRequirement {
  readonly requirement: Requirement
  readonly accepted?: AcceptedSignature
  readonly problem?: ReleaseError
  /** Also if another one was accepted. */
  readonly refused: readonly RefusedSignature[]
}

/** A published chart that was pulled, and what was checked of it. */
export interface Verification {
  readonly name: string
  readonly version: string
  /** What a consumer types for exactly this version. */
  readonly reference: string
  /** What signatures are bound to: the digest of the manifest, or of the archive. */
  readonly digest: Digest
  /** `oci://host/path/name@sha256:…`; absent for a chart of an index. */
  readonly pinned?: string
  readonly archiveDigest: Digest
  readonly checks: readonly CheckedRequirement[]
}

/** How a run of the verifying action ended. */
export interface VerificationReport {
  /** Absent if the chart could not be pulled. */
  readonly verification?: Verification
  /** Where the archive was left; only of a chart that meets every requirement. */
  readonly archive?: string
  /** Everything that keeps the chart from being deployed, those of requirements included. */
  readonly problems: readonly ReleaseError[]
}
