import { memoizeAsync } from '../../model/async/memoize.ts'
import { member } from '../../model/json.ts'
import type { Clock, Journal } from '../../ports/process.ts'
import type { Log } from '../../ports/runner.ts'
import type { NetworkOptions } from '../http/network.ts'
import { createOrFind } from './create-or-find.ts'
import { BrokenResponse } from './failure.ts'
import { withRetries } from './limits.ts'

const TIMEOUT_MS = 30_000
/** Headers for files. */
const TRANSFER_TIMEOUT_MS = 5 * 60_000

export interface GitHubOptions extends Pick<NetworkOptions, 'environment' | 'secrets'> {
  /** Without one no request can be made. */
  readonly token: string | undefined
  /** e.g. `https://api.github.com`. */
  readonly apiUrl: string
  /** e.g. `acme/charts`. */
  readonly repository: string
  readonly journal: Journal
  readonly clock: Clock
  readonly log: Pick<Log, 'info'>
}

type Parameters = Readonly<Record<string, unknown>>

/** How the result is found: in the response, or without one, where `undefined` means that nothing was created. */
interface Creation<T> {
  readonly read: (data: unknown) => T
  readonly look: () => Promise<T | undefined>
}

/**
 * One repository's API through Octokit, which is loaded for the first request. Everything fails with `GitHubFailure`,
 * once retrying is pointless.
 */
export interface GitHubClient {
  readonly owner: string
  /** e.g. `GET rules/branches/{branch}`, below the repository; `GET` is the repository itself. */
  request(route: string, parameters?: Parameters): Promise<unknown>
  /** A request that the run can do without. */
  requestOptional(route: string, parameters?: Parameters): Promise<unknown>
  /** An idempotent change: it goes through the journal. */
  change(route: string, parameters: Parameters): Promise<unknown>
  /** A request that creates something. */
  create<T>(route: string, parameters: Parameters, creation: Creation<T>): Promise<T>
  /** The same for what the run can do without: one attempt, but for GitHub's limits. */
  createOptional(route: string, parameters: Parameters): Promise<unknown>
  /** A file, to an address that GitHub named. */
  upload<T>(uploadUrl: string, parameters: Parameters, creation: Creation<T>): Promise<T>
  download(route: string, parameters: Parameters): Promise<Uint8Array>
  /** A GraphQL request that is idempotent, or refused the second time. */
  mutate(name: string, query: string, variables: Parameters): Promise<unknown>
}

export function openClient(options: GitHubOptions): GitHubClient {
  const { token, apiUrl, repository, journal, clock, log } = options
  const [owner = '', repo = ''] = repository.split('/')
  const { host } = new URL(apiUrl)
  const octokit = memoizeAsync(async () => (await import('./octokit.ts')).openOctokit(token ?? '', apiUrl, options))
  const manners = { clock, log, host }
  async function answer(where: string, parameters: Parameters, timeoutMs = TIMEOUT_MS): Promise<unknown> {
    const { status, data, headers } = await (await octokit()).request(where, {
      owner,
      repo,
      ...within(timeoutMs),
      ...parameters,
    })
    if (status !== 204 && (typeof data !== 'object' || isCut(data, headers))) throw new BrokenResponse(status)
    return data
  }
  const send = (route: string, parameters: Parameters) => answer(below(route), parameters)
  const request =
    (repeat: 'always' | 'if answered') =>
    (route: string, parameters: Parameters = {}) =>
      withRetries(() => send(route, parameters), { ...manners, repeat })
  const change = (name: string, once: () => Promise<unknown>) =>
    withRetries(() => journal.effect(`${name} ${host}`, once), { ...manners, repeat: 'always' })
  const create = <T>(name: string, once: () => Promise<unknown>, { read, look }: Creation<T>) => {
    const make = () => withRetries(() => journal.effect(`${name} ${host}`, once), { ...manners, repeat: 'unless done' })
    return createOrFind(async () => read(await make()), look, manners)
  }
  return {
    owner,
    request: request('always'),
    requestOptional: request('if answered'),
    change: (route, parameters) => change(route, () => send(route, parameters)),
    create: (route, parameters, creation) => create(route, () => send(route, parameters), creation),
    createOptional: (route, parameters) =>
      withRetries(() => journal.effect(`${route} ${host}`, () => send(route, parameters)), {
        ...manners,
        repeat: 'if limited',
      }),
    upload: (uploadUrl, parameters, creation) =>
      create(
        `POST release asset ${parameters.name}`,
        () => answer(`POST ${uploadUrl}`, parameters, TRANSFER_TIMEOUT_MS),
        creation,
      ),
    download: (route, parameters) =>
      withRetries(async () => fileIn(await answer(below(route), parameters, TRANSFER_TIMEOUT_MS)), {
        ...manners,
        repeat: 'always',
      }),
    mutate: (name, query, variables) =>
      change(name, async () => {
        const data = await (await octokit()).graphql(query, { ...variables, ...within(TRANSFER_TIMEOUT_MS) })
        if (typeof data !== 'object') throw new BrokenResponse(200)
        return data
      }),
  }
}

function below(route: string): string {
  const [method, path] = route.split(' ')
  return `${method} /repos/{owner}/{repo}${path === undefined ? '' : `/${path}`}`
}

/** For one request: an attempt must not inherit the remaining time of the previous one. */
function within(milliseconds: number) {
  return { request: { signal: AbortSignal.timeout(milliseconds) } }
}

/** Octokit turns a truncated file into an empty one. Whether a complete one is right is checked by its digest. */
function isCut(data: unknown, headers: object): boolean {
  return data instanceof ArrayBuffer && data.byteLength === 0 && member(headers, 'content-length') !== '0'
}

function fileIn(data: unknown): Uint8Array {
  if (!(data instanceof ArrayBuffer)) throw new BrokenResponse(200)
  return new Uint8Array(data)
}
