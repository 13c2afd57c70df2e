import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { changesIn, planOf, publishedVersion, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { aTemplate, threeCharts } from '../../../support/charts/three-charts.ts'
import type { Files } from '../../../support/git/repository.ts'
import { watchPushes } from '../../../support/git/watch.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

let world: World
let pushes: () => Promise<readonly string[]>

beforeAll(async () => {
  world = await aWorld({ files: threeCharts, run: { entry: 'source', inputs: { commit: 'none' } } })
  await world.release()
  pushes = await watchPushes(world.repository)
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const labels = 'charts/lib/templates/_labels.tpl'

async function commitAndRelease(files: Files): Promise<WorkflowRun> {
  const commit = await world.repository.commit('fix: something', files)
  const run = await world.release()
  expect(run.stdout).not.toContain('::error')
  expect(await world.repository.remote()).toBe(commit)
  return run
}

const filesOf = (name: string, version: string) => publishedVersion(world.registry, name, version)?.files ?? {}

describe('commit: none', () => {
  it('raises versions on the registry and leaves git as it is', async () => {
    const run = await commitAndRelease({ [labels]: `${threeCharts[labels]}# more\n` })
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 released', 'web 1.4.3 released'])
    expect((await pushes()).slice(1)).toEqual(['refs/tags/lib-0.3.1', 'refs/tags/web-1.4.3'])
  })

  it('puts the new version into the dependent, constraint and lock included', () => {
    const web = filesOf('web', '1.4.3')
    expect(web['charts/lib/Chart.yaml']).toContain('version: 0.3.1')
    expect(web['charts/lib/templates/_labels.tpl']).toContain('# more')
    expect(web['Chart.yaml']).toContain('version: 0.3.1')
    expect(web['Chart.lock']).toContain('version: 0.3.1')
  })

  it('has nothing to do in a second run, and knows what is published', async () => {
    const from = world.registry.requests.length
    const run = await world.release()
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 unchanged', 'web 1.4.3 unchanged'])
    expect(changesIn(world.registry, from)).toEqual([])
    expect(run.outputs.released).toBe('false')
    expect(planOf(run).charts.map(({ action }) => action)).toEqual(['leave', 'leave', 'leave'])
  })

  it('takes the published version of a library that stays for a dependent that changes', async () => {
    const template = threeCharts['charts/web/templates/configmap.yaml']
    const run = await commitAndRelease({ 'charts/web/templates/configmap.yaml': `${template}  more: text\n` })
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 unchanged', 'web 1.4.4 released'])
    expect(filesOf('web', '1.4.4')['charts/lib/Chart.yaml']).toContain('version: 0.3.1')
  })

  it('counts on from the highest published version, also back to content that an older one has', async () => {
    await commitAndRelease({ 'charts/db/templates/configmap.yaml': aTemplate('second') })
    const run = await commitAndRelease({ 'charts/db/templates/configmap.yaml': aTemplate('first') })
    expect(resultsOf(run)[0]).toBe('db 2.0.2 released')
    expect(filesOf('db', '2.0.2')['templates/configmap.yaml']).toBe(aTemplate('first'))
    expect(resultsOf(await world.release())[0]).toBe('db 2.0.2 unchanged')
  })

  it('takes a version that was raised by hand as it is', async () => {
    const run = await commitAndRelease({
      'charts/db/Chart.yaml': threeCharts['charts/db/Chart.yaml'].replace('2.0.0', '3.0.0'),
    })
    expect(resultsOf(run)[0]).toBe('db 3.0.0 released')
  })
})

describe('a maintenance branch', () => {
  it('stays on its own line', async () => {
    const { git, remote } = world.repository
    const main = await remote()
    await git('checkout', '--quiet', '-B', '2.x', 'main~1')
    await world.repository.write({ 'charts/db/templates/configmap.yaml': aTemplate('mended') })
    await git('commit', '--quiet', '--all', '--message', 'fix: an old version')
    await git('push', '--quiet', 'origin', '2.x')
    await git('checkout', '--quiet', 'main')
    const run = await world.release({ event: { name: 'push', ref: 'refs/heads/2.x' }, inputs: { branches: '2.x' } })
    expect(resultsOf(run)).toEqual(['db 2.0.3 released', 'lib 0.3.1 unchanged', 'web 1.4.4 unchanged'])
    expect(versionsOf(world.registry, 'db')).toEqual(['2.0.0', '2.0.1', '2.0.2', '2.0.3', '3.0.0'])
    expect(await remote()).toBe(main)
  })

  it('writes its bump to itself with commit: push', async () => {
    const { git, remote, remoteFile } = world.repository
    const main = await remote()
    await git('checkout', '--quiet', '2.x')
    await world.repository.write({ 'charts/db/templates/configmap.yaml': aTemplate('mended again') })
    await git('commit', '--quiet', '--all', '--message', 'fix: once more')
    await git('push', '--quiet', 'origin', '2.x')
    await git('checkout', '--quiet', 'main')
    const event = { name: 'push', ref: 'refs/heads/2.x' } as const
    const run = await world.release({ event, inputs: { commit: 'push', branches: '2.x' } })
    expect(resultsOf(run)[0]).toBe('db 2.0.4 released')
    expect(await remoteFile('charts/db/Chart.yaml', '2.x')).toContain('version: 2.0.4')
    expect(await remote()).toBe(main)
  })
})
