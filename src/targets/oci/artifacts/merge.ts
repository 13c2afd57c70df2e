import { type Backoff, backoffMs } from '../../../model/async/backoff.ts'
import { ReleaseError } from '../../../model/errors.ts'
import type { HttpResponse } from '../../../ports/http.ts'
import type { Clock } from '../../../ports/process.ts'
import type { RegistryClient } from '../transport/client.ts'
import { ABSENT, type Delivered, getManifest, isStored, type ManifestPlace, nameOf, putManifest } from './manifests.ts'
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
  /** Nothing was there a moment ago, and who asked for it reads it back: no second look is taken here. */
  readonly isNew?: boolean
  /** Whether a refusal can be answered with other bytes. */
  isWorthAnother?(response: HttpResponse): boolean
}

const MAX_WRITES = 8
const BACKOFF: Backoff = { firstMs: 400, longestMs: 4_000, jitter: 0.5 }

/**
 * Changes what a tag holds without losing what others wrote: read, merge, write under the condition that nothing changed
 * meanwhile, and read again until ours is in it. Most registries ignore the condition, so a second writer can still
 * overwrite us after the last look; whoever verifies the signatures before promoting sees that.
 * Returns whether anything was written. Fails with `CONFLICT_SIGNATURES`, `CONFLICT_TAG_PROTECTED`, and as `refusal`.
 */
export async function mergeUnderTag(
  { client, clock }: MergeContext,
  place: ManifestPlace,
  merge: Merge,
): Promise<boolean> {
  let refused: string | undefined
  for (let writes = 0; ; writes++) {
    if (writes > 1) await clock.sleep(backoffMs(BACKOFF, writes - 1, clock))
    const current = await getManifest(client, place)
    const bytes = await merge.into(current)
    if (bytes === undefined) return writes > 0
    if (writes === MAX_WRITES) throw overwrittenTooOften(client, place)
    const condition = conditionFor(current)
    // Refused while nothing changed: then it is not understood as it is meant, and tried without.
    const isUsed = condition !== undefined && condition !== refused
    const response = await putManifest(client, place, {
      bytes,
      mediaType: merge.mediaType,
      ...(isUsed && { condition }),
    })
    if (isStored(response) && merge.isNew && current === undefined) return true
    if (isStored(response)) continue
    if (response.status === 412 && isUsed) refused = condition
    else if (!merge.isWorthAnother?.(response)) {
      if (await holdsOurs(client, place, merge, current)) return writes > 0
      throw await protectedTag(client, place, response)
    }
  }
}

/** A tag that is written once refuses also what it holds: another run, or a request whose answer was lost, may just have written it. */
async function holdsOurs(
  client: RegistryClient,
  place: ManifestPlace,
  merge: Merge,
  before: Delivered | undefined,
): Promise<boolean> {
  const now = await getManifest(client, place)
  return now !== undefined && now.digest !== before?.digest && (await merge.into(now)) === undefined
}

// A weak ETag never matches under If-Match.
function conditionFor(current: Delivered | undefined): string | undefined {
  if (!current) return ABSENT
  return current.etag?.startsWith('W/') ? undefined : current.etag
}

function overwrittenTooOften(client: RegistryClient, place: ManifestPlace): ReleaseError {
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
