import { member } from '../../model/json.ts'
import type { PushRefusal } from '../../ports/git.ts'
import type { BranchCommit, CommitOnBranch } from '../../ports/github.ts'
import type { GitHubClient } from './client.ts'
import { GitHubFailure } from './failure.ts'

/** See https://docs.github.com/graphql/reference/mutations#createcommitonbranch. */
const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`

/**
 * Makes a commit on a branch through GitHub, which signs it: it is shown as verified. `expectedHeadOid` makes it a
 * compare-and-swap, so retrying after a lost response is safe: it is refused if the commit was made. Callers look up
 * whether a refusal means that.
 */
export async function commitOnBranch(
  client: GitHubClient,
  repository: string,
  { branch, parent, message, files }: BranchCommit,
): Promise<CommitOnBranch> {
  const [headline = '', ...body] = message.split('\n')
  const input = {
    branch: { repositoryNameWithOwner: repository, branchName: branch },
    expectedHeadOid: parent,
    message: { headline, body: body.join('\n').trim() },
    fileChanges: {
      additions: [...files].map(([path, content]) => ({
        path,
        contents: (typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)).toString('base64'),
      })),
    },
  }
  try {
    const answer = await client.mutate('createCommitOnBranch', MUTATION, { input })
    const oid = member(member(member(answer, 'createCommitOnBranch'), 'commit'), 'oid')
    if (typeof oid === 'string' && /^[0-9a-f]{40,64}$/.test(oid)) return { result: 'done', commit: oid }
    return { result: 'rejected', reason: 'GitHub’s answer names no commit', cause: 'lost' }
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error
    return { result: 'rejected', reason: error.message, cause: causeOf(error) }
  }
}

/** GraphQL reports a refusal in a response with status 200. Without a response the outcome is unknown. */
function causeOf({ message, status, mayBeDone, cause }: GitHubFailure): PushRefusal {
  const errors = member(cause, 'errors')
  const isStale = Array.isArray(errors) && errors.some((one) => member(one, 'type') === 'STALE_DATA')
  if (isStale || /expected branch to point to|(?:was|is) at .* but expected/i.test(message)) return 'raced'
  const isAnswered = status !== undefined || Array.isArray(errors)
  return mayBeDone || !isAnswered ? 'lost' : 'refused'
}
