import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { stringify } from 'yaml'
import { readRequirements } from '../../../src/chart/manifest/chart-yaml.ts'
import { openTarget } from '../../../src/targets/registry.ts'
import { aPackagedChart } from '../../support/charts/packaged-chart.ts'
import { outcomesOf } from '../../support/charts/published.ts'
import { aTemplate } from '../../support/charts/three-charts.ts'
import { type Files, writeFiles } from '../../support/git/repository.ts'
import { followHint, helmHome } from '../../support/helm/follow-hint.ts'
import { aTargetContext } from '../../support/registry/context.ts'
import { startRegistry, type TestRegistry } from '../../support/registry/registry.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { archiveOf, type ChartRepository, startChartRepository } from '../../support/servers/chart-repository.ts'

interface Wanted {
  readonly name?: string
  readonly version?: string
  readonly repository?: string
  readonly more?: string
}

const OFFERED = '1.2.0'
const ROUNDS = 6
const CONFIG = '.github/release-charts.yaml'

let server: ChartRepository
let registry: TestRegistry
let world: World
/** What a run told of each chart, round by round. */
const told = new Map<string, string[]>()
/** Charts that the last run released, or found released. */
const good = new Set<string>()

/** A chart with these dependencies. */
function chart(name: string, wanted: readonly Wanted[], more: Files = {}, apiVersion = 'v2'): Files {
  const list = wanted.map(
    ({ name: of = 'redis', version = '^1.0.0', repository = server.url, more: rest = '' }) =>
      `  - name: ${of}\n    version: ${JSON.stringify(version)}\n    repository: ${JSON.stringify(repository)}\n${rest}`,
  )
  const own = Object.entries(more).map(([path, text]) => [`charts/${name}/${path}`, text])
  return {
    [`charts/${name}/Chart.yaml`]: `apiVersion: ${apiVersion}\nname: ${name}\nversion: 1.0.0\n${list.length > 0 ? `dependencies:\n${list.join('')}` : ''}`,
    [`charts/${name}/templates/configmap.yaml`]: aTemplate('first'),
    ...Object.fromEntries(own),
  }
}

const lockOf = (version: string, digest = `sha256:${'0'.repeat(64)}`, repository = server.url) =>
  `dependencies:\n- name: redis\n  repository: ${repository}\n  version: ${version}\ndigest: ${digest}\ngenerated: "2026-01-01T00:00:00Z"\n`

/** The digest that Helm 2 wrote: over the dependencies alone. */
function lockOfHelm2(requirements: string): string {
  const dependencies = readRequirements(requirements, 'requirements.yaml').map(({ fields }) => fields)
  return `sha256:${createHash('sha256').update(JSON.stringify({ dependencies })).digest('hex')}`
}

const redisChart = (version: string) => `apiVersion: v2\nname: redis\nversion: ${version}\n`

function charts(): Files {
  const requirements = `dependencies:\n  - name: redis\n    version: ^1.0.0\n    repository: ${server.url}\n`
  const oci = `oci://${registry.host}/acme/charts`
  return {
    ...chart('lib', []),
    ...chart('no-lock', [{}]),
    ...chart('pinned', [{ version: OFFERED }]),
    ...chart('stale-lock', [{}], { 'Chart.lock': lockOf(OFFERED) }),
    ...chart('around', [{ name: 'stale-lock', version: '*', repository: 'file://../stale-lock' }]),
    ...chart('old-lock', [{}], { 'Chart.lock': lockOf('0.9.0') }),
    ...chart('torn-lock', [{}], { 'Chart.lock': 'dependencies: [\n' }),
    ...chart('unfinished-lock', [{}], { 'Chart.lock': 'dependencies:\n- name: redis\n  version: 1.2.0\n' }),
    ...chart(
      'lock-of-helm-2',
      [],
      { 'requirements.yaml': requirements, 'requirements.lock': lockOf(OFFERED, lockOfHelm2(requirements)) },
      'v1',
    ),
    ...chart('no-lock-of-helm-2', [], { 'requirements.yaml': requirements }, 'v1'),
    ...chart('vendored', [{}], { 'charts/redis-1.0.0.tgz': archiveOf({ name: 'redis', version: '1.0.0' }) }),
    ...chart('vendored-too-old', [{}], { 'charts/redis/Chart.yaml': redisChart('0.9.0') }),
    ...chart('vendored-twice', [{}], {
      'charts/redis/Chart.yaml': redisChart('1.0.0'),
      'charts/redis-1.2.0.tgz': archiveOf({ name: 'redis', version: '1.2.0' }),
    }),
    ...chart('named', [{ repository: '@bitnami' }]),
    ...chart('named-in-config', [{ repository: 'alias:other', version: OFFERED }]),
    ...chart('outside', [{ name: 'far', repository: 'file://../../../outside/far' }]),
    ...chart('missing', [{ name: 'near', repository: 'file://../near' }]),
    ...chart('plugin', [{ repository: 's3://bucket/charts', version: OFFERED }]),
    ...chart('no-constraint', [{ version: 'latest' }]),
    ...chart('no-constraint-locked', [{ version: 'latest' }], { 'Chart.lock': lockOf(OFFERED) }),
    ...chart('no-constraint-here', [{ name: 'lib', version: 'latest', repository: 'file://../lib' }]),
    ...chart('beside', [{ name: 'lib', version: '0.1.0', repository: 'file://../lib' }]),
    ...chart('beside-locked', [{ name: 'lib', version: '0.1.0', repository: 'file://../lib' }], {
      'Chart.lock': lockOf('0.1.0', undefined, 'file://../lib').replace('name: redis', 'name: lib'),
    }),
    ...chart('twice', [{ version: OFFERED }, { version: OFFERED }]),
    ...chart('two-versions', [
      { version: '1.2.0', more: '    alias: one\n' },
      { version: '1.0.0', more: '    alias: two\n' },
    ]),
    ...chart('registry', [{ repository: oci, version: OFFERED }]),
    ...chart('version-gone', [{ version: '9.9.9' }]),
    ...chart('switched', [{ more: '    condition: redis.enabled\n    tags: [cache]\n' }], {
      'values.yaml': 'redis:\n  enabled: false\n',
    }),
  }
}

beforeAll(async () => {
  server = await startChartRepository(['1.0.0', OFFERED].map((version) => ({ name: 'redis', version })))
  registry = await startRegistry({ auth: { kind: 'basic', users: { ada: 'secret' } } })
  const settings = { registryUsername: 'ada', registryPassword: 'secret', plainHttp: [] }
  const target = openTarget(`oci://${registry.host}/acme/charts`, { ...aTargetContext(), settings })
  const offered = { name: 'redis', version: OFFERED }
  await target.promote([await target.stage(aPackagedChart({ ...offered, archive: archiveOf(offered) }))])
  world = await aWorld({ files: charts(), run: { entry: 'source', inputs: { sign: 'none' } } })
  await writeFiles(join(world.repository.root, 'outside'), {
    'far/Chart.yaml': 'apiVersion: v2\nname: far\nversion: 1.0.0\n',
  })
  await walk()
})
afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await registry?.stop()
  await server?.[Symbol.asyncDispose]()
})

/** Runs, does what the hints say, commits, and runs again, until no chart has a problem. */
async function walk(): Promise<void> {
  const env = {
    HELM_REPOSITORY_CONFIG: join(helmHome(world), '.config/helm/repositories.yaml'),
    HELM_REGISTRY_CONFIG: join(helmHome(world), '.config/helm/registry/config.json'),
  }
  let config: { dependencies?: Record<string, unknown> } = {}
  for (let round = 0; round < ROUNDS; round++) {
    const outcomes = Object.values(outcomesOf(await world.release({ env })))
    const changed: Record<string, string | Uint8Array | null> = {}
    for (const { name, path, problem } of outcomes) {
      if (!problem) {
        good.add(name)
        continue
      }
      // It waits for another, whose hint is followed.
      if (['DEPENDENCY_STOPPED', 'DEPENDENCY_BROKEN'].includes(problem.code)) continue
      told.set(name, [...(told.get(name) ?? []), `${problem.code} ${problem.message} | ${problem.hint}`])
      const person = {
        world,
        chart: path,
        repository: server.url,
        version: OFFERED,
        prefersConfig: name.endsWith('in-config'),
      }
      const hint = { hint: problem.hint ?? '', file: (problem as { readonly file?: string }).file ?? '' }
      const { files, settings } = await followHint(hint, person).catch((error: Error) => {
        told.get(name)?.push(error.message)
        return { files: {}, settings: undefined }
      })
      Object.assign(changed, files)
      config = merged(config, settings as typeof config)
    }
    if (outcomes.every(({ problem }) => !problem)) return
    await world.repository.commit('fix: as the hint says', { ...changed, [CONFIG]: stringify(config) })
  }
}

function merged<T extends { dependencies?: Record<string, unknown> }>(config: T, more: T = {} as T): T {
  const both = { ...config.dependencies }
  for (const [key, value] of Object.entries(more.dependencies ?? {})) {
    const before = both[key]
    both[key] = Array.isArray(before)
      ? [...new Set([...before, ...(value as unknown[])])]
      : { ...(before as object), ...(value as object) }
    if (Array.isArray(value) && !Array.isArray(before)) both[key] = value
  }
  return { ...config, ...(Object.keys(both).length > 0 && { dependencies: both }) }
}

describe('who does what the hints about dependencies say', () => {
  it('ends with all charts released', () => {
    const all = Object.keys(charts()).flatMap((path) => /^charts\/([^/]+)\/Chart\.yaml$/.exec(path)?.[1] ?? [])
    expect(all.filter((name) => !good.has(name)).map((name) => told.get(name))).toEqual([])
  })

  it('never reads the same again', () => {
    for (const lines of told.values()) expect(new Set(lines).size).toBe(lines.length)
  })

  it.each(['lib', 'vendored'])('reads nothing where nothing is wrong: %s', (name) => {
    expect(told.get(name)).toBeUndefined()
  })

  it.each(['pinned', 'lock-of-helm-2'])('reads nothing of locks where none is needed: %s', (name) => {
    expect(told.get(name)?.map((line) => line.split(' ')[0])).toEqual(['DEPENDENCY_REFUSED'])
  })
})
