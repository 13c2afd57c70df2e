import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { errorsIn, outcomesOf, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { git } from '../../../support/git/repository.ts'
import { watchPushes } from '../../../support/git/watch.ts'
import type { TestGitHub } from '../../../support/github/github.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import type { World } from '../../../support/run/world.ts'
import { aProposingWorld, BUMP_BRANCH, labels, type ProposingWorld } from '../../../support/scenes/proposing.ts'

const BRANCH = BUMP_BRANCH

let world: World
let github: TestGitHub
let propose: ProposingWorld['propose']
let leave: () => Promise<void>
let pushes: () => Promise<readonly string[]>

async function open(settings?: { readonly actionsMayOpenPullRequests: boolean }): Promise<void> {
  const proposing = await aProposingWorld(settings)
  ;({ world, github, propose } = proposing)
  leave = async () => proposing[Symbol.asyncDispose]()
  pushes = await watchPushes(world.repository)
}

describe('with `commit: pull-request`', () => {
  let run: WorkflowRun
  let main: string | undefined

  beforeAll(async () => {
    await open()
    main = await world.repository.remote()
    run = await propose()
  })
  afterAll(() => leave())

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
  beforeAll(() => open())
  afterAll(() => leave())

  it('is closed, and its branch removed, once nothing needs it', async () => {
    await propose()
    await world.repository.commit('revert: one more label', { 'charts/lib/templates/_labels.tpl': labels })
    const run = await propose()
    expect(run.exitCode).toBe(0)
    expect(github.pulls.map(({ state, merged }) => [state, merged])).toEqual([['closed', false]])
    expect(await world.repository.remote(BRANCH)).toBeUndefined()
  })
})

describe('what people do to a pull request for bumps', () => {
  beforeAll(() => open())
  afterAll(() => leave())

  const size = (text: string) => world.repository.commit('fix: db', { 'charts/db/values.yaml': `size: ${text}\n` })

  it('its title is kept if somebody edited it, and its description goes on', async () => {
    await propose()
    const [pull] = github.pulls
    if (pull) pull.title = 'ci: release'
    await size('2')
    const run = await propose()
    expect([run.exitCode, pull?.title]).toEqual([0, 'ci: release'])
    expect(pull?.body).toContain('| db | 2.0.0 → 2.1.0 |')
    expect(run.stdout).toContain(`Kept the title of ${run.outputs['pull-request']}, which somebody edited.`)
  })

  it('its description is kept if somebody edited it', async () => {
    const [pull] = github.pulls
    const theirs = `Please read this first.\r\n\r\n${pull?.body}`
    if (pull) pull.body = theirs
    await size('3')
    const run = await propose()
    expect([run.exitCode, pull?.body]).toEqual([0, theirs])
    expect(run.stdout).toContain('Kept the description of ')
  })

  it('is not opened again as long as the label of the closed one says so', async () => {
    const [pull] = github.pulls
    if (pull) Object.assign(pull, { state: 'closed', labels: ['Not now'] })
    await git(world.repository.origin, ['update-ref', '-d', BRANCH])
    const run = await propose()
    expect([run.exitCode, github.pulls.length, await world.repository.remote(BRANCH)]).toEqual([0, 1, undefined])
    expect(resultsOf(run)).toEqual(['db 2.1.0 skipped', 'lib 0.3.1 skipped', 'web 1.4.3 skipped'])
    expect(outcomesOf(run).db?.reason).toMatch(/^put off by the label "not now" of .*\/pull\/\d+$/)
    expect(run.stdout).toContain('Nothing is proposed as long as ')
    if (pull) pull.labels = []
    await propose()
    expect(github.pulls.map(({ state }) => state)).toEqual(['closed', 'open'])
  })
})

describe('a branch of the name that bumps are proposed on, with the work of somebody else', () => {
  const proposedBy = async (message: string, path: string, text: string) => {
    const { git: inFolder, write } = world.repository
    await inFolder('fetch', '--quiet', 'origin')
    const start = (await world.repository.remote(BRANCH)) ?? 'origin/main'
    await inFolder('checkout', '--quiet', '--force', '--detach', start)
    await write({ [path]: text })
    await inFolder('add', '--all')
    await inFolder('commit', '--quiet', '--message', message)
    await inFolder('push', '--quiet', 'origin', `HEAD:${BRANCH}`)
    await inFolder('checkout', '--quiet', '--force', 'main')
    return world.repository.remote(BRANCH)
  }

  beforeEach(() => open())
  afterEach(() => leave())

  it('is neither replaced nor proposed, also where its commit calls itself a bump', async () => {
    const theirs = await proposedBy(
      'chore(release): lib 0.3.1\n\nRelease-Charts: bump',
      'notes.txt',
      'a week of work\n',
    )
    const run = await propose()
    expect(run.exitCode).toBe(1)
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 failed', 'web 1.4.3 failed'])
    expect(errorsIn(run)[0]).toMatchObject({ code: 'BRANCH_NOT_OURS' })
    expect(errorsIn(run)[0]?.message).toContain('release-charts/main')
    expect(await world.repository.remote(BRANCH)).toBe(theirs)
    expect(github.pulls).toEqual([])
  })

  it('stays when a person gave a chart another version there, in a commit or by an amendment', async () => {
    await propose()
    const web = await world.repository.remoteFile('charts/web/Chart.yaml', BRANCH)
    const edited = await proposedBy('feat: minor', 'charts/web/Chart.yaml', web.replace('1.4.3', '1.5.0'))
    const run = await propose()
    expect([run.exitCode, await world.repository.remote(BRANCH)]).toEqual([0, edited])
    expect(run.stdout).toContain(
      `is not brought up to date: release-charts/main has changes at ${edited?.slice(0, 12)}`,
    )
    expect(outcomesOf(run).web).toMatchObject({
      result: 'skipped',
      reason: expect.stringContaining('somebody edited'),
    })
    const { git: inFolder } = world.repository
    await inFolder('checkout', '--quiet', '--detach', `${edited}~1`)
    await inFolder('checkout', '--quiet', edited ?? '', '--', 'charts/web/Chart.yaml')
    await inFolder('commit', '--quiet', '--all', '--amend', '--no-edit')
    await inFolder('push', '--quiet', '--force', 'origin', `HEAD:${BRANCH}`)
    await inFolder('checkout', '--quiet', '--force', 'main')
    const amended = await world.repository.remote(BRANCH)
    await propose()
    expect([amended === edited, await world.repository.remote(BRANCH)]).toEqual([false, amended])
    await github.merge(github.pulls[0]?.number ?? 0, 'squash')
    expect(resultsOf(await propose())).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 released', 'web 1.5.0 released'])
    // GitHub may leave the branch; what was merged of it is not lost when it is made anew.
    await world.repository.commit('fix: db', { 'charts/db/values.yaml': 'size: 2\n' })
    expect(resultsOf(await propose())[0]).toBe('db 2.1.0 planned')
  })

  it('stays when a commit was added to the proposal, and when nothing is left to propose', async () => {
    await propose()
    const added = await proposedBy('docs: by hand', 'notes.txt', 'by hand\n')
    await world.repository.commit('fix: db', { 'charts/db/values.yaml': 'size: 2\n' })
    expect((await propose()).exitCode).toBe(1)
    expect(await world.repository.remote(BRANCH)).toBe(added)
    await world.repository.commit('revert: all', {
      'charts/db/values.yaml': null,
      'charts/lib/templates/_labels.tpl': labels,
    })
    const idle = await propose()
    expect([idle.exitCode, idle.stdout.includes('changes at')]).toEqual([0, true])
    expect(await world.repository.remote(BRANCH)).toBe(added)
    expect(github.pulls.map(({ state }) => state)).toEqual(['open'])
  })

  it('is replaced where GitHub merged the base into it and nobody else did anything', async () => {
    await propose()
    await world.repository.commit('docs: x', { 'README.md': '# Charts\n' })
    const { git: inFolder } = world.repository
    await inFolder('fetch', '--quiet', 'origin')
    await inFolder('checkout', '--quiet', '--force', '--detach', (await world.repository.remote(BRANCH)) ?? '')
    await inFolder('merge', '--quiet', '--no-ff', '--message', 'Merge branch main', 'origin/main')
    await inFolder('push', '--quiet', 'origin', `HEAD:${BRANCH}`)
    await inFolder('checkout', '--quiet', '--force', 'main')
    const run = await propose()
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(await git(world.repository.origin, ['rev-list', '--count', `main..${BRANCH}`])).toBe('1')
  })
})

describe('where Actions may not open pull requests', () => {
  beforeAll(() => open({ actionsMayOpenPullRequests: false }))
  afterAll(() => leave())

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
