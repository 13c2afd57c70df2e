import { ReleaseError } from '../../model/errors.ts'
import { shortCommit } from '../../model/git/commits.ts'
import type { Mode } from '../../model/settings.ts'
import type { RunnerFacts } from '../../ports/runner.ts'
import type { Checkout } from './checkout.ts'
import { checkedOutElsewhere } from './other-repository.ts'

/**
 * Events that anybody can cause, that run with secrets, and whose workflows are known to check out what somebody only
 * proposes. What is trusted does not depend on this list: it only refuses sooner.
 */
const TRUSTED_WITH_FOREIGN_CODE = /^(pull_request_target|workflow_run|issue_comment)$/

type Place = Pick<RunnerFacts, 'ref' | 'eventName'>

/** Why a checkout that is not trusted must not be worked on at all, or `undefined`: `HEAD_NOT_ON_REF`. It is never released. */
export function untrustedProblem(
  facts: Place & Pick<RunnerFacts, 'repository'>,
  checkout: Checkout,
  mode: Mode,
): ReleaseError | undefined {
  if (mode === 'release' && checkout.elsewhere !== undefined) return checkedOutElsewhere(checkout.elsewhere, facts)
  if (checkout.shownOn !== undefined) return undefined
  return mode === 'release' || TRUSTED_WITH_FOREIGN_CODE.test(facts.eventName) ? notOnRef(facts, checkout) : undefined
}

/**
 * The problem if the checkout stands at a commit that the branch or tag of this run does not hold. A bump on top of it
 * would carry to the branch what nobody merged.
 */
export function headProblem(facts: Place, checkout: Checkout): ReleaseError | undefined {
  return checkout.shownOn === 'ref' ? undefined : notOnRef(facts, checkout)
}

function notOnRef({ ref }: Place, { head }: Checkout): ReleaseError {
  return new ReleaseError('HEAD_NOT_ON_REF', `The checkout is at ${shortCommit(head)}, which is not on ${ref}.`, {
    hint: 'Release what is merged: let actions/checkout take the ref of the event, from the repository of the workflow, and push what earlier steps commit before this one. Plan pull requests on `pull_request`, where there are no secrets to lose.',
  })
}
