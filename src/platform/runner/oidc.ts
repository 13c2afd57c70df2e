import { ReleaseError } from '../../model/errors.ts'
import type { Http, HttpResponse } from '../../ports/http.ts'
import type { Environment } from '../../ports/process.ts'
import type { IdentityProvider, Secrets } from '../../ports/runner.ts'

export interface IdentityProviderOptions {
  readonly environment: Environment
  readonly http: Http
  readonly secrets: Pick<Secrets, 'add'>
}

const maxBytes = 64 * 1024
const timeoutMs = 10_000
const attempts = 3

const permissions = `Add this to the job:
  permissions:
    contents: read
    id-token: write
and everything else that it needs, for GitHub takes away what is not named: \`contents: write\` to push bumps, tags and
releases, \`packages: write\` for ghcr.io.
GitHub does not give it to workflows that run for a pull request of a fork.`

/**
 * The identity tokens of this job, from the endpoint that the runner names
 * (https://docs.github.com/actions/reference/security/oidc). Tokens and the key to the endpoint are added to `secrets`
 * first. Fails with `OIDC_UNAVAILABLE` (no permission), `OIDC_REFUSED` (the endpoint refuses), `OIDC_FAILED`
 * (unavailable, or garbage).
 */
export function createIdentityProvider({ environment, http, secrets }: IdentityProviderOptions): IdentityProvider {
  const url = environment.ACTIONS_ID_TOKEN_REQUEST_URL ?? ''
  const key = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? ''
  const available = url !== '' && key !== ''
  secrets.add(key)
  return {
    available,
    async token(audience) {
      if (!available) throw unavailable()
      if (!/^[\x21-\x7e]+$/.test(key)) throw invalid('ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'a token')
      const response = await ask(http, addressFor(url, audience), key)
      const token = tokenIn(response)
      secrets.add(token)
      return token
    },
  }
}

function unavailable(): ReleaseError {
  const message = 'This job may not ask for an identity token, and keyless signing needs one.'
  return new ReleaseError('OIDC_UNAVAILABLE', message, { hint: permissions })
}

function addressFor(url: string, audience: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (!address || !['http:', 'https:'].includes(address.protocol))
    throw invalid('ACTIONS_ID_TOKEN_REQUEST_URL', 'a web address')
  address.searchParams.set('audience', audience)
  return address.href
}

/** The address may have a key in its query, and the token is one: neither is shown. */
function invalid(name: string, expected: string): ReleaseError {
  return new ReleaseError('ENVIRONMENT_INVALID', `${name} does not hold ${expected}.`, {
    hint: 'The runner sets it by itself for a job with `id-token: write`: do not set it in `env`.',
  })
}

async function ask(http: Http, url: string, key: string): Promise<HttpResponse> {
  const { host } = new URL(url)
  const headers = { accept: 'application/json', authorization: `Bearer ${key}` }
  const response = await http.send({ method: 'GET', url, headers, maxBytes, timeoutMs, attempts }).catch((cause) => {
    const [why, hint] = cause instanceof ReleaseError ? [cause.message, cause.hint] : ['the request failed']
    throw new ReleaseError('OIDC_FAILED', `No identity token could be had: ${why}`, { cause, hint })
  })
  const { status } = response
  if (status === 200) return response
  if (status === 408 || status === 429 || status >= 500) {
    throw new ReleaseError('OIDC_FAILED', `No identity token could be had: ${host} answered ${status}`)
  }
  throw new ReleaseError('OIDC_REFUSED', `${host} refused an identity token: it answered ${status}`, {
    hint: permissions,
  })
}

/** The body is never quoted: it contains the token. */
function tokenIn({ body, url }: HttpResponse): string {
  try {
    const answer: unknown = JSON.parse(Buffer.from(body).toString())
    const value = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined
    if (typeof value === 'string' && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) return value
  } catch {
    // A parser quotes input that it cannot read.
  }
  throw new ReleaseError('OIDC_FAILED', `${new URL(url).host} answered without an identity token`)
}
