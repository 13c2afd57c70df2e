import { isMap, parseDocument } from 'yaml'
import { textProblem } from '../../../../chart/yaml/guard.ts'
import type { Prepared } from './prepared.ts'

/**
 * One chart that contains another under many aliases, each with a values file of its own: one process renders them all.
 * Starting Helm and loading the chart costs ten times what its templates do. Schemas are left out, because Helm gives
 * every subchart a `global` that they may not know.
 */
export interface ManyTimes {
  readonly files: ReadonlyMap<string, Uint8Array>
  /** By values file. */
  readonly aliases: ReadonlyMap<string, string>
}

const FOLDER = 'charts/chart'
const MAX_TEXT = 1024 * 1024
const SEMVER = /^v?\d+\.\d+\.\d+[-+.\w]*$/

/** `undefined` if the chart has no name or version that Helm would accept. */
export function manyTimes({ files, metadata }: Prepared, valuesFiles: readonly string[]): ManyTimes | undefined {
  const { name, version } = metadata
  if (typeof name !== 'string' || !/^[a-zA-Z0-9-]{1,100}$/.test(name)) return undefined
  if (typeof version !== 'string' || !SEMVER.test(version)) return undefined
  const aliases = new Map(valuesFiles.map((file, index) => [file, aliasOf(name, index)]))
  const dependencies = [...aliases.values()].map((alias) => ({
    name,
    version,
    alias,
    condition: `${SWITCHES}.${alias}`,
  }))
  const whole = { apiVersion: 'v2', name: WHOLE, version: '1.0.0', dependencies }
  const inside = [...files].filter(([path]) => !path.endsWith('values.schema.json'))
  return {
    aliases,
    files: new Map([
      ['Chart.yaml', Buffer.from(JSON.stringify(whole))],
      ...inside.map(([path, bytes]) => [`${FOLDER}/${path}`, bytes] as const),
    ]),
  }
}

const WHOLE = 'many-times'
/** The key in the umbrella's values that says which aliases are rendered. */
export const SWITCHES = 'switches'

/** As long as the name, because charts truncate theirs; and recognisable in their output. */
function aliasOf(name: string, index: number): string {
  return `${name.slice(0, Math.max(name.length - 4, 1))}q${String(index).padStart(2, '0')}q`
}

/**
 * The text of a values file under an alias, its scalars untouched. `undefined` if it is not a map, or can't be read.
 */
export function underAlias(alias: string, text: string): string | undefined {
  const plain = text.replace(/^\ufeff/, '').replace(/^(?:\s*(?:#.*)?\n)*---[ \t]*(?:#.*)?\n/, '')
  if (textProblem(plain, MAX_TEXT) || /^(?:---|\.\.\.|%)/m.test(plain)) return undefined
  const document = parseDocument(plain, { logLevel: 'silent' })
  if (document.errors.length > 0) return undefined
  if (document.contents === null) return `${alias}: {}\n`
  return isMap(document.contents) ? `${alias}:\n${plain.replace(/^(?=.)/gm, '  ')}\n` : undefined
}

/** The output of each alias, as the chart itself would have rendered it. */
export function byAlias(manifests: string, aliases: Iterable<string>, name: string): ReadonlyMap<string, string> {
  const parts = new Map([...aliases].map((alias) => [alias, [] as string[]]))
  for (const document of manifests.split(/^---\r?\n/m)) {
    const alias = /^# Source: many-times\/charts\/([^/\n]+)\//m.exec(document)?.[1]
    if (alias !== undefined) parts.get(alias)?.push(asItself(document, alias, name))
  }
  return new Map([...parts].map(([alias, documents]) => [alias, `---\n${documents.join('---\n')}`]))
}

/** The alias whose templates a failure names first. */
export function aliasIn(failed: string, aliases: Iterable<string>): string | undefined {
  const named = /many-times\/charts\/([^/\s]+)\//.exec(failed)?.[1]
  return [...aliases].find((alias) => alias === named)
}

/** Helm's text without the umbrella chart. */
export function asItself(text: string, alias: string, name: string): string {
  return text.replaceAll(`many-times/charts/${alias}/`, `${name}/`).replaceAll(alias, name)
}
