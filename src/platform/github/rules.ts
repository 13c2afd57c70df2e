import { member } from '../../model/json.ts'
import type { BranchRule } from '../../ports/github.ts'
import type { GitHubClient } from './client.ts'

const MAX_RULESETS = 20

/**
 * The rules of a branch, from rulesets and from classic protection; `undefined` if the service does not say: then the
 * push itself will show.
 */
export async function readBranchRules(
  client: GitHubClient,
  branch: string,
): Promise<readonly BranchRule[] | undefined> {
  // No permission to read them, an older server, a broken network.
  const answers = await Promise.allSettled([rulesets(client, branch), protection(client, branch)])
  const told = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
  return told.length === 0 ? undefined : told.flat()
}

async function rulesets(client: GitHubClient, branch: string): Promise<readonly BranchRule[]> {
  const rules = rulesIn(await client.requestOptional('GET rules/branches/{branch}', { branch, per_page: 100 }))
  return withBypass(rules, (id) => client.requestOptional('GET rulesets/{id}', { id }))
}

async function protection(client: GitHubClient, branch: string): Promise<readonly BranchRule[]> {
  const summary = await client.requestOptional('GET branches/{branch}', { branch })
  return protectionRules(summary, () => client.requestOptional('GET branches/{branch}/protection', { branch }))
}

interface Rule {
  readonly type: string
  readonly ruleset: number | undefined
}

function rulesIn(data: unknown): readonly Rule[] {
  if (!Array.isArray(data)) throw new TypeError('The answer is not a list of rules.')
  return data.flatMap((rule: unknown) => {
    const type = member(rule, 'type')
    const id = member(rule, 'ruleset_id')
    return typeof type === 'string' ? [{ type, ruleset: typeof id === 'number' ? id : undefined }] : []
  })
}

/** A rule itself does not say who may bypass it; its ruleset says so for the token of the request. */
async function withBypass(
  rules: readonly Rule[],
  ruleset: (id: number) => Promise<unknown>,
): Promise<readonly BranchRule[]> {
  const ids = [...new Set(rules.flatMap((rule) => rule.ruleset ?? []))].slice(0, MAX_RULESETS)
  const answers = await Promise.all(
    ids.map(async (id) => [id, bypassOf(await ruleset(id).catch(() => undefined))] as const),
  )
  const known = new Map(answers)
  return rules.map(({ type, ruleset: id }) => ({
    type,
    bypass: (id === undefined ? undefined : known.get(id)) ?? 'unknown',
  }))
}

function bypassOf(ruleset: unknown): BranchRule['bypass'] {
  const mode = member(ruleset, 'current_user_can_bypass')
  if (mode === 'always' || mode === 'exempt') return 'yes'
  // A push is not a pull request, so a right for pull requests alone does not help.
  return mode === 'never' || mode === 'pull_requests_only' ? 'no' : 'unknown'
}

/**
 * Classic protection in terms of rulesets. `branch` is the response of `GET …/branches/{branch}`, which shows every
 * token whether there is protection and which checks are required; `details` requests the rest, which only
 * administrators get.
 */
async function protectionRules(branch: unknown, details: () => Promise<unknown>): Promise<readonly BranchRule[]> {
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
  // `non_admins` exempts administrators, and it is unknown whether the token is one.
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
    // The list has names, and the token's own name is unknown.
    ...(member(protection, 'restrictions') === undefined ? [] : [standing('update', false)]),
  ]
}

function isOn(protection: unknown, key: string): boolean {
  return member(member(protection, key), 'enabled') === true
}
