import type { ReleaseError } from '../../model/errors.ts'
import { conflictingRef, nameConflict } from '../../model/git/refs.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import type { PlannedRun } from '../planned-run.ts'
import { groupsOf } from '../proposal/groups.ts'
import { divide, proposes } from '../proposal/proposal.ts'
import type { Uses } from '../run.ts'
import { tagsIn } from './tags-to-make.ts'

const TAG_HINT =
  'Set a `tag-template` that gives other names, such as `{{ .Name }}-{{ .Version }}`, or rename the tag that is there.'

/** Names of tags and of the bump branch that git can't create beside those that are there: a push would say so only at its end. */
export async function nameConflicts(
  run: Uses<'facts', 'git', 'commit' | 'pullRequests' | 'tagTemplate' | 'perChart'>,
  plannedRun: PlannedRun,
  releases: readonly ChartDecision[],
): Promise<readonly ReleaseError[]> {
  return [...(await tagConflicts(run, plannedRun, releases)), ...(await branchConflicts(run, plannedRun, releases))]
}

async function tagConflicts(
  { settings }: Uses<never, never, 'tagTemplate' | 'perChart'>,
  { remoteTags }: PlannedRun,
  releases: readonly ChartDecision[],
): Promise<readonly ReleaseError[]> {
  const tags = releases.flatMap(tagsIn(settings))
  if (tags.length === 0) return []
  const known = await remoteTags()
  const all = [...known.keys(), ...tags].map((tag) => `refs/tags/${tag}`)
  return tags.flatMap((tag) => {
    const there = known.has(tag) ? undefined : conflictingRef(`refs/tags/${tag}`, all)
    return there === undefined ? [] : [nameConflict(`refs/tags/${tag}`, there, TAG_HINT)]
  })
}

async function branchConflicts(
  run: Uses<'facts', 'git', 'commit' | 'pullRequests'>,
  plannedRun: PlannedRun,
  releases: readonly ChartDecision[],
): Promise<readonly ReleaseError[]> {
  const proposed = proposes(run) ? divide(run, plannedRun, releases).proposed : []
  if (proposed.length === 0) return []
  const there = await (await run.platform.git.sideClone()).refs('refs/heads/release-chart')
  return groupsOf(run, plannedRun.sources.charts, proposed).flatMap((group) => {
    const branch = `refs/heads/${group.branch}`
    const conflict = there.includes(branch) ? undefined : conflictingRef(branch, there)
    if (conflict === undefined) return []
    const hint = `Bumps are proposed from that branch. Rename the one that is there: git push origin ${conflict}:refs/heads/NEW-NAME && git push origin --delete ${conflict}`
    return [nameConflict(branch, conflict, hint)]
  })
}
