import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { outcomesOf, publishedVersion, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { startRegistry, type TestRegistry } from '../../../support/registry/registry.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { archiveOf, type ChartRepository, startChartRepository } from '../../../support/servers/chart-repository.ts'

const redis = (text: string) => ({ name: 'redis', version: '1.2.0', files: { 'values.yaml': `of: ${text}\n` } })
const values = 'charts/redis/values.yaml'

let server: ChartRepository
let later: TestRegistry
let world: World
/** What the repository gives from then on. */
const answers: Record<string, { status: number; body: Uint8Array }> = {}
beforeAll(async () => {
  const index = (text: string) => text.replace(/ *digest: .*\n/g, '')
  server = await startChartRepository([redis('first')], { answers, index })
  later = await startRegistry()
  const pin = `dependencies:\n  - name: redis\n    version: 1.2.0\n    repository: ${server.url}\n`
  const config = `dependencies: { schemes: [http], private-hosts: ["${server.host}"] }\n`
  const files = { ...aChart('app', '1.0.0', 'first', pin), '.github/release-charts.yaml': config }
  world = await aWorld({ files, run: { entry: 'source' } })
})
afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
  await later?.stop()
  await server?.[Symbol.asyncDispose]()
})

describe('a chart that pins a version whose files change in its repository', () => {
  it('is released without a lock, and is left alone afterwards: nothing is fetched', async () => {
    expect(resultsOf(await world.release())).toEqual(['app 1.0.0 released'])
    answers['/redis-1.2.0.tgz'] = { status: 200, body: archiveOf(redis('second')) }
    const before = server.requests.length
    expect(resultsOf(await world.release())).toEqual(['app 1.0.0 unchanged'])
    expect(server.requests).toHaveLength(before)
  })

  it('is not copied to another target: the reason is told apart from a replaced package', async () => {
    const targets = `${world.target}\noci://${later.host}/acme/charts`
    const { app } = outcomesOf(await world.release({ inputs: { targets } }))
    expect(app).toMatchObject({ result: 'failed', problem: { code: 'DEPENDENCY_CHANGED', kind: 'conflict' } })
    expect(app?.problem?.message).toContain(
      `holds other files of redis 1.2.0 than ${server.url} gives now: "${values}"`,
    )
    expect(versionsOf(later, 'app')).toEqual([])
    expect(publishedVersion(world.registry, 'app', '1.0.0')?.files[values]).toBe('of: first\n')
  })

  it('is released with the new files once its version is raised, as the hint says', async () => {
    const targets = `${world.target}\noci://${later.host}/acme/charts`
    const text = await world.repository.remoteFile('charts/app/Chart.yaml')
    await world.repository.commit('fix: redis', { 'charts/app/Chart.yaml': text.replace('1.0.0', '1.0.1') })
    expect(resultsOf(await world.release({ inputs: { targets } }))).toEqual(['app 1.0.1 released'])
    for (const registry of [world.registry, later])
      expect(publishedVersion(registry, 'app', '1.0.1')?.files[values]).toBe('of: second\n')
  })
})
