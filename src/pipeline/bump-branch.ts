import type { ObjectId } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import type { Run } from './run.ts'

/**
 * The branch of the pull request is the action's own by what it holds, not by its name: anybody with write access may have
 * pushed there. Whether all that it has on top of its base is a bump.
 */
export async function isBumpBranch(run: Run, base: string, seen: ObjectId): Promise<boolean> {
  const { git } = run.platform
  // Another run may have made it on a newer head than ours.
  const tip = (await git.fetchRef(`refs/heads/${base}`)) ?? run.checkout.head
  const common = (await git.mergeBase(tip, seen)) ?? (await commonInHistory(run, tip, seen))
  return common !== undefined && run.ownCommits.isOwnChange(common, seen)
}

async function commonInHistory({ platform: { git } }: Run, a: ObjectId, b: ObjectId): Promise<ObjectId | undefined> {
  if (!(await git.isShallow())) return undefined
  await git.unshallow()
  return git.mergeBase(a, b)
}

/** Nothing that somebody else pushed is replaced or deleted. */
export function foreignBranch(branch: string, seen: ObjectId): ReleaseError {
  const text = `The branch ${branch}, which version bumps are proposed on, has changes at ${seen.slice(0, 12)} that this action did not make, so it is left as it is.`
  return new ReleaseError('BRANCH_NOT_OURS', text, {
    hint: `Merge those changes, or keep them elsewhere and let the branch be made anew: git fetch origin ${branch} && git push origin FETCH_HEAD:refs/heads/NEW-NAME && git push origin --delete ${branch}`,
  })
}
