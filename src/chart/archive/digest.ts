import { createHash } from 'node:crypto'
import type { Digest } from '../../model/chart.ts'
import { unified } from '../../model/text.ts'

/** The SHA-256 digest of bytes, or of a text in UTF-8. */
export function digestOf(content: Uint8Array | string): Digest {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`
}

/** A shortened digest of a text, enough to detect a change; line ends don't count. */
export function stampOf(text: string): string {
  return digestOf(unified(text)).slice('sha256:'.length, 'sha256:'.length + 16)
}

/** Whether a text from outside is a SHA-256 digest as we write them. */
export function isDigest(text: unknown): text is Digest {
  return typeof text === 'string' && /^sha256:[0-9a-f]{64}$/.test(text)
}
