import { randomUUID } from 'node:crypto'
import { type Answer, json, problem } from './answer.ts'

export type Action = 'pull' | 'push'

/**
 * Who may do what.
 * - `basic`: user and password with every request, as a private ECR has it.
 * - `bearer`: tokens from `/token` on the same server, for user and password (GET) or a refresh token (POST).
 */
export interface AuthOptions {
  readonly kind: 'basic' | 'bearer'
  /** User name to password. */
  readonly users: Readonly<Record<string, string>>
  /** Refresh token to user name. */
  readonly refreshTokens?: Readonly<Record<string, string>>
  /** What a user may do; anonymous is `undefined`. Everything for users and nothing for others by default. */
  readonly allows?: (user: string | undefined, repository: string) => readonly Action[]
  /** How long a token is good, in seconds. Default 300. */
  readonly tokenSeconds?: number
  /** What the 401 names as token server; default `<origin>/token`. */
  readonly realm?: string
}

export interface Access {
  /** `undefined` when the request may pass. */
  refusal(authorization: string | undefined, repository: string | undefined, action: Action): Answer | undefined
  /** The token endpoint. */
  issue(method: string, authorization: string | undefined, parameters: URLSearchParams): Answer
  /** Every token that was given out. */
  readonly issued: readonly string[]
  /** Ends all tokens, as a restarted token server would. */
  forgetTokens(): void
}

const SERVICE = 'test-registry'

export function createAccess(auth: AuthOptions, origin: () => string): Access {
  const tokens = new Map<string, { scopes: ReadonlySet<string>; until: number }>()
  const issued: string[] = []
  const allowed = (user: string | undefined, repository: string): readonly Action[] =>
    auth.allows?.(user, repository) ?? (user === undefined ? [] : ['pull', 'push'])

  function challenge(scope: string, error?: string): Answer {
    const value =
      auth.kind === 'basic'
        ? `Basic realm="${SERVICE}"`
        : `Bearer realm="${auth.realm ?? `${origin()}/token`}",service="${SERVICE}"` +
          (scope && `,scope="${scope}"`) +
          (error ? `,error="${error}"` : '')
    return problem(401, 'UNAUTHORIZED', 'authentication required', { 'www-authenticate': value })
  }

  return {
    refusal(authorization, repository, action) {
      const scope =
        repository === undefined ? '' : `repository:${repository}:${action === 'push' ? 'pull,push' : 'pull'}`
      if (auth.kind === 'basic') {
        const user = userOf(authorization, auth)
        if (user === undefined) return challenge(scope)
        const may = repository === undefined || allowed(user, repository).includes(action)
        return may ? undefined : problem(403, 'DENIED', 'requested access to the resource is denied')
      }
      const token = tokens.get(authorization?.replace(/^Bearer /, '') ?? '')
      if (!token || token.until < Date.now()) return challenge(scope)
      const may = repository === undefined || token.scopes.has(`${repository}:${action}`)
      return may ? undefined : challenge(scope, 'insufficient_scope')
    },
    issue(method, authorization, parameters) {
      const refresh = auth.refreshTokens?.[parameters.get('refresh_token') ?? '']
      const user = method === 'POST' ? refresh : userOf(authorization, auth)
      const isAnonymous = method === 'GET' && authorization === undefined
      if (user === undefined && !isAnonymous) return problem(401, 'UNAUTHORIZED', 'incorrect username or password')
      const scopes = parameters.getAll('scope').flatMap((scope) => scope.split(' '))
      const token = randomUUID()
      issued.push(token)
      const seconds = auth.tokenSeconds ?? 300
      tokens.set(token, { scopes: grant(scopes, user, allowed), until: Date.now() + seconds * 1000 })
      return json(200, { [method === 'POST' ? 'access_token' : 'token']: token, expires_in: seconds })
    },
    issued,
    forgetTokens: () => tokens.clear(),
  }
}

// As Docker's token server: what is not allowed is left out of the token without a word.
function grant(
  scopes: readonly string[],
  user: string | undefined,
  allowed: (user: string | undefined, repository: string) => readonly Action[],
): ReadonlySet<string> {
  const granted = scopes.flatMap((scope) => {
    const [, repository = '', actions = ''] = /^repository:(.+):([a-z,]+)$/.exec(scope) ?? []
    const may = allowed(user, repository)
    return may.filter((action) => actions.split(',').includes(action)).map((action) => `${repository}:${action}`)
  })
  return new Set(granted)
}

function userOf(authorization: string | undefined, { users }: AuthOptions): string | undefined {
  const encoded = /^Basic (.+)$/.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return undefined
  const [user = '', ...password] = Buffer.from(encoded, 'base64').toString().split(':')
  return Object.hasOwn(users, user) && users[user] === password.join(':') ? user : undefined
}
