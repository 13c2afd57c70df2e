import { ReleaseError } from '../../model/errors.ts'
import type { Clock } from '../../ports/process.ts'
import type { BucketAddress } from '../s3/address.ts'
import type { Bucket, Condition, StoredFile } from './bucket.ts'

/** Of eight writers at once the last needs eight; S3 may also answer a conflict to all of them. */
export const ATTEMPTS = 30
const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 5_000

/** What writes go through. */
export interface Writing {
  readonly bucket: Bucket
  readonly address: BucketAddress
  readonly clock: Clock
}

/** Only where the object is still what was seen; with `conditional=off` always. */
export function conditionFor({ conditional }: BucketAddress, seen: StoredFile | undefined): Condition {
  if (!conditional) return 'always'
  return seen ? { etag: seen.etag } : 'absent'
}

/** Waits, with jitter over the whole span, so that those that met do not meet again. */
export function pause({ clock }: Pick<Writing, 'clock'>, attempt: number): Promise<void> {
  return clock.sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempt, 10)) * clock.random())
}

export function busy(what: string): ReleaseError {
  return new ReleaseError('INDEX_BUSY', `${what} was written by others ${ATTEMPTS} times in a row`, {
    hint: 'Run again; a `concurrency` group keeps release runs apart.',
  })
}
