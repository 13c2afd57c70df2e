import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import {
  changesIn,
  errorsIn,
  errorsOf,
  outcomesOf,
  publishedVersion,
  resultsOf,
} from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import type { Files } from '../../../support/git/repository.ts'
import { helmPush } from '../../../support/helm/helm-push.ts'
import { aWorld, type World, type WorldOptions } from '../../../support/run/world.ts'
import { everyResultOf, onPages } from '../../../support/scenes/half-released.ts'
import { buildPart, releasePart } from '../../../support/scenes/two-parts.ts'

let world: World
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

const CONFIG = '.github/release-charts.yaml'
const ON_LIB = 'dependencies:\n  - name: lib\n    version: ">=0.1.0"\n    repository: file://../lib\n'
const app = (version: string, text: string) => aChart('app', version, text, ON_LIB)
const lib = (version: string, text: string) => aChart('lib', version, text)
const site = (version: string, text: string) => aChart('site', version, text)

async function open(files: Files, inputs: Readonly<Record<string, string>>, more: WorldOptions = {}) {
  world = await aWorld({ files, run: { entry: 'source', inputs }, ...more })
}

async function release(message = '', files: Files = {}, inputs: Readonly<Record<string, string>> = {}) {
  if (message) await world.repository.commit(message, files)
  const run = await world.release({ inputs })
  return { run, told: [run.exitCode, ...resultsOf(run)] }
}

/** By `helm package` and `helm push`, of what is in the work tree and not in git. */
async function helmPublishes(files: Files) {
  await world.repository.write(files)
  await helmPush(world, join(world.repository.folder, 'charts/site'))
  await world.repository.git('checkout', '--quiet', '.')
}

describe('charts that wait beside charts that the action bumps', () => {
  const files = { ...app('1.0.0', 'first'), ...lib('0.3.0', 'first') }

  it('keep what holds them from being released, and are released with it once they are raised', async () => {
    await open({ ...files, [CONFIG]: 'charts:\n  lib: { bump: manual }\n' }, { bump: 'patch' })
    await release()
    const { run, told } = await release('fix: both', { ...app('1.0.0', 'second'), ...lib('0.3.0', 'second') })
    expect(told).toEqual([0, 'app 1.0.0 waiting', 'lib 0.3.0 waiting'])
    expect(outcomesOf(run).app?.reason).toBe(
      'changed since 1.0.0, not released: raise lib, which it depends on, to at least 0.3.1 (`version` in charts/lib/Chart.yaml)',
    )
    expect((await release('chore: lib', lib('0.3.1', 'second'))).told).toEqual([
      0,
      'app 1.0.1 released',
      'lib 0.3.1 released',
    ])
    expect(publishedVersion(world.registry, 'app', '1.0.1')?.files['charts/lib/Chart.yaml']).toContain('version: 0.3.1')
    expect((await release()).told).toEqual([0, 'app 1.0.1 unchanged', 'lib 0.3.1 unchanged'])
  })

  it('wait when a dependency is bumped, and are left alone by that', async () => {
    await open({ ...files, [CONFIG]: 'charts:\n  app: { bump: manual }\n' }, { bump: 'minor' })
    await release()
    const { run, told } = await release('feat: lib', lib('0.3.0', 'second'))
    expect(told).toEqual([0, 'app 1.0.0 waiting', 'lib 0.4.0 released'])
    expect(outcomesOf(run).app?.reason).toContain('not released: raise the version to at least 1.')
    expect((await release()).told).toEqual([0, 'app 1.0.0 waiting', 'lib 0.4.0 unchanged'])
    const raised = await release('chore: app', app('1.1.0', 'first'))
    expect(raised.told).toEqual([0, 'app 1.1.0 released', 'lib 0.4.0 unchanged'])
    expect((await release()).told).toEqual([0, 'app 1.1.0 unchanged', 'lib 0.4.0 unchanged'])
  })
})

describe('a chart that another tool published', () => {
  it('waits if its package is what git packages at the commit of its version, and is red otherwise', async () => {
    await open(site('1.0.0', 'first'), { bump: 'manual' })
    await helmPublishes({})
    const first = await world.repository.remote()
    await world.repository.commit('fix: one', site('1.0.0', 'second'))
    const { run, told } = await release('fix: two', site('1.0.0', 'third'))
    expect(told).toEqual([0, 'site 1.0.0 waiting'])
    expect(outcomesOf(run).site?.reason).toMatch(/^changed since 1\.0\.0, not released: .* 1\.0\.1 \(patch\)/)
    await world.repository.git('push', '--quiet', 'origin', `${first}:refs/tags/site-1.0.0`)
    expect((await release()).told).toEqual(told)
    await helmPublishes(site('1.0.0', 'theirs'))
    const after = await release()
    expect([after.told, errorsOf(after.run)]).toEqual([[1, 'site 1.0.0 failed'], ['VERSION_TAKEN']])
  })
})

describe('a chart that waits', () => {
  it('goes by its git tag if no target has its version, as a target that was added has not', async () => {
    await open(site('1.0.0', 'first'), { bump: 'manual' })
    await world.repository.tag('site-1.0.0')
    const { run, told } = await release('fix: site', site('1.0.0', 'second'))
    expect(told).toEqual([0, 'site 1.0.0 waiting'])
    expect(outcomesOf(run).site?.reason).toMatch(
      /^changed since the git tag of 1\.0\.0, which no target has, not released/,
    )
  })

  it('is green with a target that was added later, also in a shallow clone', async () => {
    await open(site('1.0.0', 'first'), { bump: 'manual' }, { others: [{}] })
    const [first = '', second = ''] = world.registries.map(({ host }) => `oci://${host}/acme/charts`)
    await release('', {}, { targets: first })
    await world.repository.commit('fix: site', site('1.0.0', 'second'))
    const run = await world.release({ depth: 1 })
    expect([run.exitCode, ...resultsOf(run)]).toEqual([0, 'site 1.0.0 waiting'])
    expect(outcomesOf(run).site?.reason).toContain(`changed since 1.0.0, which ${second} lacks, not released`)
    expect((await release('chore: site', site('1.0.1', 'second'))).told).toEqual([0, 'site 1.0.1 released'])
  })

  it('waits in another folder, too', async () => {
    await open(site('1.0.0', 'first'), { bump: 'manual' })
    await release()
    await world.repository.git('mv', 'charts/site', 'charts/web')
    const files = Object.fromEntries(
      Object.entries(site('1.0.0', 'second')).map(([path, text]) => [path.replace('charts/site', 'charts/web'), text]),
    )
    expect((await release('refactor: site is in web', files)).told).toEqual([0, 'site 1.0.0 waiting'])
  })

  it('waits with an appVersion that a rule asks for, which is written when the version is raised', async () => {
    const at = (version: string, tag: string) => ({
      ...aChart('site', version, 'first', 'appVersion: "1"\n'),
      'charts/site/values.yaml': `image:\n  tag: "${tag}"\n`,
    })
    await open(at('1.0.0', '1'), { bump: 'manual', 'app-version': 'values:image.tag' })
    await release()
    expect((await release('feat: 2', at('1.0.0', '2'))).told).toEqual([0, 'site 1.0.0 waiting'])
    const { run, told } = await release('chore: raise', at('1.1.0', '2'))
    expect(told).toEqual([0, 'site 1.1.0 released'])
    expect(outcomesOf(run).site?.appVersion).toBe('2')
    expect((await release()).told).toEqual([0, 'site 1.1.0 unchanged'])
  })

  it('changes nothing with bumps that stay out of git, or are proposed', async () => {
    await open(site('1.0.0', 'first'), { bump: 'manual' }, { github: {} })
    await release()
    const counted = async () => {
      const before = world.registry.requests.length
      await release()
      return world.registry.requests.length - before
    }
    const idle = await counted()
    await world.repository.commit('fix: site', site('1.0.0', 'second'))
    // The manifest, its archive, and whether the number to write is free; whose signatures there are does not matter.
    expect((await counted()) - idle).toBeLessThanOrEqual(3)
    const from = world.registry.requests.length
    for (const commit of ['none', 'pull-request', 'push'])
      expect((await release('', {}, { commit })).told).toEqual([0, 'site 1.0.0 waiting'])
    expect(changesIn(world.registry, from)).toEqual([])
  })

  it('has a release that an earlier run left unfinished finished, with the bytes of that', async () => {
    await open(site('1.0.0', 'first'), { bump: 'manual' }, { github: {} })
    const run = () =>
      world.release({
        inputs: { targets: `${world.target}\npages://gh-pages?packages=releases` },
        env: { GITHUB_SERVER_URL: world.github.webUrl },
        token: 'ghs_test',
      })
    world.github.disturb(({ method, path }) =>
      method === 'PATCH' && path.includes('/releases/') ? { status: 422, body: { message: 'no' } } : undefined,
    )
    expect((await run()).exitCode).toBe(1)
    world.github.disturb(undefined)
    await world.repository.commit('fix: site', site('1.0.0', 'second'))
    const finished = await run()
    expect([finished.exitCode, everyResultOf(finished)]).toEqual([0, ['site 1.0.0 released', 'site 1.0.0 waiting']])
    expect(await onPages(world, 'site')).toEqual({
      '1.0.0': publishedVersion(world.registry, 'site', '1.0.0')?.archiveDigest,
    })
    const after = await run()
    expect([after.exitCode, everyResultOf(after)]).toEqual([0, ['site 1.0.0 waiting']])
  })

  it('waits in both parts of a release', async () => {
    await open({ ...site('1.0.0', 'first'), ...lib('0.3.0', 'first') }, { bump: 'manual' })
    await helmPublishes({})
    await release()
    await world.repository.commit('fix: both', { ...site('1.0.0', 'second'), ...lib('0.3.1', 'second') })
    const built = await buildPart(world)
    expect([built.run.exitCode, ...resultsOf(built.run)]).toEqual([0, 'lib 0.3.1 planned', 'site 1.0.0 waiting'])
    const released = await releasePart(world, built)
    expect([released.exitCode, ...resultsOf(released)]).toEqual([0, 'lib 0.3.1 released', 'site 1.0.0 waiting'])
    expect(released.helmRan).toBe('')
  })
})

describe('a check under bump: manual', () => {
  const check = { mode: 'check' }

  it('is green for what is not raised, red for what is broken, too low or required', async () => {
    const values = (text: string) => ({ 'charts/site/values.yaml': text })
    await open({ ...site('1.0.0', 'first'), ...values('a: 1\n') }, { bump: 'manual' })
    await release()
    const gone = { ...site('1.0.0', '{{ .Values.b }}'), ...values('b: 1\n') }
    const green = await release('feat!: b', gone, check)
    expect([green.run.exitCode, green.run.summary.includes('not raised yet')]).toEqual([0, true])
    expect(green.run.summary).toContain('1 changed chart is not raised yet')
    const required = await release('', {}, { ...check, 'require-bump': 'true' })
    expect(errorsOf(required.run)).toEqual(['VERSION_NOT_RAISED'])
    const enough = /`version: (\S+)`/.exec(errorsIn(required.run)[0]?.message ?? '')?.[1] ?? ''
    expect(enough).toMatch(/^(?:1\.1|2\.0)\.0$/)
    const low = await release('chore: 1.0.1', { ...gone, ...site('1.0.1', '{{ .Values.b }}') }, check)
    expect(errorsOf(low.run)).toEqual(['VERSION_TOO_LOW'])
    expect((await release('chore: enough', site(enough, '{{ .Values.b }}'), check)).run.exitCode).toBe(0)
    const broken = await release('fix: broken', site('1.0.0', '{{ nonsense }}'), check)
    expect([broken.run.exitCode, errorsOf(broken.run)]).toEqual([1, [expect.stringMatching(/^CHART_/)]])
  })
})
