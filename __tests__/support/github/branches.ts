import { inBare, objectAt } from './bare.ts'
import { example } from './description.ts'
import { type Call, notFound, page, type Route } from './exchange.ts'
import type { Protection, Ruleset } from './guard.ts'
import { apiUrl, type Hub, webUrl } from './hub.ts'

/** Branches, their classic protection, and the rules that hold for them. */
export const branchRoutes: readonly Route[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/branches/{branch}/protection',
    needs: ['administration', 'read'],
    handle(call, hub) {
      const { branch = '' } = call.parameters
      const protection = hub.protections.get(branch)
      return protection ? { status: 200, body: wholeProtection(hub, branch, protection) } : notFound()
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/branches/{branch}',
    needs: ['contents', 'read'],
    async handle(call, hub) {
      const { branch = '' } = call.parameters
      const sha = await objectAt(hub.origin, `refs/heads/${branch}`)
      return sha === undefined ? notFound() : { status: 200, body: await branchWith(hub, branch, sha) }
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/rules/branches/{branch}',
    handle(call, hub) {
      const { branch = '' } = call.parameters
      const found = hub.rulesets.filter((ruleset) => ruleset.branch === branch)
      const rules = found.flatMap((ruleset) => ruleset.rules.map((type) => ruleOf(hub, type, ruleset)))
      return page(call, rules, apiUrl(hub, `rules/branches/${branch}`))
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}',
    handle(call, hub) {
      const found = hub.rulesets.find(({ id }) => id === Number(call.parameters.ruleset_id))
      return found ? { status: 200, body: wholeRuleset(hub, found, call) } : notFound()
    },
  },
]

async function branchWith(hub: Hub, branch: string, sha: string): Promise<unknown> {
  const template = example('branch-get', hub.repository)
  const commit = template.commit as Record<string, unknown>
  const protection = hub.protections.get(branch)
  const message = await inBare(hub.origin, ['log', '-1', '--format=%B', sha])
  const url = apiUrl(hub, `branches/${branch}`)
  return {
    ...template,
    name: branch,
    commit: { ...commit, sha, commit: { ...(commit.commit as object), message: message.trim() } },
    _links: { self: url, html: webUrl(hub, `tree/${branch}`) },
    // Rules of a ruleset protect a branch too; `protection` is about the classic ones alone.
    protected: protection !== undefined || hub.rulesets.some((ruleset) => ruleset.branch === branch),
    protection: { enabled: protection !== undefined, required_status_checks: checksOf(protection) },
    protection_url: `${url}/protection`,
  }
}

function checksOf({ requiredChecks = [], enforcement = 'everyone' }: Protection = {}) {
  const checks = requiredChecks.map((context) => ({ context, app_id: null }))
  return { enforcement_level: checks.length > 0 ? enforcement : 'off', contexts: requiredChecks, checks }
}

function wholeProtection(hub: Hub, branch: string, protection: Protection): unknown {
  const url = apiUrl(hub, `branches/${branch}/protection`)
  return {
    url,
    enforce_admins: { url: `${url}/enforce_admins`, enabled: protection.enforcement !== 'non_admins' },
    required_signatures: { url: `${url}/required_signatures`, enabled: protection.requiredSignatures ?? false },
    ...(protection.requiredChecks && { required_status_checks: { url, ...checksOf(protection) } }),
    ...(protection.requiredReviews !== undefined && {
      required_pull_request_reviews: {
        url: `${url}/required_pull_request_reviews`,
        dismiss_stale_reviews: false,
        require_code_owner_reviews: false,
        required_approving_review_count: protection.requiredReviews,
      },
    }),
  }
}

/** What rules must say beside their type. */
const parametersOf: Readonly<Record<string, object>> = {
  pull_request: {
    dismiss_stale_reviews_on_push: false,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_approving_review_count: 1,
    required_review_thread_resolution: false,
  },
  required_status_checks: {
    required_status_checks: [{ context: 'ci' }],
    strict_required_status_checks_policy: false,
  },
}

function ruleOf(hub: Hub, type: string, { id }: Ruleset): unknown {
  const source = { ruleset_source_type: 'Repository', ruleset_source: hub.repository, ruleset_id: id }
  return { type, ...(parametersOf[type] && { parameters: parametersOf[type] }), ...source }
}

function wholeRuleset(hub: Hub, ruleset: Ruleset, call: Call): unknown {
  const mayPass = call.token !== undefined && ruleset.bypass.includes(call.token.login)
  const { bypass_actors: _, ...template } = example('repository-ruleset', hub.repository)
  return {
    ...template,
    id: ruleset.id,
    name: `rules for ${ruleset.branch}`,
    source: hub.repository,
    conditions: { ref_name: { include: [`refs/heads/${ruleset.branch}`], exclude: [] } },
    rules: ruleset.rules.map((type) => ({ type, ...(parametersOf[type] && { parameters: parametersOf[type] }) })),
    ...(!ruleset.silent && { current_user_can_bypass: mayPass ? 'always' : 'never' }),
  }
}
