import type { Subject } from '../../model/signature.ts'

export const statementType = 'https://in-toto.io/Statement/v1'
export const payloadType = 'application/vnd.in-toto+json'
/** The predicate of `cosign sign` 3: a statement that says nothing but "signed". */
export const signPredicateType = 'https://sigstore.dev/cosign/sign/v1'

/** What a build says of how it made an artifact: https://slsa.dev/spec/v1.0/provenance */
export const provenancePredicateType = 'https://slsa.dev/provenance/v1'

/** The payload of a cosign v2 signature, to the byte (sigstore pkg/signature/payload): Go's field order, no spaces. */
export function simpleSigningPayload({ repository, digest }: Subject): Buffer {
  const critical = {
    identity: { 'docker-reference': repository },
    image: { 'docker-manifest-digest': digest },
    type: 'cosign container image signature',
  }
  return Buffer.from(JSON.stringify({ critical, optional: null }))
}

/** The in-toto statement of a cosign v3 signature: the digest alone, no name. */
export function signStatement({ digest }: Subject): Buffer {
  const subject = [{ digest: { sha256: digest.slice('sha256:'.length) }, annotations: {} }]
  return Buffer.from(JSON.stringify({ _type: statementType, subject, predicateType: signPredicateType, predicate: {} }))
}
