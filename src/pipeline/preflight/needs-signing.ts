import type { ChartDecision } from '../../plan/decision/decision.ts'
import { isSigned, targetsOf } from '../../plan/plan.ts'
import { hasIndex } from '../../targets/registry.ts'
import type { Uses } from '../run.ts'

/** Whether releasing these charts takes a signature: one of them is signed, or the index that lists it. */
export function needsSigning(
  { settings, targets }: Uses<'targets', never, 'targets' | 'sign' | 'signIndex' | 'perChart'>,
  releases: readonly ChartDecision[],
): boolean {
  return releases.some(
    ({ chart }) =>
      isSigned(chart, settings) ||
      (settings.signIndex && targetsOf(chart, targets, settings).some(({ address }) => hasIndex(address))),
  )
}
