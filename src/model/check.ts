import type { BumpLevel } from './settings.ts'

/**
 * - `enough`: raised by as much as its changes ask for, or more.
 * - `mild`: less than additions ask for; told, and taken.
 * - `too-low`: raised, by less than its changes ask for.
 * - `missing`: changed, and not raised.
 * - `left`: the same, and the release will raise it.
 * - `first`: nothing is released yet that it could be compared with.
 * - `unchanged`: nothing to raise it for.
 * - `unknown`: it can't be judged; its problem says why.
 */
export type CheckVerdict = 'enough' | 'mild' | 'too-low' | 'missing' | 'left' | 'first' | 'unchanged' | 'unknown'

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
  /** The version to write, where the declared one is not enough. */
  readonly needed?: string
  readonly verdict: CheckVerdict
  readonly why: string
}
