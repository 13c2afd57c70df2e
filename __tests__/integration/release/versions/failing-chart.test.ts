import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsIn, outcomesOf, publishedVersion, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { aChart, aTemplate, threeCharts } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const labels = 'charts/lib/templates/_labels.tpl'
const other = 'charts/other/templates/configmap.yaml'
let world: World

beforeAll(async () => {
  world = await aWorld({ files: { ...threeCharts, ...aChart('other', '1.0.0') }, run: { entry: 'source' } })
  await world.release()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

describe('a chart that Helm refuses', () => {
  let run: WorkflowRun

  beforeAll(async () => {
    await world.repository.commit('fix: everything', {
      [labels]: `${threeCharts[labels]}{{ if }}\n`,
      'charts/db/templates/configmap.yaml': aTemplate('second'),
      [other]: aTemplate('second'),
    })
    run = await world.release()
  })

  it('stops itself and its dependents, and nobody else', () => {
    expect(run.exitCode).toBe(1)
    expect(resultsOf(run)).toEqual([
      'db 2.0.1 released',
      'lib 0.3.1 failed',
      'other 1.0.1 released',
      'web 1.4.3 failed',
    ])
    expect(run.outputs.released).toBe('true')
    expect(publishedVersion(world.registry, 'db', '2.0.1')?.signed).toBe(true)
  })

  it('is shown at its template, and its dependent says whom it waits for', () => {
    const { lib, web } = outcomesOf(run)
    expect(lib?.problem?.code).toBe('CHART_LINT_FAILED')
    expect(lib?.problem?.message).toContain('_labels.tpl')
    expect(web?.problem?.code).toBe('DEPENDENCY_STOPPED')
    const files = errorsIn(run).map(({ properties }) => properties.file)
    expect(files).toEqual([labels, 'charts/web/Chart.yaml'])
  })

  it('is not in the bump', async () => {
    const changed = await git(world.repository.origin, ['show', '--name-only', '--format=%s', 'main'])
    expect(changed.split('\n').filter((line) => line !== '')).toEqual([
      'chore(release): db 2.0.1, other 1.0.1',
      'charts/db/Chart.yaml',
      'charts/other/Chart.yaml',
    ])
    expect(versionsOf(world.registry, 'lib')).toEqual(['0.3.0'])
    expect(versionsOf(world.registry, 'web')).toEqual(['1.4.2'])
  })

  it('is released with its dependents once it is mended', async () => {
    await world.repository.commit('fix: lib', { [labels]: `${threeCharts[labels]}# mended\n` })
    const mended = await world.release()
    expect(resultsOf(mended)).toEqual([
      'db 2.0.1 unchanged',
      'lib 0.3.1 released',
      'other 1.0.1 unchanged',
      'web 1.4.3 released',
    ])
  })
})

describe('a dependent that Helm refuses', () => {
  it('does not hold up what it depends on, and stays in step with it', async () => {
    await world.repository.commit('fix: lib and web', {
      [labels]: `${threeCharts[labels]}# again\n`,
      'charts/web/templates/broken.yaml': '{{ if }}\n',
    })
    const run = await world.release()
    expect(run.exitCode).toBe(1)
    expect(resultsOf(run).slice(1)).toEqual(['lib 0.3.2 released', 'other 1.0.1 unchanged', 'web 1.4.4 failed'])
    const chart = await world.repository.remoteFile('charts/web/Chart.yaml')
    expect(chart).toContain('version: 1.4.3 #')
    expect(chart).toContain('version: 0.3.2')
    await world.repository.commit('fix: web', { 'charts/web/templates/broken.yaml': null })
    expect(resultsOf(await world.release()).at(-1)).toBe('web 1.4.4 released')
  })
})

describe('a chart that cannot be read', () => {
  it('fails at its line, and the others are released', async () => {
    await world.repository.commit('feat: a broken chart', {
      'charts/broken/Chart.yaml': 'apiVersion: v2\nname: broken\nversion: one\n',
      [other]: aTemplate('third'),
    })
    const run = await world.release()
    expect(run.exitCode).toBe(1)
    expect(resultsOf(run)).toContain('other 1.0.2 released')
    expect(outcomesOf(run).broken).toMatchObject({ result: 'failed', problem: { code: 'CHART_VERSION_INVALID' } })
    expect(errorsIn(run)[0]?.properties).toMatchObject({ file: 'charts/broken/Chart.yaml', line: '3' })
  })
})

describe('many charts at once', () => {
  it('are one commit with a short subject', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'].map((letter) => `a-chart-with-a-long-name-${letter}`)
    const inputs = { charts: 'more/*' }
    const all = (text: string) =>
      Object.fromEntries(
        names.flatMap((name) =>
          Object.entries(aChart(name, '1.0.0', text)).map(([path, file]) => [path.replace('charts/', 'more/'), file]),
        ),
      )
    await world.repository.commit('feat: more', all('first'))
    await world.release({ inputs })
    await world.repository.commit('fix: more', all('second'))
    const run = await world.release({ inputs })
    expect(resultsOf(run)).toEqual(names.map((name) => `${name} 1.0.1 released`))
    const subject = await git(world.repository.origin, ['show', '--no-patch', '--format=%s', 'main'])
    expect(subject).toBe('chore(release): 5 charts')
    const body = await git(world.repository.origin, ['show', '--no-patch', '--format=%b', 'main'])
    for (const name of names) expect(body).toContain(`- ${name} 1.0.1: `)
  })
})
