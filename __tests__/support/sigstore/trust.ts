import { createHash, type KeyObject } from 'node:crypto'
import type { TimestampAuthority } from './timestamping.ts'

export interface Trusted {
  readonly fulcioUrl: string
  readonly rekorUrl: string
  readonly tsaUrl: string
  /** DER. */
  readonly fulcioRoot: Buffer
  /** DER, SubjectPublicKeyInfo. */
  readonly ctLogKey: Buffer | undefined
  readonly rekorKey: KeyObject
  readonly tsa: TimestampAuthority | undefined
}

// All keys and certificates are made at start; the past covers clocks that tests turn back.
const validFor = { start: '2020-01-01T00:00:00.000Z' }

/** TrustedRoot as protobuf JSON: https://github.com/sigstore/protobuf-specs, sigstore_trustroot.proto */
export function describeTrustedRoot(trusted: Trusted) {
  const rekorKey = trusted.rekorKey.export({ format: 'der', type: 'spki' })
  return {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [describeLog(trusted.rekorUrl, rekorKey)],
    certificateAuthorities: [describeAuthority(trusted.fulcioUrl, [trusted.fulcioRoot])],
    ctlogs: trusted.ctLogKey ? [describeLog(trusted.fulcioUrl, trusted.ctLogKey)] : [],
    timestampAuthorities: trusted.tsa ? [describeAuthority(trusted.tsaUrl, trusted.tsa.chain)] : [],
  }
}

function describeLog(baseUrl: string, key: Buffer) {
  const publicKey = { rawBytes: key.toString('base64'), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor }
  const keyId = createHash('sha256').update(key).digest('base64')
  return { baseUrl, hashAlgorithm: 'SHA2_256', publicKey, logId: { keyId } }
}

function describeAuthority(uri: string, chain: readonly Buffer[]) {
  const certificates = chain.map((der) => ({ rawBytes: der.toString('base64') }))
  const subject = { organization: 'sigstore.mock', commonName: 'sigstore' }
  return { subject, uri, certChain: { certificates }, validFor }
}

/** SigningConfig v0.2 as protobuf JSON. */
export function describeSigningConfig(trusted: Trusted, oidcUrl: string) {
  const service = (url: string) => ({ url, majorApiVersion: 1, validFor, operator: 'release-charts.test' })
  return {
    mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
    caUrls: [service(trusted.fulcioUrl)],
    oidcUrls: [service(oidcUrl)],
    rekorTlogUrls: [service(trusted.rekorUrl)],
    rekorTlogConfig: { selector: 'ANY' },
    tsaUrls: trusted.tsa ? [service(`${trusted.tsaUrl}/api/v1/timestamp`)] : [],
    ...(trusted.tsa ? { tsaConfig: { selector: 'ANY' } } : {}),
  }
}
