import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { pem, X509Certificate } from '@sigstore/core'
import { z } from 'zod'
import type { ReleaseError } from '../../model/errors.ts'
import type { Identity } from '../../model/signature.ts'
import type { Http } from '../../ports/http.ts'
import type { Clock } from '../../ports/process.ts'
import type { IdentityProvider, Secrets } from '../../ports/runner.ts'
import { readIdentity } from '../formats/identity.ts'
import { type Claims, readClaims } from '../policy/claims.ts'
import type { OutageRetry, ServiceAddress } from './outages.ts'
import { invalidAnswer, jsonOf } from './responses.ts'

/** A private key and its Fulcio certificate. */
export interface Credential {
  readonly privateKey: KeyObject
  /** DER of the certificate. */
  readonly certificate: Buffer
  /** PEM with 64 columns, as the log keeps it. */
  readonly certificatePem: string
  /** PEM of the certificates above it; empty if Fulcio sends none. */
  readonly chainPem: string
  readonly identity: Identity
  /** Whether enough of its lifetime is left to sign and log with it. */
  usable(): boolean
}

export interface FulcioOptions {
  readonly fulcio: ServiceAddress
  readonly http: Http
  readonly clock: Pick<Clock, 'monotonic'>
  readonly outageRetry: OutageRetry
  readonly identity: Pick<IdentityProvider, 'token'>
  readonly secrets: Pick<Secrets, 'redact'>
  /** How long one response may take, in milliseconds. */
  readonly attemptMs: number
  /** A reason not to request a certificate with these claims. */
  readonly objection: (claims: Claims) => ReleaseError | undefined
}

const audience = 'sigstore'
const reserveMs = 2 * 60_000
const maxBytes = 256 * 1024

const certificates = z.object({ chain: z.object({ certificates: z.array(z.string().max(32_768)).min(1).max(10) }) })
const answer = z.union([
  z.object({ signedCertificateEmbeddedSct: certificates }).transform((value) => value.signedCertificateEmbeddedSct),
  z.object({ signedCertificateDetachedSct: certificates }).transform((value) => value.signedCertificateDetachedSct),
])

/**
 * A new P-256 key and a certificate for it. Every attempt takes a new token: GitHub's live for five minutes, an outage
 * lasts longer. Fails with `OIDC_*`, the error of `objection`, `SIGSTORE_UNAVAILABLE`, `SIGSTORE_REFUSED`,
 * `SIGSTORE_INVALID_ANSWER`.
 */
export async function obtainCredential(options: FulcioOptions): Promise<Credential> {
  const { fulcio, clock, outageRetry } = options
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let started = clock.monotonic()
  const response = await outageRetry.request({
    service: fulcio,
    send: async () => {
      const token = await options.identity.token(audience)
      const body = certificateRequest(token, privateKey, publicKey, options)
      started = clock.monotonic()
      return options.http.send({
        ...post(fulcio),
        body,
        maxBytes,
        timeoutMs: options.attemptMs,
        attempts: 1,
        effect: true,
      })
    },
  })
  if (response === undefined) throw invalidAnswer(fulcio, 'gave no answer')
  const read = answer.safeParse(jsonOf(fulcio, response, options.secrets.redact))
  if (!read.success) throw invalidAnswer(fulcio, 'answered without a certificate chain')
  const chain = read.data.chain.certificates.map((certificate) => derOf(fulcio, certificate))
  return toCredential({ fulcio, privateKey, publicKey, chain, started, clock })
}

function post({ url }: ServiceAddress) {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  return { method: 'POST' as const, url: `${url}/api/v2/signingCert`, headers }
}

/** https://github.com/sigstore/fulcio/blob/main/fulcio.proto, CreateSigningCertificateRequest */
function certificateRequest(
  token: string,
  privateKey: KeyObject,
  publicKey: KeyObject,
  options: FulcioOptions,
): string {
  const claims = readClaims(token)
  const objection = options.objection(claims)
  if (objection) throw objection
  const content = publicKey.export({ format: 'pem', type: 'spki' }).toString()
  return JSON.stringify({
    credentials: { oidcIdentityToken: token },
    publicKeyRequest: {
      publicKey: { algorithm: 'ECDSA', content },
      proofOfPossession: sign('sha256', Buffer.from(claims.subject), privateKey).toString('base64'),
    },
  })
}

function derOf(fulcio: ServiceAddress, certificate: string): Buffer<ArrayBuffer> {
  const der = Buffer.from(pem.toDER(certificate.replace(/\r/g, '')))
  if (der.length === 0) throw invalidAnswer(fulcio, 'answered with a certificate that is not PEM')
  return der
}

interface Issued {
  readonly fulcio: ServiceAddress
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  /** DER, the leaf certificate first. */
  readonly chain: readonly Buffer<ArrayBuffer>[]
  readonly started: number
  readonly clock: Pick<Clock, 'monotonic'>
}

function toCredential({ fulcio, privateKey, publicKey, chain, started, clock }: Issued): Credential {
  const [leaf = Buffer.alloc(0), ...above] = chain
  const identity = readIdentity(leaf)
  const certificate = X509Certificate.parse(leaf)
  const wanted = publicKey.export({ format: 'der', type: 'spki' })
  if (!fingerprint(certificate.publicKey).equals(fingerprint(wanted))) {
    throw invalidAnswer(fulcio, 'certified another key than the one that was sent')
  }
  // Measured from before the request, so that neither a slow response nor this machine's wall clock counts.
  const lifetimeMs = certificate.notAfter.getTime() - certificate.notBefore.getTime()
  const usableUntil = started + Math.max(lifetimeMs - reserveMs, lifetimeMs / 2)
  return {
    privateKey,
    certificate: leaf,
    certificatePem: pem.fromDER(leaf),
    chainPem: above.map((der) => pem.fromDER(der)).join(''),
    identity,
    usable: () => clock.monotonic() < usableUntil,
  }
}

function fingerprint(key: Uint8Array): Buffer {
  return createHash('sha256').update(key).digest()
}
