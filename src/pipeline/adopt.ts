import { allOf } from '../model/settle.ts'
import type { Target } from '../model/target.ts'
import type { SignedRelease } from './sign.ts'

/**
 * Records what was found out about packages of another tool, so that later runs need not download and compare them again.
 * Called when their bytes were found equal; whichever of signature and record a run that died has left, the next one makes
 * the other.
 */
export async function recordAdoptions({ intent, packaged, staged }: SignedRelease): Promise<void> {
  const isForeign = (target: Target) =>
    intent.sightings.some(
      ({ target: one, presence }) =>
        one === target && presence.state === 'present' && presence.fingerprint === undefined,
    )
  const { fingerprint, appVersion, revision } = packaged
  const record = { fingerprint, revision, ...(appVersion !== undefined && { appVersion }) }
  const adopted = staged.filter(({ published, target }) => published && isForeign(target))
  await allOf(adopted.map(({ target, artifact }) => target.recordAdoption(artifact, record)))
}
