import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startGitHub, type TestGitHub } from '../../support/github/github.ts'
import { workflowToken } from '../../support/github/tokens.ts'
import { outcomesOf, resultsOf, versionsOf } from '../../support/published.ts'
import { git } from '../../support/repository.ts'
import { threeCharts } from '../../support/three-charts.ts'
import { watchPushes } from '../../support/watch.ts'
import type { WorkflowRun } from '../../support/workflow.ts'
import { aWorld, type World } from '../../support/world.ts'

const BRANCH = 'refs/heads/release-charts/main'
const TOKEN = workflowToken('ghs_proposes', { contents: 'write', pull_requests: 'write' })
const template = threeCharts['charts/lib/templates/_labels.tpl']

let world: World
let github: TestGitHub
let pushes: () => Promise<readonly string[]>

/** A repository that released its three charts, and then changed the library. */
async function aProposingWorld(settings = { actionsMayOpenPullRequests: true }): Promise<void> {
  world = await aWorld({ files: threeCharts, run: { entry: 'source', token: TOKEN.value } })
  github = await startGitHub({ origin: world.repository.origin, tokens: [TOKEN], settings })
  await propose()
  await world.repository.commit('fix: one more label', { 'charts/lib/templates/_labels.tpl': `${template}# more\n` })
  pushes = await watchPushes(world.repository)
}

const propose = () => world.release({ inputs: { commit: 'pull-request' }, env: { GITHUB_API_URL: github.apiUrl } })

async function leave(): Promise<void> {
  await world[Symbol.asyncDispose]()
  await github.close()
}

describe('with `commit: pull-request`', () => {
  let run: WorkflowRun
  let main: string | undefined

  beforeAll(async () => {
    await aProposingWorld()
    main = await world.repository.remote()
    run = await propose()
  })
  afterAll(leave)

  it('what needs no bump is released at once, from the very first run on', () => {
    expect(versionsOf(world.registry, 'db')).toEqual(['2.0.0'])
    expect(versionsOf(world.registry, 'web')).toEqual(['1.4.2'])
  })

  it('a bump is proposed in one pull request, and nothing is published or pushed to the branch', async () => {
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 planned', 'web 1.4.3 planned'])
    expect(await world.repository.remote()).toBe(main)
    expect(versionsOf(world.registry, 'lib')).toEqual(['0.3.0'])
    expect(github.pulls.map(({ state, head, base }) => [state, head, base])).toEqual([
      ['open', 'release-charts/main', 'main'],
    ])
  })

  it('the pull request says what and why, and the report names it', () => {
    const [pull] = github.pulls
    expect(pull?.title).toBe('chore(release): lib 0.3.1, web 1.4.3')
    expect(pull?.body).toMatch(/\| lib \| 0\.3\.0 → 0\.3\.1 \| .*its content changed since 0\.3\.0 was published/)
    expect(pull?.body).toMatch(/\| web \| 1\.4\.2 → 1\.4\.3 \| /)
    expect(run.outputs['pull-request']).toMatch(/\/acme\/charts\/pull\/\d+$/)
    expect(outcomesOf(run).lib?.reason).toContain(`proposed in ${run.outputs['pull-request']}`)
    expect(run.summary).toContain('2 charts proposed in pull request')
  })

  it('its branch holds versions, constraint and lock, in one commit on top of the base', async () => {
    const files = await git(world.repository.origin, ['diff', '--name-only', 'main', BRANCH])
    expect(files.split('\n')).toEqual(['charts/lib/Chart.yaml', 'charts/web/Chart.lock', 'charts/web/Chart.yaml'])
    expect(await git(world.repository.origin, ['rev-list', '--count', `main..${BRANCH}`])).toBe('1')
  })

  it('running again writes nothing', async () => {
    const before = await pushes()
    const changes = () => github.requests.filter(({ method }) => method !== 'GET').length
    const asked = changes()
    const again = await propose()
    expect(again.exitCode).toBe(0)
    expect(await pushes()).toEqual(before)
    expect(changes()).toBe(asked)
  })

  it('the next push to the branch brings it up to date', async () => {
    await world.repository.commit('fix: db', { 'charts/db/values.yaml': 'size: 2\n' })
    const next = await propose()
    expect(next.exitCode).toBe(0)
    expect(github.pulls.map(({ title }) => title)).toEqual(['chore(release): db 2.1.0, lib 0.3.1, web 1.4.3'])
    expect(await git(world.repository.origin, ['rev-list', '--count', `main..${BRANCH}`])).toBe('1')
  })

  it.each(['squash'] as const)('merging it (%s) releases what it says', async (how) => {
    await github.merge(github.pulls[0]?.number ?? 0, how)
    const merged = await propose()
    expect([merged.exitCode, merged.stderr]).toEqual([0, ''])
    expect(resultsOf(merged)).toEqual(['db 2.1.0 released', 'lib 0.3.1 released', 'web 1.4.3 released'])
    expect(merged.outputs['pull-request']).toBe('')
  })

  it('then there is nothing left to do', async () => {
    const again = await propose()
    expect(again.outputs.released).toBe('false')
    expect(github.pulls.filter(({ state }) => state === 'open')).toEqual([])
  })
})

describe('a pull request for bumps', () => {
  beforeAll(() => aProposingWorld())
  afterAll(leave)

  it('is closed, and its branch removed, once nothing needs it', async () => {
    await propose()
    await world.repository.commit('revert: one more label', { 'charts/lib/templates/_labels.tpl': template })
    const run = await propose()
    expect(run.exitCode).toBe(0)
    expect(github.pulls.map(({ state, merged }) => [state, merged])).toEqual([['closed', false]])
    expect(await world.repository.remote(BRANCH)).toBeUndefined()
  })
})

describe('the branch of a pull request for bumps', () => {
  const who = {
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.test',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.test',
  }
  beforeAll(() => aProposingWorld())
  afterAll(leave)

  it('is made anew after it was brought up to date, and neither made anew nor deleted with a commit of somebody else', async () => {
    await propose()
    const { origin } = world.repository
    const inOrigin = (...args: readonly string[]) => git(origin, args, who)
    await world.repository.commit('docs: more', { 'README.md': 'more' })
    // As GitHub's button does it.
    const tree = await inOrigin('rev-parse', 'main^{tree}')
    const merge = await inOrigin('commit-tree', tree, '-p', BRANCH, '-p', 'main', '-m', 'Merge main')
    await inOrigin('update-ref', BRANCH, merge)
    expect((await propose()).exitCode).toBe(0)
    expect(await inOrigin('rev-list', '--count', `main..${BRANCH}`)).toBe('1')

    const person = world.repository
    await person.git('fetch', '--quiet', 'origin', BRANCH)
    await person.git('switch', '--quiet', '--detach', 'FETCH_HEAD')
    await person.write({ 'charts/lib/NOTES.md': 'by hand' })
    await person.git('add', '.')
    await person.git('commit', '--quiet', '-m', 'fix: by hand')
    await person.git('push', '--quiet', 'origin', `HEAD:${BRANCH}`)
    const theirs = (await person.remote(BRANCH)) ?? ''
    await person.git('switch', '--quiet', person.branch)
    await world.repository.commit('docs: even more', { 'README.md': 'even more' })
    const refused = await propose()
    expect([refused.exitCode, await world.repository.remote(BRANCH)]).toEqual([1, theirs])
    expect(refused.stdout).toContain('BRANCH_NOT_OURS')
    expect(refused.stdout).toContain(theirs.slice(0, 12))

    await world.repository.commit('revert: one more label', { 'charts/lib/templates/_labels.tpl': template })
    const kept = await propose()
    expect([kept.exitCode, await world.repository.remote(BRANCH)]).toEqual([1, theirs])
    expect(github.pulls.map(({ state }) => state)).toEqual(['open'])
  })
})

describe('where Actions may not open pull requests', () => {
  beforeAll(() => aProposingWorld({ actionsMayOpenPullRequests: false }))
  afterAll(leave)

  it('the charts fail with the setting to change, and the next run carries on', async () => {
    const refused = await propose()
    expect(refused.exitCode).toBe(1)
    expect(resultsOf(refused)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 failed', 'web 1.4.3 failed'])
    expect(refused.stdout).toContain('PULL_REQUEST_FAILED')
    expect(refused.summary).toMatch(/Settings &gt; Actions &gt; General/)
    github.set({ actionsMayOpenPullRequests: true })
    const next = await propose()
    expect(next.exitCode).toBe(0)
    expect(github.pulls).toHaveLength(1)
  })
})
