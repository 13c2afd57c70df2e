import { problemsIn, type ReleaseError } from '../../model/errors.ts'
import { appVersionOf, type ChartDecision } from '../../plan/decision/decision.ts'
import { isVerified } from '../bump/push-bump.ts'
import type { PlannedRun } from '../planned-run.ts'
import { proposes } from '../proposal/proposal.ts'
import type { Uses } from '../run.ts'
import { versionsStayOutOfGit } from '../run.ts'
import { tagsIn } from './tags-to-make.ts'

/** Whether a release needs another Chart.yaml in git. */
export function bumps(releases: readonly ChartDecision[]): boolean {
  return releases.some(
    (decision) => decision.edits.version !== undefined || appVersionOf(decision) !== decision.chart.manifest.appVersion,
  )
}

/**
 * Whether git and GitHub let this run write what it is going to: the bump, or the branch that proposes it, and the tags that
 * claim versions. Those come after charts were signed into a log that forgets nothing. Only a clear refusal is a problem; what
 * can't be told now is told by the write itself.
 */
export async function gitRightProblems(
  run: Uses<'facts' | 'github', 'git', 'commit' | 'tagTemplate' | 'perChart' | 'verifiedCommits'>,
  plannedRun: Pick<PlannedRun, 'remoteTags'>,
  releases: readonly ChartDecision[],
): Promise<readonly ReleaseError[]> {
  const pushes = bumps(releases) && !versionsStayOutOfGit(run)
  const viaApi = pushes && !proposes(run) && (await isVerified(run, run.facts.refName))
  const { git } = run.platform
  const asked = await Promise.all([
    (pushes && !viaApi) || (await claims(run, plannedRun, releases)) ? git.pushProblem() : undefined,
    viaApi ? run.github.writeProblem() : undefined,
  ]).catch(problemsIn)
  return asked.filter((problem) => problem !== undefined)
}

/** Whether a tag has to be made. On a tag run, for one, it is there already, and reading is enough. */
async function claims(
  run: Uses<never, never, 'tagTemplate' | 'perChart'>,
  { remoteTags }: Pick<PlannedRun, 'remoteTags'>,
  releases: readonly ChartDecision[],
) {
  const tags = releases
    .filter(({ sightings }) => sightings.some(({ presence }) => presence.state !== 'present'))
    .flatMap(tagsIn(run.settings))
  if (tags.length === 0) return false
  const known = await remoteTags()
  return tags.some((tag) => !known.has(tag))
}
