import { mapConcurrent } from '../../model/async/concurrency.ts'
import type { ReleaseError } from '../../model/errors.ts'
import type { Target } from '../../model/target.ts'
import type { PromotedRelease } from '../chart-release.ts'
import type { Uses } from '../run.ts'
import { differs, isFinding, unknown } from './findings.ts'
import { lookAt, type Shown } from './look-at-target.ts'

type LookingRun = Uses<'targets' | 'outside' | 'signing', 'log' | 'clock'>

/** What a look from outside found. Nothing can be taken back by then: the versions are out. */
export interface OutsideLook {
  /** Something else than was released. */
  readonly problems: readonly ReleaseError[]
  /** Why it is not known. */
  readonly warnings: readonly string[]
}

/**
 * Looks at what this run made visible as its consumers do: with connections of its own, and without credentials if the
 * registry lets anybody in. Signatures were verified by digest before, so of each chart only the tag is compared; the
 * first of each target is pulled and verified in full, which tells whether consumers can.
 */
export async function lookFromOutside(run: LookingRun, releases: readonly PromotedRelease[]): Promise<OutsideLook> {
  const looks = await mapConcurrent(run.targets, run.targets.length, async (target) => {
    const outside = run.outside(target)
    const shown = shownOn(target, releases)
    return outside && shown.length > 0 ? lookAt(outside, shown, run) : []
  })
  const found = looks.flat()
  return {
    problems: found.filter(isFinding).map(differs),
    warnings: found.filter((one) => !isFinding(one)).map(unknown),
  }
}

function shownOn(target: Target, releases: readonly PromotedRelease[]): readonly Shown[] {
  return releases.flatMap(({ staged, published }) =>
    published.flatMap((artifact, index) => {
      const on = staged[index]
      return on?.target === target && artifact.changed ? [{ artifact, isSigned: on.signatures !== undefined }] : []
    }),
  )
}
