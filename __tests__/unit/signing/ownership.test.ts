import { describe, expect, it } from '@jest/globals'
import type { Claims } from '../../../src/signing/policy/claims.ts'
import { isOurs, ourIdentity } from '../../../src/signing/policy/ownership.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const own = 'https://github.com/acme/charts/.github/workflows/release.yml'
const shared = 'https://github.com/org/action/.github/workflows/release.yml'
const commit = 'a'.repeat(40)
const claims = { issuer, repository: 'acme/charts', repositoryId: '4711' } as Claims
const ours = (subject: string) => ourIdentity(claims, { serverUrl: 'https://github.com', subject }, [])
const signedBy = (subject: string, sourceRepositoryId = '4711') => ({ issuer, subject, sourceRepositoryId })

describe('a signature of a reusable workflow', () => {
  it.each(['refs/tags/v0', 'refs/heads/main', commit])('is ours if this repository called it, at @%s', (ref) => {
    expect(isOurs(signedBy(`${shared}@${ref}`), ours(`${shared}@refs/tags/v0`))).toBe(true)
    expect(isOurs(signedBy(`${shared}@refs/tags/v0`), ours(`${shared}@${ref}`))).toBe(true)
  })

  it('is not ours if another repository called it', () => {
    expect(isOurs(signedBy(`${shared}@refs/tags/v0`, '9'), ours(`${shared}@refs/tags/v0`))).toBe(false)
  })

  it('is not ours if this run is signed by another one', () => {
    expect(isOurs(signedBy(`${shared}@${commit}`), ours(`${own}@refs/heads/main`))).toBe(false)
  })

  it.each(['refs/pull/7/merge', 'main', commit.slice(1)])('is not ours at @%s', (ref) => {
    expect(isOurs(signedBy(`${shared}@${ref}`), ours(`${shared}@refs/tags/v0`))).toBe(false)
  })
})

describe('a signature of a workflow of this repository', () => {
  it.each(['refs/tags/v1', 'refs/heads/main'])('is ours at @%s', (ref) => {
    expect(isOurs(signedBy(`${own}@${ref}`), ours(`${own}@refs/heads/main`))).toBe(true)
  })

  it.each(['refs/pull/7/merge', commit])('is not ours at @%s, which may be what nobody merged', (ref) => {
    expect(isOurs(signedBy(`${own}@${ref}`), ours(`${own}@refs/heads/main`))).toBe(false)
    expect(isOurs(signedBy(`${own}@${ref}`), ours(`${own}@${ref}`))).toBe(false)
  })
})
