import type { BranchRule } from '../../ports/github.ts'
import { member } from '../runner/member.ts'

/**
 * Classic protection in the words of rulesets. `branch` is the answer of `GET …/branches/{branch}`, which tells every token
 * whether there is protection and which checks it asks for; `details` asks for the rest, which only administrators get.
 */
export async function protectionRules(
  branch: unknown,
  details: () => Promise<unknown>,
): Promise<readonly BranchRule[]> {
  const protection = member(branch, 'protection')
  if (member(protection, 'enabled') !== true) return []
  const whole = await details().catch(() => undefined)
  const rest: readonly BranchRule[] = whole === undefined ? [{ type: 'protected', bypass: 'unknown' }] : restOf(whole)
  return [...checksOf(member(protection, 'required_status_checks')), ...rest]
}

function checksOf(checks: unknown): readonly BranchRule[] {
  const contexts = member(checks, 'contexts')
  if (!Array.isArray(contexts) || contexts.length === 0) return []
  const level = member(checks, 'enforcement_level')
  if (level === 'off') return []
  // `non_admins` spares administrators, and nobody says whether the token is one.
  return [{ type: 'required_status_checks', bypass: level === 'everyone' ? 'no' : 'unknown' }]
}

function restOf(protection: unknown): readonly BranchRule[] {
  const everyone = isOn(protection, 'enforce_admins')
  const reviews = member(protection, 'required_pull_request_reviews')
  const spared = member(reviews, 'bypass_pull_request_allowances') !== undefined
  const standing = (type: string, certain: boolean): BranchRule => ({ type, bypass: certain ? 'no' : 'unknown' })
  return [
    ...(reviews === undefined ? [] : [standing('pull_request', everyone && !spared)]),
    ...(isOn(protection, 'required_signatures') ? [standing('required_signatures', everyone)] : []),
    ...(isOn(protection, 'lock_branch') ? [standing('update', everyone)] : []),
    // Who is on its list is told by names, and the token's own name is not.
    ...(member(protection, 'restrictions') === undefined ? [] : [standing('update', false)]),
  ]
}

function isOn(protection: unknown, key: string): boolean {
  return member(member(protection, key), 'enabled') === true
}
