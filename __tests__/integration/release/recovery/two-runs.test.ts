import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  errorsIn,
  errorsOf,
  outcomesOf,
  publishedVersion,
  resultsOf,
  versionsOf,
} from '../../../support/charts/published.ts'
import { aTemplate, threeCharts } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { meetAtOrigin } from '../../../support/git/watch.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const ROUNDS = 3
const labels = 'charts/lib/templates/_labels.tpl'
const template = 'charts/db/templates/configmap.yaml'

let world: World
/** Every digest that each version ever had. */
const digests = new Map<string, Set<string>>()

beforeAll(async () => {
  const onTag = (repository: string, tag: string, digest: string) => {
    if (tag.endsWith('.sig')) return
    digests.set(`${repository}:${tag}`, (digests.get(`${repository}:${tag}`) ?? new Set()).add(digest))
  }
  world = await aWorld({ files: threeCharts, registry: { onTag }, run: { entry: 'source' } })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const contested = () => [...digests].filter(([, each]) => each.size > 1).map(([version]) => version)

describe('two runs at once on one repository and registry', () => {
  it('both end well where there is nothing to bump, with one set of bytes', async () => {
    const { met, stop } = await meetAtOrigin(world.repository, 'refs/tags/')
    const runs = await Promise.all([world.release(), world.release()])
    await stop()
    expect(await met()).toBe(2)
    for (const run of runs) {
      expect(errorsIn(run)).toEqual([])
      expect(resultsOf(run)).toEqual(['db 2.0.0 released', 'lib 0.3.0 released', 'web 1.4.2 released'])
    }
    expect(outcomesOf(runs[0]).web?.digest).toBe(outcomesOf(runs[1]).web?.digest)
    expect(contested()).toEqual([])
    expect(resultsOf(await world.release())).toEqual([
      'db 2.0.0 unchanged',
      'lib 0.3.0 unchanged',
      'web 1.4.2 unchanged',
    ])
  })

  it('make one bump, and the other leaves it to the first, round after round', async () => {
    for (let round = 1; round <= ROUNDS; round += 1) {
      await world.repository.commit(`fix: round ${round}`, { [labels]: `${threeCharts[labels]}# ${round}\n` })
      const { met, stop } = await meetAtOrigin(world.repository, 'refs/heads/')
      const runs = await Promise.all([world.release(), world.release()])
      await stop()
      expect(await met()).toBe(2)
      expect(runs.flatMap(errorsIn)).toEqual([])
      const results = runs.map((run) => resultsOf(run).slice(1).join(', ')).sort()
      expect(results[0]).toBe(`lib 0.3.${round} released, web 1.4.${2 + round} released`)
      expect(results[1]).toMatch(/(skipped|released)$/)
    }
    expect(contested()).toEqual([])
    const log = await git(world.repository.origin, ['log', '--format=%s', 'main'])
    expect(log.split('\n').filter((subject) => subject.startsWith('chore(release)'))).toHaveLength(ROUNDS)
    expect(versionsOf(world.registry, 'web')).toHaveLength(1 + ROUNDS)
    for (const version of versionsOf(world.registry, 'web')) {
      expect(publishedVersion(world.registry, 'web', version)?.signed).toBe(true)
      expect(await world.repository.remoteTags()).toContain(`web-${version}`)
    }
    expect(resultsOf(await world.release()).every((result) => result.endsWith('unchanged'))).toBe(true)
  })

  it('never give one number two contents, where the runs are of different commits', async () => {
    await world.repository.commit('fix: db', { [template]: aTemplate('second') })
    const older = await world.repository.checkout()
    await world.repository.commit('fix: db again', { [template]: aTemplate('third') })
    const { met } = await meetAtOrigin(world.repository, 'refs/tags/')
    const inputs = { commit: 'none', charts: 'charts/db' }
    const runs = await Promise.all([world.release({ inputs, workspace: older }), world.release({ inputs })])
    expect(await met()).toBe(2)
    expect(runs.map(({ exitCode }) => exitCode).sort()).toEqual([0, 1])
    const loser = runs.find(({ exitCode }) => exitCode === 1)
    expect(loser && errorsOf(loser)).toEqual(['CLAIM_LOST'])
    expect(loser && errorsIn(loser)[0]?.message).toMatch(/db 2\.0\.1 is claimed .*Run again/s)
    expect(contested()).toEqual([])
    expect(versionsOf(world.registry, 'db')).toEqual(['2.0.0', '2.0.1'])
    const revision = publishedVersion(world.registry, 'db', '2.0.1')?.annotations['org.opencontainers.image.revision']
    expect(await world.repository.remote('refs/tags/db-2.0.1')).toBe(revision)
  })
})
