import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { changesIn, publishedVersion, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

let world: World

beforeAll(async () => {
  world = await aWorld({
    files: { ...aChart('app', '1.0.0', 'first', 'appVersion: "1.0.0"\n'), 'src/main.go': 'package main\n' },
    run: { entry: 'source', inputs: { 'app-version': 'tag' } },
  })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

async function pushTag(tag: string, commit?: string): Promise<WorkflowRun> {
  await world.repository.tag(tag, commit)
  return runTag(tag)
}

const runTag = (tag: string) => world.release({ event: { name: 'push', ref: `refs/tags/${tag}` } })
const appVersionOf = (version: string) =>
  /^appVersion: (.*)$/m.exec(publishedVersion(world.registry, 'app', version)?.files['Chart.yaml'] ?? '')?.[1]
const code = (text: string) => world.repository.commit('feat: code', { 'src/main.go': `package ${text}\n` })

describe('app-version: tag before there is a tag', () => {
  it('leaves appVersion as it is, and says so', async () => {
    const run = await world.release()
    expect([run.exitCode, resultsOf(run)]).toEqual([0, ['app 1.0.0 released']])
    expect(appVersionOf('1.0.0')).toBe('1.0.0')
    expect(run.stdout).toContain('No release of the application is tagged like `v*`')
    expect(run.summary).toContain('leaves the appVersion of app as it is')
    const again = await world.release()
    expect([again.exitCode, resultsOf(again)]).toEqual([0, ['app 1.0.0 unchanged']])
  })
})

describe('tags of the application', () => {
  it('give charts versions in the order of what they ship, whenever they are made', async () => {
    expect(resultsOf(await pushTag('v1.1.0'))).toEqual(['app 1.1.0 released'])
    const maintained = await world.repository.remote()
    await code('next')
    expect(resultsOf(await pushTag('v1.2.0'))).toEqual(['app 1.2.0 released'])
    const { git } = world.repository
    await git('checkout', '--quiet', '-b', 'release-1.1', maintained ?? '')
    await git('commit', '--quiet', '--allow-empty', '--message', 'fix: code')
    await git('push', '--quiet', 'origin', 'release-1.1')
    const fix = await git('rev-parse', 'HEAD')
    await git('checkout', '--quiet', 'main')
    expect(resultsOf(await pushTag('v1.1.1', fix))).toEqual(['app 1.1.1 released'])
    expect(versionsOf(world.registry, 'app').map((version) => `${version} ${appVersionOf(version)}`)).toEqual([
      '1.0.0 1.0.0',
      '1.1.0 v1.1.0',
      '1.1.1 v1.1.1',
      '1.2.0 v1.2.0',
    ])
  })

  it('give a pre-release of the application a pre-release of the chart', async () => {
    await code('candidate')
    expect(resultsOf(await pushTag('v1.3.0-rc.1'))).toEqual(['app 1.3.0-rc.1 released'])
    expect(appVersionOf('1.3.0-rc.1')).toBe('v1.3.0-rc.1')
  })

  it.each([
    ['v1.1.0', '1.1.0'],
    ['v1.3.0-rc.1', '1.3.0-rc.1'],
  ])('release nothing when the run of %s runs again', async (tag, version) => {
    const from = world.registry.requests.length
    const run = await runTag(tag)
    expect([run.outputs.released, resultsOf(run)]).toEqual(['false', [`app ${version} unchanged`]])
    expect(changesIn(world.registry, from)).toEqual([])
  })
})

describe('the run of the branch after them', () => {
  it('writes what the newest release has to git, and does not call that a release', async () => {
    const from = world.registry.requests.length
    const run = await world.release({ inputs: { 'packages-dir': '.packages' } })
    expect([run.exitCode, resultsOf(run), run.outputs.released]).toEqual([0, ['app 1.2.0 unchanged'], 'false'])
    expect(run.summary).toContain(
      'Nothing to release: the chart is published as it stands; 1 published version written to git.',
    )
    expect(run.summary).toContain('1.2.0 is published with this content; Chart.yaml gets that version')
    expect(run.stdout).not.toContain('Pushed:')
    expect(run.outputs.packages).toBe('[]')
    expect(changesIn(world.registry, from)).toEqual([])
    const file = await world.repository.remoteFile('charts/app/Chart.yaml')
    expect(file).toContain('version: 1.2.0\nappVersion: "v1.2.0"')
    expect(resultsOf(await world.release())).toEqual(['app 1.2.0 unchanged'])
  })

  it('counts a change of the chart on from there', async () => {
    const file = await world.repository.remoteFile('charts/app/Chart.yaml')
    await world.repository.commit('fix: chart', { ...aChart('app', '1.2.0', 'second'), 'charts/app/Chart.yaml': file })
    expect(resultsOf(await world.release())).toEqual(['app 1.2.1 released'])
    expect(appVersionOf('1.2.1')).toBe('v1.2.0')
  })
})

describe('a tag whose chart would overtake later ones', () => {
  it('is refused, with the version that would do', async () => {
    const { git } = world.repository
    await git('checkout', '--quiet', 'release-1.1')
    await world.repository.write(aChart('app', '1.0.0', 'third', 'appVersion: "1.0.0"\n'))
    await world.repository.write({ 'charts/app/values.yaml': 'added: 1\n' })
    await git('add', '--all')
    await git('commit', '--quiet', '--message', 'feat: chart')
    await git('push', '--quiet', 'origin', 'release-1.1')
    const commit = await git('rev-parse', 'HEAD')
    await git('checkout', '--quiet', 'main')
    const run = await pushTag('v1.1.2', commit)
    expect(run.exitCode).toBe(1)
    expect(run.summary).toMatch(
      /app with appVersion v1\.1\.2 must stay below 1\.2\.0, which ships v1\.2\.0.*VERSION_OUT_OF_ORDER/,
    )
    expect(run.summary).toContain('version: 1.1.2')
  })
})
