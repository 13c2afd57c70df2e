import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { outcomesOf, publishedVersion, resultsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { aWorld, type World } from '../../support/run/world.ts'

let world: World

beforeAll(async () => {
  world = await aWorld({ files: { ...aChart('app', '1.0.0'), ...values('first') }, run: { entry: 'source' } })
  await world.release()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

function values(text: string) {
  return { 'charts/app/ci/test-values.yaml': `# ${text}\n` }
}

describe('a change of what only tests read', () => {
  it.each([
    ['ci/', values('second'), '1.0.1'],
    ['templates/tests/', { 'charts/app/templates/tests/a.yaml': '# a test\n' }, '1.0.2'],
  ])('in %s is another package, so a patch', async (place, files, version) => {
    await world.repository.commit('test: more', files)
    const run = await world.release()
    expect(resultsOf(run)).toEqual([`app ${version} released`])
    expect(outcomesOf(run).app?.reason).toContain(place)
  })

  it('is none once .helmignore keeps it out of the package, which is the last patch', async () => {
    await world.repository.commit('chore: no ci in the package', { 'charts/app/.helmignore': 'ci/\n' })
    expect(resultsOf(await world.release())).toEqual(['app 1.0.3 released'])
    expect(Object.keys(publishedVersion(world.registry, 'app', '1.0.3')?.files ?? {})).not.toContain(
      'ci/test-values.yaml',
    )
    await world.repository.commit('test: even more', values('third'))
    expect(resultsOf(await world.release())).toEqual(['app 1.0.3 unchanged'])
  })
})
