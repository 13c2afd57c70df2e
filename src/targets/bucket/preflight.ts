import { Buffer } from 'node:buffer'
import { ReleaseError } from '../../model/errors.ts'
import { nameOf } from '../s3/address.ts'
import { UNCONDITIONAL_HINT } from '../s3/failure.ts'
import type { Writing } from './backoff.ts'
import { keyIn } from './content-types.ts'

const PROBE = '.release-charts-probe-'
// Of no content: an MD5 in hexadecimal, as ETags are, of bytes that nobody has.
const NO_ETAG = '"00000000000000000000000000000000"'

/**
 * Whether this run may write, and whether the store compares before it writes: a write that must not happen, as there is no
 * object with that ETag. A store that carries it out does not compare; what it wrote is taken away again.
 */
export async function bucketProblems({ address, bucket, clock }: Writing): Promise<readonly ReleaseError[]> {
  if (!address.conditional) return []
  // A name that nobody has: a store that does not compare would replace what is there.
  const probe = `${PROBE}${Math.floor(clock.random() * 36 ** 10).toString(36)}`
  const key = keyIn(address, probe)
  const object = { bytes: Buffer.alloc(0), contentType: 'text/plain', cacheControl: 'no-cache' }
  const put = await bucket.put(key, object, { when: { etag: NO_ETAG }, effect: false })
  if (put !== 'stored') return []
  const isGone = await bucket.remove(key).then(
    () => true,
    () => false,
  )
  const left = isGone ? '' : `; the empty file ${probe} could not be taken away again`
  const what = `${nameOf(address)} is in a store that writes without comparing (it ignores If-Match)${left}`
  return [new ReleaseError('STORE_UNCONDITIONAL', what, { hint: UNCONDITIONAL_HINT })]
}
