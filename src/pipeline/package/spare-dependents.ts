import { dependentsOf } from '../../chart/source/graph.ts'
import { fromWherePublished } from '../../chart/source/local-dependencies.ts'
import type { ReleaseError } from '../../model/errors.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import { targetsOf } from '../../plan/plan.ts'
import { publishedAmong } from '../../plan/stop-dependents.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Uses } from '../run.ts'

interface Spared {
  readonly plannedRun: PlannedRun
  readonly failed: ReadonlyMap<string, ReleaseError>
}

/**
 * A chart that can't be packaged stops those that need its new version. Who changed for a reason of their own and pins a
 * published version of it by address goes on with that one, which the plannedRun then says.
 */
export async function spareDependents(
  run: Uses<'targets', never, 'targets' | 'perChart'>,
  plannedRun: PlannedRun,
  releases: readonly ChartDecision[],
  failed: ReadonlyMap<string, ReleaseError>,
): Promise<Spared> {
  const causes = new Set([...failed].flatMap(([path, { code }]) => (code === 'DEPENDENCY_STOPPED' ? [] : [path])))
  const waiting = releases.filter(
    ({ chart, dependencies = [] }) => failed.has(chart.path) && !causes.has(chart.path) && dependencies.length === 0,
  )
  const found = await publishedAmong(plannedRun.sources, waiting, {
    failed: causes,
    targets: (chart) => targetsOf(chart, run.targets, run.settings),
  })
  if (found.size === 0) return { plannedRun, failed }
  const published = new Set([...plannedRun.published, ...found])
  const sources = fromWherePublished(plannedRun.sources, published)
  const stopped = dependentsOf(sources.charts, causes)
  const isSpared = (path: string) => waiting.some(({ chart }) => chart.path === path) && !stopped.has(path)
  return {
    plannedRun: { ...plannedRun, sources, published },
    failed: new Map([...failed].filter(([path]) => !isSpared(path))),
  }
}
