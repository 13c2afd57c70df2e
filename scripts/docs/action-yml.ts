import { stringify } from 'yaml'
import { inputTable } from '../../src/inputs/table/table.ts'
import { outputDescriptions } from '../../src/report/outputs.ts'

/**
 * The `inputs:` of action.yml. A default written there could not be told from what the user said, so only the token has
 * one: it can't be known otherwise. It has it twice, by which a token of the user's is told from it.
 */
export function actionInputs(): string {
  const inputs = Object.entries(inputTable).map(([name, input]) => {
    const description = `${input.description} Default: ${input.default}.`
    const token = name === 'github-token' || name === 'workflow-token' ? { default: `$${'{{ github.token }}'}` } : {}
    return [name, { description, required: false, ...token }] as const
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
