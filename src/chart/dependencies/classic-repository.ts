import { memoizeAsync } from '../../model/async/memoize.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Files } from '../../ports/files.ts'
import type { Http, HttpResponse } from '../../ports/http.ts'
import type { Secrets } from '../../ports/runner.ts'
import { HELM_LIMITS } from '../archive/archive.ts'
import { digestOf } from '../archive/digest.ts'
import type { ChartRepositoryClient, Offer } from './repository-client.ts'
import type { RepositoryEntry } from './repository-entries.ts'
import { type IndexEntry, indexEntries } from './repository-index.ts'

/** Real indexes reach 40 MB. */
const MAX_INDEX_BYTES = 128 * 1024 * 1024
const REDIRECTS = 5
const ATTEMPTS = 3
const ABSENT: ReadonlySet<number> = new Set([404, 410])

export interface RepositoryContext {
  readonly files: Files
  readonly secrets: Secrets
  /** A client that also trusts these PEM certificates. */
  readonly newHttp: (ca?: string) => Http
  /** Hosts on private addresses that may be contacted. */
  readonly privateHosts: readonly string[]
}

/** A repository with an index.yaml, and the files that stand beside it and beside archives. */
export interface ClassicRepository extends ChartRepositoryClient {
  /** Address of its folder, without credentials. */
  readonly address: string
  /** The index as it is now; `undefined` if it is not there. */
  readIndex(): Promise<Uint8Array | undefined>
  /** A file beside the index; `undefined` if it is not there. */
  readBeside(file: string, maxBytes: number): Promise<Uint8Array | undefined>
  /** What stands at the archive's address with this at its end; `undefined` if it is not there. */
  readAfter(offer: Offer, suffix: string, maxBytes: number): Promise<Uint8Array | undefined>
}

/**
 * A repository with an index.yaml, which is fetched once. Its credentials go to its own origin only, unless it was
 * added with `helm repo add --pass-credentials`. Fails with `DEPENDENCY_FAILED` and as `Http`.
 */
export function openRepository(entry: RepositoryEntry, context: RepositoryContext): ClassicRepository {
  const base = new URL(entry.url.endsWith('/') ? entry.url : `${entry.url}/`)
  const login = loginOf(entry, base, context.secrets)
  const client = memoizeAsync(() => clientFor(entry, context))
  async function ask(url: URL, maxBytes: number): Promise<HttpResponse> {
    const isTold = login !== undefined && (entry.passCredentials || url.origin === base.origin)
    const headers = isTold ? { authorization: login } : {}
    const address = new URL(url.href)
    address.username = ''
    address.password = ''
    const http = await client()
    const { privateHosts } = context
    const bounds = { maxBytes, redirects: REDIRECTS, attempts: ATTEMPTS, privateHosts }
    return http.send({ method: 'GET', url: address.href, headers, ...bounds })
  }
  const get = async (url: URL, maxBytes: number) => bodyOf(await ask(url, maxBytes), url)
  const find = async (url: URL, maxBytes: number) => {
    const response = await ask(url, maxBytes)
    return ABSENT.has(response.status) ? undefined : bodyOf(response, url)
  }
  const indexAt = beside(base, 'index.yaml')
  const index = memoizeAsync(async () => Buffer.from(await get(indexAt, MAX_INDEX_BYTES)).toString())
  return {
    address: `${base.origin}${base.pathname}`.replace(/\/$/, ''),
    readIndex: () => find(indexAt, MAX_INDEX_BYTES),
    readBeside: (file, maxBytes) => find(beside(base, file), maxBytes),
    readAfter: async ({ url }, suffix, maxBytes) => url && find(after(url, suffix), maxBytes),
    async offers(name) {
      return indexEntries(await index(), name).map((entry) => offerOf(entry, base))
    },
    async archive({ url, digest }: Offer) {
      if (!url) throw new ReleaseError('DEPENDENCY_FAILED', 'its index names no valid address for the archive')
      const archive = await get(url, HELM_LIMITS.totalBytes)
      refuseOther(archive, digest)
      return archive
    },
  }
}

/** An index lists thousands of versions, of which one is used: the fields of the others are not read. */
function offerOf(entry: IndexEntry, base: URL): Offer {
  return {
    version: entry.version,
    get url() {
      return addressOf(entry.urls[0], base)
    },
    get digest() {
      return entry.digest
    },
  }
}

async function clientFor({ caFile }: RepositoryEntry, { files, newHttp }: RepositoryContext): Promise<Http> {
  if (caFile === '') return newHttp()
  const pem = await files.readIfPresent(caFile)
  if (!pem) throw new ReleaseError('DEPENDENCY_FAILED', `the CA file ${caFile} of its \`helm repo add\` is not there`)
  return newHttp(Buffer.from(pem).toString())
}

/**
 * The login from `helm repo add`, or from an address such as `https://user:password@host`; added to `secrets` in each
 * form.
 */
function loginOf(entry: RepositoryEntry, base: URL, secrets: Secrets): string | undefined {
  const [username, password] = entry.username
    ? [entry.username, entry.password]
    : [decoded(base.username), decoded(base.password)]
  if (username === '' && password === '') return undefined
  for (const secret of [password, entry.password, base.password]) secrets.add(secret)
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

// As in Helm, relative addresses keep the repository's query.
function addressOf(written: string | undefined, base: URL): URL | undefined {
  if (written === undefined || !URL.canParse(written, base.href)) return undefined
  return URL.canParse(written) ? new URL(written) : beside(base, written)
}

function beside(base: URL, path: string): URL {
  const url = new URL(path, base)
  url.search = base.search
  return url
}

/** An archive may have a query, which belongs to each file of its place. */
function after(archive: URL, suffix: string): URL {
  const url = new URL(archive.href)
  url.pathname += suffix
  return url
}

function bodyOf({ status, body, url }: HttpResponse, asked: URL): Uint8Array {
  if (status === 200) return body
  const from = new URL(url).host === asked.host ? '' : ` of ${new URL(url).host}`
  throw new ReleaseError('DEPENDENCY_FAILED', `GET ${asked.host}${asked.pathname} was answered with ${status}${from}`)
}

function refuseOther(archive: Uint8Array, digest: string | undefined): void {
  const expected = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(digest ?? '')?.[1]?.toLowerCase()
  const found = digestOf(archive)
  if (expected === undefined || `sha256:${expected}` === found) return
  const what = `its index says sha256:${expected}, and its archive is ${found}`
  throw new ReleaseError('DEPENDENCY_FAILED', what)
}
