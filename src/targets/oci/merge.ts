import { ReleaseError } from '../../model/errors.ts'
import type { Clock } from '../../platform/platform.ts'
import type { RegistryClient } from './client.ts'
import { type Delivered, getManifest, isStored, type ManifestPlace, nameOf, putManifest } from './manifests.ts'
import { protectedTag } from './protected-tag.ts'

export interface MergeContext {
  readonly client: RegistryClient
  readonly clock: Clock
}

/** What is to be under the tag. */
export interface Merge {
  readonly mediaType: string
  /** The bytes that also hold ours; `undefined` when `current` holds them already. May upload what they name. */
  into(current: Delivered | undefined): Promise<Uint8Array | undefined>
}

const MAX_WRITES = 8
const LONGEST_PAUSE_MS = 4_000

/**
 * Changes what a tag holds without losing what others wrote: read, merge, write (with If-Match where the registry gave an
 * ETag), and read again until ours is in it. Tags have no compare-and-swap in most registries, so a second writer can
 * still overwrite us after the last look; whoever verifies the signatures before promoting sees that.
 * Fails with `CONFLICT_SIGNATURES`, `CONFLICT_TAG_PROTECTED`, and as `refusal`.
 */
export async function mergeUnderTag(
  { client, clock }: MergeContext,
  place: ManifestPlace,
  merge: Merge,
): Promise<void> {
  let refusedEtag: string | undefined
  for (let writes = 0; ; writes++) {
    if (writes > 1) await clock.sleep(Math.min(100 * 2 ** writes, LONGEST_PAUSE_MS) * (0.5 + clock.random() / 2))
    const current = await getManifest(client, place)
    const bytes = await merge.into(current)
    if (bytes === undefined) return
    if (writes === MAX_WRITES) throw lost(client, place)
    // An ETag that was refused while nothing changed is not meant for If-Match.
    const etag = current?.etag === refusedEtag ? undefined : strong(current?.etag)
    const response = await putManifest(client, place, { bytes, mediaType: merge.mediaType, etag })
    if (isStored(response)) continue
    if (response.status !== 412 || etag === undefined) throw await protectedTag(client, place, response)
    refusedEtag = etag
  }
}

// If-Match compares strongly: a weak one never matches.
function strong(etag: string | undefined): string | undefined {
  return etag?.startsWith('W/') ? undefined : etag
}

function lost(client: RegistryClient, place: ManifestPlace): ReleaseError {
  return new ReleaseError(
    'CONFLICT_SIGNATURES',
    `${client.host}/${nameOf(place)} was overwritten by somebody else ${MAX_WRITES} times`,
    { hint: 'Does another workflow sign the same chart? Let one finish, then run this one again.' },
  )
}

/** Runs work on the same key one after the other: two tasks of this run must not race for one tag. */
export function createQueue(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const next = (last.get(key) ?? Promise.resolve()).then(work, work)
    const settled = next.catch(() => undefined)
    last.set(key, settled)
    void settled.then(() => {
      if (last.get(key) === settled) last.delete(key)
    })
    return next
  }
}
