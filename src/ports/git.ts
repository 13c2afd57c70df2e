// The repository and its origin, through the git program. Implemented in src/platform/git.

import type { ObjectId } from '../model/chart.ts'
import type { ReleaseError } from '../model/errors.ts'

/** A file of a commit. */
export interface TreeEntry {
  /** Octal git mode: 100644, 100755, 120000 (link), 160000 (submodule). */
  readonly mode: string
  readonly object: ObjectId
  /** From the repository root, with `/`. */
  readonly path: string
}

/** A first-parent commit with what it changed against its first parent. */
export interface HistoryCommit {
  readonly commit: ObjectId
  readonly parent?: ObjectId
  readonly isMerge: boolean
  readonly committedAt: Date
  readonly subject: string
  /** Whether its message says that this action made it; anyone can write that. */
  readonly hasTrailer: boolean
  readonly paths: readonly string[]
}

/** A commit with its whole message. */
export interface CommitMessage {
  readonly commit: ObjectId
  readonly message: string
  /** Whether its message says that this action made it; anyone can write that. */
  readonly hasTrailer: boolean
  /** What it changed against its first parent, limited to the requested paths. */
  readonly paths: readonly string[]
}

/**
 * Why a ref of origin was not moved: `raced` (someone else moved or made it first: look again and retry), `name`
 * (another ref makes the name impossible), `lost` (no answer came, and origin does not appear to have it), `refused`
 * (anything else: a retry would not help).
 */
export type PushRefusal = 'raced' | 'name' | 'lost' | 'refused'

export type Push =
  | { readonly result: 'done' | 'unchanged' }
  | { readonly result: 'rejected'; readonly reason: string; readonly cause: PushRefusal }

/** A commit to be made: whole contents by path, on top of `parent` or of nothing. */
export interface SideCommit {
  readonly parent: ObjectId | undefined
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly message: string
  readonly at: Date
}

/** Another repository on the server of the workflow. */
export interface OtherOrigin {
  /** e.g. `https://github.com/acme/helm-charts.git`. */
  readonly address: string
  /** The only credential that it gets. */
  readonly token: string | undefined
}

/**
 * A bare clone of origin in a private folder, for refs that are not checked out. The checkout, its settings and its history
 * stay as they are.
 */
export interface SideClone {
  /**
   * Fetches a ref's newest commit without its history; `undefined` if origin has no such ref. With `contents: false`
   * file contents are fetched on demand, if the server can do that.
   */
  fetchTip(ref: string, options: { readonly contents: boolean }): Promise<ObjectId | undefined>
  /**
   * Whether the newest commit of a ref, as it was fetched, descends from another one, however many commits lie between
   * them.
   */
  follows(tip: { readonly ref: string; readonly commit: ObjectId; readonly before: ObjectId }): Promise<boolean>
  /** Full names of the refs on origin below a prefix such as `refs/heads/`. */
  refs(prefix: string): Promise<readonly string[]>
  /** All files of a commit, in path order. */
  tree(commit: ObjectId): Promise<readonly TreeEntry[]>
  /** Contents by object id, in one call; one over `maxBytesEach` (16 MiB) is left out. */
  blobs(objects: readonly ObjectId[], maxBytesEach?: number): Promise<ReadonlyMap<ObjectId, Uint8Array>>
  /** Makes a commit. Author is github-actions[bot]. */
  commit(draft: SideCommit): Promise<ObjectId>
  /**
   * Moves refs of origin in one push, never forced; an empty commit deletes. Results by ref. With `onlyAsk` nothing is
   * sent.
   */
  push(
    refs: ReadonlyMap<string, ObjectId | ''>,
    options?: { readonly onlyAsk: boolean },
  ): Promise<ReadonlyMap<string, Push>>
}

/** The checkout, its history and its origin. Refs that are not checked out belong to a `SideClone`. */
export interface Git {
  /** The commit that is checked out. */
  head(): Promise<ObjectId>
  /** Full commit id of a revision; `undefined` if there is none. */
  resolve(revision: string): Promise<ObjectId | undefined>
  /** Id of a commit's tree: equal if all files are. */
  resolveTree(commit: ObjectId): Promise<ObjectId>
  commitTime(commit: ObjectId): Promise<Date>
  /** All blobs, links and submodules of a commit, in path order. */
  tree(commit: ObjectId): Promise<readonly TreeEntry[]>
  /** Contents by object id, in one call; a missing object is an error, one over `maxBytesEach` (16 MiB) is left out. */
  blobs(objects: readonly ObjectId[], maxBytesEach?: number): Promise<ReadonlyMap<ObjectId, Uint8Array>>
  /** First-parent history from `from`, newest first, only commits that touch `paths`; read lazily. Ends early in a shallow clone: see `isShallow`. */
  history(from: ObjectId, paths: readonly string[]): AsyncIterable<HistoryCommit>
  /**
   * Commits that are in `to` and not in `from`, merged commits and merges included, newest first, at most `limit` that
   * touch `paths`.
   */
  commitsBetween(
    range: { readonly from: ObjectId; readonly to: ObjectId; readonly limit: number },
    paths: readonly string[],
  ): Promise<readonly CommitMessage[]>
  /** The newest commit that both contain; `undefined` if there is none, or the clone is too shallow to know. */
  mergeBase(a: ObjectId, b: ObjectId): Promise<ObjectId | undefined>
  isShallow(): Promise<boolean>
  /** Fetches the whole history of the checked-out branch. */
  unshallow(): Promise<void>
  /** Sizes of blobs in bytes, in one call. */
  sizes(objects: readonly ObjectId[]): Promise<ReadonlyMap<ObjectId, number>>
  /**
   * Writes blobs as files below `folder`, with the line endings and filters (LFS) of the `.gitattributes` among them.
   * Touches neither the index nor the work tree.
   */
  checkOut(files: readonly { readonly path: string; readonly object: ObjectId }[], folder: string): Promise<void>
  /** Makes a commit on `parent` with these files replaced; touches neither index nor work tree. Author is github-actions[bot]. */
  commit(parent: ObjectId, files: ReadonlyMap<string, string>, message: string, at: Date): Promise<ObjectId>
  /**
   * The address that origin is fetched from, as git resolves it (it may contain a credential); empty if there is no
   * origin.
   */
  originAddress(): Promise<string>
  /** Fetches a ref from origin and returns its commit; `undefined` if there is no such ref. */
  fetchRef(ref: string): Promise<ObjectId | undefined>
  /** Whether pushes use `github-token`; false if checkout left other credentials, such as a deploy key. */
  pushesWithToken(): Promise<boolean>
  /**
   * Why origin does not let these credentials push, as far as it says so: `GIT_DENIED`. Found out by a push that sends
   * nothing, which GitHub already refuses. Anything else (an outage, a rule for one branch) does not answer this
   * question.
   */
  pushProblem(): Promise<ReleaseError | undefined>
  /** Pushes a commit to a branch, never forced. */
  pushBranch(commit: ObjectId, branch: string): Promise<Push>
  /**
   * Moves a branch that belongs to the action, wherever it was, from `seen` (`undefined`: it did not exist) to a
   * commit.
   */
  replaceBranch(commit: ObjectId, branch: string, seen: ObjectId | undefined): Promise<Push>
  /** Deletes a branch that belongs to the action, if it is still at `seen`. */
  deleteBranch(branch: string, seen: ObjectId): Promise<Push>
  /**
   * Creates tags that must not exist yet (`--force-with-lease=<ref>:`). Results by tag name. With `events` (the
   * default) at most three per push: GitHub sends no events for more.
   */
  createTags(
    tags: ReadonlyMap<string, ObjectId>,
    options?: { readonly events: boolean },
  ): Promise<ReadonlyMap<string, Push>>
  /** The default branch of origin by name; `undefined` if origin does not say. One call. */
  remoteDefaultBranch(): Promise<string | undefined>
  /** Tags on origin by name, peeled to commits. One call. */
  remoteTags(): Promise<ReadonlyMap<string, ObjectId>>
  /** The objects that refs on origin below a prefix such as `refs/heads/` point to, by full ref name. One call. */
  remoteRefs(prefix: string): Promise<ReadonlyMap<string, ObjectId>>
  /** Makes sure that the commit's objects are here (fetches them by id if they are not). */
  ensureCommit(commit: ObjectId): Promise<boolean>
  /** Commits that are in `to` and not in `from`, without merges, that this action did not make. */
  commitsByOthers(from: ObjectId, to: ObjectId): Promise<readonly ObjectId[]>
  /** True when `ancestor` is reachable from `descendant`. */
  isAncestor(ancestor: ObjectId, descendant: ObjectId): Promise<boolean>
  /** A new clone that shares nothing with others, of origin or of another repository. Fails with `GIT_NOT_A_REPOSITORY`, `GIT_FAILED`. */
  sideClone(of?: OtherOrigin): Promise<SideClone>
  /** Fast-forwards the checked-out branch and work tree to a commit if that loses nothing; false if it can't. */
  fastForward(commit: ObjectId): Promise<boolean>
}
