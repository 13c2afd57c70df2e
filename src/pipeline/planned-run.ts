import type { Sources } from '../chart/source/source.ts'
import type { ObjectId } from '../model/chart.ts'
import type { ReleasePlan } from '../model/plan.ts'
import type { ChartDecision } from '../plan/decision/decision.ts'
import type { Unreadable } from '../plan/plan.ts'
import type { Scope } from '../plan/scope/scope.ts'
import type { HalfReleases } from './half-release.ts'

/** The repository at one commit and what is to be done about it. */
export interface PlannedRun {
  readonly head: ObjectId
  readonly sources: Sources
  readonly scope: Scope
  readonly decisions: readonly ChartDecision[]
  readonly unreadable: readonly Unreadable[]
  readonly plan: ReleasePlan
  /** About charts that go on nevertheless. */
  readonly warnings: readonly string[]
  /** For the log alone. */
  readonly remarks: readonly string[]
  /** Versions that dependents take from where they are published: `fromWherePublished`. */
  readonly published: ReadonlySet<string>
  /** Versions that earlier runs published on some of their targets only. */
  readonly halfReleases: HalfReleases
  readonly remoteTags: () => Promise<ReadonlyMap<string, ObjectId>>
}

/** Order of charts in plan and report; two entries of one folder keep their order. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  if (a.path === b.path) return 0
  return a.path < b.path ? -1 : 1
}
