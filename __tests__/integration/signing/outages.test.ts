import { X509Certificate } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  aSigningRun,
  aSubject,
  codeOf,
  failureOf,
  judged,
  patientClock,
  stored,
} from '../../support/sigstore/signing-run.ts'
import { type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'

let sigstore: Sigstore

beforeEach(async () => {
  sigstore = await startSigstore()
})
afterEach(() => sigstore.close())

const minute = 60_000

describe('a service that is away for a while', () => {
  it.each(['oidc', 'fulcio', 'rekor', 'tsa'] as const)('is waited for: %s', async (service) => {
    const clock = patientClock()
    sigstore.fail(service, () => (clock.elapsed < minute ? { status: 503, body: 'busy' } : undefined))
    const { signer, verifier, log } = await aSigningRun(sigstore, { clock })
    const subject = aSubject()
    const set = await signer.sign(subject)
    expect(await judged(verifier, subject, stored(set))).toEqual([])
    expect(log.lines[0]).toMatch(/503; trying again for another 10 minutes$/)
    expect(log.lines.length).toBeGreaterThan(1)
    expect(log.lines.length).toBeLessThan(8)
  })

  it.each(['reset', 'truncate', 'hang'] as const)('is asked again after a %s', async (fault) => {
    for (const service of ['fulcio', 'rekor', 'tsa'] as const) {
      sigstore.fail(service, ({ count }) => (count === 1 ? fault : undefined))
    }
    const { signer, verifier } = await aSigningRun(sigstore, { clock: patientClock(), attemptMs: 500 })
    const subject = aSubject()
    expect(await judged(verifier, subject, stored(await signer.sign(subject)))).toEqual([])
  })

  it('gets a new token for every attempt, for those live shorter than the outage', async () => {
    sigstore.fail('fulcio', ({ count }) => (count <= 3 ? { status: 502, body: '' } : undefined))
    const { signer, told } = await aSigningRun(sigstore, { clock: patientClock() })
    await signer.prepare()
    expect(new Set(sigstore.tokens).size).toBe(4)
    expect(told).toEqual(expect.arrayContaining([...sigstore.tokens]))
  })

  it('is answered with a new key and certificate when the log comes back after the end of the first', async () => {
    const clock = patientClock()
    sigstore.fail('rekor', () => (clock.elapsed < 9 * minute ? { status: 500, body: '' } : undefined))
    const { signer, verifier } = await aSigningRun(sigstore, { clock })
    const subject = aSubject()
    const set = await signer.sign(subject)
    expect(sigstore.certificates).toHaveLength(2)
    expect(Buffer.from(set.certificate)).toEqual(sigstore.certificates[1])
    const keys = sigstore.certificates.map((der) => new X509Certificate(der).publicKey.export({ format: 'jwk' }).x)
    expect(new Set(keys).size).toBe(2)
    expect(await judged(verifier, subject, stored(set))).toEqual([])
  })

  it('finds the entry that an earlier attempt made when its answer was lost', async () => {
    sigstore.fail('rekor', ({ method, count }) => (method === 'POST' && count <= 2 ? 'lose' : undefined))
    const { signer, verifier } = await aSigningRun(sigstore, { clock: patientClock() })
    const subject = aSubject()
    expect(await judged(verifier, subject, stored(await signer.sign(subject)))).toEqual([])
    const asked = sigstore.trace
      .filter(({ service }) => service === 'rekor')
      .map(({ method, status }) => `${method} ${status}`)
    expect(asked.sort()).toEqual(['GET 200', 'GET 200', 'POST 409', 'POST 409', 'POST undefined', 'POST undefined'])
  })

  it('waits until an entry that is known can also be read', async () => {
    sigstore.fail('rekor', ({ method, count }) => {
      if (method === 'POST') return count <= 2 ? 'lose' : undefined
      return count <= 8 ? { status: 404, body: '{}' } : undefined
    })
    const { signer, verifier } = await aSigningRun(sigstore, { clock: patientClock() })
    const subject = aSubject()
    expect(await judged(verifier, subject, stored(await signer.sign(subject)))).toEqual([])
  })
})

describe('a service that stays away', () => {
  it.each([
    ['oidc', '127.0.0.1'],
    ['fulcio', 'Fulcio at 127.0.0.1'],
    ['rekor', 'Rekor at 127.0.0.1'],
    ['tsa', 'the timestamp authority at 127.0.0.1'],
  ] as const)('ends the run unsigned: %s', async (service, name) => {
    const clock = patientClock()
    sigstore.fail(service, { status: 502, body: '' })
    const { signer } = await aSigningRun(sigstore, { clock, timeoutMs: 2 * minute })
    const error = await failureOf(signer.sign(aSubject()))
    expect([error.code, error.kind]).toEqual(['SIGSTORE_UNAVAILABLE', 'remote'])
    expect(error.message).toContain(name)
    expect(error.message).toMatch(/502, and did so for 2 minutes$/)
    expect(clock.elapsed).toBeGreaterThanOrEqual(2 * minute)
    expect(clock.elapsed).toBeLessThan(2.2 * minute)
  })

  it('is given up once for all charts, not once for each', async () => {
    const clock = patientClock()
    sigstore.fail('rekor', { status: 502, body: '' })
    const { signer } = await aSigningRun(sigstore, { clock, timeoutMs: 10 * minute })
    const ends = await Promise.allSettled(Array.from({ length: 40 }, () => signer.sign(aSubject())))
    expect(ends.every(({ status }) => status === 'rejected')).toBe(true)
    expect(clock.elapsed).toBeLessThan(11 * minute)
  })

  it('is not waited for when nobody answers and no time is left', async () => {
    const { signer } = await aSigningRun(sigstore, { clock: patientClock(), timeoutMs: 0 })
    sigstore.fail('fulcio', 'reset')
    expect(await codeOf(signer.prepare())).toBe('SIGSTORE_UNAVAILABLE')
  })
})

describe('a refusal', () => {
  it('of Fulcio ends the run at once, with the reason that it gave', async () => {
    const clock = patientClock()
    sigstore.fail('fulcio', { status: 403, body: '{"code":7,"message":"issuer is\\nnot trusted"}' })
    const { signer } = await aSigningRun(sigstore, { clock })
    const error = await failureOf(signer.prepare())
    expect(error.code).toBe('SIGSTORE_REFUSED')
    expect(error.message).toMatch(/^Fulcio at 127\.0\.0\.1:\d+ refused with 403: issuer is not trusted$/)
    expect(clock.elapsed).toBe(0)
  })

  it('of the log or the timestamp authority ends it too', async () => {
    const { signer } = await aSigningRun(sigstore, { clock: patientClock() })
    sigstore.fail('tsa', { status: 400, body: 'no such policy' })
    expect((await failureOf(signer.sign(aSubject()))).message).toContain('refused with 400: no such policy')
    sigstore.fail('tsa', undefined)
    sigstore.fail('rekor', { status: 400, body: '{"message":"entry not allowed"}' })
    expect((await failureOf(signer.sign(aSubject()))).message).toContain('refused with 400: entry not allowed')
  })

  it('says nothing of a redirect, and does not follow it', async () => {
    sigstore.fail('fulcio', { status: 307, body: '', headers: { location: sigstore.urls.rekor } })
    const { signer } = await aSigningRun(sigstore, { clock: patientClock() })
    expect(await codeOf(signer.prepare())).toBe('SIGSTORE_INVALID_ANSWER')
    expect(sigstore.count('rekor')).toBe(0)
  })
})
