import { createMemo } from '../../../model/async/memoize.ts'
import type { Digest } from '../../../model/chart.ts'
import { ReleaseError } from '../../../model/errors.ts'
import { type Descriptor, type Index, readIndex } from '../artifacts/manifest-reader.ts'
import { type Delivered, getManifest } from '../artifacts/manifests.ts'
import { OCI_INDEX } from '../artifacts/media-types.ts'
import type { RegistryClient } from '../transport/client.ts'
import { pagesOf } from '../transport/pagination.ts'
import { fallbackTag, foreignSignatureTag } from './signature-tags.ts'

/** The artifact whose referrers are meant. */
export interface SubjectPlace {
  readonly repository: string
  readonly digest: Digest
}

const MAX_REFERRERS = 10_000
const MAX_PAGE_BYTES = 4 * 1024 * 1024
// What registries without the API answer, as far as they answer in the protocol at all (formats.md 4.2).
const NO_API = new Set([400, 404, 405, 406, 501])

/** A list of referrers, as far as it was read. */
export interface Referrers {
  readonly manifests: readonly Descriptor[]
  /** There are more than are read; anybody who may push can add some. */
  readonly isCut: boolean
  /** Clients write this list, so what it names may be gone. The referrers API lists what the registry holds. */
  readonly byClients: boolean
}

/**
 * The list of the referrers API; `undefined` if the registry has no such API, seen as consumers see it: only an answer
 * 200 with exactly the index type counts. Fails as `refusal` for 401, 403, 429 and 5xx.
 */
export async function apiReferrers(client: RegistryClient, place: SubjectPlace): Promise<Referrers | undefined> {
  const found: Descriptor[] = []
  const listed = (isCut: boolean): Referrers => ({ manifests: found, isCut, byClients: false })
  try {
    for await (const page of referrerPages(client, place)) {
      if (page === undefined) return undefined
      found.push(...page)
      if (found.length >= MAX_REFERRERS) return listed(true)
    }
  } catch (thrown) {
    // Too long for one answer: not an error, or whoever may push could stop every release.
    if (!(thrown instanceof ReleaseError && thrown.code === 'REMOTE_TOO_LARGE')) throw thrown
    return listed(true)
  }
  return listed(false)
}

/** Page by page; `undefined` for an answer of a registry without the API. */
async function* referrerPages(
  client: RegistryClient,
  { repository, digest }: SubjectPlace,
): AsyncIterable<readonly Descriptor[] | undefined> {
  const path = `/v2/${repository}/referrers/${digest}`
  const headers = { accept: OCI_INDEX }
  const request = { method: 'GET', path, repository, access: 'pull', headers, maxBytes: MAX_PAGE_BYTES } as const
  for await (const page of pagesOf(client, request)) {
    if (NO_API.has(page.status)) yield undefined
    else if (page.status !== 200)
      throw await client.refused(page, repository, `The referrers of ${repository}@${digest} could not be listed`)
    else if (page.headers['content-type']?.split(';')[0]?.trim() !== OCI_INDEX) yield undefined
    else {
      const index = readIndex(page.body)
      if (!index) throw unreadableReferrers(client, { repository, digest })
      yield index.manifests
    }
  }
}

/** The index under the fallback tag with the bytes it came in. */
export interface FallbackIndex {
  readonly index: Index
  readonly delivered: Delivered
}

/**
 * The fallback index; `undefined` if there is none. `'alias'` if the registry takes the tag for the digest itself
 * and delivers the subject (formats.md 4.2). Fails with `REGISTRY_SIGNATURE_TAG_FOREIGN` when something else is there.
 */
export async function fallbackIndex(
  client: RegistryClient,
  { repository, digest }: SubjectPlace,
): Promise<FallbackIndex | 'alias' | undefined> {
  const reference = fallbackTag(digest)
  const delivered = await getManifest(client, { repository, reference })
  if (!delivered) return undefined
  if (delivered.digest === digest) return 'alias'
  const index = readIndex(delivered.bytes)
  if (index) return { index, delivered }
  throw foreignSignatureTag(client, { repository, reference }, 'does not hold a list of referrers')
}

/** How referrers are listed on one registry, learned at the first look and kept: an idle chart costs one request for them. */
export interface ReferrersReader {
  list(place: SubjectPlace): Promise<Referrers>
}

export function createReferrersReader(client: RegistryClient): ReferrersReader {
  const hasApi = createMemo<boolean>()

  async function fromFallback(place: SubjectPlace): Promise<Referrers> {
    const found = await fallbackIndex(client, place)
    const manifests = found === undefined || found === 'alias' ? [] : found.index.manifests
    return { manifests, isCut: false, byClients: true }
  }

  return {
    async list(place) {
      // Whoever comes while the first look is under way waits for what it finds.
      const known = await hasApi.held()?.catch(() => undefined)
      if (known === false) return fromFallback(place)
      const asked = apiReferrers(client, place)
      void hasApi.get(() => asked.then((found) => found !== undefined))
      return (await asked) ?? fromFallback(place)
    },
  }
}

function unreadableReferrers(client: RegistryClient, { repository, digest }: SubjectPlace): ReleaseError {
  return new ReleaseError(
    'REGISTRY_ANSWER_INVALID',
    `${client.host} lists the referrers of ${repository}@${digest} in a form that cannot be read`,
  )
}
