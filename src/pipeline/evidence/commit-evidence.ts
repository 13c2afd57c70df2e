import { posix } from 'node:path'
import { commitFindings } from '../../bump/registry.ts'
import type { ChartSource, Sources } from '../../chart/source/source.ts'
import { reachedThroughLinks } from '../../chart/source/tree.ts'
import { asReleaseError } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'
import { OUR_SUBJECT } from '../../model/git/commits.ts'
import type { EvidenceQuestion } from '../../plan/version/required-level.ts'
import type { CommitMessage } from '../../ports/git.ts'
import type { Run } from '../run.ts'
import { informational } from './informational-finding.ts'

/** Newer ones; who releases so rarely has changed more than commits tell. */
const MAX_COMMITS = 500

/**
 * What the commits since a release say of a chart. Where only they decide, a history that can't be had is an error
 * (`GIT_SHALLOW`); else it is told.
 */
export async function commitEvidence(
  run: Run,
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

/** One that says anything but that it is a bump is heard, also if it changes nothing else. */
async function isBump({ ownCommits }: Run, { commit, message, hasTrailer }: CommitMessage): Promise<boolean> {
  return hasTrailer && message.startsWith(OUR_SUBJECT) && (await ownCommits.isOwn(commit))
}

/** What .helmignore leaves out is no change of the chart; of a file that is gone nobody can tell any more. */
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
