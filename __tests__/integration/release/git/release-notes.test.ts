import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { publishedVersion, resultsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const VALUES = 'charts/app/values.yaml'
const MAP = 'charts/app/templates/map.yaml'
const template = (lines: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\ndata:\n  a: {{ .Values.a | quote }}\n${lines}`

let world: World
beforeAll(async () => {
  const files = {
    ...aChart('app', '1.0.0'),
    [VALUES]: 'a: "1"\nb: "2"\n',
    [MAP]: template('  b: {{ .Values.b | quote }}\n'),
  }
  world = await aWorld({ files, run: { entry: 'source', inputs: { 'release-notes': 'changelog\nartifacthub' } } })
  await world.release()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const remote = (path: string) => world.repository.remoteFile(path)

describe('the notes of a release', () => {
  let run: WorkflowRun
  let changelog: string

  beforeAll(async () => {
    await world.repository.commit('feat(app): greet <b>politely</b>', { [VALUES]: 'a: "1"\nb: "2"\nc: "3"\n' })
    await world.repository.commit('fix: take b away', {
      [VALUES]: 'a: "1"\nc: "3"\n',
      [MAP]: template('  c: {{ .Values.c | quote }}\n'),
    })
    run = await world.release()
    changelog = await remote('charts/app/CHANGELOG.md')
  })

  it('stand in the changelog of the chart, what breaks first, in the commit of the bump', () => {
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(resultsOf(run)).toEqual(['app 2.0.0 released'])
    expect(changelog).toMatch(/^# Changelog\n\n## 2\.0\.0 - \d{4}-\d\d-\d\d\n/)
    expect(changelog).toMatch(/### Added\n\n- Greet &lt;b>politely&lt;\/b>\n/)
    expect(changelog).toMatch(/### Removed\n\n- \*\*Breaking:\*\* .*\bb\b/)
    expect(changelog).toMatch(/### Fixed\n\n- Take b away/)
  })

  it('are in the package, as the list that Artifact Hub reads, and the changelog too', () => {
    const files = publishedVersion(world.registry, 'app', '2.0.0')?.files ?? {}
    const { annotations } = parse(files['Chart.yaml'] ?? '') as { annotations: Record<string, string> }
    expect(parse(annotations['artifacthub.io/changes'] ?? '')).toEqual(
      expect.arrayContaining([
        { kind: 'removed', description: expect.stringMatching(/^Breaking: /) },
        { kind: 'added', description: 'Greet <b>politely</b>' },
        { kind: 'fixed', description: 'Take b away' },
      ]),
    )
    expect(files['CHANGELOG.md']).toBe(`${changelog}\n`)
  })

  it('are folded up in the summary, as text, and whole in the report file', async () => {
    expect(run.summary).toContain('<summary>Release notes (')
    expect(run.summary).toContain('<details><summary>app 2.0.0</summary>')
    expect(run.summary).toContain('Greet &lt;b&gt;politely&lt;/b&gt;')
    const report = JSON.parse(await readFile(run.outputs['report-file'] ?? '', 'utf8'))
    expect(report.charts[0].notes).toContainEqual({ kind: 'fixed', text: 'Take b away', breaking: false })
  })

  it('are no reason for another release', async () => {
    expect((await world.release()).outputs.released).toBe('false')
  })

  it('of the next release come before, in the place of the last ones for Artifact Hub', async () => {
    await world.repository.commit('perf: faster', { [MAP]: template('  c: {{ .Values.c | quote }} # faster\n') })
    const next = await world.release()
    expect(resultsOf(next)).toEqual(['app 2.0.1 released'])
    const text = await remote('charts/app/CHANGELOG.md')
    expect(text.indexOf('## 2.0.1')).toBeLessThan(text.indexOf('## 2.0.0'))
    expect(text).toContain(changelog.slice(changelog.indexOf('## 2.0.0')))
    const yaml = await remote('charts/app/Chart.yaml')
    expect(yaml).toContain('description: "Faster"')
    expect(yaml).not.toContain('politely')
  })

  it('are made of commits under a fixed level, too', async () => {
    await world.repository.commit('fix(app): the last one', {
      [MAP]: template('  c: {{ .Values.c | quote }} # last\n'),
    })
    const next = await world.release({ inputs: { bump: 'minor', 'release-notes': 'changelog' } })
    expect(resultsOf(next)).toEqual(['app 2.1.0 released'])
    expect(await remote('charts/app/CHANGELOG.md')).toMatch(/## 2\.1\.0 - .*\n\n### Fixed\n\n- The last one\n/)
  })
})
