import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { errorsIn, resultsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import type { WorkflowEvent } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'

let world: World
beforeEach(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0'), run: { entry: 'source', inputs: { sign: 'none' } } })
})
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

describe('a release', () => {
  it.each<[string, WorkflowEvent, string]>([
    ['by a push to a branch', { name: 'push' }, 'app 1.0.1 released'],
    ['by hand on a branch', { name: 'workflow_dispatch' }, 'app 1.0.1 released'],
    ['by the clock', { name: 'schedule', payload: { schedule: '0 4 * * *' } }, 'app 1.0.1 released'],
    ["by a tag of the application's", { name: 'push', ref: 'refs/tags/v2.0.0' }, 'app 1.0.1 released'],
    ['by hand on such a tag', { name: 'workflow_dispatch', ref: 'refs/tags/v2.0.0' }, 'app 1.0.1 released'],
  ])('is made %s', async (_, event, result) => {
    await world.repository.tag('app-1.0.0')
    const head = await world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
    await world.repository.tag('v2.0.0')
    const run = await world.release({ event })
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run)).toEqual([result])
    // A tag can't be pushed to, so there git's own version stays.
    const moved = (await world.repository.remote()) !== head
    expect(moved).toBe(event.ref === undefined)
  })

  it.each<WorkflowEvent>([
    { name: 'pull_request', ref: 'refs/pull/7/merge' },
    { name: 'pull_request_target' },
    { name: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-7-abc' },
    { name: 'workflow_dispatch', ref: 'refs/pull/7/head' },
    { name: 'schedule', ref: 'refs/heads/gh-readonly-queue/main/pr-7-abc' },
  ])('is refused for %j, without a question to anybody', async (event) => {
    const ref = event.ref ?? 'refs/heads/main'
    if (ref !== 'refs/heads/main') await world.repository.git('push', '--quiet', 'origin', `HEAD:${ref}`)
    const run = await world.release({ event })
    expect(errorsIn(run).map(({ code }) => code)).toEqual(['EVENT_REFUSED'])
    expect(world.registry.requests).toEqual([])
    expect(world.sigstore.trace).toEqual([])
  })
})
