import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { encryptKey, generateKey, type PrivateKey, revokeKey } from 'openpgp'
import { writeArchive } from '../../../src/chart/archive/archive.ts'
import { archiveNames, type Digest } from '../../../src/model/chart.ts'
import { ReleaseError } from '../../../src/model/errors.ts'
import type { Json } from '../../../src/model/json.ts'
import { createProvenanceSigner } from '../../../src/provenance/pgp.ts'
import { helmPath } from '../../support/helm/helm.ts'
import { runProgram } from '../../support/process/run-program.ts'

const MADE = new Date('2026-01-01T00:00:00Z')
const RELEASED = new Date('2026-11-20T10:11:12Z')
const NOW = new Date('2026-11-22T00:00:00Z')
const PASSPHRASE = 'correct horse battery staple'

interface KeyOptions {
  readonly type?: 'rsa' | 'curve25519' | 'ecc'
  readonly lifetime?: number
  readonly canSign?: boolean
}

async function aKey({ type = 'curve25519', lifetime = 0, canSign = true }: KeyOptions = {}): Promise<PrivateKey> {
  const { privateKey } = await generateKey({
    ...(type === 'rsa'
      ? { type, rsaBits: 2048 }
      : { type, ...(type === 'ecc' && { curve: 'ed25519Legacy' as const }) }),
    userIDs: [{ name: 'Acme Charts', email: 'charts@acme.example' }],
    date: MADE,
    keyExpirationTime: lifetime,
    subkeys: canSign ? [] : [{ sign: false }],
    format: 'object',
  })
  return privateKey
}

const metadata: { readonly [key: string]: Json } = {
  name: 'app',
  version: '1.2.3+b7',
  description: '- a dash, "quotes" and trailing spaces   ',
  keywords: ['one', 'yes', '1.10'],
  apiVersion: 'v2',
  maintainers: [{ name: 'Zoë', email: 'zoe@acme.example' }],
}

function aChart() {
  const text = `apiVersion: v2\nname: app\nversion: 1.2.3+b7\n`
  const archive = writeArchive('app', [{ path: 'Chart.yaml', content: Buffer.from(text) }], RELEASED)
  const digest: Digest = `sha256:${createHash('sha256').update(archive).digest('hex')}`
  return { name: 'app', version: '1.2.3+b7', metadata, digest, created: RELEASED, archive }
}

const open = (privateKey: string, passphrase?: string, now = NOW) =>
  createProvenanceSigner({ privateKey, passphrase, now: () => now })

async function refusal(work: Promise<unknown>): Promise<ReleaseError> {
  const thrown = await work.then(
    () => 'nothing',
    (error: unknown) => error,
  )
  if (thrown instanceof ReleaseError) return thrown
  throw new Error(`expected a ReleaseError, got ${String(thrown)}`)
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'provenance-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Archive, provenance and keyring as a consumer has them, in a folder of their own. */
async function delivered(key: PrivateKey) {
  const place = await mkdtemp(join(folder, 'delivered-'))
  const signer = await open(key.armor())
  const chart = aChart()
  const [archive, keyring] = [join(place, archiveNames(chart).archive), join(place, 'pubkey.gpg')]
  await writeFile(archive, chart.archive)
  await writeFile(`${archive}.prov`, await signer.sign(chart))
  await writeFile(keyring, signer.publicKey.binary)
  return { archive, keyring, place, signer }
}

// Helm 3.17 reads no keyring with a key of Curve25519; 3.22 does.
const JUDGES = [
  ['rsa', 3],
  ['rsa', 4],
  ['ecc', 4],
  ['curve25519', 4],
] as const

describe('provenance signed with a key', () => {
  it.each(JUDGES)('of type %s is accepted by `helm verify` of Helm %i', async (type, major) => {
    const { archive, keyring, place } = await delivered(await aKey({ type }))
    const said = await runProgram(await helmPath(major), ['verify', archive, '--keyring', keyring], {
      env: { HOME: place },
    })
    expect(said.stdout).toContain(`Chart Hash Verified: ${aChart().digest}`)
    expect(said.stdout).toContain('Acme Charts')
  })
})

describe('provenance', () => {
  it('is refused by Helm once the archive is another one', async () => {
    const { archive, keyring, place } = await delivered(await aKey())
    await writeFile(archive, Buffer.concat([aChart().archive, Buffer.from('more')]))
    await expect(
      runProgram(await helmPath(4), ['verify', archive, '--keyring', keyring], { env: { HOME: place } }),
    ).rejects.toThrow(/sha256 sum does not match/)
  })

  it('is the same at every run, for a second run must not change what the first one stored', async () => {
    const key = await aKey()
    const [first, second] = await Promise.all([open(key.armor()), open(key.armor(), undefined, new Date('2027-03-01'))])
    expect(await second.sign(aChart())).toEqual(await first.sign(aChart()))
  })

  it('is dated today where the key is younger than the commit', async () => {
    const { privateKey } = await generateKey({
      userIDs: [{ name: 'New' }],
      date: new Date('2026-11-21'),
      format: 'object',
    })
    const signer = await open(privateKey.armor())
    expect((await signer.sign(aChart())).toString()).toContain('-----BEGIN PGP SIGNATURE-----')
  })

  it('names the archive and holds the chart, in the two parts that Helm reads', async () => {
    const text = Buffer.from(await (await open((await aKey()).armor())).sign(aChart())).toString()
    expect(text).toMatch(/^-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n/)
    expect(text).toContain(`\n\n...\nfiles:\n  app-1.2.3+b7.tgz: ${aChart().digest}\n-----BEGIN PGP SIGNATURE-----`)
    expect(text).toContain('\nkeywords:\n- - one\n- - "yes"\n- - "1.10"\n')
  })
})

describe('a private key', () => {
  it('may come armored or in base64, of either form', async () => {
    const key = await aKey()
    const forms = [
      key.armor(),
      Buffer.from(key.armor()).toString('base64'),
      Buffer.from(key.write()).toString('base64'),
    ]
    const opened = await Promise.all(forms.map((form) => open(`\n${form}\n`)))
    expect(new Set(opened.map(({ fingerprint }) => fingerprint))).toEqual(new Set([key.getFingerprint().toUpperCase()]))
    expect(opened[0]?.userId).toBe('Acme Charts <charts@acme.example>')
  })

  it('is unlocked by its passphrase, and nothing of either is in the error of a wrong one', async () => {
    const locked = (await encryptKey({ privateKey: await aKey(), passphrase: PASSPHRASE })).armor()
    expect((await open(locked, PASSPHRASE)).userId).toContain('Acme')
    const wrong = await refusal(open(locked, 'not it at all'))
    const none = await refusal(open(locked))
    expect([wrong.code, none.code]).toEqual(['GPG_PASSPHRASE_WRONG', 'GPG_PASSPHRASE_WRONG'])
    expect(none.message).toContain('gpg-passphrase is empty')
    const told = [wrong, none].map((one) => `${one.message} ${one.hint} ${String(one.cause)}`).join('\n')
    expect(told).not.toMatch(/not it at all|BEGIN PGP/)
  })

  it.each([
    ['words', 'hunter2!', 'is neither armored nor base64'],
    ['base64 of something else', Buffer.from('something else').toString('base64'), 'is no OpenPGP key'],
    ['a torn armor', '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nabc', 'is a damaged armored key'],
    ['far too much', 'A'.repeat(2_000_000), 'is longer than 1048576 characters'],
  ])('is none: %s', async (_, text, why) => {
    const { code, message } = await refusal(open(text))
    expect([code, message]).toEqual(['GPG_KEY_INVALID', `gpg-private-key ${why}.`])
  })

  it('is not to be taken for its public half', async () => {
    const { message } = await refusal(open((await aKey()).toPublic().armor()))
    expect(message).toBe('gpg-private-key is a public key.')
  })

  it('is refused once it expired, with the day', async () => {
    const { code, message } = await refusal(open((await aKey({ lifetime: 86_400 * 30 })).armor()))
    expect(code).toBe('GPG_KEY_UNUSABLE')
    expect(message).toContain('expired on 2026-01-31')
  })

  it('is refused once it is revoked', async () => {
    const { privateKey } = await revokeKey({ key: await aKey(), date: RELEASED, format: 'object' })
    expect((await refusal(open(privateKey.armor()))).message).toContain('is revoked')
  })
})

/** GnuPG itself, for what openpgp.js can't make: a key without the right to sign. */
describe('keys of GnuPG', () => {
  const gpg = async (home: string, args: readonly string[]) =>
    (await runProgram('gpg', ['--homedir', home, '--batch', '--quiet', ...args])).stdout

  it('sign, and a certify-only key is refused', async () => {
    const home = await mkdtemp(join(folder, 'gnupg-'))
    const quick = ['--pinentry-mode', 'loopback', '--passphrase', PASSPHRASE, '--quick-gen-key']
    await gpg(home, [...quick, 'Signs <signs@acme.example>', 'rsa2048', 'sign', 'never'])
    await gpg(home, [...quick, 'Certifies <certifies@acme.example>', 'rsa2048', 'cert', 'never'])
    const exported = (who: string) =>
      gpg(home, ['--pinentry-mode', 'loopback', '--passphrase', PASSPHRASE, '--armor', '--export-secret-keys', who])
    const now = new Date(Date.now() + 60_000)
    const signer = await open(await exported('signs@acme.example'), PASSPHRASE, now)
    const chart = { ...aChart(), created: now }
    const file = join(home, 'app.prov')
    await writeFile(file, await signer.sign(chart))
    await expect(runProgram('gpg', ['--homedir', home, '--batch', '--verify', file])).resolves.toBeDefined()
    const refused = await refusal(open(await exported('certifies@acme.example'), PASSPHRASE, now))
    expect(refused.message).toContain("can't sign")
    await runProgram('gpgconf', ['--homedir', home, '--kill', 'all'])
  })
})
