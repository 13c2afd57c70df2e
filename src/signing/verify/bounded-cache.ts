/** Keeps the newest results of a function that depends on `key` alone. Errors that `make` throws are not kept. */
export type BoundedCache<V> = (key: string, make: () => V) => V

/** Keeps at most `bound` results, so that many keys from outside can't grow the process. */
export function boundedCache<V>(bound: number): BoundedCache<V> {
  const kept = new Map<string, V>()
  return (key, make) => {
    const known = kept.get(key)
    if (known !== undefined) return known
    const made = make()
    kept.set(key, made)
    if (kept.size > bound) kept.delete(kept.keys().next().value ?? '')
    return made
  }
}
