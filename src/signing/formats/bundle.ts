import { type Bundle, bundleToJSON, toDSSEBundle } from '@sigstore/bundle'
import type { StoredBundle } from '../../model/signature.ts'
import type { LogEntry } from './log-entry.ts'
import { payloadType } from './statement.ts'

export interface BundleParts {
  readonly statement: Buffer
  readonly signature: Buffer
  /** DER. */
  readonly certificate: Buffer
  readonly entry: LogEntry
  /** DER of a TimeStampResp over the signature. */
  readonly timestamp: Buffer | undefined
}

/** A Sigstore bundle v0.3 with a single certificate, as cosign v3 reads it. */
export function toStatementBundle(
  predicateType: string,
  { statement, signature, certificate, ...proof }: BundleParts,
): StoredBundle {
  const envelope = { artifact: statement, artifactType: payloadType, signature }
  const bundle = addProof(toDSSEBundle({ ...envelope, certificate, certificateChain: false }), proof)
  return { json: Buffer.from(JSON.stringify(bundleToJSON(bundle))), predicateType }
}

/** Puts the log entry and the timestamp into a bundle. */
export function addProof<B extends Bundle>(
  bundle: B,
  { entry, timestamp }: Pick<BundleParts, 'entry' | 'timestamp'>,
): B {
  bundle.verificationMaterial.tlogEntries.push(toTransparencyLogEntry(entry))
  const stamps = timestamp ? [{ signedTimestamp: timestamp }] : []
  bundle.verificationMaterial.timestampVerificationData = { rfc3161Timestamps: stamps }
  return bundle
}

type Entry = Bundle['verificationMaterial']['tlogEntries'][number]

function toTransparencyLogEntry({ inclusionProof, ...entry }: LogEntry): Entry {
  return {
    logIndex: String(entry.logIndex),
    logId: { keyId: entry.logId },
    kindVersion: { kind: entry.kind, version: entry.version },
    integratedTime: String(entry.integratedTime),
    inclusionPromise: { signedEntryTimestamp: entry.signedEntryTimestamp },
    inclusionProof: {
      logIndex: String(inclusionProof.logIndex),
      rootHash: Buffer.from(inclusionProof.rootHash, 'hex'),
      treeSize: String(inclusionProof.treeSize),
      hashes: inclusionProof.hashes.map((hash) => Buffer.from(hash, 'hex')),
      checkpoint: { envelope: inclusionProof.checkpoint },
    },
    canonicalizedBody: entry.body,
  }
}
