import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  changesIn,
  errorsIn,
  errorsOf,
  isSigned,
  publishedVersion,
  resultsOf,
  signatureTag,
} from '../../../support/charts/published.ts'
import { repacked, replaceArchive, withFile } from '../../../support/charts/tamper.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const repository = 'acme/charts/app'
let world: World
let digest: string

beforeAll(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0'), run: { entry: 'source' } })
  await world.release()
  digest = publishedVersion(world.registry, 'app', '1.0.0')?.digest ?? ''
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const forms = {
  'the tag of cosign': () => world.registry.removeTag(repository, signatureTag(digest)),
  'the bundle': () => {
    for (const referrer of world.registry.referrers(repository, digest))
      world.registry.removeManifest(repository, referrer)
  },
}

describe('a signature that somebody deleted', () => {
  it.each(Object.entries(forms))('is restored: %s', async (_, remove) => {
    remove()
    expect(isSigned(world.registry, repository, digest)).toBe(false)
    const from = world.registry.requests.length
    const run = await world.release()
    expect(run.exitCode).toBe(0)
    expect(resultsOf(run)).toEqual(['app 1.0.0 completed'])
    expect(run.outputs.released).toBe('false')
    expect(isSigned(world.registry, repository, digest)).toBe(true)
    expect(publishedVersion(world.registry, 'app', '1.0.0')?.digest).toBe(digest)
    const seen = world.registry.requests.slice(from)
    const compared = seen.findIndex(({ method, path }) => method === 'GET' && path.includes('/blobs/'))
    const signed = seen.findIndex(({ method, path }) => method === 'PUT' && path.includes('/manifests/'))
    // The archive is read and compared before anything is signed.
    expect(compared).toBeGreaterThanOrEqual(0)
    expect(compared).toBeLessThan(signed)
  })
})

describe('a signature that another run overwrote before it was read back', () => {
  it('is added again', async () => {
    await world.repository.commit('feat: app', aChart('app', '1.1.0'))
    let lost = 0
    world.registry.disturb(({ method, path }) => {
      const tag = world.registry.tags(repository).find((name) => name.endsWith('.sig') && name !== signatureTag(digest))
      // Only what reads back asks for manifests by digest.
      if (method === 'GET' && path.includes('/manifests/sha256:') && tag !== undefined && lost === 0) {
        lost += 1
        world.registry.removeTag(repository, tag)
      }
      return undefined
    })
    const run = await world.release()
    world.registry.disturb(undefined)
    expect(lost).toBe(1)
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run)).toEqual(['app 1.1.0 released'])
    expect(publishedVersion(world.registry, 'app', '1.1.0')?.signed).toBe(true)
  })
})

describe('an archive that somebody replaced, with its signature stripped', () => {
  it('is refused and never signed, whatever its annotations say', async () => {
    const archive = publishedVersion(world.registry, 'app', '1.1.0')?.archive ?? Buffer.alloc(0)
    const planted = replaceArchive(world.registry, 'app', '1.1.0', withFile(archive, 'templates/evil.yaml', 'a: b\n'))
    const signings = world.sigstore.count('rekor')
    const run = await world.release()
    expect(run.exitCode).toBe(1)
    expect(resultsOf(run)).toEqual(['app 1.1.0 failed'])
    expect(errorsOf(run)).toEqual(['PUBLISHED_CONTENT_DIFFERS'])
    expect(errorsIn(run)[0]?.message).toContain('templates/evil.yaml')
    expect(JSON.parse(run.outputs.charts ?? '').charts[0].problem.kind).toBe('trust')
    expect(world.registry.referrers(repository, planted)).toEqual([])
    expect(world.registry.tags(repository)).not.toContain(signatureTag(planted))
    expect(world.sigstore.count('rekor')).toBe(signings)
  })

  it('is refused also where its bytes are not those of its digest', async () => {
    const archive = publishedVersion(world.registry, 'app', '1.1.0')?.archive ?? Buffer.alloc(0)
    replaceArchive(world.registry, 'app', '1.1.0', archive)
    const stored = publishedVersion(world.registry, 'app', '1.1.0')?.archiveDigest ?? ''
    world.registry.plantBlob(repository, repacked(archive), stored)
    const run = await world.release()
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toEqual(['REGISTRY_DIGEST_MISMATCH'])
  })

  it('is not copied to another target either', async () => {
    const from = world.registry.requests.length
    const targets = `${world.target}\noci://${world.registry.host}/copies`
    const run = await world.release({ inputs: { targets } })
    expect(run.exitCode).toBe(1)
    expect(world.registry.tags('copies/app')).toEqual([])
    expect(changesIn(world.registry, from).filter(({ path }) => path.includes('/manifests/'))).toEqual([])
  })
})
