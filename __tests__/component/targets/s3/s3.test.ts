import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openTarget } from '../../../../src/targets/registry.ts'
import { anArchiveSignature, aPackagedChart } from '../../../support/charts/packaged-chart.ts'
import { fullyParsed } from '../../../support/index/index-release.ts'
import { aTargetContext, type TestContext } from '../../../support/registry/context.ts'
import { refusal } from '../../../support/s3/objects.ts'
import { type S3Options, startS3, type TestS3 } from '../../../support/s3/s3.ts'
import { promoteOne } from '../../../support/values/promote.ts'

let store: TestS3
const start = async (options?: S3Options) => {
  await store?.stop()
  store = await startS3(options)
}
beforeEach(() => start())
afterEach(() => store.stop())

const context = (): TestContext => aTargetContext({ environment: store.environment })
const open = (query = '', own = context()) =>
  openTarget(`s3://charts/stable?endpoint=${store.url}&region=eu-west-1${query}`, own)
const bytes = (key: string) => store.objects.get(key)?.bytes ?? Buffer.alloc(0)
const versions = () => (fullyParsed(bytes('stable/index.yaml')).get('app') ?? []).map(({ version }) => version)

async function release(version: string, query = '') {
  const target = open(query)
  const staged = await target.stage(aPackagedChart({ version }))
  await target.attach(staged, anArchiveSignature(staged.digest))
  return promoteOne(target, staged)
}

describe('what is stored', () => {
  it('has the type of what it is, and only archives are kept for ever', async () => {
    const target = open()
    const publicKey = { binary: Buffer.from('key'), armored: 'KEY' }
    const chart = aPackagedChart({ provenance: { text: Buffer.from('signed'), publicKey } })
    const staged = await target.stage(chart)
    await target.attach(staged, anArchiveSignature(staged.digest))
    await promoteOne(target, staged)
    const told = [...store.objects].map(([key, { headers }]) => [
      key.replace('stable/', ''),
      headers['content-type'],
      headers['cache-control'],
    ])
    expect(told.sort()).toEqual([
      ['app-1.2.3.tgz', 'application/gzip', 'public, max-age=31536000, immutable'],
      ['app-1.2.3.tgz.prov', 'application/pgp-signature', 'no-cache'],
      ['app-1.2.3.tgz.sigstore.json', 'application/vnd.dev.sigstore.bundle.v0.3+json', 'no-cache'],
      ['index.yaml', 'text/yaml', 'no-cache'],
      ['pubkey.asc', 'application/pgp-keys', 'no-cache'],
      ['pubkey.gpg', 'application/pgp-keys', 'no-cache'],
    ])
  })

  it('is not written again where the same is there', async () => {
    const target = open()
    const chart = aPackagedChart({ provenance: { text: Buffer.from('signed') } })
    const staged = await target.stage(chart)
    await target.attach(staged, anArchiveSignature(staged.digest))
    const before = store.requests.length
    const again = open()
    await again.attach(await again.stage(chart), anArchiveSignature(staged.digest))
    const writes = store.requests.slice(before).filter(({ method }) => method === 'PUT')
    expect(writes.map(({ key, headers }) => [key, headers['if-none-match']])).toEqual([['stable/app-1.2.3.tgz', '*']])
  })

  it('keeps an archive of others in a store that does not compare, and goes beside it', async () => {
    await start({ conditional: false })
    store.objects.set('stable/app-1.2.3.tgz', { bytes: Buffer.from('of others'), headers: {}, etag: '"x"' })
    await release('1.2.3', '&conditional=off')
    expect(bytes('stable/app-1.2.3.tgz').toString()).toBe('of others')
  })

  it('lets everybody keep archives for ever, and asks for the index each time', async () => {
    await release('1.2.3', '&acl=bucket-owner-full-control')
    expect(Object.fromEntries([...store.objects].map(([key, { headers }]) => [key, headers]))).toMatchObject({
      'stable/app-1.2.3.tgz': {
        'content-type': 'application/gzip',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-amz-acl': 'bucket-owner-full-control',
      },
      'stable/app-1.2.3.tgz.sigstore.json': { 'cache-control': 'no-cache' },
      'stable/index.yaml': { 'content-type': 'text/yaml', 'cache-control': 'no-cache' },
    })
  })

  it('is asked for under a condition each time, so that nobody is overwritten', async () => {
    await release('1.2.3')
    await release('1.2.4')
    const writes = store.requests.filter(({ method, key }) => method === 'PUT' && !key.endsWith('.sigstore.json'))
    const conditions = writes.map(({ headers }) => headers['if-none-match'] ?? (headers['if-match'] && 'If-Match'))
    expect(conditions).toEqual(['*', '*', '*', 'If-Match'])
  })

  it('goes beside bytes of a run that died, which the index never listed, and is found there', async () => {
    await open().stage(aPackagedChart({ archive: Buffer.from('of a run that died') }))
    const published = await release('1.2.3')
    const folder = published.digest.slice(7, 23)
    expect(bytes(`stable/${folder}/app-1.2.3.tgz.sigstore.json`).length).toBeGreaterThan(0)
    expect(fullyParsed(bytes('stable/index.yaml')).get('app')?.[0]).toMatchObject({ urls: [`${folder}/app-1.2.3.tgz`] })
    const later = open()
    expect((await later.fetch(published)).archiveDigest).toBe(published.digest)
    expect(await later.find(published.ref, { signatures: true })).toMatchObject({ signed: 'some' })
  })

  it('is named by whole addresses in the index where that is asked for', async () => {
    const query = '&url=https://charts.example.com&urls=absolute'
    await release('1.2.3', query)
    const [entry] = fullyParsed(bytes('stable/index.yaml')).get('app') ?? []
    expect(entry).toMatchObject({ urls: ['https://charts.example.com/app-1.2.3.tgz'] })
    const { digest } = aPackagedChart()
    expect((await open(query).fetch({ ref: { name: 'app', version: '1.2.3' }, digest })).digest).toBe(digest)
  })
})

describe('others who write the same index', () => {
  it.each([
    [412, 'PreconditionFailed'],
    [409, 'ConditionalRequestConflict'],
    [404, 'NoSuchKey'],
  ])('cost another try and no entry: %i %s', async (status, code) => {
    await release('1.0.0')
    let refused = 0
    store.disturb(({ method, key }) => {
      if (method !== 'PUT' || key !== 'stable/index.yaml' || refused++ >= 2) return undefined
      return { status, body: refusal(status, code).body.toString() }
    })
    expect(await release('1.1.0')).toMatchObject({ changed: true })
    expect(refused).toBe(3)
    expect(versions()).toEqual(['1.1.0', '1.0.0'])
  })

  it('are waited for twenty times and more', async () => {
    let refused = 0
    store.disturb(({ method, key }) =>
      method === 'PUT' && key === 'stable/index.yaml' && refused++ < 25
        ? { status: 412, body: refusal(412, 'PreconditionFailed').body.toString() }
        : undefined,
    )
    expect(await release('1.0.0')).toMatchObject({ changed: true })
  })

  it('end the run in words when they never stop', async () => {
    store.disturb(({ method, key }) =>
      method === 'PUT' && key === 'stable/index.yaml'
        ? { status: 412, body: refusal(412, 'PreconditionFailed').body.toString() }
        : undefined,
    )
    await expect(release('1.0.0')).rejects.toMatchObject({ code: 'INDEX_BUSY', kind: 'conflict' })
  })

  it('are found by looking again where the store does not compare', async () => {
    await start({ conditional: false })
    await release('1.0.0', '&conditional=off')
    const others = store.objects.get('stable/index.yaml')
    let looks = 0
    store.disturb(({ method, key }) => {
      // Somebody who had read the index before us writes it after us.
      const isOurs = store.requests.at(-2)?.method === 'PUT' && store.requests.at(-2)?.key === key
      if (method === 'GET' && key === 'stable/index.yaml' && isOurs && looks++ === 0 && others)
        store.objects.set(key, others)
      return undefined
    })
    await release('1.1.0', '&conditional=off')
    expect([looks, versions()]).toEqual([2, ['1.1.0', '1.0.0']])
  })
})

describe('an answer that is lost each time', () => {
  it('to the write of the index is looked up: the version is there, and counts as published by this run', async () => {
    await release('1.0.0')
    store.disturb(({ method, key }) =>
      method === 'PUT' && key === 'stable/index.yaml' ? { reset: true, applied: true } : undefined,
    )
    expect(await release('1.1.0')).toMatchObject({ changed: true })
    expect(versions()).toEqual(['1.1.0', '1.0.0'])
  })

  it('is an error if the index does not have it', async () => {
    store.disturb(({ method, key }) => (method === 'PUT' && key === 'stable/index.yaml' ? { reset: true } : undefined))
    await expect(release('1.0.0')).rejects.toMatchObject({ kind: 'remote' })
    store.disturb(undefined)
    expect(store.objects.has('stable/index.yaml')).toBe(false)
    expect(await release('1.0.0')).toMatchObject({ changed: true })
  })
})

describe('before anything is done', () => {
  it('a store that writes without comparing replaces nothing that is there', async () => {
    await start({ conditional: false })
    const theirs = { bytes: Buffer.from('of others'), headers: {}, etag: '"x"' }
    store.objects.set('stable/.release-charts-probe', theirs)
    await open().preflight([])
    expect([...store.objects]).toEqual([['stable/.release-charts-probe', theirs]])
  })

  it('a store that writes without comparing is found out, and left as it was', async () => {
    await start({ conditional: false })
    const [problem, ...more] = await open().preflight([])
    expect([problem?.code, more, store.objects.size]).toEqual(['STORE_UNCONDITIONAL', [], 0])
    expect(problem?.hint).toContain('conditional=off')
    expect(await open('&conditional=off').preflight([])).toEqual([])
  })

  it('a 403 for what may not be there is no answer: it is not known', async () => {
    await start({ list: false })
    const presence = await open().find({ name: 'app', version: '1.2.3' })
    expect(presence).toMatchObject({ state: 'unknown', why: { code: 'STORE_DENIED' } })
    const [problem] = await open().preflight([])
    expect(problem?.hint).toContain('s3:ListBucket on arn:aws:s3:::charts')
  })

  it('a missing bucket is told as that, and not as a chart that is absent', async () => {
    const target = openTarget(`s3://others/stable?endpoint=${store.url}`, context())
    expect(await target.find({ name: 'app', version: '1.2.3' })).toMatchObject({
      state: 'unknown',
      why: { code: 'STORE_FAILED', hint: 'Create the bucket first, or correct its name.' },
    })
  })

  it('a missing right to write is found without writing', async () => {
    store.disturb(({ method }) =>
      method === 'PUT' ? { status: 403, body: refusal(403, 'AccessDenied').body.toString() } : undefined,
    )
    const [problem] = await open().preflight([])
    expect(problem).toMatchObject({
      code: 'STORE_DENIED',
      hint: expect.stringContaining('s3:PutObject on arn:aws:s3:::charts/stable/*'),
    })
  })
})

describe('keys', () => {
  it('are told to the masker before the first request, with the token of the session', async () => {
    await start({ sessionToken: 'token-of-the-role' })
    const own = context()
    await open('', own).versions('app')
    expect(own.told).toEqual(expect.arrayContaining([store.environment.AWS_SECRET_ACCESS_KEY, 'token-of-the-role']))
  })

  it('that are wrong are told as that, without them', async () => {
    const own = aTargetContext({ environment: { ...store.environment, AWS_SECRET_ACCESS_KEY: 'not-the-right-one' } })
    const presence = await open('', own).find({ name: 'app', version: '1.2.3' })
    expect(presence).toMatchObject({ state: 'unknown', why: { code: 'STORE_DENIED' } })
    const { message = '', hint = '' } = presence.state === 'unknown' ? presence.why : {}
    expect(message).toContain('SignatureDoesNotMatch')
    expect(message + hint).not.toContain('not-the-right-one')
  })
})
