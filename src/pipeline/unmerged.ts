import { ReleaseError } from '../model/errors.ts'
import type { Run } from './run.ts'

/** Events that run with secrets, and whose workflows are known to check out what somebody only proposes. */
const TRUSTED_WITH_FOREIGN_CODE = /^(pull_request_target|workflow_run|issue_comment)$/

/**
 * The problem where the checkout stands at a commit that the branch or tag of this run does not hold. A bump on top of it
 * would carry to the branch what nobody merged.
 */
export async function headProblem({ facts, platform: { git } }: Run): Promise<ReleaseError | undefined> {
  const head = await git.head()
  if (head === facts.sha) return undefined
  const there = await git.fetchRef(facts.ref)
  if (there !== undefined && (head === there || (await git.isAncestor(head, there)))) return undefined
  return new ReleaseError('HEAD_NOT_ON_REF', `The checkout is at ${head.slice(0, 12)}, which is not on ${facts.ref}.`, {
    hint: 'Release what is merged: let actions/checkout take the ref of the event, and push what earlier steps commit before this one. Plan pull requests on `pull_request`, where there are no secrets to lose.',
  })
}

/**
 * Fails with `HEAD_NOT_ON_REF` where such a checkout must not even be planned: its config file would say which registries
 * the job's logins are for.
 */
export async function refuseForeignCode(run: Run): Promise<void> {
  if (!TRUSTED_WITH_FOREIGN_CODE.test(run.facts.eventName)) return
  const problem = await headProblem(run)
  if (problem) throw problem
}
