import { stampOf } from '../../chart/archive/digest.ts'
import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { shortCommit } from '../../model/git/commits.ts'
import { refProblem } from '../../model/git/tag-template.ts'
import { isSameOnTop, laterHead } from '../bump/moved-branch.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Uses } from '../run.ts'

/** Of the action's own branch, which holds one commit on top of the base, made anew whenever that moves; see `ownershipOf`. */
export const branchFor = (base: string) => `release-charts/${base}`

/** What the names of such branches begin with where charts have branches of their own: git can't have `a` and `a/b`. */
const CHART_BRANCHES = 'release-chart/'

/** The same for one chart, and those that depend on it. */
export function branchOfChart(base: string, chart: string): string {
  const name = refProblem(chart) === undefined ? chart : `chart-${stampOf(chart)}`
  return `${CHART_BRANCHES}${base}/${name}`
}

/** All branches on origin that have such a name for this base, whoever made them. */
export async function ownBranches({ facts, platform: { git } }: Uses<'facts', 'git'>): Promise<ReadonlySet<string>> {
  const there = await git.remoteRefs('refs/heads/release-chart')
  const names = [...there.keys()].map((ref) => ref.replace('refs/heads/', ''))
  const ofCharts = `${CHART_BRANCHES}${facts.refName}/`
  const isOfChart = (name: string) => name.startsWith(ofCharts) && !name.slice(ofCharts.length).includes('/')
  return new Set(names.filter((name) => name === branchFor(facts.refName) || isOfChart(name)))
}

/** Nobody else wrote it; somebody changed our bump; or it holds the work of somebody else. */
export type Ownership = 'ours' | 'edited' | 'foreign'

/**
 * The branch of the pull request is the action's own by what it holds, not by its name: anybody with write access may have
 * pushed there. It is ours if all that it has on top of its base is a bump and no commit is by somebody else: a person may
 * give a chart another version there, or word its changelog.
 */
export async function ownershipOf(
  run: Uses<'facts' | 'checkout' | 'ownCommits', 'git'>,
  base: string,
  seen: ObjectId,
): Promise<Ownership> {
  const { git } = run.platform
  // Another run may have made it on a newer head than ours.
  const tip = (await git.fetchRef(`refs/heads/${base}`)) ?? run.checkout.head
  const common = (await git.mergeBase(tip, seen)) ?? (await commonInHistory(run, tip, seen))
  if (common === undefined || !(await run.ownCommits.isOwnChange(common, seen))) return 'foreign'
  return (await git.commitsByOthers(common, seen)).length === 0 ? 'ours' : 'edited'
}

async function commonInHistory(
  { platform: { git } }: Uses<never, 'git'>,
  a: ObjectId,
  b: ObjectId,
): Promise<ObjectId | undefined> {
  if (!(await git.isShallow())) return undefined
  await git.unshallow()
  return git.mergeBase(a, b)
}

/** Nothing that somebody else pushed is replaced or deleted. */
export function foreignBranch(branch: string, seen: ObjectId): ReleaseError {
  const text = `The branch ${branch}, which version bumps are proposed on, has changes at ${shortCommit(seen)} that this action did not make, so it is left as it is.`
  return new ReleaseError('BRANCH_NOT_OURS', text, {
    hint: `Merge those changes, or keep them elsewhere and let the branch be made anew: git fetch origin ${branch} && git push origin FETCH_HEAD:refs/heads/NEW-NAME && git push origin --delete ${branch}`,
  })
}

export type Placed =
  | { readonly result: 'done' }
  /** By somebody else; nothing was pushed. */
  | { readonly result: 'edited'; readonly seen: ObjectId }
  /** Final: nobody else touched the branch, so a further push would be refused as well. */
  | { readonly result: 'rejected'; readonly reason: string; readonly isFinal: boolean }

interface Placing {
  readonly branch: string
  readonly wanted: ObjectId
  /** The head of the pull request that was merged last: what the branch holds is on the base then, whoever wrote it. */
  readonly merged: ObjectId | undefined
}

export async function placeOn(
  run: Uses<'facts' | 'checkout' | 'ownCommits', 'git'>,
  plannedRun: PlannedRun,
  { branch, wanted, merged }: Placing,
): Promise<Placed> {
  const { git } = run.platform
  const look = () => git.fetchRef(`refs/heads/${branch}`)
  const seen = await look()
  if (seen !== undefined && (await isSameOnTop(run, plannedRun.head, { commit: seen, wanted })))
    return { result: 'done' }
  // What a run for a later commit has proposed must not be replaced by what this one knows.
  if ((await laterHead(run, plannedRun)) !== undefined)
    return { result: 'rejected', reason: 'the base branch moved', isFinal: false }
  const ownership = seen === undefined || seen === merged ? 'ours' : await ownershipOf(run, run.facts.refName, seen)
  if (seen !== undefined && ownership === 'edited') return { result: 'edited', seen }
  if (seen !== undefined && ownership === 'foreign') throw foreignBranch(branch, seen)
  const push = await git.replaceBranch(wanted, branch, seen)
  return push.result === 'rejected' ? { ...push, isFinal: (await look()) === seen } : { result: 'done' }
}
