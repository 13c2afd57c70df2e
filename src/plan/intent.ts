import type { ChartSource } from '../chart/source.ts'
import type { ReleaseError } from '../model/errors.ts'
import type { PlannedChart } from '../model/plan.ts'
import type { BumpSetting, SettingSource } from '../model/settings.ts'
import type { DesiredAppVersion } from './app-version.ts'
import type { Sighting } from './evidence.ts'

/** What changes in a chart's own Chart.yaml. */
export interface Edits {
  readonly version?: string
  readonly appVersion?: string
}

/** One chart's decision, with what the following steps need beside the plan's data. */
export interface Intent {
  readonly chart: ChartSource
  readonly action: PlannedChart['action']
  readonly version: string
  readonly reason: string
  readonly bump: { readonly level: BumpSetting; readonly source: SettingSource }
  readonly desired: DesiredAppVersion
  readonly sightings: readonly Sighting[]
  readonly edits: Edits
  /** Folders of charts whose release makes this one follow. */
  readonly follows: readonly string[]
  readonly problem?: ReleaseError
}

/** The appVersion that the released package carries. */
export function appVersionOf(intent: Intent): string | undefined {
  return intent.edits.appVersion ?? intent.chart.manifest.appVersion
}

/** Whether this run does something for the chart. */
export function isReleased(intent: Intent): boolean {
  return intent.action === 'publish' || intent.action === 'bump' || intent.action === 'complete'
}

/** The intent as the plan's data. */
export function plannedChart(intent: Intent, nameOf: (path: string) => string): PlannedChart {
  const { chart, problem } = intent
  const to = appVersionOf(intent)
  return {
    path: chart.path,
    name: chart.manifest.name,
    type: chart.manifest.type,
    action: intent.action,
    currentVersion: chart.manifest.version,
    version: intent.version,
    appVersion: {
      ...(chart.manifest.appVersion !== undefined && { from: chart.manifest.appVersion }),
      ...(to !== undefined && { to }),
    },
    fingerprint: chart.fingerprint,
    reason: intent.reason,
    ...(intent.action === 'bump' && { bump: intent.bump }),
    evidence: intent.sightings.map((sighting) => sighting.evidence),
    follows: intent.follows.map(nameOf),
    ...(problem && { problem: planProblem(problem) }),
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
