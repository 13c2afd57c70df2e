import { createHash } from 'node:crypto'

export const INDEX_TYPE = 'application/vnd.oci.image.index.v1+json'

export interface StoredManifest {
  readonly digest: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/** One repository's content, in memory. */
export interface Repository {
  readonly blobs: Map<string, Buffer>
  readonly manifests: Map<string, StoredManifest>
  /** Tag to manifest digest. */
  readonly tags: Map<string, string>
  /** Open upload sessions: what has come so far. */
  readonly uploads: Map<string, Buffer>
}

export type Store = Map<string, Repository>

/** A copy that shares nothing which changes. */
export function copyOf(store: Store): Store {
  return new Map(
    [...store].map(([name, { blobs, manifests, tags }]) => [
      name,
      { blobs: new Map(blobs), manifests: new Map(manifests), tags: new Map(tags), uploads: new Map() },
    ]),
  )
}

export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** The repository of that name; made when it is written to for the first time. */
export function repositoryFor(store: Store, name: string): Repository {
  const found = store.get(name)
  if (found) return found
  const made: Repository = { blobs: new Map(), manifests: new Map(), tags: new Map(), uploads: new Map() }
  store.set(name, made)
  return made
}

/** By digest or tag. */
export function manifestOf(repository: Repository | undefined, reference: string): StoredManifest | undefined {
  const digest = reference.includes(':') ? reference : repository?.tags.get(reference)
  return digest === undefined ? undefined : repository?.manifests.get(digest)
}

export interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly artifactType?: string
  readonly annotations?: Readonly<Record<string, string>>
}

export interface ManifestBody {
  readonly mediaType?: string
  readonly artifactType?: string
  readonly config?: Descriptor
  readonly layers?: readonly Descriptor[]
  readonly manifests?: readonly Descriptor[]
  readonly subject?: Descriptor
  readonly annotations?: Readonly<Record<string, string>>
}

/** Empty for planted bytes that are no JSON object. */
export function bodyOf({ bytes }: Pick<StoredManifest, 'bytes'>): ManifestBody {
  try {
    const body: unknown = JSON.parse(bytes.toString())
    return typeof body === 'object' && body !== null ? body : {}
  } catch {
    return {}
  }
}

/** Everything in `repository` whose subject is `digest`, described as the distribution specification asks for. */
export function referrersOf(repository: Repository | undefined, digest: string, listsConfigType = false): Descriptor[] {
  return [...(repository?.manifests.values() ?? [])].flatMap((manifest) => {
    const body = bodyOf(manifest)
    if (body.subject?.digest !== digest) return []
    const configType = body.config?.mediaType
    const artifactType = listsConfigType ? configType : (body.artifactType ?? configType)
    return {
      mediaType: manifest.mediaType,
      digest: manifest.digest,
      size: manifest.bytes.length,
      ...(artifactType && { artifactType }),
      ...(body.annotations && { annotations: body.annotations }),
    }
  })
}
