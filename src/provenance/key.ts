import { decryptKey, type PrivateKey, readKey, readPrivateKey, unarmor } from 'openpgp'
import { ReleaseError } from '../model/errors.ts'

/** A private key has a few kilobytes; with photos and many signatures, some hundred. */
const MAX_LENGTH = 1024 * 1024
const ARMOR = '-----BEGIN PGP '
const HINT = 'Set the secret to what `gpg --export-secret-keys --armor <key id>` prints, or to that in base64.'

/**
 * Reads and unlocks a private key, given armored or in base64 (of the armored or the binary form), and makes sure that it
 * can sign at `now`. Fails with `GPG_KEY_INVALID`, `GPG_PASSPHRASE_WRONG` and `GPG_KEY_UNUSABLE`; no error contains any part
 * of the key or the passphrase.
 */
export async function openKey(text: string, passphrase: string | undefined, now: Date): Promise<PrivateKey> {
  const locked = await readPrivate(text)
  const key = locked.isDecrypted() ? locked : await unlock(locked, passphrase)
  await requireUsable(key, now)
  return key
}

async function readPrivate(text: string): Promise<PrivateKey> {
  if (text.length > MAX_LENGTH) throw invalid(`is longer than ${MAX_LENGTH} characters`)
  const binaryKey = await binaryOf(text)
  try {
    return await readPrivateKey({ binaryKey })
  } catch {
    // The library's message may contain parts of the key.
    const isPublic = await readKey({ binaryKey }).then(
      (key) => !key.isPrivate(),
      () => false,
    )
    throw invalid(isPublic ? 'is a public key' : 'is no OpenPGP key')
  }
}

async function binaryOf(text: string): Promise<Uint8Array> {
  if (text.trimStart().startsWith(ARMOR)) return unarmored(text.trim())
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text)) throw invalid('is neither armored nor base64')
  const bytes = Buffer.from(text, 'base64')
  const inner = bytes.toString('latin1').trim()
  return inner.startsWith(ARMOR) ? unarmored(inner) : bytes
}

async function unarmored(text: string): Promise<Uint8Array> {
  const { data } = await unarmor(text).catch(() => {
    throw invalid('is a damaged armored key')
  })
  return data instanceof Uint8Array ? data : Buffer.from(String(data), 'latin1')
}

async function unlock(locked: PrivateKey, passphrase: string | undefined): Promise<PrivateKey> {
  if (!passphrase) {
    throw new ReleaseError(
      'GPG_PASSPHRASE_WRONG',
      'The key in gpg-private-key is locked, and gpg-passphrase is empty.',
      {
        hint: 'Set the input `gpg-passphrase` from a secret.',
      },
    )
  }
  return decryptKey({ privateKey: locked, passphrase }).catch(() => {
    throw new ReleaseError('GPG_PASSPHRASE_WRONG', 'gpg-passphrase does not unlock the key in gpg-private-key.', {
      hint: 'Check that both secrets belong together and that the passphrase has no line feed at its end.',
    })
  })
}

async function requireUsable(key: PrivateKey, now: Date): Promise<void> {
  const id = key.getKeyID().toHex().toUpperCase()
  if (await key.isRevoked(undefined, undefined, now)) throw unusable(id, 'is revoked')
  const end = await key.getExpirationTime()
  if (end instanceof Date && end <= now) throw unusable(id, `expired on ${end.toISOString().slice(0, 10)}`)
  await key.getSigningKey(undefined, now).catch(() => {
    throw unusable(id, "can't sign: it has no valid key for signing")
  })
}

function invalid(what: string): ReleaseError {
  return new ReleaseError('GPG_KEY_INVALID', `gpg-private-key ${what}.`, { hint: HINT })
}

function unusable(id: string, what: string): ReleaseError {
  return new ReleaseError(
    'GPG_KEY_UNUSABLE',
    `The key ${id} in gpg-private-key ${what}; Helm would not accept its signatures.`,
    {
      hint: 'Extend or replace the key, and update the secret.',
    },
  )
}
