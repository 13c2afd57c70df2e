import type { ChartSource, Sources } from '../chart/source/source.ts'
import { ReleaseError } from '../model/errors.ts'
import type { TargetState } from '../plan/decision/judged-chart.ts'
import type { NamedChart } from '../plan/plan.ts'
import type { HalfReleaseEvidence, RecordedRelease, RecordedState } from '../plan/published/half-released.ts'
import type { PromotedRelease } from './chart-release.ts'

/** What one run wrote down before it promoted, and another finds if that run did not end well: one ref per version. */
export interface ReleaseRecord {
  readonly ref: string
  readonly release: RecordedRelease
  readonly writtenAt: Date
}

/** A recorded release with what this run's targets hold of it. */
export interface CheckedRelease extends ReleaseRecord {
  /** What its settings are looked up by: the chart of this name, if the branch has one. */
  readonly today: NamedChart
  readonly evidence: readonly HalfReleaseEvidence[]
  readonly sightings: readonly TargetState[]
  readonly state: RecordedState
}

/** A release that some of its targets show and others don't, and that this run is to finish. */
export interface HalfRelease extends CheckedRelease {
  /** What git packages for it, read from its release commit: the branch may have moved the chart, or deleted it. */
  readonly source?: { readonly chart: ChartSource; readonly sources: Sources }
  /** Why it can't be finished. */
  readonly problem?: ReleaseError
}

export interface HalfReleases {
  /** Oldest first. */
  readonly halves: readonly HalfRelease[]
  /** All that was recorded, finished or not. */
  readonly checked: readonly CheckedRelease[]
  /** About those that this run does not finish. */
  readonly warnings: readonly string[]
}

/** How each half release ended: finished, or why not. */
export type Completions = ReadonlyMap<HalfRelease, PromotedRelease | ReleaseError>

/** The half releases that this run finished. */
export function completedReleases(completions: Completions | undefined): readonly PromotedRelease[] {
  return [...(completions?.values() ?? [])].flatMap((one) => (one instanceof ReleaseError ? [] : [one]))
}
