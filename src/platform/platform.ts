import type { ObjectId } from '../model/chart.ts'
import type { Location, ReleaseError } from '../model/errors.ts'

/**
 * The outside world behind small interfaces. Types only: this is the one file of `platform/` that the rest of
 * the program may import. Implementations stand beside it; `main.ts` puts them together.
 */
export interface Platform {
  readonly environment: Environment
  readonly clock: Clock
  readonly serverTime: ServerTime
  readonly files: Files
  readonly workspace: Workspace
  readonly processes: Processes
  readonly http: Http
  readonly log: Log
  readonly git: Git
  readonly identity: IdentityProvider
  readonly secrets: Secrets
  readonly journal: Journal
}

/** A snapshot of the environment variables, taken once. */
export type Environment = Readonly<Record<string, string | undefined>>

export interface Clock {
  now(): Date
  /** Milliseconds of a monotonic clock, for durations. */
  monotonic(): number
  sleep(milliseconds: number): Promise<void>
  /** A number in [0, 1) for jitter. */
  random(): number
}

/** Every change of state outside this process, told before and after it happens: what the crash tests kill at. */
export interface Journal {
  /** Runs `change` and records it under `name`, e.g. `PUT ghcr.io/v2/…/manifests/…`, `git push refs/heads/main`. */
  effect<T>(name: string, change: () => Promise<T>): Promise<T>
}

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array | string
  /** The answer's body is read up to here; more is a `remote` error. Default 4 MiB. */
  readonly maxBytes?: number
  /** For headers and for each pause in the body; all attempts together get ten times that. Default 30 s. */
  readonly timeoutMs?: number
  /**
   * Attempts for 408, 5xx (with Retry-After), resets and time-outs. Default 5 for GET, HEAD and PUT, else 1. A 429 counts for
   * no attempt: it is waited for, unless this is 1.
   */
  readonly attempts?: number
  /** Redirects to follow, GET and HEAD only. Default 0. Credentials never cross an origin; https never becomes http. */
  readonly redirects?: number
  /**
   * URL of the server that told us to go to `url` (e.g. to a token server). From a public host that may not lead to a
   * loopback or private address; redirects are held to it by themselves.
   */
  readonly namedBy?: string
  /**
   * Where given, loopback and private addresses are refused but for these hosts (`host` or `host:port`), whether the URL
   * says so, its name resolves to one, or a redirect leads there.
   */
  readonly privateHosts?: readonly string[]
  /** True where the request changes state: it goes through the journal. */
  readonly effect?: boolean
}

export interface HttpResponse {
  readonly status: number
  /** Names in lower case; repeated ones joined by `, `. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** Where the answer came from, after redirects. */
  readonly url: string
}

/** What servers say of the time. */
export interface ServerTime {
  /**
   * How far this machine's clock is ahead of the time of the servers that were met (below zero: behind), by the one that is
   * nearest to ours: a single wrong server proves nothing. `undefined` where nobody told.
   */
  ahead(): { readonly milliseconds: number; readonly host: string } | undefined
}

export interface Http {
  /**
   * Sends a request. Any status is an answer; after the last attempt a 408 or 5xx is returned as it is, a 429 after minutes.
   * Fails with `remote` errors that name method, host, attempts and reason: `REMOTE_UNREACHABLE`, `REMOTE_TIMEOUT`,
   * `REMOTE_TOO_LARGE`, `REMOTE_TRUNCATED`, `REMOTE_ADDRESS_REFUSED`.
   */
  send(request: HttpRequest): Promise<HttpResponse>
}

export interface RunOptions {
  readonly cwd?: string
  /** The whole environment of the child: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>
  readonly input?: Uint8Array | string
  readonly timeoutMs?: number
  /** Resident memory, of the process; over it the process group is killed. */
  readonly maxMemoryBytes?: number
  /** Of stdout; more is an error. Default 256 MiB. */
  readonly maxOutputBytes?: number
}

export interface Ran {
  readonly exitCode: number
  readonly stdout: Uint8Array
  readonly stderr: string
  /** Set when the process group was killed by us. */
  readonly killed?: 'timeout' | 'memory' | 'output'
  /** The signal that ended it, when it was none of ours, e.g. `SIGKILL` of a kernel without memory. */
  readonly signal?: string
}

export interface Processes {
  /** Runs a program without a shell, in a process group of its own; its output never reaches ours. Throws `TOOL_MISSING` when there is no such program. */
  run(program: string, args: readonly string[], options: RunOptions): Promise<Ran>
}

export interface Files {
  /** A new private folder (mode 0700) that is removed when the run ends. */
  temporaryFolder(name: string): Promise<string>
  read(path: string, maxBytes?: number): Promise<Uint8Array>
  /** `undefined` where there is no such file. */
  readIfPresent(path: string, maxBytes?: number): Promise<Uint8Array | undefined>
  exists(path: string): Promise<boolean>
  /** Makes parent folders; `executable` sets mode 0700 instead of 0600. */
  write(path: string, content: Uint8Array | string, options?: { readonly executable?: boolean }): Promise<void>
  list(path: string): Promise<readonly string[]>
  makeFolder(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  readonly shared: SharedFiles
}

/**
 * Folders that others read and write at the same time, such as a web server and other runs. Failures of the system come as
 * they are, with Node's `code`.
 */
export interface SharedFiles {
  /** What stands there; a link is `other`; `undefined` where nothing does. */
  kind(path: string): Promise<'file' | 'folder' | 'other' | undefined>
  /** Names in a folder as they are spelled there; `undefined` if there is no such folder. */
  names(folder: string): Promise<readonly string[] | undefined>
  /** The path with all links followed; `undefined` where nothing stands. */
  realPath(path: string): Promise<string | undefined>
  isWritable(folder: string): Promise<boolean>
  /** With its parents, for everybody whom the umask lets in. */
  makeFolder(path: string): Promise<void>
  /** A new folder for this user alone, with a name that starts so and that nobody can guess. Returns its path. */
  makePrivateFolder(prefix: string): Promise<string>
  /** `undefined` where nothing stands. Fails on everything but a file, links included, and with `FILE_TOO_LARGE`. */
  read(path: string, maxBytes: number): Promise<Uint8Array | undefined>
  /** A new file, for whom the umask lets in; on the disk when this ends, its name in the folder only after `flush`. */
  write(path: string, content: Uint8Array): Promise<void>
  /**
   * Moves a file to a place on the same file system, at once for all who read there, and durably; takes over the mode of what
   * it replaces. Fails with `PATH_OCCUPIED` if that is not a plain file.
   */
  replace(from: string, to: string): Promise<void>
  /** Brings the names in a folder to the disk. */
  flush(folder: string): Promise<void>
  /** Runs `work` while nobody else does under this lock, however others die. Fails with `INDEX_BUSY` after `waitMs`. */
  locked<T>(file: string, waitMs: number, work: () => Promise<T>): Promise<T>
}

/** The checked-out files, for what settings name among them. Fails with `WORKSPACE_PATH_REFUSED` where a path leads elsewhere. */
export interface Workspace {
  /** A plain file below the root, also through links that stay below it; `undefined` where there is none. */
  read(path: string, maxBytes: number): Promise<Uint8Array | undefined>
  /** Makes a folder below the root; fails where something else, also a link, stands on the way. */
  makeFolder(folder: string): Promise<void>
  /** Writes `folder/name`, makes the folder, follows no link; nobody sees half a file. */
  write(folder: string, name: string, content: Uint8Array): Promise<void>
}

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

/** What `helm lint` said of one chart. */
export interface Linted {
  readonly failed: boolean
  /** Its `[ERROR]` and `[WARNING]` lines, raw text from outside. */
  readonly messages: readonly string[]
}

export interface TemplateOptions {
  /** A values file's text, over the chart's own defaults. */
  readonly values?: string
  /** After this the process group is killed. Default 20 s. */
  readonly timeoutMs?: number
}

/** What `helm template` made of a chart: its documents, or why there are none. */
export type Templated =
  | { readonly manifests: string }
  | {
      /** Helm's own words, raw text from outside; or what stopped it. */
      readonly failed: string
      /** A limit of ours, or somebody else, ended it, so the failure says nothing of the chart's values. */
      readonly stopped: boolean
    }

/** The real Helm, in a private home, without plugins, tokens or the caller's environment. It is never asked to fetch anything. */
export interface Helm {
  /** e.g. `4.1.4`. */
  readonly version: string
  /** Lints many chart folders in one process; the answer holds every folder. */
  lint(folders: readonly string[]): Promise<ReadonlyMap<string, Linted>>
  /**
   * Packages many chart folders; archives by folder, and what Helm said of those that failed. One process where all
   * succeed; else the failed ones are found one by one.
   */
  package(folders: readonly string[]): Promise<ReadonlyMap<string, Uint8Array | { readonly failed: string }>>
  /**
   * `helm template` of a chart folder, as the release `release-name` in the namespace `release-namespace`: no cluster,
   * no network, bounded in time, memory and output.
   */
  template(folder: string, options?: TemplateOptions): Promise<Templated>
}

/** The workflow's OIDC tokens. */
export interface IdentityProvider {
  /** Whether the job was given `id-token: write`. */
  readonly available: boolean
  /** A new token for `audience`, already told to the log as a secret. Fails with `OIDC_UNAVAILABLE`, `OIDC_FAILED`. */
  token(audience: string): Promise<string>
}

/** Values that must never be shown. */
export interface Secrets {
  /**
   * Makes a value known to the runner's masker and to our own redaction (raw, base64, URL-encoded). Blank ones are ignored;
   * an ordinary word is not told to the runner, which would drop every output that holds it.
   */
  add(value: string): void
  /** A sentence with every known secret replaced by `***`, ordinary words among them. */
  redact(text: string): string
  /** A name, reference or other value that programs read: as `redact`, but ordinary words stay, for they are chance. */
  redactData(text: string): string
}

export interface Annotation {
  readonly title?: string
  readonly at?: Location
}

/**
 * The log of the step. Every text may come from outside: implementations escape it, so that nothing in it commands the
 * runner, and redact secrets.
 */
export interface Log {
  /** `isData`: a table or JSON whose values were redacted, which programs may read (see `Secrets.redactData`). */
  info(text: string, options?: { readonly isData?: boolean }): void
  /** Shown only with step debugging on. */
  debug(text: string): void
  notice(text: string, annotation?: Annotation): void
  warning(text: string, annotation?: Annotation): void
  error(text: string, annotation?: Annotation): void
  group<T>(title: string, work: () => Promise<T>): Promise<T>
}

/** The steps that a run goes through: each is a group of the log, and ends in time. */
export interface Steps {
  /** The title of the step that runs, or ran last. */
  readonly current: string
  during<T>(title: string, work: () => Promise<T>): Promise<T>
}

/** What the runner says about this run; see `runnerFacts`. */
export interface RunnerFacts {
  /** Without a slash at the end, e.g. `https://github.com`. */
  readonly serverUrl: string
  readonly apiUrl: string
  /** e.g. `acme/charts`. */
  readonly repository: string
  /** e.g. `https://github.com/acme/charts`. */
  readonly repositoryUrl: string
  readonly owner: string
  /** e.g. `refs/heads/main`. */
  readonly ref: string
  readonly refType: 'branch' | 'tag' | 'other'
  /** e.g. `main` or `app-1.2.3`. */
  readonly refName: string
  /** The commit that started the run. */
  readonly sha: ObjectId
  readonly eventName: string
  readonly actor: string
  readonly runId: string
  readonly runUrl: string
  readonly workspace: string
  readonly runnerTemp: string
  readonly debugging: boolean
  /** Files of a change that is not merged yet: pull requests and merge queues. */
  readonly isPullRequest: boolean
  /** The commit of the branch that a pull request or a merge queue is for. */
  readonly base?: ObjectId
  /** The name of that branch. */
  readonly baseBranch?: string
  /** Where the branch stood before the push that started the run. */
  readonly before?: ObjectId
  /** Missing in the payloads of schedule and dispatch: then only the OIDC claim knows. `internal` counts as private. */
  readonly visibility?: 'public' | 'private' | 'internal'
  readonly defaultBranch?: string
}

/** What the runner takes from a step beside its log. Values in it are redacted on the way out, and nothing but values. */
export interface Runner {
  /** Sets an output; does nothing where the runner takes none. */
  setOutput(name: string, value: string): Promise<void>
  /** Appends Markdown to the job summary; what would go over the runner's limit of 1 MiB is left out with a sentence. */
  addSummary(markdown: string): Promise<void>
  /** Writes a file for later steps into a folder of this run under RUNNER_TEMP, and returns its absolute path. */
  saveFile(name: string, content: string): Promise<string>
}

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
