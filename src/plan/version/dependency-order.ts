import { levelsOf } from '../../chart/source/graph.ts'
import type { ChartSource, LocalDependency } from '../../chart/source/source.ts'
import { mapConcurrent } from '../../model/async/concurrency.ts'
import type { BumpLevel } from '../../model/settings.ts'
import { type ChartDecision, isReleased } from '../decision/decision.ts'
import type { BumpedDependency } from './required-bump.ts'

/** Charts of one level that are decided at once. */
const CHARTS_AT_ONCE = 32

/** A chart before its decision, or one that was refused already. */
export interface Draft {
  readonly chart: ChartSource
}

export interface Deciding<D extends Draft> {
  /** Whether a new version of the dependency reaches the dependent. */
  readonly follows: (local: LocalDependency) => boolean
  /** Decides for one chart; `moved` are those below it that get a new version in this run. */
  readonly decide: (draft: D, moved: readonly BumpedDependency[]) => Promise<ChartDecision>
}

/**
 * Walks the charts in dependency order and decides each once, knowing what happens below it: a chart whose dependency gets
 * a new version in git must change its constraint and lock, so it is released again. Those that this run does not look at
 * hand on what moves below them. Intents come in the order of the drafts.
 */
export async function decideInOrder<D extends Draft>(
  charts: ReadonlyMap<string, ChartSource>,
  drafts: readonly D[],
  { follows, decide }: Deciding<D>,
): Promise<readonly ChartDecision[]> {
  const waiting = new Map(drafts.map((draft) => [draft.chart.path, draft]))
  const decided = new Map<string, ChartDecision>()
  const moves = new Map<string, BumpedDependency>()
  for (const level of levelsOf(charts, [...charts.keys()])) {
    await mapConcurrent(level, CHARTS_AT_ONCE, async (chart) => {
      const below = [...new Set(chart.local.filter(follows).map((local) => local.path))]
      const moved = below.flatMap((path) => moves.get(path) ?? [])
      const draft = waiting.get(chart.path)
      const decision = draft && (await decide(draft, moved))
      if (decision) decided.set(chart.path, decision)
      const { path, manifest } = chart
      if (decision && isReleased(decision) && decision.edits.version !== undefined) {
        moves.set(path, { path, name: manifest.name, level: decision.level })
      } else if (moved.length > 0) {
        moves.set(path, { path, name: manifest.name, level: highest(moved) })
      }
    })
  }
  return drafts.flatMap(({ chart }) => decided.get(chart.path) ?? [])
}

function highest(moved: readonly BumpedDependency[]): BumpLevel | undefined {
  const levels = moved.map(({ level }) => level)
  return (['major', 'minor', 'patch'] as const).find((level) => levels.includes(level))
}
