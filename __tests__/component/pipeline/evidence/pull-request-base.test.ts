import { afterEach, describe, expect, it } from '@jest/globals'
import { externalDependencies } from '../../../../src/chart/dependencies/external-dependencies.ts'
import { readSources } from '../../../../src/chart/source/read-sources.ts'
import { openCheckout } from '../../../../src/pipeline/checkout/checkout.ts'
import { proposedChange } from '../../../../src/pipeline/evidence/pull-request-base.ts'
import { createHistory } from '../../../../src/pipeline/history.ts'
import { runnerFacts } from '../../../../src/platform/runner/environment.ts'
import { aRepository, type Files, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn } from '../../../support/helm/packaging.ts'

const MAIN = 'refs/heads/main'
const repositories: TestRepository[] = []
afterEach(async () => {
  await Promise.all(repositories.splice(0).map((repository) => repository.remove()))
})

async function merged(files: Files): Promise<TestRepository> {
  const repository = await aRepository({ files })
  repositories.push(repository)
  return repository
}

/** A commit that only the ref of a pull request holds. */
async function proposed(repository: TestRepository, files: Files): Promise<string> {
  await repository.write(files)
  await repository.git('add', '--all', '--force')
  await repository.git('commit', '--quiet', '--message', 'feat: mine')
  await repository.git('push', '--quiet', 'origin', '+HEAD:refs/pull/7/head')
  return repository.git('rev-parse', 'HEAD')
}

const chart = (from: string): Files => ({
  'charts/app/Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n  - name: base\n    version: 1.0.0\n    repository: https://${from}.example\n`,
})
const plain: Files = { 'charts/app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\n' }
const lfs = (host: string): Files => ({ '.lfsconfig': `[lfs]\n\turl = https://${host}.example/lfs\n` })

/** Whether the dependencies of the chart at a commit may be fetched by a run with this clone. */
async function mayFetch(repository: TestRepository, commit: string): Promise<boolean> {
  const git = gitIn(repository.folder)
  const facts = runnerFacts({
    GITHUB_REPOSITORY: 'acme/charts',
    GITHUB_REF: MAIN,
    GITHUB_SHA: (await repository.remote()) ?? '',
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_WORKSPACE: repository.folder,
    RUNNER_TEMP: repository.root,
  })
  const checkout = await openCheckout(git, facts)
  const change = proposedChange(
    { checkout, facts, history: createHistory(git, [], { targets: [], perChart: {} }), platform: { git } },
    checkout.head,
  )
  const sources = await readSources(git, commit, ['charts/app'])
  return change.mayFetch(sources, [...sources.charts.values()].flatMap(externalDependencies))
}

describe('a dependency', () => {
  it('is fetched from where the base has some from, and from nowhere that only the checkout names', async () => {
    const repository = await merged(chart('known'))
    const same = await proposed(repository, { 'charts/app/values.yaml': 'a: 1\n' })
    expect(await mayFetch(repository, same)).toBe(true)
    const other = await proposed(repository, chart('stranger'))
    expect(await mayFetch(repository, other)).toBe(false)
  })

  it('is fetched for a commit that a registry names only if a trusted one names the place', async () => {
    const repository = await merged(chart('known'))
    const older = (await repository.remote()) ?? ''
    const main = await repository.commit('feat: moved', chart('moved'))
    const stranger = await proposed(repository, chart('stranger'))
    await repository.git('reset', '--quiet', '--hard', main)
    expect(await mayFetch(repository, main)).toBe(true)
    expect(await mayFetch(repository, older)).toBe(true)
    expect(await mayFetch(repository, stranger)).toBe(false)
    const again = await proposed(repository, { 'README.md': 'x' })
    await repository.git('reset', '--quiet', '--hard', main)
    expect(await mayFetch(repository, again)).toBe(true)
  })
})

describe('a file in LFS', () => {
  it('is not fetched from a server that only the checkout names', async () => {
    const repository = await merged(plain)
    expect(await mayFetch(repository, await proposed(repository, lfs('stranger')))).toBe(false)
  })

  it('is not fetched where the checkout changes the server', async () => {
    const repository = await merged({ ...plain, ...lfs('known') })
    expect(await mayFetch(repository, await proposed(repository, { 'README.md': 'x' }))).toBe(true)
    expect(await mayFetch(repository, await proposed(repository, lfs('stranger')))).toBe(false)
  })

  it('is fetched where nobody names a server, and for what is merged', async () => {
    const repository = await merged({ ...plain, ...lfs('known') })
    expect(await mayFetch(repository, (await repository.remote()) ?? '')).toBe(true)
    expect(await mayFetch(repository, await proposed(repository, { '.lfsconfig': null }))).toBe(true)
  })
})
