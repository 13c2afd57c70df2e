import { afterEach, describe, expect, it } from '@jest/globals'
import { readChartYaml } from '../../../../src/chart/manifest/chart-yaml.ts'
import { lockDigest } from '../../../../src/chart/manifest/lock.ts'
import { outcomesOf, publishedVersion, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { aChart, threeCharts } from '../../../support/charts/three-charts.ts'
import type { Files } from '../../../support/git/repository.ts'
import { aWorld, type World, type WorldOptions } from '../../../support/run/world.ts'
import { buildPart, releasePart } from '../../../support/scenes/two-parts.ts'
import { startChartRepository } from '../../../support/servers/chart-repository.ts'

let world: World
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

async function open(files: Files, options: Partial<WorldOptions> = {}): Promise<void> {
  world = await aWorld({ ...options, files, run: { entry: 'source', ...options.run } })
}

async function inParts(options: Parameters<typeof buildPart>[1] = {}) {
  const built = await buildPart(world, options)
  expect(built.run.exitCode).toBe(0)
  const released = await releasePart(world, built, options)
  expect(released.helmRan).toBe('')
  return { built, released }
}

const edited = { 'charts/db/templates/more.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: more\n' }

describe('two jobs release', () => {
  it('a version that git never gets', async () => {
    await open(threeCharts)
    await world.release()
    await world.repository.commit('feat: more', edited)
    const options = { inputs: { commit: 'none' } }
    const { released } = await inParts(options)
    expect(released.exitCode).toBe(0)
    const [version = ''] = versionsOf(world.registry, 'db').filter((one) => one !== '2.0.0')
    expect(resultsOf(released)).toContain(`db ${version} released`)
    expect(publishedVersion(world.registry, 'db', version)?.signed).toBe(true)
    expect(resultsOf(await world.release(options))).toContain(`db ${version} unchanged`)
  })

  it('the chart of a tag', async () => {
    await open(threeCharts)
    await world.repository.tag('db-2.0.0')
    const { released } = await inParts({ event: { name: 'push', ref: 'refs/tags/db-2.0.0' } })
    expect([released.exitCode, resultsOf(released)]).toEqual([0, ['db 2.0.0 released']])
  })

  it('the others where one can’t be packaged, which the second says', async () => {
    await open({ ...threeCharts, 'charts/db/templates/bad.yaml': '{{ .Values.' })
    const { built, released } = await inParts()
    expect(built.run.summary).toContain('The release job says what keeps a chart from being released')
    expect(released.exitCode).toBe(1)
    expect(resultsOf(released)).toEqual(['db 2.0.0 failed', 'lib 0.3.0 released', 'web 1.4.2 released'])
    expect(outcomesOf(released).db?.problem?.code).toMatch(/^CHART_/)
  })

  it('on a branch that moved between them, if that left the charts alone', async () => {
    await open(threeCharts)
    await world.release()
    const sha = await world.repository.commit('feat: more', edited)
    const built = await buildPart(world, { sha })
    const other = await world.repository.commit('docs: a word', { 'README.md': 'a\n' })
    const released = await releasePart(world, built, { sha })
    expect(released.exitCode).toBe(0)
    expect(resultsOf(released)).toContain('db 2.1.0 released')
    expect(await world.repository.git('rev-parse', 'HEAD')).toBe(other)
  })

  it('their charts where the branch moved on with others, which the run of that commit releases', async () => {
    await open(threeCharts)
    await world.release()
    const sha = await world.repository.commit('feat: more', edited)
    const built = await buildPart(world, { sha })
    await world.repository.commit('fix: one more label', {
      'charts/lib/templates/_labels.tpl': `${threeCharts['charts/lib/templates/_labels.tpl']}# more\n`,
    })
    const released = await releasePart(world, built, { sha })
    expect(resultsOf(released)).toEqual(['db 2.1.0 released', 'lib 0.3.0 skipped', 'web 1.4.2 skipped'])
    expect(released.exitCode).toBe(0)
    expect(outcomesOf(released).lib?.reason).toMatch(/^superseded by /)
    expect(resultsOf((await inParts()).released)).toEqual([
      'db 2.1.0 unchanged',
      'lib 0.3.1 released',
      'web 1.4.3 released',
    ])
  })

  it('nothing of a chart that somebody changed between them: that is for the next run', async () => {
    await open(threeCharts)
    await world.release()
    const sha = await world.repository.commit('feat: more', edited)
    const built = await buildPart(world, { sha })
    await world.repository.commit('feat: even more', { 'charts/db/values.yaml': 'b: 2\n' })
    const released = await releasePart(world, built, { sha })
    expect(released.exitCode).toBe(0)
    expect(versionsOf(world.registry, 'db')).toEqual(['2.0.0'])
  })

  it('what two runs at once package, once', async () => {
    await open(threeCharts)
    const [one, two] = [await buildPart(world), await buildPart(world)]
    const first = await releasePart(world, one)
    const second = await releasePart(world, two)
    expect([first.exitCode, second.exitCode]).toEqual([0, 0])
    expect(resultsOf(second)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.0 unchanged', 'web 1.4.2 unchanged'])
  })

  it('what the first of two release jobs left when it died', async () => {
    await open(threeCharts)
    const built = await buildPart(world)
    let tags = 0
    const dying = new AbortController()
    world.sigstore.fail('rekor', () => {
      tags += 1
      if (tags === 4) dying.abort()
      return undefined
    })
    const killed = await releasePart(world, built, { signal: dying.signal })
    world.sigstore.fail('rekor', undefined)
    expect(killed.exitCode).not.toBe(0)
    const again = await releasePart(world, built)
    expect(again.exitCode).toBe(0)
    for (const [name, version] of [
      ['db', '2.0.0'],
      ['lib', '0.3.0'],
      ['web', '1.4.2'],
    ] as const)
      expect(publishedVersion(world.registry, name, version)?.signed).toBe(true)
  })
})

/** A chart with one dependency from elsewhere, locked. */
function dependent(repository: string): Files {
  const dependencies = `dependencies:\n  - name: redis\n    version: ^1.0.0\n    repository: ${repository}\n`
  const files = aChart('app', '1.0.0', 'first', dependencies)
  const locked = [{ name: 'redis', repository, version: '1.2.0' }]
  const digest = lockDigest(readChartYaml(String(files['charts/app/Chart.yaml']), 'Chart.yaml').dependencies, locked)
  const lock = `dependencies:\n- name: redis\n  repository: ${repository}\n  version: 1.2.0\ndigest: ${digest}\ngenerated: "2026-01-01T00:00:00Z"\n`
  return { ...files, 'charts/app/Chart.lock': lock }
}

interface Dependency {
  readonly name?: string
  readonly uri: string
}

/** What the build provenance of a manifest says that it was built from. */
function resolvedOf(digest: string): readonly string[] {
  const { registry } = world
  const repository = 'acme/charts/app'
  const statements = registry.referrers(repository, digest).map((referrer) => {
    const { layers } = JSON.parse(registry.manifest(repository, referrer)?.bytes.toString() ?? '{}')
    const { dsseEnvelope } = JSON.parse(registry.blob(repository, layers[0].digest)?.toString() ?? '{}')
    return JSON.parse(Buffer.from(dsseEnvelope.payload, 'base64').toString())
  })
  const provenance = statements.find(({ predicateType }) => predicateType === 'https://slsa.dev/provenance/v1')
  const all = (provenance?.predicate.buildDefinition.resolvedDependencies ?? []) as readonly Dependency[]
  return all.map(({ name, uri }) => name ?? uri)
}

describe('a dependency from elsewhere', () => {
  const offered = (words: string) => ({ name: 'redis', version: '1.2.0', files: { 'values.yaml': `of: ${words}\n` } })
  const path = '/redis-1.2.0.tgz'

  it('is fetched again by the second job, which publishes nothing that holds another one', async () => {
    const answers: Record<string, { status: number; body: string | Uint8Array }> = {}
    const server = await startChartRepository([offered('first')], { answers })
    const other = await startChartRepository([offered('second')])
    const config = `dependencies:\n  schemes: [http]\n  private-hosts: [${JSON.stringify(server.host)}]\n`
    await open({ ...dependent(server.url), '.github/release-charts.yaml': config })
    try {
      const built = await buildPart(world)
      const get = async (from: string) => new Uint8Array(await (await fetch(`${other.url}${from}`)).arrayBuffer())
      for (const name of ['/index.yaml', path]) answers[name] = { status: 200, body: await get(name) }
      const misled = await releasePart(world, built)
      expect(resultsOf(misled)).toEqual(['app 1.0.0 failed'])
      expect(outcomesOf(misled).app?.problem).toMatchObject({
        code: 'HANDOVER_DIFFERS',
        message: expect.stringContaining('"charts/redis/values.yaml" differs'),
      })
      for (const name of Object.keys(answers)) delete answers[name]
      expect(resultsOf(await releasePart(world, built))).toEqual(['app 1.0.0 released'])
      const published = publishedVersion(world.registry, 'app', '1.0.0')
      expect(published?.files['charts/redis/values.yaml']).toBe('of: first\n')
      expect(resolvedOf(published?.digest ?? '')).toEqual([
        expect.stringMatching(/^git\+https:\/\/github\.com\/acme\/charts@refs\/heads\/main$/),
        'release commit',
        'redis',
        'helm',
      ])
    } finally {
      await Promise.all([server, other].map((one) => one[Symbol.asyncDispose]()))
    }
  })
})
