import { ReleaseError } from '../../model/errors.ts'
import type { ChartSource } from './source.ts'

/**
 * Charts in the order in which they can be packaged, in levels: those of one level depend only on earlier levels.
 * `paths` are completed with their dependencies. There are no cycles here: reading the charts refused them.
 */
export function levelsOf(
  charts: ReadonlyMap<string, ChartSource>,
  paths: readonly string[],
): readonly (readonly ChartSource[])[] {
  const depths = new Map<string, number>()
  const depthOf = (path: string): number => {
    const known = depths.get(path)
    if (known !== undefined) return known
    const below = (charts.get(path)?.local ?? []).map((local) => depthOf(local.path) + 1)
    const depth = Math.max(0, ...below)
    depths.set(path, depth)
    return depth
  }
  for (const path of paths) depthOf(path)
  const levels: ChartSource[][] = []
  for (const [path, depth] of [...depths].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const chart = charts.get(path)
    if (!chart) continue
    levels[depth] ??= []
    levels[depth].push(chart)
  }
  // A level whose charts could not be read is missing here.
  return Array.from(levels, (level) => level ?? [])
}

/** Folders of all charts that depend on one of `paths`, directly or through others; without `paths` themselves. */
export function dependentsOf(charts: ReadonlyMap<string, ChartSource>, paths: Iterable<string>): ReadonlySet<string> {
  const reached = new Set(paths)
  const start = new Set(reached)
  for (let grew = true; grew; ) {
    grew = false
    for (const chart of charts.values()) {
      if (reached.has(chart.path) || !chart.local.some((local) => reached.has(local.path))) continue
      reached.add(chart.path)
      grew = true
    }
  }
  return new Set([...reached].filter((path) => !start.has(path)))
}

/** The charts among `paths` that a chart depends on, directly or through others that are not among them. */
export function causesFor(
  charts: ReadonlyMap<string, ChartSource>,
  path: string,
  paths: ReadonlySet<string>,
): readonly string[] {
  const below = new Set((charts.get(path)?.local ?? []).map((local) => local.path))
  return [...new Set([...below].flatMap((one) => (paths.has(one) ? [one] : causesFor(charts, one, paths))))]
}

export function cycleThrough(paths: readonly string[], file: string): ReleaseError {
  return new ReleaseError('DEPENDENCY_CYCLE', `These charts depend on each other in a circle: ${paths.join(' -> ')}.`, {
    hint: 'Take one of these dependencies out.',
    at: { file },
  })
}
