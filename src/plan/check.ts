import { levelBetween } from '../bump/next-version.ts'
import type { CheckedChart, CheckVerdict } from '../model/check.ts'
import type { ReleaseError } from '../model/errors.ts'
import { type Intent, isForGitAlone } from './decision/decision.ts'
import { versionNotRaised, versionTooLow } from './decision/refusals.ts'
import { isMildlyLow } from './version/required-level.ts'

export interface Check {
  readonly data: CheckedChart
  readonly problem?: ReleaseError
}

/**
 * Holds the version that a proposed change gives a chart against the one that it needs. Additions alone are no reason to
 * fail where the version was raised at all. With `requireBump: false` a version that nobody raised is left to the release.
 */
export function checkOf(intent: Intent, { requireBump }: { readonly requireBump: boolean }): Check {
  const verdict = verdictOf(intent, requireBump)
  const problem = intent.problem ?? problemOf(intent, verdict)
  return { data: dataOf(intent, verdict), ...(problem && { problem }) }
}

function verdictOf(intent: Intent, requireBump: boolean): CheckVerdict {
  const { action, enough, level, released } = intent
  if (action === 'refuse') return 'unknown'
  if (isForGitAlone(intent)) return 'unchanged'
  if (action === 'bump') return requireBump ? 'missing' : 'left'
  if (action !== 'publish') return 'unchanged'
  if (enough === undefined) return released === undefined ? 'first' : 'enough'
  return level !== undefined && isMildlyLow({ ...intent, level }) ? 'mild' : 'too-low'
}

function problemOf(intent: Intent, verdict: CheckVerdict): ReleaseError | undefined {
  const { chart, enough = intent.version, released = '' } = intent
  if (verdict === 'missing') return versionNotRaised(chart, { enough, why: intent.reason })
  return verdict === 'too-low' ? versionTooLow(chart, { enough, since: released, why: intent.why ?? '' }) : undefined
}

function dataOf(intent: Intent, verdict: CheckVerdict): CheckedChart {
  const { chart, released, level, action } = intent
  const { name, version: declared } = chart.manifest
  const needed = action === 'bump' ? intent.version : intent.enough
  return {
    name,
    path: chart.path,
    declared,
    verdict,
    ...(released !== undefined && { released, declaredLevel: levelBetween(released, declared) }),
    ...(level !== undefined && { requiredLevel: level }),
    ...(needed !== undefined && { needed }),
    why:
      intent.problem?.message ??
      (verdict === 'missing' || verdict === 'left' ? intent.reason : (intent.why ?? intent.reason)),
  }
}
