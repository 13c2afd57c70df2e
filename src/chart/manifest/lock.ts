import { posix } from 'node:path'
import type { Dependency, Lock, LockEntry } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Json } from '../../model/json.ts'
import { digestOf } from '../archive/digest.ts'
import { goJson } from '../yaml/go-json.ts'
import { isConstraint, satisfies } from './constraints.ts'
import { entriesFor, hashedFields } from './repository-alias.ts'

/**
 * The digest that Helm writes into a lock: over Chart.yaml's dependencies (or those of requirements.yaml) and the
 * lock's own entries, both in their order. A repository's alias counts as the address that the lock has in its place.
 */
export function lockDigest(
  dependencies: readonly Pick<Dependency, 'fields'>[],
  entries: readonly Pick<LockEntry, 'name' | 'version' | 'repository'>[],
): string {
  const locked = entries.map(({ name, version, repository }) => ({ name, ...(version && { version }), repository }))
  return digestOfJson([hashedFields(dependencies, entries), locked])
}

/**
 * The lock's entry for each dependency, by the index of the dependency; `undefined` if it has none. One name may occur
 * several times (aliases, other repositories): each entry is used once, in order.
 */
export function lockEntriesFor(dependencies: readonly Dependency[], lock: Lock): readonly (LockEntry | undefined)[] {
  return entriesFor(dependencies, lock.entries)
}

/**
 * The mismatches between dependencies and their lock, most informative first; empty if Helm would build from it. Each
 * is a `LOCK_OUT_OF_STEP` or `CONSTRAINT_INVALID` at the lock's line.
 */
export function checkLock(dependencies: readonly Dependency[], lock: Lock): readonly ReleaseError[] {
  const found = lockEntriesFor(dependencies, lock)
  const problems = dependencies.flatMap((dependency, index) => {
    const entry = found[index]
    return entry ? checkEntry(dependency, entry, lock) : [missingEntry(dependency, lock)]
  })
  const extra = lock.entries
    .filter((entry) => !found.includes(entry))
    .map(({ name, version, line }) =>
      outOfStep(lock, line, `${lock.file} holds ${name} ${version}, which the chart does not depend on`),
    )
  const all = [...problems, ...extra]
  return all.length > 0 || isDigestRight(dependencies, lock) ? all : [wrongDigest(lock)]
}

function checkEntry(dependency: Dependency, entry: LockEntry, lock: Lock): readonly ReleaseError[] {
  const { name, version: constraint } = dependency
  const at = { file: lock.file, line: entry.line }
  if (!isConstraint(constraint)) {
    const found = constraint === '' ? 'no version' : `the version ${JSON.stringify(constraint)}`
    const hint = `Write a constraint such as \`^1.2.0\` to the dependency. Then run \`helm dependency update ${posix.dirname(lock.file)}\` and commit ${lock.file}.`
    return [new ReleaseError('CONSTRAINT_INVALID', `The dependency ${name} has ${found}`, { at, hint })]
  }
  // For a chart vendored in `charts/` Helm writes the constraint itself into the lock.
  if (entry.version === constraint || satisfies(entry.version, constraint)) return []
  return [
    outOfStep(lock, entry.line, `${lock.file} holds ${name} ${entry.version}, but the chart asks for ${constraint}`),
  ]
}

function missingEntry({ name, repository }: Dependency, lock: Lock): ReleaseError {
  const other = lock.entries.find((entry) => entry.name === name)
  const what = other
    ? `${lock.file} holds ${name} from ${other.repository || 'charts/'}, but the chart takes it from ${repository || 'charts/'}`
    : `${lock.file} has no entry for ${name}`
  return outOfStep(lock, other?.line ?? 1, what)
}

/** Whether a lock was made for these dependencies, by the digest that Helm wrote into it. */
export function isDigestRight(dependencies: readonly Dependency[], lock: Lock): boolean {
  if (dependencies.length === 0 && lock.entries.length === 0) return true
  if (lock.digest === lockDigest(dependencies, lock.entries)) return true
  // Helm 2 wrote requirements.lock with a digest of the dependencies alone, and Helm still accepts it.
  const helm2 = digestOfJson({ dependencies: hashedFields(dependencies, lock.entries) })
  return lock.file.endsWith('requirements.lock') && lock.digest === helm2
}

function wrongDigest(lock: Lock): ReleaseError {
  const what = `${lock.file} was made for other dependencies: its digest differs`
  return outOfStep(lock, lock.digestSpan.line, what)
}

function outOfStep(lock: Lock, line: number, what: string): ReleaseError {
  const hint = `Run \`helm dependency update ${posix.dirname(lock.file)}\`, and commit ${lock.file} and, if git has them, the archives in charts/.`
  return new ReleaseError('LOCK_OUT_OF_STEP', what, { hint, at: { file: lock.file, line } })
}

function digestOfJson(value: Json): string {
  return digestOf(goJson(value))
}
