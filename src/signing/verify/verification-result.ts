import { pem } from '@sigstore/core'
import { ReleaseError } from '../../model/errors.ts'
import type { Identity } from '../../model/signature.ts'
import { withoutStackTraces } from '../without-stack-traces.ts'

/** The certificate and identity behind a signature that verifies. */
export interface VerificationResult {
  /** DER. */
  readonly certificate: Uint8Array
  readonly identity: Identity
}

/** Far above anything that we or cosign write; larger input is not read. */
export const limits = {
  bundleBytes: 256 * 1024,
  payloadBytes: 16 * 1024,
  annotationLength: 64 * 1024,
  entries: 4,
  timestamps: 4,
  subjects: 64,
} as const

export function invalid(why: string, cause?: unknown): ReleaseError {
  return new ReleaseError('SIGNATURE_INVALID', `The signature is not valid: ${why}`, { cause })
}

/** The result of `verify`, or why it failed. Whatever a hostile signature makes a parser throw ends here. */
export function outcomeOf(verify: () => VerificationResult): VerificationResult | ReleaseError {
  try {
    return withoutStackTraces(verify)
  } catch (error) {
    if (error instanceof ReleaseError && error.code === 'SIGNATURE_INVALID') return error
    return invalid(error instanceof Error ? error.message.slice(0, 200) : 'it cannot be read', error)
  }
}

/** The certificate in a log entry's body must be the presented one: the verifier library compares only signatures. */
export function requireLoggedCertificate(logged: unknown, certificate: Uint8Array): void {
  const text = typeof logged === 'string' ? Buffer.from(logged, 'base64').toString() : ''
  if (!pem.toDER(text).equals(certificate)) throw invalid('the log entry holds another certificate')
}

/**
 * The verifier library uses the names in a checkpoint as regular expressions, so they must be plain host names: one
 * from a hostile bundle could run for minutes. The pattern is the library's own.
 */
export function requirePlainCheckpoint(envelope: string): void {
  const names = [...envelope.matchAll(/\u2014 (\S+) (\S+)\n/g)].map((match) => match[1] ?? '')
  if (names.length > 16 || !names.every((name) => /^[\w.:/-]{1,255}$/.test(name))) {
    throw invalid('its checkpoint is signed by something that is not a host name')
  }
}
