import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  changesIn,
  errorsIn,
  errorsOf,
  outcomesOf,
  planOf,
  publishedVersion,
  resultsOf,
  versionsOf,
} from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import type { Files } from '../../../support/git/repository.ts'
import { helmPush } from '../../../support/helm/helm-push.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const ON_LIB = 'dependencies:\n  - name: lib\n    version: ">=0.1.0"\n    repository: file://../lib\n'
const app = (version: string, text: string) => aChart('app', version, text, ON_LIB)
const lib = (version: string, text: string) => aChart('lib', version, text)
const site = (version: string, text: string) => aChart('site', version, text)

let world: World

beforeAll(async () => {
  const files = { ...app('1.0.0', 'first'), ...lib('0.3.0', 'first'), ...site('1.0.0', 'first') }
  world = await aWorld({ files, run: { entry: 'source', inputs: { bump: 'manual' } } })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

async function commitAndRelease(message: string, files: Files, inputs: Readonly<Record<string, string>> = {}) {
  if (Object.keys(files).length > 0) await world.repository.commit(message, files)
  const head = await world.repository.remote()
  const from = world.registry.requests.length
  const run: WorkflowRun = await world.release({ inputs })
  const isQuiet = changesIn(world.registry, from).length === 0 && (await world.repository.remote()) === head
  return { run, exit: run.exitCode, results: resultsOf(run), isQuiet }
}

const noticesOf = (run: WorkflowRun) =>
  run.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message)
const warningsOf = (run: WorkflowRun) =>
  run.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)

describe('ten commits of a repository that raises versions by hand', () => {
  it('releases what is not published yet at once', async () => {
    const { exit, results } = await commitAndRelease('', {})
    expect([exit, results]).toEqual([0, ['app 1.0.0 released', 'lib 0.3.0 released', 'site 1.0.0 released']])
  })

  it('releases nothing for a change, and says at its line what to write', async () => {
    const { run, exit, results, isQuiet } = await commitAndRelease('fix: app', app('1.0.0', 'second'))
    expect([exit, isQuiet, run.outputs.released]).toEqual([0, true, 'false'])
    expect(results).toEqual(['app 1.0.0 waiting', 'lib 0.3.0 unchanged', 'site 1.0.0 unchanged'])
    expect(outcomesOf(run).app?.reason).toMatch(
      /^changed since 1\.0\.0, not released: raise the version to at least 1\.0\.1 \(patch\); /,
    )
    expect(noticesOf(run)).toContainEqual(expect.stringMatching(/^app changed since 1\.0\.0, not released: raise/))
    expect(run.annotations[0]?.properties).toMatchObject({ file: 'charts/app/Chart.yaml', line: '4' })
    expect(run.summary).toContain('1 chart changed and not released')
    const planned = planOf(run).charts.find(({ name }) => name === 'app')
    expect(planned).toMatchObject({ action: 'wait', version: '1.0.0', needsAtLeast: '1.0.1' })
    expect(planned?.bump).toEqual({ setting: 'manual', source: 'input', level: 'patch' })
  })

  it('counts all changes since the release for the level', async () => {
    const { run, exit } = await commitAndRelease('feat: replicas', {
      'charts/app/values.yaml': 'replicas: 1\n',
    })
    expect(exit).toBe(0)
    expect(outcomesOf(run).app?.reason).toMatch(/raise the version to at least 1\.1\.0 \(minor\); new: .*replicas/)
  })

  it('takes a raise that is too low, and says which one is called for', async () => {
    const { run, exit, results } = await commitAndRelease('chore: app 1.0.1', app('1.0.1', 'second'))
    expect([exit, results[0]]).toEqual([0, 'app 1.0.1 released'])
    expect(warningsOf(run)).toEqual([expect.stringMatching(/^app 1\.0\.1 is taken .* though 1\.1\.0 is called for/)])
  })

  it('waits with a chart whose library changed', async () => {
    const { exit, results, isQuiet } = await commitAndRelease('fix: lib', lib('0.3.0', 'second'))
    expect([exit, isQuiet]).toEqual([0, true])
    expect(results).toEqual(['app 1.0.1 waiting', 'lib 0.3.0 waiting', 'site 1.0.0 unchanged'])
  })

  it('refuses a chart that was raised without its library, and names that', async () => {
    const { run, exit, results, isQuiet } = await commitAndRelease('chore: app 1.1.0', app('1.1.0', 'second'))
    expect([exit, isQuiet]).toEqual([1, true])
    expect(results).toEqual(['app 1.1.0 failed', 'lib 0.3.0 waiting', 'site 1.0.0 unchanged'])
    expect(errorsOf(run)).toEqual(['DEPENDENCY_NOT_RAISED'])
    expect(errorsIn(run)[0]?.message).toContain(
      'Raise lib, which it depends on, to at least 0.3.1 (`version` in charts/lib/Chart.yaml)',
    )
  })

  it('releases both once the library is raised as it was told', async () => {
    const { exit, results } = await commitAndRelease('chore: lib 0.3.1', lib('0.3.1', 'second'))
    expect([exit, results]).toEqual([0, ['app 1.1.0 released', 'lib 0.3.1 released', 'site 1.0.0 unchanged']])
    const { files } = publishedVersion(world.registry, 'app', '1.1.0') ?? {}
    expect(files?.['charts/lib/Chart.yaml']).toContain('version: 0.3.1')
  })

  it('refuses an old version that was put back over other content', async () => {
    const { run, exit, isQuiet } = await commitAndRelease('chore: app 1.0.1 again', app('1.0.1', 'third'))
    expect([exit, isQuiet, errorsOf(run)]).toEqual([1, true, ['VERSION_TAKEN']])
    expect(errorsIn(run)[0]?.message).toContain('write `version: 1.1.1`')
  })

  it('releases the version that it asked for', async () => {
    const { exit, results } = await commitAndRelease('chore: app 1.1.1', app('1.1.1', 'third'))
    expect([exit, results[0]]).toEqual([0, 'app 1.1.1 released'])
  })

  it('needs nothing where an old version was put back with what it had', async () => {
    await commitAndRelease('fix: site', site('1.0.1', 'second'))
    const { exit, results, isQuiet } = await commitAndRelease('Revert "fix: site"', site('1.0.0', 'first'))
    expect([exit, isQuiet, results.at(-1)]).toEqual([0, true, 'site 1.0.0 unchanged'])
  })

  it('goes on from the highest version after that', async () => {
    const { run, exit } = await commitAndRelease('fix: site anew', site('1.0.0', 'third'))
    expect(exit).toBe(0)
    expect(outcomesOf(run).site?.reason).toContain('raise the version to at least 1.0.2 (patch)')
  })

  it('is red if what is published is not what the branch released', async () => {
    await world.repository.write(site('1.0.0', 'theirs'))
    await helmPush(world, join(world.repository.folder, 'charts/site'))
    await world.repository.git('checkout', '--quiet', '.')
    const { run, exit, isQuiet } = await commitAndRelease('', {})
    expect([exit, isQuiet, errorsOf(run)]).toEqual([1, true, ['VERSION_TAKEN']])
    expect(errorsIn(run)[0]?.message).toContain('is not what git packages at the commit that released it')
  })

  it('has released the versions that Chart.yaml named when runs began, and no others', () => {
    expect(versionsOf(world.registry, 'app')).toEqual(['1.0.0', '1.0.1', '1.1.0', '1.1.1'])
    expect(versionsOf(world.registry, 'lib')).toEqual(['0.3.0', '0.3.1'])
    expect(versionsOf(world.registry, 'site')).toEqual(['1.0.0', '1.0.1'])
  })
})
