import { createHash } from 'node:crypto'
import { type Bundle, toMessageSignatureBundle } from '@sigstore/bundle'
import { pem } from '@sigstore/core'
import { toSignedEntity } from '@sigstore/verify'
import { z } from 'zod'
import type { LegacySignature, Subject } from '../../model/signature.ts'
import { annotation } from '../formats/legacy.ts'
import type { LibraryVerifier } from './trust.ts'
import { invalid, limits, requireLoggedCertificate, type VerificationResult } from './verification-result.ts'

const payloadText = z.object({
  critical: z.object({
    image: z.object({ 'docker-manifest-digest': z.string() }),
    type: z.literal('cosign container image signature'),
  }),
})
const rekorBundle = z.object({
  SignedEntryTimestamp: z.base64().min(4),
  Payload: z.object({
    body: z.base64().min(4),
    integratedTime: z.int().positive(),
    logIndex: z.int().nonnegative(),
    logID: z.string().regex(/^[0-9a-f]{64}$/),
  }),
})
const rekorBody = z.object({
  kind: z.literal('hashedrekord'),
  apiVersion: z.literal('0.0.1'),
  spec: z.object({ signature: z.object({ publicKey: z.object({ content: z.string() }) }) }),
})
const stamped = z.object({ SignedRFC3161Timestamp: z.base64().min(4) })

/**
 * Verifies a cosign v2 signature of `subject`: the same proof as a bundle's, spread over annotations, so it is
 * assembled into one. Throws `SIGNATURE_INVALID`, or whatever the parsers throw.
 */
export function verifyLegacy(
  { payload, annotations }: LegacySignature,
  subject: Subject,
  verifier: LibraryVerifier,
): VerificationResult {
  if (payload.length > limits.payloadBytes) throw invalid('its payload is too large')
  if (Object.values(annotations).some((value) => value.length > limits.annotationLength))
    throw invalid('it is too large')
  requireSubject(payload, subject)
  const certificate = certificateIn(annotations[annotation.certificate])
  const signature = Buffer.from(annotations[annotation.signature] ?? '', 'base64')
  const digest = createHash('sha256').update(payload).digest()
  const bundle: Bundle = toMessageSignatureBundle({ digest, signature, certificate, certificateChain: false })
  bundle.verificationMaterial.tlogEntries.push(logEntryIn(annotations[annotation.bundle], certificate))
  const rfc3161Timestamps = timestampsIn(annotations[annotation.timestamp])
  bundle.verificationMaterial.timestampVerificationData = { rfc3161Timestamps }
  const identity = verifier.verify(toSignedEntity(bundle, Buffer.from(payload)), certificate)
  return { certificate, identity }
}

/** The repository in the payload is not compared: no verifier does so, and mirrors keep signatures. */
function requireSubject(payload: Uint8Array, { digest }: Subject): void {
  const { critical } = payloadText.parse(JSON.parse(Buffer.from(payload).toString()))
  if (critical.image['docker-manifest-digest'] !== digest) throw invalid('it is about another digest')
}

function certificateIn(text: string | undefined): Buffer {
  if (text?.match(/-----BEGIN /g)?.length !== 1) throw invalid('it does not hold exactly one certificate')
  return pem.toDER(text)
}

function logEntryIn(
  text: string | undefined,
  certificate: Buffer,
): Bundle['verificationMaterial']['tlogEntries'][number] {
  if (text === undefined) throw invalid('it holds no log entry')
  const { SignedEntryTimestamp, Payload } = rekorBundle.parse(JSON.parse(text))
  const canonicalizedBody = Buffer.from(Payload.body, 'base64')
  const body = rekorBody.parse(JSON.parse(canonicalizedBody.toString()))
  requireLoggedCertificate(body.spec.signature.publicKey.content, certificate)
  return {
    logIndex: String(Payload.logIndex),
    logId: { keyId: Buffer.from(Payload.logID, 'hex') },
    kindVersion: { kind: body.kind, version: body.apiVersion },
    integratedTime: String(Payload.integratedTime),
    inclusionPromise: { signedEntryTimestamp: Buffer.from(SignedEntryTimestamp, 'base64') },
    inclusionProof: undefined,
    canonicalizedBody,
  }
}

function timestampsIn(text: string | undefined): { signedTimestamp: Buffer }[] {
  if (text === undefined || text === '') return []
  return [{ signedTimestamp: Buffer.from(stamped.parse(JSON.parse(text)).SignedRFC3161Timestamp, 'base64') }]
}
