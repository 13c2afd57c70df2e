import { ANY, type Place, type Places, type Use } from './place.ts'
import type { Reads } from './read-chart.ts'

/** How a value is used, as far as that determines its type. */
export type Demand = 'fields' | 'keys' | 'range' | 'structure' | 'text' | 'handed on' | 'looked at'

const STRUCTURES: ReadonlySet<string> = new Set([
  'toYaml',
  'toJson',
  'toPrettyJson',
  'toRawJson',
  'toToml',
  'toYamlPretty',
])
/** Functions that only accept lists. */
const LISTS: ReadonlySet<string> = new Set(['range', 'join', 'sortAlpha', 'toStrings'])
const TYPE_TESTS: ReadonlySet<string> = new Set(['kindIs', 'typeIs', 'typeIsLike', 'kindOf', 'typeOf'])
const HANDED_ON: ReadonlySet<string> = new Set(['include', 'set', 'dependency', 'method'])

/** The places that a path refers to: by its keys, and by the wildcard for any key. */
export function placesAt(places: Places, path: readonly string[]): readonly Place[] {
  return path.reduce<readonly Place[]>((found, key) => found.flatMap((place) => next(place, key)), [places.root])
}

/** The place that has a path for itself, without the wildcard for any key. */
export function exactPlace({ root }: Places, path: readonly string[]): Place | undefined {
  return path.reduce<Place | undefined>((place, key) => place?.children.get(key), root)
}

function next(place: Place, key: string): readonly Place[] {
  // A walk over all values of a chart honours none of them by its name.
  const keys = place.isRoot ? [key] : [key, ANY]
  return keys.flatMap((one) => place.children.get(one) ?? [])
}

/**
 * The uses of a value: at its own place, in one that takes a value above it whole, or (`isContainer`: it may contain
 * more) in one below it. Those that only inform people or decide to fail don't count.
 */
export function readersOf(places: Places, path: readonly string[], isContainer: boolean): readonly Use[] {
  let at: readonly Place[] = [places.root]
  const above: Use[] = []
  for (const key of path) {
    above.push(...at.flatMap((place) => wholeUses(place)).filter(({ without }) => !without?.has(key)))
    at = at.flatMap((place) => next(place, key))
  }
  const own = at.flatMap((place) => (isContainer ? usesWithin(place) : active(place)))
  return [...own, ...above]
}

/** Uses of the value itself or of one in it. */
export function usesWithin(place: Place, seen: Set<Place> = new Set()): readonly Use[] {
  if (seen.has(place)) return []
  seen.add(place)
  return [...active(place), ...[...place.children.values()].flatMap((child) => usesWithin(child, seen))]
}

/**
 * The types that the templates expect of the value; empty if it is never read. With `takes`, only where such a type gets: what stands
 * below a test for another one is left out.
 */
export function demandsOf(
  places: Places,
  path: readonly string[],
  takes: (type: string) => boolean = () => true,
): ReadonlySet<Demand> {
  const demands = new Set<Demand>()
  const isReached = ({ asType }: Use) => asType === undefined || takes(asType)
  for (const place of placesAt(places, path)) {
    for (const use of active(place).filter(isReached)) demands.add(demandOf(use))
    for (const [key, child] of place.children) {
      if (usesWithin(child).some(isReached) && key !== ANY) demands.add('fields')
      if (active(child).some((use) => isReached(use) && (use.how === 'key' || use.how === 'keys'))) demands.add('keys')
    }
  }
  // Values of every type are checked for being there.
  if (demands.size > 1) demands.delete('looked at')
  return demands
}

/** The tests of the value's type: the types asked for, and `undefined` for those that can't be told. */
export function typeTests(places: Places, path: readonly string[]): readonly (string | undefined)[] {
  const uses = placesAt(places, path).flatMap(active)
  return uses.filter(({ how }) => TYPE_TESTS.has(how)).map(({ type }) => type)
}

function demandOf({ how, whole }: Use): Demand {
  if (LISTS.has(how)) return 'range'
  if (STRUCTURES.has(how)) return 'structure'
  if (HANDED_ON.has(how)) return 'handed on'
  return whole ? 'text' : 'looked at'
}

function active(place: Place): readonly Use[] {
  return [...place.uses.values()].filter(({ idle }) => !idle)
}

function wholeUses(place: Place): readonly Use[] {
  return active(place).filter(({ whole }) => whole)
}

/** Whether all templates were read completely, so that a value without a recorded use is unused. */
export function isCertain({ places, problems }: Reads): boolean {
  return places.complete && problems.length === 0
}

/** Every place, each once: `global` of a subchart is that of the top. */
export function placesOf({ root }: Places): readonly Place[] {
  const found: Place[] = []
  const open = [root]
  for (let place = open.pop(); place; place = open.pop()) {
    found.push(place)
    for (const child of place.children.values()) if (child.parent === place) open.push(child)
  }
  return found
}
