import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import type { HttpResponse } from '../../../../src/ports/http.ts'
import { createOutageRetry } from '../../../../src/signing/services/outages.ts'
import { codeOf, failureOf, keptLog, patientClock } from '../../../support/sigstore/signing-run.ts'

const service = { name: 'Rekor', url: 'https://rekor.example' }
const minute = 60_000

function answer(status: number, headers: Record<string, string> = {}): HttpResponse {
  return { status, headers, body: Buffer.alloc(0), url: service.url }
}

function anOutageRetry(timeoutMs = 10 * minute) {
  const clock = patientClock()
  const log = keptLog()
  return { clock, log, outageRetry: createOutageRetry({ clock, log, timeoutMs }) }
}

describe('a service that is away', () => {
  it('is told about every 20 seconds, with the time that is left', async () => {
    const { clock, log, outageRetry } = anOutageRetry()
    const send = async () => answer(clock.elapsed < 5 * minute ? 502 : 200)
    expect((await outageRetry.request({ service, send }))?.status).toBe(200)
    expect(log.lines[0]).toBe('Rekor at rekor.example answers 502; trying again for another 10 minutes')
    expect(log.lines.at(-1)).toMatch(/another [56] minutes$/)
    expect(log.lines.length).toBeGreaterThan(8)
    expect(log.lines.length).toBeLessThan(17)
  })

  it('is asked again after the pause that it asked for', async () => {
    const { clock, outageRetry } = anOutageRetry()
    const at: number[] = []
    const send = async () => {
      at.push(clock.elapsed)
      return at.length === 1 ? answer(429, { 'retry-after': '42' }) : answer(200)
    }
    await outageRetry.request({ service, send })
    expect(at).toEqual([0, 42_000])
  })

  it('may name a time instead, by its own clock', async () => {
    const { clock, outageRetry } = anOutageRetry()
    const at: number[] = []
    const wait = { 'retry-after': 'Sat, 03 Mar 2029 10:00:42 GMT', date: 'Sat, 03 Mar 2029 10:00:00 GMT' }
    const send = async () => {
      at.push(clock.elapsed)
      return at.length === 1 ? answer(503, wait) : answer(200)
    }
    await outageRetry.request({ service, send })
    expect(at).toEqual([0, 42_000])
  })

  it('cannot ask for an hour', async () => {
    const { clock, outageRetry } = anOutageRetry()
    let asked = 0
    await outageRetry.request({
      service,
      send: async () => (asked++ === 0 ? answer(503, { 'retry-after': '3600' }) : answer(200)),
    })
    expect(clock.elapsed).toBe(minute)
  })

  it('has its outage ended by one answer', async () => {
    const { clock, outageRetry } = anOutageRetry(minute)
    const ask = (times: number) => {
      let asked = 0
      return outageRetry.request({ service, send: async () => answer(asked++ < times ? 500 : 200) })
    }
    for (let round = 0; round < 10; round += 1) await ask(4)
    expect(clock.elapsed).toBeGreaterThan(minute)
  })

  it('is not waited for twice', async () => {
    const { clock, outageRetry } = anOutageRetry(minute)
    const send = async () => answer(500)
    expect(await codeOf(outageRetry.request({ service, send }))).toBe('SIGSTORE_UNAVAILABLE')
    const { elapsed } = clock
    expect(await codeOf(outageRetry.request({ service, send }))).toBe('SIGSTORE_UNAVAILABLE')
    expect(clock.elapsed).toBe(elapsed)
  })

  it('is no reason to give up on another one', async () => {
    const { outageRetry } = anOutageRetry(minute)
    await failureOf(outageRetry.request({ service, send: async () => answer(500) }))
    const other = { name: 'Fulcio', url: 'https://fulcio.example' }
    expect((await outageRetry.request({ service: other, send: async () => answer(201) }))?.status).toBe(201)
  })

  it('is left when waiting makes no sense any more', async () => {
    const { clock, outageRetry } = anOutageRetry()
    const worthwhile = () => clock.elapsed < minute
    expect(await outageRetry.request({ service, send: async () => answer(500), worthwhile })).toBeUndefined()
    expect(clock.elapsed).toBeLessThan(2 * minute)
  })
})

describe('what is no outage', () => {
  it.each([200, 201, 301, 400, 401, 403, 404, 409, 422])('%d is an answer', async (status) => {
    const { clock, outageRetry } = anOutageRetry()
    expect((await outageRetry.request({ service, send: async () => answer(status) }))?.status).toBe(status)
    expect(clock.elapsed).toBe(0)
  })

  it('is a certificate that a person must trust first', async () => {
    const { clock, outageRetry } = anOutageRetry()
    const untrusted = new ReleaseError('REMOTE_UNREACHABLE', 'its certificate is not trusted', {
      hint: 'Set NODE_EXTRA_CA_CERTS.',
    })
    expect(await codeOf(outageRetry.request({ service, send: () => Promise.reject(untrusted) }))).toBe(
      'REMOTE_UNREACHABLE',
    )
    expect(clock.elapsed).toBe(0)
  })

  it('is a bug of ours', async () => {
    const { outageRetry } = anOutageRetry()
    await expect(outageRetry.request({ service, send: () => Promise.reject(new TypeError('oops')) })).rejects.toThrow(
      TypeError,
    )
  })
})

describe('something that is not asked for by one request', () => {
  it('is waited for like a service, with a new attempt each time', async () => {
    const { clock, log, outageRetry } = anOutageRetry()
    let attempts = 0
    const attempt = async () => {
      attempts += 1
      if (clock.elapsed < minute) throw new ReleaseError('OIDC_FAILED', 'No identity token could be had')
      return `token ${attempts}`
    }
    expect(await outageRetry.run({ name: 'The issuer', attempt })).toBe(`token ${attempts}`)
    expect(attempts).toBeGreaterThan(3)
    expect(log.lines[0]).toBe('The issuer: No identity token could be had; trying again for another 10 minutes')
  })

  it('is given up in the end, and at once where a person has to do something', async () => {
    const { clock, outageRetry } = anOutageRetry(minute)
    const away = async () => {
      throw new ReleaseError('OIDC_FAILED', 'No identity token could be had')
    }
    expect(await codeOf(outageRetry.run({ name: 'The issuer', attempt: away }))).toBe('SIGSTORE_UNAVAILABLE')
    expect(clock.elapsed).toBe(minute)
    const forbidden = async () => {
      throw new ReleaseError('OIDC_UNAVAILABLE', 'This job may not ask', { hint: 'permissions' })
    }
    expect(await codeOf(outageRetry.run({ name: 'The issuer', attempt: forbidden }))).toBe('OIDC_UNAVAILABLE')
    expect(clock.elapsed).toBe(minute)
  })
})
