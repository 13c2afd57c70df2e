import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { updateLock } from '../../../../src/chart/edit/edit.ts'
import { readChartYaml, readLock } from '../../../../src/chart/manifest/chart-yaml.ts'
import { lockDigest } from '../../../../src/chart/manifest/lock.ts'
import { errorsIn, outcomesOf, publishedVersion, resultsOf } from '../../../support/charts/published.ts'
import { threeCharts } from '../../../support/charts/three-charts.ts'
import { helmPush } from '../../../support/helm/helm-push.ts'
import { runHelm } from '../../../support/helm/run-helm.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const { 'charts/web/Chart.lock': _, ...files } = threeCharts
const labels = 'charts/lib/templates/_labels.tpl'
let world: World

/** A chart that names a library of its own repository by the address where that is published. */
beforeAll(async () => {
  world = await aWorld({ files: { 'README.md': '# Charts\n' }, run: { entry: 'source' } })
  const { folder, commit, write } = world.repository
  const web = files['charts/web/Chart.yaml'].replace('file://../lib', world.target)
  await write({ ...files, 'charts/web/Chart.yaml': web })
  await commit('feat: lib', { 'charts/web': null })
  await world.release()
  await write({ ...files, 'charts/web/Chart.yaml': web })
  await runHelm(world, folder, ['dependency', 'update', '--plain-http', 'charts/web'])
  await rm(join(folder, 'charts/web/charts'), { recursive: true })
  await commit('feat: web', {})
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const labelsIn = (version: string) =>
  publishedVersion(world.registry, 'web', version)?.files['charts/lib/templates/_labels.tpl'] ?? ''

describe('a dependency on a chart of the same repository, by its published address', () => {
  it('comes from the run itself', async () => {
    const run = await world.release()
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.0 unchanged', 'web 1.4.2 released'])
    expect(labelsIn('1.4.2')).toBe(threeCharts[labels])
  })

  it('is followed in the same run and commit', async () => {
    await world.repository.commit('fix: lib', { [labels]: `${threeCharts[labels]}# second\n` })
    const run = await world.release()
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 released', 'web 1.4.3 released'])
    expect(labelsIn('1.4.3')).toContain('# second')
    expect(await world.repository.remoteFile('charts/web/Chart.lock')).toContain('version: 0.3.1')
    expect(resultsOf(await world.release())).toEqual([
      'db 2.0.0 unchanged',
      'lib 0.3.1 unchanged',
      'web 1.4.3 unchanged',
    ])
  })

  it('stays at what the lock says with commit: none', async () => {
    await world.repository.commit('fix: lib', { [labels]: `${threeCharts[labels]}# third\n` })
    const run = await world.release({ inputs: { commit: 'none' } })
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.2 released', 'web 1.4.3 unchanged'])
  })

  it('is fetched by the lock, where the dependent changes with commit: none', async () => {
    await world.repository.commit('fix: web', {
      'charts/web/templates/configmap.yaml': `${threeCharts['charts/web/templates/configmap.yaml']}  more: text\n`,
      '.github/release-charts.yaml': `dependencies:\n  private-hosts: ["${world.registry.host}"]\n`,
    })
    const run = await world.release({ inputs: { commit: 'none' } })
    expect(errorsIn(run)).toEqual([])
    const [web] = resultsOf(run).filter((line) => line.startsWith('web '))
    expect(web).toMatch(/^web \S+ released$/)
    const version = web?.split(' ')[1] ?? ''
    // What the registry holds of the locked version, not what the repository has of a later one.
    expect(labelsIn(version)).toContain('# second')
    expect(labelsIn(version)).not.toContain('# third')
  })
})

describe('a first release of both, later than the commits that brought them', () => {
  it('does not wait for the library to be published', async () => {
    const { commit, remoteFile } = world.repository
    const raised = async (name: string, from: string, to: string) =>
      (await remoteFile(`charts/${name}/Chart.yaml`)).replace(from, to)
    await commit('feat: lib 0.4.0', { 'charts/lib/Chart.yaml': await raised('lib', '0.3.1', '0.4.0') })
    const web = (await raised('web', '1.4.3', '1.5.0')).replace('version: 0.3.1', 'version: 0.4.0')
    const lock = await lockFor(web)
    await commit('feat: web 1.5.0', { 'charts/web/Chart.yaml': web, 'charts/web/Chart.lock': lock })
    await commit('docs: read me', { 'README.md': '# All charts\n' })
    const run = await world.release()
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.4.0 released', 'web 1.5.0 released'])
    expect(labelsIn('1.5.0')).toContain('# third')
  })
})

describe('a library that can’t be released, as nobody may raise its version', () => {
  const config = () => `dependencies:\n  private-hosts: ["${world.registry.host}"]\ncharts:\n  lib:\n    bump: none\n`
  const change = async (text: string) => ({
    'charts/lib/templates/_labels.tpl': `${threeCharts[labels].replace('app.kubernetes.io/name', 'never.published/name')}`,
    'charts/web/templates/configmap.yaml': `${threeCharts['charts/web/templates/configmap.yaml']}  more: ${text}\n`,
    '.github/release-charts.yaml': config(),
  })
  const resultOf = (run: Parameters<typeof resultsOf>[0]) => resultsOf(run).filter((line) => /^(lib|web) /.test(line))

  it('keeps nobody who pins what is published of it from being released, with that', async () => {
    await world.repository.commit('fix: web', await change('second'))
    const run = await world.release()
    expect(resultOf(run)).toEqual(['lib 0.4.0 failed', 'web 1.5.1 released'])
    expect(outcomesOf(run).web?.reason).not.toMatch(/lib|label/)
    expect(labelsIn('1.5.1')).toBe(labelsIn('1.5.0'))
    expect(labelsIn('1.5.1')).not.toContain('never.published')
  })

  it('keeps nobody either who pins it without a lock', async () => {
    await world.repository.commit('fix: web', { ...(await change('third')), 'charts/web/Chart.lock': null })
    const run = await world.release()
    expect(resultOf(run)).toEqual(['lib 0.4.0 failed', 'web 1.5.2 released'])
    expect(labelsIn('1.5.2')).toBe(labelsIn('1.5.0'))
  })

  it('keeps nobody either where its own new version can’t be packaged, but those that only follow it', async () => {
    const config = `dependencies:\n  private-hosts: ["${world.registry.host}"]\n`
    const broken = { 'charts/lib/values.yaml': 'broken: [\n', '.github/release-charts.yaml': config }
    await world.repository.commit('fix: lib', broken)
    const inputs = { bump: 'patch' }
    const following = await world.release({ inputs })
    expect(resultOf(following)).toEqual(['lib 0.4.1 failed', 'web 1.5.3 failed'])
    expect(errorsIn(following)[1]?.message).toContain('web waits for')
    const { 'charts/web/templates/configmap.yaml': web } = await change('fourth')
    await world.repository.commit('fix: web', { 'charts/web/templates/configmap.yaml': web })
    expect(resultOf(await world.release({ inputs }))).toEqual(['lib 0.4.1 failed', 'web 1.5.3 released'])
    expect(labelsIn('1.5.3')).toBe(labelsIn('1.5.0'))
    expect(await world.repository.remoteFile('charts/web/Chart.yaml')).toMatch(
      /version: 1\.5\.3[\s\S]*version: 0\.4\.0/,
    )
    await world.repository.commit('fix: lib', {
      'charts/lib/values.yaml': null,
      '.github/release-charts.yaml': `${config}charts:\n  lib:\n    bump: none\n`,
    })
  })

  it('makes no change of a package of another tool that holds what is published of it', async () => {
    const { folder, write, commit } = world.repository
    await write({
      'charts/ext/Chart.yaml': `apiVersion: v2\nname: ext\ndescription: A chart\nversion: 1.0.0\ndependencies:\n  - name: lib\n    version: 0.4.0\n    repository: ${world.target}\n`,
    })
    await runHelm(world, folder, ['dependency', 'update', '--plain-http', 'charts/ext'])
    await helmPush(world, join(folder, 'charts/ext'))
    for (const file of ['charts', 'Chart.lock']) await rm(join(folder, 'charts/ext', file), { recursive: true })
    await commit('feat: ext', {})
    const run = await world.release({ inputs: { charts: 'charts/*', bump: 'none' } })
    expect(resultsOf(run).filter((line) => line.startsWith('ext'))).toEqual(['ext 1.0.0 unchanged'])
  })

  it('is named by those that take it from its folder', async () => {
    const web = (await world.repository.remoteFile('charts/web/Chart.yaml')).replace(world.target, 'file://../lib')
    await world.repository.commit('fix: web', { ...(await change('fourth')), 'charts/web/Chart.yaml': web })
    const run = await world.release()
    expect(resultOf(run)).toEqual(['lib 0.4.0 failed', expect.stringMatching(/^web .* failed$/)])
    expect(JSON.stringify(errorsIn(run))).toContain(
      "web waits for lib, which it depends on and which can't be released.",
    )
  })
})

/** The lock that Helm would write, made before the library is published. */
async function lockFor(chartYaml: string): Promise<string> {
  const text = await world.repository.remoteFile('charts/web/Chart.lock')
  const lock = readLock(text.replace('version: 0.3.1', 'version: 0.4.0'), 'Chart.lock')
  return updateLock(lock, new Map(), lockDigest(readChartYaml(chartYaml, 'Chart.yaml').dependencies, lock.entries))
}
