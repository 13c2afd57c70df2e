import type { Dependency, LockEntry } from '../../model/chart.ts'

/** The name behind `@name` or `alias:name`; `undefined` for an address. */
export function aliasIn(repository: string): string | undefined {
  return /^(?:@|alias:)(.+)$/.exec(repository)?.[1]
}

/**
 * Whether a lock's entry is of this dependency. Helm replaces a repository's alias by its address before it writes the
 * lock, so an entry with an address may be that of an alias.
 */
function isEntryOf(
  entry: Pick<LockEntry, 'name' | 'repository'>,
  { name, repository }: Pick<Dependency, 'name' | 'repository'>,
): boolean {
  if (entry.name !== name) return false
  return entry.repository === repository || (aliasIn(repository) !== undefined && isAddress(entry.repository))
}

/** The fields that Helm hashes: with the addresses of the lock in place of aliases. */
export function hashedFields(
  dependencies: readonly Pick<Dependency, 'fields'>[],
  entries: readonly Pick<LockEntry, 'name' | 'repository'>[],
): readonly Dependency['fields'][] {
  const found = entriesFor(
    dependencies.map(({ fields: { name, repository } }) => ({ name: String(name), repository: String(repository) })),
    entries,
  )
  return dependencies.map(({ fields }, index) => {
    const address = aliasIn(String(fields.repository)) === undefined ? undefined : found[index]?.repository
    return address === undefined ? fields : { ...fields, repository: address }
  })
}

/** The entry of each dependency, by its index. One name may occur several times: each entry is used once, in order. */
export function entriesFor<
  D extends Pick<Dependency, 'name' | 'repository'>,
  E extends Pick<LockEntry, 'name' | 'repository'>,
>(dependencies: readonly D[], entries: readonly E[]): readonly (E | undefined)[] {
  const left = [...entries]
  return dependencies.map((dependency) => {
    const index = left.findIndex((entry) => isEntryOf(entry, dependency))
    return index < 0 ? undefined : left.splice(index, 1)[0]
  })
}

function isAddress(repository: string): boolean {
  return /^https?:\/\//i.test(repository)
}
