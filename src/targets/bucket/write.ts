import { digestOf } from '../../chart/archive/digest.ts'
import { MAX_INDEX_BYTES } from '../../index-file/scan/guard.ts'
import { asReleaseError } from '../../model/errors.ts'
import { isReplaceable, notOurs } from '../index/occupied.ts'
import { MAX_ARCHIVE_BYTES } from '../index/release-files.ts'
import { INDEX, type IndexState, MAX_SIGNATURE_BYTES, readState } from '../index/state.ts'
import type { Publication } from '../index/store.ts'
import { type BucketWriter, conditionFor, untilWritten } from './backoff.ts'
import { type Bucket, keyIn, removalOf, type StoredFile } from './bucket.ts'
import { objectOf } from './content-types.ts'
import { openSignedWrite } from './signed-write.ts'

/** Writes a file if none is there; `taken` if there is one, which stays. Fails with `INDEX_BUSY` and as the bucket. */
export async function createIfAbsent(writer: BucketWriter, file: string, bytes: Uint8Array): Promise<'done' | 'taken'> {
  const { bucket, place } = writer
  const key = keyIn(place, file)
  if (!place.conditional) {
    if (await bucket.get(key, MAX_ARCHIVE_BYTES)) return 'taken'
    await bucket.put(key, objectOf(file, bytes), 'always')
    return 'done'
  }
  return untilWritten(writer, `${place.name}/${file}`, async () => {
    const put = await bucket.put(key, objectOf(file, bytes), 'absent')
    if (put === 'conflict') return undefined
    return put === 'stored' ? 'done' : 'taken'
  })
}

/**
 * Writes a file beside an archive, in the place of one that is about the same archive at most. Fails with `PATH_OCCUPIED`,
 * `INDEX_BUSY` and as the bucket.
 */
export async function writeBeside(writer: BucketWriter, file: string, bytes: Uint8Array): Promise<void> {
  const { bucket, place } = writer
  const key = keyIn(place, file)
  await untilWritten(writer, `${place.name}/${file}`, async () => {
    const there = await bucket.get(key, MAX_ARCHIVE_BYTES)
    if (there && digestOf(there.bytes) === digestOf(bytes)) return 'done'
    if (there && !isReplaceable(there.bytes, bytes)) throw notOurs(`${place.name}/${file}`, removalOf(place, file))
    const put = await bucket.put(key, objectOf(file, bytes), conditionFor(place, there))
    return put === 'stored' ? 'done' : undefined
  })
}

interface IndexWrite {
  readonly indexName: string
  readonly prepare: (current: IndexState) => Promise<Publication>
}

/**
 * Reads the index, lets it be merged, and writes it if it still is what was read; else all of it again. Fails with
 * `INDEX_BUSY`, and as `prepare` and the bucket.
 */
export async function publishIndex(
  writer: BucketWriter & { readonly signs: boolean },
  { indexName, prepare }: IndexWrite,
): Promise<void> {
  const { bucket, place, signs } = writer
  const key = keyIn(place, INDEX)
  const read = async (file: string) => (await bucket.get(keyIn(place, file), MAX_SIGNATURE_BYTES))?.bytes
  const signing = openSignedWrite(writer)
  await untilWritten(writer, indexName, async () => {
    let seen: StoredFile | undefined
    const readIndex = async () => {
      seen = await bucket.get(key, MAX_INDEX_BYTES)
      return seen && { bytes: seen.bytes, file: indexName }
    }
    const { index, signature, keys } = await prepare(await readState({ readIndex, read, signs }))
    for (const [name, bytes] of keys) {
      if (!(await bucket.get(keyIn(place, name), MAX_ARCHIVE_BYTES))) await createIfAbsent(writer, name, bytes)
    }
    if (index && signature) await signing.announce(index, signature)
    if (index && !(await putIndex(writer, index, seen))) return undefined
    const there = index ?? seen?.bytes
    if (there && signature) await signing.complete(there, signature)
    await signing.clear(seen?.bytes)
    return 'done'
  })
}

/** False if another writer was first. If an answer was lost, or a request was repeated for that, the index is read again. */
async function putIndex(
  { bucket, place }: BucketWriter,
  index: Uint8Array,
  seen: StoredFile | undefined,
): Promise<boolean> {
  const key = keyIn(place, INDEX)
  try {
    const put = await bucket.put(key, objectOf(INDEX, index), conditionFor(place, seen))
    return put === 'stored' && place.conditional ? true : await isThere(bucket, key, index)
  } catch (error) {
    if (asReleaseError(error).kind !== 'remote') throw error
    if (await isThere(bucket, key, index).catch(() => false)) return true
    throw error
  }
}

/** What others wrote over ours at the same moment is found by looking again. */
async function isThere(bucket: Bucket, key: string, index: Uint8Array): Promise<boolean> {
  const now = await bucket.get(key, MAX_INDEX_BYTES)
  return now !== undefined && digestOf(now.bytes) === digestOf(index)
}
