import type { ObjectId } from '../model/chart.ts'
import type { ReleaseError } from '../model/errors.ts'

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
  /** Its message says that this action made it, which anybody can write. */
  readonly hasTrailer: boolean
  readonly paths: readonly string[]
}

/** A commit with its whole message. */
export interface CommitMessage {
  readonly commit: ObjectId
  readonly message: string
  /** Its message says that this action made it, which anybody can write. */
  readonly hasTrailer: boolean
  /** What it changed against its first parent, of the paths that were asked for. */
  readonly paths: readonly string[]
}

/**
 * Why a ref of origin was not moved: `raced` (somebody else moved or made it first: look, and try again), `name` (another ref
 * makes the name impossible), `lost` (no answer came, and origin does not have it so far as anybody can see), `refused`
 * (anything else: trying again changes nothing).
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

/**
 * A bare clone of origin in a private folder, for refs that are not checked out. The checkout, its settings and its history
 * stay as they are.
 */
export interface SideClone {
  /**
   * Fetches a ref's newest commit and nothing before it; `undefined` where origin has no such ref. With `contents: false`
   * those of files are fetched when they are asked for, where the server can do that.
   */
  fetchTip(ref: string, options: { readonly contents: boolean }): Promise<ObjectId | undefined>
  /** Whether the newest commit of a ref, as it was fetched, was made from another one, also if many lie between them. */
  follows(tip: { readonly ref: string; readonly commit: ObjectId; readonly before: ObjectId }): Promise<boolean>
  /** Whole names of the refs on origin below a prefix such as `refs/heads/`. */
  refs(prefix: string): Promise<readonly string[]>
  /** All files of a commit, in path order. */
  tree(commit: ObjectId): Promise<readonly TreeEntry[]>
  /** Contents by object id, in one call; one over `maxBytesEach` (16 MiB) is left out. */
  blobs(objects: readonly ObjectId[], maxBytesEach?: number): Promise<ReadonlyMap<ObjectId, Uint8Array>>
  /** Makes a commit. Author is github-actions[bot]. */
  commit(draft: SideCommit): Promise<ObjectId>
  /** Moves refs of origin in one push, never forced; an empty commit deletes. Result by ref. `onlyAsk`: nothing is sent. */
  push(
    refs: ReadonlyMap<string, ObjectId | ''>,
    options?: { readonly onlyAsk: boolean },
  ): Promise<ReadonlyMap<string, Push>>
}

export interface Git {
  /** The commit that is checked out. */
  head(): Promise<ObjectId>
  /** Whole commit id of a revision; `undefined` where there is none. */
  resolve(revision: string): Promise<ObjectId | undefined>
  /** Id of a commit's tree: equal where all files are. */
  resolveTree(commit: ObjectId): Promise<ObjectId>
  commitTime(commit: ObjectId): Promise<Date>
  /** All blobs, links and submodules of a commit, in path order. */
  tree(commit: ObjectId): Promise<readonly TreeEntry[]>
  /** Contents by object id, in one call; a missing object is an error, one over `maxBytesEach` (16 MiB) is left out. */
  blobs(objects: readonly ObjectId[], maxBytesEach?: number): Promise<ReadonlyMap<ObjectId, Uint8Array>>
  /** First-parent history from `from`, newest first, only commits that touch `paths`; read lazily. Ends early in a shallow clone: see `isShallow`. */
  history(from: ObjectId, paths: readonly string[]): AsyncIterable<HistoryCommit>
  /** What `to` holds and `from` does not, merged commits and merges among it, newest first, at most `limit` that touch `paths`. */
  commitsBetween(
    range: { readonly from: ObjectId; readonly to: ObjectId; readonly limit: number },
    paths: readonly string[],
  ): Promise<readonly CommitMessage[]>
  /** The newest commit that both hold; `undefined` where there is none, or the clone is too shallow to tell. */
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
  /** The address that origin is fetched from, as git resolves it (it may hold a credential); empty if there is no origin. */
  originAddress(): Promise<string>
  /** Fetches a ref from origin and returns its commit; `undefined` where there is no such ref. */
  fetchRef(ref: string): Promise<ObjectId | undefined>
  /** Whether pushes are made with `github-token`; false where checkout left other credentials, such as a deploy key. */
  pushesWithToken(): Promise<boolean>
  /**
   * Why origin does not let these credentials push, as far as it says so: `GIT_DENIED`. Asks by a push that sends nothing;
   * GitHub refuses that already. Anything else (an outage, a rule for one branch) is no answer to this question.
   */
  pushProblem(): Promise<ReleaseError | undefined>
  /** Pushes a commit to a branch, never forced. */
  pushBranch(commit: ObjectId, branch: string): Promise<Push>
  /** Moves a branch that is the action's own, wherever it stood, from `seen` (`undefined`: not there) to a commit. */
  replaceBranch(commit: ObjectId, branch: string, seen: ObjectId | undefined): Promise<Push>
  /** Deletes a branch of the action's own, where it still is at `seen`. */
  deleteBranch(branch: string, seen: ObjectId): Promise<Push>
  /**
   * Creates tags that must not exist yet (`--force-with-lease=<ref>:`). Result by tag name. With `events` (the default) at
   * most three a push: of more GitHub tells nobody.
   */
  createTags(
    tags: ReadonlyMap<string, ObjectId>,
    options?: { readonly events: boolean },
  ): Promise<ReadonlyMap<string, Push>>
  /** Tags on origin by name, peeled to commits. One call. */
  remoteTags(): Promise<ReadonlyMap<string, ObjectId>>
  /** What the refs on origin below a prefix such as `refs/heads/` lead to, by their whole names. One call. */
  remoteRefs(prefix: string): Promise<ReadonlyMap<string, ObjectId>>
  /** Makes sure that the commit's objects are here (fetches by id where they are not). */
  ensureCommit(commit: ObjectId): Promise<boolean>
  /** Commits that `to` holds and `from` does not, merges apart, that this action did not make. */
  commitsByOthers(from: ObjectId, to: ObjectId): Promise<readonly ObjectId[]>
  /** True when `ancestor` is reachable from `descendant`. */
  isAncestor(ancestor: ObjectId, descendant: ObjectId): Promise<boolean>
  /** A new clone that knows nothing of others. Fails with `GIT_NOT_A_REPOSITORY`, `GIT_FAILED`. */
  sideClone(): Promise<SideClone>
  /** Fast-forwards the checked-out branch and work tree to a commit where that loses nothing; false where it can't. */
  fastForward(commit: ObjectId): Promise<boolean>
}
