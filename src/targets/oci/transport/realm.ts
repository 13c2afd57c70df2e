import { ReleaseError } from '../../../model/errors.ts'
import { isLoopback } from '../../../model/http/hosts.ts'
import { registries } from '../registries/table.ts'
import type { Endpoint } from './endpoint.ts'

/**
 * Domains under which strangers get names of their own: two names below them have nothing in common. Not the whole
 * public suffix list, which would weigh more than this client: only where registries or web pages are rented out.
 */
const SHARED = new Set(
  `aliyuncs.com amazonaws.com appspot.com azurecr.io azurewebsites.net cloudapp.net cloudfront.net fly.dev
   github.dev github.io gitlab.io googleapis.com herokuapp.com jfrog.io netlify.app ngrok.app ngrok.io on.aws onrender.com
   pages.dev pkg.dev run.app vercel.app windows.net workers.dev`.split(/\s+/),
)
const COUNTRY_SECOND_LEVEL = /^(?:ac|co|com|edu|gob|gov|go|gv|in|ltd|me|mil|ne|net|nom|or|org|plc|sch|web)\.[a-z]{2}$/

/**
 * The token server that credentials may be sent to. Fails with `REGISTRY_REALM_REFUSED` unless it is https (or the
 * registry itself is plain HTTP on the same host or on loopback too) and belongs to the registry: same host or domain,
 * in the table, or in `tokenRealms`. A relative address is the registry's own. That it leads into no private network is watched when connecting (`namedBy`).
 */
export function acceptRealm(realm: string, registry: Endpoint, tokenRealms: readonly string[]): URL {
  const server = new URL(registry.origin)
  const url = resolved(realm, server)
  if (url?.username !== '' || url.hash !== '') throw realmRefused(registry.host, realm, 'that is not an address')
  if (url.origin === server.origin) return url
  if (url.protocol !== 'https:') {
    const both = server.protocol === 'http:' && url.protocol === 'http:'
    if (both && isLoopback(url.hostname) && isLoopback(server.hostname)) return url
    if (!both || url.hostname !== server.hostname) throw realmRefused(registry.host, realm, 'that is not https')
    return url
  }
  if (
    belongs(url, server) ||
    tokenRealms.some((host) => [url.host, url.hostname].includes(host.trim().toLowerCase()))
  ) {
    return url
  }
  throw realmRefused(registry.host, realm, 'which is not of its domain')
}

/** A relative one is meant from the registry that names it (RFC 3986), and then held to the same rules. */
function resolved(realm: string, registry: URL): URL | undefined {
  const isRelative = !/^[a-z][a-z0-9+.-]*:|\s/i.test(realm) && realm !== ''
  const base = isRelative ? registry.href : undefined
  return URL.canParse(realm, base) ? new URL(realm, base) : undefined
}

function belongs(realm: URL, registry: URL): boolean {
  if (realm.hostname === registry.hostname) return true
  const isKnown = registries.some(
    ({ tokenServer }) => tokenServer?.registry.test(registry.hostname) && tokenServer.realm.test(realm.hostname),
  )
  if (isKnown) return true
  const domain = registrableDomain(registry.hostname)
  return domain !== undefined && domain === registrableDomain(realm.hostname)
}

/** The part of a host name that one owner has; `undefined` for addresses, single labels and shared domains. */
export function registrableDomain(hostname: string): string | undefined {
  if (/^[\d.]+$|^\[/.test(hostname)) return undefined
  const labels = hostname.split('.')
  const suffix = labels.slice(-2).join('.')
  const size = SHARED.has(suffix) || COUNTRY_SECOND_LEVEL.test(suffix) ? 3 : 2
  return labels.length < size || labels.includes('') ? undefined : labels.slice(-size).join('.')
}

function realmRefused(host: string, realm: string, why: string): ReleaseError {
  const url = URL.canParse(realm) ? new URL(realm) : undefined
  const place = url ? `${url.protocol}//${url.host}` : 'a token server'
  return new ReleaseError('REGISTRY_REALM_REFUSED', `${host} wants credentials sent to ${place}, ${why}`, {
    hint:
      url?.protocol === 'https:' ? `If that is right, allow it with the input token-realms: ${url.host}` : undefined,
  })
}
