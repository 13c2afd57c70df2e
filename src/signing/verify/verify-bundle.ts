import { BUNDLE_V03_MEDIA_TYPE, type Bundle, bundleFromJSON, isBundleWithDsseEnvelope } from '@sigstore/bundle'
import { toSignedEntity } from '@sigstore/verify'
import { z } from 'zod'
import type { StoredBundle, Subject } from '../../model/signature.ts'
import { payloadType, signPredicateType, statementType } from '../formats/statement.ts'
import type { LibraryVerifier } from './trust.ts'
import {
  invalid,
  limits,
  requireLoggedCertificate,
  requirePlainCheckpoint,
  type VerificationResult,
} from './verification-result.ts'

const subject = z.object({ digest: z.object({ sha256: z.string() }) })
const statement = z.object({
  _type: z.literal(statementType),
  subject: z.array(subject).min(1).max(limits.subjects),
  predicateType: z.string(),
})
const dsseBody = z.object({ spec: z.object({ signatures: z.tuple([z.object({ verifier: z.string() })]) }) })

/**
 * Verifies a v0.3 bundle whose DSSE statement of `predicateType` is about `subject`; a signature is about it alone. Throws
 * `SIGNATURE_INVALID`, or whatever the parsers throw.
 */
export function verifyBundle(
  stored: StoredBundle,
  subject: Pick<Subject, 'digest'>,
  predicateType: string,
  verifier: LibraryVerifier,
): VerificationResult {
  const read = readBundle(stored)
  requireStatement(read.bundle, subject, predicateType)
  return verifyEnvelope(read, verifier)
}

/** Verifies the proof of a bundle with a DSSE envelope, whatever its statement says. Throws as `verifyBundle`. */
export function verifyEnvelope({ bundle, certificate }: ReadBundle, verifier: LibraryVerifier): VerificationResult {
  const identity = verifier.verify(toSignedEntity(bundle), certificate)
  for (const entry of bundle.verificationMaterial.tlogEntries) {
    const body = dsseBody.parse(JSON.parse(entry.canonicalizedBody.toString()))
    requireLoggedCertificate(body.spec.signatures[0].verifier, certificate)
  }
  return { certificate, identity }
}

export interface ReadBundle {
  readonly bundle: Bundle
  /** DER. */
  readonly certificate: Uint8Array
}

/** Reads a v0.3 bundle with a single certificate and no more proof than a verifier needs. Throws as `verifyBundle`. */
export function readBundle({ json }: Pick<StoredBundle, 'json'>): ReadBundle {
  if (json.length > limits.bundleBytes) throw invalid('the bundle is too large')
  const bundle = bundleFromJSON(JSON.parse(Buffer.from(json).toString()))
  const certificate = certificateOf(bundle)
  requireSmallMaterial(bundle)
  return { bundle, certificate }
}

/** When a bundle that verifies was logged. */
export function loggedAt(stored: StoredBundle): Date {
  const { bundle } = readBundle(stored)
  const times = bundle.verificationMaterial.tlogEntries.map(({ integratedTime }) => Number(integratedTime))
  return new Date(Math.max(0, ...times) * 1000)
}

/** Verifiers skip older bundles, and refuse a chain from v0.3 on. */
function certificateOf({ mediaType, verificationMaterial: { content } }: Bundle): Uint8Array {
  if (mediaType !== BUNDLE_V03_MEDIA_TYPE) throw invalid('it is no bundle of version 0.3')
  if (content.$case !== 'certificate') throw invalid('the bundle holds no single certificate')
  return content.certificate.rawBytes
}

function requireStatement(bundle: Bundle, { digest }: Pick<Subject, 'digest'>, predicateType: string): void {
  const said = statement.parse(statementIn(bundle))
  if (said.predicateType !== predicateType) throw invalid('the statement says something else')
  if (predicateType === signPredicateType && said.subject.length > 1)
    throw invalid('the statement is about several things')
  const isMeant = said.subject.some(({ digest: { sha256 } }) => `sha256:${sha256}` === digest)
  if (!isMeant) throw invalid('the statement is about another digest')
}

/** The JSON of the in-toto statement that a bundle holds. Throws as `verifyBundle`. */
export function statementIn(bundle: Bundle): unknown {
  if (!isBundleWithDsseEnvelope(bundle)) throw invalid('the bundle holds no DSSE envelope')
  const { dsseEnvelope } = bundle.content
  if (dsseEnvelope.payloadType !== payloadType) throw invalid('the envelope holds no in-toto statement')
  if (dsseEnvelope.signatures.length !== 1) throw invalid('the envelope does not hold exactly one signature')
  return JSON.parse(dsseEnvelope.payload.toString())
}

function requireSmallMaterial({ verificationMaterial: { tlogEntries, timestampVerificationData } }: Bundle): void {
  const stamps = timestampVerificationData?.rfc3161Timestamps.length ?? 0
  if (tlogEntries.length > limits.entries || stamps > limits.timestamps) throw invalid('the bundle holds too much')
  for (const { inclusionProof } of tlogEntries) requirePlainCheckpoint(inclusionProof?.checkpoint?.envelope ?? '')
}
