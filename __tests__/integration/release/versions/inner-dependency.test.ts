import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsIn, publishedVersion, resultsOf } from '../../../support/charts/published.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const chartYaml = (name: string, more = '') =>
  `apiVersion: v2\nname: ${name}\nversion: 1.0.0\nicon: https://example.test/i.png\n${more}`
const dependency = 'dependencies:\n- name: env\n  version: ^1.0.0\n  repository: file://envs/env\n'
const template =
  'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app\ndata:\n  env: {{ .Files.Get "envs/env/values.yaml" | quote }}\n'

let world: World

/** A chart with a dependency in its own folder, outside of charts/, which is a chart of the run itself. */
beforeAll(async () => {
  world = await aWorld({
    files: {
      'charts/app/Chart.yaml': chartYaml('app', dependency),
      'charts/app/templates/a.yaml': template,
      'charts/app/envs/env/Chart.yaml': chartYaml('env'),
      'charts/app/envs/env/values.yaml': 'on: one\n',
    },
    run: { entry: 'source', inputs: { charts: 'charts/**' } },
  })
})
afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
})

const app = (version: string) => publishedVersion(world.registry, 'app', version)?.files ?? {}

describe('a dependency in the folder of its chart', () => {
  it('is in the package as files and as subchart, and the next run has nothing to do', async () => {
    const run = await world.release()
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run)).toEqual(['app 1.0.0 released', 'env 1.0.0 released'])
    expect(app('1.0.0')).toMatchObject({ 'envs/env/values.yaml': 'on: one\n', 'charts/env/values.yaml': 'on: one\n' })
    expect(resultsOf(await world.release())).toEqual(['app 1.0.0 unchanged', 'env 1.0.0 unchanged'])
  })

  it.each([
    ['in git', 'push', 'two'],
    ['outside of git', 'none', 'three'],
  ])('moves its chart once, whose files say the new version, too: %s', async (_, commit, value) => {
    await world.repository.commit('fix: env', { 'charts/app/envs/env/values.yaml': `on: ${value}\n` })
    const run = await world.release({ inputs: { charts: 'charts/**', commit } })
    expect(errorsIn(run)).toEqual([])
    const [version = ''] = resultsOf(run).flatMap((line) => /^app (\S+) released$/.exec(line)?.[1] ?? [])
    const files = app(version)
    expect(files['envs/env/values.yaml']).toBe(`on: ${value}\n`)
    expect(files['envs/env/Chart.yaml']).toMatch(/version: 1\.0\.[12]\n/)
    const versionIn = (path: string) => /^version: (.*)$/m.exec(files[path] ?? '')?.[1]
    expect(versionIn('envs/env/Chart.yaml')).toBe(versionIn('charts/env/Chart.yaml'))
    const again = resultsOf(await world.release({ inputs: { charts: 'charts/**', commit } }))
    expect(again.every((line) => line.endsWith(' unchanged'))).toBe(true)
  })
})
