import { describe, expect, it } from '@jest/globals'
import type { Claims } from '../../../src/signing/policy/claims.ts'
import { requireHostedRunner } from '../../../src/signing/policy/hosted-runner.ts'

const facts = { repository: 'acme/charts', ref: 'refs/heads/main', sha: 'a'.repeat(40), runId: '1001' }
const claims = { ...facts, runnerEnvironment: 'github-hosted' } as Claims

describe('the job that signs for every caller', () => {
  it('runs where GitHub says that it hosts it', () => {
    expect(() => requireHostedRunner(claims, facts)).not.toThrow()
  })

  it.each(['self-hosted', 'GitHub-Hosted', '', undefined])('does not run on a runner that is "%s"', (where) => {
    const attempt = () => requireHostedRunner({ ...claims, runnerEnvironment: where }, facts)
    expect(attempt).toThrow(expect.objectContaining({ code: 'RUNNER_NOT_HOSTED' }))
  })

  it.each<[string, Partial<typeof facts>]>([
    ['GITHUB_REPOSITORY', { repository: 'evil/charts' }],
    ['GITHUB_REF', { ref: 'refs/heads/other' }],
    ['GITHUB_SHA', { sha: 'b'.repeat(40) }],
    ['GITHUB_RUN_ID', { runId: '7' }],
  ])('does not believe a %s that the token does not say', (name, poisoned) => {
    const attempt = () => requireHostedRunner(claims, { ...facts, ...poisoned })
    expect(attempt).toThrow(expect.objectContaining({ code: 'ENVIRONMENT_INVALID' }))
    expect(attempt).toThrow(name)
  })
})
