import { posix } from 'node:path'
import { isDigestRight } from '../../chart/manifest/lock.ts'
import { readSources } from '../../chart/source/read-sources.ts'
import type { ChartSource, OwnRepository, Sources } from '../../chart/source/source.ts'
import { reachedThroughLinks } from '../../chart/source/tree.ts'
import type { ObjectId } from '../../model/chart.ts'
import type { Git, HistoryCommit } from '../../ports/git.ts'
import { stillShallow } from './reachable.ts'

/** The commit whose files are packaged for a version, with its time. */
export interface ReleaseCommit {
  readonly commit: ObjectId
  readonly committedAt: Date
}

export interface HistoryContext {
  readonly git: Git
  readonly ownRepositories: readonly OwnRepository[]
}

/**
 * For each chart the last first-parent commit that changed its fingerprint, version or appVersion, or put its lock right, by
 * folder. A commit that only touched files outside the package, or that was taken back, is passed over: content decides. One walk serves all
 * charts. A shallow clone is deepened when the walk reaches its edge; fails with `GIT_SHALLOW` if that can't be done.
 */
export async function releaseCommits(
  context: HistoryContext,
  head: Sources,
  charts: readonly ChartSource[],
): Promise<ReadonlyMap<string, ReleaseCommit>> {
  const walk = await walkBack(context, head, charts)
  if (walk !== 'shallow') return walk
  await context.git.unshallow()
  const again = await walkBack(context, head, charts)
  if (again !== 'shallow') return again
  throw stillShallow()
}

async function walkBack(
  context: HistoryContext,
  head: Sources,
  charts: readonly ChartSource[],
): Promise<ReadonlyMap<string, ReleaseCommit> | 'shallow'> {
  const found = new Map<string, ReleaseCommit>()
  const open = new Map(charts.map((chart) => [chart.path, chart]))
  if (open.size === 0) return found
  const ownPaths = new Map(charts.map((chart) => [chart.path, pathsOf(chart, head)]))
  const all = [...new Set([...ownPaths.values()].flatMap((paths) => [...paths]))]
  for await (const commit of context.git.history(head.tree.commit, all)) {
    const touched = [...open.values()].filter((chart) => touches(commit, ownPaths.get(chart.path)))
    if (touched.length === 0) continue
    if (commit.parent === undefined && (await context.git.isShallow())) return 'shallow'
    for (const chart of await changedBy(context, commit, touched)) {
      found.set(chart.path, { commit: commit.commit, committedAt: commit.committedAt })
      open.delete(chart.path)
    }
    if (open.size === 0) break
  }
  return found
}

/** Of the charts that are still as at the head after `commit`, those that its parent held otherwise. */
async function changedBy(
  { git, ownRepositories }: HistoryContext,
  commit: HistoryCommit,
  charts: readonly ChartSource[],
): Promise<readonly ChartSource[]> {
  if (commit.parent === undefined) return charts
  const paths = charts.map((chart) => chart.path)
  const before = await readSources(git, commit.parent, paths, { ownRepositories })
  return charts.filter((chart) => {
    const old = before.charts.get(chart.path)
    if (old?.fingerprint !== chart.fingerprint || old.manifest.version !== chart.manifest.version) return true
    // Not part of the fingerprint, but of the package.
    return old.manifest.appVersion !== chart.manifest.appVersion || hasStaleLock(before, old)
  })
}

/** Helm would refuse to build from it, so a commit that only puts the lock's digest right is the first to build from. */
function hasStaleLock({ charts }: Pick<Sources, 'charts'>, { dependencies, lock, local }: ChartSource): boolean {
  if (lock && !isDigestRight(dependencies, lock)) return true
  const below = new Set(local.map(({ path }) => path))
  return [...below].some((path) => {
    const chart = charts.get(path)
    return chart !== undefined && hasStaleLock({ charts }, chart)
  })
}

/** Everything whose change can change the chart: its folder, what its links lead to, and the charts it depends on. */
export function pathsOf(chart: ChartSource, { tree, charts }: Sources): ReadonlySet<string> {
  const paths = new Set<string>()
  const visit = (one: ChartSource) => {
    if (paths.has(one.path)) return
    paths.add(one.path)
    for (const path of reachedThroughLinks(tree, one.path)) paths.add(path)
    for (const local of one.local) {
      const below = charts.get(local.path)
      if (below) visit(below)
    }
  }
  visit(chart)
  return paths
}

function touches(commit: HistoryCommit, paths: ReadonlySet<string> | undefined): boolean {
  if (!paths) return false
  return paths.has('.') || commit.paths.some((path) => isBelowAny(path, paths))
}

function isBelowAny(path: string, folders: ReadonlySet<string>): boolean {
  for (let part = path; part !== '.'; part = posix.dirname(part)) if (folders.has(part)) return true
  return false
}
