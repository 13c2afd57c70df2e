import { rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { releaseCommits } from '../../../../src/plan/history/release-commit.ts'
import { aRepository, type Files, git, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn, sourcesIn } from '../../../support/helm/packaging.ts'
import { failureOf } from '../../../support/values/failure.ts'

const repositories: TestRepository[] = []
afterEach(async () => {
  await Promise.all(repositories.splice(0).map((repository) => repository.remove()))
})

const chartYaml = (name: string, version = '1.0.0', more = '') =>
  `apiVersion: v2\nname: ${name}\nversion: ${version}\n${more}`
const app: Files = { 'charts/app/Chart.yaml': chartYaml('app'), 'charts/app/values.yaml': 'a: 1\n' }

async function aRepositoryOf(files: Files = app): Promise<TestRepository> {
  const repository = await aRepository({ files })
  repositories.push(repository)
  return repository
}

/** The release commits of charts as they are checked out. */
async function commitsOf(workspace: string, folders: readonly string[] = ['charts/app']) {
  const real = gitIn(workspace)
  const sources = await sourcesIn(real, folders)
  const charts = folders.flatMap((path) => sources.charts.get(path) ?? [])
  if (charts.length < folders.length) throw [...sources.problems.values()][0] ?? new Error('not read')
  return releaseCommits({ git: real, ownRepositories: [] }, sources, charts)
}

const commitOf = async (repository: TestRepository, folder = 'charts/app') =>
  (await commitsOf(repository.folder, [folder])).get(folder)?.commit

describe('the release commit', () => {
  it('is the last that changed the content, with its time', async () => {
    const repository = await aRepositoryOf()
    const commit = await repository.commit('fix: a', { 'charts/app/values.yaml': 'a: 2\n' })
    await repository.commit('docs: elsewhere', { 'README.md': 'x' })
    expect(await commitsOf(repository.folder)).toEqual(
      new Map([['charts/app', { commit, committedAt: new Date('2026-01-01T01:00:00Z') }]]),
    )
  })

  it('is the first commit where nothing came after', async () => {
    const repository = await aRepositoryOf()
    expect(await commitOf(repository)).toBe(await repository.remote())
  })

  it('is the one that set the version or the appVersion', async () => {
    const repository = await aRepositoryOf()
    const version = await repository.commit('chore: version', { 'charts/app/Chart.yaml': chartYaml('app', '1.0.1') })
    expect(await commitOf(repository)).toBe(version)
    const appVersion = await repository.commit('chore: appVersion', {
      'charts/app/Chart.yaml': chartYaml('app', '1.0.1', 'appVersion: "8"\n'),
    })
    expect(await commitOf(repository)).toBe(appVersion)
  })

  it('is none that touched only what the package does not hold', async () => {
    const repository = await aRepositoryOf({ ...app, 'charts/app/.helmignore': 'README.md\n' })
    const first = await repository.remote()
    await repository.commit('docs: readme', { 'charts/app/README.md': 'x' })
    await repository.commit('style: a comment on the version line', {
      'charts/app/Chart.yaml': chartYaml('app').replace('1.0.0', '1.0.0 # do not touch'),
    })
    await repository.git('commit', '--quiet', '--allow-empty', '--message', 'chore: nothing')
    expect(await commitOf(repository)).toBe(first)
  })

  it('is the one that put content back, not the one that it was first made in', async () => {
    const repository = await aRepositoryOf()
    await repository.commit('fix: wrong', { 'charts/app/values.yaml': 'a: 2\n' })
    const back = await repository.commit('revert: wrong', app)
    expect(await commitOf(repository)).toBe(back)
  })

  it('is the merge that brought it, not a commit of the side branch', async () => {
    const repository = await aRepositoryOf()
    await repository.git('checkout', '--quiet', '-b', 'side')
    await repository.write({ 'charts/app/values.yaml': 'a: 2\n' })
    await repository.git('commit', '--quiet', '--all', '--message', 'fix: on the side')
    await repository.git('checkout', '--quiet', 'main')
    await repository.git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'side')
    expect(await commitOf(repository)).toBe(await repository.git('rev-parse', 'HEAD'))
  })

  it('is the move of the folder', async () => {
    const repository = await aRepositoryOf()
    const moved = await repository.commit('refactor: move', {
      'charts/app': null,
      ...Object.fromEntries(Object.entries(app).map(([path, text]) => [path.replace('charts', 'stable'), text])),
    })
    expect(await commitOf(repository, 'stable/app')).toBe(moved)
  })

  it('of a chart at the root does not move with what is ignored there', async () => {
    const repository = await aRepositoryOf({ 'Chart.yaml': chartYaml('root'), '.helmignore': '/docs/\n' })
    const first = await repository.remote()
    await repository.commit('docs: x', { 'docs/x.md': 'x' })
    expect(await commitOf(repository, '.')).toBe(first)
    const changed = await repository.commit('fix: x', { 'values.yaml': 'x: 1\n' })
    expect(await commitOf(repository, '.')).toBe(changed)
  })

  it('sees changes of charts that it depends on, over several steps', async () => {
    const needs = (name: string) =>
      `dependencies:\n  - name: ${name}\n    version: 1.0.0\n    repository: file://../${name}\n`
    const repository = await aRepositoryOf({
      'charts/app/Chart.yaml': chartYaml('app', '1.0.0', needs('lib')),
      'charts/lib/Chart.yaml': chartYaml('lib', '1.0.0', needs('core')),
      'charts/core/Chart.yaml': chartYaml('core'),
    })
    const core = await repository.commit('fix: core', { 'charts/core/values.yaml': 'c: 1\n' })
    expect(await commitOf(repository)).toBe(core)
    expect(await commitOf(repository, 'charts/lib')).toBe(core)
  })

  it('is found for many charts in one walk', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `c${n}`)
    const repository = await aRepositoryOf(
      Object.fromEntries(names.map((name) => [`charts/${name}/Chart.yaml`, chartYaml(name)])),
    )
    const wanted = new Map<string, string>()
    for (const name of names.slice(0, 6)) {
      wanted.set(
        `charts/${name}`,
        await repository.commit(`fix: ${name}`, { [`charts/${name}/values.yaml`]: 'x: 1\n' }),
      )
    }
    const found = await commitsOf(
      repository.folder,
      names.map((name) => `charts/${name}`),
    )
    for (const [path, commit] of wanted) expect(found.get(path)?.commit).toBe(commit)
    expect(found.size).toBe(12)
  })

  it('is found in a shallow clone, which is deepened for it', async () => {
    const repository = await aRepositoryOf()
    const first = await repository.remote()
    await repository.commit('docs: x', { 'README.md': 'x' })
    const workspace = await repository.checkout({ depth: 1 })
    expect((await commitsOf(workspace)).get('charts/app')?.commit).toBe(first)
  })

  it('says fetch-depth where the history can not be had', async () => {
    const repository = await aRepositoryOf()
    await repository.commit('docs: x', { 'README.md': 'x' })
    const workspace = await repository.checkout({ depth: 1 })
    await git(workspace, ['remote', 'set-url', 'origin', 'file:///nowhere'])
    const error = await failureOf(commitsOf(workspace))
    expect(error).toMatchObject({ code: 'GIT_SHALLOW', kind: 'config' })
    expect(error.hint).toContain('fetch-depth: 0')
  })
})

describe('the release commit of a chart with links', () => {
  async function aLinkedRepository() {
    const repository = await aRepositoryOf({
      ...app,
      'shared/a.yaml': 'a\n',
      'shared/b.yaml': 'b\n',
      'other/c.yaml': 'a\n',
      'real/one/x.yaml': 'one\n',
      'real/two/x.yaml': 'two\n',
    })
    const { folder } = repository
    await symlink('../../shared', join(folder, 'charts/app/files'))
    await symlink('../../alias/x.yaml', join(folder, 'charts/app/x.yaml'))
    await symlink('real/one', join(folder, 'alias'))
    await repository.commit('feat: links', {})
    return repository
  }

  it.each([
    ['a file changes that a link leads to', { 'real/one/x.yaml': 'changed\n' }],
    ['a file changes in a linked folder', { 'shared/a.yaml': 'changed\n' }],
    ['a file is new in a linked folder', { 'shared/new.yaml': 'n\n' }],
    ['a file goes from a linked folder', { 'shared/b.yaml': null }],
  ])('is the one where %s', async (_, change) => {
    const repository = await aLinkedRepository()
    const commit = await repository.commit('fix: elsewhere', change)
    await repository.commit('docs: none of it', { 'real/two/x.yaml': 'changed\n', 'README.md': 'x' })
    expect(await commitOf(repository)).toBe(commit)
  })

  it('is the one where a link on the way was turned to another place', async () => {
    const repository = await aLinkedRepository()
    await rm(join(repository.folder, 'alias'))
    await symlink('real/two', join(repository.folder, 'alias'))
    const commit = await repository.commit('fix: the other one', {})
    expect(await commitOf(repository)).toBe(commit)
  })
})
