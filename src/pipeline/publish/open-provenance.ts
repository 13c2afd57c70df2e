import type { Clock } from '../../ports/process.ts'
import type { ProvenanceSigner } from '../../provenance/provenance.ts'
import type { Settings } from '../../settings.ts'

/** Opens the OpenPGP key, where there is one. Fails with `GPG_*`. */
export async function openProvenance(settings: Settings, clock: Clock): Promise<ProvenanceSigner | undefined> {
  const { gpgPrivateKey, gpgPassphrase } = settings
  if (gpgPrivateKey === undefined) return undefined
  // Loaded late: OpenPGP is large, and most runs have no key.
  const { createProvenanceSigner } = await import('../../provenance/pgp.ts')
  return createProvenanceSigner({
    privateKey: gpgPrivateKey,
    passphrase: gpgPassphrase,
    now: () => clock.now(),
  })
}
