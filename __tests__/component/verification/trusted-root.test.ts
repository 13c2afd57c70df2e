import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createInspector, findTrustedRoot } from '../../../src/signing/consumer.ts'
import { aSigningRun, aSubject, failureOf, networkTools, stored } from '../../support/sigstore/signing-run.ts'
import { type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'
import { startTufRepository } from '../../support/sigstore/tuf-repository.ts'

let sigstore: Sigstore
let cacheFolder: string
beforeAll(async () => {
  sigstore = await startSigstore()
})
afterAll(() => sigstore.close())
beforeEach(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'tuf-'))
})
afterEach(() => rm(cacheFolder, { recursive: true }))

const find = (sources: object) =>
  findTrustedRoot({ cacheFolder, ...sources } as never, { ...networkTools(), timeoutMs: 1_000 })

async function aSigned() {
  const { signer } = await aSigningRun(sigstore)
  const subject = aSubject()
  return { subject, signatures: stored(await signer.sign(subject)) }
}

describe('the trusted root of a consumer', () => {
  it('comes by TUF, also after the keys of its root were replaced', async () => {
    const targets = { 'trusted_root.json': JSON.stringify(sigstore.trustedRoot) }
    const repository = await startTufRepository(targets, { rotations: 2 })
    const root = await find({ mirror: { url: repository.url, root: repository.firstRoot } })
    await repository.close()
    const { subject, signatures } = await aSigned()
    const inspected = createInspector(root).inspect(subject, signatures)
    expect(inspected.map(({ why }) => why)).toEqual([undefined, undefined])
    expect(repository.requested.filter((path) => path.includes('signing_config'))).toEqual([])
  })

  it('is refused if nobody who may has signed it', async () => {
    const targets = { 'trusted_root.json': JSON.stringify(sigstore.trustedRoot) }
    const repository = await startTufRepository(targets, { rotations: 1, stolen: true })
    const failure = await failureOf(find({ mirror: { url: repository.url, root: repository.firstRoot } }))
    await repository.close()
    expect(failure.code).toBe('SIGSTORE_ROOT_INVALID')
  })

  it.each([
    ['no JSON', '{'],
    ['nothing', '{}'],
    ['a file that is not there', '/nonexistent/root.json'],
  ])('that the user gives is refused if it is %s', async (_what, trustedRoot) => {
    expect((await failureOf(find({ trustedRoot }))).code).toBe('SIGSTORE_CONFIG_INVALID')
  })

  it('may have no log, as that of GitHub for private repositories: then each signature needs a timestamp', async () => {
    const root = await find({ trustedRoot: JSON.stringify({ ...sigstore.trustedRoot, tlogs: [] }) })
    const { subject, signatures } = await aSigned()
    const bundleWith = (change: object) => {
      const bundle = JSON.parse(Buffer.from(signatures.bundles[0]?.json ?? '').toString())
      bundle.verificationMaterial = { ...bundle.verificationMaterial, tlogEntries: [], ...change }
      return { legacy: [], bundles: [{ json: Buffer.from(JSON.stringify(bundle)), predicateType: '' }] }
    }
    const { inspect } = createInspector(root)
    expect(inspect(subject, bundleWith({}))).toMatchObject([{ kind: 'signature', identity: {} }])
    expect(inspect(subject, bundleWith({ timestampVerificationData: {} }))).toMatchObject([{ why: expect.any(String) }])
  })

  it('must say when something was signed, by a log or by timestamps', async () => {
    const trustedRoot = JSON.stringify({ ...sigstore.trustedRoot, tlogs: [], timestampAuthorities: [] })
    expect((await failureOf(find({ trustedRoot }))).code).toBe('SIGSTORE_CONFIG_INVALID')
  })

  it('with a log requires its entry of each signature', async () => {
    const root = await find({ trustedRoot: JSON.stringify(sigstore.trustedRoot) })
    const { subject, signatures } = await aSigned()
    const bundle = JSON.parse(Buffer.from(signatures.bundles[0]?.json ?? '').toString())
    bundle.verificationMaterial.tlogEntries = []
    const without = { legacy: [], bundles: [{ json: Buffer.from(JSON.stringify(bundle)), predicateType: '' }] }
    expect(createInspector(root).inspect(subject, without)).toMatchObject([{ why: expect.any(String) }])
  })
})
