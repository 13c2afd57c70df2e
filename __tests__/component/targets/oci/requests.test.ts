import { afterEach, describe, expect, it } from '@jest/globals'
import type { Look } from '../../../../src/model/target.ts'
import { openTarget } from '../../../../src/targets/registry.ts'
import { aPackagedChart, aSignatureSet } from '../../../support/charts/packaged-chart.ts'
import { caught } from '../../../support/registry/caught.ts'
import { aTargetContext } from '../../../support/registry/context.ts'
import {
  type RegistryOptions,
  type SeenRequest,
  startRegistry,
  type TestRegistry,
} from '../../../support/registry/registry.ts'
import { promoteOne } from '../../../support/values/promote.ts'

let registry: TestRegistry
afterEach(() => registry.stop())

async function start(options: RegistryOptions = {}): Promise<void> {
  registry = await startRegistry(options)
}
const open = () => openTarget(`oci://${registry.host}/acme`, aTargetContext())
const onTag =
  (tag: string) =>
  ({ method, path }: SeenRequest) =>
    method === 'PUT' && path.endsWith(`/manifests/${tag}`)

describe('an idle chart', () => {
  it.each([
    ['costs three requests', true],
    // An index under the fallback tag outlives what it lists.
    ['costs four where bundles are listed under a tag', false],
  ])('%s', async (_, referrers) => {
    await start({ referrers })
    const charts = Array.from({ length: 12 }, (_, index) => aPackagedChart({ name: `app-${index}` }))
    const writer = open()
    for (const chart of charts) {
      const staged = await writer.stage(chart)
      await writer.attach(staged, aSignatureSet(staged.digest))
      await promoteOne(writer, staged)
    }
    const before = registry.requests.length
    const reader = open()
    const found = await Promise.all(charts.map((chart) => reader.find(chart, { signatures: true })))
    expect(found.every((each) => each.state === 'present' && each.signed === 'some')).toBe(true)
    // One look at /v2/, and one to learn that there is no API.
    const [learning, each] = referrers ? [1, 3] : [2, 4]
    expect(registry.requests.length - before).toBe(each * charts.length + learning)
  })

  it.each([true, false])(
    'costs two more where somebody asks whose signatures they are (referrers API: %s)',
    async (referrers) => {
      await start({ referrers })
      const chart = aPackagedChart()
      const writer = open()
      const staged = await writer.stage(chart)
      await writer.attach(staged, aSignatureSet(staged.digest))
      await promoteOne(writer, staged)
      const cost = async (look: Look) => {
        const before = registry.requests.length
        const found = await open().find(chart, look)
        return [found.state === 'present' && found.signed, registry.requests.length - before] as const
      }
      const [, plain] = await cost({ signatures: true })
      expect(await cost({ signatures: true, isOurs: async () => true })).toEqual(['some', plain + 2])
      // What is not ours may have ours below it, so all are read.
      expect(await cost({ signatures: true, isOurs: async () => false })).toEqual(['others', plain + 4])
      const other = { signatures: true, isOurs: async () => false, fingerprint: 'v1:other' }
      expect(await cost(other)).toEqual(['some', plain])
    },
  )

  it('that was never released costs one', async () => {
    await start()
    const reader = open()
    await Promise.all(['1.0.0', '1.0.1'].map((version) => reader.find({ name: 'app', version }, { signatures: true })))
    expect(registry.requests.map(({ path }) => path)).toEqual([
      '/v2/',
      '/v2/acme/app/manifests/1.0.0',
      '/v2/acme/app/manifests/1.0.1',
    ])
  })
})

describe('an upload', () => {
  it('is not made for what is there', async () => {
    await start()
    await open().stage(aPackagedChart())
    const before = registry.requests.length
    await open().stage(aPackagedChart())
    expect(new Set(registry.requests.slice(before).map(({ method }) => method))).toEqual(new Set(['GET', 'HEAD']))
  })

  it('that another host is to get is refused, with both named and nothing sent', async () => {
    await start()
    const elsewhere = await startRegistry()
    registry.disturb(({ method }) =>
      method === 'POST'
        ? { replace: (answer) => ({ ...answer, headers: { location: `${elsewhere.url}/v2/x/blobs/uploads/1` } }) }
        : undefined,
    )
    const failure = await caught(open().stage(aPackagedChart()))
    await elsewhere.stop()
    expect(failure.code).toBe('REGISTRY_UPLOAD_ELSEWHERE')
    expect(failure.message).toBe(`${registry.host} sends the upload to ${elsewhere.host}, which is another host`)
    expect(elsewhere.requests).toEqual([])
  })

  it.each([{}, { location: 'http://[' }])('without a place is refused: %j', async (headers) => {
    await start()
    registry.disturb(({ method }) => (method === 'POST' ? { status: 202, headers } : undefined))
    expect((await caught(open().stage(aPackagedChart()))).code).toBe('REGISTRY_ANSWER_INVALID')
  })

  it('whose answer was lost is not made twice', async () => {
    await start()
    let lost = 0
    registry.disturb(({ method, path }) =>
      method === 'PUT' && path.includes('uploads') && lost++ === 0 ? { reset: true, applied: true } : undefined,
    )
    const staged = await open().stage(aPackagedChart())
    expect(registry.manifest('acme/app', staged.digest)).toBeDefined()
  })

  it('to an absolute address on the same host is made', async () => {
    await start()
    registry.disturb(({ method }) =>
      method === 'POST'
        ? {
            replace: (answer) => ({
              ...answer,
              headers: { ...answer.headers, location: registry.url + answer.headers.location },
            }),
          }
        : undefined,
    )
    expect((await open().stage(aPackagedChart())).digest).toMatch(/^sha256:/)
  })
})

describe('the upload that is opened to see whether it may be', () => {
  const uploads = () =>
    registry.requests
      .filter(({ path }) => path.includes('/blobs/uploads/'))
      .map(({ method, status }) => `${method} ${status}`)
      .sort()

  it('takes the first blob', async () => {
    await start()
    const target = open()
    expect(await target.preflight([aPackagedChart()])).toEqual([])
    await target.stage(aPackagedChart())
    expect(uploads()).toEqual(['POST 202', 'POST 202', 'PUT 201', 'PUT 201'])
  })

  it.each([400, 403, 404])('and has ended meanwhile, as %d says, is followed by another', async (status) => {
    await start()
    const target = open()
    await target.preflight([aPackagedChart()])
    let puts = 0
    registry.disturb(({ method, path }) =>
      method === 'PUT' && path.includes('/uploads/') && puts++ === 0 ? { status } : undefined,
    )
    const staged = await target.stage(aPackagedChart())
    expect(registry.manifest('acme/app', staged.digest)).toBeDefined()
  })

  it('is given back where all is there already', async () => {
    await start()
    await open().stage(aPackagedChart())
    const before = uploads()
    const target = open()
    await target.preflight([aPackagedChart()])
    await target.stage(aPackagedChart())
    expect(uploads()).toEqual(['DELETE 204', ...before, 'POST 202'].sort())
  })

  it('is given back where another repository may not be written to', async () => {
    await start({
      onRequest: ({ method, path }) => (method === 'POST' && path.includes('/b/') ? { status: 403 } : undefined),
    })
    const charts = ['a', 'b', 'c'].map((name) => aPackagedChart({ name }))
    expect((await open().preflight(charts)).map(({ code }) => code)).toEqual(['REGISTRY_DENIED'])
    expect(uploads()).toEqual(['DELETE 204', 'DELETE 204', 'POST 202', 'POST 202', 'POST 403'])
  })
})

describe('what this run saw to be absent', () => {
  const questions = () => registry.requests.filter(({ method }) => method === 'HEAD').map(({ path }) => path)

  it('is not asked for again before it is stored, and again before it becomes visible', async () => {
    await start()
    const target = open()
    const chart = aPackagedChart()
    expect((await target.find(chart)).state).toBe('absent')
    expect(await target.versions(chart.name)).toEqual([])
    const staged = await target.stage(chart)
    await target.attach(staged, aSignatureSet(staged.digest))
    expect(questions()).toEqual([`/v2/acme/app/manifests/${staged.digest}`])
    registry.plantManifest('acme/app', chart.version, '{"somebody": "else"}')
    expect((await caught(promoteOne(target, staged))).code).toBe('CONFLICT_TAG_TAKEN')
  })
})

describe('a tag', () => {
  it('that is immutable is written once and then left alone', async () => {
    await start({ immutableTags: true, referrers: false })
    const target = open()
    const staged = await target.stage(aPackagedChart())
    await target.attach(staged, aSignatureSet(staged.digest))
    expect((await promoteOne(target, staged)).changed).toBe(true)
    expect((await promoteOne(open(), staged)).changed).toBe(false)
  })

  it('that is immutable takes no second signature, and the error says why', async () => {
    await start({ immutableTags: true })
    const target = open()
    const staged = await target.stage(aPackagedChart())
    await target.attach(staged, aSignatureSet(staged.digest))
    const failure = await caught(target.attach(staged, aSignatureSet(staged.digest, 'another')))
    expect([failure.kind, failure.code]).toEqual(['conflict', 'CONFLICT_TAG_PROTECTED'])
    expect(failure.hint).toContain('sha256-')
  })

  it.each([
    [
      'ECR',
      400,
      'TAG_INVALID',
      "The image tag '1.2.3' already exists in the 'app' repository and cannot be overwritten because the repository is immutable.",
    ],
    ['Harbor', 412, 'PRECONDITION', 'Failed to process request due to app:1.2.3 configured as immutable.'],
    ['ACR', 405, 'UNSUPPORTED', 'The operation is disallowed on this registry, repository or image'],
    ['Alibaba', 403, 'DENIED', 'The requested tag already exists and cannot be overwritten.'],
    ['Google', 400, 'FAILED_PRECONDITION', 'cannot update tag 1.2.3. The repository has enabled tag immutability'],
    ['Nexus', 400, 'BAD_REQUEST', 'Repository does not allow updating assets: charts'],
    [
      'a newer Nexus',
      400,
      'BAD_REQUEST',
      '1.2.3 - cannot be updated as asset already exists and redeploy is not allowed',
    ],
    ['a conflict', 409, 'CONFLICT', 'no'],
  ])('that %s protects is a conflict', async (_, status, code, message) => {
    await start()
    registry.disturb((request) =>
      onTag('1.2.3')(request) ? { status, body: { errors: [{ code, message }] } } : undefined,
    )
    const target = open()
    const failure = await caught(promoteOne(target, await target.stage(aPackagedChart())))
    expect([failure.kind, failure.code]).toEqual(['conflict', 'CONFLICT_TAG_PROTECTED'])
    expect(failure.message).toContain(message.slice(0, 40))
  })

  it('that is refused for another reason is told with that reason', async () => {
    await start()
    const body = { errors: [{ code: 'DENIED', message: 'quota exceeded' }] }
    registry.disturb((request) => (onTag('1.2.3')(request) ? { status: 403, body } : undefined))
    const target = open()
    const failure = await caught(promoteOne(target, await target.stage(aPackagedChart())))
    expect([failure.code, failure.message]).toEqual([
      'REGISTRY_DENIED',
      `acme/app:1.2.3 could not be written: ${registry.host} answered 403 (DENIED: quota exceeded)`,
    ])
  })

  it('that no space is left for is no conflict, also under the status of one', async () => {
    await start()
    const message = 'adding 1 MiB of storage resource, which will exceed the configured upper limit of 1 MiB.'
    const body = { errors: [{ code: 'DENIED', message }] }
    registry.disturb((request) => (onTag('1.2.3')(request) ? { status: 412, body } : undefined))
    const target = open()
    const failure = await caught(promoteOne(target, await target.stage(aPackagedChart())))
    expect(failure).toMatchObject({ code: 'REGISTRY_FAILED', hint: expect.stringContaining('quota') })
  })

  it('that somebody wrote in the same moment is noticed', async () => {
    await start({
      onTag: (repository, tag) => {
        const foreign = JSON.stringify({ schemaVersion: 2, config: {}, layers: [] })
        if (tag === '1.2.3') registry.plantManifest(repository, tag, foreign)
      },
    })
    const target = open()
    const failure = await caught(promoteOne(target, await target.stage(aPackagedChart())))
    expect(failure.code).toBe('CONFLICT_TAG_TAKEN')
  })

  it('that the registry took and does not have is no success', async () => {
    await start()
    registry.disturb((request) => (onTag('1.2.3')(request) ? { status: 201 } : undefined))
    const target = open()
    expect((await caught(promoteOne(target, await target.stage(aPackagedChart())))).code).toBe(
      'REGISTRY_ANSWER_INVALID',
    )
  })

  it('that was stored under another digest is no success', async () => {
    await start()
    const wrong = `sha256:${'0'.repeat(64)}`
    registry.disturb(({ method, path }) =>
      method === 'PUT' && path.includes('/manifests/sha256:')
        ? { replace: (answer) => ({ ...answer, headers: { ...answer.headers, 'docker-content-digest': wrong } }) }
        : undefined,
    )
    const failure = await caught(open().stage(aPackagedChart()))
    expect([failure.code, failure.message.includes(wrong)]).toEqual(['REGISTRY_ANSWER_INVALID', true])
  })

  it('that holds something else than a chart is unknown', async () => {
    await start()
    for (const content of ['{"schemaVersion":2,"manifests":[]}', 'not json', '[]', '{"config":{"mediaType":"x"}}']) {
      registry.plantManifest('acme/app', '1.2.3', content)
      const found = await open().find(aPackagedChart())
      expect(found.state === 'unknown' && found.why.code).toBe('REGISTRY_NOT_A_CHART')
    }
  })
})

describe('a list of versions', () => {
  it('is read to its last page, without what is no version', async () => {
    await start({ pageSize: 2 })
    const tags = [
      '1.0.0',
      '1.0.1-rc.1',
      '1.0.2_b1',
      'v2.0.0',
      'latest',
      '1.0',
      '01.0.0',
      `sha256-${'a'.repeat(64)}`,
      `sha256-${'a'.repeat(64)}.sig`,
    ]
    for (const tag of tags) registry.plantManifest('acme/app', tag, '{}')
    expect([...(await open().versions('app'))].sort()).toEqual(['1.0.0', '1.0.1-rc.1', '1.0.2+b1', 'v2.0.0'])
  })

  it.each([
    ['in a circle', '</v2/acme/app/tags/list?n=1000>; rel="next"', 'a list that does not end'],
    ['for ever', undefined, 'a list that does not end'],
    ['to another host', '<https://evil.example/v2/acme/app/tags/list>; rel="next"', 'continues a list on evil.example'],
  ])('that leads %s is refused', async (_, link, text) => {
    await start()
    registry.plantManifest('acme/app', '1.0.0', '{}')
    let page = 0
    registry.disturb(({ path }) => {
      if (!path.includes('/tags/list')) return undefined
      const next = link ?? `</v2/acme/app/tags/list?n=1000&last=${page++}>; rel="next"`
      return { replace: (answer) => ({ ...answer, headers: { ...answer.headers, link: next } }) }
    })
    const failure = await caught(open().versions('app'))
    expect([failure.code, failure.message]).toEqual(['REGISTRY_ANSWER_INVALID', expect.stringContaining(text)])
  })

  it('may be null, and nothing else that is no list', async () => {
    await start()
    registry.plantManifest('acme/app', '1.0.0', '{}')
    const listing = (body: unknown) =>
      registry.disturb(({ path }) => (path.includes('/tags/') ? { status: 200, body } : undefined))
    listing({ name: 'acme/app', tags: null })
    expect(await open().versions('app')).toEqual([])
    listing({ name: 'acme/app', tags: 'all of them' })
    expect((await caught(open().versions('app'))).code).toBe('REGISTRY_ANSWER_INVALID')
  })
})

describe('reading back', () => {
  it('refuses an archive that says it is larger than any chart, without reading it', async () => {
    await start()
    const target = open()
    const staged = await target.stage(aPackagedChart())
    const manifest = JSON.parse(registry.manifest('acme/app', staged.digest)?.bytes.toString() ?? '')
    manifest.layers[0].size = 200_000_000
    const digest = registry.plantManifest('acme/app', 'x', JSON.stringify(manifest)) as typeof staged.digest
    expect((await caught(target.fetch({ ref: staged.ref, digest }))).code).toBe('REMOTE_TOO_LARGE')
  })

  it('refuses a size that does not fit', async () => {
    await start()
    const target = open()
    const staged = await target.stage(aPackagedChart())
    const manifest = JSON.parse(registry.manifest('acme/app', staged.digest)?.bytes.toString() ?? '')
    manifest.layers[0].size += 1
    const digest = registry.plantManifest('acme/app', 'x', JSON.stringify(manifest)) as typeof staged.digest
    expect((await caught(target.fetch({ ref: staged.ref, digest }))).code).toBe('REGISTRY_DIGEST_MISMATCH')
  })

  it('says what is missing', async () => {
    await start()
    const target = open()
    const staged = await target.stage(aPackagedChart())
    registry.removeBlob('acme/app', aPackagedChart().digest)
    expect((await caught(target.fetch(staged))).code).toBe('REGISTRY_NOT_FOUND')
    registry.removeManifest('acme/app', staged.digest)
    expect((await caught(target.fetch(staged))).message).toContain(`${staged.digest} is not there`)
  })
})
