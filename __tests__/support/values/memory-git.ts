import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { ObjectId } from '../../../src/model/chart.ts'
import { OUR_TRAILER } from '../../../src/model/git/commits.ts'
import type { CommitMessage, Git, TreeEntry } from '../../../src/ports/git.ts'
import type { MemoryFiles } from './memory-files.ts'

/** Texts by path from the repository root. */
export type Texts = Readonly<Record<string, string>>

export interface MemoryCommit {
  readonly commit: ObjectId
  readonly files: Texts
  readonly message?: string
  /** The commit before it; by default the one before it in the list. */
  readonly parent?: ObjectId
}

export interface MemoryGit extends Git {
  /** What was asked of it that costs a server something, in order, e.g. `fetch refs/heads/main`. */
  readonly calls: string[]
}

interface Situation {
  /** Oldest first; the last one is checked out. */
  readonly commits: readonly MemoryCommit[]
  /** Where its files are checked out to. */
  readonly files?: MemoryFiles
  /** Refs of origin, by full name. */
  readonly refs?: Readonly<Record<string, ObjectId>>
  readonly changes?: Partial<Git>
}

/** A commit id that is easy to read in a failure: `commitId('a')` is forty of them. */
export const commitId = (digit: string): ObjectId => digit.repeat(40)

const objectOf = (text: string): ObjectId => createHash('sha1').update(text).digest('hex')

/**
 * A repository in memory whose history is a line, with the answers that git gives for it. What a test needs beyond that is
 * in `changes`; what nobody gave an answer for is a failed test.
 */
export function aGit({ commits, files, refs = {}, changes = {} }: Situation): MemoryGit {
  const calls: string[] = []
  const contents = new Map(commits.flatMap((one) => Object.values(one.files)).map((text) => [objectOf(text), text]))
  const at = (commit: ObjectId) => {
    const found = commits.find((one) => one.commit === commit)
    if (found) return found
    throw new Error(`there is no commit ${commit}`)
  }
  const before = (commit: ObjectId) => at(commit).parent ?? commits[commits.indexOf(at(commit)) - 1]?.commit
  const withAncestors = (commit: ObjectId): readonly ObjectId[] => {
    const parent = before(commit)
    return parent === undefined ? [commit] : [commit, ...withAncestors(parent)]
  }
  const changedIn = (commit: ObjectId): readonly string[] => {
    const parent = before(commit)
    const [old, now] = [parent === undefined ? {} : at(parent).files, at(commit).files]
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((path) => old[path] !== now[path])
  }
  const git: Partial<Git> = {
    head: async () => commits.at(-1)?.commit ?? '',
    resolve: async (revision) => commits.find(({ commit }) => commit === revision)?.commit,
    commitTime: async (commit) => new Date(Date.UTC(2026, 0, 1 + commits.indexOf(at(commit)))),
    tree: async (commit) =>
      Object.entries(at(commit).files)
        .map(([path, text]): TreeEntry => ({ mode: '100644', object: objectOf(text), path }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    blobs: async (objects, maxBytes = Number.POSITIVE_INFINITY) =>
      new Map(
        objects.flatMap((object) => {
          const content = Buffer.from(contents.get(object) ?? '')
          return content.length > maxBytes ? [] : [[object, content] as const]
        }),
      ),
    sizes: async (objects) => new Map(objects.map((object) => [object, contents.get(object)?.length ?? 0])),
    checkOut: async (placed, folder) => {
      for (const { path, object } of placed) await files?.write(posix.join(folder, path), contents.get(object) ?? '')
    },
    ensureCommit: async (commit) => commits.some((one) => one.commit === commit),
    isAncestor: async (ancestor, descendant) => withAncestors(descendant).includes(ancestor),
    mergeBase: async (a, b) => withAncestors(a).find((one) => withAncestors(b).includes(one)),
    isShallow: async () => false,
    unshallow: async () => void calls.push('unshallow'),
    commitsBetween: async ({ from, to, limit }, paths) => {
      const old = new Set(withAncestors(from))
      const isIn = (path: string) => paths.some((one) => one === '.' || path === one || path.startsWith(`${one}/`))
      const messages = withAncestors(to).flatMap((commit): readonly CommitMessage[] => {
        const touched = old.has(commit) ? [] : changedIn(commit).filter(isIn)
        const { message = '' } = at(commit)
        const hasTrailer = message.includes(`\n${OUR_TRAILER}: `)
        return touched.length === 0 ? [] : [{ commit, message, hasTrailer, paths: touched }]
      })
      return messages.slice(0, limit)
    },
    fetchRef: async (ref) => {
      calls.push(`fetch ${ref}`)
      return refs[ref]
    },
    remoteTags: async () => new Map(),
    ...changes,
  }
  return Object.assign(unanswered(git), { calls })
}

/** A call that is not answered must not look like an answer. */
function unanswered(git: Partial<Git>): Git {
  return new Proxy(git, {
    get: (target, name, receiver) => {
      if (name === 'then' || name in target || typeof name === 'symbol') return Reflect.get(target, name, receiver)
      return () => Promise.reject(new Error(`the test says nothing of git.${name}`))
    },
  }) as Git
}
