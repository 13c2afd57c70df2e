import type { BumpLevel } from './settings.ts'

/**
 * - `enough`: raised by as much as its changes call for, or more.
 * - `mild`: less than additions call for; reported, and accepted.
 * - `too-low`: raised, but by less than its changes call for.
 * - `missing`: changed, but not raised.
 * - `left`: not raised either, but the release will raise it.
 * - `waiting`: not raised either, and only somebody who raises it later releases it.
 * - `first`: there is no release yet to compare it with.
 * - `unchanged`: there is no reason to raise it.
 * - `unknown`: it can't be judged; the chart's problem says why.
 */
export type CheckVerdict =
  | 'enough'
  | 'mild'
  | 'too-low'
  | 'missing'
  | 'left'
  | 'waiting'
  | 'first'
  | 'unchanged'
  | 'unknown'

/** What `mode: check` says of one chart. */
export interface CheckedChart {
  readonly name: string
  readonly path: string
  /** The release that it is compared with. */
  readonly released?: string
  /** The version in Chart.yaml, and how far that is from the release. */
  readonly declared: string
  readonly declaredLevel?: BumpLevel | 'none'
  readonly requiredLevel?: BumpLevel
  /** The version to write, if the declared one is not enough. */
  readonly needed?: string
  readonly verdict: CheckVerdict
  readonly why: string
}
