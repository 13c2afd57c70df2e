import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { bundleFromJSON } from '@sigstore/bundle'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify'
import type { World } from '../__tests__/support/run/world.ts'

interface Descriptor {
  readonly digest: string
  readonly mediaType?: string
  readonly artifactType?: string
}

/** What somebody who installs charts has: Helm, plain HTTP and a verifier; nothing of the action's own code. */
export async function helmPull(world: World, reference: string, version: string, into: string): Promise<string> {
  const args = ['pull', reference, '--version', version, '--plain-http', '--destination', into]
  const { stdout, stderr } = await promisify(execFile)(world.helm, args)
  return `${stdout}${stderr}`.trim()
}

/**
 * Verifies that the tag leads to a manifest which a workflow of acme/charts signed: finds the Sigstore bundle by the
 * referrers of the digest, checks it against the trusted root, and that it speaks of this very digest. Throws otherwise.
 */
export async function verify(world: World, name: string, version: string): Promise<string> {
  const at = `${world.registry.url}/v2/acme/charts/${name}`
  const manifest = await get(`${at}/manifests/${version}`, 'application/vnd.oci.image.manifest.v1+json')
  const digest = `sha256:${createHash('sha256').update(manifest).digest('hex')}`
  const index = JSON.parse((await get(`${at}/referrers/${digest}`)).toString()) as { manifests: Descriptor[] }
  const referrer = index.manifests.find((one) => one.artifactType?.includes('sigstore.bundle'))
  if (!referrer) throw new Error(`${name} ${version} (${digest}) is not signed`)
  const { layers } = JSON.parse((await get(`${at}/manifests/${referrer.digest}`)).toString()) as {
    layers: Descriptor[]
  }
  const bundle = bundleFromJSON(JSON.parse((await get(`${at}/blobs/${layers[0]?.digest}`)).toString()))
  const verifier = new Verifier(toTrustMaterial(TrustedRoot.fromJSON(world.sigstore.trustedRoot)))
  const signer = verifier.verify(toSignedEntity(bundle), {
    subjectAlternativeName: 'https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main',
    extensions: { issuer: 'https://token.actions.githubusercontent.com' },
  })
  const payload = bundle.content.$case === 'dsseEnvelope' ? bundle.content.dsseEnvelope.payload.toString() : ''
  const statement = JSON.parse(payload) as { subject: { digest: { sha256: string } }[] }
  if (`sha256:${statement.subject[0]?.digest.sha256}` !== digest)
    throw new Error(`the signature speaks of another digest`)
  return `${digest}\nsigned by ${signer.identity?.subjectAlternativeName}`
}

async function get(url: string, accept = '*/*'): Promise<Buffer> {
  const response = await fetch(url, { headers: { accept } })
  if (!response.ok) throw new Error(`${url} answers ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}
