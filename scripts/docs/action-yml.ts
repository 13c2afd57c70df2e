import { stringify } from 'yaml'
import { inputTable } from '../../src/inputs/table/table.ts'
import { outputDescriptions } from '../../src/report/outputs.ts'

/**
 * The `inputs:` of action.yml. A default there could not be told from a value that the user gave, so only the token has
 * one, because nothing else knows it. It is there twice, so that a token given by the user can be told from it.
 */
export function actionInputs(): string {
  const inputs = Object.entries(inputTable).map(([name, { description, default: fallback, expression }]) => {
    const value = expression === undefined ? {} : { default: `$\{{ ${expression} }}` }
    return [name, { description: `${description} Default: ${fallback}.`, required: false, ...value }] as const
  })
  return yaml({ inputs: Object.fromEntries(inputs) })
}

export function actionOutputs(): string {
  const outputs = Object.entries(outputDescriptions).map(([name, description]) => [name, { description }] as const)
  return yaml({ outputs: Object.fromEntries(outputs) })
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd()
}
