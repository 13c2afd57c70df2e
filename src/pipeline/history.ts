import { type ReadOptions, readSources } from '../chart/source/read-sources.ts'
import type { ChartSource, OwnRepository, Sources } from '../chart/source/source.ts'
import type { ObjectId } from '../model/chart.ts'
import type { Target } from '../model/target.ts'
import { type ChartContent, chartAt } from '../plan/history/chart-at.ts'
import { type HistoryContext, type ReleaseCommit, releaseCommits } from '../plan/history/release-commit.ts'
import { targetsOf } from '../plan/plan.ts'
import { type ClaimedRelease, releaseOfClaim } from '../plan/published/claims.ts'
import type { Git } from '../ports/git.ts'
import type { Settings } from '../settings.ts'

/** The charts of this repository at any of its commits. */
export interface History extends HistoryContext {
  /** The charts in these folders, and those that they depend on; `overlay` has texts that replace files, by path. */
  readonly sourcesAt: (
    commit: ObjectId,
    folders: Parameters<typeof readSources>[2],
    overlay?: ReadOptions['overlay'],
  ) => Promise<Sources>
  /** As `chartAt` of the plan. */
  readonly chartAt: (
    chart: Pick<ChartContent, 'path' | 'name'>,
    commit: ObjectId,
  ) => Promise<{ readonly chart: ChartSource; readonly sources: Sources } | undefined>
  /** As `releaseCommits` of the plan. */
  readonly releaseCommits: (
    head: Sources,
    charts: readonly ChartSource[],
  ) => Promise<ReadonlyMap<string, ReleaseCommit>>
  /** As `releaseOfClaim` of the plan. */
  readonly releaseOfClaim: (content: ChartContent, commit: ObjectId) => Promise<ClaimedRelease | undefined>
}

/** Dependencies on addresses of these targets are dependencies on the charts of this repository that are published there. */
export function createHistory(
  git: Git,
  targets: readonly Pick<Target, 'address' | 'url'>[],
  settings: Pick<Settings, 'targets' | 'perChart'>,
): History {
  const ownRepositories = targets.flatMap((target): readonly OwnRepository[] => {
    const holds: OwnRepository['holds'] = (chart) => targetsOf(chart, [target], settings).length > 0
    const places = target.url === undefined ? [target.address] : [target.address, target.url]
    return places.map((place) => ({ address: place.replace(/\/$/, ''), holds }))
  })
  const context = { git, ownRepositories }
  return {
    ...context,
    sourcesAt: (commit, folders, overlay = new Map()) =>
      readSources(git, commit, folders, { ownRepositories, overlay }),
    chartAt: (chart, commit) => chartAt(chart, commit, context),
    releaseCommits: (head, charts) => releaseCommits(context, head, charts),
    releaseOfClaim: (content, commit) => releaseOfClaim(content, commit, context),
  }
}
