import { posix } from 'node:path'
import type { ObjectId } from '../../../src/model/chart.ts'
import type { Git, TreeEntry } from '../../../src/ports/git.ts'
import { type MemoryCommit, memoryCommits, objectOf } from './memory-commits.ts'
import type { MemoryFiles } from './memory-files.ts'

export { commitId, type MemoryCommit, type Texts } from './memory-commits.ts'

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
  /** Answers in the place of those that the commits give. */
  readonly changes?: Partial<Git>
}

/** A repository in memory. A call that neither the commits nor the test answers is a failed test. */
export function aGit({ commits, files, refs = {}, changes = {} }: Situation): MemoryGit {
  const calls: string[] = []
  const { all, at, withAncestors, timeOf, described, textOf, add } = memoryCommits(commits)
  const git: Partial<Git> = {
    head: async () => commits.at(-1)?.commit ?? '',
    resolve: async (revision) => all.find(({ commit }) => commit === revision)?.commit,
    commitTime: async (commit) => timeOf(commit),
    tree: async (commit) =>
      Object.entries(at(commit).files)
        .map(([path, text]): TreeEntry => ({ mode: '100644', object: objectOf(text), path }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    blobs: async (objects, maxBytes = Number.POSITIVE_INFINITY) => {
      const contents = objects.map((object) => [object, Buffer.from(textOf(object))] as const)
      return new Map(contents.filter(([, content]) => content.length <= maxBytes))
    },
    sizes: async (objects) => new Map(objects.map((object) => [object, textOf(object).length])),
    checkOut: async (placed, folder) => {
      for (const { path, object } of placed) await files?.write(posix.join(folder, path), textOf(object))
    },
    commit: async (parent, changed, message) => {
      const now = { ...at(parent).files, ...Object.fromEntries(changed) }
      return add({ commit: objectOf(JSON.stringify([parent, now, message])), files: now, message, parent })
    },
    ensureCommit: async (commit) => all.some((one) => one.commit === commit),
    isAncestor: async (ancestor, descendant) => withAncestors(descendant).includes(ancestor),
    mergeBase: async (a, b) => withAncestors(a).find((one) => withAncestors(b).includes(one)),
    isShallow: async () => false,
    unshallow: async () => void calls.push('unshallow'),
    async *history(from, paths) {
      yield* withAncestors(from)
        .map((commit) => described(commit, paths))
        .filter((one) => one.paths.length > 0)
    },
    commitsBetween: async ({ from, to, limit }, paths) => {
      const old = new Set(withAncestors(from))
      const since = withAncestors(to).filter((commit) => !old.has(commit))
      const touching = since.map((commit) => described(commit, paths)).filter((one) => one.paths.length > 0)
      return touching.slice(0, limit)
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
