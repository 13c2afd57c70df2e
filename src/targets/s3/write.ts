import { digestOf } from '../../chart/digest.ts'
import { MAX_INDEX_BYTES } from '../../index-file/guard.ts'
import type { Source } from '../../index-file/source.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Clock } from '../../platform/platform.ts'
import { MAX_ARCHIVE_BYTES } from '../beside.ts'
import type { Publication } from '../index-store.ts'
import { type BucketAddress, nameOf } from './address.ts'
import type { Bucket, Condition, StoredFile } from './bucket.ts'
import { keyIn, objectOf } from './files.ts'

/** Of eight writers at once the last needs eight; S3 may also answer a conflict to all of them. */
const ATTEMPTS = 30
const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 5_000

interface Writing {
  readonly bucket: Bucket
  readonly address: BucketAddress
  readonly clock: Clock
}

/** Writes a file where none is; `taken` where there is one, which stays. Fails with `INDEX_BUSY` and as the bucket. */
export async function createIfAbsent(
  { bucket, address, clock }: Writing,
  file: string,
  bytes: Uint8Array,
): Promise<'done' | 'taken'> {
  const key = keyIn(address, file)
  if (!address.conditional) {
    if (await bucket.get(key, MAX_ARCHIVE_BYTES)) return 'taken'
    await bucket.put(key, objectOf(file, bytes), { when: 'always' })
    return 'done'
  }
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const put = await bucket.put(key, objectOf(file, bytes), { when: 'absent' })
    if (put !== 'conflict') return put === 'stored' ? 'done' : 'taken'
    await clock.sleep(pause(attempt, clock))
  }
  throw busy(`${nameOf(address)}/${file}`)
}

interface IndexWrite {
  readonly file: string
  readonly indexName: string
  readonly prepare: (current: Source | undefined) => Publication
}

/**
 * Reads the index, lets it be merged, and writes it where it still is what was read; else all of it again, at most thirty
 * times. Fails with `INDEX_BUSY`, and as `prepare` and the bucket.
 */
export async function publishIndex(writing: Writing, { file, indexName, prepare }: IndexWrite): Promise<void> {
  const { bucket, address, clock } = writing
  const key = keyIn(address, file)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const seen = await bucket.get(key, MAX_INDEX_BYTES)
    const { index, keys } = prepare(seen && { bytes: seen.bytes, file: indexName })
    for (const [name, bytes] of keys) {
      if (!(await bucket.get(keyIn(address, name), MAX_ARCHIVE_BYTES))) await createIfAbsent(writing, name, bytes)
    }
    if (!index) return
    const put = await bucket.put(key, objectOf(file, index), { when: conditionFor(address, seen) })
    if (put === 'stored' && (address.conditional || (await isThere(bucket, key, index)))) return
    await clock.sleep(pause(attempt, clock))
  }
  throw busy(indexName)
}

function conditionFor({ conditional }: BucketAddress, seen: StoredFile | undefined): Condition {
  if (!conditional) return 'always'
  return seen ? { etag: seen.etag } : 'absent'
}

/** What others wrote over ours at the same moment is found by looking again. */
async function isThere(bucket: Bucket, key: string, index: Uint8Array): Promise<boolean> {
  const now = await bucket.get(key, MAX_INDEX_BYTES)
  return now !== undefined && digestOf(now.bytes) === digestOf(index)
}

/** With jitter over the whole span, so that those that met do not meet again. */
function pause(attempt: number, clock: Clock): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempt, 10)) * clock.random()
}

function busy(what: string): ReleaseError {
  return new ReleaseError('INDEX_BUSY', `${what} was written by others ${ATTEMPTS} times in a row`, {
    hint: 'Run again; a `concurrency` group keeps release runs apart.',
  })
}
