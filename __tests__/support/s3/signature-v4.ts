import { createHash, createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export interface Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

export interface SignedRequest {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/**
 * The code of the refusal where a request to S3, or to another service of AWS, is not signed as AWS Signature Version 4 wants it; written from AWS's description,
 * without the library that signs. Every `x-amz-` header and the host must be signed, and the body's digest must be true.
 */
export function refusedSignature(
  { method, url, headers, body }: SignedRequest,
  keys: Keys,
  service: 's3' | 'ecr' = 's3',
): string | undefined {
  const parsed =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([a-z0-9]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    )
  if (!parsed) return 'AccessDenied'
  const [, id = '', day = '', region = '', named = '', names = '', signature = ''] = parsed
  if (named !== service) return 'SignatureDoesNotMatch'
  if (id !== keys.accessKeyId) return 'InvalidAccessKeyId'
  if ((headers['x-amz-security-token'] ?? undefined) !== keys.sessionToken) return 'InvalidToken'
  const signed = names.split(';')
  const wanted = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-'))]
  if (wanted.some((name) => !signed.includes(name))) return 'AccessDenied'
  // Only S3 wants to be told the digest of the body besides.
  const payload = service === 's3' ? String(headers['x-amz-content-sha256'] ?? '') : sha256(body)
  if (payload !== sha256(body)) return 'XAmzContentSHA256Mismatch'
  const time = String(headers['x-amz-date'] ?? '')
  const canonical = [
    method,
    url.pathname,
    [...url.searchParams]
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .sort()
      .join('&'),
    ...signed.map(
      (name) =>
        `${name}:${String(headers[name] ?? '')
          .trim()
          .replace(/ +/g, ' ')}`,
    ),
    '',
    names,
    payload,
  ].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const key = [service, 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${keys.secretAccessKey}`, day), region))
  const right = hmac(key, ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')).toString('hex')
  return right === signature && time.startsWith(day) ? undefined : 'SignatureDoesNotMatch'
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
}
