import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  errorsIn,
  errorsOf,
  isSigned,
  outcomesOf,
  publishedVersion,
  resultsOf,
  signatureTag,
} from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const values = 'image:\n  tag: v7.0 # what is deployed\n'
const config = `charts:
  watched:
    app-version: sha
    app-paths: ["src/**"]
  plain:
    app-version: sha
`

let world: World

beforeAll(async () => {
  world = await aWorld({
    files: {
      ...aChart('app', '1.0.0', 'first', 'appVersion: "1"\n'),
      'charts/app/values.yaml': values,
      ...aChart('watched', '1.0.0'),
      ...aChart('plain', '1.0.0'),
      ...aChart('bare', '1.0.0'),
      'src/main.go': 'package main\n',
      '.github/release-charts.yaml': config,
    },
    run: { entry: 'source' },
  })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const only = (chart: string, appVersion?: string) => ({
  inputs: { charts: `charts/${chart}`, ...(appVersion && { 'app-version': appVersion }) },
})
const appVersionOf = (name: string, version: string) =>
  publishedVersion(world.registry, name, version)?.annotations['io.github.release-charts.app-version']
const chartFile = (name: string) => world.repository.remoteFile(`charts/${name}/Chart.yaml`)

describe('app-version: values:<path>', () => {
  it('is what values.yaml says, in the package and in git', async () => {
    const run = await world.release(only('app', 'values:image.tag'))
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
    expect(outcomesOf(run).app?.appVersion).toBe('v7.0')
    expect(appVersionOf('app', '1.0.0')).toBe('v7.0')
    expect(await chartFile('app')).toContain('appVersion: "v7.0"')
  })

  it('fails at the line of values.yaml where the path is missing', async () => {
    const run = await world.release(only('app', 'values:image.version'))
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toEqual(['VALUES_PATH_MISSING'])
    expect(errorsIn(run)[0]?.properties).toMatchObject({ file: 'charts/app/values.yaml', line: '1' })
    expect(errorsIn(run)[0]?.message).toContain('image.version')
  })
})

describe('a place in values.yaml that is named for all charts', () => {
  it('counts for those that have it, and the others go on as they are', async () => {
    const charts = 'charts/app\ncharts/bare'
    const run = await world.release({ inputs: { mode: 'plan', charts, 'app-version': 'values:image.tag' } })
    expect(run.exitCode).toBe(0)
    expect(run.outputs.plan).not.toContain('VALUES_PATH_MISSING')
    expect(run.stdout).toContain('app-version: values:image.tag leaves the appVersion of bare as it is')
  })

  it('is a mistake if no chart has it, also if a release tag names one of them', async () => {
    const inputs = { mode: 'plan', charts: 'charts/app\ncharts/bare', 'app-version': 'values:image.version' }
    const none = await world.release({ inputs })
    expect(none.outputs.plan?.match(/VALUES_PATH_MISSING/g)).toHaveLength(2)
    await world.repository.tag('bare-1.0.0')
    const event = { name: 'push', ref: 'refs/tags/bare-1.0.0' } as const
    const tagged = await world.release({ event, inputs: { ...inputs, 'app-version': 'values:image.tag' } })
    expect(tagged.outputs.plan).not.toContain('VALUES_PATH_MISSING')
    const missing = await world.release({ event, inputs })
    expect(missing.outputs.plan).toContain('VALUES_PATH_MISSING')
    await world.repository.git('push', '--quiet', '--delete', 'origin', 'bare-1.0.0')
  })
})

describe('a literal app-version', () => {
  it('is released with the next version, and then stays', async () => {
    const run = await world.release(only('app', '9.9'))
    expect(resultsOf(run)).toEqual(['app 1.1.0 released'])
    expect(appVersionOf('app', '1.1.0')).toBe('9.9')
    expect(await chartFile('app')).toMatch(/version: 1\.1\.0\nappVersion: "9\.9"/)
    expect(resultsOf(await world.release(only('app', '9.9')))).toEqual(['app 1.1.0 unchanged'])
  })

  it('is what a missing signature is completed for, also where git never got it', async () => {
    const none = { inputs: { ...only('app', '10').inputs, commit: 'none' } }
    expect(resultsOf(await world.release(none))).toEqual(['app 1.2.0 released'])
    const { digest = '' } = publishedVersion(world.registry, 'app', '1.2.0') ?? {}
    world.registry.removeTag('acme/charts/app', signatureTag(digest))
    expect(resultsOf(await world.release(none))).toEqual(['app 1.2.0 completed'])
    expect(isSigned(world.registry, 'acme/charts/app', digest)).toBe(true)
  })
})

describe('app-version: sha', () => {
  it('is the newest commit that touched the chart', async () => {
    const commit = await world.repository.commit('fix: plain', aChart('plain', '1.0.0', 'second'))
    await world.repository.commit('docs: read me', { 'README.md': '# Charts\n' })
    const run = await world.release(only('plain'))
    expect(resultsOf(run)).toEqual(['plain 1.0.0 released'])
    expect(appVersionOf('plain', '1.0.0')).toBe(commit)
  })

  it('does not count the own commit that wrote it, nor release for a comment', async () => {
    expect(resultsOf(await world.release(only('plain')))).toEqual(['plain 1.0.0 unchanged'])
    const commented = (await chartFile('plain')).replace('version: 1.0.0', 'version: 1.0.0 # stable')
    await world.repository.commit('docs: plain', { 'charts/plain/Chart.yaml': commented })
    expect(resultsOf(await world.release(only('plain')))).toEqual(['plain 1.0.0 unchanged'])
  })

  it('is a reason to release where app-paths are set', async () => {
    const first = await world.release(only('watched'))
    expect(resultsOf(first)).toEqual(['watched 1.0.0 released'])
    await world.repository.commit('docs: read me again', { 'README.md': '# All charts\n' })
    expect(resultsOf(await world.release(only('watched')))).toEqual(['watched 1.0.0 unchanged'])
    const commit = await world.repository.commit('feat: code', { 'src/main.go': 'package other\n' })
    const run = await world.release(only('watched'))
    expect(resultsOf(run)).toEqual(['watched 1.0.1 released'])
    expect(appVersionOf('watched', '1.0.1')).toBe(commit)
    expect(resultsOf(await world.release(only('watched')))).toEqual(['watched 1.0.1 unchanged'])
  })

  it('is the same in a shallow clone', async () => {
    await world.repository.commit('docs: and again', { 'README.md': '# Charts again\n' })
    expect(resultsOf(await world.release({ ...only('watched'), depth: 1 }))).toEqual(['watched 1.0.1 unchanged'])
  })
})

describe('app-version: tag', () => {
  it('is the newest tag that the branch reaches, also from a shallow clone', async () => {
    await world.repository.tag('v2.0.0')
    await world.repository.commit('docs: once more', { 'README.md': '# Charts, once more\n' })
    await world.repository.tag('v1.9.0')
    await world.repository.tag('vague')
    await world.repository.git('commit', '--quiet', '--allow-empty', '--message', 'elsewhere')
    await world.repository.git('push', '--quiet', 'origin', 'HEAD:refs/tags/v3.0.0')
    await world.repository.git('reset', '--quiet', '--hard', 'HEAD~1')
    const run = await world.release({ ...only('app', 'tag'), depth: 1 })
    expect(run.exitCode).toBe(0)
    expect(outcomesOf(run).app?.appVersion).toBe('v2.0.0')
  })
})
