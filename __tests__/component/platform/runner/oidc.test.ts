import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createIdentityProvider } from '../../../../src/platform/runner/oidc.ts'
import { everythingIn, failureOf, networkTools, patientClock } from '../../../support/sigstore/signing-run.ts'
import { type Sigstore, startSigstore } from '../../../support/sigstore/sigstore.ts'

let sigstore: Sigstore

beforeEach(async () => {
  sigstore = await startSigstore()
})
afterEach(() => sigstore.close())

function aProvider(environment: Readonly<Record<string, string>> = sigstore.environment) {
  const tools = networkTools(patientClock())
  return { ...tools, provider: createIdentityProvider({ ...tools, environment }) }
}

describe('a job with id-token: write', () => {
  it('gets a new token for the audience each time, and the log never shows one', async () => {
    const { provider, told, secrets } = aProvider()
    expect(provider.available).toBe(true)
    const [first, second] = [await provider.token('sigstore'), await provider.token('a & b')]
    const audience = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).aud
    expect([audience(first), audience(second)]).toEqual(['sigstore', 'a & b'])
    expect(told).toEqual([sigstore.environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN, first, second])
    expect(secrets.redact(`it is ${first}`)).toBe('it is ***')
  })

  it('asks again when the endpoint stumbles', async () => {
    sigstore.fail('oidc', ({ count }) => (count < 3 ? { status: 500, body: '' } : undefined))
    const { provider } = aProvider()
    expect(await provider.token('sigstore')).toMatch(/^eyJ/)
  })
})

describe('a job without it', () => {
  it.each([{}, { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x.example' }, { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' }])(
    'is told which YAML to add (%j)',
    async (environment) => {
      const { provider } = aProvider(environment as Record<string, string>)
      expect(provider.available).toBe(false)
      const error = await failureOf(provider.token('sigstore'))
      expect([error.code, error.kind]).toEqual(['OIDC_UNAVAILABLE', 'config'])
      expect(error.hint).toContain('permissions:\n    contents: read\n    id-token: write')
      expect(error.hint).toContain('pull request of a fork')
      expect(sigstore.count('oidc')).toBe(0)
    },
  )
})

describe('an endpoint that gives no token', () => {
  it.each([
    ['refuses', { status: 403, body: 'no' }, 'OIDC_REFUSED', /refused an identity token: it answered 403$/],
    ['is away', { status: 503, body: '' }, 'OIDC_FAILED', /answered 503$/],
    ['is gone', 'reset', 'OIDC_FAILED', /after 3 attempts: connection/],
    ['answers with HTML', { status: 200, body: '<html>' }, 'OIDC_FAILED', /answered without an identity token$/],
    ['answers with an empty object', { status: 200, body: '{}' }, 'OIDC_FAILED', /answered without an identity token$/],
    [
      'answers with a number',
      { status: 200, body: '{"value":7}' },
      'OIDC_FAILED',
      /answered without an identity token$/,
    ],
    ['answers with null', { status: 200, body: 'null' }, 'OIDC_FAILED', /answered without an identity token$/],
    ['answers without end', { status: 200, body: 'x'.repeat(100_000) }, 'OIDC_FAILED', /larger than the limit/],
    [
      'sends us elsewhere',
      { status: 302, body: '', headers: { location: 'https://evil.example' } },
      'OIDC_REFUSED',
      /302$/,
    ],
  ] as const)('%s: %s', async (_what, fault, code, message) => {
    sigstore.fail('oidc', fault)
    const { provider } = aProvider()
    const error = await failureOf(provider.token('sigstore'))
    expect(error.code).toBe(code)
    expect(error.message).toMatch(message)
    expect(everythingIn(error)).not.toContain(sigstore.environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN)
  })

  it('never has its broken answer quoted, for that may hold the token', async () => {
    sigstore.fail('oidc', { change: (answer) => ({ ...answer, body: `${answer.body}garbage` }) })
    const { provider } = aProvider()
    const error = await failureOf(provider.token('sigstore'))
    expect(everythingIn(error)).not.toContain('eyJ')
  })

  it('has an address that is none', async () => {
    const { provider } = aProvider({ ...sigstore.environment, ACTIONS_ID_TOKEN_REQUEST_URL: 'nonsense' })
    expect(await failureOf(provider.token('sigstore'))).toMatchObject({
      code: 'ENVIRONMENT_INVALID',
      message: 'ACTIONS_ID_TOKEN_REQUEST_URL does not hold a web address.',
    })
  })
})
