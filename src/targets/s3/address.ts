import { ReleaseError } from '../../model/errors.ts'
import type { Environment } from '../../ports/process.ts'

/** `s3://bucket[/prefix][?option=value&…]`, taken apart. */
export interface BucketAddress {
  /** As the user wrote it. */
  readonly address: string
  readonly bucket: string
  /** Between bucket and file name, without slashes at its ends; may be empty. */
  readonly prefix: string
  readonly region?: string
  /** Origin of a store that is not AWS, e.g. `https://minio.example.com`. */
  readonly endpoint?: string
  /** A canned ACL of S3. */
  readonly acl?: string
  /** Web address of the prefix, without a slash at the end. */
  readonly url?: string
  readonly absoluteUrls: boolean
  /** Whether the store compares before it writes; `false` is a choice of the user. */
  readonly conditional: boolean
  /** An index that Helm can't load is added to all the same. */
  readonly unloadable?: 'allow'
}

const SCHEME = 's3://'
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
// The characters that are safe in keys and need no escaping in a web address.
const FOLDER = /^[\w.!*'()-]+$/
const REGION = /^[a-z0-9-]{2,40}$/
const ACLS = [
  'private',
  'public-read',
  'public-read-write',
  'authenticated-read',
  'aws-exec-read',
  'bucket-owner-read',
  'bucket-owner-full-control',
]

/** What each option may be; the text completes "must be". */
const OPTIONS: ReadonlyMap<string, readonly [(value: string) => boolean, string]> = new Map(
  Object.entries<readonly [(value: string) => boolean, string]>({
    region: [(value) => REGION.test(value), 'a region such as eu-central-1'],
    endpoint: [
      (value) => isWebAddress(value) && new URL(value).pathname === '/',
      'an address such as https://minio.example.com',
    ],
    acl: [(value) => ACLS.includes(value), `one of ${ACLS.join(', ')}`],
    url: [isWebAddress, 'an address such as https://charts.example.com'],
    urls: [(value) => ['relative', 'absolute'].includes(value), 'relative or absolute'],
    conditional: [(value) => ['on', 'off'].includes(value), 'on or off'],
    unloadable: [(value) => value === 'allow', 'allow'],
  }),
)

/** Reads a target address. Fails with `TARGET_ADDRESS_INVALID`, which says what was found. */
export function parseAddress(text: string): BucketAddress {
  const address = text.trim()
  const [path = '', query = '', ...more] = address.slice(SCHEME.length).split('?')
  const [bucket = '', ...folders] = path.replace(/\/+$/, '').split('/')
  if (more.length > 0) throw invalid(address, 'holds two question marks')
  if (/[\s#]/.test(address)) throw invalid(address, 'holds a blank or a fragment (#…)')
  if (bucket.includes('@'))
    throw invalid(
      's3://…@…',
      'holds a user',
      'Credentials come from the environment, as aws-actions/configure-aws-credentials sets it.',
    )
  if (!BUCKET.test(bucket))
    throw invalid(address, bucket === '' ? 'names no bucket' : `names a bucket that can't be: ${bucket}`)
  const wrong = folders.find((folder) => !FOLDER.test(folder) || folder === '.' || folder === '..')
  if (wrong !== undefined) throw invalid(address, `has a prefix that web addresses can't hold as it is, at "${wrong}"`)
  const options = optionsIn(address, query)
  const { region, endpoint, acl, url } = options
  if (options.urls === 'absolute' && url === undefined) throw invalid(address, 'has urls=absolute, and no url')
  return {
    address,
    bucket,
    prefix: folders.join('/'),
    ...(region !== undefined && { region }),
    ...(endpoint !== undefined && { endpoint: new URL(endpoint).origin }),
    ...(acl !== undefined && { acl }),
    ...(url !== undefined && { url: url.replace(/\/+$/, '') }),
    absoluteUrls: options.urls === 'absolute',
    conditional: options.conditional !== 'off',
    ...(options.unloadable === 'allow' && { unloadable: 'allow' }),
  }
}

function optionsIn(address: string, query: string): Readonly<Record<string, string | undefined>> {
  const found = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(query)) {
    const [isValid, what] = OPTIONS.get(name) ?? []
    if (!isValid) throw invalid(address, `has the option "${name}"; known are ${[...OPTIONS.keys()].join(', ')}`)
    if (found.has(name)) throw invalid(address, `has the option ${name} twice`)
    if (!isValid(value)) throw invalid(address, `has ${name}=${value}, which must be ${what}`)
    found.set(name, value)
  }
  return Object.fromEntries(found)
}

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false
  const { username, password, search, hash } = new URL(text)
  return username === '' && password === '' && search === '' && hash === ''
}

function invalid(address: string, found: string, hint?: string): ReleaseError {
  return new ReleaseError('TARGET_ADDRESS_INVALID', `The target ${address} ${found}`, {
    hint: hint ?? 'Write it like s3://my-charts/stable?region=eu-central-1',
  })
}

/** Bucket and prefix without a slash at the end, e.g. `s3://charts/stable`. */
export function nameOf({ bucket, prefix }: BucketAddress): string {
  return `${SCHEME}${bucket}${prefix && '/'}${prefix}`
}

/**
 * Where requests go: the endpoint of the address or of `AWS_ENDPOINT_URL_S3`, `AWS_ENDPOINT_URL`; `undefined` for AWS
 * itself. Plain HTTP only to loopback and to the hosts of `plainHttp`. Fails with `TARGET_ADDRESS_INVALID`.
 */
export function endpointOf(
  { address, endpoint }: BucketAddress,
  environment: Environment,
  plainHttp: readonly string[],
): string | undefined {
  const written = endpoint ?? (environment.AWS_ENDPOINT_URL_S3 || environment.AWS_ENDPOINT_URL || undefined)
  if (written === undefined) return undefined
  if (!isWebAddress(written)) throw invalid(address, 'is to be found at AWS_ENDPOINT_URL, which holds no web address')
  const { protocol, host, hostname, origin } = new URL(written)
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
  const isAllowed = plainHttp.some((each) => [host, hostname].includes(each.trim().toLowerCase()))
  if (protocol === 'https:' || isLoopback || isAllowed) return origin
  throw invalid(address, `has the endpoint ${origin}, which is plain HTTP`, `Use https, or set plain-http: ${host}`)
}
