import { createHash } from 'node:crypto'
import { Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp } from '@tufjs/models'
import { KeyPair } from '@tufjs/repo-mock/dist/key.js'
import { type Answer, type Fault, type ServiceRequest, startService } from './service.ts'

export interface TufRepository {
  readonly url: string
  /** The first root: what a client of an old release has inside. */
  readonly firstRoot: Buffer
  /** Paths that were asked for. */
  readonly requested: readonly string[]
  fail(hook: ((request: ServiceRequest) => Fault | undefined) | undefined): void
  /** Serves another content under a target's name without signing it. */
  swap(target: string, content: string): void
  close(): Promise<void>
}

export interface TufRepositoryOptions {
  /** How often the root keys have been replaced since the first root. */
  readonly rotations?: number
  /** Signs a new root with its own key only, as somebody who took over the mirror would. */
  readonly stolen?: boolean
}

/** A TUF repository with consistent snapshots, as Sigstore's is, whose root was rotated since the client was built. */
export async function startTufRepository(
  targets: Readonly<Record<string, string>>,
  { rotations = 0, stolen = false }: TufRepositoryOptions = {},
): Promise<TufRepository> {
  const keys = Array.from({ length: rotations + 1 }, () => new KeyPair())
  const roots = keys.map((key, index) => {
    const signers = stolen ? [key] : keys.slice(Math.max(0, index - 1), index + 1)
    return rootOf(key, index + 1, signers)
  })
  const served = new Map<string, Buffer>(roots.map((root, index) => [`/${index + 1}.root.json`, root]))
  addTargets(served, targets, keys.at(-1) ?? new KeyPair())
  const requested: string[] = []
  let fault: ((request: ServiceRequest) => Fault | undefined) | undefined

  function handle({ path }: ServiceRequest): Answer {
    requested.push(path)
    const body = served.get(path)
    return body ? { status: 200, body } : { status: 404, body: '' }
  }

  const service = await startService({
    name: 'tuf',
    handle,
    fault: (request) => fault?.(request),
    trace: () => {},
  })
  return {
    url: service.url,
    firstRoot: roots[0] ?? Buffer.alloc(0),
    requested,
    fail(hook) {
      fault = hook
    },
    swap(target, content) {
      for (const path of served.keys()) if (path.endsWith(`.${target}`)) served.set(path, Buffer.from(content))
    },
    close: service.close,
  }
}

function rootOf(key: KeyPair, version: number, signers: readonly KeyPair[]): Buffer {
  const root = new Metadata(new Root({ ...common(version), consistentSnapshot: true }))
  for (const role of ['root', 'timestamp', 'snapshot', 'targets']) root.signed.addKey(key.publicKey, role)
  for (const signer of signers) root.sign((data) => signer.sign(data), true)
  return serialized(root)
}

function addTargets(served: Map<string, Buffer>, targets: Readonly<Record<string, string>>, key: KeyPair) {
  const listed = new Metadata(new Targets(common(1)))
  for (const [name, content] of Object.entries(targets)) {
    const bytes = Buffer.from(content)
    listed.signed.addTarget(new TargetFile({ path: name, length: bytes.length, hashes: { sha256: sha256(bytes) } }))
    served.set(`/targets/${sha256(bytes)}.${name}`, bytes)
  }
  const targetsText = signed(listed, key)
  const snapshot = new Metadata(new Snapshot({ ...common(1), meta: { 'targets.json': metaFile(targetsText) } }))
  const snapshotText = signed(snapshot, key)
  const timestamp = new Metadata(new Timestamp({ ...common(1), snapshotMeta: metaFile(snapshotText) }))
  served.set('/1.targets.json', targetsText)
  served.set('/1.snapshot.json', snapshotText)
  served.set('/timestamp.json', signed(timestamp, key))
}

/** Times have no fractions of a second in TUF: clients in Go would write them otherwise, and find the signature of other bytes. */
function common(version: number) {
  const expires = new Date(Date.now() + 86_400_000).toISOString().replace(/\.\d+/, '')
  return { version, specVersion: '1.0.31', expires }
}

function signed(metadata: Metadata<Targets | Snapshot | Timestamp>, key: KeyPair): Buffer {
  metadata.sign((data) => key.sign(data))
  return serialized(metadata)
}

function serialized(metadata: Metadata<Root | Targets | Snapshot | Timestamp>): Buffer {
  return Buffer.from(JSON.stringify(metadata.toJSON()))
}

function metaFile(text: Buffer): MetaFile {
  return new MetaFile({ version: 1, length: text.length, hashes: { sha256: sha256(text) } })
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
