import { randomUUID } from 'node:crypto'
import { type Answer, answer, problem } from './answer.ts'
import { digestOf, type Repository } from './store.ts'

export interface BlobCall {
  readonly method: string
  readonly name: string
  readonly query: URLSearchParams
  readonly body: Buffer
  readonly repository: Repository
  /** Other repositories, for mounts. */
  readonly other: (name: string) => Repository | undefined
}

/** HEAD, GET and DELETE of `/v2/<name>/blobs/<digest>`; `storage` is where a GET is sent to instead. */
export function blob({ method, repository }: BlobCall, digest: string, storage: string | undefined): Answer {
  const bytes = repository.blobs.get(digest)
  if (!bytes) return problem(404, 'BLOB_UNKNOWN', 'blob unknown to registry')
  if (method === 'DELETE') {
    repository.blobs.delete(digest)
    return answer(202)
  }
  if (storage !== undefined) return answer(307, { location: `${storage}?signature=of-the-storage` })
  return answer(200, { 'content-type': 'application/octet-stream', 'docker-content-digest': digest }, bytes)
}

/** POST `/v2/<name>/blobs/uploads/`: opens a session, mounts, or takes the whole blob at once. */
export function openUpload(call: BlobCall): Answer {
  const { name, query, body, repository } = call
  const mounted = call.other(query.get('from') ?? '')?.blobs.get(query.get('mount') ?? '')
  if (mounted) return created(name, store(repository, mounted))
  const digest = query.get('digest')
  if (digest !== null) return finish(call, body, digest)
  const id = randomUUID()
  repository.uploads.set(id, Buffer.alloc(0))
  return session(202, name, id, 0)
}

/** PATCH, PUT, GET and DELETE of an open session. */
export function upload(call: BlobCall, id: string): Answer {
  const { method, name, query, body, repository } = call
  const sofar = repository.uploads.get(id)
  if (!sofar) return problem(404, 'BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry')
  if (method === 'GET') return session(204, name, id, sofar.length)
  const whole = Buffer.concat([sofar, body])
  if (method === 'PATCH') {
    repository.uploads.set(id, whole)
    return session(202, name, id, whole.length)
  }
  repository.uploads.delete(id)
  return method === 'DELETE' ? answer(204) : finish(call, whole, query.get('digest') ?? '')
}

function finish({ name, repository }: BlobCall, bytes: Buffer, digest: string): Answer {
  if (digestOf(bytes) !== digest)
    return problem(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content')
  return created(name, store(repository, bytes))
}

function store(repository: Repository, bytes: Buffer): string {
  const digest = digestOf(bytes)
  repository.blobs.set(digest, bytes)
  return digest
}

function created(name: string, digest: string): Answer {
  return answer(201, { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest })
}

// Real registries carry state in the query of the Location: a client must add to it, not replace it.
function session(status: number, name: string, id: string, size: number): Answer {
  const location = `/v2/${name}/blobs/uploads/${id}?state=${id.slice(0, 8)}`
  return answer(status, { location, range: `0-${Math.max(size - 1, 0)}`, 'docker-upload-uuid': id })
}
