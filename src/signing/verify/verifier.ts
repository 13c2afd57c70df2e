import type { TrustedRoot } from '@sigstore/protobuf-specs'
import { ReleaseError } from '../../model/errors.ts'
import type { LegacySignature, SignatureSet, StoredBundle, StoredSignatures, Subject } from '../../model/signature.ts'
import { signPredicateType } from '../formats/statement.ts'
import { isOurs } from '../policy/ownership.ts'
import type { SignatureVerifier } from '../signer.ts'
import { verifyBlob } from './blob.ts'
import { createLibraryVerifier, type LibraryVerifier } from './trust.ts'
import { invalid, outcomeOf, type VerificationResult } from './verification-result.ts'
import { loggedAt, verifyBundle } from './verify-bundle.ts'
import { verifyLegacy } from './verify-legacy.ts'

// Targets return the newest legacy signature last and the best bundle first. Flooding a registry with more only makes
// us sign again.
const maxStored = 1_000

/** Judges signatures against `root` with the library that other Sigstore clients in JavaScript use. */
export function createVerifier(root: TrustedRoot): SignatureVerifier {
  const verifier = createLibraryVerifier(root)
  return {
    verifyOwn: async (subject, stored, made) => verifyOwn(verifier, subject, stored, made),
    async judge(subject, { legacy, bundles }, ours) {
      const isGood = (verify: () => VerificationResult) => {
        const outcome = outcomeOf(verify)
        return !(outcome instanceof ReleaseError) && isOurs(outcome.identity, ours)
      }
      const missing: ('legacy' | 'bundle')[] = []
      const hasLegacy = () => legacy.slice(-maxStored).some((one) => isGood(() => verifyLegacy(one, subject, verifier)))
      // Next to an archive there is only one form.
      if (subject.archive === undefined && !hasLegacy()) missing.push('legacy')
      const bundleIsGood = (one: StoredBundle) => isGood(() => verifySignature(verifier, one, subject))
      if (!bundles.slice(0, maxStored).some(bundleIsGood)) missing.push('bundle')
      return { missing }
    },
    isOurs({ signs, digest }, stored, ours) {
      const outcome = outcomeOf(() =>
        signs === 'archive'
          ? verifyBlob(stored, digest, verifier)
          : verifyBundle(stored, { digest }, signPredicateType, verifier),
      )
      return !(outcome instanceof ReleaseError) && isOurs(outcome.identity, ours)
    },
    attestation({ digest, predicateType }, stored, ours) {
      for (const bundle of stored.slice(0, maxStored)) {
        const outcome = outcomeOf(() => verifyBundle(bundle, { digest }, predicateType, verifier))
        if (!(outcome instanceof ReleaseError) && isOurs(outcome.identity, ours))
          return { bundle: { json: bundle.json, predicateType }, signedAt: loggedAt(bundle) }
      }
      return undefined
    },
    async signerOf(subject, stored) {
      const outcome = outcomeOf(() => verifySignature(verifier, stored, subject))
      if (outcome instanceof ReleaseError) throw outcome
      return outcome.identity
    },
  }
}

function verifyOwn(verifier: LibraryVerifier, subject: Subject, stored: StoredSignatures, made: SignatureSet): void {
  const { legacy } = made
  if (legacy) {
    const found = stored.legacy.find((one) => isSameLegacy(one, legacy))
    if (!found) throw signatureMissing('cosign signature', subject)
    requireOwn(
      outcomeOf(() => verifyLegacy(found, subject, verifier)),
      made,
    )
  }
  for (const bundle of made.bundles) {
    const found = stored.bundles.find(({ json }) => Buffer.from(json).equals(bundle.json))
    if (!found) throw signatureMissing('Sigstore bundle', subject)
    requireOwn(
      outcomeOf(() => verifySignature(verifier, found, subject)),
      made,
    )
  }
}

function verifySignature(verifier: LibraryVerifier, stored: StoredBundle, subject: Subject): VerificationResult {
  if (subject.archive !== undefined) return verifyBlob(stored, subject.archive, verifier)
  return verifyBundle(stored, subject, signPredicateType, verifier)
}

function isSameLegacy(stored: LegacySignature, made: LegacySignature): boolean {
  const hasAll = Object.entries(made.annotations).every(([key, value]) => (stored.annotations[key] ?? '') === value)
  return hasAll && Buffer.from(stored.payload).equals(made.payload)
}

function requireOwn(outcome: VerificationResult | ReleaseError, made: SignatureSet): void {
  if (outcome instanceof ReleaseError) throw outcome
  if (!Buffer.from(outcome.certificate).equals(made.certificate))
    throw invalid('it holds another certificate than this run got')
}

function signatureMissing(form: string, { repository, digest }: Subject): ReleaseError {
  const message = `The ${form} of ${repository}@${digest} was stored, but does not come back unchanged`
  return new ReleaseError('SIGNATURE_MISSING', message, {
    hint: 'Something between this run and the registry changed it.',
  })
}
