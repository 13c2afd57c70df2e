import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  changesIn,
  errorsIn,
  errorsOf,
  publishedVersion,
  resultsOf,
  versionsOf,
} from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

let world: World

beforeAll(async () => {
  world = await aWorld({
    files: {
      ...aChart('app', '1.0.0'),
      ...aChart('app-server', '2.0.0', 'first', 'appVersion: "1"\n'),
      ...aChart('operator', 'v0.0.0 # VERSION'),
    },
    run: { entry: 'source' },
  })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

async function pushTag(
  tag: string,
  inputs: Readonly<Record<string, string>> = {},
  again = false,
): Promise<WorkflowRun> {
  if (!again) await world.repository.tag(tag)
  return world.release({ event: { name: 'push', ref: `refs/tags/${tag}` }, inputs })
}

describe('a run for the release tag of a chart', () => {
  it('releases that chart and no other, also where its name begins as theirs', async () => {
    const run = await pushTag('app-1.0.0')
    expect(run.exitCode).toBe(0)
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
    expect(run.summary).toContain('release.yml@refs/tags/app-1.0.0')
    const server = await pushTag('app-server-2.0.0')
    expect(resultsOf(server)).toEqual(['app-server 2.0.0 released'])
    expect(versionsOf(world.registry, 'app')).toEqual(['1.0.0'])
    expect(versionsOf(world.registry, 'operator')).toEqual([])
  })

  it('does nothing when it runs again', async () => {
    const from = world.registry.requests.length
    const run = await pushTag('app-1.0.0', {}, true)
    expect(resultsOf(run)).toEqual(['app 1.0.0 unchanged'])
    expect(changesIn(world.registry, from)).toEqual([])
  })

  it('is refused where Chart.yaml says another version', async () => {
    const run = await pushTag('app-9.9.9')
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toEqual(['TAG_VERSION_MISMATCH'])
    expect(errorsIn(run)[0]?.properties).toMatchObject({ file: 'charts/app/Chart.yaml', line: '4' })
    expect(errorsIn(run)[0]?.message).toMatch(/app-9\.9\.9.*9\.9\.9.*1\.0\.0/)
    expect(errorsIn(run)[0]?.message).toContain('version-from-tag: true')
    expect(versionsOf(world.registry, 'app')).toEqual(['1.0.0'])
  })

  it('takes the version from the tag with version-from-tag', async () => {
    const run = await pushTag('operator-v1.5.0', { 'version-from-tag': 'true' })
    expect(resultsOf(run)).toEqual(['operator v1.5.0 released'])
    expect(publishedVersion(world.registry, 'operator', 'v1.5.0')?.files['Chart.yaml']).toContain('version: v1.5.0')
    expect(await world.repository.remoteFile('charts/operator/Chart.yaml')).toContain('version: v0.0.0 # VERSION')
    expect(resultsOf(await pushTag('operator-v1.5.0', { 'version-from-tag': 'true' }, true))).toEqual([
      'operator v1.5.0 unchanged',
    ])
  })

  it('is refused where that version is published with other content', async () => {
    await world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
    await world.repository.git('push', '--quiet', '--delete', 'origin', 'app-1.0.0')
    const run = await pushTag('app-1.0.0')
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toEqual(['VERSION_TAKEN'])
  })
})

describe("a run for the application's tag", () => {
  it('releases with that appVersion, and leaves git as it is', async () => {
    const head = await world.repository.remote()
    const run = await pushTag('v1.2.3', { charts: 'charts/app-server', 'app-version': 'tag' })
    expect(resultsOf(run)).toEqual(['app-server 2.1.0 released'])
    expect(publishedVersion(world.registry, 'app-server', '2.1.0')?.files['Chart.yaml']).toContain('appVersion: v1.2.3')
    expect(await world.repository.remote()).toBe(head)
    const again = await pushTag('v1.2.3', { charts: 'charts/app-server', 'app-version': 'tag' }, true)
    expect(resultsOf(again)).toEqual(['app-server 2.1.0 unchanged'])
  })

  it('is what the next run of the branch goes by, which writes it to git', async () => {
    const from = versionsOf(world.registry, 'app-server')
    const run = await world.release({ inputs: { charts: 'charts/app-server', 'app-version': 'tag' } })
    expect([run.exitCode, resultsOf(run), run.outputs.released]).toEqual([0, ['app-server 2.1.0 unchanged'], 'false'])
    const file = await world.repository.remoteFile('charts/app-server/Chart.yaml')
    expect(file).toContain('version: 2.1.0')
    expect(file).toContain('appVersion: "v1.2.3"')
    expect(versionsOf(world.registry, 'app-server')).toEqual(from)
  })
})

describe('a run for any other tag', () => {
  it('is green, does nothing and says why', async () => {
    const from = world.registry.requests.length
    const run = await pushTag('nightly')
    expect(run.exitCode).toBe(0)
    expect(run.outputs.released).toBe('false')
    expect(changesIn(world.registry, from)).toEqual([])
    expect(run.annotations.map(({ message }) => message).join()).toMatch(/Tag nightly is neither/)
  })
})

describe('tag-template: none', () => {
  it('releases without git tags', async () => {
    const before = await world.repository.remoteTags()
    const run = await world.release({ inputs: { charts: 'charts/app', 'tag-template': 'none' } })
    expect(resultsOf(run)).toEqual(['app 1.0.1 released'])
    expect(await world.repository.remoteTags()).toEqual(before)
  })
})
