/** A token that the fake knows. */
export interface Token {
  readonly value: string
  /** `workflow` is GITHUB_TOKEN, `app` that of a GitHub App, `person` a personal one. */
  readonly kind: 'workflow' | 'app' | 'person'
  readonly login: string
  /** As under `permissions:` of a job, with underscores; what is not named is not allowed. */
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>
  /** Names of the repositories that it is for; by default the first one. */
  readonly repositories?: readonly string[]
}

/** Whether a token is for a repository; without a list it is for the repository of the workflow. */
export function mayAsk({ repositories }: Token, repository: string, first: string): boolean {
  return repositories === undefined ? repository === first : repositories.includes(repository)
}

/** GITHUB_TOKEN of a job with the permissions that a release asks for. */
export function workflowToken(value: string, permissions: Token['permissions'] = { contents: 'write' }): Token {
  return { value, kind: 'workflow', login: 'github-actions[bot]', permissions }
}

/** The token of a GitHub App, e.g. one that stands on a bypass list. */
export function appToken(value: string, permissions: Token['permissions'] = { contents: 'write' }): Token {
  return { value, kind: 'app', login: 'release-app[bot]', permissions }
}

export function may(token: Token | undefined, [permission, access]: readonly [string, 'read' | 'write']): boolean {
  const given = permission === 'metadata' ? 'read' : token?.permissions[permission]
  return given === 'write' || given === access
}

/** `token x` and `Bearer x` mean the same. */
export function tokenIn(authorization: string | undefined): string | undefined {
  return authorization === undefined ? undefined : (/^(?:token|bearer) (.+)$/i.exec(authorization)?.[1] ?? '')
}
