import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { aSigningRun, everythingIn, failureOf, patientClock } from '../../support/sigstore/signing-run.ts'
import { defaultClaims, type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'

let sigstore: Sigstore

beforeEach(async () => {
  sigstore = await startSigstore()
})
afterEach(() => sigstore.close())

describe('the token', () => {
  const forms: readonly ((token: string) => string)[] = [
    (token) => token,
    (token) => JSON.stringify({ code: 16, message: `could not verify ${token}` }),
    (token) => `<pre>${token.split('.').join(' . ')}</pre>`,
    (token) => encodeURIComponent(token),
    (token) => Buffer.from(token).toString('base64'),
    (token) => `payload ${token.split('.')[1]} is not for ${token.split('.')[2]}`,
    (token) => `x${token}y`.repeat(3),
    (token) => token.slice(0, 600),
    (token) => `${'x'.repeat(250)} ${token}`,
    (token) => `it was not ${token.slice(30)} that I wanted`,
    (token) => `{"sub": "...${token.slice(-300, -10)}"}`,
  ]

  it('is in no error, whatever a service makes of it', async () => {
    const body = fc.tuple(
      fc.nat(forms.length - 1),
      fc.string({ maxLength: 300 }),
      fc.constantFrom(400, 401, 403, 404, 500, 200),
    )
    const cases = fc.sample(body, { numRuns: 40, seed: 7 })
    for (const [form, before, status] of cases) {
      sigstore.fail('fulcio', () => {
        const token = sigstore.tokens.at(-1) ?? ''
        return { status, body: before + (forms[form]?.(token) ?? token) }
      })
      const { signer } = await aSigningRun(sigstore, { clock: patientClock(), timeoutMs: 1_000 })
      const shown = everythingIn(await failureOf(signer.prepare()))
      for (const part of (sigstore.tokens.at(-1) ?? '').split('.')) {
        expect(shown).not.toContain(part.slice(0, 24))
        expect(shown).not.toContain(part.slice(-24))
      }
    }
  })

  it('is in no line of the log either', async () => {
    const clock = patientClock()
    sigstore.fail('fulcio', () =>
      clock.elapsed < 60_000 ? { status: 503, body: sigstore.tokens.at(-1) ?? '' } : undefined,
    )
    const { signer, log } = await aSigningRun(sigstore, { clock })
    await signer.prepare()
    expect(log.lines.join('\n')).not.toContain('eyJ')
  })

  it('without the claims that a signature needs is refused by name of the claim', async () => {
    const { job_workflow_ref: _, ...others } = defaultClaims
    sigstore.setClaims(others)
    const { signer } = await aSigningRun(sigstore, { clock: patientClock() })
    const error = await failureOf(signer.prepare())
    expect(error.code).toBe('OIDC_TOKEN_INVALID')
    expect(error.message).toContain('job_workflow_ref')
    expect(sigstore.count('fulcio')).toBe(0)
  })
})
