import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type Access, type AuthOptions, createAccess } from './access.ts'
import { type Answer, answer, problem } from './answer.ts'
import { blob, openUpload, upload } from './blobs.ts'
import { deliver, type Fault, isCarriedOut } from './fault.ts'
import { deleteManifest, listReferrers, listTags, readManifest, writeManifest } from './manifests.ts'
import { digestOf, manifestOf, referrersOf, repositoryFor, type Store, type StoredManifest } from './store.ts'

export type { AuthOptions } from './access.ts'
export type { Fault } from './fault.ts'
export type { StoredManifest } from './store.ts'

export interface SeenRequest {
  readonly method: string
  /** With the query; tokens and passwords never stand there. */
  readonly path: string
}

export interface RegistryOptions {
  /** Whether the referrers API is there. Default true. */
  readonly referrers?: boolean
  /** Whether manifests with a subject are answered with `OCI-Subject`. Default: as `referrers`. */
  readonly ociSubject?: boolean
  readonly auth?: AuthOptions
  readonly latencyMs?: number
  /** Tags that can be written only once; `true` for all. */
  readonly immutableTags?: boolean | RegExp
  /** Most tags in one answer. Default 1000. */
  readonly pageSize?: number
  /** ETags, If-Match and If-None-Match on manifests. Default false, as most registries. */
  readonly etags?: boolean
  /** Blobs are read from another origin, which refuses registry credentials, as object stores do. */
  readonly storage?: boolean
  /** Whether a manifest is found by `sha256-<hex>` as if that were its digest, as GitLab has it. */
  readonly digestAliases?: boolean
  readonly port?: number
  /** Asked for every request: what shall go wrong with it. */
  readonly onRequest?: (request: SeenRequest) => Fault | undefined
  /** Told whenever a tag was written. */
  readonly onTag?: (repository: string, tag: string, digest: string) => void
}

export interface TestRegistry extends AsyncDisposable {
  /** e.g. `127.0.0.1:40123`. */
  readonly host: string
  /** e.g. `http://127.0.0.1:40123`. */
  readonly url: string
  /** Every request so far with the status that was sent; 0 for none. */
  readonly requests: readonly (SeenRequest & { readonly status: number })[]
  /** What goes wrong from now on; replaces `onRequest`. */
  disturb(onRequest: ((request: SeenRequest) => Fault | undefined) | undefined): void
  /** Tags of a repository, sorted. */
  tags(repository: string): string[]
  /** By digest or tag. */
  manifest(repository: string, reference: string): StoredManifest | undefined
  blob(repository: string, digest: string): Buffer | undefined
  /** Digests of all manifests whose subject is `digest`. */
  referrers(repository: string, digest: string): string[]
  /** Writes past all checks, as somebody with access to the storage could. */
  plantManifest(repository: string, reference: string, bytes: string | Buffer, mediaType?: string): string
  plantBlob(repository: string, bytes: string | Buffer, digest?: string): string
  removeTag(repository: string, tag: string): void
  removeManifest(repository: string, digest: string): void
  removeBlob(repository: string, digest: string): void
  /** Ends all tokens that were given out. */
  forgetTokens(): void
  stop(): Promise<void>
}

const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

/** An OCI registry in this process, on loopback and plain HTTP; real enough for `helm`, `cosign` and `crane`. */
export async function startRegistry(options: RegistryOptions = {}): Promise<TestRegistry> {
  const store: Store = new Map()
  const requests: (SeenRequest & { status: number })[] = []
  let { onRequest } = options
  const access = options.auth && createAccess(options.auth, () => url)
  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => response.destroy(error as Error))
  })
  await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const url = `http://${host}`

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const seen = { method: request.method ?? 'GET', path: request.url ?? '/' }
    if (options.latencyMs) await wait(options.latencyMs)
    const fault = onRequest?.(seen)
    const call = { ...seen, body, headers: request.headers, url: new URL(seen.path, url) }
    const truth = isCarriedOut(fault) ? route(call, { store, options, access, url }) : answer(500)
    const entry = { ...seen, status: 0 }
    requests.push(entry)
    entry.status = deliver(response, truth, fault)
  }

  const stop = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return {
    host,
    url,
    requests,
    disturb: (next) => {
      onRequest = next
    },
    tags: (repository) => [...(store.get(repository)?.tags.keys() ?? [])].sort(),
    manifest: (repository, reference) => manifestOf(store.get(repository), reference),
    blob: (repository, digest) => store.get(repository)?.blobs.get(digest),
    referrers: (repository, digest) => referrersOf(store.get(repository), digest).map((each) => each.digest),
    plantManifest(repository, reference, content, mediaType = OCI_MANIFEST) {
      const bytes = Buffer.from(content)
      const isDigest = reference.includes(':')
      const digest = isDigest ? reference : digestOf(bytes)
      repositoryFor(store, repository).manifests.set(digest, { digest, mediaType, bytes })
      if (!isDigest) repositoryFor(store, repository).tags.set(reference, digest)
      return digest
    },
    plantBlob(repository, content, digest = digestOf(Buffer.from(content))) {
      repositoryFor(store, repository).blobs.set(digest, Buffer.from(content))
      return digest
    },
    removeTag: (repository, tag) => void store.get(repository)?.tags.delete(tag),
    removeManifest: (repository, digest) => void store.get(repository)?.manifests.delete(digest),
    removeBlob: (repository, digest) => void store.get(repository)?.blobs.delete(digest),
    forgetTokens: () => access?.forgetTokens(),
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

interface Call {
  readonly method: string
  readonly url: URL
  readonly body: Buffer
  readonly headers: IncomingMessage['headers']
}

interface World {
  readonly store: Store
  readonly options: RegistryOptions
  readonly access: Access | undefined
  readonly url: string
}

function route(call: Call, world: World): Answer {
  const { method, url, body, headers } = call
  const { authorization } = headers
  if (url.pathname === '/token' && world.access) {
    const parameters = method === 'POST' ? new URLSearchParams(body.toString()) : url.searchParams
    return world.access.issue(method, authorization, parameters)
  }
  const stored = /^\/storage\/(.+)\/(sha256:[0-9a-f]{64})$/.exec(url.pathname)
  if (stored) return fromStorage(world.store, stored[1] ?? '', stored[2] ?? '', authorization)
  const [, name, kind = '', rest = ''] =
    /^\/v2\/(.+?)\/(blobs\/uploads|blobs|manifests|tags|referrers)\/(.*)$/.exec(url.pathname) ?? []
  const action = method === 'GET' || method === 'HEAD' ? 'pull' : 'push'
  const refusal = world.access?.refusal(authorization, name, action)
  if (refusal) return refusal
  if (url.pathname === '/v2/') return answer(200, { 'docker-distribution-api-version': 'registry/2.0' })
  if (name === undefined) return problem(404, 'NAME_INVALID', 'no such path')
  return kind.startsWith('blobs') ? blobs(call, world, name, kind, rest) : manifests(call, world, name, kind, rest)
}

function fromStorage(store: Store, name: string, digest: string, authorization: string | undefined): Answer {
  if (authorization !== undefined) return problem(400, 'InvalidArgument', 'Only one auth mechanism allowed')
  const bytes = store.get(name)?.blobs.get(digest)
  return bytes ? answer(200, {}, bytes) : answer(404)
}

function blobs({ method, url, body }: Call, world: World, name: string, kind: string, rest: string): Answer {
  const { store, options } = world
  const repository = method === 'POST' ? repositoryFor(store, name) : store.get(name)
  if (!repository) return problem(404, 'NAME_UNKNOWN', 'repository name not known to registry')
  const call = { method, name, query: url.searchParams, body, repository, other: (other: string) => store.get(other) }
  if (kind === 'blobs/uploads') return rest === '' ? openUpload(call) : upload(call, rest)
  // Another host name of the same server is another origin.
  const storage = `${world.url.replace('127.0.0.1', 'localhost')}/storage/${name}/${rest}`
  return blob(call, rest, options.storage ? storage : undefined)
}

function manifests(
  { method, url, body, headers }: Call,
  world: World,
  name: string,
  kind: string,
  rest: string,
): Answer {
  const { store, options } = world
  const repository = store.get(name)
  if (kind === 'tags') return listTags(repository, name, url.searchParams, options.pageSize ?? 1000)
  if (kind === 'referrers') {
    if (options.referrers === false) return problem(404, 'MANIFEST_UNKNOWN', 'no such path')
    return listReferrers(repository, rest, url.searchParams.get('artifactType'))
  }
  const reference = options.digestAliases ? rest.replace(/^sha256-([0-9a-f]{64})$/, 'sha256:$1') : rest
  if (method === 'GET' || method === 'HEAD') return readManifest(repository, reference, options.etags ?? false)
  if (method === 'DELETE')
    return repository ? deleteManifest(repository, reference) : problem(404, 'NAME_UNKNOWN', 'none')
  const immutable = options.immutableTags ?? false
  const put = {
    name,
    reference: rest,
    mediaType: headers['content-type'] ?? '',
    body,
    ifMatch: headers['if-match'],
    ifNoneMatch: headers['if-none-match'],
  }
  return writeManifest(repositoryFor(store, name), put, {
    ociSubject: options.ociSubject ?? options.referrers ?? true,
    isImmutable: (tag) => (immutable instanceof RegExp ? immutable.test(tag) : immutable),
    etags: options.etags ?? false,
    onTag: (tag, digest) => options.onTag?.(name, tag, digest),
  })
}
