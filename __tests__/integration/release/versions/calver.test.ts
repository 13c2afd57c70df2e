import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsOf, outcomesOf, planOf, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { aChart, aTemplate } from '../../../support/charts/three-charts.ts'
import { aRepository } from '../../../support/git/repository.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

/** A chart by calendar, and one that depends on it and is counted by what changes. */
const charts = {
  ...aChart('db', '2025.11.3', 'first'),
  'charts/web/Chart.yaml': `apiVersion: v2
name: web
description: A web server
version: 1.4.2
dependencies:
  - name: db
    version: ^2025.11.0
    repository: file://../db
`,
  'charts/web/templates/configmap.yaml': aTemplate('web'),
}

let world: World

beforeAll(async () => {
  const files = { ...charts, '.github/release-charts.yaml': 'charts:\n  db:\n    bump: calver\n' }
  // An hour lies between commits.
  const repository = await aRepository({ files, startsAt: new Date('2026-01-31T22:30:00Z') })
  world = await aWorld({ repository, run: { entry: 'source' } })
  await world.release()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

describe('a chart whose versions go by the calendar', () => {
  it('is published first as Chart.yaml has it', () => {
    expect(versionsOf(world.registry, 'db')).toEqual(['2025.11.3'])
  })

  it('gets the month of the commit that is released, and its dependent follows by a patch', async () => {
    await world.repository.commit('fix: db', aChart('db', '2025.11.3', 'second'))
    const run = await world.release()
    expect(resultsOf(run)).toEqual(['db 2026.1.0 released', 'web 1.4.3 released'])
    expect(outcomesOf(run).db?.reason).toBe(
      'its content changed since 2025.11.3 was published; next free version is 2026.1.0',
    )
    const planned = planOf(run).charts.find(({ name }) => name === 'db')
    expect(planned?.bump).toEqual({ setting: 'calver', source: 'config' })
    expect(await world.repository.remoteFile('charts/web/Chart.yaml')).toContain('version: ^2026.1.0')
  })

  it('gives the same version when the run is repeated, for the clock has no say', async () => {
    expect(resultsOf(await world.release())).toEqual(['db 2026.1.0 unchanged', 'web 1.4.3 unchanged'])
  })

  it('starts anew with the next month', async () => {
    await world.repository.commit('fix: db', aChart('db', '2026.1.0', 'third'))
    expect(resultsOf(await world.release())).toContain('db 2026.2.0 released')
  })

  it('is told what to write when it is checked', async () => {
    await world.repository.commit('fix: db', aChart('db', '2026.2.0', 'fourth'))
    const run = await world.release({ inputs: { mode: 'check' } })
    expect(errorsOf(run)).toContain('VERSION_NOT_RAISED')
    expect(run.stdout).toContain('2026.2.1')
  })
})
