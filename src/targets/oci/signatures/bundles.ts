import { digestOf } from '../../../chart/archive/digest.ts'
import { type Backoff, backoffMs } from '../../../model/async/backoff.ts'
import { ReleaseError } from '../../../model/errors.ts'
import { hasBlob, putBlob } from '../artifacts/blobs.ts'
import type { Descriptor } from '../artifacts/manifest-reader.ts'
import { headManifest, isStored, putManifest } from '../artifacts/manifests.ts'
import type { MergeContext } from '../artifacts/merge.ts'
import type { RegistryClient } from '../transport/client.ts'
import { EMPTY_CONFIG, type Referrer, type Subject } from './bundle-manifest.ts'
import { requireTyped, wronglyTyped } from './listed-types.ts'
import { apiReferrers, createReferrersReader } from './referrers.ts'
import { listUnderFallbackTag } from './referrers-fallback-tag.ts'
import { SUBJECT_HINT } from './subject-support.ts'

const PUSH_ATTEMPTS = 3
const LISTING_LOOKS = 5
const BACKOFF: Backoff = { firstMs: 500, growth: 'add' }

/** Whether the registry was seen in this run to list referrers that it says it took. */
export interface Listing {
  isSeen: boolean
}

/**
 * Stores referrers of the subject, with the blobs that they name beside the empty config, and makes sure that consumers find
 * them: by the referrers API if it works, else by the fallback tag (formats.md 8.4). Fails with
 * `REGISTRY_REFERRERS_REFUSED` and as `putBlob`, `listUnderFallbackTag`. `onStored` is told when a registry took them as referrers,
 * before it is asked for its list. True if that was right at once, so that who read it meanwhile has seen them.
 */
export async function attachReferrers(
  context: MergeContext & { readonly listing: Listing; readonly onStored?: () => void },
  subject: Subject,
  blobs: readonly Uint8Array[],
  referrers: readonly Referrer[],
): Promise<boolean> {
  if (referrers.length === 0) return true
  const { repository } = subject
  if (!subject.isNew && (await isComplete(context, subject, blobs, referrers))) return false
  // The empty config is there from the second chart version on; a bundle holds what was never signed before.
  await Promise.all([
    putBlob(context.client, repository, EMPTY_CONFIG, { isNew: subject.isFirst }),
    ...blobs.map((blob) => putBlob(context.client, repository, blob, { isNew: true })),
  ])
  const acknowledged = await Promise.all(referrers.map((referrer) => pushReferrer(context, subject, referrer)))
  const isAcknowledged = acknowledged.every(Boolean)
  if (isAcknowledged) context.onStored?.()
  // One look a registry shows that it lists what it says it took; each chart's own is read back before it is promoted.
  if (isAcknowledged && subject.isNew && context.listing.isSeen) return true
  const looks = await isListedByApi(context, subject, referrers, isAcknowledged)
  if (looks === 0) await listUnderFallbackTag(context, subject, referrers)
  else if (isAcknowledged) context.listing.isSeen = true
  return looks === 1
}

/** Whether the very same referrers are stored and listed already. */
async function isComplete(
  { client }: MergeContext,
  { repository, digest }: Subject,
  blobs: readonly Uint8Array[],
  referrers: readonly Referrer[],
): Promise<boolean> {
  const stored = await Promise.all(
    referrers.map((referrer) => headManifest(client, { repository, reference: referrer.digest }, 'push')),
  )
  if (stored.includes(undefined)) return false
  const there = await Promise.all(blobs.map((blob) => hasBlob(client, repository, digestOf(blob))))
  if (there.includes('no')) return false
  const { manifests, byClients } = await createReferrersReader(client).list({ repository, digest })
  return isEachListed(referrers, manifests) && (byClients || wronglyTyped(referrers, manifests) === undefined)
}

function isEachListed(referrers: readonly Referrer[], listed: readonly Descriptor[]): boolean {
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
    if (mayHeal && attempt < PUSH_ATTEMPTS) await clock.sleep(backoffMs(BACKOFF, attempt))
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
    { hint: SUBJECT_HINT },
  )
}

/** After how many looks; 0: consumers look at the fallback tag. An API that says it took them but never lists them is an error. */
async function isListedByApi(
  { client, clock }: MergeContext,
  subject: Subject,
  referrers: readonly Referrer[],
  isTold: boolean,
): Promise<number> {
  for (let look = 1; ; look++) {
    const found = await apiReferrers(client, subject)
    if (found === undefined) return 0
    if (isEachListed(referrers, found.manifests)) {
      requireTyped(client, subject, wronglyTyped(referrers, found.manifests))
      return look
    }
    if (!isTold) return 0
    // Ours may be beyond what is read of a list that somebody flooded.
    if (found.isCut) return look
    if (look === LISTING_LOOKS) {
      const message = `${client.host} took the signatures of ${subject.repository}@${subject.digest} and does not list them`
      throw new ReleaseError('REGISTRY_REFERRERS_REFUSED', message)
    }
    await clock.sleep(backoffMs(BACKOFF, look))
  }
}
