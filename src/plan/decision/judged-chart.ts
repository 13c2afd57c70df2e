import type { ChartSource } from '../../chart/source/source.ts'
import type { ReleaseError } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'
import type { PlannedAction, TargetEvidence } from '../../model/plan.ts'
import type { Presence, Target } from '../../model/target.ts'

/** The appVersion that a chart should have. */
export interface DesiredAppVersion {
  readonly value?: string
  /** False if a change of it alone is no reason to release (`sha` without `app-paths`). */
  readonly evidence: boolean
  /** Places that should say the same and don't. */
  readonly findings?: readonly Finding[]
  /** What the rule goes by and this chart lacks, so that it keeps its own: a tag, or a value (with its place). */
  readonly lacks?: 'tag' | ReleaseError | undefined
}

/** What one target holds for one version, and how it compares with the chart in git. */
export interface TargetState {
  readonly target: Target
  readonly presence: Presence
  readonly evidence: TargetEvidence
}

/** What the version in Chart.yaml calls for; `move` asks for another version. */
export type Verdict =
  | { readonly action: Exclude<PlannedAction, 'bump' | 'wait' | 'refuse'>; readonly reason: string }
  | { readonly action: 'move'; readonly reason: string }
  | { readonly action: 'unknown'; readonly targets: readonly string[] }

/** One version of a chart, compared with what the targets and the git tags hold of it. */
export interface JudgedVersion {
  readonly version: string
  readonly verdict: Verdict
  readonly sightings: readonly TargetState[]
}

/**
 * The place of a version of the application among a chart's published versions: above those that ship the same or an
 * earlier one, and below those that ship a later one, so that a maintenance release never becomes what `helm install`
 * takes by default. Commits can't say that: an unchanged chart is packaged from one commit, whatever it ships.
 */
export interface AppLine {
  /** What a new version is compared with and counted from; holds this very content if a version does. */
  readonly after?: string
  readonly below?: Shipped
}

/** A published version of a chart with the version of the application that it ships. */
export interface Shipped {
  readonly version: string
  readonly appVersion: string
}

/** A chart whose version was judged, before its decision. */
export interface JudgedChart {
  readonly chart: ChartSource
  readonly desired: DesiredAppVersion
  readonly judged: JudgedVersion
  /** Its place by the version of the application that it ships, if the run releases one. */
  readonly line?: AppLine | undefined
  /** The version that git has, if another one was judged for that reason. */
  readonly inGit?: JudgedVersion | undefined
}

/** A chart that was refused before its version could be judged. */
export interface RefusedChart {
  readonly chart: ChartSource
  readonly refusal: ReleaseError
}

export type Judgement = JudgedChart | RefusedChart

/** Whether the version of a chart could be judged. */
export function isJudged(judgement: Judgement): judgement is JudgedChart {
  return 'judged' in judgement
}
