import { type Answer, answer, json, problem } from './answer.ts'
import { bodyOf, digestOf, INDEX_TYPE, type ManifestBody, manifestOf, type Repository, referrersOf } from './store.ts'

const MAX_MANIFEST_BYTES = 4 * 1024 * 1024

export interface ManifestOptions {
  /** Whether a PUT of a manifest with a subject is answered with `OCI-Subject`. */
  readonly ociSubject: boolean
  /** Tags that can be written once. The answer is ECR's, also for the same content. */
  readonly isImmutable: (tag: string) => boolean
  /** Whether GETs carry an ETag and PUTs honour If-Match and If-None-Match. */
  readonly etags: boolean
  /** The status of the answer to a manifest with a subject; `undefined`: they are taken. */
  readonly refusesSubject: number | undefined
  readonly onTag: (tag: string, digest: string) => void
}

/** HEAD and GET of a manifest by digest or tag. */
export function readManifest(repository: Repository | undefined, reference: string, etags: boolean): Answer {
  const found = manifestOf(repository, reference)
  if (!found) return problem(404, repository ? 'MANIFEST_UNKNOWN' : 'NAME_UNKNOWN', 'manifest unknown')
  const headers = { 'content-type': found.mediaType, 'docker-content-digest': found.digest }
  return answer(200, etags ? { ...headers, etag: `"${found.digest}"` } : headers, found.bytes)
}

export interface ManifestPut {
  readonly name: string
  readonly reference: string
  readonly mediaType: string
  readonly body: Buffer
  readonly ifMatch: string | undefined
  readonly ifNoneMatch: string | undefined
}

export function writeManifest(repository: Repository, put: ManifestPut, options: ManifestOptions): Answer {
  const { name, reference, mediaType, body } = put
  const digest = digestOf(body)
  const refusal = refusalOf(repository, put, options)
  if (refusal) return refusal
  repository.manifests.set(digest, { digest, mediaType, bytes: body })
  if (!reference.includes(':')) {
    repository.tags.set(reference, digest)
    options.onTag(reference, digest)
  }
  const { subject } = bodyOf({ bytes: body })
  const told: Record<string, string> = subject && options.ociSubject ? { 'oci-subject': subject.digest } : {}
  return answer(201, { location: `/v2/${name}/manifests/${digest}`, 'docker-content-digest': digest, ...told })
}

function refusalOf(repository: Repository, put: ManifestPut, options: ManifestOptions): Answer | undefined {
  const { reference, body, ifMatch, ifNoneMatch } = put
  if (body.length > MAX_MANIFEST_BYTES) return problem(413, 'SIZE_INVALID', 'manifest too large')
  const content = parsed(body)
  if (!content) return problem(400, 'MANIFEST_INVALID', 'manifest invalid')
  // The form comes first, as in the registries that are known to do so.
  if (content.subject && options.refusesSubject !== undefined)
    return problem(options.refusesSubject, 'UNSUPPORTED', "Invalid parameter at 'ImageManifest': invalid JSON syntax")
  if (reference.includes(':') && reference !== digestOf(body)) {
    return problem(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content')
  }
  const missing = missingParts(repository, content)
  if (missing.length > 0)
    return problem(404, 'MANIFEST_BLOB_UNKNOWN', `blob unknown to registry: ${missing.join(', ')}`)
  const now = repository.tags.get(reference)
  if (now !== undefined && options.isImmutable(reference)) {
    const message = `The image tag '${reference}' already exists and cannot be overwritten because the repository is immutable.`
    return problem(400, 'TAG_INVALID', message)
  }
  const changed = ifMatch !== undefined && ifMatch !== `"${now}"`
  const taken = ifNoneMatch === '*' && now !== undefined
  return options.etags && (changed || taken)
    ? problem(412, 'PRECONDITION_FAILED', 'the manifest has changed')
    : undefined
}

function parsed(body: Buffer): ManifestBody | undefined {
  try {
    return JSON.parse(body.toString()) as ManifestBody
  } catch {
    return undefined
  }
}

function missingParts(repository: Repository, { config, layers = [], manifests = [] }: ManifestBody): string[] {
  const blobs = [...(config ? [config] : []), ...layers].filter(({ digest }) => !repository.blobs.has(digest))
  const children = manifests.filter(({ digest }) => !repository.manifests.has(digest))
  return [...blobs, ...children].map(({ digest }) => digest)
}

export function deleteManifest(repository: Repository, reference: string): Answer {
  if (repository.tags.delete(reference)) return answer(202)
  if (!repository.manifests.delete(reference)) return problem(404, 'MANIFEST_UNKNOWN', 'manifest unknown')
  for (const [tag, digest] of repository.tags) if (digest === reference) repository.tags.delete(tag)
  return answer(202)
}

export function listReferrers(
  repository: Repository | undefined,
  digest: string,
  { type, listsConfigType = false }: { readonly type: string | null; readonly listsConfigType?: boolean | undefined },
): Answer {
  const all = referrersOf(repository, digest, listsConfigType)
  const manifests = type === null ? all : all.filter(({ artifactType }) => artifactType === type)
  const filtered: Record<string, string> = type === null ? {} : { 'oci-filters-applied': 'artifactType' }
  const index = { schemaVersion: 2, mediaType: INDEX_TYPE, manifests }
  return json(200, index, { 'content-type': INDEX_TYPE, ...filtered })
}

/** `tags/list` in pages of at most `pageSize`. */
export function listTags(
  repository: Repository | undefined,
  name: string,
  query: URLSearchParams,
  pageSize: number,
): Answer {
  if (!repository) return problem(404, 'NAME_UNKNOWN', 'repository name not known to registry')
  const last = query.get('last')
  const rest = [...repository.tags.keys()].sort().filter((tag) => last === null || tag > last)
  const size = Math.min(Number(query.get('n') ?? pageSize) || pageSize, pageSize)
  const tags = rest.slice(0, size)
  const next = `</v2/${name}/tags/list?last=${encodeURIComponent(tags.at(-1) ?? '')}&n=${size}>; rel="next"`
  return json(200, { name, tags }, rest.length > size ? { link: next } : {})
}
