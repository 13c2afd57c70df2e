import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsIn, resultsOf, versionsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { git } from '../../support/git/repository.ts'
import { watchPushes } from '../../support/git/watch.ts'
import { helmPush } from '../../support/helm/helm-push.ts'
import { startRegistry } from '../../support/registry/registry.ts'
import type { WorkflowEvent } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { startChartRepository } from '../../support/servers/chart-repository.ts'

let world: World
let main: string
/** The head of a pull request: a commit on top of main that nobody has merged. */
let proposed: string

beforeAll(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0'), run: { entry: 'source' } })
  main = (await world.repository.remote()) ?? ''
  await world.repository.write(aChart('app', '1.0.0', 'proposed by a stranger'))
  await world.repository.git('commit', '--quiet', '--all', '--message', 'feat: mine')
  proposed = await world.repository.git('rev-parse', 'HEAD')
  await world.repository.git('push', '--quiet', 'origin', 'HEAD:refs/pull/7/head')
  await world.repository.git('reset', '--quiet', '--hard', main)
  await world.repository.tag('app-1.0.0')
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

/** Runs, and proves that nobody saw anything of it: no upload, no certificate, no push. */
async function isRefused(code: string, event: WorkflowEvent, workspace?: string): Promise<void> {
  const pushes = await watchPushes(world.repository)
  const run = await world.release({ event, ...(workspace !== undefined && { workspace }) })
  expect(errorsIn(run).map((error) => error.code)).toEqual([code])
  expect(run.exitCode).toBe(1)
  expect(run.outputs.released).toBe('false')
  expect(await pushes()).toEqual([])
  expect(await world.repository.remote()).toBe(main)
  expect(versionsOf(world.registry, 'app')).toEqual([])
  expect(world.registry.requests.filter(({ method }) => method === 'PUT')).toEqual([])
}

async function checkedOut(commit: string, ref = 'refs/heads/main', depth = 0): Promise<string> {
  const workspace = await world.repository.checkout({ ref, depth })
  await git(workspace, ['fetch', '--quiet', ...(depth ? ['--depth=1'] : []), 'origin', 'refs/pull/7/head'])
  await git(workspace, ['checkout', '--quiet', '--force', commit])
  return workspace
}

describe('what nobody has merged is never released', () => {
  it.each<WorkflowEvent>([
    { name: 'pull_request' },
    { name: 'pull_request_target' },
    { name: 'merge_group', ref: 'refs/heads/main' },
    { name: 'workflow_dispatch', ref: 'refs/pull/7/head' },
    { name: 'push', ref: 'refs/pull/7/head' },
  ])('by an event: %j', async (event) => {
    await isRefused('EVENT_REFUSED', event)
    expect(world.registry.requests).toEqual([])
    expect(world.sigstore.trace).toEqual([])
  })

  it('by a checkout of a pull request under an event of main, as workflow_run and issue_comment invite to', async () => {
    await isRefused('HEAD_NOT_ON_REF', { name: 'workflow_dispatch' }, await checkedOut(proposed))
  })

  it('by such a checkout that is shallow', async () => {
    await isRefused('HEAD_NOT_ON_REF', { name: 'push' }, await checkedOut(proposed, 'refs/heads/main', 1))
  })

  it('by such a checkout under a tag', async () => {
    await world.repository.tag('v3.0.0', main)
    const event = { name: 'push', ref: 'refs/tags/v3.0.0' } as const
    await isRefused('HEAD_NOT_ON_REF', event, await checkedOut(proposed))
  })

  it('by a commit that an earlier step made and did not push', async () => {
    const workspace = await world.repository.checkout()
    const person = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.test']
    await git(workspace, [...person, 'commit', '--quiet', '--allow-empty', '--message', 'chore: generated'])
    await isRefused('HEAD_NOT_ON_REF', { name: 'push' }, workspace)
  })
})

describe('what nobody has merged is not even planned where the job has secrets', () => {
  it.each(['pull_request_target'] as const)('by a checkout of a pull request under %s', async (name) => {
    await using evil = await startRegistry()
    const workspace = await checkedOut(proposed)
    const config = `defaults:\n  targets: ['oci://${evil.host}/acme/charts']\n`
    await mkdir(join(workspace, '.github'))
    await writeFile(join(workspace, '.github/release-charts.yaml'), config)
    const login = { 'registry-username': 'publisher', 'registry-password': 'a password' }
    const inputs = { mode: 'plan', targets: '', ...login }
    const run = await world.release({ event: { name }, workspace, inputs })
    expect(errorsIn(run).map(({ code }) => code)).toEqual(['HEAD_NOT_ON_REF'])
    expect(evil.requests).toEqual([])
  })

  it('which leaves the base of the pull request to be planned', async () => {
    const run = await world.release({ event: { name: 'pull_request_target' }, inputs: { mode: 'plan' } })
    expect(resultsOf(run)).toEqual(['app 1.0.0 planned'])
  })
})

describe('a plan of a pull request', () => {
  it('fetches nothing that the pull request names, also where a package of another tool is to be compared', async () => {
    await using charts = await startChartRepository([{ name: 'base', version: '1.1.0' }])
    const dependency = `dependencies:\n  - name: base\n    version: 1.1.0\n    repository: ${charts.url}\n`
    await world.repository.write(aChart('old', '1.0.0'))
    await helmPush(world, join(world.repository.folder, 'charts/old'))
    await world.repository.git('checkout', '--quiet', '--orphan', 'proposal')
    await world.repository.write({
      ...aChart('old', '1.0.0', 'first', dependency),
      '.github/release-charts.yaml': `dependencies:\n  schemes: [http]\n  private-hosts: ['${charts.host}']\ncharts:\n  charts/old: { unlocked: allow }\n`,
    })
    await world.repository.git('add', '--all')
    await world.repository.git('commit', '--quiet', '--message', 'feat: mine')
    await world.repository.git('push', '--quiet', 'origin', 'HEAD:refs/pull/8/merge')
    await world.repository.git('checkout', '--quiet', '--force', 'main')
    const event = { name: 'pull_request', ref: 'refs/pull/8/merge' } as const
    const run = await world.release({ event, inputs: { mode: 'plan' } })
    expect(errorsIn(run).map(({ code }) => code)).toEqual(['DEPENDENCY_REFUSED'])
    expect(charts.requests).toEqual([])
  })
})

describe('a check of a pull request', () => {
  it('lints without what it must not fetch: only what no dependency can mend fails', async () => {
    await using charts = await startChartRepository([{ name: 'base', version: '1.1.0' }])
    const dependency = `dependencies:\n  - name: base\n    version: 1.1.0\n    repository: ${charts.url}\n`
    await world.repository.git('checkout', '--quiet', '-B', 'proposal', 'origin/main')
    await world.repository.write({
      ...aChart('needs', '1.0.0', 'first', dependency),
      'charts/needs/templates/more.yaml': 'a: {{ include "base.name" . }}\n',
      ...aChart('broken', '1.0.0', 'first', dependency),
      'charts/broken/templates/more.yaml': 'a: 1\n{{ if }}\n',
    })
    await world.repository.git('add', '--all')
    await world.repository.git('commit', '--quiet', '--message', 'feat: mine')
    await world.repository.git('push', '--quiet', 'origin', 'HEAD:refs/pull/9/merge')
    await world.repository.git('checkout', '--quiet', '--force', 'main')
    const run = await world.release({
      event: { name: 'pull_request', ref: 'refs/pull/9/merge' },
      inputs: { mode: 'check' },
    })
    expect(errorsIn(run).map(({ code, properties }) => `${code} ${properties.file}:${properties.line}`)).toEqual([
      'CHART_LINT_FAILED charts/broken/templates/more.yaml:2',
    ])
    expect(run.stdout).toContain('needs was linted without its dependencies: its pull request names them')
    expect(charts.requests).toEqual([])
  })
})

describe('a level of a pull request', () => {
  const config = (host: string) =>
    `dependencies:\n  schemes: [http]\n  private-hosts: ['${host}']\ncharts:\n  charts/uses: { unlocked: allow }\n`
  const uses = (url: string, version: string) =>
    aChart('uses', '1.0.0', 'first', `dependencies:\n  - name: base\n    version: ${version}\n    repository: ${url}\n`)

  /** Checks a proposal on top of what main holds. */
  async function proposedUse(number: number, url: string, version: string) {
    const ref = `refs/pull/${number}/merge`
    await own.repository.git('checkout', '--quiet', '-B', 'proposal', 'origin/main')
    await own.repository.write({ ...uses(url, version), '.github/release-charts.yaml': config(new URL(url).host) })
    await own.repository.git('commit', '--quiet', '--all', '--message', 'feat: mine')
    await own.repository.git('push', '--quiet', 'origin', `HEAD:${ref}`)
    await own.repository.git('checkout', '--quiet', '--force', 'main')
    const payload = { pull_request: { base: { sha: await own.repository.remote() } } }
    return own.release({ event: { name: 'pull_request', ref, payload }, inputs: { mode: 'check' } })
  }

  let own: World
  let charts: Awaited<ReturnType<typeof startChartRepository>>

  beforeAll(async () => {
    const offered = ['1.0.0', '1.1.0'].map((version) => ({ name: 'base', version }))
    charts = await startChartRepository(offered)
    own = await aWorld({
      files: { ...uses(charts.url, '1.0.0'), '.github/release-charts.yaml': config(charts.host) },
      run: { entry: 'source' },
    })
    expect(resultsOf(await own.release())).toEqual(['uses 1.0.0 released'])
  })
  afterAll(async () => {
    await Promise.all([own[Symbol.asyncDispose](), charts[Symbol.asyncDispose]()])
  })

  it('fetches a dependency from where a chart of the base takes its own from', async () => {
    const from = charts.requests.length
    const run = await proposedUse(21, charts.url, '1.1.0')
    expect(errorsIn(run).map(({ code }) => code)).toEqual(['VERSION_NOT_RAISED'])
    expect(charts.requests.slice(from).map(({ path }) => path)).toContain('/base-1.1.0.tgz')
  })

  it('fetches none from where only the pull request says, and tells so', async () => {
    await using stranger = await startChartRepository([{ name: 'base', version: '1.1.0' }])
    const run = await proposedUse(22, stranger.url, '1.1.0')
    expect(errorsIn(run).map(({ code }) => code)).toEqual(['VERSION_NOT_RAISED'])
    expect(stranger.requests).toEqual([])
    expect(run.stdout).toContain('evidence/not-fetched: note: Not fetched for a pull request, which names it: base')
  })
})

describe('what is merged is released', () => {
  it('also where the branch has moved on since the checkout', async () => {
    const workspace = await world.repository.checkout()
    await world.repository.commit('docs: read me', { 'README.md': '# Charts\n' })
    const run = await world.release({ workspace })
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
  })

  it('also from an annotated tag, whose own id is no commit', async () => {
    await world.repository.commit('feat: 1.1.0', aChart('app', '1.1.0', 'second'))
    await world.repository.git('tag', '--annotate', '--message', 'app 1.1.0', 'app-1.1.0')
    await world.repository.git('push', '--quiet', 'origin', 'app-1.1.0')
    const run = await world.release({ event: { name: 'push', ref: 'refs/tags/app-1.1.0' } })
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run)).toEqual(['app 1.1.0 released'])
  })
})
