import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { resultsOf } from '../../../support/charts/published.ts'
import { git } from '../../../support/git/repository.ts'
import { aProposingWorld, BUMP_BRANCH, labels, type ProposingWorld } from '../../../support/scenes/proposing.ts'

let proposing: ProposingWorld
beforeEach(async () => {
  proposing = await aProposingWorld()
})
afterEach(async () => {
  await proposing[Symbol.asyncDispose]()
})

const open = () => proposing.github.pulls.filter(({ state }) => state === 'open').map(({ title }) => title)
const branch = () => proposing.world.repository.remote(BUMP_BRANCH)
const head = async () => (await proposing.world.repository.remote()) ?? ''
const changeLibrary = (text: string) =>
  proposing.world.repository.commit('fix: labels', { 'charts/lib/templates/_labels.tpl': `${labels}# ${text}\n` })
const changeDatabase = () => proposing.world.repository.commit('fix: db', { 'charts/db/values.yaml': 'size: 2\n' })

/** Does something once, between a request that matches and its answer; whoever asks again waits for it, too. */
function at(request: RegExp, work: () => unknown): void {
  let done: Promise<unknown> | undefined
  proposing.github.disturb(async ({ method, path }) => {
    if (!request.test(`${method} ${path}`)) return undefined
    done ??= Promise.resolve(work())
    await done
    return undefined
  })
}

describe('several runs that propose at once', () => {
  it('on one head come to one pull request, and all are green', async () => {
    const { github, propose } = proposing
    // Nobody gets an answer before each has found that there is no pull request yet.
    let [count, go] = [0, () => {}]
    const all = new Promise<void>((done) => {
      go = done
    })
    github.disturb(async ({ method, path }) => {
      if (method !== 'POST' || !path.endsWith('/pulls')) return undefined
      count += 1
      if (count === 3) go()
      await all
      return undefined
    })
    const runs = await Promise.all([propose(), propose(), propose()])
    expect(count).toBeGreaterThanOrEqual(3)
    expect(runs.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual(Array(3).fill([0, '']))
    for (const run of runs) {
      expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 planned', 'web 1.4.3 planned'])
      expect(run.outputs['pull-request']).toBe(runs[0]?.outputs['pull-request'])
    }
    expect(open()).toEqual(['chore(release): lib 0.3.1, web 1.4.3'])
  })

  it('on a commit that has a successor leave what that one proposed', async () => {
    const { propose } = proposing
    const earlier = await head()
    await changeLibrary('even more')
    await propose()
    const proposed = await branch()
    const late = await propose({ sha: earlier })
    expect([late.exitCode, late.stderr]).toEqual([0, ''])
    expect(resultsOf(late)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 skipped', 'web 1.4.3 skipped'])
    expect(late.summary).toContain(`superseded by ${(await head()).slice(0, 12)}`)
    expect(await branch()).toBe(proposed)
  })

  it('on a commit whose successor left these charts alone propose on top of that one', async () => {
    const { propose, world } = proposing
    const earlier = await head()
    await changeDatabase()
    const late = await propose({ sha: earlier })
    expect([late.exitCode, late.stderr]).toEqual([0, ''])
    expect(resultsOf(late)).toEqual(['db 2.1.0 planned', 'lib 0.3.1 planned', 'web 1.4.3 planned'])
    expect(open()).toEqual(['chore(release): db 2.1.0, lib 0.3.1, web 1.4.3'])
    expect(await git(world.repository.origin, ['rev-parse', `${BUMP_BRANCH}^`])).toBe(await head())
  })
})

describe('a pull request that changes while a run works on it', () => {
  beforeEach(async () => {
    await proposing.propose()
    await changeDatabase()
  })

  it('by being merged is left to the run of the merge', async () => {
    const { github, propose } = proposing
    at(/^PATCH .*\/pulls\//, () => github.merge(github.pulls[0]?.number ?? 0, 'squash'))
    const run = await propose()
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(resultsOf(run)).toEqual(['db 2.1.0 skipped', 'lib 0.3.1 skipped', 'web 1.4.3 skipped'])
    expect(open()).toEqual([])
    const next = await propose()
    expect(resultsOf(next)).toEqual(['db 2.1.0 released', 'lib 0.3.1 released', 'web 1.4.3 released'])
  })

  it('by being closed is opened anew', async () => {
    const { github, propose } = proposing
    at(/^PATCH .*\/pulls\//, () => {
      for (const pull of github.pulls) pull.state = 'closed'
    })
    const run = await propose()
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(open()).toEqual(['chore(release): db 2.1.0, lib 0.3.1, web 1.4.3'])
  })

  it('by losing its branch gets both again', async () => {
    const { propose, world } = proposing
    at(/^GET .*\/pulls/, () => git(world.repository.origin, ['update-ref', '-d', BUMP_BRANCH]))
    const run = await propose()
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(open()).toEqual(['chore(release): db 2.1.0, lib 0.3.1, web 1.4.3'])
    expect(await branch()).toBeDefined()
  })
})

describe('a pull request that a run wants to take back', () => {
  it('is kept where a run for a later commit needs it', async () => {
    const { github, propose, world } = proposing
    await propose()
    const before = await branch()
    await world.repository.commit('revert: labels', { 'charts/lib/templates/_labels.tpl': labels })
    const reverted = await head()
    await changeLibrary('after all')
    const later = await head()
    await propose()
    const after = await branch()
    expect(after).not.toBe(before)

    // Back to where the later commit is not there yet; then it comes, and its run is done at once.
    const move = (ref: string, to = '') => git(world.repository.origin, ['update-ref', ref, to])
    await move('refs/heads/main', reverted)
    await move(BUMP_BRANCH, before)
    at(/^GET .*\/pulls/, async () => {
      await move('refs/heads/main', later)
      await move(BUMP_BRANCH, after)
    })
    const late = await propose()
    expect([late.exitCode, late.stderr]).toEqual([0, ''])
    expect(late.stdout).toContain('is left to the run of a later commit')
    expect([await branch(), await head()]).toEqual([after, later])
    expect(github.pulls.map(({ state }) => state)).toEqual(['open'])
  })
})
