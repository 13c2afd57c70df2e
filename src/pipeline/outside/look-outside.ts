import { mapConcurrent } from '../../model/async/concurrency.ts'
import type { Target } from '../../model/target.ts'
import type { PromotedRelease } from '../chart-release.ts'
import type { Uses } from '../run.ts'
import { differs, isFinding, type OutsideLook, unknown } from './findings.ts'
import { lookAtRegistry } from './look-at-registry.ts'
import { lookAtSite } from './look-at-site.ts'
import type { Shown } from './shown.ts'

const NOTHING: OutsideLook = { problems: [], warnings: [], notes: [] }

type LookingRun = Uses<'targets' | 'outside' | 'signing', 'log' | 'clock'>

/**
 * Looks at what this run made visible as its consumers do: with connections of its own, and without credentials if the
 * place lets anybody in. Places are looked at side by side, so that the slowest is what a run waits for.
 */
export async function lookFromOutside(run: LookingRun, releases: readonly PromotedRelease[]): Promise<OutsideLook> {
  const looks = await mapConcurrent(run.targets, run.targets.length, (target) => lookAt(target, run, releases))
  return {
    problems: looks.flatMap(({ problems }) => problems),
    warnings: looks.flatMap(({ warnings }) => warnings),
    notes: looks.flatMap(({ notes }) => notes),
  }
}

async function lookAt(target: Target, run: LookingRun, releases: readonly PromotedRelease[]): Promise<OutsideLook> {
  const shown = shownOn(target, releases)
  if (shown.length === 0) return NOTHING
  const outside = run.outside(target)
  if (!outside) {
    run.platform.log.info(`${target.address} is not looked at: no web address is known where it is visible by now`)
    return NOTHING
  }
  if ('open' in outside) return lookAtSite(outside, shown, run)
  const found = await lookAtRegistry(outside, shown, run)
  return {
    problems: found.filter(isFinding).map((problem) => differs(problem, target.address)),
    warnings: found.filter((one) => !isFinding(one)).map(unknown),
    notes: [],
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
