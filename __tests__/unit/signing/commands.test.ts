import { execFileSync } from 'node:child_process'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { verifyCommand, verifyFlags } from '../../../src/signing/commands.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const subject = 'https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main'
const pinned = `ghcr.io/acme/charts/app@sha256:${'ab'.repeat(32)}`

describe('the command to verify with', () => {
  it('names issuer and identity', () => {
    expect(verifyCommand({ issuer, subject, sourceRepository: 'https://github.com/acme/charts' }, pinned)).toBe(
      `cosign verify --certificate-oidc-issuer ${issuer} --certificate-identity ${subject} ${pinned}`,
    )
  })

  it('names the repository too when a reusable workflow of another one signed', () => {
    const reusable = 'https://github.com/central/ci/.github/workflows/release.yml@refs/tags/v1'
    expect(verifyFlags({ issuer, subject: reusable, sourceRepository: 'https://github.com/acme/charts' })).toEqual([
      '--certificate-oidc-issuer',
      issuer,
      '--certificate-identity',
      reusable,
      '--certificate-github-workflow-repository',
      'acme/charts',
    ])
  })

  it('leaves it out where the certificate does not tell it', () => {
    expect(verifyFlags({ issuer, subject })).toHaveLength(4)
  })

  it('passes through a shell unharmed, whatever an identity holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...`a $'"\`\\!*;&|<>(){}[]#~@/é`), minLength: 1 }), (odd) => {
        const line = verifyCommand({ issuer: odd, subject: odd }, pinned).replace(/^cosign/, "printf '%s\\0'")
        const words = execFileSync('sh', ['-c', line]).toString().split('\0').slice(0, -1)
        expect(words).toEqual(['verify', ...verifyFlags({ issuer: odd, subject: odd }), pinned])
      }),
      { numRuns: 30 },
    )
  })
})
