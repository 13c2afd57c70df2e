import { z } from 'zod'
import { configSchema } from '../../src/inputs/config/config-schema.ts'
import { inputTable } from '../../src/inputs/table/table.ts'
import { markdownTable } from './tables.ts'

/** The tables of docs/configuration.md, by the name of their marker. */
export function configurationTables(): Readonly<Record<string, string>> {
  const schema = z.toJSONSchema(configSchema)
  const { charts, dependencies } = schema.properties ?? {}
  const signers = schema.properties?.['trusted-signers']
  return {
    defaults: defaultsTable(),
    charts: keysTable(partOf(charts, 'additionalProperties')),
    dependencies: keysTable(dependencies),
    'trusted-signers': keysTable(partOf(signers, 'items')),
  }
}

function defaultsTable(): string {
  const types = { text: 'text', list: 'list', boolean: '`true` or `false`' }
  const rows = Object.entries(inputTable).flatMap(([name, { config, default: fallback }]) =>
    config === undefined ? [] : [[`\`${name}\``, types[config], fallback]],
  )
  return markdownTable(['Key', 'Type', 'Default'], rows)
}

function keysTable(map: unknown): string {
  const keys = Object.entries(
    (partOf(map, 'properties') ?? {}) as Record<string, { type?: string; description?: string }>,
  )
  const types: Readonly<Record<string, string>> = { string: 'text', array: 'list' }
  return markdownTable(
    ['Key', 'Type', 'Meaning'],
    keys.map(([name, { type = '', description = '' }]) => [`\`${name}\``, types[type] ?? type, description]),
  )
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
