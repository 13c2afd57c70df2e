import { levelsOf } from '../chart/graph.ts'
import type { ChartSource, LocalDependency } from '../chart/source.ts'
import { type Intent, isReleased } from './intent.ts'

export interface Following {
  /** Whether a new version of the dependency reaches the dependent. */
  readonly follows: (local: LocalDependency) => boolean
  readonly bump: (intent: Intent, because: readonly string[]) => Promise<Intent>
}

/**
 * Walks the charts in dependency order and lets dependents follow: a chart whose dependency gets a new version in git must
 * change its constraint and lock, so it is released again. `bump` makes the decision for one that would else be left.
 */
export async function letDependentsFollow(
  charts: ReadonlyMap<string, ChartSource>,
  intents: readonly Intent[],
  { follows, bump }: Following,
): Promise<readonly Intent[]> {
  const decided = new Map(intents.map((intent) => [intent.chart.path, intent]))
  const touched = new Set<string>()
  for (const chart of levelsOf(charts, [...charts.keys()]).flat()) {
    const because = [...new Set(chart.local.filter(follows).map((local) => local.path))].filter((path) =>
      touched.has(path),
    )
    const intent = decided.get(chart.path)
    const followed = because.length > 0 && intent ? await follow(intent, because, bump) : intent
    if (followed) decided.set(chart.path, followed)
    const moves = followed !== undefined && isReleased(followed) && followed.edits.version !== undefined
    if (because.length > 0 || moves) touched.add(chart.path)
  }
  return intents.map((intent) => decided.get(intent.chart.path) ?? intent)
}

async function follow(intent: Intent, because: readonly string[], bump: Following['bump']): Promise<Intent> {
  const stays = intent.action === 'publish' || intent.action === 'bump' || intent.action === 'refuse'
  return stays ? { ...intent, follows: because } : bump(intent, because)
}
