import { afterEach, describe, expect, it } from '@jest/globals'
import { type ClaimContext, claimedRelease, claimOf } from '../../../../src/plan/published/claims.ts'
import { aRepository, type Files, git as realGit, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn, sourcesIn } from '../../../support/helm/packaging.ts'

const repositories: TestRepository[] = []
afterEach(async () => {
  await Promise.all(repositories.splice(0).map((repository) => repository.remove()))
})

const chartYaml = (version: string, appVersion = '7') =>
  `apiVersion: v2\nname: app\nversion: ${version}\nappVersion: "${appVersion}"\n`
const first: Files = { 'charts/app/Chart.yaml': chartYaml('1.0.0'), 'charts/app/values.yaml': 'a: 1\n' }

async function aTaggedRepository(files: Files = first): Promise<TestRepository> {
  const repository = await aRepository({ files })
  repositories.push(repository)
  await repository.tag('app-1.0.0')
  return repository
}

/** The claim on a version as the newest commit sees it. */
async function look(
  repository: TestRepository,
  version = '1.0.0',
  more: Partial<ClaimContext> & { folder?: string } = {},
) {
  const workspace = await repository.checkout()
  const git = gitIn(workspace)
  const path = more.folder ?? 'charts/app'
  const chart = (await sourcesIn(git, [path])).charts.get(path)
  if (!chart) throw new Error(`${path} was not read`)
  const context = {
    git,
    tagTemplate: '{{ .Name }}-{{ .Version }}',
    remoteTags: () => git.remoteTags(),
    ownRepositories: [],
    bumpsGoToGit: true,
    ...more,
  }
  const wanted = { name: 'app', version, appVersion: chart.manifest.appVersion }
  return { claim: await claimOf(chart, wanted, context), release: await claimedRelease(chart, wanted, context) }
}

describe('the claim on a version', () => {
  it('is free where there is no tag, or none is wanted', async () => {
    const repository = await aTaggedRepository()
    expect(await look(repository, '1.0.1')).toEqual({ claim: 'free', release: undefined })
    expect((await look(repository, '1.0.0', { tagTemplate: '' })).claim).toBe('free')
  })

  it('is held by the same content, also when the tag stands on another commit', async () => {
    const repository = await aTaggedRepository()
    const tagged = await repository.remote()
    await repository.commit('docs: elsewhere', { 'README.md': 'x' })
    expect(await look(repository)).toMatchObject({ claim: 'held', release: { commit: tagged, path: 'charts/app' } })
  })

  it('is taken by other content, and by another appVersion', async () => {
    const repository = await aTaggedRepository()
    await repository.commit('fix: values', { 'charts/app/values.yaml': 'a: 2\n' })
    expect(await look(repository)).toEqual({ claim: 'taken', release: undefined })
    await repository.commit('fix: back, with another appVersion', {
      ...first,
      'charts/app/Chart.yaml': chartYaml('1.0.0', '8'),
    })
    expect((await look(repository)).claim).toBe('taken')
  })

  it('is held wherever the folder stood then', async () => {
    const repository = await aTaggedRepository()
    await repository.commit('refactor: move', {
      'charts/app': null,
      'stable/app/Chart.yaml': chartYaml('1.0.0'),
      'stable/app/values.yaml': 'a: 1\n',
    })
    expect(await look(repository, '1.0.0', { folder: 'stable/app' })).toMatchObject({
      claim: 'held',
      release: { path: 'charts/app' },
    })
  })

  it('is held by a tag that is no ancestor: release branches and squashes are normal', async () => {
    const repository = await aRepository({ files: { 'README.md': 'x' } })
    repositories.push(repository)
    await repository.git('checkout', '--quiet', '-b', 'release')
    await repository.write(first)
    await repository.git('add', '--all')
    await repository.git('commit', '--quiet', '--message', 'feat: on a branch')
    await repository.git('push', '--quiet', 'origin', 'HEAD:refs/tags/app-1.0.0')
    await repository.git('checkout', '--quiet', 'main')
    await repository.commit('feat: squashed', first)
    expect((await look(repository)).claim).toBe('held')
  })

  it('is held by an annotated tag', async () => {
    const repository = await aRepository({ files: first })
    repositories.push(repository)
    await repository.git('tag', '--annotate', '--message', 'x', 'app-1.0.0')
    await repository.git('push', '--quiet', 'origin', 'app-1.0.0')
    expect((await look(repository)).claim).toBe('held')
  })

  it('is taken by a tag whose commit holds no such chart, or can not be had', async () => {
    const repository = await aRepository({ files: { 'README.md': 'x' } })
    repositories.push(repository)
    await repository.tag('app-1.0.0')
    await repository.commit('feat: app', first)
    expect((await look(repository)).claim).toBe('taken')
    const remoteTags = async () => new Map([['app-1.0.0', 'e'.repeat(40)]])
    expect((await look(repository, '1.0.0', { remoteTags })).claim).toBe('taken')
  })

  it('is taken by a tag on a blob', async () => {
    const repository = await aRepository({ files: first })
    repositories.push(repository)
    const blob = await realGit(repository.origin, ['rev-parse', 'main:charts/app/values.yaml'])
    await realGit(repository.origin, ['update-ref', 'refs/tags/app-1.0.0', blob])
    expect((await look(repository)).claim).toBe('taken')
  })

  it('on a version that git does not say is held only by runs that leave git as it is', async () => {
    const repository = await aRepository({ files: first })
    repositories.push(repository)
    await repository.tag('app-1.0.7')
    expect((await look(repository, '1.0.7')).claim).toBe('taken')
    expect((await look(repository, '1.0.7', { bumpsGoToGit: false })).claim).toBe('held')
  })
})
