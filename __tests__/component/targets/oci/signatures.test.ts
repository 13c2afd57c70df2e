import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { StagedArtifact } from '../../../../src/model/target.ts'
import { openTarget } from '../../../../src/targets/registry.ts'
import { aPackagedChart, aSignatureSet, digestOf } from '../../../support/charts/packaged-chart.ts'
import { caught } from '../../../support/registry/caught.ts'
import { aTargetContext } from '../../../support/registry/context.ts'
import { type RegistryOptions, startRegistry, type TestRegistry } from '../../../support/registry/registry.ts'

const INDEX = 'application/vnd.oci.image.index.v1+json'
const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const REPOSITORY = 'acme/app'

let registry: TestRegistry
let staged: StagedArtifact
afterEach(() => registry.stop())

async function start(options: RegistryOptions): Promise<void> {
  registry = await startRegistry(options)
  staged = await open().stage(aPackagedChart())
}
const open = () => openTarget(`oci://${registry.host}/acme`, aTargetContext())
const tag = () => staged.digest.replace(':', '-')
const text = (reference: string) => registry.manifest(REPOSITORY, reference)?.bytes.toString() ?? ''
const stored = (reference: string) => JSON.parse(text(reference))

describe('the .sig tag', () => {
  beforeEach(() => start({}))

  it('holds what cosign writes, to the byte', async () => {
    const set = aSignatureSet(staged.digest)
    await open().attach(staged, set)
    const manifest = stored(`${tag()}.sig`)
    const payload = digestOf(set.legacy?.payload ?? Buffer.alloc(0))
    const config = registry.blob(REPOSITORY, manifest.config.digest)?.toString() ?? ''
    expect(config).toBe(
      `{"architecture":"","created":"0001-01-01T00:00:00Z","history":[{"created":"0001-01-01T00:00:00Z"}],"os":"","rootfs":{"type":"layers","diff_ids":["${payload}"]},"config":{}}`,
    )
    expect(manifest.config.size).toBe(233)
    expect(Object.keys(manifest)).toEqual(['schemaVersion', 'mediaType', 'config', 'layers'])
    expect(Object.keys(manifest.layers[0])).toEqual(['mediaType', 'size', 'digest', 'annotations'])
    expect(Object.keys(manifest.layers[0].annotations)).toEqual([
      'dev.cosignproject.cosign/signature',
      'dev.sigstore.cosign/bundle',
      'dev.sigstore.cosign/certificate',
    ])
  })

  it('keeps the layers of others as they are, unknown fields too', async () => {
    await open().attach(staged, aSignatureSet(staged.digest, 'first'))
    const foreign = stored(`${tag()}.sig`)
    foreign.layers[0].urls = ['https://example.com/<x>']
    registry.plantManifest(REPOSITORY, `${tag()}.sig`, JSON.stringify(foreign))
    await open().attach(staged, aSignatureSet(staged.digest, 'second'))
    const { layers } = stored(`${tag()}.sig`)
    expect(layers).toHaveLength(2)
    expect(layers[0]).toEqual(foreign.layers[0])
    expect((await open().signatures(staged)).legacy).toHaveLength(2)
  })

  it.each(['{"schemaVersion":2,"manifests":[]}', 'garbage', '{"config":{},"layers":[]}'])(
    'that holds something else is not overwritten, and read as no signature: %s',
    async (content) => {
      registry.plantManifest(REPOSITORY, `${tag()}.sig`, content)
      expect((await open().signatures(staged)).legacy).toEqual([])
      expect((await caught(open().attach(staged, aSignatureSet(staged.digest)))).code).toBe(
        'REGISTRY_SIGNATURE_TAG_FOREIGN',
      )
      expect(text(`${tag()}.sig`)).toBe(content)
    },
  )

  it('with a payload of other bytes is a matter of trust', async () => {
    const set = aSignatureSet(staged.digest)
    await open().attach(staged, set)
    registry.plantBlob(REPOSITORY, 'forged', digestOf(set.legacy?.payload ?? Buffer.alloc(0)))
    const failure = await caught(open().signatures(staged))
    expect([failure.kind, failure.code]).toEqual(['trust', 'REGISTRY_DIGEST_MISMATCH'])
  })
})

describe('a bundle', () => {
  it('is stored as the referrer that cosign writes', async () => {
    await start({})
    const set = aSignatureSet(staged.digest)
    await open().attach(staged, set)
    const [first] = registry.referrers(REPOSITORY, staged.digest).map(text)
    const size = Buffer.byteLength(text(staged.digest))
    const json = Buffer.from(set.bundles[0]?.json ?? [])
    expect(first).toBe(
      `{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.oci.empty.v1+json","size":2,"digest":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"},` +
        `"layers":[{"mediaType":"${BUNDLE}","size":${json.length},"digest":"${digestOf(json)}"}],` +
        `"annotations":{"dev.sigstore.bundle.content":"dsse-envelope","dev.sigstore.bundle.predicateType":"https://sigstore.dev/cosign/sign/v1","org.opencontainers.image.created":"2026-11-21T08:00:00Z"},` +
        `"subject":{"mediaType":"application/vnd.oci.image.manifest.v1+json","size":${size},"digest":"${staged.digest}"},"artifactType":"${BUNDLE}"}`,
    )
    expect(registry.tags(REPOSITORY)).toEqual([`${tag()}.sig`])
  })

  it.each([
    ['no referrers API', { referrers: false }],
    ['OCI-Subject, and no API behind it', { referrers: false, ociSubject: true }],
  ])('is listed once for all under the fallback tag with %s', async (_, options) => {
    await start(options)
    await open().attach(staged, aSignatureSet(staged.digest))
    const index = stored(tag())
    expect(registry.manifest(REPOSITORY, tag())?.mediaType).toBe(INDEX)
    expect(Object.keys(index)).toEqual(['schemaVersion', 'mediaType', 'manifests'])
    expect(index.manifests.map((entry: { artifactType: string }) => entry.artifactType)).toEqual([BUNDLE, BUNDLE])
    for (const entry of index.manifests) expect(entry.annotations).toEqual(stored(entry.digest).annotations)
    const digests = index.manifests.map((entry: { digest: string }) => entry.digest)
    expect(digests).toEqual([...digests].sort())
    const writes = registry.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith(tag()))
    expect(writes).toHaveLength(1)
  })

  it('is left to the API that lists it, with or without OCI-Subject', async () => {
    for (const ociSubject of [true, false]) {
      await registry?.stop()
      await start({ ociSubject })
      await open().attach(staged, aSignatureSet(staged.digest))
      expect(registry.tags(REPOSITORY)).toEqual([`${tag()}.sig`])
    }
  })

  it('that the API never lists is an error', async () => {
    await start({})
    const empty = { status: 200, headers: { 'content-type': INDEX }, body: { schemaVersion: 2, manifests: [] } }
    registry.disturb(({ path }) => (path.includes('/referrers/') ? empty : undefined))
    const failure = await caught(open().attach(staged, aSignatureSet(staged.digest)))
    expect([failure.code, failure.message.includes('does not list them')]).toEqual(['REGISTRY_REFERRERS_REFUSED', true])
  })

  it('that the API lists as something else is an error that leads out, before anybody is told that it is signed', async () => {
    await start({ listsConfigType: true, ociSubject: false })
    const failure = await caught(open().attach(staged, aSignatureSet(staged.digest)))
    expect(failure.code).toBe('REGISTRY_REFERRERS_REFUSED')
    expect(failure.message).toContain('with the type application/vnd.oci.empty.v1+json, by which nobody finds it')
    expect(failure.hint).toContain('turn that API off')
    expect(registry.requests.filter(({ path }) => path.includes('/referrers/'))).toHaveLength(1)
    // The next run finds what this one stored, and is told the same.
    expect((await caught(open().attach(staged, aSignatureSet(staged.digest)))).message).toBe(failure.message)
    // The way out, followed.
    await registry.stop()
    await start({ referrers: false })
    await open().attach(staged, aSignatureSet(staged.digest))
    expect((await open().signatures(staged)).bundles).toHaveLength(2)
  })

  it('is listed under the fallback tag where an API answers something else', async () => {
    await start({ referrers: false })
    registry.disturb(({ path }) =>
      path.includes('/referrers/')
        ? { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' }
        : undefined,
    )
    await open().attach(staged, aSignatureSet(staged.digest))
    expect((await open().signatures(staged)).bundles).toHaveLength(2)
  })

  it.each([405, 400])('that the registry does not take (%d) is an error that says so', async (status) => {
    await start({})
    registry.disturb(({ method, path }) =>
      method === 'PUT' && path.includes('/manifests/sha256:') ? { status } : undefined,
    )
    const failure = await caught(open().attach(staged, aSignatureSet(staged.digest)))
    expect([failure.code, failure.message.includes('manifests with a subject')]).toEqual([
      'REGISTRY_REFERRERS_REFUSED',
      true,
    ])
  })

  it('that is refused because its subject is not known yet is sent again', async () => {
    await start({})
    let refusals = 0
    registry.disturb(({ method, path }) =>
      method === 'PUT' && path.includes('/manifests/sha256:') && refusals++ < 2 ? { status: 404 } : undefined,
    )
    await open().attach(staged, aSignatureSet(staged.digest))
    expect((await open().signatures(staged)).bundles).toHaveLength(2)
  })
})

describe('the fallback index', () => {
  const foreign = [
    {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: `sha256:${'f'.repeat(64)}`,
      size: 3,
      artifactType: 'a/b',
      platform: { os: '<x>' },
    },
    { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: `sha512:${'0'.repeat(128)}`, size: 4 },
  ]
  beforeEach(() => start({ referrers: false }))
  const plant = (content: object) => registry.plantManifest(REPOSITORY, tag(), JSON.stringify(content), INDEX)

  it('keeps the entries of others and its own other fields', async () => {
    plant({ schemaVersion: 2, mediaType: INDEX, manifests: foreign, annotations: { x: '1' } })
    registry.disturb(({ method, path }) => {
      // A real registry knows the foreign manifests; this one is told to look away.
      const isIndex = method === 'PUT' && path.endsWith(tag())
      if (isIndex) for (const { digest } of foreign) registry.plantManifest(REPOSITORY, digest, '{}')
      return undefined
    })
    await open().attach(staged, aSignatureSet(staged.digest))
    const index = stored(tag())
    expect(index.annotations).toEqual({ x: '1' })
    expect(index.manifests).toHaveLength(4)
    for (const entry of foreign) expect(index.manifests).toContainEqual(entry)
  })

  it('loses nothing when four write at once, where the registry compares', async () => {
    await registry.stop()
    await start({ referrers: false, etags: true, latencyMs: 3 })
    const writers = Array.from({ length: 4 }, (_, index) => `writer-${index}`)
    await Promise.all(writers.map((who) => open().attach(staged, aSignatureSet(staged.digest, who))))
    expect(registry.requests.filter(({ status }) => status === 412).length).toBeGreaterThan(0)
    const found = await open().signatures(staged)
    expect([found.legacy.length, found.bundles.length]).toEqual([4, 8])
  })

  it('is written without If-Match where ETags mean something else', async () => {
    await open().attach(staged, aSignatureSet(staged.digest, 'first'))
    let refused = 0
    registry.disturb(({ method, path }) => {
      if (!path.endsWith(tag())) return undefined
      if (method === 'GET')
        return { replace: (answer) => ({ ...answer, headers: { ...answer.headers, etag: '"cdn"' } }) }
      return method === 'PUT' && refused++ === 0 ? { status: 412 } : undefined
    })
    await open().attach(staged, aSignatureSet(staged.digest, 'second'))
    expect((await open().signatures(staged)).bundles).toHaveLength(4)
  })

  it('is written again when another writer dropped ours', async () => {
    const drops = { left: 2 }
    registry.disturb(({ method, path }) => {
      if (method === 'PUT' && path.endsWith(tag()) && drops.left-- > 0) return { status: 201 }
      return undefined
    })
    await open().attach(staged, aSignatureSet(staged.digest))
    expect(stored(tag()).manifests).toHaveLength(2)
  })

  it('that never keeps ours is a conflict in the end', async () => {
    registry.disturb(({ method, path }) => (method === 'PUT' && path.endsWith(tag()) ? { status: 201 } : undefined))
    expect((await caught(open().attach(staged, aSignatureSet(staged.digest)))).code).toBe('CONFLICT_SIGNATURES')
  })

  it('is not written where the registry takes its tag for the digest', async () => {
    await registry.stop()
    await start({ referrers: false, digestAliases: true })
    const failure = await caught(open().attach(staged, aSignatureSet(staged.digest)))
    expect(failure.code).toBe('REGISTRY_REFERRERS_REFUSED')
    expect(failure.message).toContain('delivers the chart itself')
    expect(registry.tags(REPOSITORY)).toEqual([`${tag()}.sig`])
    expect((await open().signatures(staged)).bundles).toEqual([])
  })

  it('that holds something else is not overwritten', async () => {
    registry.plantManifest(REPOSITORY, tag(), '{"an":"image"}')
    expect((await caught(open().attach(staged, aSignatureSet(staged.digest)))).code).toBe(
      'REGISTRY_SIGNATURE_TAG_FOREIGN',
    )
    expect(text(tag())).toBe('{"an":"image"}')
  })

  it('may list what is gone, or is no bundle: that is passed over', async () => {
    await open().attach(staged, aSignatureSet(staged.digest))
    const [gone] = stored(tag()).manifests as { digest: string }[]
    registry.removeManifest(REPOSITORY, gone?.digest ?? '')
    const oddity = registry.plantManifest(REPOSITORY, 'odd', '{"layers":[]}')
    const index = stored(tag())
    index.manifests.push({ ...index.manifests[0], digest: oddity })
    plant(index)
    expect((await open().signatures(staged)).bundles).toHaveLength(1)
  })

  it('cannot pass off the signature of another chart', async () => {
    const other = await open().stage(aPackagedChart({ version: '9.9.9' }))
    await open().attach(other, aSignatureSet(other.digest))
    const otherIndex = stored(other.digest.replace(':', '-'))
    plant(otherIndex)
    expect((await open().signatures(staged)).bundles).toEqual([])
  })
})
