import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { changesIn, errorsOf, publishedVersion, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { repacked, replaceArchive } from '../../../support/charts/tamper.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { startRegistry, type TestRegistry } from '../../../support/registry/registry.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

let world: World
let second: TestRegistry

beforeAll(async () => {
  world = await aWorld({ helm: 3, files: aChart('app', '1.0.0', 'first'), run: { entry: 'source' } })
  second = await startRegistry()
})
afterAll(async () => {
  await Promise.all([world[Symbol.asyncDispose](), second.stop()])
})

const toBoth = () => world.release({ inputs: { targets: `${world.target}\noci://${second.host}/acme/charts` } })

/** Both registries hold the same bytes, signed. */
function expectEqual(version: string) {
  const [one, two] = [world.registry, second].map((registry) => publishedVersion(registry, 'app', version))
  expect(one?.digest).toMatch(/^sha256:/)
  expect(two?.digest).toBe(one?.digest)
  expect(two?.archiveDigest).toBe(one?.archiveDigest)
  expect([one?.signed, two?.signed]).toEqual([true, true])
}

describe('a second target', () => {
  it('is filled by a later run with the bytes of the first', async () => {
    await world.release()
    await world.repository.commit('docs: read me', { 'README.md': '# Charts\n' })
    const from = world.registry.requests.length
    const run = await toBoth()
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
    expectEqual('1.0.0')
    expect(changesIn(world.registry, from)).toEqual([])
  })

  it('gets the bytes of the first also where those are not what is packaged today', async () => {
    // As if another Helm, or an older release of this action, had packed them.
    const release = publishedVersion(world.registry, 'app', '1.0.0')
    second.removeTag('acme/charts/app', '1.0.0')
    second.removeManifest('acme/charts/app', release?.digest ?? '')
    const other = repacked(release?.archive ?? Buffer.alloc(0))
    expect(other.equals(release?.archive ?? Buffer.alloc(0))).toBe(false)
    replaceArchive(world.registry, 'app', '1.0.0', other)
    const run = await toBoth()
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
    expect(publishedVersion(second, 'app', '1.0.0')?.archive.equals(other)).toBe(true)
  })

  it('gets the same bytes as the first in one run', async () => {
    await world.repository.commit('fix: second', aChart('app', '1.0.0', 'second'))
    const run = await toBoth()
    expect(resultsOf(run)).toEqual(['app 1.0.1 released'])
    expect(JSON.parse(run.outputs.charts ?? '').charts[0].references).toHaveLength(2)
    expectEqual('1.0.1')
  })
})

describe('a second target that fails', () => {
  it('keeps everything as it is while it does not say what it holds', async () => {
    await world.repository.commit('fix: third', aChart('app', '1.0.1', 'third'))
    const from = world.registry.requests.length
    second.disturb(() => ({ status: 403 }))
    const run = await toBoth()
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toEqual(['TARGET_STATE_UNKNOWN'])
    expect(changesIn(world.registry, from)).toEqual([])
    expect(await world.repository.remoteFile('charts/app/Chart.yaml')).toContain('version: 1.0.1')
  })

  it('keeps the version from the first target, too, while it takes no uploads', async () => {
    second.disturb(({ method, path }) =>
      method === 'PUT' && path.includes('/manifests/') ? { status: 403 } : undefined,
    )
    const run = await toBoth()
    expect(run.exitCode).toBe(1)
    expect(resultsOf(run)).toEqual(['app 1.0.2 failed'])
    expect(errorsOf(run)).toEqual(['REGISTRY_DENIED'])
    expect(versionsOf(world.registry, 'app')).toEqual(['1.0.0', '1.0.1'])
    expect(await world.repository.remoteTags()).toEqual(['app-1.0.0', 'app-1.0.1'])
  })

  it('gets the same bytes from the run after', async () => {
    second.disturb(undefined)
    const run = await toBoth()
    expect(resultsOf(run)).toEqual(['app 1.0.2 released'])
    expectEqual('1.0.2')
  })

  it('gets them also where only its tag was missing', async () => {
    await world.repository.commit('fix: fourth', aChart('app', '1.0.2', 'fourth'))
    second.disturb(({ method, path }) =>
      method === 'PUT' && path.endsWith('/manifests/1.0.3') ? { status: 403 } : undefined,
    )
    const run = await toBoth()
    expect(run.exitCode).toBe(1)
    expect(versionsOf(world.registry, 'app')).toContain('1.0.3')
    expect(versionsOf(second, 'app')).not.toContain('1.0.3')
    second.disturb(undefined)
    expect(resultsOf(await toBoth())).toEqual(['app 1.0.3 released'])
    expectEqual('1.0.3')
  })
})
