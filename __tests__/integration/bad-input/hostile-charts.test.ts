import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { outcomesOf, versionsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import type { Files } from '../../support/git/repository.ts'
import type { WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { recordTools } from '../../support/scenes/recorder.ts'
import { commandsIn } from '../../support/values/runner-commands.ts'

const chartYaml = (name: string, version: string, more = '') =>
  `apiVersion: v2\nname: ${JSON.stringify(name)}\nversion: ${JSON.stringify(version)}\n${more}`
const dependency = (name: string, repository: string) =>
  `dependencies:\n  - name: ${JSON.stringify(name)}\n    version: 1.0.0\n    repository: ${JSON.stringify(repository)}\n`

const aliases = Array.from({ length: 60 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]\n`).join('')

/** By folder: its files, and the code that it ends with; `released` for what is only odd. */
const hostile: Readonly<Record<string, readonly [files: Files, outcome: string]>> = {
  '-x': [{ 'Chart.yaml': chartYaml('-x', '1.0.0') }, 'CHART_NAME_INVALID'],
  '--post-renderer': [{ 'Chart.yaml': chartYaml('flag-folder', '1.0.0') }, 'released'],
  ref: [{ 'Chart.yaml': chartYaml('refs/heads/main', '1.0.0') }, 'CHART_NAME_INVALID'],
  dots: [{ 'Chart.yaml': chartYaml('..', '1.0.0') }, 'CHART_NAME_INVALID'],
  bidi: [{ 'Chart.yaml': chartYaml('app\u202egnp', '1.0.0') }, 'CHART_NAME_INVALID'],
  'version-flag': [{ 'Chart.yaml': chartYaml('version-flag', '--version') }, 'CHART_VERSION_INVALID'],
  'version-path': [{ 'Chart.yaml': chartYaml('version-path', '1.0.0/../../x') }, 'CHART_VERSION_INVALID'],
  'version-ref': [{ 'Chart.yaml': chartYaml('version-ref', '1.0.0-x.lock') }, 'VERSION_UNTAGGABLE'],
  'version-refspec': [{ 'Chart.yaml': chartYaml('version-refspec', '1.0.0:refs/heads/main') }, 'CHART_VERSION_INVALID'],
  'bidi-file': [{ ...minimal('bidi-file'), 'files/\u202egnp.sh': 'x\n' }, 'released'],
  'control-file': [{ ...minimal('control-file'), 'files/a\u0007b': 'x\n' }, 'ARCHIVE_INVALID'],
  'flag-file': [{ ...minimal('flag-file'), '--post-renderer': 'x\n', '-x': 'x\n' }, 'released'],
  'values-aliases': [
    { ...minimal('values-aliases'), 'values.yaml': `a0: &a0 [x, x]\n${aliases}` },
    'CHART_PACKAGE_FAILED',
  ],
  'values-nested': [
    { ...minimal('values-nested'), 'values.yaml': `a: ${'['.repeat(200_000)}\n` },
    'CHART_PACKAGE_FAILED',
  ],
  'dependency-flag': [
    {
      'Chart.yaml': chartYaml('dependency-flag', '1.0.0', dependency('--post-renderer', 'https://charts.example.test')),
    },
    'DEPENDENCY_FAILED',
  ],
  'dependency-path': [
    { 'Chart.yaml': chartYaml('dependency-path', '1.0.0', dependency('../../../x', 'https://charts.example.test')) },
    'DEPENDENCY_FAILED',
  ],
  'repository-flag': [
    { 'Chart.yaml': chartYaml('repository-flag', '1.0.0', dependency('x', '--post-renderer=https://x')) },
    'DEPENDENCY_REFUSED',
  ],
}

function minimal(name: string): Files {
  return { 'Chart.yaml': chartYaml(name, '1.0.0'), 'templates/a.yaml': 'kind: ConfigMap\n' }
}

let world: World
let run: WorkflowRun
let argv: readonly string[]

beforeAll(async () => {
  const files = Object.entries(hostile).flatMap(([folder, [own]]) =>
    Object.entries(own).map(([path, content]) => [`charts/${folder}/${path}`, content] as const),
  )
  const unlocked = Object.keys(hostile).map((folder) => `  charts/${folder}: { unlocked: allow }\n`)
  world = await aWorld({
    files: {
      ...Object.fromEntries(files),
      ...aChart('good', '1.0.0'),
      '.github/release-charts.yaml': `charts:\n${unlocked.join('')}`,
    },
    run: { entry: 'source', inputs: { sign: 'none' } },
  })
  const recorder = await recordTools(world.repository.root, { git: 'git', helm: world.helm })
  run = await world.release({ path: [recorder.path] })
  argv = (await recorder.calls()).flatMap(({ argv: words }) => words)
})
afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
})

describe('charts that try to be more than charts', () => {
  it.each(Object.entries(hostile).map(([folder, [, outcome]]) => [folder, outcome] as const))(
    '%s: %s',
    (folder, outcome) => {
      const { charts } = JSON.parse(run.outputs.charts ?? '{}') as {
        charts: readonly { path: string; result: string; problem?: { code: string; file?: string } }[]
      }
      const found = charts.find(({ path }) => path === `charts/${folder}`)
      expect(found?.problem?.code ?? found?.result).toBe(outcome)
      if (found?.problem) expect(found.problem.file).toMatch(`charts/${folder}/`)
    },
  )

  it('stop nobody else', () => {
    expect(outcomesOf(run).good?.result).toBe('released')
    expect(versionsOf(world.registry, 'good')).toEqual(['1.0.0'])
  })

  it('are no argument that begins with a dash, of any child', () => {
    expect(argv.length).toBeGreaterThan(20)
    expect(argv.filter((word) => /^(-x|--post-renderer|--version=)/.test(word))).toEqual([])
  })

  it('say nothing to the runner, and show no stack', () => {
    const names = new Set(commandsIn(run.stdout).map(({ command }) => command))
    expect([...names].sort()).toEqual(['add-mask', 'endgroup', 'error', 'group', 'notice'])
    expect(`${run.stdout}${run.stderr}${run.summary}`).not.toMatch(/\n\s+at .*:\d+|\u202e|BUG_UNEXPECTED/)
  })
})
