import { createMemo } from '../../../model/async/memoize.ts'
import type { Http, HttpResponse } from '../../../ports/http.ts'
import { basicHeader, type FindCredential } from '../credentials/credential.ts'
import { type Challenge, parseChallenge } from './challenge.ts'
import type { Endpoint } from './endpoint.ts'
import { refusal } from './errors.ts'
import { acceptRealm } from './realm.ts'
import { fetchToken, type Token, type TokenContext } from './token.ts'

export type Access = 'pull' | 'push'

export interface AuthorizationContext extends TokenContext {
  readonly credentials: FindCredential
  readonly tokenRealms: readonly string[]
}

/** Knows how a registry wants to be asked, and holds the tokens of this client. */
export interface Authorization {
  /** The value of the Authorization header for a request; `undefined`: none is needed or there is none to give. */
  header(repository: string, access: Access): Promise<string | undefined>
  /** Learns from a 401; false when asking again would be the same question. */
  learn(response: HttpResponse, repository: string, access: Access): Promise<boolean>
}

/**
 * Authorization for one registry. Concurrent requests share one look at `/v2/` and one token per set of scopes.
 * Fails with `REGISTRY_REALM_REFUSED`, `REGISTRY_UNAUTHORIZED`, `REGISTRY_DENIED`, `REGISTRY_ANSWER_INVALID` and `remote` errors.
 */
export function createAuthorization(context: AuthorizationContext): Authorization {
  const { endpoint, http, clock } = context
  const tokens = new Map<string, Promise<Token>>()
  // Scopes that the registry asked for beside the usual ones.
  const demanded = new Map<string, readonly string[]>()
  const challenge = createMemo<Challenge>()
  const current = () => challenge.get(() => askForChallenge(http, endpoint))

  // Waits for a token that is under way, so that concurrent requests share it.
  async function held(scope: string): Promise<string | undefined> {
    const known = tokens.get(scope)
    const token = await known?.catch(() => undefined)
    if (token && token.goodUntil > clock.monotonic()) return token.value
    if (tokens.get(scope) === known) tokens.delete(scope)
    return undefined
  }

  async function tokenFor(wanted: Bearer, repository: string, access: Access): Promise<string> {
    const scope = scopeOf(repository, access)
    // A token that may push may also pull: one token for a chart that is being released.
    const found = (await held(scope)) ?? (access === 'pull' ? await held(scopeOf(repository, 'push')) : undefined)
    if (found !== undefined) return found
    const shared = tokens.get(scope) ?? fetchFresh(wanted, repository, scope)
    tokens.set(scope, shared)
    return (await shared).value
  }

  async function fetchFresh(wanted: Bearer, repository: string, scope: string): Promise<Token> {
    const scopes = [...new Set([scope, ...(demanded.get(scope) ?? [])])]
    const realm = acceptRealm(wanted.realm, endpoint, context.tokenRealms)
    const credential = await context.credentials(repository)
    return fetchToken({ realm, service: wanted.service, scopes, credential }, context)
  }

  return {
    async header(repository, access) {
      const wanted = await current()
      if (wanted.scheme === 'none') return undefined
      const credential = await context.credentials(repository)
      if (wanted.scheme === 'basic')
        return credential?.kind === 'basic' ? basicHeader(credential.username, credential.password) : undefined
      if (credential?.kind === 'bearer') return `Bearer ${credential.token}`
      return `Bearer ${await tokenFor(wanted, repository, access)}`
    },
    async learn(response, repository, access) {
      const next = parseChallenge(response.headers['www-authenticate'])
      if (!next || next.scheme === 'none') return false
      const before = await current()
      void challenge.hold(Promise.resolve(next))
      if (next.scheme === 'basic')
        return before.scheme !== 'basic' && (await context.credentials(repository)) !== undefined
      const scope = scopeOf(repository, access)
      demanded.set(scope, next.scopes)
      tokens.delete(scope)
      return (await context.credentials(repository))?.kind !== 'bearer' || before.scheme !== 'bearer'
    },
  }
}

type Bearer = Extract<Challenge, { readonly scheme: 'bearer' }>

function scopeOf(repository: string, access: Access): string {
  return `repository:${repository}:${access === 'push' ? 'pull,push' : 'pull'}`
}

async function askForChallenge(http: Http, endpoint: Endpoint): Promise<Challenge> {
  const response = await http.send({ method: 'GET', url: `${endpoint.origin}/v2/`, maxBytes: 64 * 1024 })
  const challenge = parseChallenge(response.headers['www-authenticate'])
  if (response.status === 401 && challenge) return challenge
  if (response.status === 401 || response.status === 429 || response.status >= 500) {
    throw refusal(response, { host: endpoint.host, what: 'The registry could not be asked', source: undefined })
  }
  // Anything else (some answer 404 or 403 here) says nothing yet; a 401 to the request itself will.
  return { scheme: 'none' }
}
