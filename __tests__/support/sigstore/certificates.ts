import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { CA } from '@sigstore/mock/dist/fulcio/ca.js'
import type { Claims, Issuer } from './issuer.ts'
import type { Answer, ServiceRequest } from './service.ts'

interface CertificateRequest {
  readonly credentials?: { readonly oidcIdentityToken?: string }
  readonly publicKeyRequest?: {
    readonly publicKey: { readonly content: string }
    readonly proofOfPossession: string
  }
  readonly certificateSigningRequest?: string
}

/** Fulcio's first API, which cosign 2 still uses: the key as DER, the token in the header. */
interface OldCertificateRequest {
  readonly publicKey: { readonly content: string }
  readonly signedEmailAddress: string
}

function upgraded({ publicKey, signedEmailAddress }: OldCertificateRequest): CertificateRequest {
  const raw = Buffer.from(publicKey.content, 'base64')
  const key = raw.toString().startsWith('-----')
    ? createPublicKey(raw)
    : createPublicKey({ key: raw, format: 'der', type: 'spki' })
  const content = key.export({ format: 'pem', type: 'spki' }).toString()
  return { publicKeyRequest: { publicKey: { content }, proofOfPossession: signedEmailAddress } }
}

export interface CertificateAuthority {
  handle(request: ServiceRequest): Promise<Answer>
  /** DER of every certificate that was issued. */
  readonly issued: readonly Buffer[]
}

/** Fulcio's API over a certificate authority: checks the token and the proof of possession, then issues for the claims. */
export function createCertificateAuthority(ca: () => CA, issuer: Issuer): CertificateAuthority {
  const issued: Buffer[] = []
  return {
    issued,
    async handle(request) {
      const isOld = request.path === '/api/v1/signingCert'
      if (request.method !== 'POST' || !(isOld || request.path === '/api/v2/signingCert'))
        return { status: 404, body: '{}' }
      const sent: unknown = JSON.parse(request.body.toString())
      const asked = isOld ? upgraded(sent as OldCertificateRequest) : (sent as CertificateRequest)
      // Real clients use either place.
      const bearer = request.headers.authorization?.replace(/^bearer /i, '')
      const claims = issuer.check(asked.credentials?.oidcIdentityToken ?? bearer ?? '', 'sigstore')
      const key = provenKey(asked, claims.sub ?? '')
      const subject = {
        subjectAltName: `${serverOf(claims)}/${claims.job_workflow_ref}`,
        extensions: extensionsOf(claims),
      }
      const publicKey = key.export({ format: 'der', type: 'spki' })
      const leaf = bytes(await ca().issueCertificate({ publicKey, ...subject }))
      issued.push(leaf)
      const certificates = [pem(leaf), pem(bytes(ca().rootCertificate))]
      if (isOld) return { status: 201, body: certificates.join(''), type: 'application/pem-certificate-chain' }
      return { status: 200, body: JSON.stringify({ signedCertificateEmbeddedSct: { chain: { certificates } } }) }
    },
  }
}

function provenKey(asked: CertificateRequest, subject: string): KeyObject {
  const { publicKeyRequest } = asked
  if (publicKeyRequest === undefined) throw new Error('certificate signing requests are not served here')
  const key = createPublicKey(publicKeyRequest.publicKey.content)
  const proof = Buffer.from(publicKeyRequest.proofOfPossession, 'base64')
  if (!verify('sha256', Buffer.from(subject), key, proof)) throw new Error('the proof of possession does not verify')
  return key
}

// Fulcio's object identifiers: https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md. 1 to 6 hold raw bytes.
const rawExtensions: readonly (readonly [number, string])[] = [
  [1, 'iss'],
  [2, 'event_name'],
  [3, 'sha'],
  [4, 'workflow'],
  [5, 'repository'],
  [6, 'ref'],
]
const textExtensions: readonly (readonly [number, (claims: Claims) => string | undefined])[] = [
  [8, (claims) => claims.iss],
  [9, (claims) => `${serverOf(claims)}/${claims.job_workflow_ref}`],
  [10, (claims) => claims.job_workflow_sha],
  [11, (claims) => claims.runner_environment],
  [12, (claims) => `${serverOf(claims)}/${claims.repository}`],
  [13, (claims) => claims.sha],
  [14, (claims) => claims.ref],
  [15, (claims) => claims.repository_id],
  [16, (claims) => `${serverOf(claims)}/${claims.repository_owner}`],
  [17, (claims) => claims.repository_owner_id],
  [18, (claims) => `${serverOf(claims)}/${claims.workflow_ref}`],
  [19, (claims) => claims.workflow_sha],
  [20, (claims) => claims.event_name],
  [21, (claims) => runAddress(claims)],
  [22, (claims) => claims.repository_visibility],
]

function extensionsOf(claims: Claims) {
  const oid = (number: number) => `1.3.6.1.4.1.57264.1.${number}`
  const raw = rawExtensions.flatMap(([number, claim]) => {
    const value = claims[claim]
    return value === undefined ? [] : [{ oid: oid(number), value, legacy: true }]
  })
  const text = textExtensions.flatMap(([number, read]) => {
    const value = read(claims)
    return value === undefined ? [] : [{ oid: oid(number), value }]
  })
  return [...raw, ...text]
}

// What the operator of a Fulcio configures for each issuer: the server that its workflows are on.
function serverOf({ iss = '' }: Claims): string {
  const own = /^(.+)\/_services\/token$/.exec(iss)?.[1]
  const tenant = /^https:\/\/token\.actions\.(.+\.ghe\.com)$/.exec(iss)?.[1]
  return own ?? (tenant === undefined ? 'https://github.com' : `https://${tenant}`)
}

function runAddress(claims: Claims): string {
  return `${serverOf(claims)}/${claims.repository}/actions/runs/${claims.run_id}/attempts/${claims.run_attempt}`
}

export function bytes(view: ArrayBufferView): Buffer {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength)
}

export function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
