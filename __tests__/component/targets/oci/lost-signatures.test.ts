import { afterEach, describe, expect, it } from '@jest/globals'
import type { StagedArtifact } from '../../../../src/model/target.ts'
import { openTarget } from '../../../../src/targets/registry.ts'
import { aPackagedChart, aSignatureSet, digestOf } from '../../../support/charts/packaged-chart.ts'
import { caught } from '../../../support/registry/caught.ts'
import { aTargetContext } from '../../../support/registry/context.ts'
import { type RegistryOptions, startRegistry, type TestRegistry } from '../../../support/registry/registry.ts'
import { promoteOne } from '../../../support/values/promote.ts'

const INDEX = 'application/vnd.oci.image.index.v1+json'
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const SIGN = 'https://sigstore.dev/cosign/sign/v1'
const REPOSITORY = 'acme/app'

interface Entry {
  readonly digest: string
  readonly annotations: Readonly<Record<string, string>>
}

let registry: TestRegistry
let staged: StagedArtifact
afterEach(() => registry.stop())

const open = (warn: (text: string) => void = () => {}) =>
  openTarget(`oci://${registry.host}/acme`, aTargetContext({ warn }))
const tag = () => staged.digest.replace(':', '-')
const stored = (reference: string) => JSON.parse(registry.manifest(REPOSITORY, reference)?.bytes.toString() ?? '')
const entries = (): readonly Entry[] => stored(tag()).manifests
const isSign = ({ annotations }: Entry) => annotations['dev.sigstore.bundle.predicateType'] === SIGN
const plant = (manifests: readonly object[]) =>
  registry.plantManifest(REPOSITORY, tag(), JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests }), INDEX)
const isSigned = async () => {
  const found = await open().find(aPackagedChart(), { signatures: true })
  return found.state === 'present' && found.signed === 'some'
}

/** A chart that is published and signed by `release.yml`. */
async function publish(options: RegistryOptions): Promise<void> {
  registry = await startRegistry(options)
  const target = open()
  staged = await target.stage(aPackagedChart())
  await target.attach(staged, aSignatureSet(staged.digest))
  await promoteOne(target, staged)
}

/** A bundle that somebody else stored and listed. */
function foreignBundle(name: string, isStored: boolean): Entry {
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, by: name }))
  const digest = digestOf(bytes)
  if (isStored) registry.plantManifest(REPOSITORY, digest, bytes)
  const annotations = { 'dev.sigstore.bundle.predicateType': SIGN }
  return { mediaType: MANIFEST, size: bytes.length, digest, artifactType: BUNDLE, annotations } as Entry
}

describe('a bundle that is gone, while the fallback index still lists it', () => {
  it('is noticed', async () => {
    await publish({ referrers: false })
    expect(await isSigned()).toBe(true)
    registry.removeManifest(REPOSITORY, entries().find(isSign)?.digest ?? '')
    expect(await isSigned()).toBe(false)
  })

  it('is noticed also if a bundle of somebody else is there', async () => {
    await publish({ referrers: false })
    const [ours] = entries().filter(isSign)
    plant([...entries(), foreignBundle('another', true)])
    expect(await isSigned()).toBe(true)
    registry.removeManifest(REPOSITORY, ours?.digest ?? '')
    expect(await isSigned()).toBe(false)
  })

  it('is not taken for gone when the registry does not say so', async () => {
    await publish({ referrers: false })
    const [ours] = entries().filter(isSign)
    registry.disturb(({ path }) => (path.endsWith(`/manifests/${ours?.digest}`) ? { status: 403 } : undefined))
    const found = await open().find(aPackagedChart(), { signatures: true })
    expect([found.state, found.state === 'unknown' && found.why.code]).toEqual(['unknown', 'REGISTRY_DENIED'])
  })

  it.each([
    ['that checks what an index names', true],
    ['that does not', false],
  ])('leaves the index with the next signature, in a registry %s', async (_, checks) => {
    await publish({ referrers: false })
    const lost = entries().map(({ digest }) => digest)
    for (const digest of lost) registry.removeManifest(REPOSITORY, digest)
    registry.removeTag(REPOSITORY, `${tag()}.sig`)
    // What it names is there for the moment of the check alone.
    const pretend = (isThere: boolean) => {
      for (const digest of lost) {
        if (isThere) registry.plantManifest(REPOSITORY, digest, '{}')
        else registry.removeManifest(REPOSITORY, digest)
      }
    }
    registry.disturb(({ method, path }) => {
      if (!checks) pretend(method === 'PUT' && path.endsWith(tag()))
      return undefined
    })
    await open().attach(staged, aSignatureSet(staged.digest, 'again'))
    registry.disturb(undefined)
    pretend(false)
    expect(entries()).toHaveLength(2)
    for (const { digest } of entries()) expect(lost).not.toContain(digest)
    expect(await isSigned()).toBe(true)
    const { legacy, bundles } = await open().signatures(staged)
    expect([legacy.length, bundles.length]).toEqual([1, 2])
  })

  it('leaves the index whoever stored it, and what is there stays', async () => {
    await publish({ referrers: false })
    const ours = entries()
    const [gone, kept] = [foreignBundle('gone', false), foreignBundle('kept', true)]
    plant([...ours, gone, kept])
    expect(await isSigned()).toBe(false)
    await open().tidySignatures?.(staged)
    expect(entries()).toEqual([...ours, kept].sort((a, b) => (a.digest < b.digest ? -1 : 1)))
    expect(await isSigned()).toBe(true)
  })

  it('is no reason to fail when the index can not be written and nothing of ours is missing', async () => {
    const tidyAll = async () => open().tidySignatures?.(staged)
    await publish({ referrers: false, immutableTags: /^sha256-/ })
    plant([...entries(), foreignBundle('gone', false)])
    await tidyAll()
    expect(entries()).toHaveLength(3)
  })

  it('is not looked for where the registry itself lists referrers', async () => {
    await publish({})
    const from = registry.requests.length
    expect(await isSigned()).toBe(true)
    const asked = registry.requests.slice(from).filter(({ path }) => path.includes('/manifests/sha256:'))
    expect(asked).toEqual([])
  })
})

describe('what else an index lists and is gone', () => {
  const sbom = {
    mediaType: MANIFEST,
    size: 3,
    digest: `sha256:${'5'.repeat(64)}`,
    artifactType: 'application/spdx+json',
  }

  it('leaves it only if the registry refuses the list because of it', async () => {
    await publish({ referrers: false })
    plant([...entries(), sbom])
    await open().attach(staged, aSignatureSet(staged.digest, 'again'))
    expect(entries()).toHaveLength(4)
    expect(entries().map(({ digest }) => digest)).not.toContain(sbom.digest)
  })

  it('stays where the registry takes the list as it is', async () => {
    await publish({ referrers: false })
    plant([...entries(), sbom])
    registry.disturb(({ method, path }) => {
      if (method === 'PUT' && path.endsWith(tag())) registry.plantManifest(REPOSITORY, sbom.digest, '{}')
      return undefined
    })
    await open().attach(staged, aSignatureSet(staged.digest, 'again'))
    expect(entries()).toHaveLength(5)
    expect(entries()).toContainEqual(sbom)
  })
})

describe('a cosign signature whose payload is gone', () => {
  it('is none, and makes room for the next one', async () => {
    await publish({})
    const [layer] = stored(`${tag()}.sig`).layers as { digest: string }[]
    registry.removeBlob(REPOSITORY, layer?.digest ?? '')
    expect((await open().signatures(staged)).legacy).toEqual([])
    const set = aSignatureSet(staged.digest, 'again')
    const legacy = { payload: Buffer.from('{"another":"payload"}'), annotations: set.legacy?.annotations ?? {} }
    await open().attach(staged, { ...set, legacy })
    expect(stored(`${tag()}.sig`).layers).toHaveLength(1)
    expect((await open().signatures(staged)).legacy).toHaveLength(1)
  })
})

describe('signatures that somebody planted in bulk', () => {
  const plantBundles = (count: number, change: (index: number) => object = () => ({})) =>
    Array.from({ length: count }, (_, index) => {
      const json = JSON.stringify({ planted: index })
      const layer = { mediaType: BUNDLE, size: json.length, digest: registry.plantBlob(REPOSITORY, json) }
      const config = { mediaType: 'application/vnd.oci.empty.v1+json', size: 2, digest: digestOf(Buffer.from('{}')) }
      const annotations = {
        'dev.sigstore.bundle.predicateType': SIGN,
        'org.opencontainers.image.created': `2099-01-01T00:00:00Z`,
      }
      const subject = { mediaType: MANIFEST, size: 1, digest: staged.digest }
      const body = { schemaVersion: 2, artifactType: BUNDLE, config, layers: [layer], annotations, subject }
      const bytes = JSON.stringify({ ...body, ...change(index) })
      const digest = registry.plantManifest(REPOSITORY, digestOf(Buffer.from(bytes)), bytes)
      return { mediaType: MANIFEST, size: bytes.length, digest, artifactType: BUNDLE, annotations }
    })
  const ours = () => aSignatureSet(staged.digest).bundles.map(({ json }) => Buffer.from(json).toString())
  const found = async (target = open()) =>
    (await target.signatures(staged)).bundles.map(({ json }) => Buffer.from(json).toString())

  it.each([true, false])('do not hide ours up to a thousand; referrers API: %s', async (referrers) => {
    await publish({ referrers })
    const planted = plantBundles(900)
    if (!referrers) plant([...planted, ...entries()])
    expect(await found()).toEqual(expect.arrayContaining(ours()))
  })

  it.each([true, false])('do not hide what this run stored however many they are; API: %s', async (referrers) => {
    const warnings: string[] = []
    await publish({ referrers })
    const planted = plantBundles(1_200)
    if (!referrers) plant([...planted, ...entries()])
    const target = open((text) => warnings.push(text))
    const again = aSignatureSet(staged.digest, 'again')
    await target.attach(staged, again)
    const all = await found(target)
    expect(all).toHaveLength(1_000)
    for (const { json } of again.bundles) expect(all).toContain(Buffer.from(json).toString())
    expect(warnings).toEqual([expect.stringMatching(/lists 1204 signature bundles of .* the first 1000 are read/)])
  })

  it('are passed over if their manifests lie about the size of what they name', async () => {
    await publish({})
    const layer = (size: number) => ({
      layers: [{ mediaType: BUNDLE, size, digest: registry.plantBlob(REPOSITORY, 'x') }],
    })
    plantBundles(1, () => layer(7))
    plantBundles(1, () => layer(2 ** 40))
    registry.removeBlob(REPOSITORY, registry.plantBlob(REPOSITORY, 'gone'))
    plantBundles(1, () => ({ layers: [{ mediaType: BUNDLE, size: 4, digest: digestOf(Buffer.from('gone')) }] }))
    expect((await found()).sort()).toEqual(ours().sort())
  })

  it('make a list of referrers that never ends, and this run still finds its own', async () => {
    await publish({})
    let page = 0
    registry.disturb(({ path }) => {
      if (!path.includes('/referrers/')) return undefined
      const manifests = Array.from({ length: 3_000 }, (_, index) => ({
        mediaType: MANIFEST,
        size: 1,
        digest: digestOf(Buffer.from(`${page} ${index}`)),
        artifactType: 'a/b',
      }))
      page += 1
      const headers = {
        'content-type': INDEX,
        link: `</v2/${REPOSITORY}/referrers/${staged.digest}?page=${page}>; rel="next"`,
      }
      return { status: 200, headers, body: { schemaVersion: 2, mediaType: INDEX, manifests } }
    })
    const target = open()
    const again = aSignatureSet(staged.digest, 'again')
    await target.attach(staged, again)
    expect((await found(target)).sort()).toEqual(again.bundles.map(({ json }) => Buffer.from(json).toString()).sort())
  })

  it('make a list that is too long for one answer, and this run still finds its own', async () => {
    await publish({})
    registry.disturb(({ path }) =>
      path.includes('/referrers/')
        ? { status: 200, headers: { 'content-type': INDEX }, body: `{"manifests":[${' '.repeat(5_000_000)}]}` }
        : undefined,
    )
    const target = open()
    await target.attach(staged, aSignatureSet(staged.digest, 'again'))
    expect(await found(target)).toHaveLength(2)
  })

  it.each(['{"an":"image"}', 'garbage'])(
    'in place of the list make a chart unsigned, not unknown: %s',
    async (content) => {
      await publish({ referrers: false })
      registry.plantManifest(REPOSITORY, tag(), content)
      expect(await open().find(aPackagedChart(), { signatures: true })).toMatchObject({
        state: 'present',
        signed: 'none',
      })
      const problem = await caught(open().attach(staged, aSignatureSet(staged.digest, 'again')))
      expect(problem.code).toBe('REGISTRY_SIGNATURE_TAG_FOREIGN')
      expect(problem.hint).toContain(`delete the tag ${tag()} of ${REPOSITORY}`)
    },
  )

  it('that fill the tag of cosign are an error that leads out', async () => {
    await publish({})
    const { config, layers } = stored(`${tag()}.sig`)
    const full = {
      schemaVersion: 2,
      mediaType: MANIFEST,
      config,
      layers: Array.from({ length: 1_000 }, () => layers[0]),
    }
    registry.plantManifest(REPOSITORY, `${tag()}.sig`, JSON.stringify(full))
    const problem = await caught(open().attach(staged, aSignatureSet(staged.digest, 'again')))
    expect(problem.code).toBe('REGISTRY_SIGNATURE_TAG_FOREIGN')
    expect(problem.message).toContain('holds 1000 signatures')
    expect(problem.hint).toContain(`delete the tag ${tag()}.sig of ${REPOSITORY}`)
  })
})
