import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ReleaseError } from '../../../src/model/errors.ts'
import { readClaims } from '../../../src/signing/policy/claims.ts'
import { publicLogProblem } from '../../../src/signing/policy/consent.ts'
import { githubInstance, instanceProblem } from '../../../src/signing/policy/github-instance.ts'
import { ourIdentity } from '../../../src/signing/policy/ownership.ts'
import { defaultClaims } from '../../support/sigstore/issuer.ts'

function token(claims: unknown): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '').toString('base64url')
  return `${encode({ alg: 'RS256' })}.${encode(claims)}.c2ln`
}

function refusal(work: () => unknown): ReleaseError {
  try {
    work()
  } catch (error) {
    if (error instanceof ReleaseError) return error
    throw error
  }
  throw new Error('expected a ReleaseError')
}

describe('the claims of a token', () => {
  it('are read', () => {
    expect(readClaims(token(defaultClaims))).toEqual({
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:acme/charts:ref:refs/heads/main',
      repository: 'acme/charts',
      repositoryId: '4711',
      repositoryVisibility: 'public',
      jobWorkflowRef: 'acme/charts/.github/workflows/release.yml@refs/heads/main',
      workflowRef: 'acme/charts/.github/workflows/release.yml@refs/heads/main',
      sha: 'a'.repeat(40),
      ref: 'refs/heads/main',
      eventName: 'push',
      runId: '1001',
      runAttempt: '1',
      runnerEnvironment: 'github-hosted',
    })
  })

  it.each([
    ['repository_id', { ...defaultClaims, repository_id: 4711 }],
    ['repository_visibility', { ...defaultClaims, repository_visibility: 'secret' }],
    ['repository', { ...defaultClaims, repository: 'acme/charts\n::error::' }],
    ['sub', { ...defaultClaims, sub: 'x'.repeat(3_000) }],
    ['iss', { ...defaultClaims, iss: undefined }],
  ])('are refused by name when %s is odd', (name, claims) => {
    const error = refusal(() => readClaims(token(claims)))
    expect(error.code).toBe('OIDC_TOKEN_INVALID')
    expect(error.message).toBe(`The identity token lacks usable claims: ${name}`)
  })

  it('are never half read, whatever the token is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((text) => `a.${Buffer.from(text).toString('base64url')}.b`),
        ),
        (text) => {
          expect(refusal(() => readClaims(text)).code).toBe('OIDC_TOKEN_INVALID')
        },
      ),
    )
  })

  it('say whose signatures are ours', () => {
    // As a certificate has it for a run inside a reusable workflow.
    const subject = 'https://github.com/shared/workflows/.github/workflows/release.yml@refs/tags/v1'
    expect(ourIdentity(readClaims(token(defaultClaims)), { serverUrl: 'https://github.com', subject }, [])).toEqual({
      issuer: 'https://token.actions.githubusercontent.com',
      repositoryId: '4711',
      repositoryUrl: 'https://github.com/acme/charts',
      workflow: 'https://github.com/shared/workflows/.github/workflows/release.yml',
      trusted: [],
    })
  })
})

describe('consent to the public log', () => {
  const repository = 'acme/charts'

  it.each([
    ['public', undefined],
    ['public', true],
    ['private', true],
    ['internal', true],
    [undefined, true],
  ] as const)('%s repository, public-log %s: signed', (repositoryVisibility, publicLog) => {
    expect(publicLogProblem({ repository, repositoryVisibility }, publicLog)).toBeUndefined()
  })

  it.each([
    ['private', undefined],
    ['internal', undefined],
    [undefined, undefined],
    ['public', false],
    ['private', false],
  ] as const)('%s repository, public-log %s: refused with the YAML to add', (repositoryVisibility, publicLog) => {
    const problem = publicLogProblem({ repository, repositoryVisibility }, publicLog)
    expect([problem?.code, problem?.kind]).toEqual(['PUBLIC_LOG_CONSENT', 'config'])
    expect(problem?.hint).toContain('with:\n    public-log: true')
  })
})

describe('the GitHub instance', () => {
  it.each([
    ['https://github.com', 'github.com', 'https://token.actions.githubusercontent.com'],
    ['https://octo.ghe.com', 'ghe.com', 'https://token.actions.octo.ghe.com'],
    ['https://git.corp.example', 'server', 'https://git.corp.example/_services/token'],
  ])('%s is %s with the issuer %s', (url, kind, issuer) => {
    expect(githubInstance(url)).toMatchObject({ kind, issuer })
  })

  it('needs a private Sigstore where the public one does not know it', () => {
    expect(instanceProblem('https://github.com', false)).toBeUndefined()
    expect(instanceProblem('https://git.corp.example', true)).toBeUndefined()
    const problem = instanceProblem('https://git.corp.example', false)
    expect([problem?.code, problem?.kind]).toEqual(['SIGSTORE_NO_PUBLIC_INSTANCE', 'config'])
    expect(problem?.message).toContain('https://git.corp.example/_services/token')
    expect(problem?.hint).toContain('sigstore-signing-config:')
  })
})
