import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { Dependency } from '../../model/chart.ts'
import type { Json } from '../../model/json.ts'
import {
  type Field,
  type Fields,
  fieldsOf,
  follow,
  helmText,
  itemsOf,
  pick,
  sanitise,
  scalarOf,
} from '../yaml/fields.ts'
import { compareBytes } from '../yaml/go-json.ts'
import { failure, spanOf, type YamlText } from '../yaml/text.ts'

const OWN_ALIAS = 'Give one of them an `alias` of its own, or take it out.'
const PLAIN_ALIAS = 'Write an alias of letters, digits, `-` and `_`.'
const ALIAS = /^[a-zA-Z0-9_-]+$/

/** The entries of a `dependencies` list as Helm knows them. Two with one name or alias are an error, as in Helm. */
export function readDependencies(yaml: YamlText, list: Field | undefined): readonly Dependency[] {
  const seen = new Set<string>()
  return itemsOf(yaml, list?.value, '`dependencies`').map((item) => {
    const dependency = readDependency(yaml, item ?? list?.key)
    const key = dependency.alias || dependency.name
    if (seen.has(key)) throw failure(yaml, item, `has two dependencies with the name or alias "${key}"`, OWN_ALIAS)
    seen.add(key)
    return dependency
  })
}

function readDependency(yaml: YamlText, item: Node | undefined): Dependency {
  const fields = fieldsOf(yaml, item, 'a dependency')
  const text = (name: string) => helmText(yaml, pick(yaml, fields, name)?.value, `\`${name}\` of a dependency`)
  const [name, version, repository] = [text('name'), text('version'), text('repository')].map(sanitise) as [
    string,
    string,
    string,
  ]
  const alias = text('alias')
  if (alias !== '' && !ALIAS.test(alias))
    throw failure(yaml, item, `has a dependency with the alias "${alias}"`, PLAIN_ALIAS)
  const written = pick(yaml, fields, 'version')?.written
  const known: readonly (readonly [string, Json])[] = [
    ['version', version],
    ['condition', sanitise(text('condition'))],
    ['tags', tagsOf(yaml, fields)],
    ['enabled', isEnabled(yaml, fields)],
    ['import-values', importValues(yaml, fields)],
    ['alias', alias],
  ]
  // Name and repository are written even when empty (formats.md 1.2).
  const helmFields = { name, ...present(known.slice(0, 1)), repository, ...present(known.slice(1)) }
  return {
    name,
    version,
    repository,
    ...(alias && { alias }),
    fields: helmFields,
    line: item ? spanOf(yaml, item).line : 1,
    ...(written && version !== '' && { versionSpan: spanOf(yaml, written) }),
  }
}

/** The entries that Go's `omitempty` writes. */
export function present(entries: readonly (readonly [string, Json])[]): { readonly [key: string]: Json } {
  return Object.fromEntries(
    entries.filter(([, value]) => {
      if (Array.isArray(value)) return value.length > 0
      if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
      return value !== '' && value !== false && value !== null
    }),
  )
}

function tagsOf(yaml: YamlText, fields: Fields): readonly string[] {
  const tags = itemsOf(yaml, pick(yaml, fields, 'tags')?.value, '`tags` of a dependency')
  return tags.map((tag) => sanitise(helmText(yaml, tag, 'a tag of a dependency')))
}

function isEnabled(yaml: YamlText, fields: Fields): boolean {
  const field = pick(yaml, fields, 'enabled')
  const { kind, text } = scalarOf(yaml, field?.value, '`enabled` of a dependency')
  if (kind !== 'bool' && kind !== 'null')
    throw failure(yaml, field?.key, 'has `enabled` that is neither true nor false')
  return text === 'true'
}

function importValues(yaml: YamlText, fields: Fields): readonly Json[] {
  const values = itemsOf(yaml, pick(yaml, fields, 'import-values')?.value, '`import-values`')
  return values.map((value) => jsonOf(yaml, value, MAX_DEPTH))
}

/** Limit for the values that aliases unfold to; the document itself is limited before. */
export const MAX_DEPTH = 100

/** A node as JSON, as Helm reads it: numbers and booleans of YAML 1.1, keys sorted. */
export function jsonOf(yaml: YamlText, written: Node | undefined, depth: number): Json {
  const node = follow(yaml, written)
  if (depth === 0) throw failure(yaml, node, 'is nested too deep')
  if (isSeq(node)) return itemsOf(yaml, node, 'a list').map((item) => jsonOf(yaml, item, depth - 1))
  if (isMap(node)) {
    const fields = [...fieldsOf(yaml, node, 'a mapping').values()].sort((a, b) => compareBytes(a.name, b.name))
    return Object.fromEntries(fields.map(({ name, value }) => [name, jsonOf(yaml, value, depth - 1)]))
  }
  const { kind, text } = scalarOf(yaml, node, 'a value')
  if (kind === 'null') return null
  if (kind === 'bool') return text === 'true'
  if (kind === 'string') return text
  // Go reads the number itself, not the 32-bit text of it.
  const number = kind === 'float' && isScalar(node) ? Number(String(node.value).replaceAll('_', '')) : Number(text)
  if (!Number.isFinite(number)) throw failure(yaml, node, `has the number ${text}, which JSON can't hold`)
  return number
}
