import { levelsOf } from '../../chart/source/graph.ts'
import type { ChartSource, LocalDependency } from '../../chart/source/source.ts'
import { mapConcurrent } from '../../model/async/concurrency.ts'
import type { BumpLevel } from '../../model/settings.ts'
import { type ChartDecision, isReleased } from '../decision/decision.ts'
import type { BumpedDependency } from './required-bump.ts'

/** Charts of one level that are decided at once. */
const CHARTS_AT_ONCE = 32

/** How an undecided chart is decided. */
export interface Deciding<T> {
  /** Whether a new version of the dependency reaches the dependent. */
  readonly follows: (local: LocalDependency) => boolean
  /** Decides for one chart; `moved` are its dependencies that get a new version in this run. */
  readonly decide: (undecided: T, moved: readonly BumpedDependency[]) => Promise<ChartDecision>
}

/**
 * Walks the charts in dependency order and decides each once, knowing what happens below it: a chart whose dependency gets
 * a new version in git must change its constraint and lock, so it is released again. Those that this run does not look at
 * hand on what moves below them. Decisions come in the order of `undecided`.
 */
export async function decideInOrder<T extends { readonly chart: ChartSource }>(
  charts: ReadonlyMap<string, ChartSource>,
  undecided: readonly T[],
  { follows, decide }: Deciding<T>,
): Promise<readonly ChartDecision[]> {
  const waiting = new Map(undecided.map((one) => [one.chart.path, one]))
  const decided = new Map<string, ChartDecision>()
  const moves = new Map<string, BumpedDependency>()
  for (const level of levelsOf(charts, [...charts.keys()])) {
    await mapConcurrent(level, CHARTS_AT_ONCE, async (chart) => {
      const below = [...new Set(chart.local.filter(follows).map((local) => local.path))]
      const moved = below.flatMap((path) => moves.get(path) ?? [])
      const one = waiting.get(chart.path)
      const decision = one && (await decide(one, moved))
      if (decision) decided.set(chart.path, decision)
      const { path, manifest } = chart
      if (decision && isReleased(decision) && decision.edits.version !== undefined) {
        moves.set(path, { path, name: manifest.name, level: decision.level })
      } else if (moved.length > 0) {
        moves.set(path, { path, name: manifest.name, level: highest(moved) })
      }
    })
  }
  return undecided.flatMap(({ chart }) => decided.get(chart.path) ?? [])
}

function highest(moved: readonly BumpedDependency[]): BumpLevel | undefined {
  const levels = moved.map(({ level }) => level)
  return (['major', 'minor', 'patch'] as const).find((level) => levels.includes(level))
}
