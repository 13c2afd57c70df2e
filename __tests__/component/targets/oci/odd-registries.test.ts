import { afterEach, describe, expect, it } from '@jest/globals'
import { openTarget } from '../../../../src/targets/registry.ts'
import { aPackagedChart, aSignatureSet } from '../../../support/charts/packaged-chart.ts'
import { caught } from '../../../support/registry/caught.ts'
import { aTargetContext } from '../../../support/registry/context.ts'
import { type RegistryOptions, startRegistry, type TestRegistry } from '../../../support/registry/registry.ts'
import { promoteOne } from '../../../support/values/promote.ts'

let registry: TestRegistry
afterEach(() => registry.stop())

async function start(options: RegistryOptions = {}): Promise<void> {
  registry = await startRegistry(options)
}
const settings = { registryUsername: 'robot', registryPassword: 'secret-of-the-robot' }
const open = () => openTarget(`oci://${registry.host}/acme`, aTargetContext({ settings: registry ? settings : {} }))
const chart = aPackagedChart()

describe('a registry that does not answer a HEAD', () => {
  const page = { status: 404, headers: { 'content-type': 'text/html' } }
  const refusals = [400, 401, 403, 405, 501].map((status) => ({ status }))

  it.each([...refusals, page])('is asked by GET: %j', async (refusal) => {
    await start({ referrers: false })
    registry.disturb(({ method }) => (method === 'HEAD' ? refusal : undefined))
    const target = open()
    const staged = await target.stage(chart)
    await target.attach(staged, aSignatureSet(staged.digest))
    expect((await promoteOne(target, staged)).changed).toBe(true)
    expect((await promoteOne(open(), staged)).changed).toBe(false)
    expect(await open().find(chart, { signatures: true })).toMatchObject({ state: 'present', signed: 'some' })
    const other = aPackagedChart({ archive: Buffer.from('other content') })
    expect((await caught(open().stage(other))).code).toBe('CONFLICT_TAG_TAKEN')
  })

  it('and not a GET either has given no answer', async () => {
    await start()
    const staged = await open().stage(chart)
    registry.disturb(({ path }) => (path.includes('/manifests/') ? { status: 403 } : undefined))
    expect((await caught(promoteOne(open(), staged))).code).toBe('REGISTRY_DENIED')
    expect(registry.tags('acme/app')).toEqual([])
  })
})

describe('a token server that is named by a relative address', () => {
  it('is the registry itself', async () => {
    await start({ auth: { kind: 'bearer', users: { robot: 'secret-of-the-robot' }, realm: '/token' } })
    const target = open()
    expect(await target.preflight([chart])).toEqual([])
    expect((await promoteOne(target, await target.stage(chart))).changed).toBe(true)
    expect(registry.issued.length).toBeGreaterThan(0)
  })
})

describe('an owner that does not exist', () => {
  it('is found in preflight, with a way out', async () => {
    await start()
    registry.disturb(({ method }) => (method === 'POST' ? { status: 404, body: '404 page not found' } : undefined))
    const [problem] = await open().preflight([chart])
    expect(problem?.code).toBe('REGISTRY_NOT_FOUND')
    expect(problem?.hint).toContain('check that "acme" exists on')
  })
})

describe('a published chart of which a part is gone', () => {
  it('is reported with a way out, and that way leads out', async () => {
    await start()
    const target = open()
    const staged = await target.stage(chart)
    await promoteOne(target, staged)
    registry.removeBlob('acme/app', chart.digest)
    const problem = await caught(target.fetch(staged))
    expect(problem.code).toBe('REGISTRY_NOT_FOUND')
    expect(problem.hint).toContain('delete the tag of this version there')
    registry.removeTag('acme/app', chart.version)
    const again = open()
    const restored = await again.stage(chart)
    expect(restored.digest).toBe(staged.digest)
    await promoteOne(again, restored)
    expect((await open().fetch(restored)).archiveDigest).toBe(chart.digest)
  })
})

describe('a registry that refuses manifests with a subject', () => {
  const old = { referrers: false, refusesSubject: 405 }
  const ask = () => open().signatureProblem?.([chart])
  const puts = () => registry.requests.filter(({ method }) => method === 'PUT')

  it.each([400, 405, 415, 422])(
    '(%d) is recognised before anything is signed, and nothing is left behind',
    async (status) => {
      await start({ ...old, refusesSubject: status })
      const problem = await ask()
      expect(problem?.code).toBe('REGISTRY_REFERRERS_REFUSED')
      expect(problem?.message).toContain(`answered ${status} (UNSUPPORTED`)
      expect(problem?.hint).toContain('sign: none')
      const content = [...registry.content().values()]
      expect(content.flatMap(({ manifests, blobs }) => [...manifests.keys(), ...blobs.keys()])).toEqual([])
    },
  )

  it.each([
    ['takes them', { referrers: false }],
    ['has the referrers API', {}],
  ])('is not seen in one that %s, where nothing is left behind either', async (_, options) => {
    await start(options)
    expect(await ask()).toBeUndefined()
    expect(registry.repositories().flatMap(registry.tags)).toEqual([])
    expect([...registry.content().values()].flatMap(({ manifests }) => [...manifests.keys()])).toEqual([])
    if (!('referrers' in options)) expect(puts()).toEqual([])
  })

  it.each([405, 500, 401])('is not seen in one that refuses every manifest (%d)', async (status) => {
    await start({ referrers: false })
    registry.disturb(({ method, path }) => (method === 'PUT' && path.includes('/manifests/') ? { status } : undefined))
    expect(await ask()).toBeUndefined()
  })

  it('that stores whatever it is sent gets it taken away again', async () => {
    await start({ referrers: false })
    const seen: string[] = []
    registry.disturb(({ method, path }) => {
      if (!path.includes('/manifests/')) return undefined
      seen.push(method)
      return { status: method === 'PUT' ? 201 : 202 }
    })
    expect(await ask()).toBeUndefined()
    expect(seen).toEqual(['PUT', 'DELETE'])
  })
})
