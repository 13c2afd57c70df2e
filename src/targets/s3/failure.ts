import { ReleaseError } from '../../model/errors.ts'
import { type StoreAnswer, storeRefusal } from '../bucket/errors.ts'

/** What was asked of which key, for messages. */
export interface Asked {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  readonly bucket: string
  readonly key: string
}

/** An answer of S3 that is none of those hoped for. `code` as in its XML. */
export interface Refusal extends StoreAnswer {
  /** As S3 tells it with 301 and 400. */
  readonly region?: string | undefined
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export function refusalOf(asked: Asked, refusal: Refusal): ReleaseError {
  const { method, bucket, key } = asked
  return storeRefusal({ method, object: `s3://${bucket}/${key}` }, refusal, hintFor(asked, refusal))
}

function hintFor({ method, bucket, key }: Asked, { status, code, region }: Refusal): string | undefined {
  const folder = key.includes('/') ? key.slice(0, key.lastIndexOf('/') + 1) : ''
  if (/Expired/.test(code))
    return 'The credentials ended: move aws-actions/configure-aws-credentials nearer to this step.'
  if (/InvalidAccessKeyId|SignatureDoesNotMatch|InvalidToken/.test(code))
    return 'The store does not take these credentials: check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.'
  if (code === 'RequestTimeTooSkewed')
    return 'The clock of the runner is wrong: set it, e.g. with `timedatectl set-ntp true`.'
  if (status === 403 && method === 'GET')
    return `Without the right to list a bucket, S3 answers 403 for what is not there too, so this run can't know: allow s3:ListBucket on arn:aws:s3:::${bucket} and s3:GetObject on arn:aws:s3:::${bucket}/${folder}*.`
  if (status === 403 && method === 'PUT')
    return `Allow s3:PutObject on arn:aws:s3:::${bucket}/${folder}*; with acl= in the target s3:PutObjectAcl too.`
  if (code === 'NoSuchBucket') return 'Create the bucket first, or correct its name.'
  if (code === 'AccessControlListNotSupported') return 'The bucket takes no ACLs: take acl= out of the target.'
  if (region !== undefined && /^[a-z0-9-]+$/.test(region))
    return `The bucket is in another region: add region=${region} to the target.`
  if (status === 429 || status === 503) return 'The store asks for fewer requests. Run again later.'
  return undefined
}

export function noCredentials(bucket: string, words: string): ReleaseError {
  const said = words.split('\n', 1)[0]?.slice(0, 200) ?? ''
  return new ReleaseError('STORE_CREDENTIALS_MISSING', `There are no credentials for s3://${bucket}: ${said}`, {
    hint: 'Add a step with aws-actions/configure-aws-credentials before this one, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in its `env`.',
  })
}

export function noRegion(bucket: string): ReleaseError {
  return new ReleaseError('TARGET_ADDRESS_INVALID', `Nothing says in which region the bucket ${bucket} is`, {
    hint: `Write the target like s3://${bucket}?region=eu-central-1, or set AWS_REGION.`,
  })
}
