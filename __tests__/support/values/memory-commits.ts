import { createHash } from 'node:crypto'
import type { ObjectId } from '../../../src/model/chart.ts'
import { OUR_TRAILER } from '../../../src/model/git/commits.ts'
import type { HistoryCommit } from '../../../src/ports/git.ts'

/** Texts by path from the repository root. */
export type Texts = Readonly<Record<string, string>>

export interface MemoryCommit {
  readonly commit: ObjectId
  readonly files: Texts
  readonly message?: string
  /** The commit before it; by default the one before it in the list. */
  readonly parent?: ObjectId
}

/** A commit id that is easy to read in a failure: `commitId('a')` is forty of them. */
export const commitId = (digit: string): ObjectId => digit.repeat(40)

export const objectOf = (text: string): ObjectId => createHash('sha1').update(text).digest('hex')

/** Commits in memory and what they are to each other. Each is a day later than the one before it in the list. */
export function memoryCommits(given: readonly MemoryCommit[]) {
  const all = [...given]
  const at = (commit: ObjectId): MemoryCommit => {
    const found = all.find((one) => one.commit === commit)
    if (found) return found
    throw new Error(`there is no commit ${commit}`)
  }
  const before = (commit: ObjectId): ObjectId | undefined => {
    return at(commit).parent ?? all[all.indexOf(at(commit)) - 1]?.commit
  }
  const withAncestors = (commit: ObjectId): readonly ObjectId[] => {
    const parent = before(commit)
    return parent === undefined ? [commit] : [commit, ...withAncestors(parent)]
  }
  const timeOf = (commit: ObjectId): Date => new Date(Date.UTC(2026, 0, 1 + all.indexOf(at(commit))))
  const described = (commit: ObjectId, paths: readonly string[]): HistoryCommit & { readonly message: string } => {
    const parent = before(commit)
    const [old, now] = [parent === undefined ? {} : at(parent).files, at(commit).files]
    const isAsked = (path: string) => paths.some((one) => one === '.' || path === one || path.startsWith(`${one}/`))
    const changed = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((path) => old[path] !== now[path])
    const { message = '' } = at(commit)
    return {
      ...{ commit, message, subject: message.split('\n')[0] ?? '', hasTrailer: message.includes(`\n${OUR_TRAILER}: `) },
      ...{ isMerge: false, committedAt: timeOf(commit), paths: changed.filter(isAsked) },
      ...(parent !== undefined && { parent }),
    }
  }
  return {
    ...{ all, at, before, withAncestors, timeOf, described },
    textOf: (object: ObjectId): string =>
      all.flatMap(({ files }) => Object.values(files)).find((text) => objectOf(text) === object) ?? '',
    add: (commit: MemoryCommit): ObjectId => {
      if (!all.some((one) => one.commit === commit.commit)) all.push(commit)
      return commit.commit
    },
  }
}
