import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { changesIn, errorsIn, errorsOf, resultsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { appToken, workflowToken } from '../../../support/github/tokens.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { type GitServer, startGitServer } from '../../../support/servers/git-http.ts'

const WORKFLOW = workflowToken('ghs_W0rkflowTokenOfThisJob')
const APP = appToken('ghs_T0kenOfAnAppOnTheBypassList')
const basic = ({ value }: { readonly value: string }) =>
  `basic ${Buffer.from(`x-access-token:${value}`).toString('base64')}`

let world: World
let server: GitServer
let head: string
beforeEach(async () => {
  world = await aWorld({
    files: aChart('app', '1.0.0'),
    github: { tokens: [WORKFLOW, APP] },
    run: { entry: 'source', inputs: { sign: 'none' } },
  })
  const { repository } = world
  server = await startGitServer(repository.origin, { [basic(WORKFLOW)]: WORKFLOW.login, [basic(APP)]: APP.login })
  await repository.tag('app-1.0.0')
  head = await repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
})
afterEach(async () => {
  await Promise.all([world[Symbol.asyncDispose](), server[Symbol.asyncDispose]()])
})

interface Tokens {
  /** `github-token` of the step. */
  readonly given?: typeof WORKFLOW
  /** What checkout leaves in the clone. */
  readonly persisted?: typeof WORKFLOW
}

async function release(
  { given = WORKFLOW, persisted = WORKFLOW }: Tokens = {},
  inputs: Readonly<Record<string, string>> = {},
): Promise<WorkflowRun> {
  const workspace = await world.repository.checkout()
  await git(workspace, ['remote', 'set-url', 'origin', server.repository])
  await git(workspace, ['config', `http.${server.url}/.extraheader`, `AUTHORIZATION: ${basic(persisted)}`])
  const env = { GITHUB_SERVER_URL: server.url }
  return world.release({ workspace, token: given.value, env, inputs: { sign: 'none', ...inputs } })
}

async function expectNothingDone(): Promise<void> {
  expect(await world.repository.remote()).toBe(head)
  // That a run may push is asked by an upload that is given up.
  expect(changesIn(world.registry).filter(({ method }) => method === 'PUT')).toEqual([])
}

const pushes = () => world.repository.remote()
const WAYS_OUT = /GitHub App[\s\S]*deploy key[\s\S]*commit: none/

describe('a branch with rules', () => {
  beforeEach(async () => {
    world.github.addRules('main', ['pull_request'], { bypass: [APP.login] })
    await world.github.guardPushes()
  })

  it('stops the workflow token before anything is done, and names the ways out', async () => {
    const run = await release()
    expect(errorsOf(run)).toEqual(['BRANCH_RULES'])
    expect(errorsIn(run)[0]?.message).toMatch(/changes must come by pull request/)
    expect(errorsIn(run)[0]?.message).toMatch(WAYS_OUT)
    await expectNothingDone()
  })

  it('takes the bump of an App on the bypass list', async () => {
    const run = await release({ given: APP, persisted: APP })
    expect(resultsOf(run)).toEqual(['app 1.0.1 released'])
    expect(run.annotations.filter(({ level }) => level === 'warning')).toEqual([])
    expect(await pushes()).not.toBe(head)
  })

  it('takes the bump also where only the checkout got the token of that App', async () => {
    const run = await release({ persisted: APP })
    expect(resultsOf(run)).toEqual(['app 1.0.1 released'])
    expect(run.stdout).toContain('the credentials that checkout left, not with `github-token`')
  })

  it('is not believed to spare the push because it spares another token', async () => {
    const run = await release({ given: APP })
    expect(run.stdout).toMatch(/::warning[^\n]*may refuse a pushed version bump/)
    expect(errorsOf(run)).toEqual(['GIT_PUSH_REFUSED'])
    expect(errorsIn(run)[0]?.message).toMatch(/GH013: Repository rule violations found[\s\S]*through a pull request/)
    await expectNothingDone()
  })

  it('is released from all the same with commit: none', async () => {
    const run = await release({}, { commit: 'none' })
    expect(resultsOf(run)).toEqual(['app 1.0.1 released'])
    expect(await pushes()).toBe(head)
  })

  it.each([
    ['is not there', { status: 502, body: '<html></html>' }],
    ['has had enough', { status: 403, body: { message: 'API rate limit exceeded' } }],
  ])('refuses the push where the API %s, before any registry is told', async (_, answer) => {
    world.github.disturb(() => answer)
    expect(errorsOf(await release())).toEqual(['GIT_PUSH_REFUSED'])
    await expectNothingDone()
  })
})

describe('a branch with classic protection', () => {
  it('that asks for checks stops the run before anything is done', async () => {
    world.github.protect('main', { requiredChecks: ['ci'] })
    const run = await release()
    expect(errorsOf(run)).toEqual(['BRANCH_RULES'])
    expect(errorsIn(run)[0]?.message).toMatch(/status checks must have passed/)
    expect(errorsIn(run)[0]?.message).toMatch(WAYS_OUT)
    await expectNothingDone()
  })

  it('whose terms the token is not told is noted, and its refusal is told in its own words', async () => {
    world.github.protect('main', { requiredReviews: 1 })
    await world.github.guardPushes()
    const run = await release()
    expect(run.stdout).toMatch(/main is protected, and the token can't see how/)
    expect(errorsOf(run)).toEqual(['GIT_PUSH_REFUSED'])
    expect(errorsIn(run)[0]?.message).toMatch(/GH006: Protected branch update failed[\s\S]*through a pull request/)
    expect(errorsIn(run)[0]?.message).toMatch(WAYS_OUT)
    await expectNothingDone()
  })
})
