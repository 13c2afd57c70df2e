import { openKeyring } from './keyring.ts'
import type { KeyringVerifier } from './provenance.ts'
import { verifyProvenance } from './verify-provenance.ts'

/** Opens the keyring of a consumer. Fails with `GPG_KEYRING_INVALID`. */
export async function createKeyringVerifier(keyring: Uint8Array, now: () => Date): Promise<KeyringVerifier> {
  const keys = await openKeyring(keyring)
  return { verify: (prov, file) => verifyProvenance(prov, file, { keys, now: now() }) }
}

export { keyringMissing } from './keyring.ts'
