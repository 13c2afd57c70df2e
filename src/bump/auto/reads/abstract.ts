import type { Place, Places } from './place.ts'

/** A chart or a subchart, as its templates see it. */
export interface Scope {
  /** From the top chart's folder: empty, or `charts/x/`. */
  readonly folder: string
  readonly name: string
  /** The place of its values in those of the top chart. */
  readonly values: Place
  readonly isLibrary: boolean
  readonly subcharts: ReadonlyMap<string, Scope>
}

/** What is known about a value while templates are read without running them. */
export type Abstract =
  /** `without`: some of its keys were taken out. */
  | { readonly kind: 'place'; readonly place: Place; readonly without?: ReadonlySet<string> }
  | { readonly kind: 'context'; readonly scope: Scope }
  | { readonly kind: 'files'; readonly scope: Scope }
  /**
   * The content of the files whose path matches, with ANYTHING for its unknown parts; `named` is the value that the
   * name comes from.
   */
  | { readonly kind: 'content'; readonly scope: Scope; readonly path: string; readonly named: Abstract }
  /** `under` are values that were merged into it: none of them is a map of this kind, so they lead to no circle. */
  | { readonly kind: 'map'; readonly entries: Map<string, Abstract>; readonly under?: Abstract[] }
  | { readonly kind: 'list'; readonly items: readonly Abstract[] }
  /** A text, with ANYTHING for its unknown parts. */
  | { readonly kind: 'text'; readonly text: string }
  /** One of several values; which one is unknown. */
  | { readonly kind: 'either'; readonly of: readonly Abstract[] }
  /** Made from values, e.g. as YAML: `fromYaml` returns them. */
  | { readonly kind: 'made'; readonly from: readonly Abstract[] }
  | { readonly kind: 'unknown' }

/** An unknown part of a text. */
export const ANYTHING = '\u0000'
export const UNKNOWN: Abstract = { kind: 'unknown' }
const MAX_ALTERNATIVES = 24
const MAX_INSIDE = 200

/** One of several; equal alternatives count once. */
export function either(all: readonly Abstract[]): Abstract {
  const kept = new Map<string, Abstract>()
  for (const one of all) {
    for (const flat of one.kind === 'either' ? one.of : [one]) {
      if (flat.kind !== 'unknown' && kept.size < MAX_ALTERNATIVES) kept.set(identity(flat), flat)
    }
  }
  const of = [...kept.values()]
  return of.length > 1 ? { kind: 'either', of } : (of[0] ?? UNKNOWN)
}

/** The values that it was made from. */
export function made(from: readonly Abstract[]): Abstract {
  const parts = from.flatMap((one) => (one.kind === 'made' ? one.from : one.kind === 'unknown' ? [] : [one]))
  return parts.length > 0 ? { kind: 'made', from: parts.slice(0, MAX_ALTERNATIVES) } : UNKNOWN
}

/** The alternatives, one by one. */
export function alternatives(value: Abstract): readonly Abstract[] {
  return value.kind === 'either' ? value.of : [value]
}

/** Equal for values that templates can't distinguish. Limited in depth: below that, values count as equal. */
export function identity(value: Abstract, depth = 3): string {
  switch (value.kind) {
    case 'place':
      return `p${value.place.id}${value.without ? `-${[...value.without].join()}` : ''}`
    case 'context':
      return `c${value.scope.values.id}`
    case 'files':
      return `f${value.scope.values.id}`
    case 'content':
      return `F${value.scope.values.id}${value.path}${depth === 0 ? '' : identity(value.named, depth - 1)}`
    case 'text':
      return JSON.stringify(value.text)
    case 'unknown':
      return 'u'
    default:
      return depth === 0 ? value.kind : `${value.kind}(${partsOf(value, depth).sort().join()})`
  }
}

function partsOf(value: Abstract & { kind: 'map' | 'list' | 'either' | 'made' }, depth: number): string[] {
  if (value.kind === 'map') {
    const entries = [...value.entries].map(([key, one]) => `${key}:${identity(one, depth - 1)}`)
    return [...entries, ...(value.under ?? []).map((one) => identity(one, depth - 1))]
  }
  return insideOf(value).map((one) => identity(one, depth - 1))
}

/**
 * The places in a value, including those in maps, lists and alternatives; contexts contain all values and count as
 * none.
 */
export function placesIn(value: Abstract): readonly Place[] {
  return partsIn(value).map(({ place }) => place)
}

/** As `placesIn`, with what was taken out of each. */
export function partsIn(value: Abstract, seen: Set<Abstract> = new Set()): readonly PlaceValue[] {
  if (value.kind === 'place') return [value]
  // A map may contain itself.
  if (seen.has(value) || seen.size > MAX_INSIDE) return []
  seen.add(value)
  const inside = value.kind === 'map' ? [...value.entries.values(), ...(value.under ?? [])] : insideOf(value)
  return inside.flatMap((one) => partsIn(one, seen))
}

type PlaceValue = Abstract & { readonly kind: 'place' }
type MapOfParts = Abstract & { readonly kind: 'map' }

/** Whether all values of a chart can be reached from it: a context, or a map that contains one. */
export function holdsContext(value: Abstract): boolean {
  const parts = value.kind === 'map' ? [...value.entries.values(), ...(value.under ?? [])] : alternatives(value)
  return parts.some((part) => part.kind === 'context' || (part.kind === 'place' && part.place.parent === undefined))
}

function insideOf(value: Abstract): readonly Abstract[] {
  if (value.kind === 'list') return value.items
  if (value.kind === 'either') return value.of
  return value.kind === 'made' ? value.from : []
}

/** The value of a field or an index. */
export function step(value: Abstract, key: string, { places, scope }: { places: Places; scope: Scope }): Abstract {
  switch (value.kind) {
    case 'place':
      return value.without?.has(key) ? UNKNOWN : { kind: 'place', place: places.child(value.place, key) }
    case 'context':
      return contextField(value.scope, key)
    case 'map':
      return stepInMap(value, key, { places, scope })
    case 'list':
      return /^\d+$/.test(key) ? (value.items[Number(key)] ?? UNKNOWN) : either(value.items)
    case 'either':
      return either(value.of.map((one) => step(one, key, { places, scope })))
    case 'content':
      return key === '*' ? value : UNKNOWN
    case 'files':
      return UNKNOWN
    default:
      return valuesAnyway(key, scope)
  }
}

function stepInMap(
  { entries, under = [] }: MapOfParts,
  key: string,
  where: { places: Places; scope: Scope },
): Abstract {
  const own = key === '*' ? [...entries.values()] : [entries.get(key) ?? entries.get('*') ?? UNKNOWN]
  const found = either([...own, ...under.map((one) => step(one, key, where))])
  return found.kind === 'unknown' && !entries.has(key) ? valuesAnyway(key, where.scope) : found
}

// Even if a template's argument is unknown, `.Values` has only one meaning.
function valuesAnyway(key: string, scope: Scope): Abstract {
  return key === 'Values' ? { kind: 'place', place: scope.values } : UNKNOWN
}

function contextField(scope: Scope, key: string): Abstract {
  switch (key) {
    case 'Values':
      return { kind: 'place', place: scope.values }
    case 'Files':
      return { kind: 'files', scope }
    case 'Chart':
      return { kind: 'map', entries: new Map([['Name', { kind: 'text', text: scope.name }]]) }
    case 'Release':
      return { kind: 'map', entries: new Map([['Name', { kind: 'text', text: ANYTHING }]]) }
    case 'Subcharts':
      return {
        kind: 'map',
        entries: new Map([...scope.subcharts].map(([name, one]) => [name, { kind: 'context', scope: one }])),
      }
    default:
      return UNKNOWN
  }
}
