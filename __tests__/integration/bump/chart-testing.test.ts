import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsIn, planOf } from '../../support/charts/published.ts'
import type { Files } from '../../support/git/repository.ts'
import type { WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'

// A repository whose pull requests ran three steps: `ct list-changed`, and, if that listed something, `ct lint --config
// .github/ct.yaml`, which compares versions and lints with each of `ci/*-values.yaml`. What ct says of a pull request is in
// words; our one step is `mode: check` with `ct-config: .github/ct.yaml`.

const ctYaml = `remote: origin
target-branch: main
chart-dirs:
  - charts
  - incubator
excluded-charts:
  - common
helm-lint-extra-args: --strict
validate-maintainers: false
check-version-increment: true
`

const meta = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\ndata:\n'
const chartYaml = (name: string, version: string) =>
  `apiVersion: v2\nname: ${name}\ndescription: A chart\nversion: ${version}\nicon: https://example.com/icon.png\n`

function chart(folder: string, version: string, more: Readonly<Record<string, string>> = {}): Files {
  const own = {
    'Chart.yaml': chartYaml(folder.split('/').at(-1) ?? '', version),
    'README.md': '# A chart\n',
    'values.yaml': 'greeting: hello\n',
    'templates/config.yaml': `${meta}  greeting: {{ .Values.greeting }}\n`,
    ...more,
  }
  return Object.fromEntries(Object.entries(own).map(([path, text]) => [`${folder}/${path}`, text]))
}

const needsHost = `${meta}  host: {{ .Values.config.host }}\n`

interface Proposal {
  readonly title: string
  readonly files: Files
  /** What ct makes of it. */
  readonly ct: 'passes' | 'fails'
  readonly why: string
  /** Each chart with our verdict, those that did not change left out. */
  readonly verdicts: readonly string[]
  readonly code?: string
}

const config = (text: string) => `${meta}  greeting: {{ .Values.greeting }}\n  more: ${text}\n`

const proposals: readonly Proposal[] = [
  {
    title: 'nothing of a chart',
    files: { 'docs/index.md': 'docs\n' },
    ...{ ct: 'passes', why: 'no chart changed, so nothing is linted' },
    verdicts: [],
  },
  {
    title: 'a template, and no version',
    files: { 'charts/app/templates/config.yaml': config('a') },
    ...{ ct: 'fails', why: 'Chart version not ok. Needs a version bump!' },
    ...{ verdicts: ['app missing'], code: 'VERSION_NOT_RAISED' },
  },
  {
    title: 'a template, and the version',
    files: { 'charts/app/templates/config.yaml': config('a'), 'charts/app/Chart.yaml': chartYaml('app', '1.0.1') },
    ...{ ct: 'passes', why: '1.0.1 is higher than 1.0.0' },
    verdicts: ['app enough'],
  },
  {
    title: 'a version that is lower than before',
    files: { 'charts/app/templates/config.yaml': config('a'), 'charts/app/Chart.yaml': chartYaml('app', '0.9.0') },
    ...{ ct: 'fails', why: 'Chart version not ok. Needs a version bump!' },
    ...{ verdicts: [], code: 'VERSION_TOO_LOW' },
  },
  {
    title: 'a template that does not parse',
    files: {
      'incubator/next/templates/config.yaml': '{{ if }}\n',
      'incubator/next/Chart.yaml': chartYaml('next', '0.1.1'),
    },
    ...{ ct: 'fails', why: 'helm lint: parse error' },
    ...{ verdicts: [], code: 'CHART_LINT_FAILED' },
  },
  {
    title: 'what fails with one of the ci values only',
    files: {
      'charts/exporter/templates/tls.yaml': '{{ if .Values.tls }}{{ .Values.no.such }}{{ end }}\n',
      'charts/exporter/ci/tls-values.yaml': 'tls: true\nconfig:\n  host: db\n',
      'charts/exporter/Chart.yaml': chartYaml('exporter', '2.1.0'),
    },
    ...{ ct: 'fails', why: 'helm lint --values ci/tls-values.yaml: nil pointer' },
    ...{ verdicts: [], code: 'CHART_LINT_FAILED' },
  },
  {
    title: 'a chart that is left out',
    files: { 'charts/common/templates/config.yaml': '{{ if }}\n' },
    ...{ ct: 'passes', why: 'excluded-charts has common' },
    verdicts: [],
  },
  {
    title: 'a README',
    files: { 'charts/app/README.md': '# The chart\n' },
    ...{ ct: 'fails', why: 'a file of the chart changed: needs a version bump' },
    ...{ verdicts: ['app missing'], code: 'VERSION_NOT_RAISED' },
  },
  {
    title: 'a new chart',
    files: chart('charts/new', '0.1.0'),
    ...{ ct: 'passes', why: 'unable to find the chart on main: no version is compared' },
    verdicts: ['new first'],
  },
  {
    title: 'a chart that goes',
    files: Object.fromEntries(
      [
        ...Object.keys(chart('incubator/next', '0.1.0')),
        'incubator/next/.helmignore',
        'incubator/next/docs/notes.md',
      ].map((path) => [path, null]),
    ),
    ...{ ct: 'passes', why: 'not a valid chart directory, skipped' },
    verdicts: [],
  },
]

let world: World
let number = 0

beforeAll(async () => {
  world = await aWorld({
    files: {
      '.github/ct.yaml': ctYaml,
      ...chart('charts/app', '1.0.0'),
      ...chart('charts/common', '1.0.0'),
      ...chart('charts/exporter', '2.0.0', {
        'templates/config.yaml': needsHost,
        'ci/default-values.yaml': 'config:\n  host: db\n',
      }),
      ...chart('incubator/next', '0.1.0', { '.helmignore': 'docs/\n', 'docs/notes.md': 'notes\n' }),
    },
    run: { entry: 'source', inputs: { 'ct-config': '.github/ct.yaml', sign: 'none' } },
  })
  expect(errorsIn(await world.release())).toEqual([])
})
afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
})

async function check(files: Files, inputs: Readonly<Record<string, string>> = {}): Promise<WorkflowRun> {
  const { repository } = world
  number += 1
  const ref = `refs/pull/${number}/merge`
  await repository.git('checkout', '--quiet', '-B', 'proposal', 'origin/main')
  await repository.write(files)
  await repository.git('add', '--all')
  await repository.git('commit', '--quiet', '--message', 'feat: mine')
  await repository.git('push', '--quiet', 'origin', `HEAD:${ref}`)
  await repository.git('checkout', '--quiet', 'main')
  const base = await repository.remote()
  const event = { name: 'pull_request', ref, payload: { pull_request: { base: { sha: base } } } } as const
  return world.release({ event, inputs: { mode: 'check', ...inputs } })
}

async function verdictsOf(run: WorkflowRun): Promise<readonly string[]> {
  const { readFile } = await import('node:fs/promises')
  const report = JSON.parse(await readFile(run.outputs['report-file'] ?? '', 'utf8')) as {
    readonly checks: readonly { readonly name: string; readonly verdict: string }[]
  }
  return report.checks.map(({ name, verdict }) => `${name} ${verdict}`).filter((one) => !one.endsWith(' unchanged'))
}

describe('a pull request that ct checked', () => {
  it.each(proposals)('with $title: ct $ct ($why), and so do we', async ({ files, ct, verdicts, code }) => {
    const run = await check(files)
    expect(errorsIn(run).map((error) => error.code)).toEqual(code === undefined ? [] : [code])
    expect(run.exitCode).toBe(ct === 'passes' ? 0 : 1)
    expect(await verdictsOf(run)).toEqual(expect.arrayContaining([...verdicts]))
    expect(planOf(run).settings).toMatchObject({
      charts: { value: 'charts/*, incubator/*', source: 'chart-testing' },
      exclude: { value: '**/common', source: 'chart-testing' },
      lint: { value: 'strict', source: 'chart-testing' },
    })
  })

  it('with a raised version is too low for us where it breaks users, unless any increment is to do', async () => {
    const files = {
      'charts/app/values.yaml': '{}\n',
      'charts/app/templates/config.yaml': `${meta}  a: b\n`,
      'charts/app/Chart.yaml': chartYaml('app', '1.0.1'),
    }
    expect(errorsIn(await check(files)).map(({ code }) => code)).toEqual(['VERSION_TOO_LOW'])
    const asCt = await check(files, { bump: 'patch' })
    expect(errorsIn(asCt)).toEqual([])
    expect(asCt.exitCode).toBe(0)
  })

  it('that changes ct.yaml, or switches lint off, is checked by the settings of its base, and that is said', async () => {
    const run = await check({
      '.github/ct.yaml': ctYaml.replace('common', 'app'),
      '.github/release-charts.yaml': 'defaults:\n  lint: off\n',
      'charts/app/templates/config.yaml': '{{ if }}\n',
      'charts/app/Chart.yaml': chartYaml('app', '1.0.1'),
    })
    expect(errorsIn(run).map(({ code }) => code)).toEqual(['CHART_LINT_FAILED'])
    const warned = run.annotations.filter(({ level }) => level === 'warning').map(({ properties }) => properties.file)
    expect(warned).toEqual(expect.arrayContaining(['.github/ct.yaml', '.github/release-charts.yaml']))
  })

  it('with a change of what .helmignore names is none, as the package is the same: ct asks for a version', async () => {
    const run = await check({ 'incubator/next/docs/notes.md': 'more\n' })
    expect(errorsIn(run)).toEqual([])
    expect(await verdictsOf(run)).toEqual([])
  })

  it('that takes a chart back to what is published leaves nothing to release: ct asks for a higher version', async () => {
    const { repository } = world
    await repository.commit('fix: more', {
      'charts/app/templates/config.yaml': config('a'),
      'charts/app/Chart.yaml': chartYaml('app', '1.0.1'),
    })
    expect(errorsIn(await world.release())).toEqual([])
    const run = await check(chart('charts/app', '1.0.0'))
    expect(errorsIn(run)).toEqual([])
    expect(await verdictsOf(run)).toEqual([])
  })
})
