import { ReleaseError } from '../../model/errors.ts'
import { isLoopback } from '../../model/http/hosts.ts'
import type { BucketPlace } from './bucket.ts'

/** What the addresses of one kind of store are. */
export interface BucketScheme {
  /** e.g. `s3://`. */
  readonly scheme: string
  readonly example: string
  /** The names that buckets may have. */
  readonly bucket: RegExp
  /** How to log in, for who writes credentials into the address. */
  readonly login: string
  /** See `BucketPlace`. */
  readonly remove: string
  /** Options that only this kind has. */
  readonly options: Options
}

/** What each option may be; the text completes "must be". */
export type Options = Readonly<Record<string, readonly [isValid: (value: string) => boolean, what: string]>>

export interface ParsedAddress {
  readonly bucket: string
  readonly place: BucketPlace
  /** Options by name; those that were not given have no value. */
  readonly options: Readonly<Record<string, string | undefined>>
}

// The characters that are safe in keys and need no escaping in a web address.
const FOLDER = /^[\w.!*'()-]+$/

/** Options of every bucket. */
const COMMON: Options = {
  url: [isWebAddress, 'an address such as https://charts.example.com'],
  urls: [(value) => ['relative', 'absolute'].includes(value), 'relative or absolute'],
  conditional: [(value) => ['on', 'off'].includes(value), 'on or off'],
  unloadable: [(value) => value === 'allow', 'allow'],
}

/** Reads `scheme://bucket[/prefix][?option=value&…]`. Fails with `TARGET_ADDRESS_INVALID`, which says what was found. */
export function parseBucketAddress(text: string, kind: BucketScheme): ParsedAddress {
  const address = text.trim()
  const [path = '', query = '', ...more] = address.slice(kind.scheme.length).split('?')
  const [bucket = '', ...folders] = path.replace(/\/+$/, '').split('/')
  if (more.length > 0) throw invalidAddress(kind, address, 'holds two question marks')
  if (/[\s#]/.test(address)) throw invalidAddress(kind, address, 'holds a blank or a fragment (#…)')
  if (bucket.includes('@')) throw invalidAddress(kind, `${kind.scheme}…@…`, 'holds a user', kind.login)
  if (!kind.bucket.test(bucket))
    throw invalidAddress(kind, address, bucket === '' ? 'names no bucket' : `names a bucket that can't be: ${bucket}`)
  const wrong = folders.find((folder) => !FOLDER.test(folder) || folder === '.' || folder === '..')
  if (wrong !== undefined)
    throw invalidAddress(kind, address, `has a prefix that web addresses can't hold as it is, at "${wrong}"`)
  const options = optionsIn(kind, address, query)
  if (options.urls === 'absolute' && options.url === undefined)
    throw invalidAddress(kind, address, 'has urls=absolute, and no url')
  return { bucket, options, place: placeOf(kind, { address, path: [bucket, ...folders], options }) }
}

interface Parts extends Pick<ParsedAddress, 'options'> {
  readonly address: string
  /** Bucket and folders. */
  readonly path: readonly string[]
}

function placeOf({ scheme, remove }: BucketScheme, { address, path, options }: Parts): BucketPlace {
  return {
    address,
    name: `${scheme}${path.join('/')}`,
    prefix: path.slice(1).join('/'),
    ...(options.url !== undefined && { url: options.url.replace(/\/+$/, '') }),
    absoluteUrls: options.urls === 'absolute',
    conditional: options.conditional !== 'off',
    ...(options.unloadable === 'allow' && { unloadable: 'allow' }),
    remove,
  }
}

function optionsIn(kind: BucketScheme, address: string, query: string): ParsedAddress['options'] {
  const known = new Map(Object.entries({ ...kind.options, ...COMMON }))
  const found = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(query)) {
    const [isValid, what] = known.get(name) ?? []
    if (!isValid)
      throw invalidAddress(kind, address, `has the option "${name}"; known are ${[...known.keys()].join(', ')}`)
    if (found.has(name)) throw invalidAddress(kind, address, `has the option ${name} twice`)
    if (!isValid(value)) throw invalidAddress(kind, address, `has ${name}=${value}, which must be ${what}`)
    found.set(name, value)
  }
  return Object.fromEntries(found)
}

export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false
  const { username, password, search, hash } = new URL(text)
  return username === '' && password === '' && search === '' && hash === ''
}

/** Where requests go, as the user wrote it. */
export interface Endpoint {
  readonly address: string
  /** A web address, or what stands in its place. */
  readonly written: string
  /** The variable of the environment that may hold it. */
  readonly variable: string
}

/** The origin of an endpoint: plain HTTP only to loopback and to the hosts of `plainHttp`. Fails with `TARGET_ADDRESS_INVALID`. */
export function originOf(
  kind: BucketScheme,
  { address, written, variable }: Endpoint,
  plainHttp: readonly string[],
): string {
  if (!isWebAddress(written))
    throw invalidAddress(kind, address, `is to be found at ${variable}, which holds no web address`)
  const { protocol, host, hostname, origin } = new URL(written)
  const isAllowed = plainHttp.some((each) => [host, hostname].includes(each.trim().toLowerCase()))
  if (protocol === 'https:' || isLoopback(hostname) || isAllowed) return origin
  const found = `has the endpoint ${origin}, which is plain HTTP`
  throw invalidAddress(kind, address, found, `Use https, or set plain-http: ${host}`)
}

function invalidAddress({ example }: BucketScheme, address: string, found: string, hint?: string): ReleaseError {
  return new ReleaseError('TARGET_ADDRESS_INVALID', `The target ${address} ${found}`, {
    hint: hint ?? `Write it like ${example}`,
  })
}
