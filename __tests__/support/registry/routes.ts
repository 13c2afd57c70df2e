import type { IncomingHttpHeaders } from 'node:http'
import type { Access } from './access.ts'
import { type Answer, answer, problem } from './answer.ts'
import { blob, openUpload, upload } from './blobs.ts'
import { deleteManifest, listReferrers, listTags, readManifest, writeManifest } from './manifests.ts'
import type { RegistryOptions } from './options.ts'
import { repositoryFor, type Store } from './store.ts'

export interface Call {
  readonly method: string
  readonly url: URL
  readonly body: Buffer
  readonly headers: IncomingHttpHeaders
}

export interface World {
  readonly store: Store
  readonly options: RegistryOptions
  readonly access: Access | undefined
  readonly url: string
}

/** The true answer to a request: all of the protocol, and none of the faults. */
export function route(call: Call, world: World): Answer {
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
  if (world.options.exists?.(name) === false)
    return problem(404, 'NAME_UNKNOWN', `The repository with name '${name}' does not exist in the registry`)
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
    const { listsConfigType } = options
    return listReferrers(repository, rest, { type: url.searchParams.get('artifactType'), listsConfigType })
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
    isImmutable: (tag) => {
      if (typeof immutable === 'function') return immutable(name, tag)
      return immutable instanceof RegExp ? immutable.test(tag) : immutable
    },
    etags: options.etags ?? false,
    refusesSubject: options.refusesSubject,
    onTag: (tag, digest) => options.onTag?.(name, tag, digest),
  })
}
