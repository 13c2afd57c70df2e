import type { LegacySignature } from '../../model/signature.ts'
import type { LogEntry } from './log-entry.ts'

/** Keys of cosign pkg/oci/static/signature.go. */
export const annotation = {
  signature: 'dev.cosignproject.cosign/signature',
  certificate: 'dev.sigstore.cosign/certificate',
  chain: 'dev.sigstore.cosign/chain',
  bundle: 'dev.sigstore.cosign/bundle',
  timestamp: 'dev.sigstore.cosign/rfc3161timestamp',
} as const

export interface LegacyParts {
  readonly payload: Buffer
  readonly signature: Buffer
  readonly credential: { readonly certificatePem: string; readonly chainPem: string }
  readonly entry: LogEntry
  /** DER of a TimeStampResp over the signature. */
  readonly timestamp: Buffer | undefined
}

/** A layer of a cosign v2 `.sig` manifest. The capital keys are Go field names without JSON tags (pkg/cosign/bundle). */
export function toLegacySignature({ payload, signature, credential, entry, timestamp }: LegacyParts): LegacySignature {
  const bundle = {
    SignedEntryTimestamp: entry.signedEntryTimestamp.toString('base64'),
    Payload: {
      body: entry.body.toString('base64'),
      integratedTime: entry.integratedTime,
      logIndex: entry.logIndex,
      logID: entry.logId.toString('hex'),
    },
  }
  const stamped = timestamp && { SignedRFC3161Timestamp: timestamp.toString('base64') }
  return {
    payload,
    annotations: {
      [annotation.signature]: signature.toString('base64'),
      [annotation.certificate]: credential.certificatePem,
      [annotation.chain]: credential.chainPem,
      [annotation.bundle]: JSON.stringify(bundle),
      ...(stamped && { [annotation.timestamp]: JSON.stringify(stamped) }),
    },
  }
}
