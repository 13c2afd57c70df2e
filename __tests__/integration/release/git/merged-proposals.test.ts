import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { outcomesOf, publishedVersion, resultsOf } from '../../../support/charts/published.ts'
import { aChart, threeCharts } from '../../../support/charts/three-charts.ts'
import { workflowToken } from '../../../support/github/tokens.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const TOKEN = workflowToken('ghs_merges', { contents: 'write', pull_requests: 'write' })
const config = `charts:
  app:
    app-paths: ["src/**"]
`

let world: World
let last: WorkflowRun

beforeAll(async () => {
  world = await aWorld({
    files: {
      ...threeCharts,
      ...aChart('app', '1.0.0', 'first', 'appVersion: "1"\n'),
      'src/main.go': 'package main\n',
      '.github/release-charts.yaml': config,
    },
    github: { tokens: [TOKEN], settings: { actionsMayOpenPullRequests: true } },
    run: {
      entry: 'source',
      token: TOKEN.value,
      inputs: { commit: 'pull-request', 'app-version': 'sha', sign: 'none', 'release-notes': 'changelog' },
    },
  })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

/** Those of all charts, as data. */
const notesIn = async (run: WorkflowRun) => {
  const report = JSON.parse(await readFile(run.outputs['report-file'] ?? '', 'utf8'))
  return JSON.stringify(report.charts.map(({ notes }: { readonly notes?: unknown }) => notes))
}
const openPull = () => world.github.pulls.find(({ state }) => state === 'open')
const appVersionOf = (name: string, version: string) =>
  publishedVersion(world.registry, name, version)?.annotations['io.github.release-charts.app-version']
/** The application, and a library that `web` depends on. */
const change = (text: string) =>
  world.repository.commit(`fix: ${text}`, {
    'src/main.go': `package ${text}\n`,
    'charts/lib/templates/_labels.tpl': `${threeCharts['charts/lib/templates/_labels.tpl']}# ${text}\n`,
  })

describe('what is merged of `app-version: sha` is released', () => {
  it.each([
    ['merge', ['app 1.0.0', 'db 2.0.0', 'lib 0.3.0', 'web 1.4.2']],
    ['squash', ['app 1.0.1', 'lib 0.3.1', 'web 1.4.3']],
    ['rebase', ['app 1.0.2', 'lib 0.3.2', 'web 1.4.4']],
  ] as const)('once for each merge (%s)', async (how, released) => {
    const commit = await change(how)
    expect((await world.release()).exitCode).toBe(0)
    await world.github.merge(openPull()?.number ?? 0, how)
    const run = await world.release()
    last = run
    expect([run.exitCode, run.stderr, run.outputs['pull-request']]).toEqual([0, '', ''])
    expect(resultsOf(run).filter((one) => one.endsWith(' released'))).toEqual(released.map((one) => `${one} released`))
    expect(appVersionOf('app', outcomesOf(run).app?.version ?? '')).toBe(commit)
    expect(await notesIn(run)).not.toMatch(/publish/)
  })

  it('as a push would have done it: with the version before, the reason and notes', async () => {
    const said = outcomesOf(last)
    expect(said.web?.previousVersion).toBe('1.4.3')
    expect(said.app?.previousVersion).toBe('1.0.1')
    expect(said.lib?.reason).toMatch(/^changed: .*; 0\.3\.2 is not published anywhere yet$/)
    expect(await notesIn(last)).toMatch(/"text":"Rebase"/)
  })

  it('also if the application went on between the proposal and its merge, which is proposed next', async () => {
    const proposed = await change('proposed')
    await world.release()
    await world.repository.commit('fix: later', { 'src/main.go': 'package later\n' })
    await world.github.merge(openPull()?.number ?? 0, 'squash')
    const run = await world.release()
    expect(resultsOf(run)).toEqual([
      'app 1.0.3 released',
      'db 2.0.0 unchanged',
      'lib 0.3.3 released',
      'web 1.4.5 released',
    ])
    expect(appVersionOf('app', '1.0.3')).toBe(proposed)
    // The date of the commit that it was proposed for, or it would be another proposal each day.
    expect(await world.repository.remoteFile('charts/app/CHANGELOG.md')).toMatch(/^## 1\.0\.3 - 2026-01-/m)
    expect(resultsOf(await world.release())).toEqual([
      'app 1.0.4 planned',
      'db 2.0.0 unchanged',
      'lib 0.3.3 unchanged',
      'web 1.4.5 unchanged',
    ])
  })
})
