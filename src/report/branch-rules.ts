import { ReleaseError } from '../model/errors.ts'
import type { BranchRule } from '../platform/platform.ts'

/**
 * What each rule of a branch asks of a pushed commit, for those a bump commit cannot fulfil. Others (deletion, forced
 * pushes, linear history) do not concern one commit on top of the head.
 */
const demands: Readonly<Record<string, string>> = {
  pull_request: 'changes must come by pull request',
  merge_queue: 'changes must come through the merge queue',
  required_status_checks: 'status checks must have passed, and a push by the workflow token starts none',
  required_deployments: 'deployments must have succeeded',
  required_signatures: 'commits must be signed',
  update: 'only those on the bypass list may update it',
  workflows: 'required workflows must have passed',
  code_scanning: 'code scanning must have passed',
}

const WAYS_OUT = [
  'Give `github-token` the token of a GitHub App that is on the bypass list of the ruleset',
  'check out with a deploy key that is on it',
  'set `commit: pull-request`, which proposes them',
  'or set `commit: none`, which releases bumped versions without writing them to git.',
].join(', ')

export interface BranchFindings {
  /** The push is certain to be refused: code `BRANCH_RULES`. */
  readonly problem?: ReleaseError
  /** The push may be refused; the service did not say whom the rules spare. */
  readonly warning?: string
}

/** Judges, before anything is done, whether a bump commit can be pushed to `branch` under its rules. `signs`: GitHub signs it. */
export function branchFindings(
  branch: string,
  rules: readonly BranchRule[] | undefined,
  { signs }: { readonly signs: boolean } = { signs: false },
): BranchFindings {
  const isFulfilled = ({ type, bypass }: BranchRule) => bypass === 'yes' || (signs && type === 'required_signatures')
  const standing = (rules ?? []).filter((rule) => Object.hasOwn(demands, rule.type) && !isFulfilled(rule))
  const certain = standing.filter((rule) => rule.bypass === 'no')
  if (certain.length > 0) {
    const message = `Rules of the branch ${branch} refuse a pushed version bump: ${inWords(certain)}.`
    return { problem: new ReleaseError('BRANCH_RULES', message, { hint: WAYS_OUT }) }
  }
  if (standing.length === 0) return {}
  return {
    warning: `Rules of the branch ${branch} may refuse a pushed version bump: ${inWords(standing)}. If they do: ${WAYS_OUT}`,
  }
}

function inWords(rules: readonly BranchRule[]): string {
  return [...new Set(rules.map((rule) => demands[rule.type]))].join('; ')
}
