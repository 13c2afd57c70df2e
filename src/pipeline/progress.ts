import type { ReleaseError } from '../model/errors.ts'
import type { Identity } from '../model/signature.ts'
import type { PromotedRelease } from './chart-release.ts'
import type { HalfRelease, ReleaseRecord } from './half-release.ts'
import type { PlannedRun } from './planned-run.ts'
import type { Proposal } from './proposal/proposal.ts'

/**
 * What a run has done so far. Steps get values and return values; this is beside them, for the report of a run that does not
 * come to its end: what is visible already must be in it.
 */
export interface Progress {
  plannedRun?: PlannedRun
  /** Pull requests that this run opened or brought up to date. */
  readonly proposals: Proposal[]
  identity?: Identity
  bumpCommit?: string
  /** Records that this run wrote down before it promoted. */
  recorded: readonly ReleaseRecord[]
  /** Charts that failed since the run last planned, by folder. */
  readonly failed: Map<string, ReleaseError>
  /** How each half release ended. */
  readonly completions: Map<HalfRelease, PromotedRelease | ReleaseError>
  /** Charts that consumers can see on some of their targets, or on all, by folder. */
  readonly promoted: Map<string, PromotedRelease>
}

export function createProgress(): Progress {
  return { recorded: [], proposals: [], failed: new Map(), completions: new Map(), promoted: new Map() }
}
