import { textIn } from '../scan/helm-scalar.ts'
import type { ScalarText } from '../scan/reader.ts'
import type { Source } from '../scan/source.ts'

/**
 * The values that Helm accepts. It reads YAML by way of JSON, where a number is not text. sigs.k8s.io/yaml turns
 * numbers and booleans into text for fields directly in an entry or the index (`converted`), but not for the metadata
 * of the chart, which Helm embeds (`text`): with one of them there, Helm reads nothing of the whole index.
 */
export type Shape =
  | { readonly kind: 'text' | 'converted' | 'bool' | 'time' | 'any' }
  | { readonly kind: 'list'; readonly of: Shape }
  /** `convertedKeys`: below these keys, in any case, numbers and booleans become text. */
  | { readonly kind: 'map'; readonly of: Shape; readonly convertedKeys?: ReadonlySet<string> }
  | Struct

/** A mapping with known keys: with any other key Helm stops reading the whole index. */
export interface Struct {
  readonly kind: 'struct'
  /** As in `a key of …`. */
  readonly noun: string
  readonly fields: readonly Field[]
}

export interface Field {
  readonly name: string
  readonly shape: Shape
  /** Its place in the struct. */
  readonly index: number
  /** Also found by a key that is spelled in another case. */
  readonly isFolded?: true
}

const TEXT: Shape = { kind: 'text' }
const CONVERTED: Shape = { kind: 'converted' }
const BOOL: Shape = { kind: 'bool' }
const TIME: Shape = { kind: 'time' }
const ANY: Shape = { kind: 'any' }

function list(of: Shape): Shape {
  return { kind: 'list', of }
}

function struct(noun: string, shapes: Readonly<Record<string, Shape>>): Struct {
  return {
    kind: 'struct',
    noun,
    fields: Object.entries(shapes).map(([name, shape], index) => ({ name, shape, index })),
  }
}

const MAINTAINER = struct('a maintainer', { name: TEXT, email: TEXT, url: TEXT })
const DEPENDENCY = struct('a dependency', {
  ...{ name: TEXT, version: TEXT, repository: TEXT, condition: TEXT, tags: list(TEXT), enabled: BOOL },
  ...{ 'import-values': list(ANY), alias: TEXT },
})
const METADATA_TEXTS = [
  ...['name', 'home', 'version', 'description', 'icon', 'apiVersion', 'condition', 'tags', 'appVersion', 'kubeVersion'],
  'type',
]
// Its converter looks up the keys of the annotations as if they were fields of the metadata.
const ANNOTATIONS: Shape = { kind: 'map', of: TEXT, convertedKeys: new Set(METADATA_TEXTS.map(folded)) }

/** One version of a chart: https://github.com/helm/helm, ChartVersion with Metadata. */
export const ENTRY = struct('an entry', {
  ...Object.fromEntries(METADATA_TEXTS.map((name) => [name, TEXT])),
  ...{ sources: list(TEXT), keywords: list(TEXT), maintainers: list(MAINTAINER), deprecated: BOOL },
  ...{ annotations: ANNOTATIONS, dependencies: list(DEPENDENCY) },
  ...{ urls: list(CONVERTED), created: TIME, removed: BOOL, digest: CONVERTED },
  ...{ checksum: CONVERTED, engine: CONVERTED, tillerVersion: CONVERTED, url: CONVERTED },
})

/** The index itself: IndexFile. Its `entries` have a reader of their own. */
export const INDEX = struct('the index', {
  ...{ apiVersion: CONVERTED, generated: TIME, entries: ANY, publicKeys: list(CONVERTED) },
  ...{ serverInfo: { kind: 'map', of: ANY }, annotations: { kind: 'map', of: CONVERTED } },
})

/**
 * A name as Go's JSON compares it with field names: in any case, and the long s and the Kelvin sign count as letters.
 */
export function folded(name: string): string {
  return name.toLowerCase().replaceAll('\u017f', 's')
}

/**
 * Finds the field that a key names as Go does, in any case. Most keys are not decoded to text: there are a million of
 * them.
 */
export type FieldFinder = (source: Source, key: ScalarText) => Field | undefined

export function fieldFinder({ fields }: Struct): FieldFinder {
  const byLength: Field[][] = []
  for (const field of fields) {
    const same = byLength[field.name.length] ?? []
    same.push(field)
    byLength[field.name.length] = same
  }
  const byFolded = new Map(fields.map((field) => [folded(field.name), { ...field, isFolded: true as const }]))
  return (source, key) => exactField(byLength, source, key) ?? byFolded.get(folded(textIn(source, key)))
}

const NONE: readonly Field[] = []

function exactField(
  byLength: readonly Field[][],
  { bytes }: Source,
  { start, end, style }: ScalarText,
): Field | undefined {
  const from = style === 'plain' ? start : start + 1
  const length = (style === 'plain' ? end : end - 1) - from
  for (const field of byLength[length] ?? NONE) {
    let at = 0
    while (at < length && bytes[from + at] === field.name.charCodeAt(at)) at++
    if (at === length) return field
  }
  return undefined
}
