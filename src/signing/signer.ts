import type { Identity, SignatureSet, StoredBundle, StoredSignatures, Subject } from '../model/signature.ts'

/** Makes signatures. One certificate serves all subjects of a run and is renewed in time. */
export interface Signer {
  /** Gets the token and the first certificate: everything that can refuse does it here, before any effect. */
  prepare(): Promise<Identity>
  /** Signs and logs in every form that verifiers read. Fails with `trust` errors; nothing partial is returned. */
  sign(subject: Subject): Promise<SignatureSet>
}

/** Judges signatures against the trusted root, as a consumer would. */
export interface SignatureVerifier {
  /** Every form of `made` must be among `stored` and verify for exactly the certificate in `made`. Fails with `trust` errors. */
  verifyOwn(subject: Subject, stored: StoredSignatures, made: SignatureSet): Promise<void>
  /**
   * Whether stored signatures of an earlier run count as ours: `complete` (every expected form verifies and is ours),
   * or which forms are missing. Signatures of others are no answer to either. Never throws for a bad signature: a bad one is missing.
   */
  judge(
    subject: Subject,
    stored: StoredSignatures,
    ours: OurIdentity,
  ): Promise<{ readonly missing: readonly ('legacy' | 'bundle')[] }>
  /** Whose a stored bundle is, whoever that may be. Fails with `SIGNATURE_INVALID` where it does not hold for the subject. */
  signerOf(subject: Subject, stored: StoredBundle): Promise<Identity>
}

/** Whose signatures count as ours. */
export interface OurIdentity {
  readonly issuer: string
  /** GitHub's numeric repository id as text. */
  readonly repositoryId: string
  /** e.g. `https://github.com/acme/charts`. */
  readonly repositoryUrl: string
  /**
   * Where this run's own job is in a reusable workflow: that file, without its ref. Callers share it, so it only counts
   * together with issuer and repository id.
   */
  readonly workflow?: string
  readonly trusted: readonly { readonly issuer: string; readonly subject: string }[]
}
