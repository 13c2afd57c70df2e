import { accessInputs } from './access-inputs.ts'
import type { Definition } from './definition.ts'
import { releaseInputs } from './release-inputs.ts'
import { signingInputs } from './signing-inputs.ts'

/** Every input of the action, in the order of the documentation. */
export const inputs = { ...releaseInputs, ...signingInputs, ...accessInputs } as const

export type InputName = keyof typeof inputs

/** The same by name, for those who walk over all. */
export const inputTable: Readonly<Record<string, Definition<unknown>>> = inputs

/** Names of the inputs that the config file may hold under `defaults:`. */
export const configurable: readonly string[] = Object.entries(inputTable)
  .filter(([, { config }]) => config !== undefined)
  .map(([name]) => name)
