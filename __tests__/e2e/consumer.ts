// What somebody without any of our code can find out about a published chart: plain requests, Node's own cryptography for
// the older form of signature, and Sigstore's verifier for the newer.
import { createHash, verify, X509Certificate } from 'node:crypto'
import { bundleFromJSON } from '@sigstore/bundle'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify'

/** A registry as a consumer reaches it. */
export interface Shop {
  /** e.g. `http://127.0.0.1:5000`. */
  readonly url: string
  readonly authorization: string
  /** JSON of the trusted root. */
  readonly trustedRoot: object
}

interface Descriptor {
  readonly digest: string
  readonly artifactType?: string
  readonly annotations?: Readonly<Record<string, string>>
}

interface Manifest {
  readonly layers: readonly Descriptor[]
}

const ISSUER = 'https://token.actions.githubusercontent.com'
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

/** Chart versions of a repository such as `acme/charts/shop`, sorted; none where it does not exist. */
export async function versions(shop: Shop, repository: string): Promise<readonly string[]> {
  const { tags } = JSON.parse((await get(shop, `${repository}/tags/list`, '*/*', '{"tags":[]}')).toString())
  return (tags as string[]).filter((tag) => !tag.startsWith('sha256-')).sort()
}

/** Checks both signatures of a version against its digest and `subject`; returns the digest. Throws with what is wrong. */
export async function verifyBoth(shop: Shop, repository: string, version: string, subject: string): Promise<string> {
  const bytes = await get(shop, `${repository}/manifests/${version}`, MANIFEST)
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  await verifyBundle(shop, { repository, digest, subject })
  await verifyLegacy(shop, { repository, digest, subject })
  return digest
}

interface Signed {
  readonly repository: string
  readonly digest: string
  readonly subject: string
}

async function verifyBundle(shop: Shop, { repository, digest, subject }: Signed): Promise<void> {
  const index = JSON.parse((await get(shop, `${repository}/referrers/${digest}`)).toString())
  const referrer = (index.manifests as Descriptor[]).find((one) => one.artifactType?.includes('sigstore.bundle'))
  if (!referrer) throw new Error(`${repository}@${digest} has no bundle`)
  const { layers } = await manifest(shop, `${repository}/manifests/${referrer.digest}`)
  const bundle = bundleFromJSON(JSON.parse((await get(shop, `${repository}/blobs/${layers[0]?.digest}`)).toString()))
  new Verifier(toTrustMaterial(TrustedRoot.fromJSON(shop.trustedRoot))).verify(toSignedEntity(bundle), {
    subjectAlternativeName: subject,
    extensions: { issuer: ISSUER },
  })
  const payload = bundle.content.$case === 'dsseEnvelope' ? bundle.content.dsseEnvelope.payload.toString() : '{}'
  const about = (JSON.parse(payload) as { subject: { digest: { sha256: string } }[] }).subject[0]?.digest.sha256
  if (`sha256:${about}` !== digest) throw new Error(`the bundle of ${digest} speaks of ${about}`)
}

/** The payload is a blob, everything else stands in annotations of its layer. */
async function verifyLegacy(shop: Shop, { repository, digest, subject }: Signed): Promise<void> {
  const { layers } = await manifest(shop, `${repository}/manifests/${digest.replace(':', '-')}.sig`)
  const layer = layers[0]
  const annotation = (name: string) => layer?.annotations?.[name] ?? ''
  const payload = await get(shop, `${repository}/blobs/${layer?.digest}`)
  const about = JSON.parse(payload.toString()).critical.image['docker-manifest-digest']
  if (about !== digest) throw new Error(`the .sig of ${digest} speaks of ${about}`)
  const certificate = new X509Certificate(annotation('dev.sigstore.cosign/certificate'))
  const signature = Buffer.from(annotation('dev.cosignproject.cosign/signature'), 'base64')
  if (!verify('sha256', payload, certificate.publicKey, signature)) throw new Error(`the .sig of ${digest} is wrong`)
  if (!certificate.verify(fulcio(shop.trustedRoot).publicKey)) throw new Error('no certificate of the trusted root')
  if (certificate.subjectAltName !== `URI:${subject}`) throw new Error(`signed by ${certificate.subjectAltName}`)
}

function fulcio(trustedRoot: object): X509Certificate {
  const chain = TrustedRoot.fromJSON(trustedRoot).certificateAuthorities[0]?.certChain?.certificates
  return new X509Certificate(chain?.[0]?.rawBytes ?? Buffer.alloc(0))
}

async function manifest(shop: Shop, path: string): Promise<Manifest> {
  return JSON.parse((await get(shop, path, MANIFEST)).toString())
}

async function get({ url, authorization }: Shop, path: string, accept = '*/*', absent?: string): Promise<Buffer> {
  const response = await fetch(`${url}/v2/${path}`, { headers: { accept, authorization } })
  if (response.status === 404 && absent !== undefined) return Buffer.from(absent)
  if (!response.ok) throw new Error(`${path} answers ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}
