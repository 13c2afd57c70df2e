import { ReleaseError } from '../model/errors.ts'
import { configFileOf } from './config/setting-files.ts'
import type { Inputs } from './table/definition.ts'
import { nearest } from './table/nearest.ts'
import { inputs as table } from './table/table.ts'
import { unsupportedInput } from './unsupported-inputs.ts'

/** Settings that only single charts have, each with what it may be. */
const ofCharts: ReadonlyMap<string, string> = new Map([
  ['unlocked', 'allow'],
  ['undeclared-subcharts', 'allow'],
  ['app-paths', '[src/**]'],
])

/** What to write instead of an input that this action does not have. */
export function unknownInput(name: string, inputs: Inputs): ReleaseError {
  const counterpart = unsupportedInput(name, inputs[name] ?? '')
  if (counterpart !== undefined) {
    const message = `This action has no input \`${name}\`, which is one of ${counterpart.tool}.`
    return new ReleaseError('INPUT_UNKNOWN', message, { hint: counterpart.hint })
  }
  const example = ofCharts.get(name)
  if (example !== undefined) {
    const message = `This action has no input \`${name}\`: it is a setting of single charts.`
    const lines = `charts:\n  NAME:\n    ${name}: ${example}`
    const hint = `Write it into ${configFileOf(inputs)}, under the name of the chart:\n${lines}`
    return new ReleaseError('INPUT_UNKNOWN', message, { hint })
  }
  const near = nearest(name, Object.keys(table))
  return new ReleaseError('INPUT_UNKNOWN', `This action has no input \`${name.slice(0, 60)}\`.`, {
    hint: near === undefined ? `Its inputs are: ${Object.keys(table).join(', ')}.` : `Did you mean \`${near}\`?`,
  })
}
