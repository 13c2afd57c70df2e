import { stringify } from 'yaml'
import { inputTable, publicInputs } from '../../src/inputs/table/table.ts'
import { internalOutputs, outputDescriptions } from '../../src/report/outputs.ts'

/**
 * The `inputs:` of action.yml. A default there could not be told from a value that the user gave, so only the token has
 * one, because nothing else knows it. It is there twice, so that a token given by the user can be told from it.
 */
export function actionInputs(): string {
  return inputsOf(publicInputs)
}

/** The `inputs:` of .github/actions/part/action.yml. */
export function partInputs(): string {
  return inputsOf(Object.keys(inputTable))
}

function inputsOf(names: readonly string[]): string {
  const wanted = Object.entries(inputTable).filter(([name]) => names.includes(name))
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

function outputsOf(described: readonly (readonly [string, string])[]): string {
  return yaml({ outputs: Object.fromEntries(described.map(([name, description]) => [name, { description }])) })
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd()
}
