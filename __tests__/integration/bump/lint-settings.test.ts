import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { outcomesOf, planOf, versionsOf } from '../../support/charts/published.ts'
import type { Files } from '../../support/git/repository.ts'
import type { RunOptions, WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'

const config = '.github/release-charts.yaml'
const meta = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\ndata:\n'

function chart(name: string, template: string, more: Readonly<Record<string, string>> = {}): Files {
  const folder = `charts/${name}`
  return {
    [`${folder}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\ndescription: A chart\nversion: 1.0.0\n`,
    [`${folder}/templates/config.yaml`]: `${meta}${template}`,
    ...Object.fromEntries(Object.entries(more).map(([path, text]) => [`${folder}/${path}`, text])),
  }
}

/** As prometheus-postgres-exporter: its defaults make no sense, and its maintainers lint with `ci/*.yaml`. */
const needsHost = '  host: {{ .Values.config.datasource.host }}\n'
const host = 'config:\n  datasource:\n    host: db\n'
const modern = '{{ if semverCompare "<1.30-0" .Capabilities.KubeVersion.Version }}{{ .Values.no.such }}{{ end }}\n'

describe.each([3, 4] as const)('with Helm %i', (helm) => {
  let world: World
  beforeAll(async () => {
    world = await aWorld({
      files: {
        ...chart('exporter', needsHost, { 'ci/default-values.yaml': host, '.helmignore': 'ci/\n' }),
        ...chart('bare', needsHost),
        ...chart('ci-only', '{{ if .Values.tls }}{{ .Values.no.such }}{{ end }}  a: b\n', {
          'ci/plain-values.yaml': 'a: 1\n',
          'ci/tls-values.yaml': 'tls: true\n',
        }),
        ...chart('schema', '  a: b\n', {
          'ci/bad-values.yaml': 'port: eighty\n',
          'values.schema.json': '{"properties": {"port": {"type": "integer"}}}',
        }),
        ...chart('text', '  a: b\n', { 'ci/broken-values.yaml': 'a: [\n' }),
        ...chart('undeclared', '  a: b\n', { 'charts/lib/Chart.yaml': 'apiVersion: v2\nname: lib\nversion: 0.1.0\n' }),
        ...chart('warned', '  a: b\n', {
          'Chart.yaml': 'apiVersion: v2\nname: warned\nversion: 1.0.0\n',
          'templates/old.yaml': 'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata:\n  name: a\n',
        }),
      },
      helm,
      run: { entry: 'source', inputs: { sign: 'none' } },
    })
  })
  afterAll(async () => {
    await world?.[Symbol.asyncDispose]()
  })
  const problems = (run: WorkflowRun) =>
    Object.fromEntries(
      Object.values(outcomesOf(run)).flatMap(({ name, problem }) => (problem ? [[name, problem]] : [])),
    ) as Readonly<Record<string, { code: string; message: string; hint?: string; file?: string; line?: number }>>
  const withConfig = async (text: string, options: RunOptions = {}) => {
    await world.repository.commit('ci: settings', { [config]: text })
    return world.release(options)
  }

  it('each chart is linted with each of its ci values, else with its defaults; plan and release say the same', async () => {
    const plan = await world.release({ inputs: { mode: 'plan' } })
    const found = problems(plan)
    expect(Object.keys(found).sort()).toEqual(['bare', 'ci-only', 'schema', 'text', 'undeclared'])
    expect(found['ci-only']?.message).toMatch(/^helm lint refuses ci-only with ci\/tls-values\.yaml: .*no/)
    expect(found['ci-only']).toMatchObject({ file: 'charts/ci-only/templates/config.yaml', line: 6 })
    expect(found['ci-only']?.hint).toContain('helm lint charts/ci-only --values charts/ci-only/ci/tls-values.yaml')
    expect(found.schema?.message).toMatch(/with ci\/bad-values\.yaml: .*port/)
    expect(found.text?.file).toBe('charts/text/ci/broken-values.yaml')
    expect(found.text?.message).not.toContain('/lint')
    expect(found.bare?.hint).toContain('commit some as `charts/bare/ci/test-values.yaml`')
    const run = await world.release()
    expect(problems(run)).toMatchObject(
      Object.fromEntries(Object.keys(found).map((name) => [name, { code: found[name]?.code }])),
    )
    expect(versionsOf(world.registry, 'exporter')).toEqual(['1.0.0'])
    expect(versionsOf(world.registry, 'warned')).toEqual(['1.0.0'])
  })

  it('what a failure says leads out when it is followed', async () => {
    await world.repository.commit('test: values', { 'charts/bare/ci/test-values.yaml': host })
    const run = await withConfig('charts:\n  charts/undeclared:\n    undeclared-subcharts: allow\n')
    expect(Object.keys(problems(run)).sort()).toEqual(['ci-only', 'schema', 'text'])
    for (const name of ['bare', 'undeclared']) expect(versionsOf(world.registry, name)).toEqual(['1.0.0'])
    expect(planOf(run).charts.find(({ name }) => name === 'undeclared')?.lint).toEqual({
      ...{ mode: 'on', values: ['ci/*-values.yaml'], undeclaredSubcharts: 'allow' },
    })
  })

  it('values files, strictness, a version of Kubernetes and `off` are settings, of the run and of a chart', async () => {
    await world.repository.commit('feat: more', {
      ...chart('modern', modern),
      ...chart('strict', '  a: b\n', {
        'templates/old.yaml': 'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata:\n  name: a\n',
      }),
      ...chart('missing', '  a: b\n'),
    })
    const run = await withConfig(
      [
        'charts:',
        '  ci-only:\n    lint-values: [ci/plain-values.yaml]',
        '  schema:\n    lint: off',
        '  text:\n    lint-values: [values.yaml]',
        '  modern:\n    kube-version: "1.31"',
        '  strict:\n    lint: strict',
        '  missing:\n    lint-values:\n      - ci/nope.yaml\n',
      ].join('\n'),
    )
    const found = problems(run)
    expect(Object.keys(found).sort()).toEqual(['missing', 'strict'])
    expect(found.strict).toMatchObject({
      code: 'CHART_LINT_FAILED',
      message: expect.stringContaining('extensions/v1beta1'),
    })
    expect(found.strict?.hint).toContain('--strict')
    expect(found.missing).toMatchObject({ code: 'LINT_VALUES_INVALID', file: config, line: 14 })
    for (const name of ['ci-only', 'schema', 'text', 'modern'])
      expect(versionsOf(world.registry, name)).toEqual(['1.0.0'])
    const warning = 'Not linted, as `lint: off` says: schema.'
    expect(run.annotations.map(({ message }) => message)).toContainEqual(expect.stringContaining(warning))
    expect(run.summary).toContain('Not linted')
    expect(planOf(run).charts.find(({ name }) => name === 'schema')?.lint).toMatchObject({ mode: 'off' })
    const strict = await world.release({ inputs: { mode: 'plan', lint: 'strict', 'kube-version': '1.31' } })
    expect(planOf(strict).settings).toMatchObject({
      lint: { value: 'strict', source: 'input' },
      'kube-version': { value: '1.31', source: 'input' },
      'lint-values': { value: 'ci/*-values.yaml', source: 'default' },
    })
  })
})

describe('bump: auto, for a chart that does not render with its defaults', () => {
  const workload = (label: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  annotations:
    host: {{ .Values.config.datasource.host }}
spec:
  selector:
    matchLabels:
      ${label}: {{ .Release.Name }}
  template:
    metadata:
      labels:
        ${label}: {{ .Release.Name }}
    spec:
      containers: []
`
  const exporter = (label: string, ignored: string): Files =>
    chart('exporter', '', {
      'templates/config.yaml': workload(label),
      'ci/default-values.yaml': host,
      '.helmignore': ignored,
    })

  it.each([
    ['packaged', '# nothing\n'],
    ['kept out of the package', 'ci/\n'],
  ])('sees with ci values that are %s that users break', async (_, ignored) => {
    await using world = await aWorld({
      files: exporter('app', ignored),
      run: { entry: 'source', inputs: { sign: 'none', bump: 'auto' } },
    })
    await world.release()
    await world.repository.commit('fix: another label', exporter('name', ignored))
    const run = await world.release()
    expect(versionsOf(world.registry, 'exporter')).toEqual(['1.0.0', '2.0.0'])
    const findings = planOf(run).charts[0]?.findings ?? []
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'rendered/immutable', level: 'major' }))
  })

  it('says that it could not look where there are no values, and goes by the rest', async () => {
    const bare = (label: string): Files => ({
      ...exporter(label, '# nothing\n'),
      'charts/exporter/ci/default-values.yaml': null,
      '.github/release-charts.yaml': 'charts:\n  exporter:\n    lint: off\n',
    })
    await using world = await aWorld({
      files: bare('app'),
      run: { entry: 'source', inputs: { sign: 'none', bump: 'auto' } },
    })
    await world.release()
    await world.repository.commit('fix: another label', bare('name'))
    const run = await world.release({ inputs: { mode: 'plan' } })
    expect(planOf(run).charts[0]).toMatchObject({ action: 'bump' })
    expect(planOf(run).charts[0]?.findings).toContainEqual(
      expect.objectContaining({ rule: 'rendered/not-rendered', level: 'none' }),
    )
  })
})

describe('an archive that a target holds already', () => {
  it('is loaded with the values that its chart is linted with, or not at all, before it goes to another target', async () => {
    await using world = await aWorld({
      files: {
        ...chart('exporter', needsHost, { 'ci/default-values.yaml': host, '.helmignore': 'ci/\n' }),
        ...chart('bare', needsHost),
        [config]: 'charts:\n  bare:\n    lint: off\n',
      },
      others: [{}],
      run: { entry: 'source', inputs: { sign: 'none' } },
    })
    await world.release({ inputs: { targets: world.target } })
    const run = await world.release()
    expect(run.exitCode).toBe(0)
    for (const registry of world.registries) {
      for (const name of ['exporter', 'bare']) expect(versionsOf(registry, name)).toEqual(['1.0.0'])
    }
  })
})
