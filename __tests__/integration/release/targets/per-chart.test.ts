import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  changesIn,
  outcomesOf,
  planOf,
  publishedVersion,
  resultsOf,
  versionsOf,
} from '../../../support/charts/published.ts'
import { aTemplate, db, threeCharts } from '../../../support/charts/three-charts.ts'
import type { TestRegistry } from '../../../support/registry/registry.ts'
import type { RunOptions } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { everyResultOf, onPages, recordsIn } from '../../../support/scenes/half-released.ts'

const RELEASES = 'pages://gh-pages?packages=releases'
const labels = 'charts/lib/templates/_labels.tpl'
const config = '.github/release-charts.yaml'
let world: World
let first: TestRegistry
let second: TestRegistry
/** Requests of each registry before a run. */
let before: readonly number[] = []

/** `db` stands alone in every way; `web` goes elsewhere than the library inside it. */
const settings = (dbTargets: readonly string[]) => `
charts:
  db:
    targets: ${JSON.stringify(dbTargets)}
    tag-template: v{{ .Version }}
    sign: none
    release-notes: [changelog]
  charts/w*:
    targets: [oci://${second.host}/acme/charts]
    tag-template: web-chart_v{{ .Version }}
`

beforeAll(async () => {
  world = await aWorld({ files: threeCharts, others: [{}], github: {}, run: { entry: 'source' } })
  first = world.registry
  second = world.registries[1] as TestRegistry
  await world.repository.commit('ci: targets of each chart', {
    [config]: settings([RELEASES, `oci://${second.host}/acme/charts`]),
  })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

function release(options: RunOptions = {}) {
  before = world.registries.map(({ requests }) => requests.length)
  return world.release({
    ...options,
    inputs: { targets: world.target, ...options.inputs },
    env: { GITHUB_SERVER_URL: world.github.webUrl, ...options.env },
    token: 'ghs_test',
  })
}

/** Charts that a registry was asked about in the last run. */
function askedOf(registry: TestRegistry): readonly string[] {
  const requests = registry.requests.slice(before[world.registries.indexOf(registry)])
  return [...new Set(requests.flatMap(({ path }) => /\/v2\/acme\/charts\/([a-z]+)\//.exec(path)?.[1] ?? []))].sort()
}

describe('charts with targets, tags and signatures of their own', () => {
  it('are looked for where each of them goes, and nowhere else', async () => {
    const run = await release({ inputs: { mode: 'plan' } })
    expect([run.exitCode, askedOf(first), askedOf(second)]).toEqual([0, ['lib'], ['db', 'web']])
    const places = planOf(run).charts.map(({ name, evidence }) => [name, ...evidence.map(({ target }) => target)])
    expect(places).toEqual([
      ['db', RELEASES, `oci://${second.host}/acme/charts`],
      ['lib', world.target],
      ['web', `oci://${second.host}/acme/charts`],
    ])
    expect(planOf(run).charts[0]?.settings).toMatchObject({ sign: { value: 'none', source: 'config' } })
    expect(run.summary).toContain('| `sign` of db | `none` | config |')
  })

  it('are released in one run', async () => {
    const run = await release()
    expect(resultsOf(run)).toEqual(['db 2.0.0 released', 'lib 0.3.0 released', 'web 1.4.2 released'])
    expect(['db', 'lib', 'web'].map((name) => versionsOf(first, name))).toEqual([[], ['0.3.0'], []])
    expect(['db', 'lib', 'web'].map((name) => versionsOf(second, name))).toEqual([['2.0.0'], [], ['1.4.2']])
    expect(await onPages(world, 'db')).toEqual({ '2.0.0': publishedVersion(second, 'db', '2.0.0')?.archiveDigest })
    expect(publishedVersion(second, 'web', '1.4.2')?.files['charts/lib/templates/_labels.tpl']).toBe(
      threeCharts[labels],
    )
  })

  it('have tags of their own, also as GitHub Releases', async () => {
    expect([...(await world.repository.remoteTags())].sort()).toEqual(['lib-0.3.0', 'v2.0.0', 'web-chart_v1.4.2'])
    expect(world.github.releases.map(({ tag }) => tag)).toEqual(['v2.0.0'])
  })

  it('are signed or not, and the report says which', async () => {
    const run = await release()
    const signed = Object.entries(outcomesOf(run)).map(([name, outcome]) => [name, outcome.signed])
    expect(signed).toEqual([
      ['db', false],
      ['lib', true],
      ['web', true],
    ])
    expect(publishedVersion(second, 'db', '2.0.0')?.signed).toBe(false)
    expect(publishedVersion(second, 'web', '1.4.2')?.signed).toBe(true)
  })

  it('are left alone by the next run, which asks each target for its own charts', async () => {
    const run = await release()
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.0 unchanged', 'web 1.4.2 unchanged'])
    expect([askedOf(first), askedOf(second)]).toEqual([['lib'], ['db', 'web']])
    expect(world.registries.map((registry, index) => changesIn(registry, before[index]))).toEqual([[], []])
  })

  it('need no identity where only the unsigned one changed', async () => {
    await world.repository.commit('fix: db', { [db]: aTemplate('second') })
    const run = await release({
      env: { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined },
    })
    expect(resultsOf(run)).toContain('db 2.0.1 released')
    expect(run.exitCode).toBe(0)
    expect(await world.repository.remoteFile('charts/db/CHANGELOG.md')).toContain('## 2.0.1')
    expect(await world.repository.remoteTags()).toContain('v2.0.1')
  })

  it('follow a dependency that goes elsewhere', async () => {
    await world.repository.commit('fix: lib', { [labels]: `${threeCharts[labels]}# second\n` })
    expect(resultsOf(await release())).toEqual(['db 2.0.1 unchanged', 'lib 0.3.1 released', 'web 1.4.3 released'])
    await expect(world.repository.remoteFile('charts/web/CHANGELOG.md')).rejects.toThrow()
    expect(publishedVersion(second, 'web', '1.4.3')?.files['charts/lib/templates/_labels.tpl']).toContain('# second')
  })

  it('are finished by the next run on their own targets, if one was killed between them', async () => {
    await world.repository.commit('fix: db', { [db]: aTemplate('third') })
    const killer = new AbortController()
    second.disturb(({ method, path }) => {
      if (method === 'PUT' && path.endsWith('/db/manifests/2.0.2')) killer.abort()
      return killer.signal.aborted ? { reset: true } : undefined
    })
    expect((await release({ signal: killer.signal })).exitCode).toBeNull()
    second.disturb(undefined)
    expect([Object.keys(await onPages(world, 'db')), versionsOf(second, 'db')]).toEqual([
      ['2.0.2', '2.0.1', '2.0.0'],
      ['2.0.0', '2.0.1'],
    ])
    await world.repository.commit('fix: db', { [db]: aTemplate('fourth') })
    const run = await release()
    expect(everyResultOf(run)).toEqual([
      ...['db 2.0.2 released', 'db 2.0.3 released', 'lib 0.3.1 unchanged', 'web 1.4.3 unchanged'],
    ])
    expect(versionsOf(second, 'db')).toEqual(['2.0.0', '2.0.1', '2.0.2', '2.0.3'])
    expect([versionsOf(first, 'db'), await recordsIn(world)]).toEqual([[], []])
  })

  it('pass a check of the same settings', async () => {
    const run = await release({ inputs: { mode: 'check' } })
    expect([run.exitCode, askedOf(first)]).toEqual([0, ['lib']])
  })

  it('are published where they are moved to, and stay where they were', async () => {
    await world.repository.commit('ci: db moves', { [config]: settings([world.target]) })
    const run = await release()
    expect(resultsOf(run)).toEqual(['db 2.0.3 released', 'lib 0.3.1 unchanged', 'web 1.4.3 unchanged'])
    expect([versionsOf(first, 'db'), versionsOf(second, 'db').length]).toEqual([['2.0.3'], 4])
    expect(publishedVersion(first, 'db', '2.0.3')?.digest).toBe(publishedVersion(second, 'db', '2.0.3')?.digest)
  })

  it('are told apart before any server is asked, if two would have one tag', async () => {
    const clash = settings([world.target]).replace('web-chart_v', 'v')
    await world.repository.commit('ci: one tag for two', { [config]: clash })
    const run = await release()
    expect(run.exitCode).toBe(1)
    expect(run.stdout).toContain('web with `v{{ .Version }}` (.github/release-charts.yaml:')
    expect([askedOf(first), askedOf(second)]).toEqual([[], []])
  })
})
