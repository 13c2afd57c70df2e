import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { fieldsOf, itemsOf, scalarOf } from '../../../chart/yaml/fields.ts'
import { parseYaml, spanOf, type YamlText } from '../../../chart/yaml/text.ts'
import { ReleaseError } from '../../../model/errors.ts'

/** A value of values.yaml as Helm reads it, with its place. */
export type Value = {
  readonly file: string
  readonly line: number
} & (
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Value> }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'null' | 'bool' | 'int' | 'float' | 'string'; readonly text: string }
)

export type MapValue = Value & { kind: 'map' }

/** Helm 3 does not load larger files. */
const MAX_LENGTH = 5 * 1024 * 1024

/** The values of an empty file. */
export function noValues(file: string): MapValue {
  return { kind: 'map', entries: new Map(), file, line: 1 }
}

/** Reads values.yaml; our own errors say what is wrong with it. An empty file has no values. */
export function readValues(text: string, file: string): MapValue | ReleaseError {
  try {
    const yaml = parseYaml(text, { file, code: 'VALUES_INVALID', maxLength: MAX_LENGTH, lastKeyWins: true })
    const value = yaml.root ? read(yaml, yaml.root) : noValues(file)
    if (value.kind === 'map') return value
    if (value.kind === 'null') return noValues(file)
    return new ReleaseError('VALUES_INVALID', `${file} is not a mapping`, { at: { file, line: 1 } })
  } catch (error) {
    if (error instanceof ReleaseError) return error
    throw error
  }
}

function read(yaml: YamlText, node: Node | undefined, line = 1): Value {
  const at = { file: yaml.file, line: node?.range ? spanOf(yaml, node).line : line }
  if (isMap(node)) {
    const entries = new Map<string, Value>()
    for (const { name, key, value } of fieldsOf(yaml, node, 'a value').values()) {
      const { line: keyLine } = spanOf(yaml, key)
      entries.set(name, { ...read(yaml, value, keyLine), line: keyLine })
    }
    return { kind: 'map', entries, ...at }
  }
  if (isSeq(node)) {
    return { kind: 'list', items: itemsOf(yaml, node, 'a value').map((item) => read(yaml, item, at.line)), ...at }
  }
  // A tag (`!!int`, `!!binary`) is the author's choice of type; here its value is treated as text.
  if (isScalar(node) && node.tag !== undefined) return { kind: 'string', text: String(node.value), ...at }
  return { ...scalarOf(yaml, node, 'a value'), ...at }
}

/** The value at a path, if there is one. */
export function valueAt(value: Value | undefined, path: readonly string[]): Value | undefined {
  let at = value
  for (const key of path) {
    if (at?.kind === 'map') at = at.entries.get(key)
    else if (at?.kind === 'list' && /^\d{1,6}$/.test(key)) at = at.items[Number(key)]
    else return undefined
  }
  return at
}

/** Helm's merge: `over` wins, maps are merged, and null removes a key. */
export function mergeValues(over: MapValue, under: MapValue): MapValue {
  const entries = new Map(under.entries)
  for (const [key, value] of over.entries) {
    const below = entries.get(key)
    if (value.kind === 'map' && below?.kind === 'map') entries.set(key, mergeValues(value, below))
    else entries.set(key, value)
  }
  return { ...over, entries }
}

/** Whether it is empty: null, an empty text, map or list. */
export function isEmpty(value: Value): boolean {
  if (value.kind === 'map') return value.entries.size === 0
  if (value.kind === 'list') return value.items.length === 0
  return value.kind === 'null' || (value.kind === 'string' && value.text === '')
}

const SHOWN_DEPTH = 3
const SHOWN_PARTS = 8

/** A value in one line, for people: JSON-like, and limited in length. */
export function shownValue(value: Value, depth = 0): string {
  if (value.kind === 'map' || value.kind === 'list') return shownParts(value, depth)
  if (value.kind === 'null') return 'null'
  return value.kind === 'string' ? JSON.stringify(value.text.slice(0, 200)) : value.text
}

function shownParts(value: Value & { kind: 'map' | 'list' }, depth: number): string {
  const [open, close] = value.kind === 'map' ? '{}' : '[]'
  const size = value.kind === 'map' ? value.entries.size : value.items.length
  if (depth >= SHOWN_DEPTH && size > 0) return `${open}…${close}`
  const texts =
    value.kind === 'map'
      ? [...value.entries].slice(0, SHOWN_PARTS).map(([key, one]) => `${key}: ${shownValue(one, depth + 1)}`)
      : value.items.slice(0, SHOWN_PARTS).map((one) => shownValue(one, depth + 1))
  const parts = [...texts, ...(size > SHOWN_PARTS ? ['…'] : [])]
  return `${open}${parts.join(', ')}${close}`
}

/** Whether two values are the same, wherever they are. */
export function isSame(a: Value, b: Value): boolean {
  if (a === b) return true
  if (a.kind === 'map' && b.kind === 'map') {
    return (
      a.entries.size === b.entries.size &&
      [...a.entries].every(([key, one]) => {
        const other = b.entries.get(key)
        return other !== undefined && isSame(one, other)
      })
    )
  }
  if (a.kind === 'list' && b.kind === 'list') {
    return a.items.length === b.items.length && a.items.every((one, at) => isSame(one, b.items[at] as Value))
  }
  return 'text' in a && 'text' in b && a.kind === b.kind && a.text === b.text
}
