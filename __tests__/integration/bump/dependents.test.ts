import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsIn, outcomesOf, planOf, publishedVersion, resultsOf } from '../../support/charts/published.ts'
import { type Files, git } from '../../support/git/repository.ts'
import { runHelm } from '../../support/helm/run-helm.ts'
import { aWorld, type World } from '../../support/run/world.ts'

const names = ['one', 'two', 'three', 'four', 'five']

/** Each but the first depends on the one before it, by its exact version. */
function link(name: string, index: number): Files {
  const below = names[index - 1]
  const dependency = below
    ? `dependencies:\n  - name: ${below}\n    version: 1.0.0\n    repository: file://../${below}\n`
    : ''
  return {
    [`charts/${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\ndescription: A chart\nversion: 1.0.0\n${dependency}`,
    [`charts/${name}/values.yaml`]: 'text: first\n',
    [`charts/${name}/templates/config.yaml`]: config(name, '{{ .Values.text }}'),
  }
}

const config = (name: string, text: string) => `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-${name}
data:
  text: ${text}
`

let world: World

beforeAll(async () => {
  const alone = { 'charts/alone/Chart.yaml': 'apiVersion: v2\nname: alone\ndescription: A chart\nversion: 1.0.0\n' }
  world = await aWorld({ files: { 'README.md': '# Charts\n' }, run: { entry: 'source' } })
  const { folder, write, commit } = world.repository
  await write({ ...alone, ...Object.assign({}, ...names.map(link)) })
  for (const name of names.slice(1)) await runHelm(world, folder, ['dependency', 'update', `charts/${name}`])
  for (const name of names) await write({ [`charts/${name}/charts`]: null })
  await commit('feat: five charts', {})
  await world.release()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

async function locksAreInStep(): Promise<void> {
  const workspace = await world.repository.checkout()
  for (const name of names.slice(1)) await runHelm(world, workspace, ['dependency', 'build', `charts/${name}`])
}

describe('a chain of five charts', () => {
  it('is released in one commit for a template of the first, each once, with locks in step', async () => {
    await world.repository.commit('fix: text', {
      'charts/one/templates/config.yaml': config('one', '{{ .Values.text | quote }}'),
    })
    const before = await world.repository.remote()
    const run = await world.release()
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run)).toEqual([
      'alone 1.0.0 unchanged',
      'five 1.0.1 released',
      'four 1.0.1 released',
      'one 1.0.1 released',
      'three 1.0.1 released',
      'two 1.0.1 released',
    ])
    expect(await git(world.repository.origin, ['rev-parse', 'main^'])).toBe(before)
    await locksAreInStep()
    const five = publishedVersion(world.registry, 'five', '1.0.1')?.files ?? {}
    expect(five['charts/four/charts/three/charts/two/charts/one/Chart.yaml']).toContain('version: 1.0.1')
    expect((await world.release()).outputs.released).toBe('false')
  })

  it('moves by minor where the first one does, to the last', async () => {
    await world.repository.commit('feat: more', { 'charts/one/templates/more.yaml': config('more', 'more') })
    const run = await world.release()
    expect(resultsOf(run).filter((line) => / released$/.test(line))).toEqual([
      'five 1.1.0 released',
      'four 1.1.0 released',
      'one 1.1.0 released',
      'three 1.1.0 released',
      'two 1.1.0 released',
    ])
    await locksAreInStep()
  })

  it('moves by what each finds, where the first one breaks', async () => {
    await world.repository.commit('fix: less', { 'charts/one/templates/more.yaml': null })
    const run = await world.release()
    const levels = planOf(run).charts.map(({ name, bump }) => `${name} ${bump?.level}`)
    expect(levels).toEqual(['alone undefined', 'five major', 'four major', 'one major', 'three major', 'two major'])
    expect(outcomesOf(run).five?.reason).toMatch(/^breaking: .*more.* no longer rendered/)
    await locksAreInStep()
  })
})

describe('a version of a dependency that was raised by hand', () => {
  it('reaches the charts that use it: constraint, lock and a bump', async () => {
    const { remoteFile, commit } = world.repository
    const raised = (await remoteFile('charts/four/Chart.yaml')).replace(/^version: .*$/m, 'version: 3.0.0')
    await commit('feat: four', { 'charts/four/Chart.yaml': raised, 'charts/four/values.yaml': 'text: second\n' })
    const run = await world.release()
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run).filter((line) => / released$/.test(line))).toEqual([
      'five 2.0.1 released',
      'four 3.0.0 released',
    ])
    expect(await remoteFile('charts/five/Chart.yaml')).toMatch(/version: 2\.0\.1[\s\S]*version: 3\.0\.0/)
    expect(await remoteFile('charts/five/Chart.lock')).toContain('version: 3.0.0')
    await locksAreInStep()
  })

  it('is whatever the constraint allows, and then only the lock moves', async () => {
    const { remoteFile, commit, folder, write } = world.repository
    const loose = (await remoteFile('charts/five/Chart.yaml')).replace('version: 3.0.0', 'version: ^3.0.0')
    await world.repository.git('pull', '--quiet', '--ff-only', 'origin', 'main')
    await write({ 'charts/five/Chart.yaml': loose })
    await runHelm(world, folder, ['dependency', 'update', 'charts/five'])
    await write({ 'charts/five/charts': null })
    await commit('chore: a looser constraint', {})
    await world.release()
    await commit('fix: four', { 'charts/four/values.yaml': 'text: third\n' })
    const run = await world.release()
    expect(resultsOf(run).filter((line) => / released$/.test(line))).toEqual([
      'five 2.0.3 released',
      'four 3.0.1 released',
    ])
    expect(await remoteFile('charts/five/Chart.yaml')).toContain('version: ^3.0.0')
    expect(await remoteFile('charts/five/Chart.lock')).toContain('version: 3.0.1')
  })
})
