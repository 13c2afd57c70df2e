import { generateKeyPairSync } from 'node:crypto'
import { ASN1Obj } from '@sigstore/core'
import { initializeTSA } from '@sigstore/mock/dist/timestamp/tsa.js'
import { bytes } from './certificates.ts'
import type { Answer, ServiceRequest } from './service.ts'
import { type Asked, timestampReplies } from './timestamp-reply.ts'

const sha256 = '2.16.840.1.101.3.4.2.1'

export interface TimestampAuthority {
  /** DER, the signing certificate first. */
  readonly chain: readonly Buffer[]
  handle(request: ServiceRequest): Promise<Answer>
}

/** A timestamp authority: RFC 3161 requests in DER, and the JSON form that Sigstore's own server also takes. */
export async function createTimestampAuthority(now: () => Date): Promise<TimestampAuthority> {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { intCertificate, rootCertificate } = await initializeTSA(keys)
  const leaf = bytes(intCertificate)
  const reply = timestampReplies(leaf, keys.privateKey)
  let serial = 0n
  return {
    chain: [leaf, bytes(rootCertificate)],
    async handle(request) {
      if (request.method !== 'POST' || request.path !== '/api/v1/timestamp') return { status: 404, body: '' }
      const isDer = request.headers['content-type'] === 'application/timestamp-query'
      const asked = isDer ? readDer(request.body) : readJson(request.body)
      serial += 1n
      return { status: 201, body: reply(asked, now(), serial), type: 'application/timestamp-reply' }
    },
  }
}

function readJson(body: Buffer): Asked {
  const asked = JSON.parse(body.toString()) as { artifactHash: string; nonce?: number; certificates?: boolean }
  return {
    imprint: Buffer.from(asked.artifactHash, 'base64'),
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
  return { imprint: hashed, nonce, certReq }
}
