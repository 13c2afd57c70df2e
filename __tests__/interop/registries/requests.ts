// Requests to a registry with its kind of access, made by nothing of ours.
import { Agent, fetch, type RequestInit, type Response } from 'undici'

/** How a registry is reached and who asks. */
export interface Access {
  /** Where it listens, if that is not plain HTTP at the host of its references. */
  readonly origin?: string
  readonly user?: User
  /** PEM of the authority of its certificate. */
  readonly ca?: string
}

export interface User {
  readonly name: string
  readonly password: string
}

/** A registry by the host of its references. */
export interface Registry extends Access {
  /** e.g. `127.0.0.1:5000`. */
  readonly host: string
  /** Makes a repository, where a push makes none. */
  create?(repository: string): Promise<void>
}

const agents = new Map<string, Agent>()

/** Asks as a client that logged in would: with user and password, or with the token that it gets for them. */
export async function request(registry: Registry, path: string | URL, init: RequestInit = {}): Promise<Response> {
  const url = addressOf(registry, path)
  const first = await send(registry, url, init, basic(registry))
  const challenge = first.headers.get('www-authenticate') ?? ''
  if (first.status !== 401 || !challenge.startsWith('Bearer ')) return first
  await first.body?.cancel()
  return send(registry, url, init, `Bearer ${await tokenFor(registry, challenge)}`)
}

/** Where its name leads to, which addresses that it gives out have as well. */
function addressOf({ host, origin = `http://${host}` }: Registry, path: string | URL): URL {
  const url = new URL(path, origin)
  return url.host === host ? new URL(`${url.pathname}${url.search}`, origin) : url
}

function send(
  { ca }: Registry,
  url: URL,
  { headers, ...init }: RequestInit,
  authorization: string | undefined,
): Promise<Response> {
  const all = { ...(headers as Record<string, string>), ...(authorization && { authorization }) }
  return fetch(url, { ...init, headers: all, ...(ca && { dispatcher: agentFor(ca) }) })
}

function agentFor(ca: string): Agent {
  const agent = agents.get(ca) ?? new Agent({ connect: { ca } })
  agents.set(ca, agent)
  return agent
}

function basic({ user }: Registry): string | undefined {
  return user && `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`
}

async function tokenFor(registry: Registry, challenge: string): Promise<string> {
  const parameters = new Map([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
  const realm = new URL(parameters.get('realm') ?? '')
  for (const name of ['service', 'scope']) realm.searchParams.set(name, parameters.get(name) ?? '')
  const response = await send(registry, realm, {}, basic(registry))
  const { token = '' } = (await response.json()) as { token?: string }
  return token
}
