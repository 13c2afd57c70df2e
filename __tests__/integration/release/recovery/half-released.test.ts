import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsOf, publishedVersion } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import type { RunOptions } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { everyResultOf, inRegistry, onPages, recordsIn } from '../../../support/scenes/half-released.ts'

const chart = (text: string) => aChart('app', '1.0.0', text)

describe('a version that came to the registry and not to GitHub Releases and its index', () => {
  let world: World

  beforeAll(async () => {
    world = await aWorld({ files: chart('first'), github: {}, run: { entry: 'source' } })
  })
  afterAll(async () => {
    await world[Symbol.asyncDispose]()
  })

  const release = (options: RunOptions = {}) =>
    world.release({
      ...options,
      inputs: { targets: `${world.target}\npages://gh-pages?packages=releases`, ...options.inputs },
      env: { GITHUB_SERVER_URL: world.github.webUrl },
      token: 'ghs_test',
    })

  const refusePublishing = () =>
    world.github.disturb(({ method, path }) =>
      method === 'PATCH' && path.includes('/releases/')
        ? { status: 422, body: { message: 'Validation Failed' } }
        : undefined,
    )

  it('is written down as unfinished', async () => {
    refusePublishing()
    const run = await release()
    world.github.disturb(undefined)
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['GITHUB_RELEASE_FAILED']])
    const places = `it is on ${world.target}; it is not on pages://gh-pages?packages=releases`
    expect(run.stdout).toContain(`app 1.0.0 is half released: ${places}: GitHub did not publish release`)
    expect(inRegistry(world, 'app')).toEqual(['1.0.0'])
    expect(await onPages(world, 'app')).toEqual({})
    expect(await recordsIn(world)).toEqual([expect.stringMatching(/unfinished\/app-1\.0\.0-[0-9a-f]{16}$/)])
  })

  it('is finished with the same bytes by the next run, although a newer commit changed the chart', async () => {
    await world.repository.commit('fix: app', chart('second'))
    const run = await release()
    expect(everyResultOf(run)).toEqual(['app 1.0.0 released', 'app 1.0.1 released'])
    expect(run.exitCode).toBe(0)
    const index = await onPages(world, 'app')
    expect(Object.keys(index).sort()).toEqual(['1.0.0', '1.0.1'])
    for (const version of ['1.0.0', '1.0.1'])
      expect(index[version]).toBe(publishedVersion(world.registry, 'app', version)?.archiveDigest)
    expect(world.github.releases.map(({ tag, draft }) => `${tag} ${draft}`).sort()).toEqual([
      'app-1.0.0 false',
      'app-1.0.1 false',
    ])
    expect(await recordsIn(world)).toEqual([])
  })
})
