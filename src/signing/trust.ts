import type { TrustedRoot } from '@sigstore/protobuf-specs'
import { toTrustMaterial, Verifier } from '@sigstore/verify'

/** A verifier that asks of every signature what the trusted root makes possible. Throws for a root that cannot be used. */
export function createLibraryVerifier(root: TrustedRoot): Verifier {
  const ctlogThreshold = root.ctlogs.length > 0 ? 1 : 0
  return new Verifier(toTrustMaterial(root), { ctlogThreshold, tlogThreshold: 1, timestampThreshold: 1 })
}
