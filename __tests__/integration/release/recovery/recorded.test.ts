import { afterEach, describe, expect, it } from '@jest/globals'
import { changesIn, resultsOf } from '../../../support/charts/published.ts'
import { aTemplate, db } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { filesIn, openRecording, recordedTargets } from '../../../support/scenes/recorded.ts'

/** The commits whose dist/ made the recordings. */
const BUILDS = ['7225156', '3b0d507', 'a81ce1b', '4b98b28']

let world: World
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

async function worldOf(build: string) {
  const { repository, registries, served, trustedRoot } = await openRecording(build)
  const [first, second] = registries
  if (!first || !second) throw new Error(`${build} has no two registries`)
  world = await aWorld({
    repository,
    trustedRoot,
    registry: { content: first },
    others: [{ content: second, referrers: false }],
  })
  const targets = recordedTargets(world.registries, served).join('\n')
  return { served, release: () => world.release({ inputs: { targets } }) }
}

describe.each(BUILDS)('what the build of %s released', (build) => {
  it('is idle: nothing is changed anywhere', async () => {
    const { served, release } = await worldOf(build)
    const seen = async () => [await filesIn(served), await git(world.repository.origin, ['for-each-ref'])]
    const before = await seen()
    const run = await release()
    expect([run.exitCode, resultsOf(run)]).toEqual([
      0,
      ['db 2.0.1 unchanged', 'lib 0.3.0 unchanged', 'web 1.4.2 unchanged'],
    ])
    expect(world.registries.map((registry) => changesIn(registry))).toEqual([[], []])
    expect(await seen()).toEqual(before)
  })

  it('is what the next change is counted from', async () => {
    const { release } = await worldOf(build)
    await world.repository.commit('fix: db', { [db]: aTemplate('third') })
    expect(resultsOf(await release())).toEqual(['db 2.0.2 released', 'lib 0.3.0 unchanged', 'web 1.4.2 unchanged'])
  })
})
