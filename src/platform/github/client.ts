import type { Clock, Journal, Log } from '../platform.ts'
import { politely } from './limits.ts'

const TIMEOUT_MS = 15_000
const silent = { debug() {}, info() {}, warn() {}, error() {} }

export interface GitHubOptions {
  /** Without one nothing can be asked. */
  readonly token: string | undefined
  /** e.g. `https://api.github.com`. */
  readonly apiUrl: string
  /** e.g. `acme/charts`. */
  readonly repository: string
  readonly journal: Journal
  readonly clock: Clock
  readonly log: Pick<Log, 'info'>
}

/** One repository's API through Octokit, which is loaded with the first question. */
export interface GitHubClient {
  readonly owner: string
  /** e.g. `GET rules/branches/{branch}`, below the repository. Throws what Octokit throws. */
  ask(route: string, parameters?: Readonly<Record<string, unknown>>): Promise<unknown>
  /** The same for what changes something there: it goes through the journal. */
  change(route: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown>
  /** A file, to an address that GitHub named. */
  upload(uploadUrl: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown>
  mutate(name: string, query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown>
}

export function openClient({ token, apiUrl, repository, journal, clock, log }: GitHubOptions): GitHubClient {
  const [owner = '', repo = ''] = repository.split('/')
  const host = new URL(apiUrl).host
  const octokit = async () => {
    const { getOctokit } = await import('../octokit.ts')
    return getOctokit(token ?? '', { baseUrl: apiUrl, log: silent })
  }
  const limits = () => ({ request: { signal: AbortSignal.timeout(TIMEOUT_MS) } })
  const manners = { clock, log }
  async function send(route: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown> {
    const [method, path] = route.split(' ')
    const where = `${method} /repos/{owner}/{repo}/${path}`
    return (await (await octokit()).request(where, { owner, repo, ...limits(), ...parameters })).data
  }
  const change = (name: string, once: () => Promise<unknown>) =>
    politely(() => journal.effect(`${name} ${host}`, once), { ...manners, effect: true })
  return {
    owner,
    ask: (route, parameters = {}) => politely(() => send(route, parameters), manners),
    change: (route, parameters) => change(route, () => send(route, parameters)),
    upload: (uploadUrl, parameters) =>
      change(`POST release asset ${parameters.name}`, async () =>
        (await octokit()).request(`POST ${uploadUrl}`, { ...limits(), ...parameters }).then(({ data }) => data),
      ),
    mutate: (name, query, variables) =>
      change(name, async () => (await octokit()).graphql(query, { ...variables, ...limits() })),
  }
}

/** What GitHub says of a refusal, in one bounded line. */
export function saidBy(error: unknown): string {
  const text = error instanceof Error ? error.message : 'no answer'
  return text.replace(/\s+/g, ' ').trim().slice(0, 400)
}
