import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readChartYaml } from '../../../src/chart/manifest/chart-yaml.ts'
import { lockDigest } from '../../../src/chart/manifest/lock.ts'
import { outcomesOf, publishedVersion, resultsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import type { Files } from '../../support/git/repository.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { type ChartRepository, startChartRepository } from '../../support/servers/chart-repository.ts'

/** A chart with one dependency, locked at `version`. */
function dependent(name: string, repository: string, version: string): Files {
  const dependencies = `dependencies:\n  - name: redis\n    version: ^1.0.0\n    repository: ${repository}\n`
  const files = aChart(name, '1.0.0', 'first', dependencies)
  const locked = [{ name: 'redis', repository, version }]
  const text = String(files[`charts/${name}/Chart.yaml`])
  const digest = lockDigest(readChartYaml(text, 'Chart.yaml').dependencies, locked)
  const lock = `dependencies:\n- name: redis\n  repository: ${repository}\n  version: ${version}\ndigest: ${digest}\ngenerated: "2026-01-01T00:00:00Z"\n`
  return { ...files, [`charts/${name}/Chart.lock`]: lock }
}

const config = (...hosts: readonly string[]) =>
  `dependencies:\n  schemes: [http]\n  private-hosts: [${hosts.map((host) => JSON.stringify(host)).join(', ')}]\n`

let server: ChartRepository
let world: World
beforeAll(async () => {
  server = await startChartRepository([
    { name: 'redis', version: '1.2.0', files: { 'values.yaml': 'of: 1.2.0\n' } },
    { name: 'redis', version: '1.9.0', files: { 'values.yaml': 'of: 1.9.0\n' } },
  ])
  const files = {
    ...dependent('locked', server.url, '1.2.0'),
    ...dependent('too-new', server.url, '1.99.0'),
    ...dependent('down', 'http://127.0.0.1:9', '1.2.0'),
    ...aChart('alone', '1.0.0'),
    '.github/release-charts.yaml': config(server.host, '127.0.0.1:9'),
  }
  world = await aWorld({ files, run: { entry: 'source' } })
})
afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await server?.[Symbol.asyncDispose]()
})

describe('charts that need others from elsewhere', () => {
  it('get the locked version; where that can not be had, the chart fails alone and says why', async () => {
    const run = await world.release()
    expect(resultsOf(run)).toEqual([
      'alone 1.0.0 released',
      'down 1.0.0 failed',
      'locked 1.0.0 released',
      'too-new 1.0.0 failed',
    ])
    const { down, 'too-new': tooNew } = outcomesOf(run)
    expect(down?.problem).toMatchObject({ code: 'DEPENDENCY_FAILED', file: 'charts/down/Chart.yaml', line: 6 })
    expect(down?.problem?.message).toMatch(/redis 1\.2\.0 from http:\/\/127\.0\.0\.1:9.*refused/)
    expect(tooNew?.problem).toMatchObject({ code: 'DEPENDENCY_FAILED', file: 'charts/too-new/Chart.yaml', line: 6 })
    expect(tooNew?.problem?.message).toContain(`redis 1.99.0 from ${server.url}`)
    const published = publishedVersion(world.registry, 'locked', '1.0.0')
    expect(published?.files['charts/redis/values.yaml']).toBe('of: 1.2.0\n')
    expect(server.requests.filter(({ path }) => path.endsWith('.tgz')).map(({ path }) => path)).toEqual([
      '/redis-1.2.0.tgz',
    ])
  })

  it('are left alone when nothing changed: nothing is fetched again', async () => {
    const before = server.requests.length
    await world.repository.commit('fix: take out what fails', { 'charts/down': null, 'charts/too-new': null })
    const run = await world.release()
    expect(resultsOf(run)).toEqual(['alone 1.0.0 unchanged', 'locked 1.0.0 unchanged'])
    expect(server.requests.length).toBe(before)
  })

  it('are refused, and nobody is asked, once the config file does not allow the address', async () => {
    const before = server.requests.length
    await world.repository.commit('chore: stricter', {
      '.github/release-charts.yaml': config('127.0.0.1:9'),
      'charts/locked/values.yaml': 'a: 1\n',
    })
    const { locked } = outcomesOf(await world.release())
    expect(locked?.problem).toMatchObject({ code: 'DEPENDENCY_REFUSED', file: 'charts/locked/Chart.yaml', line: 6 })
    expect(locked?.problem?.message).toContain(`${server.host} is a private address`)
    expect(locked?.problem?.hint).toContain(`schemes: [http], private-hosts: ["127.0.0.1:9", "${server.host}"]`)
    expect(server.requests.length).toBe(before)
    expect(await world.repository.remoteFile('charts/locked/Chart.yaml')).toContain('version: 1.0.0')
  })
})
