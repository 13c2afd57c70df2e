import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { digestOf } from '../../../support/charts/packaged-chart.ts'
import { errorsIn, outcomesOf, resultsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { type Files, git } from '../../../support/git/repository.ts'
import type { Release } from '../../../support/github/release-state.ts'
import { archivesIn, indexByHand, packagedByHand } from '../../../support/helm/by-hand.ts'
import type { RunOptions } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { type ChartRepository, startChartRepository } from '../../../support/servers/chart-repository.ts'

const CHARTS = 40
/** Charts with dependencies: of this repository, of requirements.yaml, and of elsewhere. None of them has a lock in git. */
const DEPENDENTS = ['c01', 'c02', 'c03']
const names = Array.from({ length: CHARTS }, (_, index) => `c${String(index).padStart(2, '0')}`)
const unchanged = names.map((name) => `${name} 1.0.0 unchanged`)

const needs = (name: string, constraint: string, from: string) =>
  `dependencies:\n  - name: ${name}\n    version: ${constraint}\n    repository: ${from}\n`

let world: World
let elsewhere: ChartRepository

/** What a repository looks like in which chart-releaser released all charts: tags, releases with archives, an index on a branch. */
beforeAll(async () => {
  elsewhere = await startChartRepository([{ name: 'db', version: '1.2.0' }])
  const files: Files = {
    ...Object.assign({}, ...names.map((name) => aChart(name, '1.0.0', name))),
    ...aChart('c01', '1.0.0', 'c01', needs('c00', '^1.0.0', 'file://../c00')),
    ...aChart('c02', '1.0.0'),
    'charts/c02/Chart.yaml': 'apiVersion: v1\nname: c02\ndescription: A chart\nversion: 1.0.0\n',
    'charts/c02/requirements.yaml': needs('c00', '1.x', 'file://../c00'),
    ...aChart('c03', '1.0.0', 'c03', needs('db', '^1.0.0', elsewhere.url)),
    '.github/release-charts.yaml': `dependencies:\n  schemes: [http]\n  private-hosts: ["${elsewhere.host}"]\n`,
  }
  world = await aWorld({
    files,
    github: {},
    run: {
      entry: 'source',
      inputs: { targets: 'pages://gh-pages?packages=releases', bump: 'none' },
      token: 'ghs_test',
    },
  })
  const { repository, github } = world
  const folders = names.map((name) => `charts/${name}`)
  const packages = await packagedByHand(
    repository,
    folders,
    DEPENDENTS.map((name) => `charts/${name}`),
  )
  for (const [file, content] of await archivesIn(packages)) await asReleased(file.replace('.tgz', ''), file, content)
  const index = await indexByHand(
    packages,
    (file) => `${github.webUrl}/acme/charts/releases/download/${file.replace('.tgz', '')}/${file}`,
  )
  await branchWithIndex(index)
}, 600_000)
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await elsewhere[Symbol.asyncDispose]()
})

async function asReleased(tag: string, name: string, bytes: Uint8Array): Promise<void> {
  const { releases } = world.github
  const content = Buffer.from(bytes)
  const at = new Date('2026-01-01T00:00:00Z')
  const about = { label: null, contentType: 'application/gzip', digest: digestOf(content), createdAt: at }
  const release: Release = {
    ...{ id: 10_000 + releases.length, tag, target: 'main', name: tag, body: null, draft: false, prerelease: false },
    ...{ latest: false, immutable: false, login: 'someone', createdAt: at, publishedAt: at },
    assets: [{ id: 20_000 + releases.length, name, content, ...about }],
  }
  ;(releases as Release[]).push(release)
  await tagged(tag)
}

async function tagged(tag: string): Promise<void> {
  await git(world.repository.origin, ['update-ref', `refs/tags/${tag}`, (await world.repository.remote()) ?? ''])
}

async function branchWithIndex(index: string): Promise<void> {
  const { folder, root, origin } = world.repository
  const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' }
  const env = { GIT_INDEX_FILE: join(root, 'index-of-pages'), ...who }
  await writeFile(join(root, 'index.yaml'), index)
  const object = await git(folder, ['hash-object', '-w', join(root, 'index.yaml')])
  await git(folder, ['update-index', '--add', '--cacheinfo', `100644,${object},index.yaml`], env)
  const commit = await git(folder, ['commit-tree', await git(folder, ['write-tree'], env), '-m', 'Update index'], env)
  await git(folder, ['push', '--quiet', origin, `${commit}:refs/heads/gh-pages`])
}

/** Runs once, and counts what GitHub was asked. */
async function counted(inputs: RunOptions['inputs'] = {}) {
  const { github } = world
  const from = github.requests.length
  const fetched = elsewhere.requests.length
  const run = await world.release({ inputs, env: { GITHUB_SERVER_URL: github.webUrl } })
  // Drafts that runs left are looked for once, whatever there is.
  const asked = github.requests.slice(from).filter(({ path }) => !/\/releases(\?|$)/.test(path))
  return { run, perChart: asked.length / CHARTS, fetched: elsewhere.requests.length - fetched }
}

const assetsOf = (name: string) =>
  world.github.releases.find(({ tag }) => tag === `${name}-1.0.0`)?.assets.map((asset) => asset.name)

describe('40 charts that chart-releaser released, without a lock in git', () => {
  it('are all left by the plan, which says that their tags tell so, at one request a chart', async () => {
    const { run, perChart, fetched } = await counted({ mode: 'plan' })
    expect([errorsIn(run), resultsOf(run)]).toEqual([[], unchanged])
    expect(outcomesOf(run).c03?.reason).toBe(
      '1.0.0 was published by another tool with the same content, by git tag c03-1.0.0',
    )
    expect([perChart, fetched]).toEqual([1, 0])
  })

  it('are compared file by file where there is no tag, also those that were packaged with a lock', async () => {
    for (const name of DEPENDENTS) await git(world.repository.origin, ['update-ref', '-d', `refs/tags/${name}-1.0.0`])
    const { run } = await counted({ mode: 'plan' })
    expect([errorsIn(run), resultsOf(run)]).toEqual([[], unchanged])
    for (const name of DEPENDENTS)
      expect(outcomesOf(run)[name]?.reason).toBe('1.0.0 was published by another tool with the same content')
  })

  it('are signed with adopt: true, and stay the bytes that they are', async () => {
    const before = world.github.releases.map(({ assets }) => assets[0]?.digest)
    const { run } = await counted({ adopt: 'true' })
    expect([errorsIn(run), resultsOf(run)]).toEqual([[], names.map((name) => `${name} 1.0.0 completed`)])
    expect(world.github.releases.map(({ assets }) => assets[0]?.digest)).toEqual(before)
    const archive = 'c03-1.0.0.tgz'
    expect(assetsOf('c03')).toEqual([archive, `${archive}.sigstore.json`, `${archive}.release-charts.json`])
  })

  it('then cost five requests a chart with signatures, and one without', async () => {
    const signed = await counted()
    expect([errorsIn(signed.run), resultsOf(signed.run)]).toEqual([[], unchanged])
    expect(outcomesOf(signed.run).c00).toMatchObject({ reason: '1.0.0 is published with this content', signed: true })
    const again = await counted({ adopt: 'true' })
    expect(resultsOf(again.run)).toEqual(unchanged)
    for (const name of DEPENDENTS) await tagged(`${name}-1.0.0`)
    const unsigned = await counted({ sign: 'none' })
    expect([errorsIn(unsigned.run), resultsOf(unsigned.run)]).toEqual([[], unchanged])
    const figures = { signed, again, unsigned }
    expect(Object.entries(figures).map(([name, { perChart, fetched }]) => [name, perChart, fetched])).toEqual([
      // The release, where the record and the signatures are, the record's bytes, and whose signature it is.
      ['signed', 5, 0],
      ['again', 5, 0],
      ['unsigned', 1, 0],
    ])
  })
})
