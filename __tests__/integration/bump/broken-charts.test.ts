import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { changesIn, outcomesOf, planOf, versionsOf } from '../../support/charts/published.ts'
import type { Files } from '../../support/git/repository.ts'
import type { WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { startChartRepository } from '../../support/servers/chart-repository.ts'

const template = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\ndata:\n  a: b\n'

interface Parts {
  readonly lines?: string
  readonly values?: string
  readonly more?: Readonly<Record<string, string>>
}

function chart(name: string, templateText: string, { lines = '', values = 'a: 1\n', more = {} }: Parts = {}): Files {
  const folder = `charts/${name}`
  return {
    [`${folder}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\ndescription: A chart\nversion: 1.0.0\n${lines}`,
    [`${folder}/values.yaml`]: values,
    [`${folder}/templates/config.yaml`]: templateText,
    ...Object.fromEntries(Object.entries(more).map(([path, text]) => [`${folder}/${path}`, text])),
  }
}

const dependsOn = (name: string) =>
  `dependencies:\n  - name: ${name}\n    version: 1.0.0\n    repository: file://../${name}\n`

const broken: Files = {
  ...chart('app', `${template}  c: {{ if }}\n`),
  ...chart('call', `${template}  c: {{ nofunction 1 }}\n`),
  ...chart('helper', `${template}  c: {{ include "nobody.has.it" . }}\n`),
  ...chart('notes', template, { more: { 'templates/NOTES.txt': 'Thanks!\n{{ end }}\n' } }),
  ...chart('output', `${template}  c: [\n`),
  ...chart('nothing', `${template}  c: {{ .Values.no.such.thing }}\n`),
  ...chart('values', template, { values: 'a: 1\nb: [\n' }),
  ...chart('schema', template, { more: { 'values.schema.json': '{"properties": {"a": {"type": "string"}}}' } }),
  ...chart('number', template, { lines: 'appVersion: 6.10\n' }),
  ...chart('vendor', template, {
    lines: 'dependencies:\n  - name: sub\n    version: 1.0.0\n    repository: ""\n',
    more: {
      'charts/sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n',
      'charts/sub/templates/sub.yaml': 'a: 1\n{{ else }}\n',
    },
  }),
  ...chart('dependent', template, { lines: dependsOn('call') }),
}

/** Each with its code and place. A line of the rendered output is not a line of the template. */
const problems = {
  app: 'CHART_LINT_FAILED templates/config.yaml:7',
  call: 'CHART_LINT_FAILED templates/config.yaml:7',
  dependent: 'DEPENDENCY_STOPPED Chart.yaml:6',
  helper: 'CHART_LINT_FAILED templates/config.yaml:7',
  nothing: 'CHART_LINT_FAILED templates/config.yaml:7',
  notes: 'CHART_LINT_FAILED templates/NOTES.txt:2',
  number: 'CHART_LINT_FAILED Chart.yaml:5',
  output: 'CHART_LINT_FAILED templates/config.yaml',
  schema: 'CHART_LINT_FAILED values.yaml',
  values: 'CHART_PACKAGE_FAILED values.yaml:2',
  vendor: 'CHART_LINT_FAILED charts/sub/templates/sub.yaml:2',
}

/** Sound, although Helm refuses to render them with their defaults, or at all. */
const sound: Files = {
  ...chart('needs', `${template}  c: {{ required "say c" .Values.c }}\n`),
  ...chart('refuses', `${template}  {{ if not .Values.c }}{{ fail "say c" }}{{ end }}\n`),
  ...chart('library', '', { lines: 'type: library\n' }),
}

let world: World
beforeAll(async () => {
  world = await aWorld({ files: chart('app', template), run: { entry: 'source', inputs: { bump: 'auto' } } })
  await world.release()
  await world.repository.commit('feat: charts', { ...broken, ...sound })
})
afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
})

function problemsIn(run: WorkflowRun): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.values(outcomesOf(run)).flatMap(({ name, path, problem }) => {
      if (!problem) return []
      const { code, file = '', line } = problem as { code: string; file?: string; line?: number }
      return [[name, `${code} ${[file.replace(`${path}/`, ''), line].filter(Boolean).join(':')}`]]
    }),
  )
}

describe("a chart that can't be linted", () => {
  it('fails the check at the place that is broken, and no version is asked for', async () => {
    const run = await world.release({ inputs: { mode: 'check' } })
    expect(problemsIn(run)).toEqual(problems)
    expect(run.exitCode).toBe(1)
    expect(run.stdout).not.toMatch(/major|2\.0\.0|VERSION_NOT_RAISED/)
  })

  it('is not to be released, says the plan', async () => {
    const from = world.registry.requests.length
    const run = await world.release({ inputs: { mode: 'plan' } })
    expect(problemsIn(run)).toEqual(problems)
    const planned = planOf(run).charts.filter(({ action }) => action !== 'refuse')
    expect(planned.map(({ name, action }) => `${name} ${action}`)).toEqual([
      'library publish',
      'needs publish',
      'refuses publish',
    ])
    expect(changesIn(world.registry, from)).toEqual([])
  })

  it('is not released either, and the others are', async () => {
    const run = await world.release()
    expect(problemsIn(run)).toEqual(problems)
    expect(versionsOf(world.registry, 'app')).toEqual(['1.0.0'])
    for (const name of Object.keys(problems)) {
      if (name !== 'app') expect(versionsOf(world.registry, name)).toEqual([])
    }
    for (const name of ['library', 'needs', 'refuses']) expect(versionsOf(world.registry, name)).toEqual(['1.0.0'])
  })
})

describe('a chart whose dependency can not be fetched now', () => {
  it('is planned all the same, linted as far as that goes', async () => {
    const { host, url, ...charts } = await startChartRepository([{ name: 'base', version: '1.1.0' }])
    await charts[Symbol.asyncDispose]()
    const lines = `dependencies:\n  - name: base\n    version: 1.1.0\n    repository: ${url}\n`
    await using away = await aWorld({
      files: {
        ...chart('far', `${template}  c: {{ include "base.name" . }}\n`, { lines }),
        ...chart('wrong', `${template}  c: {{ if }}\n`, { lines }),
        '.github/release-charts.yaml': `dependencies:\n  schemes: [http]\n  private-hosts: ['${host}']\ncharts:\n  charts/far: { unlocked: allow }\n  charts/wrong: { unlocked: allow }\n`,
      },
      run: { entry: 'source' },
    })
    const run = await away.release({ inputs: { mode: 'plan' } })
    expect(problemsIn(run)).toEqual({ wrong: 'CHART_LINT_FAILED templates/config.yaml:7' })
    expect(planOf(run).charts.map(({ name, action }) => `${name} ${action}`)).toEqual(['far publish', 'wrong refuse'])
    expect(run.stdout).toMatch(
      /far was linted without its dependencies: far needs base 1\.1\.0 from .* could not be fetched/,
    )
  })
})
