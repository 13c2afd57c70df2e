import { readSources } from '../../chart/source/read-sources.ts'
import type { ChartSource, Sources } from '../../chart/source/source.ts'
import type { ObjectId } from '../../model/chart.ts'
import { foldersWithChart } from '../scope/discover.ts'
import type { HistoryContext } from './release-commit.ts'
/** The content of a chart, wherever its folder stands. */
export interface ChartContent {
  readonly path: string
  readonly name: string
  readonly fingerprint: string
}

/** A chart at some commit, with all that was read of that commit to find it. */
export interface ChartAt {
  readonly chart: ChartSource
  readonly sources: Sources
}

/** The chart with this content at a commit, wherever its folder was then; `undefined` if that has other content. */
export function contentAt(
  { path, name, fingerprint }: ChartContent,
  commit: ObjectId,
  context: HistoryContext,
): Promise<ChartAt | undefined> {
  return findAt({ path, commit }, context, (one) => one.manifest.name === name && one.fingerprint === fingerprint)
}

/** The chart of a name at a commit, in its folder of today or in another; `undefined` if there is none. */
export function chartAt(
  { path, name }: Pick<ChartContent, 'path' | 'name'>,
  commit: ObjectId,
  context: HistoryContext,
): Promise<ChartAt | undefined> {
  return findAt({ path, commit }, context, (one) => one.manifest.name === name)
}

/** Looks in the folder of today first: the other charts of a commit are only read if it is not there. */
async function findAt(
  { path, commit }: { readonly path: string; readonly commit: ObjectId },
  { git, ownRepositories }: HistoryContext,
  isWanted: (chart: ChartSource) => boolean,
): Promise<ChartAt | undefined> {
  if (!(await git.ensureCommit(commit))) return undefined
  const here = await readSources(git, commit, [path], { ownRepositories })
  const same = here.charts.get(path)
  if (same && isWanted(same)) return { chart: same, sources: here }
  const everywhere = await readSources(git, commit, (tree) => foldersWithChart(tree.paths), { ownRepositories })
  const moved = [...everywhere.charts.values()].find(isWanted)
  return moved && { chart: moved, sources: everywhere }
}
