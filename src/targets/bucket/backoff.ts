import { type Backoff, backoffMs } from '../../model/async/backoff.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Clock } from '../../ports/process.ts'
import type { Bucket, BucketPlace, Condition, StoredFile } from './bucket.ts'

/** Of eight writers at once the last needs eight attempts; S3 may also answer a conflict to all of them. */
const ATTEMPTS = 30
/** Chance decides over the whole pause, so that writers that met do not meet again. */
const BACKOFF: Backoff = { firstMs: 100, longestMs: 5_000, jitter: 1 }

/** What writes go through. */
export interface BucketWriter {
  readonly bucket: Bucket
  readonly place: BucketPlace
  readonly clock: Clock
}

/** Only if the object is still what was seen; with `conditional=off` always. */
export function conditionFor({ conditional }: BucketPlace, seen: StoredFile | undefined): Condition {
  if (!conditional) return 'always'
  return seen ? { etag: seen.etag } : 'absent'
}

/**
 * Makes attempts until one has a result; `undefined` means that another writer was faster. `what` is written, for messages.
 * Fails with `INDEX_BUSY`, and as an attempt does.
 */
export async function untilWritten<T>(
  { clock }: Pick<BucketWriter, 'clock'>,
  what: string,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  for (let count = 1; count <= ATTEMPTS; count += 1) {
    const result = await attempt()
    if (result !== undefined) return result
    await clock.sleep(backoffMs(BACKOFF, count, clock))
  }
  throw new ReleaseError('INDEX_BUSY', `${what} was written by others ${ATTEMPTS} times in a row`, {
    hint: 'Run again; a `concurrency` group keeps release runs apart.',
  })
}
