import { allOf } from '../../model/async/concurrency.ts'
import type { Target } from '../../model/target.ts'
import type { SignedOn, SignedRelease } from '../chart-release.ts'

/**
 * Records what was found out about packages of another tool, so that later runs need not download and compare them again.
 * Called when their bytes were found equal; whichever of signature and record a run that died has left, the next one makes
 * the other. Returns the release with `wasAdopted` on those.
 */
export async function recordAdoptions(release: SignedRelease): Promise<SignedRelease> {
  const { decision, packaged, staged } = release
  const isForeign = (target: Target) =>
    decision.sightings.some(
      ({ target: one, presence }) =>
        one === target && presence.state === 'present' && presence.fingerprint === undefined,
    )
  const { fingerprint, appVersion, revision } = packaged
  const record = { fingerprint, revision, ...(appVersion !== undefined && { appVersion }) }
  const recorded = staged.map(async (one): Promise<SignedOn> => {
    if (!one.published || !isForeign(one.target)) return one
    await one.target.recordAdoption(one.artifact, record)
    return { ...one, wasAdopted: true }
  })
  return { ...release, staged: await allOf(recorded) }
}
