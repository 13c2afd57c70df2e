import { ReleaseError } from '../../model/errors.ts'
import type { GitHubClient } from './client.ts'
import { GitHubFailure } from './failure.ts'

/** GitHub accepts no reference with less than two slashes, and none to a missing object: so it is never created. */
const NEVER_MADE = { ref: 'refs/preflight', sha: '0'.repeat(40) }

/**
 * See `GitHub.writeProblem`. A refusal is GitHub's only way to show a token's permissions: it checks them before the
 * name, so a refusal of the name (422) means that the permission is there.
 * https://docs.github.com/en/rest/git/refs#create-a-reference
 */
export async function writeProblem(client: GitHubClient): Promise<ReleaseError | undefined> {
  const failure: unknown = await client.requestOptional('POST git/refs', NEVER_MADE).then(
    () => undefined,
    (thrown) => thrown,
  )
  if (!(failure instanceof GitHubFailure) || !isDenied(failure)) return undefined
  return new ReleaseError(
    'GIT_DENIED',
    `GitHub does not let \`github-token\` write to the repository: ${failure.message}`,
    {
      hint: 'Give the job `permissions: { contents: write }`. Where `github-token` is set, the token needs that right.',
      cause: failure,
    },
  )
}

function isDenied({ status, message }: GitHubFailure): boolean {
  return status === 401 || (status === 403 && /not accessible by|must have|permission/i.test(message))
}
