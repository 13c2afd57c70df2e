import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Git } from '../../ports/git.ts'

/** Whether `commit` reaches another one, which the clone has. A shallow clone is deepened before the answer is no. */
export async function reaches(commit: ObjectId, earlier: ObjectId, git: Git): Promise<boolean> {
  if (await git.isAncestor(earlier, commit)) return true
  if (!(await git.isShallow())) return false
  await git.unshallow()
  return git.isAncestor(earlier, commit)
}

/** Whether one of these commits is part of the history of `head`, the commit that is planned. */
export async function isAnyOnBranch(commits: ReadonlySet<ObjectId>, head: ObjectId, git: Git): Promise<boolean> {
  for (const commit of commits) {
    if ((await git.ensureCommit(commit)) && (await reaches(head, commit, git))) return true
  }
  return false
}

export function stillShallow(): ReleaseError {
  return new ReleaseError('GIT_SHALLOW', 'The clone is still shallow after its history was fetched.', {
    hint: 'Give the checkout step `with: { fetch-depth: 0 }`.',
  })
}
