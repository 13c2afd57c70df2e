import { describe, expect, it } from '@jest/globals'
import type { Digest } from '../../../../src/model/chart.ts'
import type { AdoptionRecord } from '../../../../src/model/target.ts'
import { adoptionsOf, storeAdoption } from '../../../../src/targets/index/adoption.ts'
import type { IndexStore } from '../../../../src/targets/index/store.ts'
import { failureOf } from '../../../support/values/failure.ts'

const ref = { name: 'app', version: '1.2.3' }
const [archive, other]: readonly [Digest, Digest] = [`sha256:${'a'.repeat(64)}`, `sha256:${'b'.repeat(64)}`]
const record = { fingerprint: `sha256:${'f'.repeat(64)}`, appVersion: '1.0', revision: 'c'.repeat(40) }
const { appVersion: _, ...bare } = record
const FILE = 'app-1.2.3.tgz.release-charts.json'

/** A store of one version, with the files that it has of it. */
function aStore(files = new Map<string, Uint8Array>()) {
  const writes: string[] = []
  const store: Pick<IndexStore, 'read' | 'stage' | 'removal'> = {
    read: async (_ref, file) => files.get(file),
    stage: async (_ref, staged) => {
      for (const [file, content] of staged) files.set(file, content)
      writes.push(...staged.keys())
    },
    removal: (file) => `rm ${file}`,
  }
  return { store: store as IndexStore, files, writes }
}

const stored = (store: IndexStore, one: AdoptionRecord, digest: Digest = archive) =>
  storeAdoption(store, { ref, digest, repository: 'https://acme.example/charts' }, one)

describe('the record of an adoption beside an archive', () => {
  it.each([record, bare])('is read as it was written', async (one) => {
    const { store } = aStore()
    await stored(store, one)
    expect(await adoptionsOf(store, ref, archive)).toEqual([one])
  })

  it('is about that archive alone', async () => {
    const { store } = aStore()
    await stored(store, record)
    expect(await adoptionsOf(store, ref, other)).toEqual([])
  })

  it('is written once, and replaced by another about the same archive', async () => {
    const { store, writes } = aStore()
    await stored(store, record)
    await stored(store, record)
    expect(writes).toEqual([FILE])
    await stored(store, bare)
    expect(await adoptionsOf(store, ref, archive)).toEqual([bare])
  })

  it('is never put in the place of something else', async () => {
    const { store, files, writes } = aStore()
    await stored(store, record)
    expect((await failureOf(stored(store, record, other))).code).toBe('PATH_OCCUPIED')
    files.set(FILE, Buffer.from('notes of a person'))
    const failure = await failureOf(stored(store, record))
    expect([failure.code, failure.hint]).toEqual(['PATH_OCCUPIED', expect.stringContaining(`rm ${FILE}`)])
    expect(writes).toEqual([FILE])
  })

  it.each([
    ['nothing', ''],
    ['no object', '[]'],
    ['text', 'a record'],
    ['another schema', { schema: 2 }],
    ['no fingerprint', { fingerprint: undefined }],
    ['a fingerprint that is none', { fingerprint: '' }],
    ['a revision that git would take for an option', { revision: '--upload-pack=x' }],
    ['an appVersion that is no text', { appVersion: 7 }],
    ['an endless appVersion', { appVersion: 'x'.repeat(300) }],
    ['more than we write', { more: 'x'.repeat(9000) }],
  ])('counts for nothing if it holds %s', async (_name, change) => {
    const { store, files } = aStore()
    await stored(store, record)
    const whole = JSON.parse(Buffer.from(files.get(FILE) ?? []).toString()) as object
    expect(whole).toMatchObject(record)
    const text = typeof change === 'string' ? change : JSON.stringify({ ...whole, ...change })
    files.set(FILE, Buffer.from(text))
    expect(await adoptionsOf(store, ref, archive)).toEqual([])
  })
})
