import type { X509Certificate } from '@sigstore/core'
import type { TrustedRoot } from '@sigstore/protobuf-specs'
import { type SignedEntity, type Signer, toTrustMaterial, type VerificationPolicy, Verifier } from '@sigstore/verify'

/** Verifies one entity, as the library does. */
export interface LibraryVerifier {
  verify(entity: SignedEntity, policy?: VerificationPolicy): Signer
}

/** A verifier that asks of every signature what the trusted root makes possible. Throws for a root that cannot be used. */
export function createLibraryVerifier(root: TrustedRoot): LibraryVerifier {
  const ctlogThreshold = root.ctlogs.length > 0 ? 1 : 0
  const material = toTrustMaterial(root)
  const authorities = [...material.certificateAuthorities, ...material.timestampAuthorities]
  for (const { certChain } of authorities) certChain.forEach(rememberDer)
  const verifier = new Verifier(material, { ctlogThreshold, tlogThreshold: 1, timestampThreshold: 1 })
  return {
    verify(entity, policy) {
      if (entity.key.$case === 'certificate') rememberDer(entity.key.certificate)
      return verifier.verify(entity, policy)
    },
  }
}

/**
 * Keeps the encoding of a certificate that nobody changes any more. The library encodes certificates anew for every
 * comparison on the path to the root, which is two thirds of the time of a verification.
 */
function rememberDer({ root }: X509Certificate): void {
  for (const node of [root, ...root.subs]) {
    const encode = node.toDER.bind(node)
    let encoded: ReturnType<typeof encode> | undefined
    node.toDER = () => {
      encoded ??= encode()
      return encoded
    }
  }
}
