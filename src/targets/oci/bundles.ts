import { ReleaseError } from '../../model/errors.ts'
import type { StoredBundle } from '../../model/signature.ts'
import { getBlob, putBlob } from './blobs.ts'
import { bundleReferrer, EMPTY_CONFIG, PREDICATE_TYPE, type Referrer, type Subject } from './bundle-manifest.ts'
import type { RegistryClient } from './client.ts'
import { listUnderFallbackTag } from './fallback.ts'
import { type Descriptor, readManifest } from './manifest-reader.ts'
import { getManifest, headManifest, isStored, putManifest } from './manifests.ts'
import { ANY_BUNDLE } from './media-types.ts'
import type { MergeContext } from './merge.ts'
import { apiReferrers, createReferrersReader, type ReferrersReader, type SubjectPlace } from './referrers.ts'

const MAX_BUNDLE_BYTES = 10_000_000
// Kyverno refuses to look at more than 50; a chart has two.
const MAX_BUNDLES = 100
const PUSH_ATTEMPTS = 3
const LISTING_LOOKS = 5
const PAUSE_MS = 500

/** Whether the registry was seen in this run to list referrers that it says it took. */
export interface Listing {
  isSeen: boolean
}

/**
 * Stores bundles as referrers of the subject and makes sure that consumers find them: by the referrers API where it works,
 * else by the fallback tag (formats.md 8.4). Fails with `REGISTRY_REFERRERS_REFUSED` and as `putBlob`, `listUnderFallbackTag`.
 */
export async function attachBundles(
  context: MergeContext & { readonly listing: Listing },
  subject: Subject,
  bundles: readonly StoredBundle[],
  created: Date,
): Promise<void> {
  if (bundles.length === 0) return
  const { repository } = subject
  const referrers = bundles.map((bundle) => bundleReferrer(subject, bundle, created))
  if (!subject.isNew && (await isComplete(context, subject, referrers))) return
  // The empty config is there from the second chart version on; a bundle holds what was never signed before.
  await Promise.all([
    putBlob(context.client, repository, EMPTY_CONFIG, { isNew: subject.isFirst }),
    ...bundles.map(({ json }) => putBlob(context.client, repository, json, { isNew: true })),
  ])
  const told = await Promise.all(referrers.map((referrer) => pushReferrer(context, subject, referrer)))
  const isTold = told.every(Boolean)
  // One look a registry shows that it lists what it says it took; each chart's own is read back before it is promoted.
  if (isTold && subject.isNew && context.listing.isSeen) return
  const listed = await isListedByApi(context, subject, referrers, isTold)
  if (!listed) await listUnderFallbackTag(context, subject, referrers)
  else if (isTold) context.listing.isSeen = true
}

/** Whether an earlier run stored and listed the very same referrers. */
async function isComplete(
  { client }: MergeContext,
  subject: Subject,
  referrers: readonly Referrer[],
): Promise<boolean> {
  const { repository } = subject
  const stored = await Promise.all(
    referrers.map(({ digest }) => headManifest(client, { repository, reference: digest }, 'push')),
  )
  if (stored.includes(undefined)) return false
  const listed = await createReferrersReader(client).list(subject)
  return referrers.every(({ digest }) => listed.some((descriptor) => descriptor.digest === digest))
}

/** Whether the registry answered that it knows what a subject is. */
async function pushReferrer({ client, clock }: MergeContext, subject: Subject, referrer: Referrer): Promise<boolean> {
  const { repository } = subject
  for (let attempt = 1; ; attempt++) {
    const response = await putManifest(client, { repository, reference: referrer.digest }, { bytes: referrer.manifest })
    if (isStored(response)) return response.headers['oci-subject'] === subject.digest
    // GitLab may not know a subject yet that was pushed a moment ago.
    const mayHeal = response.status === 400 || response.status === 404
    if (mayHeal && attempt < PUSH_ATTEMPTS) await clock.sleep(PAUSE_MS * attempt)
    else if (mayHeal || [405, 415, 422, 501].includes(response.status))
      throw refusedReferrer(client, subject, response.status)
    else
      throw await client.refused(
        response,
        repository,
        `A signature of ${repository}@${subject.digest} could not be stored`,
      )
  }
}

function refusedReferrer(client: RegistryClient, { repository, digest }: Subject, status: number): ReleaseError {
  return new ReleaseError(
    'REGISTRY_REFERRERS_REFUSED',
    `${client.host} does not take the signature bundle of ${repository}@${digest} (${status}): it knows no manifests with a subject`,
    { hint: 'The registry must accept OCI 1.1 manifests. Ask for an update, use another one, or set sign: none.' },
  )
}

/** `false`: consumers look at the fallback tag. An API that says it took them but never lists them is an error. */
async function isListedByApi(
  { client, clock }: MergeContext,
  subject: Subject,
  referrers: readonly Referrer[],
  isTold: boolean,
): Promise<boolean> {
  for (let look = 1; ; look++) {
    const found = await apiReferrers(client, subject)
    if (found === undefined) return false
    if (referrers.every(({ digest }) => found.some((descriptor) => descriptor.digest === digest))) return true
    if (!isTold) return false
    if (look === LISTING_LOOKS) {
      const message = `${client.host} took the signatures of ${subject.repository}@${subject.digest} and does not list them`
      throw new ReleaseError('REGISTRY_REFERRERS_REFUSED', message)
    }
    await clock.sleep(PAUSE_MS * look)
  }
}

export function isBundle({ artifactType }: Descriptor): boolean {
  return artifactType?.startsWith(ANY_BUNDLE) ?? false
}

/**
 * All bundles that refer to the subject, whoever made them. As consumers do, what has not the form of a bundle is passed
 * over, and so is what is listed but gone. Fails as `getBlob` for bytes with a wrong digest.
 */
export async function readBundles(
  client: RegistryClient,
  reader: ReferrersReader,
  place: SubjectPlace,
): Promise<readonly StoredBundle[]> {
  const listed = (await reader.list(place)).filter(isBundle)
  if (listed.length > MAX_BUNDLES) {
    throw new ReleaseError(
      'REMOTE_TOO_LARGE',
      `${client.host} lists ${listed.length} signature bundles of ${place.repository}@${place.digest}`,
    )
  }
  const found = await Promise.all(listed.map(({ digest }) => readBundle(client, place, digest)))
  return found.filter((bundle) => bundle !== undefined)
}

async function readBundle(client: RegistryClient, { repository, digest }: SubjectPlace, reference: string) {
  const delivered = await getManifest(client, { repository, reference })
  const manifest = delivered && readManifest(delivered.bytes)
  const [layer, second] = manifest?.layers ?? []
  if (manifest?.subject?.digest !== digest || !layer?.mediaType.startsWith(ANY_BUNDLE) || second) return undefined
  const json = await getBlob(client, repository, layer, MAX_BUNDLE_BYTES).catch(missing)
  return json && { json, predicateType: manifest.annotations[PREDICATE_TYPE] ?? '' }
}

function missing(thrown: unknown): undefined {
  if (thrown instanceof ReleaseError && thrown.code === 'REGISTRY_NOT_FOUND') return undefined
  throw thrown
}
