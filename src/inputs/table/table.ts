import type { ReleasePlan } from '../../model/plan.ts'
import type { Setting, SettingSource } from '../../model/settings.ts'
import { accessInputs } from './access-inputs.ts'
import type { Definition } from './definition.ts'
import { handoverInputs } from './handover-inputs.ts'
import { lintInputs } from './lint-inputs.ts'
import { notesInputs } from './notes-inputs.ts'
import { placeInputs } from './place-inputs.ts'
import { proposalInputs } from './proposal-inputs.ts'
import { releaseInputs } from './release-inputs.ts'
import { signingInputs } from './signing-inputs.ts'

/** Every input of the action, in the order of the documentation. */
export const inputs = {
  ...releaseInputs,
  ...proposalInputs,
  ...notesInputs,
  ...lintInputs,
  ...placeInputs,
  ...signingInputs,
  ...accessInputs,
  ...handoverInputs,
} as const

export type InputName = keyof typeof inputs

/** The same table for loops over all inputs. */
export const inputTable: Readonly<Record<string, Definition<unknown>>> = inputs

export type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name

export type ValueOf<Entry> = Entry extends Definition<infer Value> ? Value : never

/** The value of each input, by its name in camel case: `app-version` is `appVersion`. */
export type InputValues = {
  readonly [Name in InputName as CamelCase<Name>]: ValueOf<(typeof inputs)[Name]>
}

/** Where each value came from. */
export type InputSources = Readonly<Record<keyof InputValues, SettingSource>>

interface ReadInputs {
  readonly values: InputValues
  readonly sources: InputSources
  /** The inputs that decide what is released, by their names, as the plan shows them. */
  readonly effective: ReleasePlan['settings']
}

/** Every input of the table, as `read` reads it. */
export function readInputs(read: (name: string, entry: Definition<unknown>) => Setting<unknown>): ReadInputs {
  const settings = Object.entries(inputTable).map(([name, entry]) => ({ name, entry, ...read(name, entry) }))
  const byName = <T>(of: (setting: (typeof settings)[number]) => T) =>
    Object.fromEntries(settings.map((setting) => [camelCase(setting.name), of(setting)]))
  const decisive = settings.filter(({ entry }) => entry.visibility === 'plan')
  return {
    values: byName(({ value }) => value) as unknown as InputValues,
    sources: byName(({ source }) => source) as InputSources,
    effective: Object.fromEntries(
      decisive.map(({ name, entry, value, source }) => [name, { value: valueText(entry, value), source }]),
    ),
  }
}

/** Names of the inputs that the config file may hold under `defaults:`. */
export const configurable: readonly string[] = Object.entries(inputTable)
  .filter(([, { config }]) => config !== undefined)
  .map(([name]) => name)

/** Names of the inputs that users give. */
export const publicInputs: readonly string[] = Object.entries(inputTable)
  .filter(([, { isInternal }]) => !isInternal)
  .map(([name]) => name)

/** Names of the inputs whose values are never shown. */
export const secretInputs: readonly string[] = Object.entries(inputTable)
  .filter(([, { visibility }]) => visibility === 'secret')
  .map(([name]) => name)

export function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function valueText(entry: Definition<unknown>, value: unknown): string {
  if (value === undefined) return ''
  if (entry.text) return entry.text(value)
  return Array.isArray(value) ? value.join(', ') : String(value)
}
