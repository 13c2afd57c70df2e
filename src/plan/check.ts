import { levelBetween } from '../bump/next-version.ts'
import { isByHand } from '../bump/registry.ts'
import type { CheckedChart, CheckVerdict } from '../model/check.ts'
import type { ReleaseError } from '../model/errors.ts'
import type { Settings } from '../settings.ts'
import { type ChartDecision, isForGitAlone } from './decision/decision.ts'
import { versionNotRaised, versionTooLow } from './decision/refusals.ts'
import { isMildlyLow } from './version/required-bump.ts'

export interface Check {
  readonly data: CheckedChart
  readonly problem?: ReleaseError
}

/**
 * Compares the version that a proposed change gives a chart with the one that it needs. Additions alone never fail a version
 * that was raised at all. With `requireBump: false` a version that was not raised is left to the release, or to somebody who raises it later.
 */
export function checkOf(decision: ChartDecision, { requireBump }: { readonly requireBump: boolean }): Check {
  const verdict = verdictOf(decision, requireBump)
  const problem = decision.problem ?? problemOf(decision, verdict)
  return { data: dataOf(decision, verdict), ...(problem && { problem }) }
}

function verdictOf(decision: ChartDecision, requireBump: boolean): CheckVerdict {
  const { action, requiredVersion: enough, level, comparedWith: released } = decision
  if (action === 'refuse') return 'unknown'
  if (isForGitAlone(decision)) return 'unchanged'
  if (action === 'bump') return requireBump ? 'missing' : 'left'
  if (action === 'wait') return requireBump ? 'missing' : 'waiting'
  if (action !== 'publish') return 'unchanged'
  if (enough === undefined) return released === undefined ? 'first' : 'enough'
  return level !== undefined && isMildlyLow({ ...decision, level }) ? 'mild' : 'too-low'
}

function problemOf(decision: ChartDecision, verdict: CheckVerdict): ReleaseError | undefined {
  const { chart, requiredVersion: enough = decision.version, comparedWith: released = '' } = decision
  if (verdict === 'missing') return versionNotRaised(chart, { enough, why: decision.reason })
  return verdict === 'too-low'
    ? versionTooLow(chart, { enough, since: released, why: decision.levelReason ?? '' })
    : undefined
}

function dataOf(decision: ChartDecision, verdict: CheckVerdict): CheckedChart {
  const { chart, comparedWith: released, level, action } = decision
  const { name, version: declared } = chart.manifest
  const needed = action === 'bump' ? decision.version : decision.requiredVersion
  return {
    name,
    path: chart.path,
    declared,
    verdict,
    ...(released !== undefined && { released, declaredLevel: levelBetween(released, declared) }),
    ...(level !== undefined && { requiredLevel: level }),
    ...(needed !== undefined && { needed }),
    why:
      decision.problem?.message ??
      (['missing', 'left', 'waiting'].includes(verdict) ? decision.reason : (decision.levelReason ?? decision.reason)),
  }
}

/** Whether a version that nobody raised fails the check: what is said, else not where only people raise it, and later. */
export function requiresBump(
  { bump }: Pick<ChartDecision, 'bump'>,
  { requireBump, sources }: Pick<Settings, 'requireBump' | 'sources'>,
): boolean {
  return sources.requireBump === 'default' ? !isByHand(bump.setting) : requireBump
}
