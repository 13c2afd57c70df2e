import type { StoredAttestation } from './attestations.ts'
import type { Protection, Ruleset } from './guard.ts'
import type { Pull } from './pulls.ts'
import type { Release } from './release-state.ts'
import type { Token } from './tokens.ts'

export interface Settings {
  readonly visibility: 'public' | 'private' | 'internal'
  readonly defaultBranch: string
  /** «Allow GitHub Actions to create and approve pull requests», off unless somebody turned it on. */
  readonly actionsMayOpenPullRequests: boolean
  /** Whether the plan of the repository has draft pull requests. */
  readonly hasDrafts: boolean
  /** «Release immutability»: what is published from now on never changes. */
  readonly immutableReleases: boolean
}

export interface Urls {
  /** e.g. `http://127.0.0.1:40123`, with `/api/v3` on an Enterprise Server. */
  readonly api: string
  readonly graphql: string
  readonly uploads: string
  /** Where people look, and where assets are downloaded. */
  readonly web: string
}

/** The repository on GitHub: what all areas of the API share. Commits, branches and tags are in `origin` alone. */
export interface Hub {
  /** `owner/name`. */
  readonly repository: string
  /** The bare git repository. */
  readonly origin: string
  settings: Settings
  readonly urls: Urls
  readonly tokens: readonly Token[]
  readonly rulesets: Ruleset[]
  /** Classic protection by branch. */
  readonly protections: Map<string, Protection>
  readonly pulls: Pull[]
  readonly releases: Release[]
  readonly attestations: StoredAttestation[]
  /** Tags that an immutable release had: nobody gets them again. */
  readonly spentTags: Set<string>
  /** How many of the next uploads break in the middle. */
  brokenUploads: number
  readonly now: () => Date
  /** A number that was not given before. */
  readonly nextId: () => number
}

/** Address of something of the repository in the API, e.g. `pulls/7`. */
export function apiUrl(hub: Hub, path: string): string {
  return `${hub.urls.api}/repos/${hub.repository}/${path}`
}

export function webUrl(hub: Hub, path: string): string {
  return `${hub.urls.web}/${hub.repository}/${path}`
}

/** Times as GitHub writes them: without parts of a second. */
export function timestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}
