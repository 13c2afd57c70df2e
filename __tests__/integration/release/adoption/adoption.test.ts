import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  changesIn,
  errorsOf,
  isSigned,
  outcomesOf,
  planOf,
  publishedVersion,
  resultsOf,
  versionsOf,
} from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { helmPush } from '../../../support/helm/helm-push.ts'
import { startRegistry } from '../../../support/registry/registry.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

let world: World

beforeAll(async () => {
  world = await aWorld({
    files: {
      ...aChart('app', '1.0.0', 'first', 'appVersion: "1"\n'),
      ...aChart('other', '1.0.0', 'first'),
      ...aChart('third', '1.0.0'),
    },
    run: { entry: 'source', inputs: { charts: 'charts/app' } },
  })
  await helmPush(world, join(world.repository.folder, 'charts/app'))
  await helmPush(world, join(world.repository.folder, 'charts/other'))
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const published = (version: string) => publishedVersion(world.registry, 'app', version)

describe('a chart that helm push published before, with the same content', () => {
  it('is left alone and reported', async () => {
    const from = world.registry.requests.length
    const run = await world.release()
    expect(run.exitCode).toBe(0)
    expect(resultsOf(run)).toEqual(['app 1.0.0 unchanged'])
    expect(outcomesOf(run).app).toMatchObject({ signed: false, reason: expect.stringMatching(/by another tool/) })
    expect(planOf(run).charts[0]?.evidence[0]?.state).toBe('unadopted')
    expect(changesIn(world.registry, from)).toEqual([])
    expect(published('1.0.0')?.signed).toBe(false)
  })

  it('stays as it is when another target gets it', async () => {
    const second = await startRegistry()
    try {
      const from = world.registry.requests.length
      const run = await world.release({ inputs: { targets: `${world.target}\noci://${second.host}/acme/charts` } })
      expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
      const copy = publishedVersion(second, 'app', '1.0.0')
      expect(copy?.archiveDigest).toBe(published('1.0.0')?.archiveDigest)
      expect(copy?.signed).toBe(true)
      expect(changesIn(world.registry, from)).toEqual([])
    } finally {
      await second.stop()
    }
  })

  it('is signed with adopt: true, and not touched', async () => {
    const before = published('1.0.0')?.digest ?? ''
    const run = await world.release({ inputs: { adopt: 'true' } })
    expect(resultsOf(run)).toEqual(['app 1.0.0 completed'])
    expect(published('1.0.0')?.digest).toBe(before)
    expect(isSigned(world.registry, 'acme/charts/app', before)).toBe(true)
    const from = world.registry.requests.length
    const again = await world.release({ inputs: { adopt: 'true' } })
    expect(resultsOf(again)).toEqual(['app 1.0.0 unchanged'])
    expect(changesIn(world.registry, from)).toEqual([])
  })

  it('then costs what one of ours costs: five requests, and none for the package', async () => {
    const from = world.registry.requests.length
    expect(resultsOf(await world.release())).toEqual(['app 1.0.0 unchanged'])
    const asked = world.registry.requests.slice(from).filter(({ path }) => path.includes('/charts/app/'))
    expect(
      asked
        .map(({ method, path }) => `${method} ${path.replace(/.*\/charts\/app\//, '').replace(/sha256.*/, '…')}`)
        .sort(),
    ).toEqual(['GET blobs/…', 'GET manifests/1.0.0', 'GET manifests/…', 'GET referrers/…', 'HEAD manifests/…'])
  })

  it('is adopted once with sign: none, where nothing is to be signed', async () => {
    await helmPush(world, join(world.repository.folder, 'charts/third'))
    const inputs = { charts: 'charts/third', adopt: 'true', sign: 'none' }
    expect(resultsOf(await world.release({ inputs }))).toEqual(['third 1.0.0 completed'])
    expect(resultsOf(await world.release({ inputs }))).toEqual(['third 1.0.0 unchanged'])
  })
})

describe('a chart that helm push published before, with other content', () => {
  it('is left by a git tag that somebody moved, which the run says, and never signed or copied for it', async () => {
    const { git, commit } = world.repository
    await commit('fix: other', aChart('other', '1.0.0', 'second'))
    await git('push', '--quiet', 'origin', 'HEAD:refs/tags/other-1.0.0')
    const inputs = { charts: 'charts/other', bump: 'none' }
    const left = await world.release({ inputs })
    expect(outcomesOf(left).other).toMatchObject({
      result: 'unchanged',
      reason: expect.stringMatching(/by git tag other-1\.0\.0$/),
    })
    const adopting = await world.release({ inputs: { ...inputs, adopt: 'true' } })
    const second = await startRegistry()
    try {
      const targets = `${world.target}\noci://${second.host}/acme/charts`
      const copying = await world.release({ inputs: { ...inputs, targets } })
      expect([adopting, copying].map(errorsOf)).toEqual([['VERSION_TAKEN'], ['VERSION_TAKEN']])
      expect(versionsOf(second, 'other')).toEqual([])
    } finally {
      await second.stop()
    }
    expect(publishedVersion(world.registry, 'other', '1.0.0')?.signed).toBe(false)
    await git('push', '--quiet', 'origin', ':refs/tags/other-1.0.0')
  })

  it('gets a version of its own, also with adopt: true', async () => {
    const before = publishedVersion(world.registry, 'other', '1.0.0')
    const run = await world.release({ inputs: { charts: 'charts/other', adopt: 'true' } })
    expect(resultsOf(run)).toEqual(['other 1.0.1 released'])
    expect(publishedVersion(world.registry, 'other', '1.0.0')).toEqual(before)
    expect(before?.signed).toBe(false)
  })
})

describe('a git tag of the version on a commit that is no ancestor', () => {
  /** Tags a commit beside the branch, as release branches and squashed pull requests leave them. */
  async function tagBeside(tag: string, text: string) {
    const { git, write } = world.repository
    await git('checkout', '--quiet', '--detach', 'main')
    await write(aChart('app', tag.replace('app-', ''), text, 'appVersion: "1"\n'))
    await git('commit', '--quiet', '--all', '--message', 'chore: beside')
    await git('push', '--quiet', 'origin', `HEAD:refs/tags/${tag}`)
    await git('checkout', '--quiet', '--force', 'main')
  }

  it('holds the claim where the content is the same', async () => {
    await tagBeside('app-1.1.0', 'second')
    await world.repository.commit('fix: app', aChart('app', '1.1.0', 'second', 'appVersion: "1"\n'))
    const before = await world.repository.remote('refs/tags/app-1.1.0')
    const run = await world.release()
    expect(resultsOf(run)).toEqual(['app 1.1.0 released'])
    expect(await world.repository.remote('refs/tags/app-1.1.0')).toBe(before)
  })

  it('takes the version where the content is another', async () => {
    await tagBeside('app-1.2.0', 'theirs')
    await world.repository.commit('fix: app', aChart('app', '1.2.0', 'ours', 'appVersion: "1"\n'))
    const refused = await world.release({ inputs: { bump: 'none' } })
    expect(errorsOf(refused)).toEqual(['VERSION_TAKEN'])
    const run = await world.release()
    expect(resultsOf(run)).toEqual(['app 1.2.1 released'])
    expect(outcomesOf(run).app?.reason).toMatch(/tag/)
    expect(versionsOf(world.registry, 'app')).toEqual(['1.0.0', '1.1.0', '1.2.1'])
  })
})
