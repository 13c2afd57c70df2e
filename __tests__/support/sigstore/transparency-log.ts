import { createHash, type KeyObject, sign } from 'node:crypto'
import { canonicalBody, canonicalJson } from './log-entries.ts'
import { createMerkleTree, leafHash } from './merkle.ts'
import type { Answer, ServiceRequest } from './service.ts'

interface Kept {
  readonly body: Buffer
  readonly integratedTime: number
  readonly index: number
}

export interface LogKey {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

export interface TransparencyLog {
  handle(request: ServiceRequest): Answer
  readonly size: number
}

const treeId = '123456789abcdef0'
// A shard whose predecessors hold entries: the index in the tree and the index in the log differ, as on the public log.
const earlierEntries = 1_000_000

/** Rekor v1 over a real Merkle tree: canonical bodies, inclusion proofs, signed checkpoints, signed entry timestamps. */
export function createTransparencyLog(key: LogKey, hostname: () => string, now: () => Date): TransparencyLog {
  const tree = createMerkleTree()
  const kept = new Map<string, Kept>()
  const logId = createHash('sha256')
    .update(key.publicKey.export({ format: 'der', type: 'spki' }))
    .digest()

  function create(request: ServiceRequest): Answer {
    const body = canonicalBody(JSON.parse(request.body.toString()))
    const uuid = `${treeId}${leafHash(body).toString('hex')}`
    const location = `/api/v1/log/entries/${uuid}`
    if (kept.has(uuid)) {
      const message = `an equivalent entry already exists in the transparency log with UUID ${uuid}`
      return { status: 409, body: JSON.stringify({ code: 409, message }), headers: { location } }
    }
    const entry = { body, integratedTime: Math.floor(now().getTime() / 1000), index: tree.append(body) }
    kept.set(uuid, entry)
    return { status: 201, body: JSON.stringify({ [uuid]: describe(entry) }), headers: { location, etag: uuid } }
  }

  function describe({ body, integratedTime, index }: Kept) {
    const logIndex = earlierEntries + index
    const told = { body: body.toString('base64'), integratedTime, logID: logId.toString('hex'), logIndex }
    const signedEntryTimestamp = sign('sha256', Buffer.from(canonicalJson(told)), key.privateKey).toString('base64')
    const inclusionProof = {
      checkpoint: checkpoint(),
      hashes: tree.proof(index).map((hash) => hash.toString('hex')),
      logIndex: index,
      rootHash: tree.root().toString('hex'),
      treeSize: tree.size,
    }
    return { ...told, verification: { inclusionProof, signedEntryTimestamp } }
  }

  /** A signed note: https://github.com/transparency-dev/formats/blob/main/log/README.md */
  function checkpoint(): string {
    const note = `${hostname()} - ${BigInt(`0x${treeId}`)}\n${tree.size}\n${tree.root().toString('base64')}\n`
    const signature = Buffer.concat([logId.subarray(0, 4), sign('sha256', Buffer.from(note), key.privateKey)])
    return `${note}\n\u2014 ${hostname()} ${signature.toString('base64')}\n`
  }

  function find(uuid: string): Answer {
    const entry = kept.get(uuid.length === 64 ? `${treeId}${uuid}` : uuid)
    if (entry === undefined) return { status: 404, body: '{"code":404,"message":"entry not found"}' }
    return { status: 200, body: JSON.stringify({ [uuid]: describe(entry) }) }
  }

  function describeLog(): Answer {
    const state = {
      rootHash: tree.root().toString('hex'),
      signedTreeHead: checkpoint(),
      treeID: treeId,
      treeSize: tree.size,
    }
    return { status: 200, body: JSON.stringify({ ...state, inactiveShards: [] }) }
  }

  return {
    get size() {
      return tree.size
    },
    handle(request) {
      const entry = /^\/api\/v1\/log\/entries\/([0-9a-f]{64,80})$/.exec(request.path)?.[1]
      if (request.method === 'POST' && request.path === '/api/v1/log/entries') return create(request)
      if (request.method === 'GET' && entry) return find(entry)
      if (request.method === 'GET' && request.path === '/api/v1/log') return describeLog()
      if (request.method === 'GET' && request.path === '/api/v1/log/publicKey') {
        return {
          status: 200,
          body: key.publicKey.export({ format: 'pem', type: 'spki' }),
          type: 'application/x-pem-file',
        }
      }
      return { status: 404, body: '{"code":404,"message":"no such path"}' }
    },
  }
}
