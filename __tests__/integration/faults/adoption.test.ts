import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsOf, resultsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { helmPush } from '../../support/helm/helm-push.ts'
import { aWorld, type World } from '../../support/run/world.ts'

let world: World

beforeAll(async () => {
  world = await aWorld({ files: { ...aChart('app', '1.0.0'), ...aChart('other', '1.0.0') }, run: { entry: 'source' } })
  await helmPush(world, join(world.repository.folder, 'charts/app'))
  // From now on it can't be packaged.
  await world.repository.commit('fix: app', { 'charts/app/templates/configmap.yaml': '{{ if }}' })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

describe('a chart of another tool that can neither be downloaded nor packaged', () => {
  it('fails alone and in words, whichever of the two fails first', async () => {
    world.registry.disturb(({ method, path }) =>
      method === 'GET' && path.includes('/charts/app/blobs/') ? { status: 404 } : undefined,
    )
    const run = await world.release()
    world.registry.disturb(undefined)
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toHaveLength(1)
    expect(errorsOf(run)).not.toContain('BUG_UNEXPECTED')
    expect(resultsOf(run)).toEqual(['app 1.0.0 failed', 'other 1.0.0 released'])
    expect(run.summary).toContain('1 chart failed, 1 chart released.')
    expect(run.stderr).toBe('')
  })
})
