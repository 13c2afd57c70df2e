import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { changesIn, errorsIn, planOf, resultsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { type Files, git } from '../../support/git/repository.ts'
import { startRegistry, type TestRegistry } from '../../support/registry/registry.ts'
import type { WorkflowEvent, WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { startChartRepository } from '../../support/servers/chart-repository.ts'

const CONFIG = '.github/release-charts.yaml'
const LOGIN = { 'registry-username': 'publisher', 'registry-password': 'correct-horse-battery' }
const PULL = 'refs/pull/7/head'
const MERGE = 'refs/pull/7/merge'
const QUEUE = 'refs/heads/gh-readonly-queue/main/pr-7-abc'

let world: World
let evil: TestRegistry
let stranger: Awaited<ReturnType<typeof startChartRepository>>
let main: string

/** Everything that a config file can name, at a place of the author's choice. */
const configOf = (host: string) => `defaults:
  targets: ['oci://${host}/acme/charts']
  plain-http: ['${host}']
  token-realms: ['${host}']
`
const greedy = (host: string, from: string) => `${configOf(host)}  adopt: true
  helm-version: 3.8.0
  sigstore-signing-config: proposed.json
  sigstore-trusted-root: proposed.json
dependencies:
  schemes: [http]
  private-hosts: ['${host}', '${from}']
charts:
  charts/app: { unlocked: allow }
trusted-signers:
  - { issuer: 'https://token.actions.githubusercontent.com', subject: '*' }
`

beforeAll(async () => {
  evil = await startRegistry()
  stranger = await startChartRepository([{ name: 'base', version: '1.0.0' }])
  world = await aWorld({ files: {}, run: { entry: 'source', inputs: { targets: '', ...LOGIN } } })
  main = await world.repository.commit('feat: app', {
    ...aChart('app', '1.0.0'),
    [CONFIG]: configOf(world.registry.host),
  })
  expect(resultsOf(await world.release())).toEqual(['app 1.0.0 released'])
  const dependency = `dependencies:\n  - name: base\n    version: 1.0.0\n    repository: ${stranger.url}\n`
  await proposal({
    ...aChart('app', '2.0.0', 'by a stranger', dependency),
    [CONFIG]: greedy(evil.host, stranger.host),
    'cr.yaml': `pages-branch: elsewhere\ncharts-repo: http://${evil.host}/charts\n`,
    '.lfsconfig': `[lfs]\n\turl = http://${evil.host}/lfs\n`,
  })
})
afterAll(async () => {
  await Promise.all([world[Symbol.asyncDispose](), evil.stop(), stranger[Symbol.asyncDispose]()])
})
beforeEach(async () => {
  expect(await world.repository.remote()).toBe(main)
})

/** A commit on top of main that only the refs of proposals hold. */
async function proposal(files: Files): Promise<void> {
  await world.repository.git('checkout', '--quiet', '--detach', main)
  await world.repository.write(files)
  await world.repository.git('add', '--all', '--force')
  await world.repository.git('commit', '--quiet', '--message', 'feat!: mine')
  for (const ref of [PULL, MERGE, QUEUE]) await world.repository.git('push', '--quiet', 'origin', `HEAD:${ref}`)
  await world.repository.git('checkout', '--quiet', '--force', 'main')
}

async function checkedOut(ref: string): Promise<string> {
  const workspace = await world.repository.checkout()
  await git(workspace, ['fetch', '--quiet', 'origin', ref])
  await git(workspace, ['checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD'])
  return workspace
}

/** Nothing at all came to the places that the proposal names, and no login to a place that it could read. */
function expectNothingTold(run: WorkflowRun): void {
  expect(evil.requests).toEqual([])
  expect(stranger.requests).toEqual([])
  expect(run.stderr + run.summary).not.toContain(LOGIN['registry-password'])
}

const events: readonly WorkflowEvent[] = [
  ...(
    [
      'push',
      'workflow_dispatch',
      'repository_dispatch',
      'schedule',
      'issues',
      'check_run',
      'deployment_status',
      'discussion',
      'workflow_run',
      'issue_comment',
      'pull_request_target',
    ] as const
  ).map((name) => ({ name })),
  { name: 'push', ref: 'refs/tags/v1.0.0' },
  { name: 'push', ref: QUEUE },
  { name: 'merge_group', ref: QUEUE },
  { name: 'pull_request', ref: MERGE },
  { name: 'pull_request_review', ref: MERGE },
]
const REFUSED_AT_ONCE = ['workflow_run', 'issue_comment', 'pull_request_target']

describe('what only a proposal names is neither contacted nor trusted', () => {
  beforeAll(() => world.repository.tag('v1.0.0', main))

  it.each(events)('in a plan, with the proposal checked out: %j', async (event) => {
    const run = await world.release({ event, workspace: await checkedOut(PULL), inputs: { mode: 'plan' } })
    expectNothingTold(run)
    if (REFUSED_AT_ONCE.includes(event.name)) {
      expect(errorsIn(run).map(({ code }) => code)).toEqual(['HEAD_NOT_ON_REF'])
      return
    }
    expect([run.exitCode, resultsOf(run)]).toEqual([0, ['app 2.0.0 planned']])
    const { settings } = planOf(run)
    expect(settings.targets).toEqual({ value: `oci://${world.registry.host}/acme/charts`, source: 'config' })
    expect([settings.adopt?.source, settings['helm-version']?.source]).toEqual(['default', 'default'])
    const told = `${CONFIG} of this checkout does not count: origin does not show`
    expect(run.stdout).toContain(`The settings of commit ${main} apply`)
    expect(run.annotations.some(({ message }) => message.includes(told))).toBe(true)
    expect(run.summary).toContain('of this checkout does not count')
  })

  it.each(events)('in a check: %j', async (event) => {
    const run = await world.release({ event, workspace: await checkedOut(PULL), inputs: { mode: 'check' } })
    expectNothingTold(run)
    const codes = REFUSED_AT_ONCE.includes(event.name) ? ['HEAD_NOT_ON_REF'] : []
    expect(errorsIn(run).map(({ code }) => code)).toEqual(codes)
  })

  it.each(events)('in a release, which is refused before anybody is asked: %j', async (event) => {
    const [asked, signed] = [world.registry.requests.length, world.sigstore.trace.length]
    const run = await world.release({ event, workspace: await checkedOut(PULL) })
    expectNothingTold(run)
    const isProposal = event.ref === QUEUE || event.ref === MERGE || event.name === 'pull_request_target'
    expect(errorsIn(run).map(({ code }) => code)).toEqual([isProposal ? 'EVENT_REFUSED' : 'HEAD_NOT_ON_REF'])
    expect([run.exitCode, run.outputs.released]).toEqual([1, 'false'])
    expect(world.registry.requests.slice(asked)).toEqual([])
    expect(world.sigstore.trace.slice(signed)).toEqual([])
  })

  it.each([MERGE, QUEUE])('when the ref of the run is checked out as it is: %s', async (ref) => {
    for (const mode of ['plan', 'check', 'release']) {
      const run = await world.release({
        event: { name: 'push', ref },
        workspace: await checkedOut(ref),
        inputs: { mode },
      })
      expectNothingTold(run)
      expect(run.exitCode).toBe(mode === 'release' ? 1 : 0)
    }
  })

  it('when an earlier step put it into the work tree, of a checkout that is merged', async () => {
    const workspace = await world.repository.checkout()
    for (const [path, text] of [
      [CONFIG, greedy(evil.host, stranger.host)],
      ['cr.yaml', `pages-branch: elsewhere\n`],
    ] as const) {
      await mkdir(dirname(join(workspace, path)), { recursive: true })
      await writeFile(join(workspace, path), text)
    }
    for (const mode of ['plan', 'check']) {
      const run = await world.release({ workspace, inputs: { mode } })
      expectNothingTold(run)
      expect(run.exitCode).toBe(0)
      expect(run.summary).toContain(`${CONFIG} in the work tree is not as commit ${main.slice(0, 12)} has it`)
      expect(run.summary).toContain('cr.yaml in the work tree is not as commit')
    }
  })

  it('when no file of the base says anything', async () => {
    await using bare = await aWorld({ files: aChart('app', '1.0.0'), run: { entry: 'source', inputs: LOGIN } })
    const { repository } = bare
    await repository.write({ [CONFIG]: greedy(evil.host, stranger.host) })
    await repository.git('add', '--all', '--force')
    await repository.git('commit', '--quiet', '--message', 'feat: mine')
    await repository.git('push', '--quiet', 'origin', `HEAD:${PULL}`)
    const workspace = await repository.checkout()
    await git(workspace, ['fetch', '--quiet', 'origin', PULL])
    await git(workspace, ['checkout', '--quiet', '--detach', 'FETCH_HEAD'])
    const run = await bare.release({ event: { name: 'schedule' }, workspace, inputs: { mode: 'plan' } })
    expectNothingTold(run)
    expect(resultsOf(run)).toEqual(['app 1.0.0 planned'])
    expect(planOf(run).settings.adopt?.source).toBe('default')
  })
})

describe('what is merged counts', () => {
  it.each<WorkflowEvent>([
    { name: 'push' },
    { name: 'workflow_dispatch' },
    { name: 'schedule' },
    { name: 'issues' },
    { name: 'push', ref: 'refs/tags/v1.0.0' },
  ])('without a word and without a question to origin: %j', async (event) => {
    const workspace = await world.repository.checkout({ ref: event.ref ?? 'refs/heads/main' })
    const run = await world.release({ event, workspace, inputs: { mode: 'plan' } })
    expect(planOf(run).settings.targets?.source).toBe('config')
    expect(run.stdout).not.toContain('apply: origin does not show')
    expect(run.summary).not.toContain('does not count')
  })

  it('on a branch of the repository, with that branch’s config file', async () => {
    await using other = await startRegistry()
    await world.repository.git('checkout', '--quiet', '--detach', main)
    await world.repository.write({ [CONFIG]: configOf(other.host) })
    await world.repository.git('commit', '--quiet', '--all', '--message', 'chore: another registry')
    await world.repository.git('push', '--quiet', 'origin', 'HEAD:refs/heads/release-1.x')
    await world.repository.git('checkout', '--quiet', '--force', 'main')
    const run = await world.release({
      event: { name: 'push', ref: 'refs/heads/release-1.x' },
      inputs: { branches: 'release-*' },
    })
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
    expect(changesIn(other).length).toBeGreaterThan(0)
  })
})
