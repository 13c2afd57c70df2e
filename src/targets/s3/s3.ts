import { memoizeAsync } from '../../model/async/memoize.ts'
import type { Http } from '../../ports/http.ts'
import type { Bucket } from '../bucket/bucket.ts'
import { createBucketStore } from '../bucket/store.ts'
import { openIndexTarget } from '../index/index-target.ts'
import type { TargetContext, TargetDefinition } from '../target.ts'
import { endpointOf, parseAddress } from './address.ts'
import type { BucketOptions } from './sdk.ts'

/** Charts with an index.yaml in a bucket of S3 or a store that speaks like it. */
export const s3: TargetDefinition = {
  scheme: 's3://',
  example: 's3://my-charts/stable?region=eu-central-1',
  summary:
    'Index and archives on S3 or a compatible store. Each is written only where nobody else did, the index last.',
  hasIndex: true,
  check: (address) => void parseAddress(address),
  open(text, context) {
    const address = parseAddress(text)
    const { region, acl } = address.options
    const endpoint = endpointOf(address, context.environment, context.settings.plainHttp)
    const place = { bucket: address.bucket, region, endpoint, acl }
    const open = (http: () => Http) => memoizeAsync(() => openBucket(place, http(), context))
    const [writer, reader] = [open(() => context.http), open(context.newHttp)]
    const { clock, indexSigner } = context
    const store = createBucketStore(address.place, { writer, reader, clock, signs: indexSigner !== undefined })
    return openIndexTarget(store, context)
  },
}

async function openBucket(
  place: Pick<BucketOptions, 'bucket' | 'region' | 'endpoint' | 'acl'>,
  http: Http,
  { environment, secrets }: TargetContext,
): Promise<Bucket> {
  // Loaded late: the SDK is as large as the rest of the action.
  const sdk = await import('./sdk.ts')
  return sdk.openBucket({ ...place, http, environment, secrets })
}
