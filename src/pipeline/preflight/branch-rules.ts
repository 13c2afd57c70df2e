import { ReleaseError } from '../../model/errors.ts'
import type { BranchRule } from '../../ports/github.ts'

/**
 * What each rule of a branch asks of a pushed commit, for those a bump commit cannot fulfil. Others (deletion, forced
 * pushes, linear history) do not concern one commit on top of the head.
 */
const demands: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pull_request: 'changes must come by pull request',
    merge_queue: 'changes must come through the merge queue',
    required_status_checks: 'status checks must have passed, and a push by the workflow token starts none',
    required_deployments: 'deployments must have succeeded',
    required_signatures: 'commits must be signed',
    update: 'only those on the bypass list may update it',
    workflows: 'required workflows must have passed',
    code_scanning: 'code scanning must have passed',
  }),
)

const WAYS_OUT = [
  'Give `github-token` and the checkout step the token of a GitHub App that may pass them by (on the bypass list of the ruleset)',
  'check out with a deploy key that may',
  'set `commit: pull-request`, which proposes them',
  'or set `commit: none`, which releases bumped versions without writing them to git.',
].join(', ')

export interface BranchFindings {
  /** The push is certain to be refused: code `BRANCH_RULES`. */
  readonly problem?: ReleaseError
  /** The push may be refused; the service did not say whom the rules spare. */
  readonly warning?: string
  /** There is protection, and what it asks for is not told. */
  readonly note?: string
}

/** How the bump gets to the branch. */
export interface Push {
  /** GitHub signs the commit. */
  readonly signs: boolean
  /** Made with `github-token`, which asked for the rules: whom they spare else is not known. */
  readonly withToken: boolean
}

/** Judges, before anything is done, whether a bump commit can be pushed to `branch` under its rules. */
export function branchFindings(
  branch: string,
  rules: readonly BranchRule[] | undefined,
  { signs, withToken }: Push,
): BranchFindings {
  const isFulfilled = ({ type, bypass }: BranchRule) =>
    (bypass === 'yes' && withToken) || (signs && type === 'required_signatures')
  const standing = (rules ?? []).filter((rule) => demands.has(rule.type) && !isFulfilled(rule))
  const certain = standing.filter((rule) => rule.bypass === 'no' && withToken)
  if (certain.length > 0) {
    const message = `Rules of the branch ${branch} refuse a pushed version bump: ${demandsText(certain)}.`
    return { problem: new ReleaseError('BRANCH_RULES', message, { hint: WAYS_OUT }) }
  }
  if (standing.length > 0) {
    const who = withToken ? '' : ' Git pushes with the credentials that checkout left, not with `github-token`.'
    return {
      warning: `Rules of the branch ${branch} may refuse a pushed version bump: ${demandsText(standing)}.${who} If they do: ${WAYS_OUT}`,
    }
  }
  if (!rules?.some(({ type }) => type === 'protected')) return {}
  return {
    note: `The branch ${branch} is protected, and the token can't see how. If it refuses the push: ${WAYS_OUT}`,
  }
}

function demandsText(rules: readonly BranchRule[]): string {
  return [...new Set(rules.map((rule) => demands.get(rule.type)))].join('; ')
}
