import type { Digest, ObjectId } from './chart.ts'
import type { Finding } from './finding.ts'
import type { LintMode } from './linting.ts'
import type { BumpLevel, BumpSetting, SettingSource } from './settings.ts'

/**
 * - `publish`: the version in Chart.yaml is missing on at least one target.
 * - `bump`: the published version has other content, so git gets another version, which is then published; a run for a tag of
 *   the application may have published it already.
 * - `leave`: every target has this content under this version.
 * - `complete`: published with this content, but a signature, the record of its adoption or the archive is missing: sign or
 *   adopt what is there, after comparing, or restore the archive, if git packages the same bytes.
 * - `wait`: the published version has other content, and with `bump: manual` only people raise it: nothing is released.
 * - `refuse`: it needs manual action; `problem` says why.
 */
export type PlannedAction = 'publish' | 'bump' | 'leave' | 'complete' | 'wait' | 'refuse'

export interface TargetEvidence {
  /** Target address as configured. */
  readonly target: string
  /** What a consumer types for the version in Chart.yaml. */
  readonly reference: string
  readonly state: 'absent' | 'same' | 'other' | 'unadopted' | 'unrecorded' | 'unsigned' | 'missing' | 'unknown'
  readonly digest?: Digest
  /** Set for `unsigned` if there are signatures, and none of them is by this repository. */
  readonly isSignedByOthers?: true
  /** The git tag that says so of an `unadopted` version, whose bytes were not compared. */
  readonly byTag?: string
}

/** Whether consumers have the version everywhere already, so that at most git lacks it. */
export function isOnAllTargets(evidence: readonly TargetEvidence[]): boolean {
  return evidence.length > 0 && evidence.every(({ state }) => state === 'same' || state === 'unadopted')
}

/** A problem as data, for the plan file. */
export interface PlanProblem {
  readonly code: string
  readonly message: string
  readonly hint?: string
  readonly file?: string
  readonly line?: number
}

/** How a chart is linted that has lint settings of its own. */
export interface PlannedLint {
  readonly mode: LintMode
  readonly values?: readonly string[]
  readonly kubeVersion?: string
  readonly undeclaredSubcharts?: 'allow' | 'refuse'
}

export interface PlannedChart {
  /** Folder from the repository root. */
  readonly path: string
  readonly name: string
  readonly type: 'application' | 'library'
  readonly action: PlannedAction
  /** Version in Chart.yaml at the planned commit. */
  readonly currentVersion: string
  /** Version that this run releases or leaves; equal to `currentVersion` without a bump. */
  readonly version: string
  readonly appVersion?: { readonly from?: string; readonly to?: string }
  readonly fingerprint: string
  /** One sentence in words a maintainer understands. */
  readonly reason: string
  /** The setting that says which version it gets, and how far that moves it unless the setting names versions. */
  readonly bump?: { readonly setting: BumpSetting; readonly source: SettingSource; readonly level?: BumpLevel }
  /** Absent if it is linted as the settings of the run say. */
  readonly lint?: PlannedLint
  /** The release that it was compared with for that. */
  readonly comparedWith?: string
  /** The lowest version that its changes allow, if the one in Chart.yaml is less: raised by too little, or still to be raised. */
  readonly needsAtLeast?: string
  /** What changed for its users, highest level first; gathered only if the strategy needs it. */
  readonly findings: readonly Finding[]
  /** How many more there are. */
  readonly moreFindings?: number
  readonly evidence: readonly TargetEvidence[]
  /** Names of charts in this plan whose release makes this one follow. */
  readonly follows: readonly string[]
  /** What the config file says of this chart alone, by the names of its keys. */
  readonly settings?: Readonly<Record<string, PlannedSetting>>
  readonly problem?: PlanProblem
}

export interface PlannedSetting {
  readonly value: string
  readonly source: SettingSource
}

/** Pure data: what one run intends. A request, not an authority: commit, fingerprints and targets are checked again. */
export interface ReleasePlan {
  readonly schema: 1
  readonly commit: ObjectId
  readonly branch?: string
  readonly charts: readonly PlannedChart[]
  /** Setting name to its effective value and source, secrets left out. */
  readonly settings: Readonly<Record<string, PlannedSetting>>
}
