import type { Finding } from '../../../../model/finding.ts'
import { type Leaves, leavesOf } from './leaves.ts'
import type { Resource } from './manifest.ts'
import { placeOf, type RenderedPair, shortValue } from './rendered-pair.ts'

/**
 * The case of an existing user: the old defaults, set explicitly, with the new chart. If both sides' own defaults give
 * the same and the old ones with the new chart give something else, the old value no longer means the same.
 */
export function oldDefaultsFindings(pair: RenderedPair, files: ReadonlyMap<string, unknown>): readonly Finding[] {
  const { before, after, withOldDefaults, chance } = pair
  if (!withOldDefaults) return []
  return [...before].flatMap(([key, was]): readonly Finding[] => {
    const now = after.get(key)
    if (!now || was.isHook || now.isHook || chance.keys.has(key)) return []
    const said = withOldDefaults.get(key)
    if (!said) return [finding(was, now, files)]
    if (was.text === said.text || now.text === said.text) return []
    const path = firstLost(leavesOf(was), leavesOf(now), leavesOf(said), chance.paths.get(key))
    return path === undefined ? [] : [finding(was, now, files, { path, said: leavesOf(said) })]
  })
}

function firstLost(was: Leaves, now: Leaves, said: Leaves, byChance?: ReadonlySet<string>): string | undefined {
  for (const [path, value] of was) {
    if (now.get(path) === value && said.get(path) !== value && !byChance?.has(path)) return path
  }
  return undefined
}

function finding(
  was: Resource,
  now: Resource,
  files: ReadonlyMap<string, unknown>,
  lost?: { readonly path: string; readonly said: Leaves },
): Finding {
  const what = lost ? `${was.key} ${lost.path}` : was.key
  const value = lost && leavesOf(was).get(lost.path)
  const is = lost?.said.get(lost.path)
  return {
    ...{ level: 'major', kind: 'rendered', rule: 'rendered/old-defaults', subject: what },
    text: `Whoever says the old defaults by hand gets another ${shortValue(what)}: the old values no longer mean the same.`,
    ...(value !== undefined && value !== '' && { was: shortValue(value) }),
    ...(is !== undefined && is !== '' && { is: shortValue(is) }),
    ...placeOf(now, files),
  }
}
