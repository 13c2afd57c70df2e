import { ReleaseError } from '../../../model/errors.ts'
import type { Http, HttpResponse } from '../../../ports/http.ts'
import type { Clock } from '../../../ports/process.ts'
import type { Secrets } from '../../../ports/runner.ts'
import { basicHeader, type Credential } from '../credentials/credential.ts'
import { jsonIn } from './answers.ts'
import type { Endpoint } from './endpoint.ts'
import { refusal } from './errors.ts'

/** An access token, with the moment of the monotonic clock until which it is used. */
export interface Token {
  readonly value: string
  readonly goodUntil: number
}

/** Whose token server is asked, and what with. */
export interface TokenContext {
  readonly endpoint: Endpoint
  readonly http: Http
  readonly clock: Clock
  readonly secrets: Secrets
}

export interface TokenRequest {
  /** Checked by `acceptRealm`. */
  readonly realm: URL
  readonly service: string | undefined
  /** The push scope first: some registries look at the first only (formats.md 8.1). */
  readonly scopes: readonly string[]
  readonly credential: Credential | undefined
}

const CLIENT_ID = 'release-charts'
const MAX_ANSWER_BYTES = 1024 * 1024
// The token specification's default when a server does not say.
const DEFAULT_SECONDS = 60
const SPARE_SHARE = 0.2
const LONGEST_SPARE_SECONDS = 60

/**
 * Gets an access token: by GET with user and password (or as anybody), by POST with a refresh token. The token is told
 * to `secrets`. Fails with `REGISTRY_UNAUTHORIZED`, `REGISTRY_DENIED`, `REGISTRY_ANSWER_INVALID` and others of `refusal`.
 */
export async function fetchToken(request: TokenRequest, context: TokenContext): Promise<Token> {
  const { credential } = request
  const asked = context.clock.monotonic()
  const response =
    credential?.kind === 'identity'
      ? await exchangeRefreshToken(request, credential.token, context)
      : await requestByGet(request, context)
  if (response.status !== 200) {
    const what = 'no token was given for it'
    throw refusal(response, { host: context.endpoint.host, what, source: credential?.source })
  }
  const { value, seconds } = tokenIn(response, context.endpoint.host)
  context.secrets.add(value)
  const spare = Math.min(seconds * SPARE_SHARE, LONGEST_SPARE_SECONDS)
  return { value, goodUntil: asked + (seconds - spare) * 1000 }
}

function requestByGet(
  { realm, service, scopes, credential }: TokenRequest,
  context: TokenContext,
): Promise<HttpResponse> {
  const url = new URL(realm)
  if (service !== undefined) url.searchParams.set('service', service)
  for (const scope of scopes) url.searchParams.append('scope', scope)
  const headers: Record<string, string> =
    credential?.kind === 'basic' ? { authorization: basicHeader(credential.username, credential.password) } : {}
  return context.http.send({ method: 'GET', url: url.href, headers, ...requestLimits(context) })
}

function exchangeRefreshToken(
  request: TokenRequest,
  refreshToken: string,
  context: TokenContext,
): Promise<HttpResponse> {
  const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: CLIENT_ID })
  if (request.service !== undefined) form.set('service', request.service)
  form.set('scope', request.scopes.join(' '))
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return context.http.send({
    method: 'POST',
    url: request.realm.href,
    headers,
    body: form.toString(),
    ...requestLimits(context),
  })
}

function requestLimits({ endpoint }: TokenContext) {
  return { namedBy: endpoint.origin, maxBytes: MAX_ANSWER_BYTES, attempts: 5 } as const
}

function tokenIn(response: HttpResponse, host: string): { readonly value: string; readonly seconds: number } {
  const { access_token, token, expires_in } = jsonIn(response, host)
  const value = typeof access_token === 'string' && access_token !== '' ? access_token : token
  // It goes into a header: nothing that could end one.
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) {
    throw new ReleaseError('REGISTRY_ANSWER_INVALID', `The token server of ${host} answered without a token`)
  }
  const seconds = typeof expires_in === 'number' && expires_in > 0 ? expires_in : DEFAULT_SECONDS
  return { value, seconds }
}
