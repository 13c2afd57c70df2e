import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { shortCommit } from '../../model/git/commits.ts'
import type { Run } from '../run.ts'

/** Of the action's own branch, which holds one commit on top of the base, made anew whenever that moves; see `ownershipOf`. */
export const branchFor = (base: string) => `release-charts/${base}`

/** Nobody else wrote it; somebody changed our bump; or it holds the work of somebody else. */
export type Ownership = 'ours' | 'edited' | 'foreign'

/**
 * The branch of the pull request is the action's own by what it holds, not by its name: anybody with write access may have
 * pushed there. It is ours if all that it has on top of its base is a bump and no commit is by somebody else: a person may
 * give a chart another version there, or word its changelog.
 */
export async function ownershipOf(run: Run, base: string, seen: ObjectId): Promise<Ownership> {
  const { git } = run.platform
  // Another run may have made it on a newer head than ours.
  const tip = (await git.fetchRef(`refs/heads/${base}`)) ?? run.checkout.head
  const common = (await git.mergeBase(tip, seen)) ?? (await commonInHistory(run, tip, seen))
  if (common === undefined || !(await run.ownCommits.isOwnChange(common, seen))) return 'foreign'
  return (await git.commitsByOthers(common, seen)).length === 0 ? 'ours' : 'edited'
}

async function commonInHistory({ platform: { git } }: Run, a: ObjectId, b: ObjectId): Promise<ObjectId | undefined> {
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
