import { Buffer } from 'node:buffer'
import type { ReleaseError } from '../../model/errors.ts'
import type { BucketWriter } from './backoff.ts'
import { keyIn } from './bucket.ts'
import { unconditional } from './errors.ts'

const PROBE = '.release-charts-probe-'

/**
 * Whether this run may write, and whether the store compares before it writes: asks for a write that must never happen. A store
 * that carries it out does not compare; what it wrote is removed again.
 */
export async function bucketProblems({ place, bucket, clock }: BucketWriter): Promise<readonly ReleaseError[]> {
  if (!place.conditional) return []
  // A name that nobody has: a store that does not compare would replace what is there.
  const probe = `${PROBE}${Math.floor(clock.random() * 36 ** 10).toString(36)}`
  const key = keyIn(place, probe)
  const object = { bytes: Buffer.alloc(0), contentType: 'text/plain', cacheControl: 'no-cache' }
  const put = await bucket.put(key, object, 'never')
  if (put !== 'stored') return []
  const isGone = await bucket.remove(key).then(
    () => true,
    () => false,
  )
  const left = isGone ? '' : `; the empty file ${probe} could not be taken away again`
  return [unconditional(`${place.name} is in a store that writes without comparing (it ignores If-Match)${left}`)]
}
