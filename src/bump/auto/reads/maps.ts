import { type Abstract, alternatives, either, identity, UNKNOWN } from './abstract.ts'

/** More keys than templates give to a map that they make; further ones count as any key. */
const MAX_KEYS = 64
/** More values than templates merge into one map. */
const MAX_UNDER = 24

type MapOfParts = Abstract & { readonly kind: 'map' }

/** The name of an entry of a map that a template makes. */
function keyIn(entries: ReadonlyMap<string, Abstract>, key: Abstract | undefined): string {
  return key?.kind === 'text' && (entries.has(key.text) || entries.size < MAX_KEYS) ? key.text : '*'
}

/** Adds a possible value to an entry. */
export function setEntry({ entries }: MapOfParts, key: Abstract | undefined, value: Abstract): void {
  const name = keyIn(entries, key)
  entries.set(name, either([entries.get(name) ?? UNKNOWN, value]))
}

/** Merges a value into a map: what is in it can be found under the map from then on. */
export function mergeInto(map: MapOfParts, value: Abstract): void {
  for (const one of alternatives(value)) {
    if (one === map) continue
    if (one.kind === 'map') {
      for (const [text, inner] of one.entries) setEntry(map, { kind: 'text', text }, inner)
      for (const inner of one.under ?? []) putUnder(map, inner)
    } else putUnder(map, one)
  }
}

function putUnder({ under }: MapOfParts, value: Abstract): void {
  if (!under || under.length >= MAX_UNDER || value.kind === 'unknown') return
  if (!under.some((one) => identity(one) === identity(value))) under.push(value)
}

/** A map without some of its keys. */
export function withoutKeys(value: Abstract, keys: ReadonlySet<string>): Abstract {
  if (keys.size === 0) return value
  if (value.kind === 'place') return { ...value, without: new Set([...keys, ...(value.without ?? [])]) }
  if (value.kind !== 'map') return value
  const entries = new Map([...value.entries].filter(([key]) => !keys.has(key)))
  return { kind: 'map', entries, under: (value.under ?? []).map((one) => withoutKeys(one, keys)) }
}
