import type { ChartSource } from '../../chart/source/source.ts'
import type { ReleaseError } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'
import { isOnAllTargets, type PlannedChart } from '../../model/plan.ts'
import type { BumpLevel, BumpSetting, Mode, SettingSource } from '../../model/settings.ts'
import { cut } from '../../model/text.ts'
import type { DesiredAppVersion, TargetState } from './judged-chart.ts'

/** Findings of a chart in the plan's data; the log and the reason name those that decide. */
const MAX_FINDINGS = 50
const MAX_TEXT = 400

/** What changes in a chart's own Chart.yaml. */
export interface Edits {
  readonly version?: string
  readonly appVersion?: string
}

/** One chart's decision, with what the following steps need beside the plan's data. */
export interface ChartDecision {
  readonly chart: ChartSource
  readonly action: PlannedChart['action']
  readonly version: string
  readonly reason: string
  readonly bump: { readonly setting: BumpSetting; readonly source: SettingSource }
  /** How far it moves, if that was decided and levels say it. */
  readonly level?: BumpLevel | undefined
  /** Why it moves that far, in words; set if that was decided. */
  readonly levelReason?: string | undefined
  /** What changed since the release it is compared with, as far as that was asked for. */
  readonly findings: readonly Finding[]
  /** All that was found, also what has no say in the version: notes are made of it. */
  readonly allFindings?: readonly Finding[] | undefined
  /** The release that it was compared with. */
  readonly comparedWith?: string | undefined
  /** The version that its users have so far, if that is known. */
  readonly previous?: string | undefined
  /** The lowest version that its changes allow, if the one in Chart.yaml is less: raised by too little, or still to be raised. */
  readonly requiredVersion?: string | undefined
  /** A higher version that this branch has published, though git no longer says it. */
  readonly below?: string | undefined
  readonly desired: DesiredAppVersion
  readonly sightings: readonly TargetState[]
  readonly edits: Edits
  /** Folders of charts whose release makes this one follow. */
  readonly follows: readonly string[]
  /** The names of those whose new version is the only reason for its own. */
  readonly dependencies?: readonly string[]
  readonly problem?: ReleaseError
}

/** The appVersion that the released package carries. */
export function appVersionOf(decision: ChartDecision): string | undefined {
  return decision.edits.appVersion ?? decision.chart.manifest.appVersion
}

/** Whether this run does something for the chart. */
export function isReleased(decision: ChartDecision): boolean {
  return decision.action === 'publish' || decision.action === 'bump' || decision.action === 'complete'
}

/**
 * Whether the run would make a new package. A version that some target holds is copied to the others
 * as it is.
 */
export function isNewPackage({ action, sightings }: ChartDecision): boolean {
  const isMade = action === 'publish' || action === 'bump'
  return isMade && !sightings.some(({ presence }) => presence.state === 'present')
}

/** Whether a run packages and lints the chart; a proposed change also what waits for a higher version. */
export function isTried(decision: ChartDecision, mode: Mode): boolean {
  return isNewPackage(decision) || (mode === 'check' && decision.action === 'wait')
}

/** Whether another run has published the version already, so that git alone lacks it. */
export function isForGitAlone({ action, sightings }: ChartDecision): boolean {
  return action === 'bump' && isOnAllTargets(sightings.map(({ evidence }) => evidence))
}

/** The decision as the plan's data. */
export function plannedChart(decision: ChartDecision, nameOf: (path: string) => string): PlannedChart {
  const { chart, problem } = decision
  const to = appVersionOf(decision)
  return {
    path: chart.path,
    name: chart.manifest.name,
    type: chart.manifest.type,
    action: decision.action,
    currentVersion: chart.manifest.version,
    version: decision.version,
    appVersion: {
      ...(chart.manifest.appVersion !== undefined && { from: chart.manifest.appVersion }),
      ...(to !== undefined && { to }),
    },
    fingerprint: chart.fingerprint,
    reason: decision.reason,
    ...bumpData(decision),
    ...(decision.comparedWith !== undefined && { comparedWith: decision.comparedWith }),
    ...(decision.requiredVersion !== undefined && { needsAtLeast: decision.requiredVersion }),
    findings: decision.findings.slice(0, MAX_FINDINGS).map(brief),
    ...(decision.findings.length > MAX_FINDINGS && { moreFindings: decision.findings.length - MAX_FINDINGS }),
    evidence: decision.sightings.map((sighting) => sighting.evidence),
    follows: decision.follows.map(nameOf),
    ...(problem && { problem: planProblem(problem) }),
  }
}

/** Set if it was decided how the version moves. */
function bumpData({ bump, level, levelReason }: ChartDecision): Pick<PlannedChart, 'bump'> {
  if (level === undefined && levelReason === undefined) return {}
  return { bump: { ...bump, ...(level !== undefined && { level }) } }
}

/** Text from a chart may have any length. */
function brief({ text, subject, was, is, ...finding }: Finding): Finding {
  return {
    ...finding,
    subject: cut(subject, MAX_TEXT),
    text: cut(text, MAX_TEXT),
    ...(was !== undefined && { was: cut(was, MAX_TEXT) }),
    ...(is !== undefined && { is: cut(is, MAX_TEXT) }),
  }
}

export function planProblem(error: ReleaseError): NonNullable<PlannedChart['problem']> {
  const { code, message, hint, at } = error
  return {
    code,
    message,
    ...(hint !== undefined && { hint }),
    ...(at && { file: at.file }),
    ...(at?.line !== undefined && { line: at.line }),
  }
}
