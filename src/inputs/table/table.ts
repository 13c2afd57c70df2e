import type { ReleasePlan } from '../../model/plan.ts'
import type { Setting } from '../../model/settings.ts'
import { accessInputs } from './access-inputs.ts'
import type { Definition } from './definition.ts'
import { releaseInputs } from './release-inputs.ts'
import { signingInputs } from './signing-inputs.ts'

/** Every input of the action, in the order of the documentation. */
export const inputs = { ...releaseInputs, ...signingInputs, ...accessInputs } as const

export type InputName = keyof typeof inputs

/** The same table for loops over all inputs. */
export const inputTable: Readonly<Record<string, Definition<unknown>>> = inputs

type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name

type ValueOf<Entry> = Entry extends Definition<infer Value> ? Value : never

/** What each input is set to, by its name in camel case: `app-version` is `appVersion`. */
export type InputSettings = {
  readonly [Name in InputName as CamelCase<Name>]: Setting<ValueOf<(typeof inputs)[Name]>>
}

/** Reads every input of the table with `read`. */
export function inputSettings(read: (name: string, entry: Definition<unknown>) => Setting<unknown>): InputSettings {
  const settings = Object.entries(inputTable).map(([name, entry]) => [camelCase(name), read(name, entry)])
  return Object.fromEntries(settings) as InputSettings
}

/** The settings that decide what is released, as text with their source, for the plan. */
export function effectiveSettings(settings: InputSettings): ReleasePlan['settings'] {
  const byName: Readonly<Record<string, Setting<unknown>>> = settings
  const shown = Object.entries(inputTable).flatMap(([name, entry]) => {
    const setting = byName[camelCase(name)]
    if (setting === undefined || entry.visibility !== 'plan') return []
    return [[name, { value: valueText(entry, setting.value), source: setting.source }]]
  })
  return Object.fromEntries(shown)
}

/** Names of the inputs that the config file may hold under `defaults:`. */
export const configurable: readonly string[] = Object.entries(inputTable)
  .filter(([, { config }]) => config !== undefined)
  .map(([name]) => name)

/** Names of the inputs whose values are never shown. */
export const secretInputs: readonly string[] = Object.entries(inputTable)
  .filter(([, { visibility }]) => visibility === 'secret')
  .map(([name]) => name)

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function valueText(entry: Definition<unknown>, value: unknown): string {
  if (entry.text) return entry.text(value)
  return Array.isArray(value) ? value.join(', ') : String(value ?? '')
}
