import { describe, expect, it } from '@jest/globals'
import { verifyFlags } from '../../../src/signing/cosign-flags.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const subject = 'https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main'

describe('the flags to verify with', () => {
  it('names issuer and identity', () => {
    expect(verifyFlags({ issuer, subject, sourceRepository: 'https://github.com/acme/charts' })).toEqual([
      '--certificate-oidc-issuer',
      issuer,
      '--certificate-identity',
      subject,
    ])
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
})
