import type { Finding } from '../../../model/finding.ts'
import type { Value } from '../chart/values.ts'
import { createFinding, pathText } from '../finding.ts'
import type { Change } from './changes.ts'

/** Fewer scalars than these may be alike by chance, if the key is gone. */
const MIN_SCALARS = 6
/** The share of the old default's scalars that the new one must contain. */
const MOST = 0.8
/** A key that is left empty shows what was meant: then few are enough, if they are all there. */
const MIN_OF_EMPTIED = 2

/**
 * A default of many parts that left a key which is still read, and is now under a new key: what users set under the old
 * key used to replace the default, and is now added to it.
 */
export function movedDefault(
  { kind, path, was }: Change & { kind: 'removed' | 'default' },
  added: readonly (Change & { kind: 'added' })[],
): Finding | undefined {
  const scalars = scalarsOf(was)
  const [least, share] = kind === 'default' ? [MIN_OF_EMPTIED, 1] : [MIN_SCALARS, MOST]
  if (scalars.length < least) return undefined
  const to = added.find((one) => holds(scalarsOf(one.is), scalars, share))
  if (!to) return undefined
  const [subject, now] = [pathText(path), pathText(to.path)]
  const text = `The default of \`${subject}\` moved to \`${now}\`: the old key is still read, but no longer takes the place of that default.`
  const at = { file: to.is.file, line: to.is.line }
  return createFinding({
    level: 'major',
    rule: 'values/default-moved',
    subject,
    text,
    is: now,
    at,
  })
}

function holds(texts: readonly string[], wanted: readonly string[], share: number): boolean {
  const left = new Map<string, number>()
  for (const text of texts) left.set(text, (left.get(text) ?? 0) + 1)
  const found = wanted.filter((text) => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count > 0
  })
  return found.length >= wanted.length * share
}

// Keys count too if a list of named things became a map of them.
function scalarsOf(value: Value): readonly string[] {
  if (value.kind === 'map')
    return [...value.entries].flatMap(([key, one]) => [...(one.kind === 'map' ? [key] : []), ...scalarsOf(one)])
  if (value.kind === 'list') return value.items.flatMap(scalarsOf)
  return value.text.length > 2 ? [value.text] : []
}
