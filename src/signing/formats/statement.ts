import type { Json } from '../../model/json.ts'
import type { NamedSubject, Subject } from '../../model/signature.ts'

export const statementType = 'https://in-toto.io/Statement/v1'
export const payloadType = 'application/vnd.in-toto+json'
/** The predicate of `cosign sign` 3: a statement that says nothing but "signed". */
export const signPredicateType = 'https://sigstore.dev/cosign/sign/v1'

/** The payload of a cosign v2 signature, to the byte (sigstore pkg/signature/payload): Go's field order, no spaces. */
export function simpleSigningPayload({ repository, digest }: Subject): Buffer {
  const critical = {
    identity: { 'docker-reference': repository },
    image: { 'docker-manifest-digest': digest },
    type: 'cosign container image signature',
  }
  return Buffer.from(JSON.stringify({ critical, optional: null }))
}

/**
 * The in-toto statement of a cosign v3 signature. Its subject has a name, which cosign leaves out: sigstore-python and
 * sigstore-java refuse a statement without one. No verifier compares it, so mirrors keep valid signatures.
 */
export function signStatement({ repository, digest }: Subject): Buffer {
  const subject = [{ ...subjectOf({ name: repository, digest }), annotations: {} }]
  return statementOf(subject, signPredicateType, {})
}

/** The in-toto statement of an attestation, which can be about several things. */
export function attestationStatement(
  subjects: readonly NamedSubject[],
  predicateType: string,
  predicate: { readonly [key: string]: Json },
): Buffer {
  return statementOf(subjects.map(subjectOf), predicateType, predicate)
}

function subjectOf({ name, digest }: NamedSubject) {
  return { name, digest: { sha256: digest.slice('sha256:'.length) } }
}

function statementOf(subject: readonly object[], predicateType: string, predicate: object): Buffer {
  return Buffer.from(JSON.stringify({ _type: statementType, subject, predicateType, predicate }))
}
