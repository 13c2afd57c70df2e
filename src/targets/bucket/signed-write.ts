import { digestOf } from '../../chart/archive/digest.ts'
import { MAX_INDEX_BYTES } from '../../index-file/scan/guard.ts'
import { ReleaseError } from '../../model/errors.ts'
import { notOurs } from '../index/occupied.ts'
import { INDEX, INDEX_SIGNATURE, isAbout, MAX_SIGNATURE_BYTES, pendingName } from '../index/state.ts'
import { type BucketWriter, conditionFor, untilWritten } from './backoff.ts'
import { keyIn, removalOf } from './bucket.ts'
import { objectOf } from './content-types.ts'

/** The signature of an index, which is another object: it comes first, under a name bound to the index' content. */
export interface SignedWrite {
  /** Before the index is written. */
  announce(index: Uint8Array, signature: Uint8Array): Promise<void>
  /** After the index was written: the signature gets its own name, unless the index is another one by now. */
  complete(index: Uint8Array, signature: Uint8Array): Promise<void>
  /** Removes what this run announced, also for an index that another writer was faster than, and what is left of `replaced`. */
  clear(replaced?: Uint8Array): Promise<void>
}

export function openSignedWrite(writer: BucketWriter): SignedWrite {
  const { bucket, place } = writer
  const key = (file: string) => keyIn(place, file)
  const announced = new Set<string>()

  async function isStill(index: Uint8Array): Promise<boolean> {
    const now = await bucket.get(key(INDEX), MAX_INDEX_BYTES)
    return now !== undefined && digestOf(now.bytes) === digestOf(index)
  }

  const pendingOf = async (index: Uint8Array) => (await bucket.get(key(pendingName(index)), MAX_SIGNATURE_BYTES))?.bytes

  /** By its content it is the signature that its name is bound to: anything else is somebody's own file. */
  async function isPending(index: Uint8Array): Promise<boolean> {
    const there = await pendingOf(index)
    return there !== undefined && isAbout(there, index)
  }

  async function requireNone(file: string, index: Uint8Array): Promise<void> {
    const there = await pendingOf(index)
    if (there && !isAbout(there, index)) throw notOurs(`${place.name}/${file}`, removalOf(place, file))
  }

  return {
    async announce(index, signature) {
      const file = pendingName(index)
      await requireNone(file, index)
      await bucket.put(key(file), objectOf(file, signature), 'always')
      announced.add(file)
    },
    async complete(index, signature) {
      announced.add(pendingName(index))
      await untilWritten(writer, `${place.name}/${INDEX_SIGNATURE}`, async () => {
        const there = await bucket.get(key(INDEX_SIGNATURE), MAX_SIGNATURE_BYTES)
        if (there && Buffer.from(there.bytes).equals(signature)) return 'done'
        // In this order: who wrote a newer index writes its signature later, so ours can't replace that one.
        if (!(await isStill(index))) return 'done'
        const object = objectOf(INDEX_SIGNATURE, signature)
        const put = await bucket.put(key(INDEX_SIGNATURE), object, conditionFor(place, there))
        return put === 'stored' ? 'done' : undefined
      })
    },
    async clear(replaced) {
      // Its writer may have died before it took that away.
      if (replaced && announced.size > 0 && (await isPending(replaced))) announced.add(pendingName(replaced))
      for (const file of announced) await bucket.remove(key(file)).catch(unlessDenied)
      announced.clear()
    },
  }
}

/** Without the right to delete, a small file is left that nobody looks at. */
function unlessDenied(error: unknown): void {
  if (!(error instanceof ReleaseError) || error.code !== 'STORE_DENIED') throw error
}
