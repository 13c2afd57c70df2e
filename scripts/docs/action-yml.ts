import { stringify } from 'yaml'
import { inputTable, publicInputs } from '../../src/inputs/table/table.ts'
import { verificationInputTable } from '../../src/inputs/verification/table.ts'
import { internalOutputs, outputDescriptions } from '../../src/report/outputs.ts'
import { verificationOutputDescriptions } from '../../src/report/verification/outputs.ts'

/**
 * The `inputs:` of action.yml. A default there could not be told from a value that the user gave, so only the token has
 * one, because nothing else knows it. It is there twice, so that a token given by the user can be told from it.
 */
export function actionInputs(): string {
  return inputsOf(inputTable, publicInputs)
}

/** The `inputs:` of .github/actions/part/action.yml. */
export function partInputs(): string {
  return inputsOf(inputTable)
}

/** The `inputs:` of verify/action.yml. */
export function verificationInputs(): string {
  return inputsOf(verificationInputTable)
}

function inputsOf(table: typeof inputTable, names: readonly string[] = Object.keys(table)): string {
  const wanted = Object.entries(table).filter(([name]) => names.includes(name))
  const inputs = wanted.map(([name, { description, default: fallback, expression }]) => {
    const value = expression === undefined ? {} : { default: `$\{{ ${expression} }}` }
    return [name, { description: `${description} Default: ${fallback}.`, required: false, ...value }] as const
  })
  return yaml({ inputs: Object.fromEntries(inputs) })
}

export function actionOutputs(): string {
  return outputsOf(Object.entries(outputDescriptions))
}

/** The `outputs:` of .github/actions/part/action.yml. */
export function partOutputs(): string {
  return outputsOf([...Object.entries(outputDescriptions), ...Object.entries(internalOutputs)])
}

/** The `outputs:` of verify/action.yml. */
export function verificationOutputs(): string {
  return outputsOf(Object.entries(verificationOutputDescriptions))
}

function outputsOf(described: readonly (readonly [string, string])[]): string {
  return yaml({ outputs: Object.fromEntries(described.map(([name, description]) => [name, { description }])) })
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd()
}
