/** The newest results of a function whose answer depends on `key` alone. What `make` throws is not kept. */
export type BoundedCache<V> = (key: string, make: () => V) => V

/** Keeps at most `bound` results, so that a flood of keys from outside does not grow the process. */
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
