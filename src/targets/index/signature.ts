import { digestOf } from '../../chart/archive/digest.ts'
import { asReleaseError, problemsIn, ReleaseError } from '../../model/errors.ts'
import type { Subject } from '../../model/signature.ts'
import type { TargetContext } from '../target.ts'
import { INDEX_SIGNATURE, type IndexState } from './state.ts'
import type { IndexStore } from './store.ts'

/** What an index needs of signatures, with `sign-index` and without. */
export interface IndexSignature {
  /** Why this run must not write the index as it stands; the same that `signatureFor` fails with. */
  problems(): Promise<readonly ReleaseError[]>
  /**
   * The signature that belongs beside the index: a new one for the bytes that come next, or the one that a dead run left for
   * those that are there. `undefined` if nothing is to be written. Fails with `INDEX_SIGNED`, `INDEX_SIGNATURE_INVALID`,
   * `INDEX_SIGNATURE_FOREIGN`, and as signing does.
   */
  signatureFor(state: IndexState, next: Uint8Array | undefined): Promise<Uint8Array | undefined>
  /** Reads both back and verifies them. Fails as `signatureFor`, and if this run `wrote` a signature that is not there. */
  confirm(wrote: boolean): Promise<void>
}

type Context = Pick<TargetContext, 'indexSigner' | 'log'>

/**
 * An index holds entries of others, so it is signed only if it was signed by ours before, if there was none, or if
 * nobody has signed it yet, which is warned of once.
 */
export function openIndexSignature(store: IndexStore, { indexSigner: signer, log }: Context): IndexSignature {
  const { indexName } = store
  let isWarned = false

  /** The signature that waits to be put in place, if it is one of ours. */
  async function pendingIn({ source, pending }: IndexState): Promise<Uint8Array | undefined> {
    if (!signer || !source || !pending) return undefined
    const isOurs = await signer.signerOf(subjectOf(store, source.bytes), pending).then((who) => who.isOurs, isInvalid)
    return isOurs ? pending : undefined
  }

  async function standingOf(state: IndexState): Promise<'none' | 'valid'> {
    const { source, signature } = state
    if (signer && !source && signature) throw signatureWithoutIndex(store)
    if (!signer || !source) return 'none'
    if (await pendingIn(state)) return 'valid'
    if (!signature) return 'none'
    const subject = subjectOf(store, source.bytes)
    const who = await signer.signerOf(subject, signature).catch((error: unknown) => {
      throw isInvalid(error) ? error : invalidSignature(store, asReleaseError(error))
    })
    if (!who.isOurs) throw foreignSigner(store, who.subject)
    return 'valid'
  }

  function warnOfAdoption(): void {
    if (!isWarned)
      log.warning(
        `${indexName} had no signature: it is signed from now on, with the entries that were in it as they stand.`,
      )
    isWarned = true
  }

  return {
    async problems() {
      try {
        if (signer) await standingOf(await store.readState())
        else if (await store.readSignature()) throw unexpectedSignature(store)
        return []
      } catch (error) {
        return problemsIn(error)
      }
    },
    async signatureFor(state, next) {
      if (!signer) {
        if (next && state.signature) throw unexpectedSignature(store)
        return undefined
      }
      if (!next) return pendingIn(state)
      if ((await standingOf(state)) === 'none' && state.source) warnOfAdoption()
      return signer.sign(subjectOf(store, next))
    },
    async confirm(wrote) {
      if (signer && (await standingOf(await store.readState())) === 'none' && wrote) throw lostSignature(store)
    },
  }
}

function subjectOf({ url }: IndexStore, index: Uint8Array): Required<Subject> {
  return { repository: url, digest: digestOf(index), archive: index }
}

/** Anything else says nothing of the signature, and is thrown on. */
function isInvalid(error: unknown): false {
  if (error instanceof ReleaseError && error.code === 'SIGNATURE_INVALID') return false
  throw error
}

function invalidSignature(store: IndexStore, { message, cause }: ReleaseError): ReleaseError {
  const what = `${INDEX_SIGNATURE} does not hold for ${store.indexName} beside it, so something wrote the index without signing it. ${message}.`
  return new ReleaseError('INDEX_SIGNATURE_INVALID', what, { hint: startAnew(store), cause })
}

/** An index always comes before its signature, so whose this is nobody knows: it is not replaced. */
function signatureWithoutIndex(store: IndexStore): ReleaseError {
  const what = `${INDEX_SIGNATURE} is there without ${store.indexName}, which it is to sign.`
  return new ReleaseError('INDEX_SIGNATURE_INVALID', what, {
    hint: `Put the index back, or remove the signature, and run again: ${store.removal(INDEX_SIGNATURE)}`,
  })
}

function foreignSigner(store: IndexStore, subject: string): ReleaseError {
  const what = `${store.indexName} is signed by ${subject}, which is not a workflow of this repository.`
  return new ReleaseError('INDEX_SIGNATURE_FOREIGN', what, {
    hint: `If it is to be trusted, name it under \`trusted-signers\` in the config file. If not: ${startAnew(store)}`,
  })
}

function unexpectedSignature(store: IndexStore): ReleaseError {
  const what = `${store.indexName} is signed (${INDEX_SIGNATURE}), and would not fit that signature any more once this run writes it.`
  return new ReleaseError('INDEX_SIGNED', what, {
    hint: `Set \`sign-index: true\`. To have it unsigned from now on: ${store.removal(INDEX_SIGNATURE)}`,
  })
}

function lostSignature(store: IndexStore): ReleaseError {
  const what = `${INDEX_SIGNATURE} was written with ${store.indexName}, and is not there.`
  return new ReleaseError('SIGNATURE_MISSING', what, {
    hint: 'Something deletes it, or writes the index without signing it, while this run works; stop it and run again.',
  })
}

function startAnew(store: IndexStore): string {
  return `Look at what the index holds. Where that is right, remove the signature, and the next run signs it as it stands: ${store.removal(INDEX_SIGNATURE)}`
}
