import { beforeAll, describe, expect, it } from '@jest/globals'
import { generateKey, type PrivateKey, type PublicKey, revokeKey } from 'openpgp'
import { writeArchive } from '../../../src/chart/archive/archive.ts'
import { digestOf } from '../../../src/chart/archive/digest.ts'
import { createKeyringVerifier } from '../../../src/provenance/open-keyring.ts'
import { createProvenanceSigner } from '../../../src/provenance/pgp.ts'
import { failureOf } from '../../support/sigstore/signing-run.ts'

const MADE = new Date('2026-01-01T00:00:00Z')
const NOW = new Date('2026-11-22T00:00:00Z')
const LATER = new Date('2028-11-22T00:00:00Z')
const archive = writeArchive('app', [{ path: 'Chart.yaml', content: Buffer.from('name: app') }], MADE)
const file = { name: 'app-1.2.3+b7.tgz', digest: digestOf(archive) }
const chart = {
  name: 'app',
  version: '1.2.3+b7',
  metadata: { name: 'app', version: '1.2.3+b7' },
  digest: file.digest,
  created: MADE,
}

const aKey = async (keyExpirationTime = 0): Promise<PrivateKey> => {
  const userIDs = [{ name: 'Acme Charts', email: 'charts@acme.example' }]
  const { privateKey } = await generateKey({
    type: 'curve25519',
    userIDs,
    date: MADE,
    keyExpirationTime,
    format: 'object',
  })
  return privateKey
}
const sign = async (key: PrivateKey, change = {}) => {
  const signer = await createProvenanceSigner({ privateKey: key.armor(), passphrase: undefined, now: () => NOW })
  return Buffer.from(await signer.sign({ ...chart, ...change }))
}
const judge = async (keyring: Uint8Array, prov: Uint8Array, now = NOW, about = file) =>
  (await createKeyringVerifier(keyring, () => now)).verify(prov, about)

let key: PrivateKey
let other: PrivateKey
let keyring: Uint8Array
let prov: Buffer
beforeAll(async () => {
  ;[key, other] = await Promise.all([aKey(), aKey()])
  keyring = key.toPublic().write()
  prov = await sign(key)
})

describe('a provenance file', () => {
  it('counts if a key of the keyring signed it, whatever form the keyring has', async () => {
    const expected = { key: key.getFingerprint().toUpperCase() }
    const publicKeys: readonly PublicKey[] = [other.toPublic(), key.toPublic()]
    const binary = Buffer.concat(publicKeys.map((one) => one.write()))
    const armored = publicKeys.map((one) => one.armor()).join('\n')
    for (const ring of [keyring, binary, Buffer.from(armored), Buffer.from(key.toPublic().armor())])
      expect(await judge(ring, prov)).toEqual(expected)
  })

  it('is refused if another key signed it', async () => {
    const id = other.getKeyID().toHex().toUpperCase()
    expect(await judge(keyring, await sign(other))).toEqual({ why: expect.stringContaining(id), isForeign: true })
  })

  it('is refused if its key is expired or revoked now, as Helm does', async () => {
    const short = await aKey(400 * 86_400)
    const ring = short.toPublic().write()
    const signed = await sign(short)
    expect(await judge(ring, signed)).toHaveProperty('key')
    expect(await judge(ring, signed, LATER)).toMatchObject({ why: expect.stringContaining('expired'), isForeign: true })
    const { publicKey } = await revokeKey({ key, date: NOW, format: 'object' })
    expect(await judge(publicKey.write(), prov, LATER)).toMatchObject({ why: expect.stringContaining('revoked') })
  })

  it.each([
    ['another archive', { digest: digestOf('other') }, 'the archive is'],
    ['another version', { version: '1.2.4' }, 'it is not about app-1.2.3+b7.tgz'],
  ])('is refused if it is about %s', async (_what, change, why) => {
    expect(await judge(keyring, await sign(key, change))).toEqual({ why: expect.stringContaining(why) })
  })

  it.each<[string, (text: string) => string, string]>([
    ['changed', (text) => text.replace('name: app', 'name: App'), 'does not hold'],
    ['two messages', (text) => text + text, 'not one signed message'],
    ['text before it', (text) => `hello\n${text}`, 'not one signed message'],
    ['cut', (text) => text.slice(0, -200), 'damaged'],
    ['nothing', () => '', 'not one signed message'],
    ['endless', (text) => text + ' '.repeat(1024 * 1024), 'larger'],
    ['stripped of its signature', (text) => text.replace(/-----BEGIN PGP SIGNATURE-----[\s\S]*/, ''), 'damaged'],
  ])('is refused if it is %s', async (_what, change, why) => {
    expect(await judge(keyring, Buffer.from(change(prov.toString())))).toEqual({ why: expect.stringContaining(why) })
  })
})

describe('a keyring', () => {
  it.each([
    ['empty', ''],
    ['text', 'hello'],
    ['a damaged key', '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n-----END PGP PUBLIC KEY BLOCK-----\n'],
  ])('that is %s is refused', async (_what, text) => {
    const failure = await failureOf(createKeyringVerifier(Buffer.from(text), () => NOW))
    expect(failure.code).toBe('GPG_KEYRING_INVALID')
  })

  it('with a private key is refused, and says nothing of it', async () => {
    const failure = await failureOf(createKeyringVerifier(key.write(), () => NOW))
    expect(failure).toMatchObject({ code: 'GPG_KEYRING_INVALID', message: expect.stringContaining('private') })
  })
})
