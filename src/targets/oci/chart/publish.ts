import { type Backoff, backoffMs } from '../../../model/async/backoff.ts'
import { allOf } from '../../../model/async/concurrency.ts'
import type { Digest } from '../../../model/chart.ts'
import { ReleaseError } from '../../../model/errors.ts'
import type { Clock } from '../../../ports/process.ts'
import { putBlob } from '../artifacts/blobs.ts'
import { headManifest, isStored, type ManifestPlace, nameOf, putManifest } from '../artifacts/manifests.ts'
import { protectedTag } from '../artifacts/protected-tag.ts'
import type { RegistryClient } from '../transport/client.ts'
import type { ChartContent } from './chart-manifest.ts'

const LOOKS = 4
const BACKOFF: Backoff = { firstMs: 300, growth: 'add' }

/** What is known of a chart before it is stored. */
export interface Expected {
  /** Its version was absent when this run looked: its blobs need not wait for a look at the manifest. */
  readonly isAbsent: boolean
  /** Told whether the manifest is new, as soon as that is known. */
  readonly onKnown?: (isNew: boolean) => void
}

/**
 * Stores blobs and then the manifest by digest: nothing that a tag leads to. What is there already is not sent again, except for
 * small blobs of a version that was absent. True when the manifest was not there.
 */
export async function storeChart(
  client: RegistryClient,
  repository: string,
  chart: ChartContent,
  { isAbsent, onKnown }: Expected,
): Promise<boolean> {
  const place = { repository, reference: chart.digest }
  const store = (isNew: boolean) => allOf(chart.blobs.map((blob) => putBlob(client, repository, blob, { isNew })))
  const look = async () => {
    const isNew = (await headManifest(client, place, 'push')) === undefined
    onKnown?.(isNew)
    return isNew
  }
  const [isNew] = await allOf([look(), isAbsent ? store(true) : undefined].map((one) => Promise.resolve(one)))
  if (!isAbsent) await store(isNew === true)
  if (isNew !== true) return false
  const response = await putManifest(client, place, { bytes: chart.manifest })
  if (!isStored(response)) throw await client.refused(response, repository, `${nameOf(place)} could not be stored`)
  return true
}

/** Whether the tag leads to `digest` already. Fails with `CONFLICT_TAG_TAKEN` when it leads elsewhere. */
export async function isTagged(client: RegistryClient, place: ManifestPlace, digest: Digest): Promise<boolean> {
  const found = await headManifest(client, place, 'push')
  if (found !== undefined && found !== digest) throw tagTaken(client, place, { found, digest })
  return found === digest
}

/** What a tag is to lead to. */
export interface Tagging {
  readonly digest: Digest
  /** Of the manifest. */
  readonly bytes: Uint8Array
  /** Whether it leads there already, if somebody has asked. */
  readonly looked?: Promise<boolean> | undefined
}

/**
 * Writes the tag and reads it back. True when it was written, false when it led there already.
 * Fails with `CONFLICT_TAG_TAKEN`, `CONFLICT_TAG_PROTECTED`, `REGISTRY_ANSWER_INVALID`, and as `refusal`.
 */
export async function writeTag(
  { client, clock }: { readonly client: RegistryClient; readonly clock: Clock },
  place: ManifestPlace,
  { digest, bytes, looked }: Tagging,
): Promise<boolean> {
  if (await (looked ?? isTagged(client, place, digest))) return false
  const response = await putManifest(client, place, { bytes })
  if (!isStored(response)) {
    // Immutable tags are refused for their own content too: somebody may just have written it.
    if (await isTagged(client, place, digest)) return false
    throw await protectedTag(client, place, response)
  }
  for (let look = 1; look <= LOOKS; look++) {
    if (await isTagged(client, place, digest)) return true
    await clock.sleep(backoffMs(BACKOFF, look))
  }
  throw new ReleaseError('REGISTRY_ANSWER_INVALID', `${client.host} took the tag ${nameOf(place)} and does not have it`)
}

function tagTaken(
  client: RegistryClient,
  place: ManifestPlace,
  { found, digest }: { readonly found: Digest; readonly digest: Digest },
): ReleaseError {
  return new ReleaseError(
    'CONFLICT_TAG_TAKEN',
    `${client.host}/${nameOf(place)} is ${found}, and this run made ${digest}`,
    {
      hint: 'A published version is never overwritten: raise the version in Chart.yaml and run again.',
    },
  )
}
