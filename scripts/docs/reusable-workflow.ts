import { stringify } from 'yaml'
import { inputTable, publicInputs, secretInputs } from '../../src/inputs/table/table.ts'
import { outputDescriptions } from '../../src/report/outputs.ts'

/** Inputs that nobody gives, or that mean something to later steps only. */
const LEFT_OUT = ['workflow-token', 'packages-dir', 'path']
/** What the build job must not have. */
const RELEASE_ONLY = ['registry-username']
/** Outputs that mean something in their own job only. */
const OF_THE_JOB = ['packages', 'report-file', 'plan-file']
/** What an output is if the release job did not run, by name; the others are those of the build job. */
const WITHOUT_RELEASE: Readonly<Record<string, string>> = { released: "'false'", 'released-charts': "'[]'" }

/** A secret for the build job: the others would let it write. */
const READING = {
  'registry-read-username': 'User name for a registry that does not let everybody read; may be one that can’t write.',
  'registry-read-password': 'Password or token that belongs to `registry-read-username`.',
}

const passed = publicInputs.filter((name) => !LEFT_OUT.includes(name))
const secrets = passed.filter((name) => secretInputs.includes(name))
const plain = passed.filter((name) => !secrets.includes(name))
const shared = plain.filter((name) => !RELEASE_ONLY.includes(name))
const outputs = Object.keys(outputDescriptions).filter((name) => !OF_THE_JOB.includes(name))

const expression = (of: string) => `$\{{ ${of} }}`

/** The generated blocks of .github/workflows/release.yml by the names of their markers, with their indentation. */
export function reusableWorkflowBlocks(): Readonly<Record<string, { readonly indent: number; readonly text: string }>> {
  return {
    inputs: block(4, { inputs: fromNames(plain, inputOf) }),
    secrets: block(4, { secrets: { ...fromNames(secrets, secretOf), ...described(READING) } }),
    outputs: block(4, { outputs: fromNames(outputs, outputOf) }),
    'build-outputs': block(
      6,
      fromNames(outputs, (name) => expression(`steps.build.outputs.${name}`)),
    ),
    'build-with': block(10, fromNames(shared, given)),
    'release-outputs': block(
      6,
      fromNames(outputs, (name) => expression(`steps.release.outputs.${name}`)),
    ),
    'release-with': block(10, { ...fromNames(plain, given), ...fromNames(secrets, fromSecret) }),
  }
}

function inputOf(name: string) {
  const { description = '', default: fallback = '' } = inputTable[name] ?? {}
  return { description: `${description} Default: ${fallback}.`, type: 'string', required: false }
}

function secretOf(name: string) {
  const { description = '', default: fallback = '' } = inputTable[name] ?? {}
  return { description: `${description} Default: ${fallback}.`, required: false }
}

function described(texts: Readonly<Record<string, string>>) {
  return fromNames(Object.keys(texts), (name) => ({ description: texts[name] ?? '', required: false }))
}

function outputOf(name: string) {
  const without = WITHOUT_RELEASE[name] ?? `jobs.build.outputs.${name}`
  return {
    description: Object.entries(outputDescriptions).find(([known]) => known === name)?.[1] ?? '',
    value: expression(`jobs.release.outputs.${name} || ${without}`),
  }
}

const given = (name: string) => expression(`inputs.${name}`)

/** An empty one would take the place of the token that the action has by default. */
const fromSecret = (name: string) =>
  expression(name === 'github-token' ? `secrets.${name} || github.token` : `secrets.${name}`)

function fromNames<T>(names: readonly string[], made: (name: string) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(names.map((name) => [name, made(name)]))
}

function block(indent: number, value: unknown) {
  const text = stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd()
  return { indent, text: text.replace(/^(?=.)/gm, ' '.repeat(indent)) }
}
