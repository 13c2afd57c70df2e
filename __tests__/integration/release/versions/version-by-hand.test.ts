import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  changesIn,
  errorsIn,
  errorsOf,
  outcomesOf,
  publishedVersion,
  resultsOf,
  versionsOf,
} from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { helmPush } from '../../../support/helm/helm-push.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

let world: World

beforeAll(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0', 'first'), run: { entry: 'source' } })
  await world.release()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

async function commitAndRelease(version: string, text: string, inputs: Readonly<Record<string, string>> = {}) {
  const commit = await world.repository.commit(`chore: ${version} ${text}`, aChart('app', version, text))
  const from = world.registry.requests.length
  const run: WorkflowRun = await world.release({ inputs })
  const isHead = (await world.repository.remote()) === commit
  return { run, results: resultsOf(run), pushed: !isHead, changes: changesIn(world.registry, from) }
}

/** Somebody else publishes a version with content of their own. */
async function somebodyPublishes(version: string) {
  await world.repository.write(aChart('app', version, 'theirs'))
  await helmPush(world, join(world.repository.folder, 'charts/app'))
  await world.repository.git('checkout', '--quiet', '.')
}

const contentOf = (version: string) =>
  publishedVersion(world.registry, 'app', version)?.files['templates/configmap.yaml']?.trim().split(' ').at(-1)

describe('a version that was changed by hand', () => {
  it('is published as it is, without a commit, where it was raised', async () => {
    const { run, results, pushed } = await commitAndRelease('1.1.0', 'first')
    expect(results).toEqual(['app 1.1.0 released'])
    expect(outcomesOf(run).app?.previousVersion).toBe('1.0.0')
    expect(pushed).toBe(false)
  })

  it('needs nothing where it was put back with the content it had', async () => {
    const { results, pushed, changes } = await commitAndRelease('1.0.0', 'first')
    expect(results).toEqual(['app 1.0.0 unchanged'])
    expect([pushed, changes]).toEqual([false, []])
  })

  it('gets the next free number where it was put back with other content, and is told to be below the newest', async () => {
    const { run, results, pushed } = await commitAndRelease('1.0.0', 'second')
    const warnings = run.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
    expect(warnings).toEqual([expect.stringMatching(/^app 1\.0\.1 is below 1\.1\.0, which this branch has published/)])
    expect(outcomesOf(run).app?.reason).toMatch(/1\.0\.1, which is below 1\.1\.0 that this branch has published$/)
    expect(results).toEqual(['app 1.0.1 released'])
    expect(pushed).toBe(true)
    expect(contentOf('1.0.0')).toBe('first')
    expect(contentOf('1.0.1')).toBe('second')
  })

  it('skips a number that somebody else took, and says so', async () => {
    await somebodyPublishes('1.0.2')
    const { run, results } = await commitAndRelease('1.0.1', 'third')
    expect(results).toEqual(['app 1.0.3 released'])
    expect(outcomesOf(run).app?.reason).toContain('next free patch version is 1.0.3 (1.0.2 is taken by other content)')
    expect(contentOf('1.0.2')).toBe('theirs')
    expect(contentOf('1.0.3')).toBe('third')
  })

  it('is refused at its line with bump: none, where other content has it', async () => {
    const { run, results, pushed, changes } = await commitAndRelease('1.0.3', 'fourth', { bump: 'none' })
    expect(run.exitCode).toBe(1)
    expect(results).toEqual(['app 1.0.3 failed'])
    expect(errorsOf(run)).toEqual(['VERSION_TAKEN'])
    expect(errorsIn(run)[0]?.properties).toMatchObject({ file: 'charts/app/Chart.yaml', line: '4' })
    expect(errorsIn(run)[0]?.message).toMatch(/Raise `version`/)
    expect([pushed, changes]).toEqual([false, []])
    expect(versionsOf(world.registry, 'app')).toEqual(['1.0.0', '1.0.1', '1.0.2', '1.0.3', '1.1.0'])
  })

  it('is published with bump: none once it was raised', async () => {
    const { run, results, pushed } = await commitAndRelease('1.0.4', 'fourth', { bump: 'none' })
    expect(results).toEqual(['app 1.0.4 released'])
    expect(outcomesOf(run).app?.previousVersion).toBe('1.0.3')
    expect(pushed).toBe(false)
  })
})
