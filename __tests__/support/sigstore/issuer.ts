import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign, verify } from 'node:crypto'
import type { Answer, ServiceRequest } from './service.ts'

/** The claims of GitHub's identity tokens that matter here; others may be added. */
export type Claims = Readonly<Record<string, string>>

export const githubIssuer = 'https://token.actions.githubusercontent.com'

/** What a push to main of acme/charts is told. */
export const defaultClaims: Claims = {
  sub: 'repo:acme/charts:ref:refs/heads/main',
  iss: githubIssuer,
  repository: 'acme/charts',
  repository_id: '4711',
  repository_owner: 'acme',
  repository_owner_id: '815',
  repository_visibility: 'public',
  job_workflow_ref: 'acme/charts/.github/workflows/release.yml@refs/heads/main',
  job_workflow_sha: 'a'.repeat(40),
  workflow_ref: 'acme/charts/.github/workflows/release.yml@refs/heads/main',
  workflow_sha: 'a'.repeat(40),
  workflow: 'release',
  sha: 'a'.repeat(40),
  ref: 'refs/heads/main',
  ref_type: 'branch',
  event_name: 'push',
  run_id: '1001',
  run_attempt: '1',
  run_number: '7',
  actor: 'octocat',
  runner_environment: 'github-hosted',
}

export interface Issuer {
  readonly environment: Readonly<Record<string, string>>
  /** The environment of one job, with claims of its own, so that several can run at once. */
  environmentFor(claims: Claims): Readonly<Record<string, string>>
  handle(request: ServiceRequest): Answer
  setClaims(claims: Claims): void
  /** The claims of a token that this issuer signed for this audience and that has not run out. */
  check(token: string, audience: string): Claims
  /** Every token that was given out. */
  readonly tokens: readonly string[]
}

// GitHub's tokens live five minutes.
const lifetimeSeconds = 300

/** An issuer with GitHub's token endpoint, discovery and keys. `url` is its own address; tokens are really signed. */
export function createIssuer(url: () => string, now: () => Date, first: Claims): Issuer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const keyId = createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 40)
  const requestToken = randomBytes(24).toString('base64url')
  const tokens: string[] = []
  const jobs = new Map<string, Claims>()
  let claims = first

  function claimsOf(authorization: string | undefined): Claims | undefined {
    const token = /^bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? ''
    return token === requestToken ? claims : jobs.get(token)
  }

  const environmentWith = (token: string) => ({
    ACTIONS_ID_TOKEN_REQUEST_URL: `${url()}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
  })

  function token(request: ServiceRequest): Answer {
    const own = claimsOf(request.headers.authorization)
    if (!own) return { status: 401, body: '{"message":"Unauthorized"}' }
    const seconds = Math.floor(now().getTime() / 1000)
    const audience = request.query.get('audience') ?? `https://github.com/${own.repository_owner}`
    const times = { nbf: seconds - 5, iat: seconds, exp: seconds + lifetimeSeconds }
    const value = signToken({ jti: randomBytes(8).toString('hex'), aud: audience, ...own, ...times }, privateKey, keyId)
    tokens.push(value)
    return { status: 200, body: JSON.stringify({ count: value.length, value }) }
  }

  function discovery(): Answer {
    const issuer = claims.iss
    const algorithms = {
      id_token_signing_alg_values_supported: ['RS256'],
      subject_types_supported: ['public', 'pairwise'],
    }
    return { status: 200, body: JSON.stringify({ issuer, jwks_uri: `${url()}/.well-known/jwks`, ...algorithms }) }
  }

  function keys(): Answer {
    const key = { ...publicKey.export({ format: 'jwk' }), kid: keyId, alg: 'RS256', use: 'sig' }
    return { status: 200, body: JSON.stringify({ keys: [key] }) }
  }

  return {
    get environment() {
      return environmentWith(requestToken)
    },
    environmentFor(own) {
      const token = randomBytes(24).toString('base64url')
      jobs.set(token, own)
      return environmentWith(token)
    },
    tokens,
    setClaims(next) {
      claims = next
    },
    handle(request) {
      if (request.path === '/token') return token(request)
      if (request.path === '/.well-known/openid-configuration') return discovery()
      if (request.path === '/.well-known/jwks') return keys()
      return { status: 404, body: '{}' }
    },
    check: (value, audience) => checkToken(value, publicKey, audience, now()),
  }
}

function signToken(claims: Readonly<Record<string, unknown>>, key: KeyObject, keyId: string): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${encode({ typ: 'JWT', alg: 'RS256', kid: keyId })}.${encode(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}

function checkToken(token: string, key: KeyObject, audience: string, now: Date): Claims {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const signed = Buffer.from(`${header}.${payload}`)
  if (!verify('sha256', signed, key, Buffer.from(signature, 'base64url'))) throw new Error('token: invalid signature')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims & { exp: number }
  if (claims.aud !== audience) throw new Error('token: expected another audience')
  if (claims.exp * 1000 < now.getTime()) throw new Error('token: expired')
  return claims
}
