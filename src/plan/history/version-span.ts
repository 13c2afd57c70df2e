import { readSources } from '../../chart/source/read-sources.ts'
import type { ChartSource, Sources } from '../../chart/source/source.ts'
import type { ObjectId } from '../../model/chart.ts'
import { stillShallow } from './reachable.ts'
import { type HistoryContext, pathsOf } from './release-commit.ts'

/** Versions in between that were never released; somebody may raise a version and take that back before it is. */
const MAX_PASSED = 5

export interface SpanContext extends HistoryContext {
  /** Whether a version of the chart was released, so that what git said before is history. */
  readonly isReleased: (version: string) => Promise<boolean>
}

/**
 * The first-parent commits with the version that Chart.yaml has at `head`, newest first, back to the last other version that was
 * released: those that touch what the chart is made of. A shallow clone is deepened when the walk reaches its edge; fails with
 * `GIT_SHALLOW` if that can't be done.
 */
export async function versionSpan(
  context: SpanContext,
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
  context: SpanContext,
  head: Sources,
  chart: ChartSource,
): Promise<readonly ObjectId[] | 'shallow'> {
  const { file, version } = chart.manifest
  const span: ObjectId[] = []
  const passed = new Set<string>()
  let current = version
  for await (const { commit, parent, paths } of context.git.history(head.tree.commit, [...pathsOf(chart, head)])) {
    if (current === version) span.push(commit)
    if (parent === undefined) return (await context.git.isShallow()) ? 'shallow' : span
    // No other file says the version.
    const before = paths.includes(file) ? await versionAt(context, parent, chart) : current
    if (before === undefined || (await isEnd(before, { version, passed, context }))) break
    current = before
  }
  return span
}

interface Walk {
  readonly version: string
  readonly passed: Set<string>
  readonly context: SpanContext
}

async function isEnd(before: string, { version, passed, context }: Walk): Promise<boolean> {
  if (before === version || passed.has(before)) return false
  passed.add(before)
  return passed.size > MAX_PASSED || (await context.isReleased(before))
}

async function versionAt(
  { git, ownRepositories }: HistoryContext,
  commit: ObjectId,
  { path }: ChartSource,
): Promise<string | undefined> {
  const { charts } = await readSources(git, commit, [path], { ownRepositories })
  return charts.get(path)?.manifest.version
}
