import { createHash, type KeyObject, verify, X509Certificate } from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'

type Proposed = Readonly<Record<string, unknown>> & { readonly kind?: string; readonly apiVersion?: string }

/** Canonical JSON (RFC 8785) of values whose numbers are integers. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

/**
 * The body that Rekor v1 keeps of a proposed entry, after checking its signature as Rekor does
 * (rekor pkg/types/hashedrekord/v0.0.1 and pkg/types/dsse/v0.0.1, Unmarshal and Canonicalize).
 */
export function canonicalBody(proposed: Proposed): Buffer {
  const type = `${proposed.kind} ${proposed.apiVersion}`
  if (type === 'hashedrekord 0.0.1') return Buffer.from(canonicalJson(hashedRekord(proposed)))
  if (type === 'dsse 0.0.1') return Buffer.from(canonicalJson(dsse(proposed)))
  throw new Error(`entry type ${type} is not supported`)
}

interface HashedRekordSpec {
  readonly data: { readonly hash: { readonly algorithm: string; readonly value: string } }
  readonly signature: { readonly content: string; readonly publicKey: { readonly content: string } }
}

function hashedRekord({ apiVersion, kind, spec }: Proposed) {
  const { data, signature } = spec as HashedRekordSpec
  const { certificate, canonical } = readVerifier(signature.publicKey.content)
  const digest = Buffer.from(data.hash.value, 'hex')
  const content = Buffer.from(signature.content, 'base64')
  if (data.hash.algorithm !== 'sha256' || digest.length !== 32) throw new Error('unsupported hash')
  if (!verifiesDigest(certificate.publicKey, digest, content)) throw new Error('verifying signature: invalid signature')
  const publicKey = { content: canonical }
  const hash = { algorithm: 'sha256', value: digest.toString('hex') }
  return { apiVersion, kind, spec: { data: { hash }, signature: { content: content.toString('base64'), publicKey } } }
}

interface Envelope {
  readonly payload: string
  readonly payloadType: string
  readonly signatures: readonly { readonly sig: string }[]
}

function dsse({ apiVersion, kind, spec }: Proposed) {
  const { proposedContent } = spec as { proposedContent: { envelope: string; verifiers: readonly string[] } }
  const envelope = JSON.parse(proposedContent.envelope) as Envelope
  const payload = Buffer.from(envelope.payload, 'base64')
  const type = Buffer.from(envelope.payloadType)
  const signed = Buffer.concat([
    Buffer.from(`DSSEv1 ${type.length} `),
    type,
    Buffer.from(` ${payload.length} `),
    payload,
  ])
  const verifiers = proposedContent.verifiers.map(readVerifier)
  const signatures = envelope.signatures.map(({ sig }) => {
    const signature = Buffer.from(sig, 'base64')
    const by = verifiers.find(({ certificate }) => verify('sha256', signed, certificate.publicKey, signature))
    if (by === undefined) throw new Error('could not verify envelope')
    return { signature: sig, verifier: by.canonical }
  })
  signatures.sort((a, b) => (a.signature < b.signature ? -1 : 1))
  const [envelopeHash, payloadHash] = [Buffer.from(proposedContent.envelope), payload].map(hashOf)
  return { apiVersion, kind, spec: { envelopeHash, payloadHash, signatures } }
}

/** Rekor keeps a verifier as Go would write its PEM: 64 columns, one newline at the end. */
function readVerifier(content: string) {
  const certificate = new X509Certificate(Buffer.from(content, 'base64'))
  return { certificate, canonical: Buffer.from(certificate.toString()).toString('base64') }
}

function hashOf(content: Buffer) {
  return { algorithm: 'sha256', value: createHash('sha256').update(content).digest('hex') }
}

type Point = InstanceType<typeof p256.Point>

/** By key: a run signs everything with one, and multiples of its point that are made once serve all of it. */
const points = new Map<string, Point>()
const MAX_POINTS = 100

function pointOf(key: KeyObject): Point {
  const { x = '', y = '', crv } = key.export({ format: 'jwk' })
  if (crv !== 'P-256') throw new Error('only P-256 keys are served here')
  const known = points.get(x + y)
  if (known) return known
  const bytes = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  const point = p256.Point.fromBytes(bytes).precompute(6)
  if (points.size === MAX_POINTS) points.clear()
  points.set(x + y, point)
  return point
}

/**
 * Node only verifies over the message; a log sees the digest alone. ECDSA's verification as in
 * https://www.rfc-editor.org/rfc/rfc6979#section-2.4 and SEC 1, 4.1.4.
 */
function verifiesDigest(key: KeyObject, digest: Buffer, signature: Buffer): boolean {
  const { Fn, BASE } = p256.Point
  const { r, s } = p256.Signature.fromBytes(signature, 'der')
  const inverse = Fn.inv(s)
  const u1 = Fn.mul(Fn.create(BigInt(`0x${digest.toString('hex')}`)), inverse)
  const u2 = Fn.mul(r, inverse)
  const point = BASE.multiplyUnsafe(u1).add(pointOf(key).multiplyUnsafe(u2))
  return !point.is0() && Fn.create(point.toAffine().x) === r
}
