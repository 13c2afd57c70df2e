import type { Digest } from '../model/chart.ts'
import type {
  Attestation,
  Claim,
  Identity,
  SignatureSet,
  StoredBundle,
  StoredSignatures,
  Subject,
} from '../model/signature.ts'

/** Makes signatures. One certificate serves all subjects of a run and is renewed in time. */
export interface Signer {
  /** Gets the token and the first certificate: whatever can refuse does so here, before any effect. */
  prepare(): Promise<Identity>
  /** Signs and logs in every form that verifiers read. Fails with `trust` errors; nothing partial is returned. */
  sign(subject: Subject): Promise<SignatureSet>
  /**
   * Signs and logs a statement; `undefined` if the certificate does not name the workflow run that it was issued to. Fails as
   * `sign`.
   */
  attest(claim: Claim): Promise<Attestation | undefined>
}

/** What a signature is bound to, by its digest. */
export interface Signed {
  readonly signs: 'manifest' | 'archive'
  readonly digest: Digest
}

/** Judges signatures against the trusted root, as a consumer would. */
export interface SignatureVerifier {
  /** Every form of `made` must be among `stored` and verify for exactly the certificate in `made`. Fails with `trust` errors. */
  verifyOwn(subject: Subject, stored: StoredSignatures, made: SignatureSet): Promise<void>
  /**
   * Which forms of our own signature are missing among the stored signatures of an earlier run; none if every expected
   * form verifies and is ours. Signatures by others are ignored. Never throws for a bad signature: it counts as
   * missing.
   */
  judge(
    subject: Subject,
    stored: StoredSignatures,
    ours: OurIdentity,
  ): Promise<{ readonly missing: readonly ('legacy' | 'bundle')[] }>
  /**
   * Whether a stored bundle is a signature of ours for the manifest or the archive that has this digest. The bytes are not
   * needed. Never throws for a bad signature.
   */
  isOurs(signed: Signed, stored: StoredBundle, ours: OurIdentity): boolean
  /** The first of the stored bundles that attests this predicate of the digest and is ours. Never throws for a bad bundle. */
  attestation(
    wanted: { readonly digest: Digest; readonly predicateType: string },
    stored: readonly StoredBundle[],
    ours: OurIdentity,
  ): Attestation | undefined
  /**
   * The identity that signed a stored bundle, whoever it is. Fails with `SIGNATURE_INVALID` if the bundle is not valid
   * for the subject.
   */
  signerOf(subject: Subject, stored: StoredBundle): Promise<Identity>
}

/** What a consumer makes of one stored signature. */
export interface InspectedSignature {
  /** For people, e.g. `cosign signature 2`. */
  readonly form: string
  /** What it says of the artifact; `unknown` if that cannot be read. */
  readonly kind: 'signature' | 'provenance' | 'other' | 'unknown'
  /** Who made it, if it holds. */
  readonly identity?: Identity
  /** Why it does not hold; text from outside. */
  readonly why?: string
}

/** Looks at signatures of anybody, as a consumer who knows nothing of the run that made them. Never throws for a bad one. */
export interface SignatureInspector {
  inspect(subject: Subject, stored: StoredSignatures): readonly InspectedSignature[]
}

/** The identities whose signatures count as ours. */
export interface OurIdentity {
  readonly issuer: string
  /** GitHub's numeric repository id as text. */
  readonly repositoryId: string
  /** e.g. `https://github.com/acme/charts`. */
  readonly repositoryUrl: string
  /**
   * If this run's job is in a reusable workflow: that file, without its ref. Callers share it, so it only counts
   * together with issuer and repository id.
   */
  readonly workflow?: string
  readonly trusted: readonly { readonly issuer: string; readonly subject: string }[]
}
