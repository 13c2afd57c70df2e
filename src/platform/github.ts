import type { BranchRule, GitHub } from './platform.ts'

const TIMEOUT_MS = 15_000
const MAX_RULESETS = 20
const silent = { debug() {}, info() {}, warn() {}, error() {} }

export interface GitHubOptions {
  /** Without one nothing can be asked. */
  readonly token: string | undefined
  /** e.g. `https://api.github.com`. */
  readonly apiUrl: string
  /** e.g. `acme/charts`. */
  readonly repository: string
}

/** GitHub's API through Octokit, which is loaded with the first question. */
export function createGitHub({ token, apiUrl, repository }: GitHubOptions): GitHub {
  const [owner = '', repo = ''] = repository.split('/')
  async function get(route: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown> {
    const { getOctokit } = await import('./octokit.ts')
    const octokit = getOctokit(token ?? '', { baseUrl: apiUrl, log: silent })
    const request = { signal: AbortSignal.timeout(TIMEOUT_MS) }
    return (await octokit.request(`GET /repos/{owner}/{repo}/${route}`, { owner, repo, request, ...parameters })).data
  }
  return {
    async branchRules(branch) {
      if (!token) return undefined
      try {
        const rules = rulesIn(await get('rules/branches/{branch}', { branch, per_page: 100 }))
        return await withBypass(rules, (id) => get('rulesets/{id}', { id }))
      } catch {
        // No right to ask, an older server, a broken network: the push itself will tell.
        return undefined
      }
    },
  }
}

interface Rule {
  readonly type: string
  readonly ruleset: number | undefined
}

function rulesIn(data: unknown): readonly Rule[] {
  if (!Array.isArray(data)) throw new TypeError('The answer is no list of rules.')
  return data.flatMap((rule: unknown) => {
    const type = member(rule, 'type')
    const id = member(rule, 'ruleset_id')
    return typeof type === 'string' ? [{ type, ruleset: typeof id === 'number' ? id : undefined }] : []
  })
}

/** A rule itself does not say who may pass it by; its ruleset says it of the token that asks. */
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
  // A push is no pull request, so a right for pull requests alone does not help.
  return mode === 'never' || mode === 'pull_requests_only' ? 'no' : 'unknown'
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
