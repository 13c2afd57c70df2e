// GitHub's API: branches, pull requests and releases. Implemented in src/platform/github.

import type { Digest, ObjectId } from '../model/chart.ts'
import type { ReleaseError } from '../model/errors.ts'
import type { PushRefusal } from './git.ts'

/** A rule on a branch, from a ruleset or from classic branch protection. */
export interface BranchRule {
  /**
   * As GitHub names it in rulesets, e.g. `pull_request`, `required_status_checks`, `update`; `protected` for classic
   * protection that may require more than the token can see.
   */
  readonly type: string
  /** Whether the token may bypass it; `unknown` if the service does not say. */
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

export interface NewPull extends PullRequestText {
  readonly draft: boolean
}

export interface PullRequest extends PullRequestText {
  readonly number: number
  readonly url: string
  /** Neither closed nor merged. */
  readonly isOpen: boolean
  readonly isMerged: boolean
  /** The newest commit of its branch; for a merged pull request, the last one that was merged. */
  readonly head: ObjectId
  readonly labels: readonly string[]
}

export type OpenedPull =
  | { readonly result: 'done'; readonly pull: PullRequest }
  /** The branches or their pull requests have changed since the run looked: look again. */
  | { readonly result: 'rejected'; readonly reason: string }

/** A file of a GitHub Release. */
export interface ReleaseAsset {
  readonly id: number
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** Complete, not the remains of an interrupted upload. */
  readonly isUploaded: boolean
  /** `sha256:…`, as computed by GitHub; absent on older servers. */
  readonly digest?: string
}

export interface GitHubRelease {
  readonly id: number
  readonly tag: string
  readonly isDraft: boolean
  /** Also true for a draft that was published and taken back. */
  readonly wasPublished: boolean
  /** Published for good: neither it nor its files can be changed. */
  readonly isImmutable: boolean
  readonly body: string
  readonly assets: readonly ReleaseAsset[]
  /** Upload address for files; a URI template. */
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
 * Releases of the repository. Waits when GitHub asks for it (secondary limits, `Retry-After`), and fails with
 * `GITHUB_RELEASE_FAILED`, also when the hour's requests are used up.
 */
export interface GitHubReleases {
  /** Drafts and published releases, newest first, up to 1,000: drafts can't be looked up by tag. */
  list(): Promise<{ readonly releases: readonly GitHubRelease[]; readonly isWhole: boolean }>
  /** The newest hundred releases, with one request. */
  newest(): Promise<{ readonly releases: readonly GitHubRelease[]; readonly isWhole: boolean }>
  /** By id; drafts too. */
  get(id: number): Promise<GitHubRelease | undefined>
  /** A published release. */
  find(tag: string): Promise<GitHubRelease | undefined>
  /** The release that GitHub shows as the latest. */
  latest(): Promise<GitHubRelease | undefined>
  /** What GitHub writes about the changes up to a commit, in Markdown; since `since`, or what it takes for the release before. */
  notesFor(tag: string, changes: { readonly commit: ObjectId; readonly since: string | undefined }): Promise<string>
  createDraft(draft: ReleaseDraft): Promise<GitHubRelease>
  upload(release: GitHubRelease, name: string, content: Uint8Array): Promise<ReleaseAsset>
  deleteAsset(id: number): Promise<void>
  deleteDraft(id: number): Promise<void>
  download(asset: ReleaseAsset): Promise<Uint8Array>
  /** `legacy`: GitHub decides by date and version whether it is the latest; `false`: it is not. */
  publish(id: number, latest: 'legacy' | 'false'): Promise<GitHubRelease>
}

/**
 * What became of an attestation: `denied` if the token has no right to store any, `unreachable` without an answer, `failed` if
 * GitHub answered something else.
 */
export type AttestationStored =
  | { readonly result: 'stored' }
  | { readonly result: 'denied' | 'unreachable' | 'failed'; readonly reason: string }

/** GitHub's API for the repository of the run. Calls about pull requests fail with `PULL_REQUEST_FAILED`. */
export interface GitHub {
  readonly releases: GitHubReleases
  /** The rules of a branch; `undefined` if the service does not say (no permission, no such API, not reachable). */
  branchRules(branch: string): Promise<readonly BranchRule[] | undefined>
  /**
   * Why `github-token` may not write contents (commits, releases), as far as GitHub says so: `GIT_DENIED`. Changes
   * nothing.
   */
  writeProblem(): Promise<ReleaseError | undefined>
  /**
   * Makes a commit that GitHub signs. Rejected if the head is a different one, a rule forbids it, or no answer came.
   */
  commitOnBranch(commit: BranchCommit): Promise<CommitOnBranch>
  /**
   * Stores a Sigstore bundle (JSON) as an attestation of the repository about `digest`. The run can do without it, so it is
   * tried once. With `mayBeThere` GitHub is asked before whether it has this very bundle.
   */
  storeAttestation(
    bundle: Uint8Array,
    about: { readonly digest: Digest; readonly mayBeThere: boolean },
  ): Promise<AttestationStored>
  /** The open pull request from one branch into another. */
  findPull(head: string, base: string): Promise<PullRequest | undefined>
  /** The newest one that was closed or merged. */
  findClosedPull(head: string, base: string): Promise<PullRequest | undefined>
  openPull(head: string, base: string, pull: NewPull): Promise<OpenedPull>
  /** GitHub makes a label that does not exist yet. */
  addLabels(number: number, labels: readonly string[]): Promise<void>
  /** Every label that a pull request had at any time. */
  labelsEver(number: number): Promise<ReadonlySet<string>>
  updatePull(number: number, text: Partial<PullRequestText>): Promise<PullRequest>
  closePull(number: number): Promise<void>
}
