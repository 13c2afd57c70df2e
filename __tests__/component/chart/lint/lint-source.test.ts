import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { lintSource } from '../../../../src/chart/lint/lint-source.ts'
import { readChartYaml } from '../../../../src/chart/manifest/chart-yaml.ts'
import { type HelmMajor, helmPath } from '../../../support/helm/helm.ts'

const head = 'apiVersion: v2\nname: app\nversion: 1.0.0\n'

function sourceOf(text: string, requirements?: string) {
  const file = 'charts/app/Chart.yaml'
  const other = requirements !== undefined && { file: 'charts/app/requirements.yaml', text: requirements }
  return { path: 'charts/app', manifest: readChartYaml(text, file), dependencyFile: other || { file, text } }
}

const lint = (lines: string) => lintSource(sourceOf(lines.startsWith('apiVersion') ? lines : head + lines))

/** Lines of Chart.yaml, and the words that a refusal is about; the place is always line 4. */
const refused: readonly (readonly [string, string, string])[] = [
  ['appVersion: 6.10', 'YAML reads as a number: Helm publishes it as 6.1', 'appVersion: "6.10"'],
  ['appVersion: 6.1', 'reads as a number: `helm lint` refuses that', 'appVersion: "6.1"'],
  ['appVersion: 16 # LTS', 'reads as a number: `helm lint` refuses that', 'appVersion: "16"'],
  ['appVersion: 010', 'Helm publishes it as 8', 'appVersion: "010"'],
  ['appVersion: 0x1F', 'Helm publishes it as 31', 'appVersion: "0x1F"'],
  ['appVersion: 1_000', 'Helm publishes it as 1000', 'appVersion: "1_000"'],
  ['appVersion: 1234567e1', 'Helm publishes it as 1.234567e+07', 'appVersion: "1234567e1"'],
  ['appVersion: true', 'reads as a boolean: `helm lint` refuses that', 'appVersion: "true"'],
  ['appVersion: yes', 'reads as a boolean: Helm publishes it as true', 'appVersion: "yes"'],
  ['appVersion: ~', 'without a value: `helm lint` refuses that', 'or delete the line'],
  ['appVersion:', 'without a value: `helm lint` refuses that', 'or delete the line'],
  ['appVersion: # none yet', 'without a value: `helm lint` refuses that', 'or delete the line'],
]

/** What `helm lint` accepts as text. */
const taken = [
  'appVersion: "6.10"',
  "appVersion: '6.10'",
  'appVersion: !!str 6.10',
  'appVersion: 6.10.0',
  'appVersion: 2024-01-05',
  'appVersion: 12:30:45',
  'appVersion: v1',
  'appVersion: |\n  6.10',
  'description: text',
]

describe('Chart.yaml as it is written', () => {
  it.each(refused)('is refused at its line with `%s`', (line, message, hint) => {
    const { problem } = lint(line)
    expect(problem).toMatchObject({ code: 'CHART_LINT_FAILED', kind: 'chart' })
    expect(problem?.at).toMatchObject({ file: 'charts/app/Chart.yaml', line: 4 })
    expect(problem?.message).toContain(message)
    expect(problem?.hint).toContain(hint)
  })

  it.each(taken)('is taken with `%s`', (line) => {
    expect(lint(line)).toEqual({ findings: [] })
  })

  it.each([
    ['name: app\nversion: 1.0.0\n', 'has no `apiVersion`'],
    ['apiVersion:\nname: app\nversion: 1.0.0\n', 'has `apiVersion` without a value'],
  ])('is refused without an apiVersion, which `helm package` adds: %j', (text, message) => {
    const { problem } = lintSource(sourceOf(text))
    expect(problem).toMatchObject({ code: 'CHART_LINT_FAILED', at: { line: 1 } })
    expect(problem?.message).toContain(message)
    expect(problem?.hint).toContain('apiVersion: v2')
  })

  it('is refused with a version that is a number', () => {
    const { problem } = lint('apiVersion: v2\nname: app\nversion: 2\n')
    expect(problem).toMatchObject({ at: { line: 3 }, hint: expect.stringContaining('version: "2"') })
  })

  it.each([
    ['kubeVersion: 1.20', 4, 'has `kubeVersion` 1.20 without quotes', '1.2.'],
    ['dependencies:\n  - name: db\n    version: 1.10\n    repository: ""', 6, '`version` of a dependency 1.10', '1.1.'],
    ['dependencies:\n  - name: 1e3\n    version: "1"\n    repository: ""', 5, '`name` of a dependency 1e3', '1000.'],
    ['condition: yes', 4, '`condition` yes', 'true.'],
  ])('is refused where another text changes what Helm does: %s', (lines, line, field, published) => {
    const { problem } = lint(lines)
    expect(problem).toMatchObject({ code: 'CHART_LINT_FAILED', at: { line } })
    expect(problem?.message).toContain(field)
    expect(problem?.message).toContain(`Helm publishes it as ${published}`)
  })

  it('is refused with a number in requirements.yaml, at its line there', () => {
    const requirements = 'dependencies:\n- name: db\n  version: 1.10\n  repository: ""\n'
    const { problem } = lintSource(sourceOf('apiVersion: v1\nname: app\nversion: 1.0.0\n', requirements))
    expect(problem?.at).toEqual({ file: 'charts/app/requirements.yaml', line: 3, column: 12 })
  })

  it.each([
    ['description: 1.10', 4, '1.10', '1.1'],
    ['home: 1e3', 4, '1e3', '1000'],
    ['keywords: [web, 1.10]', 4, '1.10', '1.1'],
    ['keywords: [~]', 4, '~', ''],
    ['maintainers:\n  - name: 007', 5, '007', '7'],
    ['annotations:\n  a: 1.10', 5, '1.10', '1.1'],
    ['annotations:\n  a: No', 5, 'No', 'false'],
    ['annotations:\n  1.10: a', 5, '1.10', '1.1'],
  ])('is released with a warning where people are shown something else: %s', (lines, line, was, is) => {
    const { problem, findings } = lint(lines)
    expect(problem).toBeUndefined()
    expect(findings).toEqual([
      expect.objectContaining({ level: 'none', rule: 'lint/retyped', was, is, at: expect.objectContaining({ line }) }),
    ])
    expect(findings[0]?.at?.file).toBe('Chart.yaml')
  })

  it.each(['kubeVersion: ~', 'description:', 'kubeVersion: 1.2', 'annotations:\n  a: true\n  b: 5', 'deprecated: yes'])(
    'says nothing where nothing else is published: %s',
    (lines) => {
      expect(lint(lines)).toEqual({ findings: [] })
    },
  )

  it('is not held against what the release writes itself', () => {
    const chart = sourceOf(`${head}appVersion: 6.10\n`)
    expect(lintSource(chart, { appVersion: '6.11' })).toEqual({ findings: [] })
    expect(lintSource(chart, { version: '1.0.1' }).problem).toBeDefined()
  })

  it.each([3, 4] as const)('is refused and taken as Helm %s lints the same source', async (major) => {
    const cases = [...refused.map(([line]) => line), ...taken]
    const failed = await lintedByHelm(major, cases)
    expect(failed).toEqual(new Set(refused.map(([line]) => line)))
  })
})

/** The lines for which Helm finds an error in a Chart.yaml that is sound otherwise. */
async function lintedByHelm(major: HelmMajor, cases: readonly string[]): Promise<ReadonlySet<string>> {
  const root = await mkdtemp(join(tmpdir(), 'lint-source-'))
  try {
    for (const [index, lines] of cases.entries()) {
      await mkdir(join(root, `${index}`, 'templates'), { recursive: true })
      await writeFile(join(root, `${index}`, 'Chart.yaml'), `${head}${lines}\n`)
    }
    const env = { PATH: process.env.PATH, HOME: root }
    const folders = cases.map((_, index) => join(root, `${index}`))
    const helm = await helmPath(major)
    const said = await new Promise<string>((resolve) =>
      execFile(helm, ['lint', ...folders], { env }, (_, stdout) => resolve(stdout)),
    )
    const sections = said.split(/^==> Linting /m).slice(1)
    return new Set(cases.filter((_, index) => sections[index]?.includes('[ERROR]')))
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
