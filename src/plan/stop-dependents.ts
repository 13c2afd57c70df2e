import { dependentsOf } from '../chart/source/graph.ts'
import { fromWherePublished, isByFolder, versionKey } from '../chart/source/local-dependencies.ts'
import type { ChartSource, Sources } from '../chart/source/source.ts'
import type { Target } from '../model/target.ts'
import type { ChartDecision } from './decision/decision.ts'
import { dependencyStopped } from './decision/refusals.ts'

/** Where a chart is published. */
export type TargetsOf = (chart: ChartSource) => readonly Target[]

export interface Stopped {
  readonly decisions: readonly ChartDecision[]
  /** Versions that dependents take from a target instead of from git; see `fromWherePublished`. */
  readonly published: ReadonlySet<string>
}

/**
 * A chart that can't be released stops only the charts that need its content in git. A chart that pins a version of it by its
 * published address gets that version, if it is published.
 */
export async function stopDependents(
  sources: Sources,
  decisions: readonly ChartDecision[],
  targets: TargetsOf,
): Promise<Stopped> {
  const failed = new Set(decisions.filter(({ action }) => action === 'refuse').map(({ chart }) => chart.path))
  const published = await publishedAmong(sources, decisions, { failed, targets })
  const { charts } = fromWherePublished(sources, published)
  const stopped = dependentsOf(charts, failed)
  const all = decisions.map((decision): ChartDecision => {
    const { path } = decision.chart
    if (!stopped.has(path) || decision.action === 'leave' || decision.action === 'refuse') return decision
    const problem = dependencyStopped(charts, path, failed)
    return { ...decision, action: 'refuse', reason: problem.message, problem, edits: {} }
  })
  return { decisions: all, published }
}

export interface Asking {
  readonly failed: ReadonlySet<string>
  readonly targets: TargetsOf
}

/** Asks only for versions of charts that can't be released, and that a chart to be released pins by address. */
export async function publishedAmong(
  { charts }: Pick<Sources, 'charts'>,
  decisions: readonly ChartDecision[],
  { failed, targets }: Asking,
): Promise<ReadonlySet<string>> {
  const active = decisions.filter(({ action }) => action !== 'leave' && action !== 'refuse')
  const pinned = new Map<string, ChartSource>()
  for (const { chart } of active) {
    for (const local of chart.local) {
      const pin = charts.get(local.path)
      if (pin && failed.has(local.path) && !isByFolder(local)) pinned.set(versionKey(pin.manifest), pin)
    }
  }
  const asked = await Promise.all(
    [...pinned].map(async ([key, chart]) => {
      const found = await Promise.all(targets(chart).map((target) => target.find(chart.manifest)))
      return found.some(({ state }) => state === 'present') ? [key] : []
    }),
  )
  return new Set(asked.flat())
}
