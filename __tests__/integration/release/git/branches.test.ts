import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { changesIn, errorsIn, planOf, resultsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

let world: World
let main: string | undefined
beforeEach(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0'), run: { entry: 'source', inputs: { sign: 'none' } } })
  main = await world.repository.remote()
})
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

/** A push of a branch with a change of the chart. */
async function pushed(branch: string, files = aChart('app', '1.0.0', 'changed')) {
  const { git, write } = world.repository
  await git('checkout', '--quiet', '-B', branch, 'origin/main')
  await write(files)
  await git('add', '.')
  await git('commit', '--quiet', '--message', 'fix: a change')
  await git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`)
  await git('checkout', '--quiet', 'main')
  return { event: { name: 'push', ref: `refs/heads/${branch}` } } as const
}

describe('a push to a branch that does not release', () => {
  it('changes nothing anywhere, is green, and says what to write', async () => {
    const push = await pushed('feature/x')
    const run = await world.release(push)
    expect([run.exitCode, errorsIn(run)]).toEqual([0, []])
    expect(changesIn(world.registry)).toEqual([])
    expect(await world.repository.remoteTags()).toEqual([])
    expect(await world.repository.remote()).toBe(main)
    const reason = 'Nothing is released from the branch feature/x, because only the default branch (main) releases.'
    expect(run.outputs).toMatchObject({ released: 'false', 'held-back': reason, 'released-charts': '[]' })
    expect(resultsOf(run)).toEqual(['app 1.0.0 planned'])
    expect(run.summary).toContain('```yaml\nbranches: |\n  main\n  feature/x\n```')
    expect(run.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining(`${reason} For it to release`) }),
    )
    expect(planOf(run).settings.branches).toEqual({ value: 'the default branch', source: 'default' })
  })

  it('releases once what it said was done', async () => {
    const push = await pushed('release/1.x')
    const { summary } = await world.release(push)
    const [, branches = ''] = /```yaml\nbranches: \|\n([^`]*)```/.exec(summary) ?? []
    const run = await world.release({ ...push, inputs: { branches } })
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
    expect(run.outputs['held-back']).toBe('')
    expect(resultsOf(await world.release({ inputs: { branches } }))).toHaveLength(1)
  })

  it('may list itself in its own config file', async () => {
    const config = { '.github/release-charts.yaml': 'defaults:\n  branches: [main, "release/*"]\n' }
    const run = await world.release(await pushed('release/1.x', { ...aChart('app', '1.0.0', 'x'), ...config }))
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
    expect(planOf(run).settings.branches).toEqual({ value: 'main, release/*', source: 'config' })
  })

  it('is told without a warning once somebody has said which branches release', async () => {
    const run = await world.release({ ...(await pushed('feature/x')), inputs: { branches: 'main' } })
    expect(run.exitCode).toBe(0)
    expect(run.annotations.filter(({ level }) => level === 'warning')).toEqual([])
    expect(run.outputs['held-back']).toContain('`branches` lists only main')
  })

  it('cannot command the runner with its name', async () => {
    const run = await world.release(await pushed(['x/$', '{{github.token}}##add-mask'].join('')))
    expect([run.exitCode, errorsIn(run)]).toEqual([0, []])
    expect(run.summary).toContain('\n  x/???github.token????add-mask\n')
  })
})

it('is held back when it was started by hand, and a tag is not', async () => {
  const { event } = await pushed('feature/x')
  const byHand = await world.release({ event: { ...event, name: 'workflow_dispatch' } })
  expect(byHand.outputs).toMatchObject({ released: 'false', 'held-back': expect.stringContaining('feature/x') })
  await world.repository.tag('app-1.0.0', await world.repository.remote(event.ref))
  const run = await world.release({ event: { name: 'push', ref: 'refs/tags/app-1.0.0' } })
  expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
})

it('asks origin for the default branch if the event does not say it', async () => {
  const payload = { repository: undefined }
  const run = await world.release({ event: { name: 'schedule', payload } })
  expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
  const { event } = await pushed('feature/x')
  const held = await world.release({ event: { ...event, payload } })
  expect(held.outputs['held-back']).toContain('the default branch (main)')
})
