import { lookup } from 'node:dns'
import { readFileSync, statSync } from 'node:fs'
import type { LookupFunction } from 'node:net'
import { getCACertificates } from 'node:tls'
import type { Dispatcher } from 'undici'
import connect from 'undici/lib/api/api-connect.js'
import Dispatchers from 'undici/lib/dispatcher/dispatcher.js'
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js'
import { ReleaseError } from '../../model/errors.ts'
import { isPrivateAddress } from '../../model/http/hosts.ts'
import type { Environment } from '../../ports/process.ts'
import type { Secrets } from '../../ports/runner.ts'
import { reasonOf } from '../file-error.ts'

// The package's entry adds this method, which the proxy agent calls.
Object.assign(Dispatchers.prototype, { connect: connectThrough })

/**
 * Opens a tunnel. A proxy that closes the connection instead of answering must not look like a server that does: the pool
 * behind it would try again at once, and for ever.
 */
function connectThrough(this: Dispatcher, options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> {
  return connect.call(this, options).catch((cause: Error & { readonly code?: string }) => {
    if (cause.code !== 'UND_ERR_SOCKET') throw cause
    throw Object.assign(new Error('the proxy closed the connection', { cause }), { code: 'PROXY_CLOSED' })
  })
}

const PEM_CERTIFICATE = '-----BEGIN CERTIFICATE-----'
const CONNECTIONS_PER_ORIGIN = 32
const CONNECT_TIMEOUT_MS = 10_000
// As in Go and curl's advice: a proxy cannot reach our loopback.
const NEVER_PROXIED = 'localhost,127.0.0.1,[::1]'

export interface NetworkOptions {
  readonly environment: Environment
  readonly secrets?: Pick<Secrets, 'add'>
  /** PEM certificates that are trusted besides the machine's own. */
  readonly ca?: string
}

export interface Network {
  /** Goes wherever the URL says. */
  readonly open: Dispatcher
  /** Refuses names that resolve to loopback or private addresses, at the moment of connecting. */
  readonly publicOnly: Dispatcher
}

/**
 * Connection pools with the proxies and certificate authorities of `environment`; Node does not pick up either after
 * its start.
 */
export function openNetwork({ environment, secrets, ca }: NetworkOptions): Network {
  const trusted = trustedCertificates(environment, ca)
  const proxies = proxiesOf(environment, secrets)
  const agent = (resolve?: LookupFunction): Dispatcher =>
    new EnvHttpProxyAgent({
      ...proxies,
      connections: CONNECTIONS_PER_ORIGIN,
      connect: { timeout: CONNECT_TIMEOUT_MS, ...trusted, ...(resolve && { lookup: resolve }) },
      ...(trusted && { requestTls: trusted, proxyTls: trusted }),
    })
  return { open: agent(), publicOnly: agent(publicLookup) }
}

function trustedCertificates(environment: Environment, ca: string | undefined): { ca: string[] } | undefined {
  const file = environment.NODE_EXTRA_CA_CERTS
  const extra = [ca, file ? readCertificates(file) : undefined].filter((text) => text !== undefined)
  return extra.length > 0 ? { ca: [...getCACertificates('default'), ...extra] } : undefined
}

function readCertificates(file: string): string {
  try {
    // A pipe would block, and a device may have no end.
    if (!statSync(file).isFile()) throw new Error('it is not a file')
    const text = readFileSync(file, 'utf8')
    if (text.trim() !== '' && !text.includes(PEM_CERTIFICATE)) throw new Error('it holds no certificate in PEM form')
    return text
  } catch (cause) {
    throw new ReleaseError(
      'CA_UNREADABLE',
      `NODE_EXTRA_CA_CERTS names ${file}, which cannot be used: ${reasonOf(cause)}`,
      { hint: 'Set it to a PEM file with the certificates of your authority, as an absolute path.', cause },
    )
  }
}

function proxiesOf(environment: Environment, secrets: Pick<Secrets, 'add'> | undefined) {
  const named = (name: string) => environment[name.toLowerCase()] ?? environment[name]
  const proxy = (name: string) => proxyAddress(name, named(name), secrets)
  const noProxy = named('NO_PROXY')
  return {
    httpProxy: proxy('HTTP_PROXY'),
    httpsProxy: proxy('HTTPS_PROXY'),
    noProxy: noProxy === '*' ? '*' : [noProxy, NEVER_PROXIED].filter(Boolean).join(','),
  }
}

// Empty, not `undefined`: otherwise the agent would read the live environment itself.
function proxyAddress(name: string, value: string | undefined, secrets: Pick<Secrets, 'add'> | undefined): string {
  if (!value?.trim()) return ''
  const text = value.includes('://') ? value.trim() : `http://${value.trim()}`
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new ReleaseError('PROXY_INVALID', `${name} does not hold the address of an HTTP proxy`, {
      hint: `Set it to something like http://proxy.example.com:3128`,
    })
  }
  // As written, as in a URL, and decoded: any of these may be shown.
  const { password } = url
  for (const secret of [password, decoded(password), writtenPassword(text)]) secrets?.add(secret)
  // The agent decodes them again, so a percent sign that encodes nothing is encoded here.
  url.username = encodeURIComponent(decoded(url.username))
  url.password = encodeURIComponent(decoded(password))
  return url.href
}

function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped)
    } catch {
      return escaped
    }
  })
}

function writtenPassword(address: string): string {
  return /^[^:]*:\/\/[^/@]*?:(.*)@/s.exec(address)?.[1] ?? ''
}

const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, [])
    const inside = found.some(({ address }) => isPrivateAddress(address))
    if (inside) return callback(Object.assign(new Error('private address'), { code: 'PRIVATE_ADDRESS' }), [])
    return options.all ? callback(null, found) : callback(null, found[0]?.address ?? '', found[0]?.family)
  })
}
