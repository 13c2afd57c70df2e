import { digestOf } from '../../chart/archive/digest.ts'
import { MAX_INDEX_BYTES } from '../../index-file/scan/guard.ts'
import { asReleaseError } from '../../model/errors.ts'
import { isReplaceable, notOurs } from '../index/occupied.ts'
import { MAX_ARCHIVE_BYTES } from '../index/release-files.ts'
import { INDEX, type IndexState, MAX_SIGNATURE_BYTES, readState } from '../index/state.ts'
import type { Publication } from '../index/store.ts'
import { nameOf } from '../s3/address.ts'
import { ATTEMPTS, busy, conditionFor, pause, type Writing } from './backoff.ts'
import type { Bucket, StoredFile } from './bucket.ts'
import { keyIn, objectOf, removalOf } from './content-types.ts'
import { openSignedWrite } from './signed-write.ts'

/** Writes a file where none is; `taken` where there is one, which stays. Fails with `INDEX_BUSY` and as the bucket. */
export async function createIfAbsent(writing: Writing, file: string, bytes: Uint8Array): Promise<'done' | 'taken'> {
  const { bucket, address } = writing
  const key = keyIn(address, file)
  if (!address.conditional) {
    if (await bucket.get(key, MAX_ARCHIVE_BYTES)) return 'taken'
    await bucket.put(key, objectOf(file, bytes), { when: 'always' })
    return 'done'
  }
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const put = await bucket.put(key, objectOf(file, bytes), { when: 'absent' })
    if (put !== 'conflict') return put === 'stored' ? 'done' : 'taken'
    await pause(writing, attempt)
  }
  throw busy(`${nameOf(address)}/${file}`)
}

/**
 * Writes a file beside an archive, in the place of one that is about the same archive at most. Fails with `PATH_OCCUPIED`,
 * `INDEX_BUSY` and as the bucket.
 */
export async function writeBeside(writing: Writing, file: string, bytes: Uint8Array): Promise<void> {
  const { bucket, address } = writing
  const key = keyIn(address, file)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const there = await bucket.get(key, MAX_ARCHIVE_BYTES)
    if (there && digestOf(there.bytes) === digestOf(bytes)) return
    if (there && !isReplaceable(there.bytes, bytes))
      throw notOurs(`${nameOf(address)}/${file}`, removalOf(address, file))
    const put = await bucket.put(key, objectOf(file, bytes), { when: conditionFor(address, there) })
    if (put === 'stored') return
    await pause(writing, attempt)
  }
  throw busy(`${nameOf(address)}/${file}`)
}

interface IndexWrite {
  readonly indexName: string
  readonly prepare: (current: IndexState) => Promise<Publication>
}

/**
 * Reads the index, lets it be merged, and writes it where it still is what was read; else all of it again, at most thirty
 * times. Fails with `INDEX_BUSY`, and as `prepare` and the bucket.
 */
export async function publishIndex(
  writing: Writing & { readonly signs: boolean },
  { indexName, prepare }: IndexWrite,
): Promise<void> {
  const { bucket, address, signs } = writing
  const key = keyIn(address, INDEX)
  const read = async (file: string) => (await bucket.get(keyIn(address, file), MAX_SIGNATURE_BYTES))?.bytes
  const signing = openSignedWrite(writing)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    let seen: StoredFile | undefined
    const readIndex = async () => {
      seen = await bucket.get(key, MAX_INDEX_BYTES)
      return seen && { bytes: seen.bytes, file: indexName }
    }
    const { index, signature, keys } = await prepare(await readState({ readIndex, read, signs }))
    for (const [name, bytes] of keys) {
      if (!(await bucket.get(keyIn(address, name), MAX_ARCHIVE_BYTES))) await createIfAbsent(writing, name, bytes)
    }
    if (index && signature) await signing.announce(index, signature)
    const stored = !index || (await putIndex(writing, index, seen))
    const there = index ?? seen?.bytes
    if (stored && there && signature) await signing.complete(there, signature)
    if (stored) return signing.clear(seen?.bytes)
    await pause(writing, attempt)
  }
  throw busy(indexName)
}

/** False if somebody else was first. An answer that was lost, or a request that was repeated for that, is looked up. */
async function putIndex(
  { bucket, address }: Writing,
  index: Uint8Array,
  seen: StoredFile | undefined,
): Promise<boolean> {
  const key = keyIn(address, INDEX)
  try {
    const put = await bucket.put(key, objectOf(INDEX, index), { when: conditionFor(address, seen) })
    return put === 'stored' && address.conditional ? true : await isThere(bucket, key, index)
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
