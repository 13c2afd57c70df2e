import picomatch from 'picomatch'
import type { ChartSource } from '../../chart/source/source.ts'
import type { ObjectId } from '../../model/chart.ts'
import type { Git, HistoryCommit } from '../../ports/git.ts'
import { mayBeBumped, type OwnCommits } from './own-commits.ts'
import { stillShallow } from './reachable.ts'

export interface CommitContext {
  readonly git: Git
  readonly commit: ObjectId
  readonly ownCommits: OwnCommits
}

const COMMIT = /^[0-9a-f]{40,64}$/

/**
 * The newest commit that changed a chart or its application. Our own don't count: a bump would else be the reason for the
 * next. One that is merged keeps what it says only if nobody rewords it, so a commit without our trailer that changes
 * nothing else is passed over as well if that leads to the commit that Chart.yaml names.
 */
export async function newestCommit(
  chart: ChartSource,
  appPaths: readonly string[],
  context: CommitContext,
): Promise<ObjectId> {
  const { appVersion = '' } = chart.manifest
  let newest: ObjectId | undefined
  for await (const one of touching(chart, appPaths, context)) {
    if (await isBump(one, context)) continue
    if (one.commit === appVersion) return appVersion
    newest ??= one.commit
    if (!COMMIT.test(appVersion) || !(await changesLikeBump(one, context))) break
  }
  return newest ?? context.commit
}

/** First-parent commits, newest first. */
export async function* touching(
  chart: ChartSource,
  appPaths: readonly string[],
  { git, commit }: CommitContext,
): AsyncIterable<HistoryCommit> {
  const counts = appPaths.length > 0 ? picomatch([...appPaths]) : () => false
  const folders = appPaths.length > 0 ? ['.'] : [chart.path]
  const seen = new Set<ObjectId>()
  for (let isWhole = false; ; isWhole = true) {
    let isEdge = false
    for await (const one of git.history(commit, folders)) {
      // The edge of a shallow clone looks like a first commit that holds everything.
      isEdge = one.parent === undefined && (await git.isShallow())
      if (isEdge) break
      if (seen.has(one.commit) || !one.paths.some((path) => isInside(chart, path) || counts(path))) continue
      seen.add(one.commit)
      yield one
    }
    if (!isEdge) return
    if (isWhole) throw stillShallow()
    await git.unshallow()
  }
}

export function isInside({ path: folder }: ChartSource, path: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`)
}

/** GitHub's message of a merge says nothing of what it brings. */
async function isBump(one: HistoryCommit, { ownCommits }: CommitContext): Promise<boolean> {
  return (one.hasTrailer || one.isMerge) && (await ownCommits.isOwn(one.commit))
}

export async function changesLikeBump(
  { commit, paths }: HistoryCommit,
  { ownCommits }: CommitContext,
): Promise<boolean> {
  return paths.every(mayBeBumped) && (await ownCommits.isOwn(commit))
}
