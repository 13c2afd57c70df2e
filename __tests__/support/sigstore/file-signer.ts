import type { FileSigner } from '../../../src/model/signature.ts'
import { createFileSigner } from '../../../src/pipeline/publish/open-signing.ts'
import { acme, aSigningRun } from './signing-run.ts'
import { type Claims, defaultClaims, type Sigstore } from './sigstore.ts'

/** The signer of single files of a run with these claims; what counts as its own is what is acme's. */
export async function aFileSigner(sigstore: Sigstore, claims: Claims = {}): Promise<FileSigner> {
  // Of its own for all its life: a certificate may run out and be followed by another.
  const { signer, verifier, inspector } = await aSigningRun(sigstore, { claims: { ...defaultClaims, ...claims } })
  const identity = await signer.prepare()
  return createFileSigner(async () => ({ signer, verifier, inspector, identity, ours: acme }))
}
