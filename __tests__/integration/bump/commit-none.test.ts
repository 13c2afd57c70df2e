import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { resultsOf, versionsOf } from '../../support/charts/published.ts'
import { aChart, aTemplate } from '../../support/charts/three-charts.ts'
import { aWorld, type World } from '../../support/run/world.ts'

let world: World

beforeAll(async () => {
  world = await aWorld({
    files: { ...aChart('app', '1.0.0'), 'charts/app/templates/more.yaml': aTemplate('more').replace('}}', '}}-more') },
    run: { entry: 'source', inputs: { commit: 'none' } },
  })
  await world.release()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const config = 'charts/app/templates/configmap.yaml'

describe('bump: auto where git never gets the version', () => {
  it('goes by what changed since the highest release of the branch, whatever level that was', async () => {
    await world.repository.commit('fix: less', { 'charts/app/templates/more.yaml': null })
    expect(resultsOf(await world.release())).toEqual(['app 2.0.0 released'])
  })

  it('knows what is published, from a shallow clone as from a whole one', async () => {
    expect(resultsOf(await world.release({ depth: 1 }))).toEqual(['app 2.0.0 unchanged'])
  })

  it('goes on from there', async () => {
    await world.repository.commit('fix: text', { [config]: aTemplate('second') })
    expect(resultsOf(await world.release({ depth: 1 }))).toEqual(['app 2.0.1 released'])
  })

  it('stays on the line of a maintenance branch', async () => {
    const first = await world.repository.git('rev-list', '--max-parents=0', 'HEAD')
    await world.repository.git('push', '--quiet', 'origin', `${first}:refs/heads/release-1`)
    await world.repository.git('checkout', '--quiet', '-b', 'release-1', first)
    await world.repository.write({ [config]: aTemplate('for the old ones') })
    await world.repository.git('commit', '--quiet', '--all', '--message', 'fix: text')
    await world.repository.git('push', '--quiet', 'origin', 'release-1')
    const event = { name: 'push', ref: 'refs/heads/release-1' } as const
    const inputs = { branches: 'main\nrelease-*' }
    expect(resultsOf(await world.release({ event, inputs }))).toEqual(['app 1.0.1 released'])
    expect(resultsOf(await world.release({ event, inputs }))).toEqual(['app 1.0.1 unchanged'])
    expect(versionsOf(world.registry, 'app').toSorted()).toEqual(['1.0.0', '1.0.1', '2.0.0', '2.0.1'])
  })
})
