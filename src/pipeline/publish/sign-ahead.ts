import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { SignatureSet } from '../../model/signature.ts'
import { placeOf, releaseName, type StagedRelease } from '../chart-release.ts'
import { signingOf } from '../run.ts'
import { beginSigning, type SigningRun, type Started } from './sign.ts'

/** Bundles of one release in a registry: signature and build provenance. */
const BUNDLES = 2

/** Signatures that are made while their chart is uploaded. */
export type Ahead = Promise<Started | undefined>

/**
 * Starts to sign a release that is on its way to its targets. Only if it is new to all of them, so that nothing of it can be
 * signed already. Everything that could refuse has been asked by now: what is logged is what is about to be released.
 */
export async function signAhead(run: SigningRun, release: StagedRelease): Ahead {
  const { staged } = release
  const isNew = staged.every(({ artifact, target }) => artifact.isNew && target.signs === 'manifest')
  const signing = isNew ? await signingOf(run, placeOf(release)) : undefined
  if (!signing) return undefined
  for (const { target, artifact } of staged) target.makeRoom?.(artifact, BUNDLES)
  return beginSigning(
    run,
    release,
    staged.map((one) => ({ one, isSigned: false })),
    signing,
  )
}

/** The failure of a release whose signatures are in the log already: that forgets nothing, so it is said. */
export async function withLogged(thrown: unknown, ahead: Ahead, release: StagedRelease): Promise<ReleaseError> {
  const error = asReleaseError(thrown)
  const started = await ahead.catch(() => undefined)
  const made = await Promise.allSettled(started?.signatures ?? [])
  const sets = made.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []))
  await started?.attesting.catch(() => undefined)
  const indexes = sets.flatMap(logIndexes)
  if (indexes.length === 0) return error
  const logged = `The log holds signatures of ${releaseName(release)} (log index ${indexes.join(', ')}), and storing it failed`
  return new ReleaseError(error.code, `${logged}: ${error.message}`, { hint: error.hint, at: error.at, cause: error })
}

/** Of the bundles; our own, so they have that form. */
function logIndexes({ bundles }: SignatureSet): readonly string[] {
  return bundles.flatMap(({ json }) => {
    const { verificationMaterial } = JSON.parse(Buffer.from(json).toString()) as {
      verificationMaterial?: { tlogEntries?: readonly { logIndex?: string }[] }
    }
    return verificationMaterial?.tlogEntries?.flatMap(({ logIndex }) => logIndex ?? []) ?? []
  })
}
