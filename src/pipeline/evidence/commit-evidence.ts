import { posix } from 'node:path'
import { commitFindings } from '../../bump/registry.ts'
import type { ChartSource, Sources } from '../../chart/source/source.ts'
import { reachedThroughLinks } from '../../chart/source/tree.ts'
import { asReleaseError } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'
import { informational } from '../../model/finding.ts'
import { OUR_SUBJECT } from '../../model/git/commits.ts'
import type { EvidenceQuestion } from '../../plan/version/required-bump.ts'
import type { CommitMessage } from '../../ports/git.ts'
import type { Run, Uses } from '../run.ts'

/** Only the newest are read; beyond this, commit messages no longer describe the change. */
const MAX_COMMITS = 500

/**
 * What the commits since a release say of a chart. A history that can't be fetched is an error (`GIT_SHALLOW`) if only
 * commits decide, and is reported otherwise.
 */
export async function commitEvidence(
  run: Uses<'ownCommits', 'git'>,
  sources: Sources,
  chart: ChartSource,
  { since, needs }: EvidenceQuestion,
): Promise<readonly Finding[]> {
  const { git } = run.platform
  const from = since.commit
  if (from === undefined || !(await git.ensureCommit(from))) {
    const why = `which commit released ${since.version} is not recorded`
    return [informational('commits', 'commits/unknown', since.version, `The commits are not looked at: ${why}`)]
  }
  try {
    await git.unshallow()
  } catch (error) {
    if (!needs.includes('chart')) throw error
    const why = asReleaseError(error).message
    return [informational('commits', 'commits/shallow', since.version, `The commits are not looked at: ${why}`)]
  }
  const folders = [...new Set([chart.path, ...reachedThroughLinks(sources.tree, chart.path)])]
  const commits = await git.commitsBetween({ from, to: sources.tree.commit, limit: MAX_COMMITS }, folders)
  const touches = touchesOf(chart, sources)
  const others = [...sources.charts.values()].filter((other) => other !== chart)
  const touching = commits.filter(touches)
  const own = await Promise.all(touching.map((commit) => isBump(run, commit)))
  return commitFindings({
    commits: touching.filter((_, index) => !own[index]),
    names: namesOf(chart),
    others: others.flatMap(namesOf),
  })
}

/** A commit whose subject says more than that it is a bump counts, even if it changes nothing else. */
async function isBump(
  { ownCommits }: Pick<Run, 'ownCommits'>,
  { commit, message, hasTrailer }: CommitMessage,
): Promise<boolean> {
  return hasTrailer && message.startsWith(OUR_SUBJECT) && (await ownCommits.isOwn(commit))
}

/** A file that .helmignore leaves out does not change the chart; for a deleted file that can no longer be told. */
function touchesOf(chart: ChartSource, { tree, charts }: Sources): (commit: CommitMessage) => boolean {
  const packaged = new Set(chart.files.map(({ from }) => from))
  const inside = (path: string, folder: string) => folder === '.' || path.startsWith(`${folder}/`)
  const nested = [...charts.keys()].filter((path) => path !== chart.path && inside(path, chart.path))
  const isOurs = (path: string) =>
    packaged.has(path) ||
    (inside(path, chart.path) && !nested.some((folder) => inside(path, folder)) && tree.entry(path) === undefined)
  return ({ paths }) => paths.some(isOurs)
}

function namesOf({ manifest, path }: ChartSource): readonly string[] {
  return [...new Set([manifest.name, ...(path === '.' ? [] : [posix.basename(path)])])]
}
