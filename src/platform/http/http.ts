import { ReleaseError } from '../../model/errors.ts'
import { looksPrivate } from '../../model/http/hosts.ts'
import type { Http, HttpRequest, HttpResponse } from '../../ports/http.ts'
import type { Clock, Journal } from '../../ports/process.ts'
import { exchange } from './exchange.ts'
import { placeOf, privateAddress } from './failure.ts'
import { type Network, type NetworkOptions, openNetwork } from './network.ts'
import { isPrivateHost } from './private-host.ts'
import { type Persistence, persist } from './retry.ts'
import type { ServerTimeListener } from './server-time.ts'
import { createThrottle, type Throttle } from './throttle.ts'

export interface HttpOptions extends NetworkOptions {
  readonly clock: Clock
  readonly journal: Journal
  /** Shared by all clients of one run: a server counts them as one. */
  readonly throttle?: Throttle
  readonly serverTime?: Pick<ServerTimeListener, 'note'>
}

/**
 * The only way to the network: limited bodies and times, retries, proxies and private certificate authorities. Two
 * clients share no connection. Fails with `PROXY_INVALID` and `CA_UNREADABLE` for a wrong environment.
 */
export function createHttp(options: HttpOptions): Http {
  const network = openNetwork(options)
  const { clock, throttle = createThrottle(options), serverTime } = options
  const send = (request: HttpRequest) => follow(request, network, { clock, throttle, serverTime })
  return {
    send: (request) =>
      request.effect
        ? options.journal.effect(`${request.method} ${placeOf(request.url)}`, () => send(request))
        : send(request),
  }
}

async function follow(first: HttpRequest, network: Network, persistence: Persistence): Promise<HttpResponse> {
  const redirects = first.method === 'GET' || first.method === 'HEAD' ? (first.redirects ?? 0) : 0
  let request = first
  for (let hop = 0; ; hop++) {
    const response = await sendFrom(request, network, persistence)
    const location = response.headers.location
    if (redirects === 0 || !isRedirect(response.status) || location === undefined) return response
    if (hop === redirects) throw redirectRefused(request.url, `more than ${redirects} redirects`)
    request = redirected(request, location)
  }
}

/** Sends to where another server pointed (or, for a first request, to where the caller says). */
async function sendFrom(request: HttpRequest, network: Network, persistence: Persistence): Promise<HttpResponse> {
  const { url, namedBy, privateHosts } = request
  if (privateHosts) {
    if (isNamed(new URL(url), privateHosts))
      return persist(request, persistence, (withinMs) => exchange(network.open, request, withinMs))
    return sendOutside(request, network, persistence)
  }
  const held = namedBy !== undefined && new URL(namedBy).host !== new URL(url).host
  if (!held || (await isPrivateHost(new URL(namedBy).hostname))) {
    return persist(request, persistence, (withinMs) => exchange(network.open, request, withinMs))
  }
  return sendOutside(request, network, persistence)
}

async function sendOutside(request: HttpRequest, network: Network, persistence: Persistence): Promise<HttpResponse> {
  const { url, namedBy = url } = request
  if (looksPrivate(new URL(url).hostname)) throw privateAddress(url, namedBy)
  return persist(request, persistence, (withinMs) => exchange(network.publicOnly, request, withinMs))
}

function isNamed({ host, hostname }: URL, hosts: readonly string[]): boolean {
  return hosts.some((each) => [host, hostname].includes(each.toLowerCase()))
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

// The headers that another origin may see. Credentials have many names, so this lists what is allowed.
const HARMLESS_HEADERS = new Set(['accept', 'accept-encoding', 'accept-language', 'range', 'user-agent'])

function redirected(request: HttpRequest, location: string): HttpRequest {
  const from = new URL(request.url)
  if (!URL.canParse(location, from.href)) throw redirectRefused(request.url, 'a redirect without a valid address')
  const to = new URL(location, from)
  if (!['http:', 'https:'].includes(to.protocol)) throw redirectRefused(request.url, `a redirect to ${to.protocol}`)
  if (from.protocol === 'https:' && to.protocol === 'http:')
    throw redirectRefused(request.url, `a redirect from https to http (${to.host})`)
  to.username = ''
  to.password = ''
  const moved = { ...request, url: to.href, namedBy: request.url }
  if (to.origin === from.origin) return moved
  const headers = Object.entries(request.headers ?? {}).filter(([name]) => HARMLESS_HEADERS.has(name.toLowerCase()))
  return { ...moved, headers: Object.fromEntries(headers) }
}

function redirectRefused(url: string, what: string): ReleaseError {
  return new ReleaseError('REMOTE_ADDRESS_REFUSED', `${placeOf(url)} answered with ${what}, which is not followed`)
}
