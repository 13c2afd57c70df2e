import { digestOf, isDigest } from '../../chart/archive/digest.ts'
import type { Source } from '../../index-file/scan/source.ts'
import type { Digest } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'

export const INDEX = 'index.yaml'
/** The signature of the index, where `cosign verify-blob --bundle` looks for it. */
export const INDEX_SIGNATURE = `${INDEX}.sigstore.json`
/** A bundle holds 256 KiB at most; anything larger is not one. */
export const MAX_SIGNATURE_BYTES = 1024 * 1024

const PENDING = /^index\.yaml\.([0-9a-f]{64})\.sigstore\.json$/
/** Each look is in vain only if the index was written meanwhile. */
const MAX_LOOKS = 30

/** An index at one moment, with what stands beside it of its signature. */
export interface IndexState {
  /** `undefined` if there is no index. */
  readonly source: Source | undefined
  /** What stands at `INDEX_SIGNATURE`, whatever it signs. */
  readonly signature: Uint8Array | undefined
  /** If that one signs other bytes: what stands at `pendingName`. */
  readonly pending?: Uint8Array
}

/**
 * If index and signature can't be written at once, the signature is written first, under this name, which is bound to the
 * content of the index that it is for. So whoever finds the index finds its signature, also when its writer died.
 */
export function pendingName(index: Uint8Array): string {
  return `${INDEX}.${digestOf(index).slice('sha256:'.length)}.sigstore.json`
}

/** The digest of the index that such a name is bound to. */
export function digestInPendingName(file: string): Digest | undefined {
  const digest = `sha256:${PENDING.exec(file)?.[1]}`
  return isDigest(digest) ? digest : undefined
}

/** Whether a bundle says that it is about these bytes; whether that is true is for a verifier to say. */
export function isAbout(bundle: Uint8Array, index: Uint8Array): boolean {
  return signedDigest(bundle) === digestOf(index)
}

/** The digest of the file that a bundle says it signs; `undefined` if this is not such a bundle. */
export function signedDigest(bundle: Uint8Array): Digest | undefined {
  try {
    const { messageSignature } = JSON.parse(Buffer.from(bundle).toString()) as SignedMessage
    const digest = `sha256:${Buffer.from(messageSignature.messageDigest.digest, 'base64').toString('hex')}`
    return isDigest(digest) ? digest : undefined
  } catch {
    return undefined
  }
}

interface SignedMessage {
  readonly messageSignature: { readonly messageDigest: { readonly digest: string } }
}

interface Reading {
  readonly readIndex: () => Promise<Source | undefined>
  /** A file beside the index. */
  readonly read: (file: string) => Promise<Uint8Array | undefined>
  /** Whether it matters to which index the signature belongs. */
  readonly signs: boolean
}

/**
 * Reads an index and its signature from a place where they are two files, while others write them. A writer removes the
 * pending one only after it has written the plain one: if neither fits, and both index and signature are still the same
 * afterwards, there is none. Fails with `INDEX_BUSY`.
 */
export async function readState({ readIndex, read, signs }: Reading): Promise<IndexState> {
  const look = async () => ({ source: await readIndex(), signature: await read(INDEX_SIGNATURE) })
  let seen: IndexState = await look()
  for (let count = 1; count <= MAX_LOOKS; count += 1) {
    const { source, signature } = seen
    if (!signs || !source || (signature && isAbout(signature, source.bytes))) return seen
    const pending = await read(pendingName(source.bytes))
    if (pending) return { ...seen, pending }
    const now = await look()
    if (isSame(now, seen)) return seen
    seen = now
  }
  throw new ReleaseError('INDEX_BUSY', `${INDEX} was written by others ${MAX_LOOKS} times while this run read it`, {
    hint: 'Run again; a `concurrency` group keeps release runs apart.',
  })
}

/** A new index in the place of one that vanished during the run would lose all that was in it. */
export function indexGone(what: string): ReleaseError {
  return new ReleaseError('INDEX_GONE', `${what}. Nothing is written in its place.`, {
    hint: 'Find out who removed it, put it back, and run again. If it is meant to begin anew, just run again.',
  })
}

export function isSame(a: IndexState, b: IndexState): boolean {
  return equal(a.source?.bytes, b.source?.bytes) && equal(a.signature, b.signature) && equal(a.pending, b.pending)
}

function equal(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.from(a).equals(b)
}
