import { posix } from 'node:path'
import picomatch from 'picomatch'
import { readChartYaml } from '../chart/chart-yaml.ts'
import type { ChartSource } from '../chart/source.ts'
import type { ObjectId } from '../model/chart.ts'
import type { Git, HistoryCommit } from '../platform/platform.ts'
import { mayBeBumped, type OwnCommits } from './own-commits.ts'
import { stillShallow } from './refusals.ts'

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

/**
 * The commit that a merged proposal names, if others came to the branch between its proposal and its merge, and changed the
 * application only: what was merged is then right as it is. A version that a person raised says nothing of the kind, since
 * appVersion stays behind.
 */
export async function mergedAppVersion(
  chart: ChartSource,
  appPaths: readonly string[],
  context: CommitContext,
): Promise<ObjectId | undefined> {
  const { appVersion = '' } = chart.manifest
  if (!COMMIT.test(appVersion)) return undefined
  let isProposal = false
  for await (const one of touching(chart, appPaths, context)) {
    if (one.commit === appVersion) return isProposal ? appVersion : undefined
    const isOurs = await changesLikeBump(one, context)
    if (!isOurs && one.paths.some((path) => isInside(chart, path))) return undefined
    isProposal ||= isOurs && (await setsBoth(chart, one, context))
  }
  return undefined
}

/** First-parent commits, newest first. */
async function* touching(
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

function isInside({ path: folder }: ChartSource, path: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`)
}

/** GitHub's message of a merge says nothing of what it brings. */
async function isBump(one: HistoryCommit, { ownCommits }: CommitContext): Promise<boolean> {
  return (one.hasTrailer || one.isMerge) && (await ownCommits.isOwn(one.commit))
}

async function changesLikeBump({ commit, paths }: HistoryCommit, { ownCommits }: CommitContext): Promise<boolean> {
  return paths.every(mayBeBumped) && (await ownCommits.isOwn(commit))
}

/** Whether a commit gave the chart both the version and the appVersion that it has now. */
async function setsBoth(
  { path, manifest }: ChartSource,
  { commit, parent }: HistoryCommit,
  { git }: CommitContext,
): Promise<boolean> {
  if (parent === undefined) return false
  const file = posix.join(path, 'Chart.yaml')
  const at = async (one: ObjectId) => {
    const object = (await git.tree(one)).find((entry) => entry.path === file)?.object
    const blob = object === undefined ? undefined : (await git.blobs([object])).get(object)
    return blob && readChartYaml(Buffer.from(blob).toString(), file)
  }
  const [before, after] = [await at(parent), await at(commit)]
  const isNow = after?.version === manifest.version && after.appVersion === manifest.appVersion
  return isNow && before?.version !== manifest.version && before?.appVersion !== manifest.appVersion
}
