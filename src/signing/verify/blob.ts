import { createHash } from 'node:crypto'
import { bundleToJSON, isBundleWithMessageSignature, toMessageSignatureBundle } from '@sigstore/bundle'
import { toSignedEntity } from '@sigstore/verify'
import { z } from 'zod'
import type { Digest } from '../../model/chart.ts'
import type { StoredBundle } from '../../model/signature.ts'
import { addProof, type BundleParts } from '../formats/bundle.ts'
import { signatureOverDigest } from './signed-digest.ts'
import type { LibraryVerifier } from './trust.ts'
import { invalid, requireLoggedCertificate, type VerificationResult } from './verification-result.ts'
import { readBundle } from './verify-bundle.ts'

const hashedRekordBody = z.object({
  spec: z.object({ signature: z.object({ publicKey: z.object({ content: z.string() }) }) }),
})

/** The `<file>.sigstore.json` next to an archive: a bundle v0.3 as `cosign sign-blob --bundle` writes it. */
export function toBlobBundle(
  archive: Uint8Array,
  { signature, certificate, ...proof }: Omit<BundleParts, 'statement'>,
): StoredBundle {
  const digest = createHash('sha256').update(archive).digest()
  const bundle = toMessageSignatureBundle({ digest, signature, certificate, certificateChain: false })
  return { json: Buffer.from(JSON.stringify(bundleToJSON(addProof(bundle, proof)))), predicateType: '' }
}

/**
 * Verifies a v0.3 bundle over exactly these bytes, or over the bytes with this digest. Throws `SIGNATURE_INVALID`, or
 * whatever the parsers throw.
 */
export function verifyBlob(
  stored: StoredBundle,
  archive: Uint8Array | Digest,
  verifier: LibraryVerifier,
): VerificationResult {
  const { bundle, certificate } = readBundle(stored)
  if (!isBundleWithMessageSignature(bundle)) throw invalid('the bundle holds no signature over a file')
  const entity =
    typeof archive === 'string'
      ? {
          ...toSignedEntity(bundle),
          signature: signatureOverDigest(bundle.content.messageSignature.signature, archive),
        }
      : toSignedEntity(bundle, Buffer.from(archive))
  const identity = verifier.verify(entity, certificate)
  for (const entry of bundle.verificationMaterial.tlogEntries) {
    const body = hashedRekordBody.parse(JSON.parse(entry.canonicalizedBody.toString()))
    requireLoggedCertificate(body.spec.signature.publicKey.content, certificate)
  }
  return { certificate, identity }
}
