import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { inputTable, publicInputs } from '../../../src/inputs/table/table.ts'
import { readVerificationSettings } from '../../../src/inputs/verification/settings.ts'
import { verificationInputTable } from '../../../src/inputs/verification/table.ts'
import { readSettings } from '../../../src/inputs.ts'
import { internalOutputs, outputDescriptions } from '../../../src/report/outputs.ts'
import { verificationOutputDescriptions } from '../../../src/report/verification/outputs.ts'
import { projectRoot } from '../../support/places.ts'

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8')
const action = parse(read('action.yml'))

describe('action.yml', () => {
  it('names the inputs and outputs that there are', () => {
    expect(Object.keys(action.inputs)).toEqual(publicInputs)
    expect(Object.keys(action.outputs)).toEqual(Object.keys(outputDescriptions))
  })

  it('has one beside it for the parts of a release, which takes all of that and more, and runs the same program', () => {
    const part = parse(read('.github/actions/part/action.yml'))
    expect(part.inputs).toMatchObject(action.inputs)
    expect(Object.keys(part.inputs)).toEqual(Object.keys(inputTable))
    expect(Object.keys(part.outputs)).toEqual([...Object.keys(outputDescriptions), ...Object.keys(internalOutputs)])
    const program = (folder: string, { runs }: { readonly runs: { readonly main: string } }) => join(folder, runs.main)
    expect(program('.github/actions/part', part)).toBe(program('.', action))
    expect(part.runs.using).toBe(action.runs.using)
  })

  it('has no defaults, for they would look like the user’s own words, but for the token', () => {
    const defaults = Object.entries<{ default?: string }>(action.inputs).filter(([, input]) => 'default' in input)
    const token = expect.objectContaining({ default: '$' + '{{ github.token }}' })
    expect(defaults).toEqual([
      ['github-token', token],
      // Beside it, so that a token of the user’s can be told from the workflow’s.
      ['workflow-token', token],
    ])
  })

  it('holds no expression in a description: the runner would try to evaluate it, and fail', () => {
    for (const { description } of Object.values<{ description: string }>({ ...action.inputs, ...action.outputs })) {
      expect(description).not.toContain('$' + '{{')
    }
  })
})

describe('verify/action.yml', () => {
  const { inputs, outputs, runs } = parse(read('verify/action.yml'))

  it('names the inputs and outputs that there are, and has no default but the token', () => {
    expect(Object.keys(inputs)).toEqual(Object.keys(verificationInputTable))
    expect(Object.keys(outputs)).toEqual(Object.keys(verificationOutputDescriptions))
    const defaults = Object.entries<object>(inputs).filter(([, input]) => 'default' in input)
    expect(defaults.map(([name]) => name)).toEqual(['github-token'])
    expect(
      JSON.stringify([...Object.values<{ description: string }>(inputs)].map(({ description }) => description)),
    ).not.toContain('$' + '{{')
  })

  it('runs on the same Node as the other', () => {
    expect(runs).toEqual({ using: action.runs.using, main: '../dist/verify.js' })
  })
})

describe('docs/verify.md', () => {
  const samples = [...read('docs/verify.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => parse(text))
  const steps = samples.flatMap((sample) => sample.jobs?.deploy.steps ?? sample)

  it('shows steps whose inputs are accepted', () => {
    const ours = steps.filter(({ uses }: { uses?: string }) => uses?.includes('/verify@'))
    expect(ours).toHaveLength(3)
    for (const step of ours) expect(readVerificationSettings(step.with, {}).expected).toBeDefined()
  })

  it('shows a job that uses outputs that there are', () => {
    const used = [...read('docs/verify.md').matchAll(/steps\.app\.outputs\.([\w-]+)/g)].map(([, name = '']) => name)
    expect(used.filter((name) => !Object.hasOwn(verificationOutputDescriptions, name))).toEqual([])
  })
})

describe('docs/migrating.md', () => {
  const samples = [...read('docs/migrating.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text)
  const steps = samples.flatMap((text) => parse(text) as readonly { uses?: string; with?: Record<string, string> }[])
  const ours = steps.filter(({ uses }) => uses?.startsWith('release-charts/'))

  it('shows steps that give only inputs that there are', () => {
    expect(ours.length).toBeGreaterThan(5)
    const names = ours.flatMap((step) => Object.keys(step.with ?? {}))
    expect(names.filter((name) => !Object.hasOwn(inputTable, name))).toEqual([])
  })

  it('shows six workflows, before and after', () => {
    expect(samples.filter((text) => text.startsWith('# before'))).toHaveLength(6)
    expect(samples.filter((text) => text.startsWith('# after'))).toHaveLength(6)
  })
})

describe('docs/versions.md', () => {
  it('shows a config file with lint settings that is accepted', async () => {
    const [, configText = ''] =
      /```yaml\n(# \.github\/release-charts\.yaml\n[\s\S]*?)```/.exec(read('docs/versions.md')) ?? []
    const { lint, perChart } = await readSettings({
      inputs: {},
      configText,
      environment: { GITHUB_REPOSITORY_OWNER: 'acme' },
    })
    expect(lint).toBe('strict')
    expect(perChart).toMatchObject({
      exporter: { lintValues: ['ci/*.yaml', 'values.yaml'] },
      legacy: { lint: 'off' },
      umbrella: { undeclaredSubcharts: 'allow' },
    })
  })
})

describe('docs/configuration.md', () => {
  const samples = [...read('docs/configuration.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text)

  it('shows a config file that is accepted', async () => {
    const configText = samples.find((text) => text.includes('defaults:'))
    const settings = await readSettings({ inputs: {}, configText, environment: {} })
    expect(Object.keys(settings.perChart)).toEqual(['app', 'charts/worker', 'team-a/**'])
  })

  it('shows steps whose inputs are accepted', async () => {
    const ours = samples.filter((text) => text.includes('uses:')).flatMap(stepsIn)
    expect(ours.length).toBeGreaterThan(3)
    for (const inputs of ours) await readSettings({ inputs, environment: { GITHUB_REPOSITORY_OWNER: 'acme' } })
    const charts = ours.find((inputs) => inputs.charts !== undefined)
    const settings = await readSettings({ inputs: charts ?? {}, environment: { GITHUB_REPOSITORY_OWNER: 'acme' } })
    expect(settings.charts).toEqual(['charts/*', 'operator/chart'])
  })
})

interface StepYaml {
  readonly uses?: string
  readonly with?: Record<string, string | boolean>
}

/** What a sample gives each step of this action, as the runner hands it over. */
function stepsIn(sample: string): readonly Record<string, string>[] {
  const read = parse(sample) as readonly StepYaml[] | { readonly steps?: readonly StepYaml[] }
  const steps = Array.isArray(read) ? (read as readonly StepYaml[]) : 'steps' in read ? (read.steps ?? []) : []
  const ours = steps.filter(({ uses }) => uses !== undefined && /^[\w-]+\/release-charts@/.test(uses))
  return ours.map((step) =>
    Object.fromEntries(Object.entries(step.with ?? {}).map(([name, value]) => [name, `${value}`])),
  )
}
