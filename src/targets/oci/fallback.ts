import { goJson } from '../../chart/go-json.ts'
import type { Json } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { isRecord } from '../../model/record.ts'
import type { Referrer, Subject } from './bundle-manifest.ts'
import type { RegistryClient } from './client.ts'
import { type Index, readIndex } from './manifest-reader.ts'
import { type Delivered, nameOf } from './manifests.ts'
import { OCI_INDEX } from './media-types.ts'
import { type MergeContext, mergeUnderTag } from './merge.ts'
import { fallbackTag } from './referrers.ts'

const MAX_INDEX_BYTES = 4 * 1024 * 1024

/**
 * Lists all of an artifact's new referrers under its fallback tag, in one write. Entries of others stay as they are.
 * Fails as `mergeUnderTag`, with `REGISTRY_REFERRERS_REFUSED` where the registry takes the tag for the digest, and with
 * `REGISTRY_SIGNATURE_TAG_FOREIGN` where the tag holds no index.
 */
export function listUnderFallbackTag(
  context: MergeContext,
  subject: Subject,
  referrers: readonly Referrer[],
): Promise<void> {
  const place = { repository: subject.repository, reference: fallbackTag(subject.digest) }
  const name = `${context.client.host}/${nameOf(place)}`
  return mergeUnderTag(context, place, {
    mediaType: OCI_INDEX,
    async into(current) {
      if (current?.digest === subject.digest) throw aliased(context.client, name)
      const index = current && indexIn(current, name)
      if (index && referrers.every((referrer) => isListed(index, referrer))) return undefined
      const bytes = merged(index, referrers)
      if (bytes.length <= MAX_INDEX_BYTES) return bytes
      throw new ReleaseError(
        'REGISTRY_SIGNATURE_TAG_FOREIGN',
        `${name} lists so many referrers that registries refuse more`,
      )
    },
  })
}

function indexIn({ bytes }: Delivered, name: string): Index {
  const index = readIndex(bytes)
  if (index) return index
  throw new ReleaseError('REGISTRY_SIGNATURE_TAG_FOREIGN', `${name} holds no list of referrers and is not overwritten`)
}

function isListed({ manifests }: Index, { digest, entry }: Referrer): boolean {
  return manifests.some((found) => found.digest === digest && found.artifactType === entry.artifactType)
}

/** The index with ours: each digest once, sorted by digest; other fields of the index and entries of others as they were. */
export function merged(index: Index | undefined, referrers: readonly Referrer[]): Uint8Array {
  const before = index?.raw.manifests
  const entries = [
    ...referrers.map(({ entry }) => entry),
    ...(Array.isArray(before) ? (before as readonly Json[]) : []),
  ]
  const byDigest = new Map<string, Json>()
  for (const entry of entries) {
    const key = digestIn(entry)
    if (!byDigest.has(key)) byDigest.set(key, entry)
  }
  const manifests = [...byDigest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
  return Buffer.from(goJson({ ...index?.raw, schemaVersion: 2, mediaType: OCI_INDEX, manifests }))
}

function digestIn(entry: Json): string {
  return isRecord(entry) && typeof entry.digest === 'string' ? entry.digest : goJson(entry)
}

function aliased(client: RegistryClient, name: string): ReleaseError {
  return new ReleaseError(
    'REGISTRY_REFERRERS_REFUSED',
    `${client.host} has no referrers API and delivers the chart itself under ${name}, where its signatures should be listed`,
    { hint: 'No client can find a signature bundle there. Use a registry with the referrers API, or sign: none.' },
  )
}
