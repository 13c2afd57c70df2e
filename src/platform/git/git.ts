import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Files } from '../../ports/files.ts'
import type { Git, TreeEntry } from '../../ports/git.ts'
import type { Journal } from '../../ports/process.ts'
import type { Secrets } from '../../ports/runner.ts'
import { createGitCommand, failure, type GitCommand, type GitContext, plainGit } from './command.ts'
import { createGitAccess } from './credentials/access.ts'
import {
  readCommitsBetween,
  readCommitsByOthers,
  readHistory,
  readRemoteDefaultBranch,
  readRemoteRefs,
  readRemoteTags,
} from './history.ts'
import { checkOutFiles, readBlobs, readSizes, readTree, text, writeCommit } from './objects.ts'
import { createTags, pushBranch, pushProblem, replaceBranch } from './push.ts'
import { openSideClone } from './side-clone.ts'
import { isStalled } from './stalls.ts'

/** SHA-1 or SHA-256. */
const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** The Git port on the real `git` program, in the workspace. */
export function createGit(context: GitContext & { readonly journal: Journal; readonly files: Files }): Git {
  const access = createGitAccess(context, plainGit(context))
  const git = createGitCommand({ ...context, access })
  const pusher = { git, journal: context.journal, secrets: context.secrets }
  const scratch = () => context.files.temporaryFolder('git')
  const isShallow = async () => text((await git(['rev-parse', '--is-shallow-repository'])).stdout) === 'true'
  const treeOf = rememberLast((commit) => readTree(git, commit))
  // Charts are read concurrently, and git allows only one such fetch at a time.
  let whole: Promise<void> | undefined
  return {
    head: async () => text((await git(['rev-parse', '--verify', 'HEAD^{commit}'])).stdout),
    resolve: (revision) => resolve(git, revision),
    resolveTree: async (commit) => text((await git(['rev-parse', '--verify', `${commit}^{tree}`])).stdout),
    commitTime: async (commit) =>
      new Date(Number(text((await git(['show', '-s', '--format=%ct', commit])).stdout)) * 1000),
    tree: treeOf,
    blobs: (objects, max) => readBlobs(git, objects, max),
    sizes: (objects) => readSizes(git, objects),
    checkOut: async (entries, folder) => checkOutFiles(git, entries, folder, await scratch()),
    history: (from, paths) => readHistory(git, from, paths),
    commitsBetween: (range, paths) => readCommitsBetween(git, range, paths),
    commitsByOthers: (from, to) => readCommitsByOthers(git, from, to),
    mergeBase: async (a, b) => {
      const ran = await git(['merge-base', a, b], { accept: [0, 1, 128] })
      return ran.exitCode === 0 ? text(ran.stdout) : undefined
    },
    isShallow,
    unshallow: () => {
      whole ??= isShallow().then((shallow) => (shallow ? unshallow(git, context.secrets) : undefined))
      return whole
    },
    commit: async (parent, changed, message, at) =>
      writeCommit(git, { parent, files: changed, message, at }, await scratch()),
    originAddress: async () => text((await git(['remote', 'get-url', 'origin'], { accept: [0, 2, 128] })).stdout),
    fetchRef: (ref) => fetchRef(git, ref, context.secrets),
    pushProblem: () => pushProblem(pusher),
    pushBranch: (commit, branch) => pushBranch(pusher, commit, branch),
    replaceBranch: (commit, branch, seen) => replaceBranch(pusher, branch, { from: seen, to: commit }),
    deleteBranch: (branch, seen) => replaceBranch(pusher, branch, { from: seen, to: '' }),
    createTags: (tags, options = { events: true }) => createTags(pusher, tags, options),
    pushesWithToken: () => access.usesToken(),
    remoteDefaultBranch: () => readRemoteDefaultBranch(git),
    remoteTags: () => readRemoteTags(git),
    remoteRefs: (prefix) => readRemoteRefs(git, prefix),
    ensureCommit: (commit) => ensureCommit(git, commit),
    isAncestor: async (ancestor, descendant) =>
      (await git(['merge-base', '--is-ancestor', ancestor, descendant], { accept: [0, 1, 128] })).exitCode === 0,
    sideClone: (of) => openSideClone(git, { ...context, access }, of),
    // Later steps of the job read the work tree.
    fastForward: (commit) =>
      context.journal.effect('git merge', async () => {
        const call = { accept: [0, 1, 2, 128], remote: true, workTree: true }
        const ran = await git(['merge', '--ff-only', '--quiet', commit], call)
        return ran.exitCode === 0
      }),
  }
}

/** A commit's tree never changes, and several readers want that of the head. Failures are not remembered. */
function rememberLast(read: (commit: ObjectId) => Promise<readonly TreeEntry[]>): Git['tree'] {
  let last: { readonly commit: ObjectId; readonly entries: Promise<readonly TreeEntry[]> } | undefined
  return (commit) => {
    if (last?.commit === commit) return last.entries
    const entries = read(commit)
    const asked = { commit, entries }
    last = asked
    entries.catch(() => {
      if (last === asked) last = undefined
    })
    return entries
  }
}

async function resolve(git: GitCommand, revision: string): Promise<ObjectId | undefined> {
  const ran = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], {
    accept: [0, 1, 128],
  })
  return ran.exitCode === 0 ? text(ran.stdout) : undefined
}

async function unshallow(git: GitCommand, secrets: Secrets): Promise<void> {
  const head = text((await git(['rev-parse', 'HEAD'])).stdout)
  // Servers may refuse a fetch by commit id; then fetch whatever the remote is configured for.
  for (const wanted of [['origin', head], ['origin']]) {
    const words = ['fetch', '--no-tags', '--quiet', '--unshallow', ...wanted]
    const ran = await git(words, { remote: true, accept: [0, 1, 128] })
    if (ran.exitCode === 0) return
    if (isStalled(ran)) throw await failure({ git, secrets }, words, ran)
  }
  throw new ReleaseError('GIT_SHALLOW', 'The clone is shallow, and its history could not be fetched.', {
    hint: 'Give the checkout step `with: { fetch-depth: 0 }`.',
  })
}

async function fetchRef(git: GitCommand, ref: string, secrets: Secrets): Promise<ObjectId | undefined> {
  const ran = await git(['fetch', '--no-tags', '--quiet', 'origin', ref], { remote: true, accept: [0, 1, 128] })
  if (ran.exitCode === 0) return resolve(git, 'FETCH_HEAD')
  if (/couldn't find remote ref/.test(ran.stderr)) return undefined
  throw await failure({ git, secrets }, [`fetch of ${ref}`], ran)
}

async function ensureCommit(git: GitCommand, commit: ObjectId): Promise<boolean> {
  // It may come from a registry, and git would take `--upload-pack=…` for an option.
  if (!OBJECT_ID.test(commit)) return false
  if ((await resolve(git, commit)) !== undefined) return true
  await git(['fetch', '--no-tags', '--quiet', 'origin', commit], { remote: true, accept: [0, 1, 128] })
  return (await resolve(git, commit)) !== undefined
}
