import type { Environment } from '../../ports/process.ts'
import { type BucketScheme, isWebAddress, originOf, type ParsedAddress, parseBucketAddress } from '../bucket/address.ts'

const REGION = /^[a-z0-9-]{2,40}$/
/** The canned ACLs of S3. */
const ACLS = [
  'private',
  'public-read',
  'public-read-write',
  'authenticated-read',
  'aws-exec-read',
  'bucket-owner-read',
  'bucket-owner-full-control',
]

const S3: BucketScheme = {
  scheme: 's3://',
  example: 's3://my-charts/stable?region=eu-central-1',
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  bucket: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  login: 'Credentials come from the environment, as aws-actions/configure-aws-credentials sets it.',
  remove: 'aws s3 rm',
  options: {
    region: [(value) => REGION.test(value), 'a region such as eu-central-1'],
    // Of a store that is not AWS.
    endpoint: [
      (value) => isWebAddress(value) && new URL(value).pathname === '/',
      'an address such as https://minio.example.com',
    ],
    acl: [(value) => ACLS.includes(value), `one of ${ACLS.join(', ')}`],
  },
}

/** Reads a target address. Fails with `TARGET_ADDRESS_INVALID`, which says what was found. */
export function parseAddress(text: string): ParsedAddress {
  return parseBucketAddress(text, S3)
}

/**
 * The origin of the endpoint in the address or in `AWS_ENDPOINT_URL_S3`, `AWS_ENDPOINT_URL`; `undefined` for AWS itself.
 * Fails as `originOf`.
 */
export function endpointOf(
  { place: { address }, options: { endpoint } }: ParsedAddress,
  environment: Environment,
  plainHttp: readonly string[],
): string | undefined {
  const written = endpoint ?? (environment.AWS_ENDPOINT_URL_S3 || environment.AWS_ENDPOINT_URL || undefined)
  if (written === undefined) return undefined
  return originOf(S3, { address, written, variable: 'AWS_ENDPOINT_URL' }, plainHttp)
}
