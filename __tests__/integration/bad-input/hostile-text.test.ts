import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { outcomesOf, publishedVersion } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import type { WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { commandsIn, type RunnerCommand } from '../../support/values/runner-commands.ts'

const COMMANDS = [
  '::error::pwned',
  '::set-output name=released::pwned',
  '::stop-commands::pwned',
  '##[add-mask]pwned',
  '##[error]pwned',
  '##[group]pwned',
]
/** Newlines and carriage returns as YAML writes them in double quotes. */
const TEXT = COMMANDS.map((command) => `x\\r\\n${command}\\n  ${command}\\r${command}`).join(' ')

let world: World
let run: WorkflowRun
beforeAll(async () => {
  const files: Record<string, string> = {
    ...aChart(
      'described',
      '1.0.0',
      'first',
      `home: "https://example.test/${COMMANDS[0]}"\nkeywords: ["${TEXT}"]\nannotations:\n  "${COMMANDS[3]}": "${TEXT}"\n`,
    ),
    // What Helm finds in it holds a file name and a key.
    ...aChart('linted', '1.0.0'),
    'charts/linted/templates/##[add-mask]pwned.yaml': '{{ .Values.a }\n',
    'charts/linted/values.schema.json': `${JSON.stringify({ required: [COMMANDS.join('\n')] })}\n`,
    ...aChart('named', '1.0.0'),
    'charts/named/Chart.yaml': `apiVersion: v2\nname: "a\\n${COMMANDS[0]}"\nversion: 1.0.0\n`,
    ...aChart('versioned', '1.0.0'),
    'charts/versioned/Chart.yaml': `apiVersion: v2\nname: versioned\nversion: "1.0.0\\n${COMMANDS[0]}"\n`,
    ...aChart(
      'depending',
      '1.0.0',
      'first',
      `dependencies:\n  - name: "x"\n    version: "1\\n${COMMANDS[0]}"\n    repository: "https://x.test/\\n${COMMANDS[3]}"\n`,
    ),
    'charts/##[add-mask]pwned/Chart.yaml': 'apiVersion: v2\nname: "##[add-mask]pwned"\nversion: 1\n',
    'charts/valued/Chart.yaml': 'apiVersion: v2\nname: valued\nversion: 1.0.0\n',
    'charts/valued/values.yaml': `tag: "${TEXT}"\n`,
    '.github/release-charts.yaml': 'charts:\n  valued:\n    app-version: values:tag\n',
  }
  const text = String(files['charts/described/Chart.yaml'])
  files['charts/described/Chart.yaml'] = text.replace('description: A chart', `description: "${TEXT}"`)
  world = await aWorld({ files, run: { entry: 'source' } })
  run = await world.release({ debug: true })
})
afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
})

/** Commands whose name, properties or place were given by somebody else. */
const foreign = (commands: readonly RunnerCommand[]) =>
  commands.filter(({ command, data }) => {
    if (['group', 'endgroup', 'debug', 'notice', 'warning'].includes(command)) return false
    if (command === 'add-mask') return data.includes('pwned')
    return command !== 'error' || data.trim() === 'pwned'
  })

describe('text that somebody wrote to command the runner', () => {
  it('is there in names, versions, descriptions, findings of Helm and paths', () => {
    const told = JSON.stringify(run.outputs.charts)
    expect(told).toContain('pwned')
    expect(outcomesOf(run).linted?.problem).toMatchObject({ code: 'CHART_LINT_FAILED' })
    expect(outcomesOf(run).linted?.problem?.message).toContain('pwned')
    expect(outcomesOf(run).described?.result).toBe('released')
  })

  it('commands nothing on stdout or stderr', () => {
    for (const text of [run.stdout, run.stderr]) expect(foreign(commandsIn(text))).toEqual([])
    const kinds = new Set(commandsIn(run.stdout).map(({ command }) => command))
    for (const kind of ['set-output', 'stop-commands', 'add-path', 'set-env']) expect(kinds).not.toContain(kind)
  })

  it('sets no output and no markup in the summary', () => {
    expect(Object.keys(run.outputs).sort()).not.toContain('pwned')
    expect(run.outputs.released).toBe('true')
    expect(run.summary).not.toMatch(/^(::|##\[)/m)
  })

  it('is published as it is, where it is only text', () => {
    const published = publishedVersion(world.registry, 'described', '1.0.0')
    expect(published?.annotations['org.opencontainers.image.description']).toContain('::error::pwned')
  })
})
