import type { ObjectId } from '../../model/chart.ts'
import type { ChartOutcome } from '../../model/report.ts'
import { supersededReason } from '../bump/moved-branch.ts'
import type { Run } from '../run.ts'

/** What a chart fails with if nothing was handed over for it, or for one that it depends on. */
const NOT_HANDED_OVER = /^(?:HANDOVER_INCOMPLETE|DEPENDENCY_STOPPED)$/

/**
 * The branch moved between the two jobs, and the new commits changed further charts: those have a run of their own, with packages
 * of its own, and did not fail here. If all that came is a bump of ours, nobody can be sure of such a run.
 */
export async function leftToLaterRun(
  charts: readonly ChartOutcome[],
  { relay, ownCommits }: Pick<Run, 'relay' | 'ownCommits'>,
  head: ObjectId,
): Promise<readonly ChartOutcome[]> {
  if (relay?.part !== 'release' || relay.head === head) return charts
  if (!charts.some(({ problem }) => problem?.code === 'HANDOVER_INCOMPLETE')) return charts
  if (await ownCommits.isOwnChange(relay.head, head)) return charts
  return charts.map((chart) => {
    const { problem, ...rest } = chart
    if (problem === undefined || !NOT_HANDED_OVER.test(problem.code)) return chart
    return { ...rest, result: 'skipped', reason: supersededReason(head) }
  })
}
