import { memoizeAsync } from '../../model/async/memoize.ts'
import type { Http } from '../../ports/http.ts'
import type { Bucket } from '../bucket/bucket.ts'
import { createBucketStore } from '../bucket/store.ts'
import { openIndexTarget } from '../index/index-target.ts'
import type { TargetContext, TargetDefinition } from '../target.ts'
import { type BucketAddress, endpointOf, parseAddress } from './address.ts'

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
    const endpoint = endpointOf(address, context.environment, context.settings.plainHttp)
    const open = (http: () => Http) => memoizeAsync(() => openBucket({ ...address, endpoint }, http(), context))
    const [writer, reader] = [open(() => context.http), open(context.newHttp)]
    const { clock, indexSigner } = context
    return openIndexTarget(
      createBucketStore(address, { writer, reader, clock, signs: indexSigner !== undefined }),
      context,
    )
  },
}

type Place = Pick<BucketAddress, 'bucket' | 'region' | 'acl'> & { readonly endpoint: string | undefined }

async function openBucket(
  { bucket, region, endpoint, acl }: Place,
  http: Http,
  { environment, secrets }: TargetContext,
): Promise<Bucket> {
  // Loaded late: the SDK is as large as the rest of the action.
  const sdk = await import('./sdk.ts')
  return sdk.openBucket({ bucket, region, endpoint, acl, http, environment, secrets })
}
