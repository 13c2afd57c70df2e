import { createHash } from 'node:crypto'
import type { Answer } from '../registry/answer.ts'
import type { SignedRequest } from './signature-v4.ts'

export interface StoredObject {
  readonly bytes: Buffer
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
}

export interface Rules {
  /** Without the right to list the bucket: then S3 says 403 for what is not there. */
  readonly list: boolean
  /** Whether conditions on a PUT are looked at. */
  readonly conditional: boolean
}

const KEPT = ['content-type', 'cache-control', 'x-amz-acl', 'x-amz-checksum-sha256']

/** GET, HEAD, PUT and DELETE of one object, with the conditions of S3. */
export function route(request: SignedRequest, key: string, objects: Map<string, StoredObject>, rules: Rules): Answer {
  const there = objects.get(key)
  if (request.method === 'GET' || request.method === 'HEAD') return read(request, there, rules)
  if (request.method === 'DELETE') {
    objects.delete(key)
    return { status: 204, headers: {}, body: Buffer.alloc(0) }
  }
  if (request.method !== 'PUT') return refusal(405, 'MethodNotAllowed')
  const refused = refusedWrite(request, there, rules)
  if (refused) return refused
  const { headers, body: bytes } = request
  const kept = KEPT.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]]))
  const etag = `"${createHash('md5').update(bytes).digest('hex')}"`
  objects.set(key, { bytes, etag, headers: Object.fromEntries(kept) })
  return { status: 200, headers: { etag }, body: Buffer.alloc(0) }
}

function read({ headers }: SignedRequest, there: StoredObject | undefined, { list }: Rules): Answer {
  if (!there) return list ? refusal(404, 'NoSuchKey') : refusal(403, 'AccessDenied')
  const { 'x-amz-checksum-sha256': checksum, 'x-amz-acl': _, ...shown } = there.headers
  const asked = headers['x-amz-checksum-mode'] === 'ENABLED' && checksum !== undefined
  return {
    status: 200,
    headers: { ...shown, etag: there.etag, ...(asked && { 'x-amz-checksum-sha256': checksum }) },
    body: there.bytes,
  }
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
function refusedWrite({ headers, body }: SignedRequest, there: StoredObject | undefined, { conditional }: Rules) {
  const checksum = headers['x-amz-checksum-sha256']
  if (checksum !== undefined && checksum !== createHash('sha256').update(body).digest('base64'))
    return refusal(400, 'BadDigest')
  if (!conditional) return undefined
  const { 'if-match': match, 'if-none-match': none } = headers
  if (none !== undefined && none !== '*') return refusal(501, 'NotImplemented')
  if (none === '*' && there) return refusal(412, 'PreconditionFailed')
  if (match !== undefined && !there) return refusal(404, 'NoSuchKey')
  if (match !== undefined && match !== there?.etag) return refusal(412, 'PreconditionFailed')
  return undefined
}

export function refusal(status: number, code: string, headers: Record<string, string> = {}): Answer {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`
  return { status, headers: { 'content-type': 'application/xml', ...headers }, body: Buffer.from(xml) }
}
