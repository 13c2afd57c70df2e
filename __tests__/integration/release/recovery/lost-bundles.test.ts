import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { digestOf } from '../../../support/charts/packaged-chart.ts'
import { isSigned, outcomesOf, publishedVersion, resultsOf, signatureTag } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const repository = 'acme/charts/app'
const INDEX = 'application/vnd.oci.image.index.v1+json'
let world: World
let digest: string

beforeAll(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0'), registry: { referrers: false }, run: { entry: 'source' } })
  await world.release()
  digest = publishedVersion(world.registry, 'app', '1.0.0')?.digest ?? ''
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const fallbackTag = () => digest.replace(':', '-')
const listed = (): readonly { readonly digest: string }[] =>
  JSON.parse(world.registry.manifest(repository, fallbackTag())?.bytes.toString() ?? '').manifests
/** As `garbage-collect -m` and clean-up jobs do it: untagged manifests go, and the index that lists them stays. */
const collectGarbage = () => {
  for (const referrer of world.registry.referrers(repository, digest))
    world.registry.removeManifest(repository, referrer)
}

async function expectIdle(): Promise<void> {
  const from = world.sigstore.count('rekor')
  const run = await world.release()
  expect([run.exitCode, resultsOf(run), outcomesOf(run).app?.signed]).toEqual([0, ['app 1.0.0 unchanged'], true])
  expect(world.sigstore.count('rekor')).toBe(from)
  // What the run says is true: all that is listed is there.
  for (const entry of listed()) expect(world.registry.manifest(repository, entry.digest)).toBeDefined()
  expect(isSigned(world.registry, repository, digest)).toBe(true)
}

describe('where bundles are listed under a tag, garbage collection', () => {
  it.each([
    ['of the bundle', false],
    ['of the bundle, and a loss of the tag of cosign', true],
  ])('%s is noticed and made good by the next run, and the one after it is idle', async (_, both) => {
    collectGarbage()
    if (both) world.registry.removeTag(repository, signatureTag(digest))
    const run = await world.release()
    expect([run.exitCode, resultsOf(run)]).toEqual([0, ['app 1.0.0 completed']])
    expect(listed()).toHaveLength(1)
    await expectIdle()
  })

  it('of a bundle of somebody else is tidied without another signature', async () => {
    const gone = {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      size: 2,
      digest: digestOf(Buffer.from('x')),
    }
    const foreign = { ...gone, artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json' }
    const index = { schemaVersion: 2, mediaType: INDEX, manifests: [...listed(), foreign] }
    world.registry.plantManifest(repository, fallbackTag(), JSON.stringify(index), INDEX)
    const from = world.sigstore.count('rekor')
    const run = await world.release()
    expect([run.exitCode, resultsOf(run)]).toEqual([0, ['app 1.0.0 completed']])
    expect(world.sigstore.count('rekor')).toBe(from)
    expect(listed()).toHaveLength(1)
    await expectIdle()
  })
})

describe('hundreds of bundles that somebody planted', () => {
  it('do not keep a lost signature from being restored', async () => {
    const planted = Array.from({ length: 300 }, (_, index) => {
      const json = Buffer.from(`{"planted":${index}}`)
      const mediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json'
      const layer = { mediaType, size: json.length, digest: world.registry.plantBlob(repository, json) }
      const subject = { mediaType: 'application/vnd.oci.image.manifest.v1+json', size: 1, digest }
      const body = { schemaVersion: 2, artifactType: mediaType, config: layer, layers: [layer], subject }
      const bytes = Buffer.from(JSON.stringify(body))
      world.registry.plantManifest(repository, digestOf(bytes), bytes)
      return { mediaType: subject.mediaType, size: bytes.length, digest: digestOf(bytes), artifactType: mediaType }
    })
    const index = { schemaVersion: 2, mediaType: INDEX, manifests: [...planted, ...listed()] }
    world.registry.plantManifest(repository, fallbackTag(), JSON.stringify(index), INDEX)
    world.registry.removeTag(repository, signatureTag(digest))
    const run = await world.release()
    expect([run.exitCode, resultsOf(run)]).toEqual([0, ['app 1.0.0 completed']])
    await expectIdle()
  })
})
