import type { KeyObject } from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'
import type { SignedEntity } from '@sigstore/verify'
import type { Digest } from '../../model/chart.ts'

/**
 * A signature over bytes of which only the digest is known, for the verifier library, which wants the bytes. Node can't verify
 * a digest either. ECDSA with P-256 and SHA-256 only, as this action and cosign sign files.
 */
export function signatureOverDigest(signature: Buffer, digest: Digest): SignedEntity['signature'] {
  const hash = Buffer.from(digest.slice('sha256:'.length), 'hex')
  return {
    signature,
    compareSignature: (other) => signature.equals(other),
    compareDigest: (other) => hash.equals(other),
    verifySignature: (key) =>
      p256.verify(signature, hash, pointOf(key), { prehash: false, lowS: false, format: 'der' }),
  }
}

/** The uncompressed point of a public key; empty, and so refused, if it is on another curve. */
function pointOf(key: KeyObject): Uint8Array {
  const { crv, x = '', y = '' } = key.export({ format: 'jwk' })
  if (crv !== 'P-256') return new Uint8Array()
  return Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
}
