import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Fault } from '../../support/sigstore/service.ts'
import { aSigningRun, aSubject, failureOf, patientClock } from '../../support/sigstore/signing-run.ts'
import { type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'

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
    const { createIdentityProvider } = await import('../../../src/platform/runner/oidc.ts')
    const identity = createIdentityProvider({ environment: stranger.environment, http, secrets })
    const { createKeylessSigner } = await import('../../../src/signing/keyless.ts')
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
