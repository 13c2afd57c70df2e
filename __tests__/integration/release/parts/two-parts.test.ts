import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { publishedVersion, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { aTemplate, threeCharts } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { type BuiltPart, buildPart, releasePart } from '../../../support/scenes/two-parts.ts'

let world: World

beforeAll(async () => {
  world = await aWorld({ files: threeCharts, run: { entry: 'source' } })
  await world.release()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

describe('a change that is released by two jobs', () => {
  let built: BuiltPart
  let released: WorkflowRun & { readonly helmRan: string }
  let before: string | undefined
  let writes: number

  beforeAll(async () => {
    before = await world.repository.commit('fix: one more label', {
      'charts/lib/templates/_labels.tpl': `${threeCharts['charts/lib/templates/_labels.tpl']}# more\n`,
    })
    writes = world.registry.requests.length
    built = await buildPart(world, { inputs: { 'release-notes': 'changelog' } })
    writes = world.registry.requests.slice(writes).filter(({ method }) => !/^(GET|HEAD)$/.test(method)).length
  })

  it('is planned and packaged by the first, which changes nothing and needs no right to sign', async () => {
    expect(built.run.stderr).toBe('')
    expect(built.run.exitCode).toBe(0)
    expect(resultsOf(built.run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 planned', 'web 1.4.3 planned'])
    expect(built.digest).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(writes).toBe(0)
    expect(await world.repository.remote()).toBe(before)
  })

  it('is pushed, signed and published by the second, which runs no Helm', async () => {
    released = await releasePart(world, built, { inputs: { 'release-notes': 'changelog' } })
    expect(released.stdout).not.toContain('::error')
    expect(released.exitCode).toBe(0)
    expect(released.helmRan).toBe('')
    expect(resultsOf(released)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 released', 'web 1.4.3 released'])
    expect(versionsOf(world.registry, 'web')).toEqual(['1.4.2', '1.4.3'])
    expect(publishedVersion(world.registry, 'web', '1.4.3')?.signed).toBe(true)
    expect(await git(world.repository.origin, ['log', '-1', '--format=%P', 'main'])).toBe(before)
  })

  it('gives a list for a matrix', () => {
    const list = JSON.parse(released.outputs['released-charts'] ?? '') as readonly { readonly name: string }[]
    expect(list.map(({ name }) => name)).toEqual(['lib', 'web'])
  })

  it('leaves nothing to do for two jobs, of which neither needs a Helm', async () => {
    const without = { env: { PATH: '/usr/bin:/bin' }, path: ['/nonexistent'] }
    const idle = await buildPart(world, without)
    expect([idle.run.exitCode, idle.digest]).toEqual([0, expect.stringMatching(/^sha256:/)])
    const done = await releasePart(world, idle)
    expect([done.exitCode, done.helmRan, done.outputs.released]).toEqual([0, '', 'false'])
    expect(JSON.parse(done.outputs['released-charts'] ?? '')).toEqual([])
  })

  it('leaves nothing to do for a run that is whole', async () => {
    const again = await world.release()
    expect(resultsOf(again)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 unchanged', 'web 1.4.3 unchanged'])
  })
})

describe('a chart with settings of its own', () => {
  it('is released by two jobs as both read them from the commit', async () => {
    await world.repository.commit('fix: db', {
      '.github/release-charts.yaml':
        'charts:\n  db:\n    tag-template: db_v{{ .Version }}\n    sign: none\n    release-notes: [changelog]\n',
      'charts/db/templates/configmap.yaml': aTemplate('second'),
    })
    const released = await releasePart(world, await buildPart(world))
    expect([released.exitCode, released.helmRan]).toEqual([0, ''])
    expect(resultsOf(released)).toEqual(['db 2.0.1 released', 'lib 0.3.1 unchanged', 'web 1.4.3 unchanged'])
    expect(await world.repository.remoteTags()).toContain('db_v2.0.1')
    expect(await world.repository.remoteFile('charts/db/CHANGELOG.md')).toContain('## 2.0.1')
    expect(publishedVersion(world.registry, 'db', '2.0.1')?.signed).toBe(false)
    const again = await world.release()
    expect(resultsOf(again)).toEqual(['db 2.0.1 unchanged', 'lib 0.3.1 unchanged', 'web 1.4.3 unchanged'])
  })
})
