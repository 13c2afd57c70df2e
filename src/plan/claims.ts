import { posix } from 'node:path'
import { readSources } from '../chart/read-sources.ts'
import type { ChartSource } from '../chart/source.ts'
import type { ChartRef, ObjectId } from '../model/chart.ts'
import type { Git } from '../platform/platform.ts'
import { tagOf } from './tag-template.ts'

/** A version's git tag is its claim: `held` by this content, `taken` by other content, or `free`. */
export type Claim = 'free' | 'held' | 'taken'

export interface ClaimContext {
  readonly git: Git
  readonly tagTemplate: string
  /** Tags on origin, read at most once a run. */
  readonly remoteTags: () => Promise<ReadonlyMap<string, ObjectId>>
  readonly ownRepositories: readonly string[]
}

/**
 * Compares by the fingerprint at the tagged commit, not by commit id: tags of release branches and of squashed commits
 * are normal.
 */
export async function claimOf(chart: ChartSource, ref: ChartRef, context: ClaimContext): Promise<Claim> {
  const tag = tagOf(context.tagTemplate, ref)
  if (tag === undefined) return 'free'
  const commit = (await context.remoteTags()).get(tag)
  if (commit === undefined) return 'free'
  const { path, manifest, fingerprint } = chart
  return (await holds({ path, name: manifest.name, fingerprint }, commit, context)) ? 'held' : 'taken'
}

/** What a version stands for, of the commit that releases it. */
export interface ClaimedContent {
  readonly path: string
  readonly name: string
  readonly fingerprint: string
}

/** Whether a commit holds this content, wherever the chart's folder stood then. */
export async function holds(
  { path, name, fingerprint }: ClaimedContent,
  commit: ObjectId,
  context: Omit<ClaimContext, 'remoteTags'>,
): Promise<boolean> {
  const { git, ownRepositories } = context
  if (!(await git.ensureCommit(commit))) return false
  const here = await readSources(git, commit, [path], { ownRepositories })
  if (here.charts.get(path)?.fingerprint === fingerprint) return true
  const everywhere = await readSources(git, commit, (tree) => chartFolders(tree.paths), { ownRepositories })
  return [...everywhere.charts.values()].some((one) => one.manifest.name === name && one.fingerprint === fingerprint)
}

function chartFolders(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => posix.basename(path) === 'Chart.yaml').map((path) => posix.dirname(path))
}
