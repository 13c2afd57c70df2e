import type { ObjectId } from '../model/chart.ts'
import type { ReleaseError } from '../model/errors.ts'
import type { PushRefusal } from './git.ts'

/** A rule that stands on a branch, of a ruleset or of classic branch protection. */
export interface BranchRule {
  /**
   * As GitHub names it in rulesets, e.g. `pull_request`, `required_status_checks`, `update`; `protected` for classic
   * protection that may ask for more than the token is told.
   */
  readonly type: string
  /** Whether the token may pass it by; `unknown` where the service does not tell. */
  readonly bypass: 'yes' | 'no' | 'unknown'
}

/** A commit to be made on top of a branch whose head is `parent`; whole contents by path. */
export interface BranchCommit {
  readonly branch: string
  readonly parent: ObjectId
  readonly message: string
  readonly files: ReadonlyMap<string, string | Uint8Array>
}

export type CommitOnBranch =
  | { readonly result: 'done'; readonly commit: ObjectId }
  | { readonly result: 'rejected'; readonly reason: string; readonly cause: PushRefusal }

export interface PullRequestText {
  readonly title: string
  /** Markdown. */
  readonly body: string
}

export interface PullRequest extends PullRequestText {
  readonly number: number
  readonly url: string
  /** Neither closed nor merged. */
  readonly isOpen: boolean
  readonly isMerged: boolean
  /** The newest commit of its branch, of one that was merged the last one that went in. */
  readonly head: ObjectId
  readonly labels: readonly string[]
}

export type OpenedPull =
  | { readonly result: 'done'; readonly pull: PullRequest }
  /** The branches or their pull requests are not what they were when the run looked: look again. */
  | { readonly result: 'rejected'; readonly reason: string }

/** A file of a GitHub Release. */
export interface ReleaseAsset {
  readonly id: number
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** Whole, and not left behind by an upload that broke. */
  readonly isUploaded: boolean
  /** `sha256:…`, as GitHub counted it; absent on older servers. */
  readonly digest?: string
}

export interface GitHubRelease {
  readonly id: number
  readonly tag: string
  readonly isDraft: boolean
  /** Also of a draft: somebody took it back. */
  readonly wasPublished: boolean
  /** Published for good: neither it nor its files can be changed. */
  readonly isImmutable: boolean
  readonly body: string
  readonly assets: readonly ReleaseAsset[]
  /** Where files are sent to; a URI template. */
  readonly uploadUrl: string
}

export interface ReleaseDraft {
  readonly tag: string
  readonly name: string
  /** Markdown. */
  readonly body: string
  readonly prerelease: boolean
}

/**
 * Releases of the repository. Waits where GitHub asks for patience (secondary limits, `Retry-After`), and fails with
 * `GITHUB_RELEASE_FAILED`, also when the hour's requests are used up.
 */
export interface GitHubReleases {
  /** Drafts and published ones, newest first, up to 1,000: drafts are not found by their tag. */
  list(): Promise<{ readonly releases: readonly GitHubRelease[]; readonly isWhole: boolean }>
  /** The newest hundred of them, with one request. */
  newest(): Promise<{ readonly releases: readonly GitHubRelease[]; readonly isWhole: boolean }>
  /** By its number, a draft too. */
  get(id: number): Promise<GitHubRelease | undefined>
  /** A published one. */
  find(tag: string): Promise<GitHubRelease | undefined>
  /** The one that GitHub shows as the latest. */
  latest(): Promise<GitHubRelease | undefined>
  createDraft(draft: ReleaseDraft): Promise<GitHubRelease>
  upload(release: GitHubRelease, name: string, content: Uint8Array): Promise<ReleaseAsset>
  deleteAsset(id: number): Promise<void>
  deleteDraft(id: number): Promise<void>
  download(asset: ReleaseAsset): Promise<Uint8Array>
  /** `legacy`: GitHub decides by date and version whether it is the latest; `false`: it is not. */
  publish(id: number, latest: 'legacy' | 'false'): Promise<GitHubRelease>
}

/** GitHub's API, for the repository of the run. What concerns pull requests fails with `PULL_REQUEST_FAILED`. */
export interface GitHub {
  readonly releases: GitHubReleases
  /** What holds for a branch; `undefined` where the service does not tell (no right, no such API, not reachable). */
  branchRules(branch: string): Promise<readonly BranchRule[] | undefined>
  /** Why `github-token` may not write contents (commits, releases), as far as GitHub says so: `GIT_DENIED`. Changes nothing. */
  writeProblem(): Promise<ReleaseError | undefined>
  /** Makes a commit that GitHub signs. Rejected where the head is another one, a rule forbids it, or nobody answered. */
  commitOnBranch(commit: BranchCommit): Promise<CommitOnBranch>
  /** The open pull request from one branch into another. */
  findPull(head: string, base: string): Promise<PullRequest | undefined>
  /** The newest one that was closed or merged. */
  findClosedPull(head: string, base: string): Promise<PullRequest | undefined>
  openPull(head: string, base: string, text: PullRequestText): Promise<OpenedPull>
  updatePull(number: number, text: Partial<PullRequestText>): Promise<PullRequest>
  closePull(number: number): Promise<void>
}
