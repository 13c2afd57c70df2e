import { describe, expect, it } from '@jest/globals'
import { createThrottle } from '../../../../src/platform/http/throttle.ts'
import type { HttpResponse } from '../../../../src/ports/http.ts'
import { keptLog, patientClock } from '../../../support/sigstore/signing-run.ts'

const host = 'registry.test'
const answer = (status: number, headers: Readonly<Record<string, string>> = {}): HttpResponse => ({
  status,
  headers,
  body: Buffer.alloc(0),
  url: `https://${host}/v2/`,
})

/** A server that takes `burst` requests at once and `perSecond` afterwards; it says when to come back as `createFinding` has it. */
function aBucket(
  { burst, perSecond }: { burst: number; perSecond: number },
  told = (): Record<string, string> => ({}),
) {
  const clock = patientClock()
  const log = keptLog()
  const throttle = createThrottle({ clock, log })
  const seen = { taken: 0, refused: 0, together: 0, most: 0 }
  const send = () =>
    throttle.send(host, async () => {
      seen.together += 1
      seen.most = Math.max(seen.most, seen.together)
      await new Promise((turn) => setImmediate(turn))
      seen.together -= 1
      clock.pass(5)
      const isFull = seen.taken >= burst + (clock.elapsed / 1000) * perSecond
      seen[isFull ? 'refused' : 'taken'] += 1
      return isFull ? answer(429, told()) : answer(200)
    })
  return { clock, log, seen, send, throttle }
}

const together = (count: number, send: () => Promise<HttpResponse>) =>
  Promise.all(Array.from({ length: count }, () => send()))

describe('a server that limits requests', () => {
  it.each([
    ['does not say when to come back', () => ({})],
    ['says it in seconds', () => ({ 'retry-after': '2' })],
    [
      'says it as a date',
      () => ({ date: 'Sat, 21 Nov 2026 12:00:00 GMT', 'retry-after': 'Sat, 21 Nov 2026 12:00:02 GMT' }),
    ],
  ])('gets hundreds of requests in the end, with few in vain, where it %s', async (_, told) => {
    const { seen, send, log } = aBucket({ burst: 20, perSecond: 20 }, told)
    const answers = await together(400, send)
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 400 }, () => 200))
    expect(seen.taken).toBe(400)
    // Those that were under way with the first refusal; then the few that find out how much it takes.
    expect(seen.refused).toBeLessThan(200)
    expect(seen.most).toBeLessThanOrEqual(64)
    expect(log.lines[0]).toMatch(
      /^registry\.test limits requests \(429\): going on in [12] seconds?, with fewer at once\.$/,
    )
  })

  it('is asked by one alone after each pause, however many wait', async () => {
    const clock = patientClock()
    const throttle = createThrottle({ clock })
    const at: number[] = []
    const send = () =>
      throttle.send(host, async () => {
        at.push(clock.elapsed)
        await new Promise((turn) => setImmediate(turn))
        return answer(clock.elapsed < 20_000 ? 429 : 200)
      })
    await together(50, send)
    const early = at.filter((time) => time > 0 && time < 20_000)
    expect(early.length).toBeGreaterThan(3)
    expect(early.length).toBeLessThan(10)
    expect(new Set(early).size).toBe(early.length)
  })

  it('gets more at once again with each that it takes', async () => {
    const { seen, send, clock } = aBucket({ burst: 0, perSecond: 1_000_000 })
    await send()
    clock.pass(1)
    await together(200, send)
    expect(seen.most).toBeGreaterThan(30)
  })

  it('holds up nobody who wants another server', async () => {
    const { throttle, clock } = aBucket({ burst: 0, perSecond: 0 })
    const stuck = throttle.send(host, async () => answer(429))
    await new Promise((turn) => setImmediate(turn))
    const before = clock.elapsed
    expect((await throttle.send('other.test', async () => answer(200))).status).toBe(200)
    expect(clock.elapsed - before).toBeLessThan(60_000)
    expect((await stuck).status).toBe(429)
  })

  it('that takes nothing for five minutes is given up, once for all', async () => {
    const { seen, send, clock } = aBucket({ burst: 0, perSecond: 0 })
    const answers = await together(300, send)
    expect(answers.every(({ status }) => status === 429)).toBe(true)
    expect(clock.elapsed).toBeGreaterThan(5 * 60_000)
    expect(clock.elapsed).toBeLessThan(7 * 60_000)
    expect(seen.refused).toBeLessThan(100)
  })

  it('that refuses one thing for ever beside others that it takes is given up, too', async () => {
    const { throttle } = aBucket({ burst: 0, perSecond: 0 })
    const ended = { is: false }
    let tries = 0
    const never = throttle.send(host, async () => {
      tries += 1
      return answer(429)
    })
    const others = (async () => {
      while (!ended.is) await throttle.send(host, async () => answer(200))
    })()
    expect((await never).status).toBe(429)
    ended.is = true
    await others
    expect(tries).toBe(50)
  })
})
