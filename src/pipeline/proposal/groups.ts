import { levelsOf } from '../../chart/source/graph.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import type { Uses } from '../run.ts'
import { branchFor, branchOfChart } from './bump-branch.ts'

/** Charts whose versions are proposed together. */
export interface Group {
  readonly branch: string
  readonly releases: readonly ChartDecision[]
}

/**
 * One group for all, or with `pull-requests: per-chart` as many as there are charts that have nothing to do with each other: a
 * dependent and what it depends on can't be merged apart. Such a group has the name of the chart that the others depend on.
 */
export function groupsOf(
  { settings, facts }: Uses<'facts', never, 'pullRequests'>,
  charts: ReadonlyMap<string, ChartSource>,
  proposed: readonly ChartDecision[],
): readonly Group[] {
  if (proposed.length === 0) return []
  if (settings.pullRequests === 'one') return [{ branch: branchFor(facts.refName), releases: proposed }]
  return connected(charts, proposed).map((paths) => {
    const releases = proposed.filter(({ chart }) => paths.has(chart.path))
    return { branch: branchOfChart(facts.refName, lowestOf(charts, releases)), releases }
  })
}

/** Folders of the charts that depend on each other, directly or through any chart. */
function connected(
  charts: ReadonlyMap<string, ChartSource>,
  proposed: readonly ChartDecision[],
): readonly ReadonlySet<string>[] {
  const all = new Set(proposed.map(({ chart }) => chart.path))
  let groups: ReadonlySet<string>[] = []
  for (const path of all) {
    const below = levelsOf(charts, [path]).flatMap((level) =>
      level.flatMap((chart) => (all.has(chart.path) ? chart.path : [])),
    )
    const touched = groups.filter((group) => below.some((one) => group.has(one)) || group.has(path))
    groups = [
      ...groups.filter((group) => !touched.includes(group)),
      new Set([path, ...below, ...touched.flatMap((group) => [...group])]),
    ]
  }
  return groups
}

/** Of those that depend on none of the others, the first one. */
function lowestOf(charts: ReadonlyMap<string, ChartSource>, releases: readonly ChartDecision[]): string {
  const names = new Map(releases.map(({ chart }) => [chart.path, chart.manifest.name]))
  const order = levelsOf(charts, [...names.keys()]).flatMap((level) => level.map(({ path }) => path).sort())
  const first = order.find((path) => names.has(path)) ?? ''
  return names.get(first) ?? ''
}
