import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Fault } from '../support/sigstore/service.ts'
import {
  aSigningRun,
  aSubject,
  everythingIn,
  failureOf,
  judged,
  patientClock,
  stored,
} from '../support/sigstore/signing-run.ts'
import { defaultClaims, type Sigstore, startSigstore } from '../support/sigstore/sigstore.ts'

let sigstore: Sigstore

beforeEach(async () => {
  sigstore = await startSigstore()
})
afterEach(() => sigstore.close())

interface Entry {
  readonly verification: { readonly inclusionProof: object }
}

/** The real answer with its (only) log entry changed. */
function changedEntry(change: (entry: Entry) => void): Fault {
  return {
    change(answer) {
      const entries = JSON.parse(String(answer.body)) as Record<string, Entry>
      for (const entry of Object.values(entries)) change(entry)
      return { ...answer, body: JSON.stringify(entries) }
    },
  }
}

const set = (entry: object, key: string, value: unknown) => void Object.assign(entry, { [key]: value })

async function refusal(fault: Fault, service: 'rekor' | 'fulcio' | 'tsa' = 'rekor') {
  sigstore.fail(service, fault)
  const { signer } = await aSigningRun(sigstore, { clock: patientClock(), timeoutMs: 1_000 })
  const error = await failureOf(signer.sign(aSubject()))
  return `${error.code}: ${error.message}`
}

describe('a log whose answers prove nothing', () => {
  it('keeps another body than what was sent', async () => {
    const other = Buffer.from('{"apiVersion":"0.0.1","kind":"hashedrekord","spec":{}}').toString('base64')
    expect(await refusal(changedEntry((entry) => set(entry, 'body', other)))).toMatch(
      /^SIGSTORE_INVALID_ANSWER: Rekor at .* logged something else than what was sent$/,
    )
  })

  it('answers with the entry of another chart', async () => {
    let first: string | undefined
    const replay: Fault = {
      change(answer) {
        first ??= String(answer.body)
        return { ...answer, body: first }
      },
    }
    expect(await refusal(replay)).toContain('logged something else than what was sent')
  })

  it('gives no signed entry timestamp', async () => {
    const without = changedEntry((entry) =>
      set(entry, 'verification', { ...entry.verification, signedEntryTimestamp: undefined }),
    )
    expect(await refusal(without)).toContain('gave no signed entry timestamp')
  })

  it('gives a signed entry timestamp by another key', async () => {
    const stranger = await startSigstore()
    const { signer } = await aSigningRun(stranger)
    const { legacy } = await signer.sign(aSubject())
    const foreign = JSON.parse(legacy?.annotations['dev.sigstore.cosign/bundle'] ?? '').SignedEntryTimestamp
    await stranger.close()
    const swapped = changedEntry((entry) => set(entry.verification, 'signedEntryTimestamp', foreign))
    expect(await refusal(swapped)).toMatch(/^SIGSTORE_INVALID_ANSWER: .*inclusion promise could not be verified/)
  })

  it('gives a signed entry timestamp for another time', async () => {
    const later = changedEntry((entry) => set(entry, 'integratedTime', 1_700_000_000))
    expect(await refusal(later)).toContain('SIGSTORE_INVALID_ANSWER')
  })

  it('gives no inclusion proof', async () => {
    const without = changedEntry((entry) =>
      set(entry, 'verification', { ...entry.verification, inclusionProof: undefined }),
    )
    expect(await refusal(without)).toContain('gave no inclusion proof')
  })

  it('gives an inclusion proof that leads to another root', async () => {
    const wrong = changedEntry((entry) => {
      const { inclusionProof } = entry.verification
      set(inclusionProof, 'hashes', ['0'.repeat(64)])
      set(inclusionProof, 'treeSize', 2)
    })
    expect(await refusal(wrong)).toContain('SIGSTORE_INVALID_ANSWER')
  })

  it.each([
    ['no JSON', '<html>'],
    ['nothing', ''],
    ['null', 'null'],
    ['an empty object', '{}'],
    ['a list', '[]'],
    ['numbers where texts belong', '{"a":{"body":1,"integratedTime":"x","logID":[],"logIndex":-1}}'],
    ['two entries', '{"a":{},"b":{}}'],
  ])('answers with %s', async (_what, body) => {
    expect(await refusal({ status: 201, body })).toContain('SIGSTORE_INVALID_ANSWER')
  })

  it('says that the entry exists, but not where', async () => {
    expect(await refusal({ status: 409, body: '{}' })).toContain('says that the entry exists, but not where')
  })

  it('sends us to another host for an entry that exists, where we do not go', async () => {
    const stranger = await startSigstore()
    const location = `${stranger.urls.rekor}/api/v1/log/entries/${'a'.repeat(64)}`
    expect(await refusal({ status: 409, body: '', headers: { location } })).toContain('SIGSTORE')
    expect(stranger.count('rekor')).toBe(0)
    await stranger.close()
  })
})

describe('a Fulcio whose answers prove nothing', () => {
  it('certifies another key', async () => {
    const { signer } = await aSigningRun(sigstore)
    await signer.prepare()
    let first: string | undefined
    sigstore.fail('fulcio', {
      change(answer) {
        first ??= String(answer.body)
        return { ...answer, body: first }
      },
    })
    const again = () => aSigningRun(sigstore, { clock: patientClock() }).then((run) => run.signer.prepare())
    await again()
    expect((await failureOf(again())).message).toContain('certified another key than the one that was sent')
  })

  it('gives certificates of a root that is not trusted', async () => {
    const stranger = await startSigstore()
    const { services } = await aSigningRun(sigstore)
    const mixed = { ...services, fulcio: { ...services.fulcio, url: stranger.urls.fulcio } }
    const { secrets, http, clock, log } = await aSigningRun(stranger)
    const { createIdentityProvider } = await import('../../src/platform/oidc.ts')
    const identity = createIdentityProvider({ environment: stranger.environment, http, secrets })
    const { createKeylessSigner } = await import('../../src/signing/keyless.ts')
    const signer = createKeylessSigner({ http, clock, log, identity, secrets, services: mixed, timeoutMs: 0 })
    const error = await failureOf(signer.sign(aSubject()))
    expect(error.message).toContain('does not make valid signatures')
    await stranger.close()
  })

  it('gives certificates that have run out already', async () => {
    sigstore.turnClock('fulcio', -20 * 60_000)
    const { signer } = await aSigningRun(sigstore, { clock: patientClock() })
    expect((await failureOf(signer.sign(aSubject()))).message).toContain('does not make valid signatures')
  })

  it.each(['', 'null', '{"signedCertificateEmbeddedSct":{"chain":{"certificates":[]}}}', '{"chain":"garbage"}'])(
    'answers with %j',
    async (body) => {
      expect(await refusal({ status: 200, body }, 'fulcio')).toContain('SIGSTORE_INVALID_ANSWER')
    },
  )

  it('answers with a certificate that is none', async () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from('hello').toString('base64')}\n-----END CERTIFICATE-----\n`
    const body = JSON.stringify({ signedCertificateEmbeddedSct: { chain: { certificates: [pem] } } })
    expect(await refusal({ status: 200, body }, 'fulcio')).toContain('is no X.509 certificate')
  })
})

describe('a timestamp authority whose answers prove nothing', () => {
  it('answers with garbage', async () => {
    expect(await refusal({ status: 200, body: 'hello' }, 'tsa')).toContain('answered without a timestamp')
  })

  it('stamps something else', async () => {
    let first: Buffer | undefined
    const replay: Fault = {
      change(answer) {
        first ??= Buffer.from(answer.body)
        return { ...answer, body: first }
      },
    }
    expect(await refusal(replay, 'tsa')).toContain('timestamp could not be verified')
  })

  it('stamps a time at which the certificate was not valid', async () => {
    sigstore.turnClock('tsa', 60 * 60_000)
    const { signer } = await aSigningRun(sigstore, { clock: patientClock() })
    expect((await failureOf(signer.sign(aSubject()))).message).toContain('does not make valid signatures')
  })
})

describe('an answer without end', () => {
  it('is cut off', async () => {
    const body = Buffer.alloc(5_000_000, 'a')
    sigstore.fail('fulcio', { status: 200, body })
    const { signer } = await aSigningRun(sigstore, { clock: patientClock(), timeoutMs: 1_000 })
    expect((await failureOf(signer.prepare())).message).toContain('larger than the limit')
  })
})

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

describe('what a signer returned', () => {
  it('is not among what is judged when nothing was stored', async () => {
    const { verifier } = await aSigningRun(sigstore)
    expect(await judged(verifier, aSubject(), stored())).toEqual(['legacy', 'bundle'])
  })
})
