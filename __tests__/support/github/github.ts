import { type Api, answerApi, oneLane } from './api.ts'
import { download } from './assets.ts'
import type { StoredAttestation } from './attestations.ts'
import { badGateway, type Fault, type LateFault } from './faults.ts'
import { guardPushes, type Protection } from './guard.ts'
import type { Hub, Settings } from './hub.ts'
import { type MergeMethod, mergePull } from './merge.ts'
import type { Pull } from './pulls.ts'
import type { Release } from './release-state.ts'
import { type Listening, listen, type Recorded, type Respond } from './server.ts'
import { type Token, workflowToken } from './tokens.ts'

export interface GitHubOptions {
  /** The bare git repository: commits, branches and tags of the API are its own. */
  readonly origin: string
  /** `owner/name`. Default `acme/charts`. */
  readonly repository?: string
  /** Default: `ghs_test`, a GITHUB_TOKEN with `contents: write`. */
  readonly tokens?: readonly Token[]
  readonly settings?: Partial<Settings>
  /** Further repositories behind the same API. */
  readonly others?: readonly OtherRepository[]
  /** The API at `/api/v3`, as on a GitHub Enterprise Server. */
  readonly enterprise?: boolean
  readonly now?: () => Date
}

export interface OtherRepository extends Pick<GitHubOptions, 'origin' | 'settings'> {
  readonly repository: string
  /** What a repository that was renamed is called now; the API leads from the old name to it. */
  readonly renamedTo?: string
}

export interface TestGitHub extends AsyncDisposable {
  /** e.g. `http://127.0.0.1:40123`. */
  readonly apiUrl: string
  /** Where files of releases are sent. */
  readonly uploadsUrl: string
  readonly webUrl: string
  /** What the runner tells of these addresses. */
  readonly environment: { readonly GITHUB_API_URL: string; readonly GITHUB_GRAPHQL_URL: string }
  readonly requests: readonly Recorded[]
  readonly pulls: readonly Pull[]
  readonly releases: readonly Release[]
  readonly attestations: readonly StoredAttestation[]
  /** Releases of one of several repositories. */
  releasesOf(repository: string): readonly Release[]
  /** What the client or the fake did against GitHub's description; `close` fails where there is any. */
  readonly violations: readonly string[]
  /** Adds rules for a branch, by their types; returns the id of their ruleset. Pushes by git are held to them after `guardPushes`. */
  addRules(branch: string, rules: readonly string[], more?: RulesetOptions): number
  /** Classic protection of a branch. */
  protect(branch: string, protection: Protection): void
  guardPushes(): Promise<void>
  set(settings: Partial<Settings>): void
  /** Requests that are left of this hour. */
  limitTo(requests: number): void
  /** Asked before each answer; what it returns comes instead, and nothing is done. */
  disturb(fault: Disturbance | undefined): void
  /** Asked after each request was carried out; what it returns comes instead of the answer. */
  disturbAnswers(fault: LateDisturbance | undefined): void
  /** So many of the next uploads break in the middle: an asset of that name is left that is not whole. */
  breakUploads(count: number): void
  /** What a person does with the button; returns the new head of the base. */
  merge(number: number, how?: MergeMethod): Promise<string>
  close(): Promise<void>
}

type Disturbance = (request: Recorded) => Fault | undefined | Promise<Fault | undefined>
type LateDisturbance = (request: Recorded) => LateFault | undefined

interface RulesetOptions {
  /** Logins on the bypass list. */
  readonly bypass?: readonly string[]
  /** Does not tell who may pass by. */
  readonly silent?: boolean
}

const HOUR_MS = 3_600_000
const REQUESTS_AN_HOUR = 1000

/**
 * GitHub as far as a release meets it: REST and GraphQL API, uploads and downloads of assets, on loopback, over a real
 * bare git repository. Requests and answers are held to GitHub's own descriptions. Closing it fails where one broke them.
 */
export async function startGitHub(options: GitHubOptions): Promise<TestGitHub> {
  const requests: Recorded[] = []
  const violations: string[] = []
  let fault: Disturbance | undefined
  let late: LateDisturbance | undefined
  const hosts: Listening[] = []
  const open = async (host: Recorded['host'], respond: Respond) => {
    const listening = await listen(host, async (request) => {
      requests.push(request)
      const early = await fault?.(request)
      if (early !== undefined) return early
      const breaks = host === 'uploads' && hub.brokenUploads > 0
      const answer = await respond(request)
      if (breaks) hub.brokenUploads -= 1
      const instead = breaks ? badGateway() : late?.(request)
      if (instead !== 'cut') return instead ?? answer
      return typeof answer === 'string' || 'cut' in answer ? 'reset' : { cut: answer }
    })
    hosts.push(listening)
    return listening.url
  }
  const respond: Respond = (request) => answerApi(request, api).catch((error) => broken(error, violations))
  const web = await open('web', async ({ path }) => download(path, [...api.hubs.values()]))
  const urls = { api: await open('api', respond), uploads: await open('uploads', respond), web }
  const hub = hubFor(options, urls)
  const others = (options.others ?? []).map((other) => ({
    ...other,
    hub: { ...hubFor({ ...options, ...other }, urls), nextId: hub.nextId },
  }))
  const complain = (problem: string) => violations.push(problem)
  const api: Api = { hub, hubs: hubsByName(hub, others), budget: budgetFrom(hub.now()), inTurn: oneLane(), complain }
  const close = async () => {
    await Promise.all(hosts.map((host) => host.close()))
    if (violations.length > 0) throw new Error(`Against GitHub's description:\n${violations.join('\n')}`)
  }
  return {
    apiUrl: hub.urls.api,
    uploadsUrl: hub.urls.uploads,
    webUrl: web,
    environment: { GITHUB_API_URL: hub.urls.api, GITHUB_GRAPHQL_URL: hub.urls.graphql },
    requests,
    violations,
    pulls: hub.pulls,
    releases: hub.releases,
    attestations: hub.attestations,
    addRules(branch, rules, { bypass = [], silent = false } = {}) {
      const id = hub.nextId()
      hub.rulesets.push({ id, branch, rules, bypass, silent })
      return id
    },
    protect: (branch, protection) => void hub.protections.set(branch, protection),
    guardPushes: () => guardPushes(hub),
    set(settings) {
      hub.settings = { ...hub.settings, ...settings }
    },
    limitTo(left) {
      api.budget.used = api.budget.limit - left
    },
    disturb(next) {
      fault = next
    },
    disturbAnswers(next) {
      late = next
    },
    breakUploads(count) {
      hub.brokenUploads = count
    },
    releasesOf: (repository) => api.hubs.get(repository.toLowerCase())?.releases ?? [],
    merge: (number, how) => mergePull(hub, number, how),
    close,
    [Symbol.asyncDispose]: close,
  }
}

function hubsByName(hub: Hub, others: readonly (OtherRepository & { readonly hub: Hub })[]): ReadonlyMap<string, Hub> {
  const named = others.map(({ repository, renamedTo = repository, hub: other }): [string, Hub] => [
    repository.toLowerCase(),
    { ...other, repository: renamedTo },
  ])
  return new Map([[hub.repository.toLowerCase(), hub], ...named])
}

function budgetFrom(now: Date) {
  return { limit: REQUESTS_AN_HOUR, used: 0, reset: Math.floor((now.getTime() + HOUR_MS) / 1000) }
}

/** The fake itself went wrong: that is not the client's fault, and must not pass for GitHub's. */
function broken(error: unknown, violations: string[]) {
  violations.push(`the fake failed: ${(error as Error).stack}`)
  return { status: 500, body: { message: 'the fake failed' } }
}

const publicByDefault: Settings = {
  visibility: 'public',
  defaultBranch: 'main',
  actionsMayOpenPullRequests: false,
  hasDrafts: true,
  immutableReleases: false,
}

function hubFor(
  { origin, repository = 'acme/charts', tokens, settings, enterprise = false, now }: GitHubOptions,
  { api, uploads, web }: { readonly api: string; readonly uploads: string; readonly web: string },
): Hub {
  let ids = 0
  return {
    repository,
    origin,
    settings: { ...publicByDefault, ...settings },
    urls: enterprise
      ? { api: `${api}/api/v3`, graphql: `${api}/api/graphql`, uploads: `${uploads}/api/uploads`, web }
      : { api, graphql: `${api}/graphql`, uploads, web },
    tokens: tokens ?? [workflowToken('ghs_test')],
    rulesets: [],
    protections: new Map(),
    pulls: [],
    releases: [],
    attestations: [],
    spentTags: new Set(),
    brokenUploads: 0,
    now: now ?? (() => new Date()),
    nextId: () => {
      ids += 1
      return ids
    },
  }
}
