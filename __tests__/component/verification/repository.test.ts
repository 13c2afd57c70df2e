import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { generateKey } from 'openpgp'
import { digestOf } from '../../../src/chart/archive/digest.ts'
import type { Requirement } from '../../../src/model/verification.ts'
import { createProvenanceSigner } from '../../../src/provenance/pgp.ts'
import {
  aRealChart,
  aSignedRegistry,
  type ConsumerOptions,
  checkOf,
  verifyAs,
} from '../../support/scenes/published-charts.ts'
import { archiveOf } from '../../support/servers/chart-repository.ts'
import { type StaticServer, startStaticServer } from '../../support/servers/static-server.ts'
import { aSigningRun, failureOf } from '../../support/sigstore/signing-run.ts'
import { type Claims, defaultClaims, type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'
import { aProvenanceBundle } from '../../support/sigstore/statement-bundle.ts'

let sigstore: Sigstore
let server: StaticServer
let files: Map<string, Uint8Array>
beforeAll(async () => {
  sigstore = await startSigstore()
  server = await startStaticServer(async (path) => files.get(path) ?? Promise.reject(new Error('not there')))
})
afterAll(async () => {
  await sigstore.close()
  await server[Symbol.asyncDispose]()
})

const archive = archiveOf({ name: 'app', version: '1.2.3' })
const older = archiveOf({ name: 'app', version: '1.0.0' })
const FILE = 'app-1.2.3.tgz'

const indexOf = (entries: readonly string[]) =>
  Buffer.from(`apiVersion: v1\nentries:\n  app:\n${entries.join('')}generated: "2026-01-01T00:00:00Z"\n`)
const entry = (version: string, bytes: Uint8Array, url = `app-${version}.tgz`) =>
  `  - name: app\n    version: ${version}\n    digest: ${digestOf(bytes).slice('sha256:'.length)}\n    urls:\n    - ${url}\n`

async function bundleOf(bytes: Uint8Array, claims: Claims = {}): Promise<Uint8Array> {
  const { signer } = await aSigningRun(sigstore, { claims: { ...defaultClaims, ...claims } })
  const { bundles } = await signer.sign({ repository: server.url, digest: digestOf(bytes), archive: bytes })
  return bundles[0]?.json ?? Buffer.of()
}

beforeEach(async () => {
  const index = indexOf([entry('1.2.3', archive), entry('1.0.0', older)])
  files = new Map([
    ['index.yaml', index],
    [FILE, archive],
    ['app-1.0.0.tgz', older],
    [`${FILE}.sigstore.json`, await bundleOf(archive)],
  ])
})

const verify = (options: ConsumerOptions = {}, chart = 'app') =>
  verifyAs(sigstore, chart, { repositoryUrl: server.url, version: '1.2.3', ...options })
const check = async (requirement: Requirement, options: ConsumerOptions = {}) =>
  checkOf(await verify({ require: [requirement], ...options }), requirement)

describe('a chart of a repository', () => {
  it('is taken by version, with the digest of its archive', async () => {
    expect(await verify()).toMatchObject({
      ...{ name: 'app', version: '1.2.3', digest: digestOf(archive), reference: `${server.url}/${FILE}` },
      checks: [{ requirement: 'signature', accepted: { form: 'Sigstore bundle 1' } }],
    })
  })

  it('is the newest of a range', async () => {
    expect(await verify({ version: '^1.0.0' })).toMatchObject({ version: '1.2.3' })
  })

  it.each([
    ['app', '^2.0.0'],
    ['web', '1.2.3'],
  ])('is missing: %s %s', async (chart, version) => {
    expect((await failureOf(verify({ version }, chart))).code).toBe('VERIFY_CHART_MISSING')
  })

  it('without a signature is refused', async () => {
    files.delete(`${FILE}.sigstore.json`)
    expect(await check('signature')).toMatchObject({ problem: { code: 'VERIFY_SIGNATURE_MISSING' } })
  })

  it('with the signature of another file is refused', async () => {
    files.set(`${FILE}.sigstore.json`, await bundleOf(older))
    expect(await check('signature')).toMatchObject({ problem: { code: 'VERIFY_SIGNATURE_INVALID' } })
  })

  it('signed by somebody else is refused', async () => {
    files.set(`${FILE}.sigstore.json`, await bundleOf(archive, { repository: 'evil/charts' }))
    expect(await check('signature')).toMatchObject({ problem: { code: 'VERIFY_IDENTITY_REFUSED' } })
  })

  it('is refused if the archive is not the one that the index lists', async () => {
    files.set(FILE, older)
    expect((await failureOf(verify())).code).toBe('VERIFY_DIGEST_DIFFERS')
  })

  it('is refused if the index lists an older one, signed and all, as this version', async () => {
    files.set('index.yaml', indexOf([entry('1.2.3', older, 'app-1.0.0.tgz')]))
    files.set('app-1.0.0.tgz.sigstore.json', await bundleOf(older))
    const failure = await failureOf(verify())
    expect(failure).toMatchObject({ code: 'VERIFY_CHART_DIFFERS', message: expect.stringContaining('app 1.0.0') })
  })

  it.each([
    ['that is gone', ''],
    ['that leads to files', 'file:///etc/passwd'],
    ['that is no index', 'index'],
  ])('of an index %s is refused', async (_what, how) => {
    if (how === '') files.delete('index.yaml')
    else files.set('index.yaml', how === 'index' ? Buffer.from('<html>') : indexOf([entry('1.2.3', archive, how)]))
    expect((await failureOf(verify())).code).toBe('VERIFY_CHART_UNREADABLE')
  })

  it('is followed into a registry that the index names', async () => {
    await using shop = await aSignedRegistry(sigstore)
    const { digest } = await shop.publishSigned(aRealChart())
    files.set('index.yaml', indexOf([entry('1.2.3', archive, `${shop.place}/app:1.2.3`)]))
    const settings = { plainHttp: [shop.registry.host] }
    expect(await verify({ settings })).toMatchObject({ digest, pinned: `${shop.place}/app@${digest}` })
    expect((await failureOf(verify())).code).toBe('REMOTE_ADDRESS_REFUSED')
  })
})

describe('the signature of an index', () => {
  const sign = async (bytes = files.get('index.yaml') ?? Buffer.of(), claims: Claims = {}) =>
    void files.set('index.yaml.sigstore.json', await bundleOf(bytes, claims))

  it('is checked where it is, though nobody requires it', async () => {
    await sign()
    const { checks } = await verify()
    expect(checks.map(({ requirement, problem }) => [requirement, problem])).toEqual([
      ['signature', undefined],
      ['index', undefined],
    ])
  })

  it('must be there if it is required', async () => {
    expect(await check('index')).toMatchObject({ problem: { code: 'VERIFY_SIGNATURE_MISSING' } })
  })

  it('must hold for the index that is there', async () => {
    await sign(indexOf([entry('1.0.0', older)]))
    expect(checkOf(await verify(), 'index')).toMatchObject({ problem: { code: 'VERIFY_SIGNATURE_INVALID' } })
  })

  it('must be by whom it should be', async () => {
    await sign(undefined, { repository: 'evil/charts' })
    expect(checkOf(await verify(), 'index')).toMatchObject({ problem: { code: 'VERIFY_IDENTITY_REFUSED' } })
  })

  it('is found under the name that is bound to the index while a release writes both', async () => {
    const index = files.get('index.yaml') ?? Buffer.of()
    await sign(Buffer.from('the one before'))
    files.set(`index.yaml.${digestOf(index).slice(7)}.sigstore.json`, await bundleOf(index))
    expect(checkOf(await verify(), 'index')).toHaveProperty('accepted')
  })
})

describe('provenance of an archive', () => {
  it('counts beside its signature', async () => {
    files.set(`${FILE}.provenance.sigstore.json`, (await aProvenanceBundle(sigstore, [digestOf(archive)])).json)
    const { checks } = await verify({ require: ['signature', 'provenance'] })
    expect(checks.map(({ problem }) => problem)).toEqual([undefined, undefined])
  })

  it('of another archive is refused', async () => {
    files.set(`${FILE}.provenance.sigstore.json`, (await aProvenanceBundle(sigstore, [digestOf(older)])).json)
    expect(await check('provenance')).toMatchObject({ problem: { code: 'VERIFY_SIGNATURE_INVALID' } })
  })
})

describe('a provenance file of Helm', () => {
  const sign = async (name: string) => {
    const { privateKey } = await generateKey({ type: 'curve25519', userIDs: [{ name }], format: 'object' })
    const signer = await createProvenanceSigner({
      privateKey: privateKey.armor(),
      passphrase: undefined,
      now: () => new Date(),
    })
    const metadata = { name: 'app', version: '1.2.3' }
    const chart = { ...metadata, metadata, digest: digestOf(archive), created: new Date() }
    files.set(`${FILE}.prov`, await signer.sign(chart))
    return privateKey.toPublic().armor()
  }

  it('counts if a key of the keyring signed it', async () => {
    const keyring = await sign('Acme Charts')
    expect(await check('gpg', { keyring })).toMatchObject({
      accepted: { key: expect.stringMatching(/^[0-9A-F]{40}$/) },
    })
  })

  it('by another key is refused', async () => {
    const keyring = await sign('Acme Charts')
    await sign('Evil Charts')
    expect(await check('gpg', { keyring })).toMatchObject({ problem: { code: 'VERIFY_IDENTITY_REFUSED' } })
  })

  it('must be there', async () => {
    expect(await check('gpg', { keyring: 'none.gpg' })).toMatchObject({ problem: { code: 'VERIFY_SIGNATURE_MISSING' } })
  })

  it('needs a keyring that is there', async () => {
    await sign('Acme Charts')
    expect((await failureOf(check('gpg', { keyring: '/nonexistent/keys.gpg' }))).code).toBe('GPG_KEYRING_INVALID')
  })
})
