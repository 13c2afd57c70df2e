import { type Key, readKeys } from 'openpgp'
import { ReleaseError } from '../model/errors.ts'

/** A keyring has some kilobytes a key. */
const MAX_BYTES = 4 * 1024 * 1024
const MAX_KEYS = 1_000
const ARMOR = '-----BEGIN PGP PUBLIC KEY BLOCK-----'

/**
 * The public keys of a keyring, binary (`gpg --export`) or armored (`gpg --export --armor`). Fails with `GPG_KEYRING_INVALID`.
 */
export async function openKeyring(bytes: Uint8Array): Promise<readonly Key[]> {
  if (bytes.length > MAX_BYTES) throw invalid(`is larger than ${MAX_BYTES} bytes`)
  const keys = await read(bytes)
  if (keys.length === 0) throw invalid('does not contain a key')
  if (keys.length > MAX_KEYS) throw invalid(`contains ${keys.length} keys, more than ${MAX_KEYS}`)
  if (keys.some((key) => key.isPrivate())) throw invalid('contains a private key')
  return keys
}

async function read(bytes: Uint8Array): Promise<readonly Key[]> {
  const text = Buffer.from(bytes).toString('latin1')
  const blocks = text.split(ARMOR).slice(1)
  try {
    if (blocks.length === 0) return await readKeys({ binaryKeys: bytes })
    return (await Promise.all(blocks.map((block) => readKeys({ armoredKeys: ARMOR + block })))).flat()
  } catch {
    // The library's message may contain parts of what it was given.
    throw invalid('is not an OpenPGP keyring')
  }
}

/** For a keyring that is named as a file. */
export function keyringMissing(path: string): ReleaseError {
  return invalid(`${path} is not there`)
}

function invalid(what: string): ReleaseError {
  return new ReleaseError('GPG_KEYRING_INVALID', `The keyring ${what}.`, {
    hint: 'Give the public keys that charts are signed with: what `gpg --export --armor <key id>` prints, or a file with what `gpg --export <key id>` writes.',
  })
}
