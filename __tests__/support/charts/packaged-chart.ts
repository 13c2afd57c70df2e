import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Digest, PackagedChart } from '../../../src/model/chart.ts'
import type { SignatureSet } from '../../../src/model/signature.ts'

/** A packaged chart for targets, which look at its bytes only. Same arguments, same bytes. */
export function aPackagedChart(change: Partial<PackagedChart> = {}): PackagedChart {
  const { name = 'app', version = '1.2.3', appVersion = '7.0' } = change
  const archive = change.archive ?? gzipSync(`${name} ${version}`)
  return {
    name,
    version,
    appVersion,
    path: `charts/${name}`,
    archive,
    digest: digestOf(archive),
    metadata: { name, version, description: 'An <app> & more', apiVersion: 'v2', appVersion, type: 'application' },
    fingerprint: `v1:${digestOf(Buffer.from(name)).slice(7)}`,
    revision: 'a'.repeat(40),
    created: new Date('2026-11-20T10:11:12Z'),
    repositoryUrl: 'https://github.com/acme/charts',
    ...change,
  }
}

/** Signatures in the right shape for `digest`; only their bytes mean something to a target. */
export function aSignatureSet(digest: Digest, who = 'release.yml'): SignatureSet {
  const payload = Buffer.from(
    JSON.stringify({ critical: { image: { 'docker-manifest-digest': digest } }, optional: null }),
  )
  const signature = createHash('sha256').update(who).digest('base64')
  return {
    legacy: {
      payload,
      annotations: {
        'dev.sigstore.cosign/certificate': `-----BEGIN CERTIFICATE-----\n${who}\n-----END CERTIFICATE-----\n`,
        'dev.cosignproject.cosign/signature': signature,
        'dev.sigstore.cosign/bundle': '{"SignedEntryTimestamp":"","Payload":{}}',
      },
    },
    bundles: [
      { json: Buffer.from(`{"by":"${who}","of":"${digest}"}`), predicateType: 'https://sigstore.dev/cosign/sign/v1' },
      { json: Buffer.from(`{"slsa":"${who}","of":"${digest}"}`), predicateType: 'https://slsa.dev/provenance/v1' },
    ],
    certificate: new Uint8Array(),
    identity: { subject: who, issuer: 'https://token.actions.githubusercontent.com' },
    signedAt: new Date('2026-11-21T08:00:00Z'),
  }
}

/** The one bundle that stands beside an archive which is signed itself. */
export function anArchiveSignature(digest: Digest, who = 'release.yml'): SignatureSet {
  const { legacy: _, ...rest } = aSignatureSet(digest, who)
  return { ...rest, bundles: [{ json: Buffer.from(`{"by":"${who}","of":"${digest}"}`), predicateType: '' }] }
}

/** Build provenance in the right shape for a file beside the archive: its statement names the archive last. */
export function anAttestation(digest: Digest, who = 'release.yml'): SignatureSet {
  const subject = [{ name: 'app-1.2.3.tgz', digest: { sha256: digest.slice('sha256:'.length) } }]
  const payload = Buffer.from(JSON.stringify({ subject, by: who })).toString('base64')
  const json = Buffer.from(JSON.stringify({ dsseEnvelope: { payload } }))
  return { ...aSignatureSet(digest, who), bundles: [{ json, predicateType: 'https://slsa.dev/provenance/v1' }] }
}

export function digestOf(bytes: Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
