import type { ObjectId } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import type { Run } from './run.ts'

/** More of them would not change the answer. */
const MAX_COMMITS = 100

/**
 * The branch of the bumps is made anew and deleted without asking, so it must hold nothing but commits of this action, and
 * merges that bring it up to date. Fails with `BRANCH_NOT_OURS`.
 */
export async function requireOwnCommits(
  { platform: { git } }: Run,
  branch: string,
  { base, tip }: { readonly base: ObjectId; readonly tip: ObjectId },
): Promise<void> {
  // In a shallow clone older commits of the base would count as commits of the branch.
  await git.unshallow()
  const commits = await git.commitsBetween({ from: base, to: tip, limit: MAX_COMMITS }, ['.'])
  for (const { commit, ours } of commits) {
    const isMerge = (await git.resolve(`${commit}^2`)) !== undefined
    if (!ours && !isMerge) throw notOurs(branch, commit)
  }
}

function notOurs(branch: string, commit: ObjectId): ReleaseError {
  const what = `The branch ${branch} holds the commit ${commit.slice(0, 12)}, which this action did not make`
  return new ReleaseError('BRANCH_NOT_OURS', `${what}, so it is neither made anew nor deleted.`, {
    hint: `Merge the pull request as it is. Or keep the commit elsewhere and let the branch be made anew: git fetch origin ${branch} && git push origin FETCH_HEAD:refs/heads/NEW-NAME && git push origin --delete ${branch}`,
  })
}
