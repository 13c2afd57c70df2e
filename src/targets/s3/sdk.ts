import { createHash } from 'node:crypto'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  type ObjectCannedACL,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { ReleaseError } from '../../model/errors.ts'
import type { Http } from '../../ports/http.ts'
import type { Environment } from '../../ports/process.ts'
import type { Secrets } from '../../ports/runner.ts'
import { clientConfig, maskKeys } from '../aws/client-config.ts'
import { ClientFailure, type Exchange } from '../aws/handler.ts'
import type { Bucket, Condition, Put, StoredFile } from '../bucket/bucket.ts'
import { MAX_ARCHIVE_BYTES } from '../index/release-files.ts'
import { type Asked, noCredentials, noRegion, refusalOf } from './failure.ts'

export interface BucketOptions {
  readonly bucket: string
  readonly region?: string | undefined
  readonly endpoint?: string | undefined
  readonly acl?: string | undefined
  readonly http: Http
  readonly environment: Environment
  readonly secrets: Pick<Secrets, 'add'>
}

/** A bucket through the AWS SDK. This file is loaded late: the SDK is larger than the rest of the action. */
export function openBucket(options: BucketOptions): Bucket {
  const { bucket, acl } = options
  const client = new S3Client(configOf(options))

  async function ask<T>(asked: Asked, send: () => Promise<T>): Promise<T | Failure> {
    try {
      await maskKeys(client, options.secrets)
      return await send()
    } catch (thrown) {
      if (thrown instanceof ClientFailure) throw thrown.thrown
      return failureIn(thrown, asked)
    }
  }

  async function read(
    { Key: key, ...how }: Omit<GetObjectCommandInput, 'Bucket' | 'Key'> & { readonly Key: string },
    maxBytes: number,
  ): Promise<StoredFile | undefined> {
    const asked = { method: 'GET', bucket, key } as const
    const exchange: Exchange = { maxBytes }
    const found = await ask(asked, async () => {
      const { Body, ETag = '' } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, ...how }),
        exchange,
      )
      return { bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(), etag: ETag }
    })
    if (!(found instanceof Failure)) return found
    // A bucket that is not there is another thing, and so is a 404 of somebody who is no S3.
    if (found.status === 404 && /^(?:NoSuchKey|NotFound)$/.test(found.code)) return undefined
    throw refusalOf(asked, found)
  }

  return {
    get: (key, maxBytes) => read({ Key: key, ChecksumMode: 'ENABLED' }, maxBytes),
    // HEAD has no body that would say what is not there: the object, or the bucket.
    has: async (key) => (await read({ Key: key, Range: 'bytes=0-0' }, MAX_ARCHIVE_BYTES)) !== undefined,
    async put(key, { bytes, contentType, cacheControl }, when) {
      const asked = { method: 'PUT', bucket, key } as const
      const exchange: Exchange = { effect: when !== 'never' }
      const stored = await ask(asked, async (): Promise<Put> => {
        const command = new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: bytes,
          ContentType: contentType,
          CacheControl: cacheControl,
          ChecksumSHA256: createHash('sha256').update(bytes).digest('base64'),
          ...(acl !== undefined && { ACL: acl as ObjectCannedACL }),
          ...conditionOf(when),
        })
        await client.send(command, exchange)
        return 'stored'
      })
      if (!(stored instanceof Failure)) return stored
      if (when !== 'always' && stored.status === 412) return 'refused'
      if (when !== 'always' && stored.status === 409) return 'conflict'
      if ((when === 'never' || typeof when === 'object') && stored.status === 404 && stored.code !== 'NoSuchBucket')
        return 'refused'
      throw refusalOf(asked, stored)
    },
    async remove(key) {
      const asked = { method: 'DELETE', bucket, key } as const
      const exchange: Exchange = { effect: true }
      const removed = await ask(asked, () =>
        client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }), exchange),
      )
      if (removed instanceof Failure) throw refusalOf(asked, removed)
    },
  }
}

/** No object has it: ETags are MD5s in hexadecimal, and nobody has bytes with this one. */
const NO_ETAG = '"00000000000000000000000000000000"'

/** An answer with an error, which may be what was hoped for. */
class Failure {
  readonly status: number
  readonly code: string
  readonly region: string | undefined

  constructor(status: number, code: string, region?: string) {
    this.status = status
    this.code = code
    this.region = region
  }
}

function configOf({ region, endpoint, http, environment }: BucketOptions): S3ClientConfig {
  const where = region ?? (environment.AWS_REGION || environment.AWS_DEFAULT_REGION || undefined)
  const known = where ?? (endpoint === undefined ? undefined : 'us-east-1')
  return {
    ...(known !== undefined && { region: known }),
    // Other stores have no name for each bucket.
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    ...clientConfig(http, environment),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  }
}

function conditionOf(when: Condition): { readonly IfMatch?: string; readonly IfNoneMatch?: string } {
  if (when === 'always') return {}
  if (when === 'absent') return { IfNoneMatch: '*' }
  return { IfMatch: when === 'never' ? NO_ETAG : when.etag }
}

/** An answer as a value; everything else is thrown on in our own words. */
function failureIn(thrown: unknown, { bucket, key }: Asked): Failure {
  if (thrown instanceof ReleaseError || !(thrown instanceof Error)) throw thrown
  if (/^Region is missing/.test(thrown.message)) throw noRegion(bucket)
  if (/^Checksum mismatch/.test(thrown.message)) {
    throw new ReleaseError(
      'REGISTRY_DIGEST_MISMATCH',
      `s3://${bucket}/${key} came with other bytes than its checksum says`,
    )
  }
  const { $metadata, $response, $fault } = thrown as SdkError
  const status = $response?.statusCode ?? $metadata?.httpStatusCode
  if (status !== undefined && ($response || $fault))
    return new Failure(status, thrown.name, $response?.headers?.['x-amz-bucket-region'])
  if (/Credentials|Token/.test(thrown.name)) throw noCredentials(bucket, thrown.message)
  throw new ReleaseError('STORE_FAILED', `s3://${bucket} cannot be asked: ${thrown.message}`, {
    hint: 'Check the variables and files of the job that say how to reach the store (AWS_REGION, AWS_PROFILE, AWS_CONFIG_FILE and the like).',
    cause: thrown,
  })
}

interface SdkError extends Error {
  readonly $fault?: string
  readonly $metadata?: { readonly httpStatusCode?: number }
  readonly $response?: { readonly statusCode?: number; readonly headers?: Readonly<Record<string, string>> }
}
