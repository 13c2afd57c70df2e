import type { UnknownKey } from './layout.ts'
import { notUnderstood, type Source } from './source.ts'

/** Takes down a key that Helm does not know. Fails with `INDEX_NOT_UNDERSTOOD` where it may mean one that it does know. */
export function unknownKey(
  source: Source,
  key: string,
  { start, known }: { readonly start: number; readonly known: Iterable<string> },
): UnknownKey {
  // Go finds a field also by a key that differs in case: then there would be a second place for what we look for.
  const twin = [...known].find((each) => each.toLowerCase() === key.toLowerCase())
  if (twin) throw notUnderstood(source, start, `has the key ${key}, which Helm reads as ${twin}`)
  if (key === '<<')
    throw notUnderstood(source, start, 'merges keys from an anchor in a place where that is not followed')
  return { key, start }
}
