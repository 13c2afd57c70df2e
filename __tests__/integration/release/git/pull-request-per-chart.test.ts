import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { errorsIn, outcomesOf, resultsOf } from '../../../support/charts/published.ts'
import { threeCharts } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aProposingWorld, type ProposingWorld } from '../../../support/scenes/proposing.ts'

const DB = 'release-chart/main/db'
const LIB = 'release-chart/main/lib'
const ALL = 'release-charts/main'
const perChart = { 'pull-requests': 'per-chart' }

let proposing: ProposingWorld
beforeEach(async () => {
  proposing = await aProposingWorld()
  await proposing.world.repository.commit('fix: the database', dbTemplate('second'))
})
afterEach(async () => {
  await proposing[Symbol.asyncDispose]()
})

const dbTemplate = (text: string) => ({
  'charts/db/templates/configmap.yaml': `${threeCharts['charts/db/templates/configmap.yaml']}# ${text}\n`,
})
const open = () =>
  Object.fromEntries(
    proposing.github.pulls.filter(({ state }) => state === 'open').map(({ head, title }) => [head, title]),
  )
const branches = async () => {
  const refs = await git(proposing.world.repository.origin, [
    'for-each-ref',
    '--format=%(refname:lstrip=2)',
    'refs/heads',
  ])
  return refs.split('\n').filter((name) => name.startsWith('release-chart'))
}
const pullOf = (head: string) => proposing.github.pulls.findLast((pull) => pull.head === head && pull.state === 'open')

function expectGreen(run: WorkflowRun): void {
  expect([run.exitCode, run.stderr]).toEqual([0, ''])
}

describe('one pull request per chart', () => {
  it('has the charts that depend on each other in one, and each is merged and released by itself', async () => {
    const { github, propose } = proposing
    const run = await propose({}, perChart)
    expectGreen(run)
    expect(resultsOf(run)).toEqual(['db 2.0.1 planned', 'lib 0.3.1 planned', 'web 1.4.3 planned'])
    expect(open()).toEqual({ [DB]: 'chore(release): db 2.0.1', [LIB]: 'chore(release): lib 0.3.1, web 1.4.3' })
    expect(run.outputs['pull-request']?.split('\n')).toHaveLength(2)
    expect(run.stdout).toMatch(/3 charts proposed in pull requests #\d+, #\d+/)
    const again = await propose({}, perChart)
    expectGreen(again)
    expect(Object.keys(open())).toEqual([DB, LIB])

    await github.merge(pullOf(LIB)?.number ?? 0, 'squash')
    const merged = await propose({}, perChart)
    expectGreen(merged)
    expect(resultsOf(merged)).toEqual(['db 2.0.1 planned', 'lib 0.3.1 released', 'web 1.4.3 released'])
    expect(open()).toEqual({ [DB]: 'chore(release): db 2.0.1' })
    // What was merged leaves no branch behind.
    expect(await branches()).toEqual([DB])
    await github.merge(pullOf(DB)?.number ?? 0, 'merge')
    const last = await propose({}, perChart)
    expectGreen(last)
    expect(resultsOf(last)).toContain('db 2.0.1 released')
    expect([open(), await branches()]).toEqual([{}, []])
  })

  it.each([
    [{}, perChart, [ALL], [DB, LIB]],
    [perChart, {}, [DB, LIB], [ALL]],
  ])('takes the place of the other kind, and leaves nothing of it: from %j to %j', async (from, to, before, after) => {
    const { propose } = proposing
    expectGreen(await propose({}, from))
    expect(Object.keys(open())).toEqual(before)
    const run = await propose({}, to)
    expectGreen(run)
    expect([Object.keys(open()), await branches()]).toEqual([after, after])
    expect(run.stdout).toContain('its versions are proposed in another pull request')
  })

  it('waits for what a person made of a proposal of the other kind, with a warning', async () => {
    const { world, propose } = proposing
    await propose({}, perChart)
    const { repository } = world
    await repository.git('fetch', '--quiet', 'origin', DB)
    await repository.git('checkout', '--quiet', '--detach', 'FETCH_HEAD')
    await repository.git('commit', '--quiet', '--allow-empty', '--message', 'my own words')
    await repository.git('push', '--quiet', 'origin', `HEAD:refs/heads/${DB}`)
    await repository.git('checkout', '--quiet', 'main')
    const edited = await repository.remote(`refs/heads/${DB}`)
    const run = await propose()
    expectGreen(run)
    expect(outcomesOf(run).db?.reason).toMatch(/waits for .*, whose branch somebody edited/)
    expect(await repository.remote(`refs/heads/${DB}`)).toBe(edited)
    expect(Object.keys(open())).toContain(DB)
    expect(Object.keys(open())).not.toContain(ALL)
  })

  it.each(['push', 'open'])('is finished by the next run, killed in the middle: %s', async (moment) => {
    const { github, propose } = proposing
    let count = 0
    github.disturb(({ method, path }) => {
      if (method !== 'POST' || !path.endsWith('/pulls')) return undefined
      count += 1
      return moment === 'push' || count > 1 ? { status: 403, body: { message: 'not now' } } : undefined
    })
    const died = await propose({}, perChart)
    expect(died.exitCode).toBe(1)
    github.disturb(undefined)
    expectGreen(await propose({}, perChart))
    expect([Object.keys(open()).sort(), await branches()]).toEqual([
      [DB, LIB],
      [DB, LIB],
    ])
    // The setting is turned back after a run that died: nothing of it stays.
    expectGreen(await propose())
    expect([Object.keys(open()), await branches()]).toEqual([[ALL], [ALL]])
  })

  it('comes of several runs at once only once', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => proposing.propose({}, perChart)))
    for (const run of runs) expectGreen(run)
    expect(proposing.github.pulls.map(({ head }) => head).sort()).toEqual([DB, LIB])
  })
})

describe('labels and drafts', () => {
  const settings = { 'pull-request-labels': 'release\nno-changelog', 'pull-request-draft': 'true' }

  it('are of new pull requests, and what people make of them stays', async () => {
    const { world, github, propose } = proposing
    expectGreen(await propose({}, settings))
    const pull = pullOf(ALL)
    expect(pull).toMatchObject({ draft: true, labels: ['release', 'no-changelog'] })
    if (pull) pull.labels = ['release', 'mine']
    await world.repository.commit('fix: the database again', dbTemplate('third'))
    expectGreen(await propose({}, settings))
    expect(pullOf(ALL)?.labels).toEqual(['release', 'mine'])
    expect(github.pulls).toHaveLength(1)
  })

  it('come with the next run if the one that opened it died before', async () => {
    const { github, propose } = proposing
    github.disturb(({ path }) =>
      path.endsWith('/labels')
        ? { status: 403, body: { message: 'Resource not accessible by integration' } }
        : undefined,
    )
    const run = await propose({}, settings)
    expectGreen(run)
    expect(run.stdout).toContain('issues: write')
    expect(pullOf(ALL)?.labels).toEqual([])
    github.disturb(undefined)
    expectGreen(await propose({}, settings))
    expect(pullOf(ALL)?.labels).toEqual(['release', 'no-changelog'])
  })

  it('are refused with what to type where the plan has no drafts', async () => {
    const { github, propose } = proposing
    github.set({ hasDrafts: false })
    const run = await propose({}, settings)
    expect(run.exitCode).toBe(1)
    expect(errorsIn(run).map(({ code }) => code)).toContain('PULL_REQUEST_FAILED')
    expect(run.stdout).toContain('Leave `pull-request-draft: true` out.')
    expectGreen(await propose({}, { 'pull-request-labels': 'release' }))
    expect(pullOf(ALL)).toMatchObject({ draft: false, labels: ['release'] })
  })

  it('keep the label that postpones for people', async () => {
    const run = await proposing.propose({}, { 'pull-request-labels': 'Not now' })
    expect(run.exitCode).toBe(1)
    expect(run.stdout).toContain('postpones a release')
  })
})
