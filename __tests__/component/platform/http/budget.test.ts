import { describe, expect, it } from '@jest/globals'
import { ExchangeFailure } from '../../../../src/platform/http/exchange.ts'
import { persist } from '../../../../src/platform/http/retry.ts'
import { createThrottle } from '../../../../src/platform/http/throttle.ts'
import type { HttpRequest, HttpResponse } from '../../../../src/ports/http.ts'
import type { Clock } from '../../../../src/ports/process.ts'

const request: HttpRequest = { method: 'GET', url: 'https://registry.test/v2/' }
const empty: HttpResponse = { status: 200, headers: {}, body: new Uint8Array(), url: request.url }

/** A clock that only moves when somebody waits. */
function aClock() {
  let now = 0
  const pass = (milliseconds: number) => {
    now += milliseconds
  }
  const clock: Clock = {
    now: () => new Date(now),
    monotonic: () => now,
    sleep: async (milliseconds) => pass(milliseconds),
    random: () => 0,
  }
  return { clock, pass }
}

/** Sends with a server that takes so long for each answer and then fails in that way, or answers with that status. */
async function sent(tookMs: number, ends: string | number, more: Partial<HttpRequest> = {}) {
  const { clock, pass } = aClock()
  const given: number[] = []
  const ended = await persist(
    { ...request, ...more },
    { clock, throttle: createThrottle({ clock }) },
    async (withinMs) => {
      given.push(withinMs)
      pass(Math.min(tookMs, withinMs))
      if (typeof ends === 'number') return { ...empty, status: ends }
      throw new ExchangeFailure(tookMs >= withinMs ? 'DEADLINE' : ends, true)
    },
  ).catch((error: unknown) => error)
  return { given, ended }
}

describe('a request', () => {
  it('to a server that drips has one budget for all attempts, ten times its timeout', async () => {
    const { given, ended } = await sent(Number.POSITIVE_INFINITY, 'DEADLINE')
    expect(given).toEqual([300_000])
    expect(ended).toMatchObject({
      code: 'REMOTE_TIMEOUT',
      message: expect.stringContaining('the answer took too long'),
    })
  })

  it('to a server that breaks off late is repeated only within that budget', async () => {
    const { given, ended } = await sent(120_000, 'UND_ERR_BODY_TIMEOUT')
    expect(given).toEqual([300_000, 180_000, 60_000])
    expect(ended).toMatchObject({ code: 'REMOTE_TIMEOUT' })
  })

  it('to a server that fails late is answered with that failure when its budget is used up', async () => {
    const { given, ended } = await sent(30_000, 503, { timeoutMs: 5_000 })
    expect(given).toEqual([50_000, 20_000])
    expect(ended).toMatchObject({ status: 503 })
  })

  it('to a server that breaks off at once is repeated as often as before', async () => {
    expect((await sent(1, 'ECONNRESET')).given).toEqual([300_000, 299_999, 299_998, 299_997, 299_996])
  })
})
