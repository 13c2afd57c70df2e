import { afterEach, describe, expect, it } from '@jest/globals'
import { readSources } from '../../../../src/chart/source/read-sources.ts'
import { dependentsLeft, vanishedCharts } from '../../../../src/pipeline/plan/charts-left-out.ts'
import type { ChartDecision } from '../../../../src/plan/decision/decision.ts'
import { discover } from '../../../../src/plan/scope/discover.ts'
import { aRepository, type Files, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn } from '../../../support/helm/packaging.ts'

const OWN = 'oci://registry.test/charts'
const repositories: TestRepository[] = []
afterEach(async () => {
  await Promise.all(repositories.splice(0).map((repository) => repository.remove()))
})

const chartText = (name: string, dependency?: string) =>
  `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${dependency ? `dependencies:\n  - name: lib\n    version: 1.x\n    repository: ${dependency}\n` : ''}`
const files: Files = {
  'charts/lib/Chart.yaml': chartText('lib'),
  'charts/web/Chart.yaml': chartText('web', 'file://../lib'),
  'charts/left/Chart.yaml': chartText('left', 'file://../lib'),
  'examples/demo/Chart.yaml': chartText('demo', `${OWN}/`),
  'examples/old/Chart.yaml': 'apiVersion: v1\nname: old\nversion: 1.0.0\n',
  'examples/old/requirements.yaml':
    'dependencies:\n  - name: lib\n    version: 1.x\n    repository: file://../../charts/lib\n',
  'examples/other/Chart.yaml': chartText('other', 'https://charts.test'),
  'examples/broken/Chart.yaml': 'name: [',
  'charts/web/charts/vendored/Chart.yaml': chartText('vendored', 'file://../../../lib'),
}

async function aRepositoryOf(all: Files = files): Promise<TestRepository> {
  const repository = await aRepository({ files: all })
  repositories.push(repository)
  return repository
}

interface Asked {
  readonly actions?: Readonly<Record<string, ChartDecision['action']>>
  readonly before?: string
  readonly workspace?: string
  readonly refType?: 'branch' | 'tag'
}

/** What is said of a run at the head, with `charts/*` but `charts/left`. */
async function leftOut(
  repository: TestRepository,
  { actions = {}, before, workspace, refType = 'branch' }: Asked = {},
) {
  const git = gitIn(workspace ?? repository.folder)
  const asked: string[] = []
  const counting = {
    ...git,
    blobs: async (objects: readonly string[], max?: number) => {
      asked.push(...objects)
      return git.blobs(objects, max)
    },
  }
  let folders: readonly string[] = []
  const sources = await readSources(git, await git.head(), (tree) => {
    folders = discover(tree.paths, ['charts/*'], ['charts/left'])
    return folders
  })
  const decisions = [...sources.charts.values()].map((chart) => {
    return { chart, action: actions[chart.manifest.name] ?? 'leave', sightings: [] } as unknown as ChartDecision
  })
  const run = {
    platform: { git: counting },
    facts: { refType, ...(before && { before }) },
    settings: { charts: ['charts/*'], exclude: ['charts/left'] },
    history: { ownRepositories: [{ address: OWN, holds: () => true }] },
  }
  const looked = { sources, folders }
  const said = [...(await vanishedCharts(run, looked)), ...(await dependentsLeft(run, looked, decisions))]
  return { said, reads: asked.length }
}

describe('charts outside of `charts` that depend on one which is released', () => {
  it.each(['publish', 'bump'] as const)('are named once (%s)', async (action) => {
    const { said } = await leftOut(await aRepositoryOf(), { actions: { lib: action } })
    expect(said).toEqual([
      'Charts that `charts` and `exclude` leave out depend on charts that are released here, and are not released with them: charts/left (lib), examples/demo (lib), examples/old (lib).',
    ])
  })

  it('are not looked for when nothing is released, and not named for a chart that they do not need', async () => {
    const repository = await aRepositoryOf()
    expect(await leftOut(repository)).toEqual({ said: [], reads: 0 })
    expect((await leftOut(repository, { actions: { web: 'bump' } })).said).toEqual([])
  })
})

describe('a chart that the last change took out', () => {
  it.each([
    ['was deleted', { 'charts/web/Chart.yaml': null }, 'charts/web/Chart.yaml is gone'],
    [
      'was moved out of `charts`',
      { 'charts/web/Chart.yaml': null, 'parts/web/Chart.yaml': chartText('web', 'file://../../charts/lib') },
      'it is in parts/web now, which `charts` and `exclude` leave out',
    ],
    ['has another name', { 'charts/web/Chart.yaml': chartText('www') }, 'charts/web holds the chart www now'],
  ])('is named if it %s', async (_, change, what) => {
    const repository = await aRepositoryOf()
    await repository.commit('feat: less', change)
    const said = [`web is not released any more: ${what}. Its published versions stay.`]
    expect((await leftOut(repository)).said).toEqual(said)
    await repository.commit('docs: x', { 'README.md': 'x' })
    expect((await leftOut(repository)).said).toEqual([])
  })

  it('is named for all commits of a push', async () => {
    const repository = await aRepositoryOf()
    const before = await repository.remote()
    await repository.commit('feat: less', { 'charts/web/Chart.yaml': null })
    await repository.commit('docs: x', { 'README.md': 'x' })
    expect((await leftOut(repository, { ...(before && { before }) })).said).toHaveLength(1)
    expect((await leftOut(repository, { ...(before && { before }), refType: 'tag' })).said).toEqual([])
  })

  it.each([
    ['only its folder changed', { 'charts/web/Chart.yaml': null, 'charts/www/Chart.yaml': chartText('web') }],
    ['only its version changed', { 'charts/web/Chart.yaml': chartText('web').replace('1.0.0', '1.0.1') }],
    ['nothing of it changed', { 'README.md': 'x' }],
    ['it was never one of them', { 'charts/left/Chart.yaml': null }],
    [
      'another one can not be read, and may be it',
      { 'charts/web/Chart.yaml': null, 'charts/odd/Chart.yaml': 'name: [' },
    ],
  ])('is none if %s', async (_, change) => {
    const repository = await aRepositoryOf()
    await repository.commit('feat: other', change)
    expect((await leftOut(repository)).said).toEqual([])
  })

  it('is not known in a clone of one commit', async () => {
    const repository = await aRepositoryOf()
    await repository.commit('feat: less', { 'charts/web/Chart.yaml': null })
    expect((await leftOut(repository, { workspace: await repository.checkout({ depth: 1 }) })).said).toEqual([])
  })
})
