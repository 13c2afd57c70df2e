import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { parse, stringify } from 'yaml'
import type { PackagedChart } from '../../src/model/chart.ts'
import type { Target } from '../../src/model/target.ts'
import { INDEX, INDEX_SIGNATURE } from '../../src/targets/index/state.ts'
import { anArchiveSignature, aPackagedChart } from '../support/charts/packaged-chart.ts'
import { failureOf } from '../support/values/failure.ts'
import { promoteOne } from '../support/values/promote.ts'
import type { Beside, TargetHarness } from './harness.ts'
import { named, withIndex } from './under-contract.ts'

const FOREIGN = Buffer.from('of somebody else\n')
const EMPTY = Buffer.from('apiVersion: v1\nentries: {}\n')
const OTHER = Buffer.from(
  'apiVersion: v1\nentries:\n  other:\n  - apiVersion: v2\n    name: other\n    version: 1.0.0\n    urls: [other-1.0.0.tgz]\n',
)

/** All that a run does for one chart, in order. */
async function release(target: Target, chart: PackagedChart) {
  const staged = await target.stage(chart)
  await target.attach(staged, anArchiveSignature(staged.digest))
  await target.fetch(staged)
  return promoteOne(target, staged)
}

const archivesBeside = withIndex.filter((each) => !each.archivesElsewhere)

let harness: TargetHarness
let beside: Beside
async function begin(start: () => Promise<TargetHarness>): Promise<void> {
  harness = await start()
  if (!harness.beside) throw new Error('it has no index')
  beside = harness.beside
}

describe.each(named(withIndex))('an index that vanishes while a run works: %s', (_, { start }) => {
  beforeEach(() => begin(start))
  afterEach(() => harness.stop())

  it.each([
    ['removed', undefined],
    ['emptied', EMPTY],
    ['replaced by that of other charts', OTHER],
  ])('is not begun anew: %s', async (_how, left) => {
    await release(harness.open(), aPackagedChart({ version: '1.0.0' }))
    const target = harness.open()
    const next = aPackagedChart({ version: '1.1.0' })
    expect(await target.find(next)).toEqual({ state: 'absent' })
    const staged = await target.stage(next)
    await target.attach(staged, anArchiveSignature(staged.digest))
    await target.fetch(staged)
    beside.write(INDEX, left)
    const failure = await failureOf(promoteOne(target, staged))
    expect([failure.code, failure.kind]).toEqual(['INDEX_GONE', 'conflict'])
    expect(beside.read(INDEX)).toEqual(left)
    // Who runs again after having looked at it says that it is meant so.
    expect((await release(harness.open(), next)).changed).toBe(true)
  })

  it('goes on if another version was withdrawn, or one was added', async () => {
    for (const version of ['1.0.0', '1.1.0']) await release(harness.open(), aPackagedChart({ version }))
    const target = harness.open()
    const staged = await target.stage(aPackagedChart({ version: '1.3.0' }))
    await target.fetch(staged)
    await release(harness.open(), aPackagedChart({ version: '1.2.0' }))
    const index = parse(beside.read(INDEX)?.toString() ?? '') as { entries: { app: { version: string }[] } }
    index.entries.app = index.entries.app.filter(({ version }) => version !== '1.0.0')
    beside.write(INDEX, Buffer.from(stringify(index)))
    expect((await promoteOne(target, staged)).changed).toBe(true)
  })

  it('is not replaced if it is not an index', async () => {
    beside.write(INDEX, FOREIGN)
    const target = harness.open()
    expect(await target.find(aPackagedChart())).toMatchObject({ state: 'unknown' })
    await failureOf(release(target, aPackagedChart()))
    expect(beside.read(INDEX)).toEqual(FOREIGN)
  })
})

describe.each(named(archivesBeside))('files of others at %s', (_, { start }) => {
  beforeEach(() => begin(start))
  afterEach(() => harness.stop())

  const chart = aPackagedChart({ provenance: { text: Buffer.from(`-----BEGIN PGP SIGNED MESSAGE-----\nours`) } })
  const archive = 'app-1.2.3.tgz'

  it.each([archive, `${archive}.prov`, `${archive}.sigstore.json`, `${archive}.provenance.sigstore.json`])(
    'stay as they are: %s',
    async (file) => {
      beside.write(file, FOREIGN)
      const ended = await release(harness.open(), chart).then(
        () => 'beside it',
        (error: unknown) => error,
      )
      expect(beside.read(file)).toEqual(FOREIGN)
      // Only a bucket can put the version elsewhere, where consumers find it whole.
      if (ended === 'beside it') return expect((await harness.open().find(chart)).state).toBe('present')
      expect(ended).toMatchObject({
        code: file === archive ? 'CONFLICT_TAG_TAKEN' : 'PATH_OCCUPIED',
        kind: 'conflict',
        message: expect.stringContaining(file),
      })
      expect(harness.isVisible(chart)).toBe(false)
      beside.write(file, undefined)
      expect((await release(harness.open(), chart)).changed).toBe(true)
    },
  )

  it.each([`${archive}.prov`, `${archive}.sigstore.json`])('stay if they come while a run works: %s', async (file) => {
    const target = harness.open()
    const staged = await target.stage(chart)
    await target.attach(staged, anArchiveSignature(staged.digest))
    await target.fetch(staged)
    const known = beside.read(file)
    beside.write(file, FOREIGN)
    const ended = await promoteOne(target, staged).catch((error: unknown) => error)
    expect(beside.read(file)).toEqual(FOREIGN)
    // Where staging is the last place already, the file of this run was replaced, and what consumers get is verified.
    if (known === undefined) expect(ended).toMatchObject({ code: 'PATH_OCCUPIED' })
  })

  it('stay if they came beside a version that is published', async () => {
    const { digest } = await release(harness.open(), chart)
    beside.write(`${archive}.sigstore.json`, FOREIGN)
    const target = harness.open()
    const published = await target.find(chart)
    if (published.state !== 'present') throw new Error('not there')
    const failure = await failureOf(target.attach(target.adopt(chart, published), anArchiveSignature(digest, 'again')))
    expect(failure).toMatchObject({
      code: 'PATH_OCCUPIED',
      message: expect.stringContaining(`${archive}.sigstore.json`),
    })
    expect(beside.read(`${archive}.sigstore.json`)).toEqual(FOREIGN)
  })

  it('are not taken for the signature of an index that is to come', async () => {
    beside.write(INDEX_SIGNATURE, FOREIGN)
    await failureOf(release(harness.open(), chart))
    expect(beside.read(INDEX_SIGNATURE)).toEqual(FOREIGN)
  })

  it('stay as they are: a keyring', async () => {
    beside.write('pubkey.gpg', FOREIGN)
    const publicKey = { binary: Buffer.from('key'), armored: 'KEY' }
    await release(harness.open(), { ...chart, provenance: { text: Buffer.from('signed'), publicKey } })
    expect(beside.read('pubkey.gpg')).toEqual(FOREIGN)
  })

  it('are told apart from charts of one run whose archives differ only by case', async () => {
    const both = [aPackagedChart({ name: 'App' }), aPackagedChart({ name: 'app' })]
    expect(await harness.open().preflight(both)).toMatchObject([
      { code: 'PATH_OCCUPIED', message: expect.stringContaining('App-1.2.3.tgz') },
    ])
  })
})
