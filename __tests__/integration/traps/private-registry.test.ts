import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsIn, resultsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { aWorld, type World } from '../../support/run/world.ts'

let world: World
beforeAll(async () => {
  const auth = { kind: 'bearer', users: { publisher: 'a password' } } as const
  const inputs = { 'registry-username': 'publisher', 'registry-password': 'a password' }
  world = await aWorld({ files: aChart('app', '1.0.0'), registry: { auth }, run: { entry: 'source', inputs } })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

describe('a package that nobody may read without a login, as the first of a new name on GHCR', () => {
  it('is released, read back and verified with the login of the job', async () => {
    const run = await world.release()
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
    expect((await fetch(`${world.registry.url}/v2/acme/charts/app/manifests/1.0.0`)).status).toBe(401)
  })

  it('is left alone by the next run', async () => {
    expect(resultsOf(await world.release())).toEqual(['app 1.0.0 unchanged'])
  })
})
