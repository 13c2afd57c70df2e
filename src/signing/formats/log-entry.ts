import { createHash } from 'node:crypto'

/** The request to the log, and what the log must keep of it (a JSON value). */
export interface ProposedEntry {
  readonly request: object
  readonly expected: { readonly apiVersion: string; readonly kind: string; readonly spec: object }
}

/** An entry as the log keeps it. */
export interface LogEntry {
  readonly kind: string
  readonly version: string
  /** Canonical JSON. */
  readonly body: Buffer
  /** Seconds since 1970. */
  readonly integratedTime: number
  /** Index in the whole log; the proof counts within its shard. */
  readonly logIndex: number
  readonly logId: Buffer
  readonly signedEntryTimestamp: Buffer
  readonly inclusionProof: {
    readonly checkpoint: string
    /** Hexadecimal, like `rootHash`. */
    readonly hashes: readonly string[]
    readonly logIndex: number
    readonly rootHash: string
    readonly treeSize: number
  }
}

/** `hashedrekord` 0.0.1: a signature over bytes of which the log knows only the digest. */
export function hashedRekordEntry(signed: Uint8Array, signature: Uint8Array, certificatePem: string): ProposedEntry {
  const entry = {
    apiVersion: '0.0.1',
    kind: 'hashedrekord',
    spec: {
      data: { hash: sha256Of(signed) },
      signature: { content: base64(signature), publicKey: { content: base64(Buffer.from(certificatePem)) } },
    },
  }
  return { request: entry, expected: entry }
}

/** `dsse` 0.0.1: sent in full, kept as digests (rekor pkg/types/dsse/v0.0.1/entry.go, Canonicalize). */
export function dsseEntry(envelope: DsseEnvelope, certificatePem: string): ProposedEntry {
  const type = { apiVersion: '0.0.1', kind: 'dsse' }
  const verifier = base64(Buffer.from(certificatePem))
  const text = JSON.stringify(envelope)
  const [signature] = envelope.signatures
  return {
    request: { ...type, spec: { proposedContent: { envelope: text, verifiers: [verifier] } } },
    expected: {
      ...type,
      spec: {
        envelopeHash: sha256Of(Buffer.from(text)),
        payloadHash: sha256Of(Buffer.from(envelope.payload, 'base64')),
        signatures: [{ signature: signature.sig, verifier }],
      },
    },
  }
}

/** https://github.com/secure-systems-lab/dsse/blob/master/envelope.md */
export interface DsseEnvelope {
  readonly payload: string
  readonly payloadType: string
  readonly signatures: readonly [{ readonly sig: string }]
}

function sha256Of(content: Uint8Array) {
  return { algorithm: 'sha256', value: createHash('sha256').update(content).digest('hex') }
}

function base64(content: Uint8Array): string {
  return Buffer.from(content).toString('base64')
}
