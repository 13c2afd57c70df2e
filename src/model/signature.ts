import type { Digest } from './chart.ts'
import type { Json } from './json.ts'

/** What is signed: the digest of an artifact and its repository (without tag). */
export interface Subject {
  readonly repository: string
  readonly digest: Digest
  /** The bytes with that digest, if a file itself is signed (an archive or an index) and not a manifest. */
  readonly archive?: Uint8Array
}

/** One cosign v2 ("simple signing") signature: a layer of the `.sig` manifest. */
export interface LegacySignature {
  /** The JSON that was signed, to the byte. */
  readonly payload: Uint8Array
  /** `dev.cosignproject.cosign/signature`, `dev.sigstore.cosign/certificate`, `…/chain`, `…/bundle`, `…/rfc3161timestamp`. */
  readonly annotations: Readonly<Record<string, string>>
}

/** A sigstore bundle v0.3 as JSON, with what its referrer manifest says of it. */
export interface StoredBundle {
  readonly json: Uint8Array
  /** Empty for a signature over an archive's bytes. */
  readonly predicateType: string
}

/** Who a certificate was issued to; read from the certificate, never composed. */
export interface Identity {
  /** The SAN, e.g. `https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main`. */
  readonly subject: string
  /** e.g. `https://token.actions.githubusercontent.com`. */
  readonly issuer: string
  /** e.g. `https://github.com/acme/charts`; from Fulcio's extension 1.12. */
  readonly sourceRepository?: string
  /** GitHub's numeric repository id as text; from Fulcio's extension 1.15. */
  readonly sourceRepositoryId?: string
  /** e.g. `refs/heads/main`: what the workflow ran for; from Fulcio's extension 1.14. */
  readonly sourceRef?: string
}

/** The workflow run that a certificate was issued to, by its extensions: Fulcio copies them from the verified token. */
export interface CertifiedRun {
  /** The workflow file that the job is in, e.g. `https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main`. */
  readonly builder: string
  /** e.g. `https://github.com/acme/charts`. */
  readonly repository: string
  /** The commit that started the run. */
  readonly commit: string
  /** e.g. `refs/heads/main`. */
  readonly ref: string
  /** The workflow that was started; differs from `builder` inside a reusable workflow. */
  readonly workflow: string
  /** e.g. `push`. */
  readonly event: string
  /** e.g. `https://github.com/acme/charts/actions/runs/1/attempts/1`. */
  readonly invocation: string
  /** `github-hosted` or `self-hosted`. */
  readonly environment?: string
  readonly repositoryId?: string
  readonly ownerId?: string
}

/** The predicate of SLSA build provenance: https://slsa.dev/spec/v1.1/provenance. */
export const PROVENANCE = 'https://slsa.dev/provenance/v1'

/** Something that an attestation is about. */
export interface NamedSubject {
  readonly name: string
  readonly digest: Digest
}

/** What is attested of the subjects. */
export interface Claim {
  readonly subjects: readonly NamedSubject[]
  readonly predicateType: string
  /** What is said by this run, which the certificate names. */
  readonly predicate: (run: CertifiedRun) => { readonly [key: string]: Json }
}

/** A signed in-toto statement. */
export interface Attestation {
  readonly bundle: StoredBundle
  /** When it was logged. */
  readonly signedAt: Date
}

/** What the run made for one subject. `legacy` is absent if the log can't be used for it (Rekor v2 only). */
export interface SignatureSet {
  readonly legacy?: LegacySignature
  readonly bundles: readonly StoredBundle[]
  /** DER of the certificate that was issued to this run. */
  readonly certificate: Uint8Array
  readonly identity: Identity
  /** When the signatures were logged; `created` of the referrer manifest. */
  readonly signedAt: Date
}

/** All signatures that are stored beside an artifact now. */
export interface StoredSignatures {
  readonly legacy: readonly LegacySignature[]
  readonly bundles: readonly StoredBundle[]
}

/** Signs files with the identity of this run, and says whose a signature is, for those who may not know how that is done. */
export interface FileSigner {
  /** A bundle over the subject's bytes. Fails as `Signer.sign` does. */
  sign(subject: Required<Subject>): Promise<Uint8Array>
  /** Who signed exactly these bytes. Fails with `SIGNATURE_INVALID` if the bundle does not verify for them. */
  signerOf(subject: Required<Subject>, bundle: Uint8Array): Promise<Identity & { readonly isOurs: boolean }>
}
