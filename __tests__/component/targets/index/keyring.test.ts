import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { generateKey, readKey } from 'openpgp'
import type { Provenance } from '../../../../src/model/chart.ts'
import { openTarget } from '../../../../src/targets/registry.ts'
import { aPackagedChart } from '../../../support/charts/packaged-chart.ts'
import { aRepository, git, type TestRepository } from '../../../support/git/repository.ts'
import { aTargetContext } from '../../../support/registry/context.ts'
import { startS3, type TestS3 } from '../../../support/s3/s3.ts'
import { promoteOne } from '../../../support/values/promote.ts'

type PublicKey = NonNullable<Provenance['publicKey']>

let repository: TestRepository
let store: TestS3
let ours: PublicKey
let rsa: PublicKey
let theirs: PublicKey

async function aKey(type: 'rsa' | 'curve25519', name: string): Promise<PublicKey> {
  const { publicKey: armored } = await generateKey({ type, userIDs: [{ name }], format: 'armored', rsaBits: 4096 })
  return { armored, binary: (await readKey({ armoredKey: armored })).write() }
}

beforeAll(async () => {
  ;[ours, rsa, theirs] = await Promise.all([
    aKey('curve25519', 'Ada'),
    aKey('rsa', 'Ada of old'),
    aKey('curve25519', 'Eve'),
  ])
})
beforeEach(async () => {
  repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  store = await startS3()
})
afterEach(async () => {
  await store.stop()
  await repository.remove()
})

interface Place {
  readonly address: () => string
  /** Puts a file beside the index, as its owner does. */
  readonly put: (file: string, content: Uint8Array) => Promise<void>
  readonly get: (file: string) => Promise<Buffer>
}

const folder = () => join(repository.root, 'served')

async function commitToPages(file: string, content: Uint8Array): Promise<void> {
  const person = repository
  await person.git('switch', '--quiet', '--orphan', 'gh-pages')
  await person.write({ [file]: content })
  await person.git('add', file)
  await person.git('commit', '--quiet', '-m', 'keys')
  await person.git('push', '--quiet', 'origin', 'gh-pages')
}

const places: Readonly<Record<string, Place>> = {
  'dir:': {
    address: () => `dir:${folder()}`,
    put: (file, content) => writeFile(join(folder(), file), content),
    get: (file) => readFile(join(folder(), file)),
  },
  's3://': {
    address: () => `s3://${store.bucket}/stable?endpoint=${store.url}`,
    put: async (file, content) => {
      store.objects.set(`stable/${file}`, { bytes: Buffer.from(content), headers: {}, etag: '"x"' })
    },
    get: async (file) => store.objects.get(`stable/${file}`)?.bytes ?? Buffer.alloc(0),
  },
  'pages://': {
    address: () => 'pages://gh-pages',
    put: commitToPages,
    get: async (file) => {
      const id = await git(repository.origin, ['rev-parse', `gh-pages:${file}`])
      const folder = await repository.checkout({ ref: 'refs/heads/gh-pages' })
      expect(id).not.toBe('')
      return readFile(join(folder, file))
    },
  },
}

/** Releases two charts signed by a key; returns what it warns of. */
async function release({ address }: Place, publicKey: PublicKey): Promise<readonly string[]> {
  const workspace = await repository.checkout({ depth: 1 })
  const warnings: string[] = []
  const warn = (text: string) => void warnings.push(text)
  const target = openTarget(address(), aTargetContext({ workspace, environment: store.environment, warn }))
  for (const name of ['app', 'db']) {
    const chart = aPackagedChart({ name, provenance: { text: Buffer.from(`signed ${name}`), publicKey } })
    await promoteOne(target, await target.stage(chart))
  }
  return warnings
}

describe.each(Object.entries(places))('the keyring beside an index of %s', (_, place) => {
  beforeEach(() => mkdir(folder()))

  it('is told once where it does not hold the key of this run, and stays', async () => {
    await place.put('pubkey.gpg', theirs.binary)
    const warnings = await release(place, ours)
    expect(warnings).toEqual([expect.stringContaining('pubkey.gpg beside')])
    expect(warnings[0]).toContain('gpg --export OLD NEW > pubkey.gpg')
    expect((await place.get('pubkey.gpg')).equals(Buffer.from(theirs.binary))).toBe(true)
  })

  it.each([
    ['that key alone', () => [ours.binary]],
    ['that key behind an older one', () => [rsa.binary, ours.binary]],
  ])('is nothing to tell of where it holds %s', async (_what, keys) => {
    await place.put('pubkey.gpg', Buffer.concat(keys()))
    expect(await release(place, ours)).toEqual([])
  })

  it('is written where there is none', async () => {
    expect(await release(place, rsa)).toEqual([])
    expect((await place.get('pubkey.gpg')).equals(Buffer.from(rsa.binary))).toBe(true)
    expect(await release(place, rsa)).toEqual([])
  })
})

describe('a key in a keyring', () => {
  it('of many bytes is found, too, and told from another', async () => {
    const place = places['dir:'] as Place
    await mkdir(folder())
    await place.put('pubkey.gpg', Buffer.concat([theirs.binary, rsa.binary]))
    expect(await release(place, rsa)).toEqual([])
  })
})
