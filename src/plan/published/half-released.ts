import type { ChartRef, ObjectId } from '../../model/chart.ts'
import type { TargetEvidence } from '../../model/plan.ts'

/**
 * A version that a run is about to publish on several targets, recorded before the first of them shows it. The record has all
 * that another run needs to finish the release, whatever the branch looks like by then.
 */
export interface RecordedRelease extends ChartRef {
  /** The chart's folder at `commit`. */
  readonly path: string
  /** Folders that were read for it: the chart's own and those of charts that it depends on. */
  readonly folders: readonly string[]
  /** The release commit. */
  readonly commit: ObjectId
  readonly fingerprint: string
  /** The git tag that claims the version; absent with `tag-template: none`. */
  readonly tag?: string
  /** Addresses of the targets that were to get it. */
  readonly targets: readonly string[]
  /** Texts that were laid over the commit's own files, by path. */
  readonly overlay: ReadonlyMap<string, string>
}

/** What one target holds of a recorded release. `partly`: files are public that its index does not list yet. */
export interface HalfReleaseEvidence extends Omit<TargetEvidence, 'state'> {
  readonly state: 'same' | 'other' | 'absent' | 'partly' | 'unknown'
}

export type RecordedState =
  /** Every target that was to get it has it. */
  | 'finished'
  /** No target shows it, so nothing is half released; its run may still be at work. */
  | 'unpublished'
  /** The number was released with other content: the recorded run lost it. */
  | 'overtaken'
  /** Its git tag was deleted, which is how a person withdraws a version. */
  | 'withdrawn'
  /** Some targets show it and some that this run publishes to don't. */
  | 'half'
  /** It is on every target that this run publishes to, and was to get to further ones. */
  | 'elsewhere'

export interface RecordedFacts {
  /** What the recorded targets hold that this run publishes to. */
  readonly evidence: readonly HalfReleaseEvidence[]
  /** Whether this run publishes to all recorded targets. */
  readonly isWhole: boolean
  readonly isTagGone: boolean
}

/**
 * Whether a recorded release is finished. Only targets that its run was to publish to count: one that was configured later
 * never receives older versions.
 */
export function recordedState({ evidence, isWhole, isTagGone }: RecordedFacts): RecordedState {
  const has = (...states: readonly HalfReleaseEvidence['state'][]) =>
    evidence.some(({ state }) => states.includes(state))
  if (!has('same', 'partly')) return has('other') && !has('unknown') ? 'overtaken' : 'unpublished'
  if (!has('absent', 'other', 'partly', 'unknown')) return isWhole ? 'finished' : 'elsewhere'
  return isTagGone ? 'withdrawn' : 'half'
}
