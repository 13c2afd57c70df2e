import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { createAccess } from './access.ts'
import { answer } from './answer.ts'
import { deliver, type Fault, isCarriedOut } from './fault.ts'
import type { RegistryOptions, SeenRequest } from './options.ts'
import { route } from './routes.ts'
import { copyOf, digestOf, manifestOf, referrersOf, repositoryFor, type Store, type StoredManifest } from './store.ts'

export type { AuthOptions } from './access.ts'
export type { Fault } from './fault.ts'
export type { RegistryOptions, SeenRequest } from './options.ts'
export type { Store, StoredManifest } from './store.ts'

export interface TestRegistry extends AsyncDisposable {
  /** e.g. `127.0.0.1:40123`. */
  readonly host: string
  /** e.g. `http://127.0.0.1:40123`. */
  readonly url: string
  /** Every request so far with the status that was sent; 0 for none. */
  readonly requests: readonly (SeenRequest & { readonly status: number })[]
  /** What goes wrong from now on; replaces `onRequest`. */
  disturb(onRequest: ((request: SeenRequest) => Fault | undefined) | undefined): void
  /** Names of all repositories, sorted. */
  repositories(): string[]
  /** A copy of everything in it, for another to start with. */
  content(): Store
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
  /** Every token that was given out. */
  readonly issued: readonly string[]
  /** Ends all tokens that were given out. */
  forgetTokens(): void
  stop(): Promise<void>
}

const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

/** An OCI registry in this process, on loopback and plain HTTP; real enough for `helm`, `cosign` and `crane`. */
export async function startRegistry(options: RegistryOptions = {}): Promise<TestRegistry> {
  const store = copyOf(options.content ?? new Map())
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
    const startedMs = performance.now()
    if (options.latencyMs) await wait(options.latencyMs)
    const fault = onRequest?.(seen)
    const call = { ...seen, body, headers: request.headers, url: new URL(seen.path, url) }
    const truth = isCarriedOut(fault) ? route(call, { store, options, access, url }) : answer(500)
    const entry = { ...seen, status: 0 }
    requests.push(entry)
    options.onSpan?.({ ...seen, service: 'registry', startedMs, endedMs: performance.now() })
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
    repositories: () => [...store.keys()].sort(),
    content: () => copyOf(store),
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
    issued: access?.issued ?? [],
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
