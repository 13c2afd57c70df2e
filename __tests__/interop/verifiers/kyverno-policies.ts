import { readFileSync } from 'node:fs'
import { predicates } from '../exhibits/forms.ts'
import type { Inquiry } from './verifier.ts'

/** A trusted root, as far as policies name what is in it; keys and certificates are base64 of DER. */
interface TrustedRoot {
  readonly tlogs: readonly { readonly publicKey: { readonly rawBytes: string } }[]
  readonly ctlogs: TrustedRoot['tlogs']
  readonly certificateAuthorities: readonly {
    readonly certChain: { readonly certificates: readonly { readonly rawBytes: string }[] }
  }[]
  readonly timestampAuthorities: TrustedRoot['certificateAuthorities']
}

/** A ClusterPolicy that looks for signatures in one of both formats. */
export function verifyImages(type: 'Cosign' | 'SigstoreBundle', { form, expected, trust }: Inquiry): object {
  const root = JSON.parse(readFileSync(trust.root, 'utf8')) as TrustedRoot
  const { repository, ...who } = expected
  const keyless = {
    ...who,
    ...(repository !== undefined && { additionalExtensions: { githubWorkflowRepository: repository } }),
    roots: certificates(root.certificateAuthorities),
    rekor: { url: 'http://127.0.0.1:1', pubkey: publicKeys(root.tlogs) },
    ctlog: { pubkey: publicKeys(root.ctlogs), tsaCertChain: certificates(root.timestampAuthorities) },
  }
  const attestors = [{ entries: [{ keyless }] }]
  const looks =
    form === 'the provenance' ? { attestations: [{ type: predicates.provenance, attestors }] } : { attestors }
  const images = { imageReferences: ['*'], type, required: true, mutateDigest: false, verifyDigest: false, ...looks }
  const match = { any: [{ resources: { kinds: ['Pod'] } }] }
  return {
    apiVersion: 'kyverno.io/v1',
    kind: 'ClusterPolicy',
    metadata: { name: 'charts' },
    spec: { validationFailureAction: 'Enforce', rules: [{ name: 'signed', match, verifyImages: [images] }] },
  }
}

/** The newer kind of policy, which finds out the format by itself. */
export function imagePolicy({ form, expected: { subject, issuer }, trust: { tuf } }: Inquiry): object {
  const trust = { tuf: { mirror: tuf.url, root: { path: tuf.root } } }
  const verifies =
    form === 'the provenance'
      ? 'verifyAttestationSignatures(image, attestations.provenance, [attestors.us])'
      : 'verifyImageSignatures(image, [attestors.us])'
  const pods = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }
  return {
    apiVersion: 'policies.kyverno.io/v1',
    kind: 'ImageValidatingPolicy',
    metadata: { name: 'charts' },
    spec: {
      failurePolicy: 'Fail',
      validationActions: ['Deny'],
      validationConfigurations: { required: true, mutateDigest: false, verifyDigest: false },
      matchConstraints: { resourceRules: [pods] },
      matchImageReferences: [{ glob: '*' }],
      attestors: [{ name: 'us', cosign: { keyless: { identities: [{ subject, issuer }] }, ...trust } }],
      attestations: [{ name: 'provenance', intoto: { type: predicates.provenance } }],
      validations: [{ expression: `images.containers.map(image, ${verifies}).all(e, e > 0)`, message: 'refused' }],
    },
  }
}

function publicKeys(logs: TrustedRoot['tlogs']): string {
  return logs.map(({ publicKey }) => pem('PUBLIC KEY', publicKey.rawBytes)).join('')
}

function certificates(authorities: TrustedRoot['certificateAuthorities']): string {
  const all = authorities.flatMap(({ certChain }) => certChain.certificates)
  return all.map(({ rawBytes }) => pem('CERTIFICATE', rawBytes)).join('')
}

function pem(label: string, base64: string): string {
  return `-----BEGIN ${label}-----\n${base64.replaceAll(/.{1,64}/g, '$&\n')}-----END ${label}-----\n`
}
