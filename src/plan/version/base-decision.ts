import type { ChartSource } from '../../chart/source/source.ts'
import type { ReleaseError } from '../../model/errors.ts'
import type { ChartDecision } from '../decision/decision.ts'
import type { DesiredAppVersion, JudgedChart, JudgedVersion } from '../decision/judged-chart.ts'
import { unknownState } from '../decision/refusals.ts'
import type { Baseline } from '../published/baseline.ts'
import { bumpOf } from '../scope/chart-settings.ts'
import type { PlanContext } from './plan-context.ts'
import type { RequiredBump } from './required-bump.ts'

/** Fields shared by every decision. */
export function blank(
  chart: ChartSource,
  { settings }: Pick<PlanContext, 'settings'>,
): Pick<ChartDecision, 'chart' | 'bump' | 'follows' | 'findings'> {
  const { value: setting, source } = bumpOf(chart, settings)
  return { chart, bump: { setting, source }, follows: [], findings: [] }
}

/** A chart that needs manual action. */
export function refused(
  chart: ChartSource,
  problem: ReleaseError,
  context: Pick<PlanContext, 'settings'>,
): ChartDecision {
  const { version } = chart.manifest
  const desired = { evidence: false }
  const nothing = { desired, sightings: [], edits: {} }
  return { ...blank(chart, context), ...nothing, action: 'refuse', version, reason: problem.message, problem }
}

/** A version that needs no other number: taken as it is, with the edits that git lacks. */
export function fromVerdict({ chart, judged, desired }: JudgedChart, context: PlanContext): ChartDecision {
  const { verdict } = judged
  if (verdict.action === 'unknown') return refused(chart, unknownState(chart, judged), context)
  const appVersion = appVersionFor(chart, judged, desired)
  const edits = {
    ...(judged.version !== chart.manifest.version && { version: judged.version }),
    ...(appVersion !== undefined && appVersion !== chart.manifest.appVersion && { appVersion }),
  }
  const action = verdict.action === 'move' ? 'refuse' : verdict.action
  return { ...blank(chart, context), ...judged, action, reason: verdict.reason, desired, edits }
}

/** That of the published package, if there is one; a package of another tool was compared with git as it is. */
function appVersionFor({ manifest }: ChartSource, { sightings }: JudgedVersion, desired: DesiredAppVersion) {
  for (const { presence, evidence } of sightings) {
    if (presence.state !== 'present' || evidence.state === 'other') continue
    return presence.fingerprint === undefined ? manifest.appVersion : presence.appVersion
  }
  return desired.value
}

/** The fields of a decision that come from the required bump. */
export function bumpFacts({ level, reason, findings, allFindings }: RequiredBump, since: Baseline | undefined) {
  return { level, levelReason: reason, findings, allFindings, comparedWith: since?.version }
}
