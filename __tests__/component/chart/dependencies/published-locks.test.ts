import { afterEach, describe, expect, it } from '@jest/globals'
import type { FetchDependency } from '../../../../src/chart/dependencies/fetch-dependency.ts'
import { asPublished, lacksLock, packagedTexts } from '../../../../src/chart/dependencies/published-locks.ts'
import { buildCharts } from '../../../../src/chart/package/build.ts'
import { packageDifferences } from '../../../../src/chart/package/same-package.ts'
import type { Sources } from '../../../../src/chart/source/source.ts'
import { createFiles } from '../../../../src/platform/files/files.ts'
import { aRepository, type Files, type TestRepository } from '../../../support/git/repository.ts'
import { archivesIn, packagedByHand } from '../../../support/helm/by-hand.ts'
import { gitIn, helmOf, sourcesIn } from '../../../support/helm/packaging.ts'
import { archiveOf, startChartRepository } from '../../../support/servers/chart-repository.ts'

let repository: TestRepository
afterEach(() => repository.remove())

const chartYaml = (name: string, dependencies = '', apiVersion = 'v2') =>
  `apiVersion: ${apiVersion}\nname: ${name}\nversion: 1.0.0\n${dependencies}`
const needs = (name: string, constraint: string, from: string) =>
  `dependencies:\n  - name: ${name}\n    version: ${constraint}\n    repository: ${from}\n`
const map = (text: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${text}\n`
const lib: Files = { 'c/lib/Chart.yaml': chartYaml('lib'), 'c/lib/templates/a.yaml': map('lib') }
const appOn = (dependencies: string): Files => ({
  ...lib,
  'c/app/Chart.yaml': chartYaml('app', dependencies),
  'c/app/templates/a.yaml': map('app'),
})

async function open(files: Files): Promise<Sources> {
  repository = await aRepository({ files })
  const git = gitIn(repository.folder)
  return sourcesIn(git, ['c/app'])
}

const byHand = async (...charts: readonly string[]) =>
  (await archivesIn(await packagedByHand(repository, charts))).get('app-1.0.0.tgz') ?? Buffer.alloc(0)

const noFetch: FetchDependency = () => Promise.reject(new Error('nothing comes from elsewhere here'))

/** How the published package differs from what git packages, with the locks that it was published with. */
async function differences(sources: Sources, published: Uint8Array, fetch = noFetch): Promise<readonly string[]> {
  const made = asPublished(sources, 'c/app', packagedTexts(published))
  const request = { path: 'c/app', ...made }
  const built = await buildCharts([request], {
    git: gitIn(repository.folder),
    files: createFiles(`${repository.root}/temp`),
    helm: await helmOf(4),
    fetch,
    warn: () => {},
    dependencies: { schemes: ['http'], privateHosts: ['127.0.0.1'] },
    settingsOf: () => ({}),
    built: new Map(),
    resolved: new WeakMap(),
  })
  const archive = built.get(request)
  if (!(archive instanceof Uint8Array)) throw archive
  return packageDifferences(published, archive)
}

describe('a chart without a lock in git, as helm dependency build and helm package released it', () => {
  it('is packaged with the lock of its package, and is the same', async () => {
    const sources = await open(appOn(needs('lib', '^1.0.0', 'file://../lib')))
    const published = await byHand('c/app')
    expect([...packagedTexts(published).keys()]).toContain('Chart.lock')
    expect(await differences(sources, published)).toEqual([])
  })

  it('is the same with requirements.yaml', async () => {
    const sources = await open({
      ...appOn(''),
      'c/app/Chart.yaml': chartYaml('app', '', 'v1'),
      'c/app/requirements.yaml': needs('lib', '^1.0.0', 'file://../lib'),
    })
    const published = await byHand('c/app')
    expect([...packagedTexts(published).keys()]).toContain('requirements.lock')
    expect(await differences(sources, published)).toEqual([])
  })

  it('is the same where a chart inside has the lock', async () => {
    const sources = await open({
      ...appOn(needs('mid', '1.x', 'file://../mid')),
      'c/mid/Chart.yaml': chartYaml('mid', needs('lib', '^1.0.0', 'file://../lib')),
    })
    const published = await byHand('c/mid', 'c/app')
    expect([...packagedTexts(published).keys()]).toContain('charts/mid/Chart.lock')
    expect(await differences(sources, published)).toEqual([])
  })

  it('takes the locked version, also where a newer one came since', async () => {
    const old = { name: 'db', version: '1.0.0', files: { 'templates/a.yaml': map('db') } }
    const offered = [old]
    await using charts = await startChartRepository(offered)
    const sources = await open(appOn(needs('db', '^1.0.0', charts.url)))
    const published = await byHand('c/app')
    const asked: (string | undefined)[] = []
    const fetch: FetchDependency = async ({ version = '1.1.0' }) => {
      asked.push(version)
      return { version, archive: archiveOf({ ...old, version }) }
    }
    expect(await differences(sources, published, fetch)).toEqual([])
    expect(asked).toEqual(['1.0.0'])
  })

  it('is other content if one of its own files is', async () => {
    await open(appOn(needs('lib', '^1.0.0', 'file://../lib')))
    const published = await byHand('c/app')
    await repository.commit('fix: app', { 'c/app/templates/a.yaml': map('other') })
    const sources = await sourcesIn(gitIn(repository.folder), ['c/app'])
    expect(await differences(sources, published)).toEqual([expect.stringContaining('"templates/a.yaml" differs')])
  })

  it.each([
    [
      'the constraint asks for more than was locked',
      { 'c/app/Chart.yaml': chartYaml('app', needs('lib', '^1.1.0', 'file://../lib')) },
    ],
    ['the dependency moved in git', { 'c/lib/Chart.yaml': chartYaml('lib').replace('1.0.0', '1.1.0') }],
    [
      'the dependency comes from elsewhere',
      { 'c/app/Chart.yaml': chartYaml('app', needs('lib', '^1.0.0', 'https://charts.test')) },
    ],
  ])('has changed if %s', async (_, change) => {
    await open(appOn(needs('lib', '^1.0.0', 'file://../lib')))
    const texts = packagedTexts(await byHand('c/app'))
    await repository.commit('feat: change', change)
    const sources = await sourcesIn(gitIn(repository.folder), ['c/app'])
    expect(() => asPublished(sources, 'c/app', texts)).toThrow(/Chart\.lock|lib/)
  })
})

describe('what is packaged of a chart', () => {
  it('is git’s own lock, whatever the package holds', async () => {
    const sources = await open(appOn(''))
    const lock = { ...(await lockOf()), text: 'mine' }
    const chart = sources.charts.get('c/app')
    const own = { ...sources, charts: new Map([['c/app', { ...chart, lock } as never]]) }
    expect(
      asPublished(own, 'c/app', new Map([['Chart.lock', 'not even YAML: [']])).sources.charts.get('c/app')?.lock,
    ).toBe(lock)
  })

  it('keeps the fingerprint that it has without the lock', async () => {
    const sources = await open(appOn(needs('lib', '^1.0.0', 'file://../lib')))
    const made = asPublished(sources, 'c/app', packagedTexts(await byHand('c/app')))
    expect(made.sources.charts.get('c/app')?.lock?.entries[0]?.version).toBe('1.0.0')
    expect(made.sources.charts.get('c/app')?.fingerprint).toBe(sources.charts.get('c/app')?.fingerprint)
  })

  it('takes the versions inside the package if that has no lock, and writes none', async () => {
    const sources = await open(appOn(needs('db', '^1.0.0', 'https://charts.test')))
    const texts = new Map([['charts/db/Chart.yaml', chartYaml('db').replace('1.0.0', '1.3.0')]])
    const { sources: made, overlay } = asPublished(sources, 'c/app', texts)
    expect(made.charts.get('c/app')?.lock?.entries[0]?.version).toBe('1.3.0')
    expect([...overlay]).toEqual([])
  })

  it('needs no other lock without dependencies, or with a lock of its own', async () => {
    expect(lacksLock(await open(appOn('')), 'c/app')).toBe(false)
    await repository.commit('feat: more', appOn(needs('lib', '^1.0.0', 'file://../lib')))
    expect(lacksLock(await sourcesIn(gitIn(repository.folder), ['c/app']), 'c/app')).toBe(true)
  })
})

async function lockOf() {
  const at = { line: 1, column: 1, start: 0, end: 0 }
  return { file: 'c/app/Chart.lock', entries: [], digest: '', digestSpan: at }
}
