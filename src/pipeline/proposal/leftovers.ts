import type { ObjectId } from '../../model/chart.ts'
import type { PullRequest } from '../../ports/github.ts'
import type { PlannedRun } from '../planned-run.ts'
import { type Uses, warnUnlessBug } from '../run.ts'
import { branchFor, branchOfChart, ownBranches, ownershipOf } from './bump-branch.ts'
import type { Group } from './groups.ts'
import { withdraw } from './withdraw.ts'

/** A pull request of another division of the charts, whose branch somebody edited. */
export interface EditedLeftover {
  readonly branch: string
  readonly pull: PullRequest
  readonly seen: ObjectId
}

/** What `pull-requests` was before, or which charts depended on each other, may have left other branches than those of the groups. */
export async function leftBranches(
  run: Uses<'facts', 'git'>,
  groups: readonly Pick<Group, 'branch'>[],
): Promise<readonly string[]> {
  const wanted = new Set(groups.map(({ branch }) => branch))
  return [...(await ownBranches(run))].filter((branch) => !wanted.has(branch))
}

/** Those among them that hold what a person made of a bump: it is merged first, and not proposed beside it. */
export async function editedAmong(
  run: Uses<'facts' | 'checkout' | 'ownCommits' | 'github', 'git'>,
  branches: readonly string[],
): Promise<readonly EditedLeftover[]> {
  const base = run.facts.refName
  const edited: EditedLeftover[] = []
  // One after another: git has one place for what was fetched last.
  for (const branch of branches) {
    const pull = await run.github.findPull(branch, base)
    const seen = pull && (await run.platform.git.fetchRef(`refs/heads/${branch}`))
    if (pull && seen !== undefined && (await ownershipOf(run, base, seen)) === 'edited')
      edited.push({ branch, pull, seen })
  }
  return edited
}

/** The leftover that a group must wait for: it may hold one of its charts. */
export function leftoverOf(
  { facts }: Uses<'facts'>,
  { releases }: Group,
  edited: readonly EditedLeftover[],
): EditedLeftover | undefined {
  const base = facts.refName
  const branches = [branchFor(base), ...releases.map(({ chart }) => branchOfChart(base, chart.manifest.name))]
  return edited.find(({ branch }) => branches.includes(branch))
}

type Withdrawing = Parameters<typeof withdraw>[0] & Uses<never, never, 'pullRequests'>

/** Takes back what no group needs any more. If that fails, it stays open for the next run; releases do not wait for it. */
export async function withdrawRest(run: Withdrawing, plannedRun: PlannedRun, groups: readonly Group[]): Promise<void> {
  const usual = branchFor(run.facts.refName)
  const isApart = run.settings.pullRequests === 'per-chart'
  const isOpen = groups.length > 0
  const why = isOpen ? 'its versions are proposed in another pull request' : 'no chart needs another version any more'
  try {
    const left = await leftBranches(run, groups)
    const own = isApart || isOpen ? [] : [usual]
    for (const branch of new Set([...own, ...left]))
      await withdraw(run, plannedRun, { branch, why, tidies: isApart || branch !== usual })
  } catch (error) {
    warnUnlessBug(run, error)
  }
}
