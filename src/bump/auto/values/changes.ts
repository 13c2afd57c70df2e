import { isEmpty, isSame, type Value } from '../chart/values.ts'

/** One difference between the values of both sides, at the highest place where they differ in kind. */
export type Change =
  | { readonly kind: 'removed'; readonly path: readonly string[]; readonly was: Value; readonly near: Value }
  | { readonly kind: 'added'; readonly path: readonly string[]; readonly is: Value }
  | { readonly kind: 'type'; readonly path: readonly string[]; readonly was: Value; readonly is: Value }
  | { readonly kind: 'default'; readonly path: readonly string[]; readonly was: Value; readonly is: Value }

/** The differences between the values of both sides, in the order of the old and then the new file. */
export function changesOf(was: Value, is: Value, path: readonly string[] = []): readonly Change[] {
  if (was === is) return []
  if (was.kind === 'map' && is.kind === 'map') return changesInMap(was, is, path)
  if (isSame(was, is)) return []
  // Without its keys a map equals one without their defaults.
  if (was.kind === 'map' && is.kind === 'null') return removals(was, path, is)
  const type = shape(was) !== shape(is) && was.kind !== 'null' && is.kind !== 'null'
  return [{ kind: type ? 'type' : 'default', path, was, is }]
}

function changesInMap(
  was: Value & { kind: 'map' },
  is: Value & { kind: 'map' },
  path: readonly string[],
): readonly Change[] {
  const old = [...was.entries].flatMap(([key, value]): readonly Change[] => {
    const now = is.entries.get(key)
    if (now) return changesOf(value, now, [...path, key])
    return [{ kind: 'removed', path: [...path, key], was: value, near: is }]
  })
  const added = [...is.entries].filter(([key]) => !was.entries.has(key))
  return [...old, ...added.map(([key, value]): Change => ({ kind: 'added', path: [...path, key], is: value }))]
}

function removals(was: Value & { kind: 'map' }, path: readonly string[], near: Value): readonly Change[] {
  return [...was.entries].map(([key, value]) => ({ kind: 'removed', path: [...path, key], was: value, near }))
}

/** Numbers, booleans and texts are one type: templates print them, and YAML reads them again. */
export function shape(value: Value): 'map' | 'list' | 'scalar' {
  return value.kind === 'map' || value.kind === 'list' ? value.kind : 'scalar'
}

/** A value without parts of its own (a list is one value: overriding it replaces it). */
export interface Leaf {
  readonly path: readonly string[]
  readonly value: Value
}

/** The values at the ends of a value, in its order. */
export function leavesOf(value: Value, path: readonly string[]): readonly Leaf[] {
  if (value.kind !== 'map' || isEmpty(value)) return [{ path, value }]
  return [...value.entries].flatMap(([key, one]) => leavesOf(one, [...path, key]))
}
