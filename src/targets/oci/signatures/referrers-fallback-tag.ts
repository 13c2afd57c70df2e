import { goJson } from '../../../chart/yaml/go-json.ts'
import type { Digest } from '../../../model/chart.ts'
import { ReleaseError } from '../../../model/errors.ts'
import { isObject, type Json } from '../../../model/json.ts'
import { lostManifests } from '../artifacts/lost.ts'
import { type Descriptor, type Index, isBundle, readIndex } from '../artifacts/manifest-reader.ts'
import { type Delivered, type ManifestPlace, nameOf } from '../artifacts/manifests.ts'
import { OCI_INDEX } from '../artifacts/media-types.ts'
import { type MergeContext, mergeUnderTag } from '../artifacts/merge.ts'
import type { RegistryClient } from '../transport/client.ts'
import type { Referrer } from './bundle-manifest.ts'
import { fallbackIndex, type SubjectPlace } from './referrers.ts'
import { fallbackTag, foreignSignatureTag } from './signature-tags.ts'

const MAX_INDEX_BYTES = 4 * 1024 * 1024

/**
 * Lists all of an artifact's new referrers under its fallback tag, in one write. Bundles that the registry no longer has are
 * taken out: consumers fail on them. Other entries stay as they are, whoever made them; only if the registry refuses the
 * list are all of them taken out that it does not have.
 * Fails as `mergeUnderTag`, with `REGISTRY_REFERRERS_REFUSED` when the registry takes the tag for the digest, and with
 * `REGISTRY_SIGNATURE_TAG_FOREIGN` when the tag does not hold an index.
 */
export function listUnderFallbackTag(
  context: MergeContext,
  subject: SubjectPlace,
  referrers: readonly Referrer[],
): Promise<boolean> {
  const { client } = context
  const place = { repository: subject.repository, reference: fallbackTag(subject.digest) }
  const lostIn = lostEntries(client, place, new Set(referrers.map(({ digest }) => digest)))
  let isRefused = false
  return mergeUnderTag(context, place, {
    mediaType: OCI_INDEX,
    async into(current) {
      if (current?.digest === subject.digest) throw tagIsDigest(client, `${client.host}/${nameOf(place)}`)
      const index = current && indexIn(client, place, current)
      const lost = index ? await lostIn(index, isRefused ? () => true : isBundle) : new Set<Digest>()
      const isComplete = referrers.every((referrer) => index !== undefined && isListed(index, referrer))
      if (isComplete && lost.size === 0) return undefined
      const bytes = mergeIntoIndex(index, referrers, lost)
      if (bytes.length <= MAX_INDEX_BYTES) return bytes
      throw foreignSignatureTag(client, place, 'lists so many referrers that registries refuse more')
    },
    // Registries that check what a list names say so in these ways.
    isWorthAnother({ status }) {
      const isFirst = !isRefused && (status === 400 || status === 404)
      isRefused = true
      return isFirst
    },
  })
}

/**
 * Takes bundles that the registry no longer has out of the list, if there is one, and returns whether it had to. Fails as
 * `listUnderFallbackTag`.
 */
export async function tidyFallbackTag(context: MergeContext, subject: SubjectPlace): Promise<boolean> {
  const index = await fallbackIndex(context.client, subject)
  return index !== undefined && index !== 'alias' && (await listUnderFallbackTag(context, subject, []))
}

/** Asks for each entry once. */
function lostEntries(client: RegistryClient, { repository }: ManifestPlace, ours: ReadonlySet<Digest>) {
  const found = new Set(ours)
  return async ({ manifests }: Index, isMeant: (entry: Descriptor) => boolean): Promise<ReadonlySet<Digest>> => {
    const asked = manifests.filter(isMeant).map(({ digest }) => digest)
    const lost = await lostManifests(
      client,
      repository,
      asked.filter((digest) => !found.has(digest)),
    )
    for (const digest of asked) if (!lost.has(digest)) found.add(digest)
    return lost
  }
}

function indexIn(client: RegistryClient, place: ManifestPlace, { bytes }: Delivered): Index {
  const index = readIndex(bytes)
  if (index) return index
  throw foreignSignatureTag(client, place, 'does not hold a list of referrers and is not overwritten')
}

function isListed({ manifests }: Index, { digest, entry }: Referrer): boolean {
  return manifests.some((found) => found.digest === digest && found.artifactType === entry.artifactType)
}

/**
 * The index with ours and without `lost`: each digest once, sorted by digest; other fields of the index and entries of
 * others as they were.
 */
function mergeIntoIndex(
  index: Index | undefined,
  referrers: readonly Referrer[],
  lost: ReadonlySet<string> = new Set(),
): Uint8Array {
  const before = index?.raw.manifests
  const entries = [
    ...referrers.map(({ entry }) => entry),
    ...(Array.isArray(before) ? (before as readonly Json[]) : []),
  ]
  const byDigest = new Map<string, Json>()
  for (const entry of entries) {
    const key = digestIn(entry)
    if (!byDigest.has(key) && !lost.has(key)) byDigest.set(key, entry)
  }
  const manifests = [...byDigest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
  return Buffer.from(goJson({ ...index?.raw, schemaVersion: 2, mediaType: OCI_INDEX, manifests }))
}

function digestIn(entry: Json): string {
  return isObject(entry) && typeof entry.digest === 'string' ? entry.digest : goJson(entry)
}

function tagIsDigest(client: RegistryClient, name: string): ReleaseError {
  return new ReleaseError(
    'REGISTRY_REFERRERS_REFUSED',
    `${client.host} has no referrers API and delivers the chart itself under ${name}, where its signatures should be listed`,
    { hint: 'No client can find a signature bundle there. Use a registry with the referrers API, or sign: none.' },
  )
}
