import { dependentsOf } from '../../chart/source/graph.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import type { PullRequest } from '../../ports/github.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Uses } from '../run.ts'

/** What waits in a pull request: `paths` are folders of charts. */
export interface Proposal {
  readonly pull: PullRequest
  readonly paths: ReadonlySet<string>
}

/** Whether bumps of this run go into a pull request. */
export function proposes({ settings, facts }: Uses<'facts', never, 'commit'>): boolean {
  return settings.commit.value === 'pull-request' && facts.refType === 'branch'
}

/**
 * What can be released as git has it, and what needs a change of git first: with `commit: pull-request` that change is
 * proposed, and what depends on it waits too.
 */
export function divide(
  run: Uses<'facts', never, 'commit'>,
  plannedRun: PlannedRun,
  releases: readonly ChartDecision[],
) {
  if (!proposes(run)) return { direct: releases, proposed: [] }
  const changes = ({ edits }: ChartDecision) => edits.version !== undefined || edits.appVersion !== undefined
  const changed = releases.filter(changes).map(({ chart }) => chart.path)
  const waiting = new Set([...changed, ...dependentsOf(plannedRun.sources.charts, changed)])
  return {
    direct: releases.filter(({ chart }) => !waiting.has(chart.path)),
    proposed: releases.filter(({ chart }) => waiting.has(chart.path)),
  }
}
