import { readSources } from '../../chart/source/read-sources.ts'
import type { ChartSource, Sources } from '../../chart/source/source.ts'
import type { ObjectId } from '../../model/chart.ts'
import { stillShallow } from './reachable.ts'
import { type HistoryContext, pathsOf } from './release-commit.ts'

/**
 * The first-parent commits since Chart.yaml has the version that it has at `head`, newest first: those that touch what the chart
 * is made of. Where the version was another one in between, only the commits after that count. A shallow clone is deepened when
 * the walk reaches its edge; fails with `GIT_SHALLOW` if that can't be done.
 */
export async function versionSpan(
  context: HistoryContext,
  head: Sources,
  chart: ChartSource,
): Promise<readonly ObjectId[]> {
  const span = await walkSpan(context, head, chart)
  if (span !== 'shallow') return span
  await context.git.unshallow()
  const again = await walkSpan(context, head, chart)
  if (again !== 'shallow') return again
  throw stillShallow()
}

async function walkSpan(
  context: HistoryContext,
  head: Sources,
  chart: ChartSource,
): Promise<readonly ObjectId[] | 'shallow'> {
  const { file, version } = chart.manifest
  const span: ObjectId[] = []
  for await (const { commit, parent, paths } of context.git.history(head.tree.commit, [...pathsOf(chart, head)])) {
    span.push(commit)
    if (parent === undefined) return (await context.git.isShallow()) ? 'shallow' : span
    // No other file says the version.
    if (paths.includes(file) && (await versionAt(context, parent, chart)) !== version) break
  }
  return span
}

async function versionAt(
  { git, ownRepositories }: HistoryContext,
  commit: ObjectId,
  { path }: ChartSource,
): Promise<string | undefined> {
  const { charts } = await readSources(git, commit, [path], { ownRepositories })
  return charts.get(path)?.manifest.version
}
