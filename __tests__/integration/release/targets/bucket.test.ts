import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { generateKey } from 'openpgp'
import { alreadyBuilt } from '../../../interop/tools.ts'
import { errorsOf, publishedVersion, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { aChart, threeCharts } from '../../../support/charts/three-charts.ts'
import { aConsumer } from '../../../support/helm/consumer.ts'
import { fullyParsed } from '../../../support/index/index-release.ts'
import type { SeenRequest } from '../../../support/registry/registry.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { type RealBucket, s3Keys, startVersitygw } from '../../../support/s3/versitygw.ts'
import { type StaticServer, startFolderServer } from '../../../support/servers/static-server.ts'

const found = await alreadyBuilt('versitygw')
// A server that was built and is not the right one fails these tests; without one they can't be asked.
const canAsk = 'file' in found || found.broken
const withBucket = canAsk ? describe : describe.skip
const why = canAsk ? '' : ` (${'why' in found ? found.why : ''})`

let world: World
let bucket: RealBucket
let web: StaticServer
let target: string

async function open(files: Parameters<typeof aWorld>[0] = {}): Promise<void> {
  if (!('file' in found)) throw new Error(found.why)
  bucket = await startVersitygw(found.file, 'charts')
  web = await startFolderServer(bucket.folder)
  world = await aWorld({ ...files, run: { entry: 'source', env: s3Keys } })
  target = `s3://charts/stable?endpoint=${bucket.endpoint}&url=${web.url}/stable`
}

async function close(): Promise<void> {
  await world?.[Symbol.asyncDispose]()
  await web?.[Symbol.asyncDispose]()
  await bucket?.[Symbol.asyncDispose]()
}

const release = (targets: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  world.release({ inputs: { targets: targets.join('\n'), ...more } })
const file = (name: string) => readFile(join(bucket.folder, 'stable', name))
const index = async () => (await file('index.yaml')).toString()

async function inIndex(name: string): Promise<ReadonlyMap<string, string>> {
  const text = await file('index.yaml').catch(() => Buffer.from('entries: {}'))
  const entries = fullyParsed(text).get(name) ?? []
  return new Map(entries.map(({ version, digest }) => [`${version}`, `sha256:${digest}`]))
}

withBucket(`a release to a bucket of a real S3 server${why}`, () => {
  let key: string

  beforeAll(async () => {
    await open({ files: threeCharts })
    const { privateKey } = await generateKey({
      type: 'rsa',
      rsaBits: 2048,
      userIDs: [{ name: 'Acme Charts' }],
      date: new Date('2025-06-01'),
      format: 'armored',
    })
    key = privateKey
  })
  afterAll(close)

  it('puts archives, provenance, signatures, keys and the index there, and nothing else', async () => {
    const run = await release([target], { 'gpg-private-key': key })
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    const there = (await readdir(join(bucket.folder, 'stable'))).sort()
    const archives = there.filter((name) => name.endsWith('.tgz'))
    expect(archives).toEqual(['db-2.0.0.tgz', 'lib-0.3.0.tgz', 'web-1.4.2.tgz'])
    const kinds = ['', '.prov', '.sigstore.json', '.provenance.sigstore.json']
    const beside = archives.flatMap((name) => kinds.map((kind) => `${name}${kind}`))
    expect(there).toEqual([...beside, 'index.yaml', 'pubkey.asc', 'pubkey.gpg'].sort())
  })

  it.each([3, 4] as const)('is what Helm %i adds, finds, pulls and verifies over HTTP', async (major) => {
    const { helm, sh } = await aConsumer(world.repository.root, major)
    await helm('repo', 'add', 'acme', `${web.url}/stable`)
    expect(await helm('search', 'repo', 'acme/', '--versions')).toMatch(/acme\/web\s+1\.4\.2/)
    await sh(`curl -fsSL -o pubkey.gpg ${web.url}/stable/pubkey.gpg`)
    const pulled = await helm('pull', 'acme/web', '--verify', '--keyring', 'pubkey.gpg')
    expect(pulled).toMatch(/Signed by:.*Acme Charts/s)
    expect(await helm('template', 'acme/web')).toContain('# Source:')
  })

  it('is left alone by the next run', async () => {
    const before = await index()
    const run = await release([target], { 'gpg-private-key': key })
    expect([run.exitCode, run.outputs.released]).toEqual([0, 'false'])
    expect(await index()).toBe(before)
  })
})

withBucket(`a registry and a bucket in one run${why}`, () => {
  let patch = -1

  beforeAll(() => open({ files: aChart('app', '1.0.0', 'first') }))
  afterAll(close)

  /** One more change; returns the version that it is to be released as. */
  async function change(): Promise<string> {
    patch += 1
    if (patch > 0) await world.repository.commit('fix: app', aChart('app', `1.0.${patch - 1}`, `change ${patch}`))
    return `1.0.${patch}`
  }

  /** The same bytes in both, signed in both, and the index says so. */
  async function expectInBoth(version: string): Promise<void> {
    const inRegistry = publishedVersion(world.registry, 'app', version)
    expect(inRegistry?.archive.equals(await file(`app-${version}.tgz`))).toBe(true)
    expect(inRegistry?.signed).toBe(true)
    expect((await inIndex('app')).get(version)).toBe(inRegistry?.archiveDigest)
    const bundle = JSON.parse((await file(`app-${version}.tgz.sigstore.json`)).toString())
    const signed = Buffer.from(bundle.messageSignature.messageDigest.digest, 'base64').toString('hex')
    expect(`sha256:${signed}`).toBe(inRegistry?.archiveDigest)
  }

  /** What `planRun` sees when the registry is asked for the version's tag. */
  function atTheTag<T>(look: () => Promise<T>): () => Promise<T> {
    let seen: Promise<T> | undefined
    world.registry.disturb((request) => {
      if (isTag(request)) seen ??= look()
      return undefined
    })
    return () => {
      world.registry.disturb(undefined)
      if (!seen) throw new Error('no tag was written')
      return seen
    }
  }

  const isTag = ({ method, path }: SeenRequest) => method === 'PUT' && /\/manifests\/\d/.test(path)
  const filesOf = async (version: string) =>
    (await readdir(join(bucket.folder, 'stable'))).filter((name) => name.startsWith(`app-${version}.`)).sort()
  const look = (version: string) => async () => ({
    files: await filesOf(version),
    listed: (await inIndex('app')).has(version),
  })
  const staged = (version: string) =>
    ['', '.provenance.sigstore.json', '.sigstore.json'].map((kind) => `app-${version}.tgz${kind}`)

  it.each([
    ['the registry', false],
    ['the bucket', true],
  ])('shows nothing before both are staged, signed and verified: %s first', async (_, bucketFirst) => {
    const version = await change()
    const order = [world.target, target]
    const seen = atTheTag(look(version))
    const run = await release(bucketFirst ? order.toReversed() : order)
    expect([run.exitCode, resultsOf(run)]).toEqual([0, [`app ${version} released`]])
    expect(await seen()).toEqual({ files: staged(version), listed: bucketFirst })
    const [verified, shown] = [/read back and verified/, /: visible now/].map((words) => run.stdout.search(words))
    expect(verified).toBeGreaterThan(0)
    expect(shown).toBeGreaterThan(verified ?? Number.POSITIVE_INFINITY)
    await expectInBoth(version)
  })

  it.each([3, 4] as const)('gives Helm %i the same bytes from both', async (major) => {
    const { helm, sh } = await aConsumer(world.repository.root, major)
    await sh('mkdir bucket oci')
    await helm('pull', 'app', '--repo', `${web.url}/stable`, '--version', '1.0.1', '-d', 'bucket')
    await helm('pull', `${world.target}/app`, '--version', '1.0.1', '--plain-http', '-d', 'oci')
    expect(await sh('diff -r bucket oci && echo equal')).toBe('equal\n')
  })

  it('is left alone by the next run', async () => {
    const before = await index()
    const requests = world.registry.requests.length
    const run = await release([world.target, target])
    expect(resultsOf(run)).toEqual([`app 1.0.${patch} unchanged`])
    expect(await index()).toBe(before)
    expect(world.registry.requests.slice(requests).filter(({ method }) => /^(PUT|POST|PATCH)$/.test(method))).toEqual(
      [],
    )
  })

  it('ends with the same bytes where the bucket goes away when the registry shows them already', async () => {
    const version = await change()
    const gone = atTheTag(() => bucket.stop())
    const run = await release([world.target, target])
    await gone()
    await bucket.restart()
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['REMOTE_UNREACHABLE']])
    const shown = publishedVersion(world.registry, 'app', version)
    expect([shown?.signed, (await inIndex('app')).has(version)]).toEqual([true, false])
    expect(resultsOf(await release([world.target, target]))).toEqual([`app ${version} released`])
    expect(publishedVersion(world.registry, 'app', version)?.digest).toBe(shown?.digest)
    await expectInBoth(version)
  })

  it('shows nothing, neither of them, where the bucket is away from the start', async () => {
    const version = await change()
    await bucket.stop()
    const run = await release([world.target, target])
    await bucket.restart()
    expect(run.exitCode).toBe(1)
    expect(versionsOf(world.registry, 'app')).not.toContain(version)
    expect(resultsOf(await release([world.target, target]))).toEqual([`app ${version} released`])
    await expectInBoth(version)
  })
})
