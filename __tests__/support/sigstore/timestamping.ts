import { generateKeyPairSync } from 'node:crypto'
import { ASN1Obj } from '@sigstore/core'
import { initializeTSA, type TimestampRequest, type TSA } from '@sigstore/mock/dist/timestamp/tsa.js'
import { Integer } from 'asn1js'
import { bytes } from './certificates.ts'
import type { Answer, ServiceRequest } from './service.ts'

const sha256 = '2.16.840.1.101.3.4.2.1'
const policy = '1.3.6.1.4.1.57264.2'

interface Asked {
  readonly artifactHash: Buffer
  readonly nonce: bigint | undefined
  readonly certReq: boolean
}

export interface TimestampAuthority {
  /** DER, the signing certificate first. */
  readonly chain: readonly Buffer[]
  handle(request: ServiceRequest): Promise<Answer>
}

/** What the authority of @sigstore/mock has inside: it fixes the time, and takes no nonce over 2^53. */
interface Inside {
  getCurrentTime: () => Date
  tstInfo(request: TimestampRequest): { nonce: Integer | undefined }
}

/** A timestamp authority: RFC 3161 requests in DER, and the JSON form that Sigstore's own server also takes. */
export async function createTimestampAuthority(now: () => Date): Promise<TimestampAuthority> {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const tsa = await initializeTSA(keys)
  return {
    chain: [bytes(tsa.intCertificate), bytes(tsa.rootCertificate)],
    async handle(request) {
      if (request.method !== 'POST' || request.path !== '/api/v1/timestamp') return { status: 404, body: '' }
      const isDer = request.headers['content-type'] === 'application/timestamp-query'
      const asked = isDer ? readDer(request.body) : readJson(request.body)
      return { status: 201, body: await timestamp(tsa, asked, now()), type: 'application/timestamp-reply' }
    },
  }
}

async function timestamp(tsa: TSA, asked: Asked, time: Date): Promise<Buffer> {
  const inside = Object.create(tsa) as TSA & Inside
  // Whole seconds, as Sigstore's own authority writes them.
  const seconds = new Date(Math.floor(time.getTime() / 1000) * 1000)
  inside.getCurrentTime = () => seconds
  inside.tstInfo = (request) => {
    const info = (Object.getPrototypeOf(tsa) as Inside).tstInfo.call(inside, request)
    info.nonce = asked.nonce === undefined ? undefined : Integer.fromBigInt(asked.nonce)
    return info
  }
  const artifactHash = Buffer.from(asked.artifactHash)
  const fixed = { hashAlgorithmOID: sha256, policyOID: policy, nonce: 1 }
  return bytes(await inside.timestamp({ ...fixed, artifactHash, certReq: asked.certReq }))
}

function readJson(body: Buffer): Asked {
  const asked = JSON.parse(body.toString()) as { artifactHash: string; nonce?: number; certificates?: boolean }
  return {
    artifactHash: Buffer.from(asked.artifactHash, 'base64'),
    nonce: asked.nonce === undefined ? undefined : BigInt(asked.nonce),
    certReq: asked.certificates ?? false,
  }
}

/** TimeStampReq: https://www.rfc-editor.org/rfc/rfc3161#section-2.4.1 */
function readDer(body: Buffer): Asked {
  const [version, imprint, ...rest] = ASN1Obj.parseBuffer(Buffer.from(body)).subs
  const hashed = imprint?.subs[1]?.value
  if (version?.toInteger() !== 1n || imprint?.subs[0]?.subs[0]?.toOID() !== sha256 || hashed?.length !== 32) {
    throw new Error('timestamp request: expected version 1 and a SHA-256 imprint')
  }
  const nonce = rest.find((part) => part.tag.isInteger())?.toInteger()
  const certReq = rest.find((part) => part.tag.isBoolean())?.toBoolean() ?? false
  return { artifactHash: hashed, nonce, certReq }
}
