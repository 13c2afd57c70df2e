import { describe, expect, it } from '@jest/globals'
import { createServerTime } from '../../../../src/platform/http/server-time.ts'

const now = new Date('2026-11-21T12:00:00Z')
const minute = 60_000

function heard(...answers: readonly (readonly [host: string, headers: Readonly<Record<string, string>>])[]) {
  const serverTime = createServerTime({ now: () => now })
  for (const [host, headers] of answers)
    serverTime.note({ status: 200, headers, body: Buffer.alloc(0), url: `https://${host}/v2/` })
  return serverTime
}
const at = (time: string) => ({ date: new Date(time).toUTCString() })

describe('the time of servers', () => {
  it('is that of the one that is nearest to our clock: a single wrong server proves nothing', () => {
    const serverTime = heard(['wrong.test', at('2031-01-01T00:00:00Z')], ['right.test', at('2026-11-21T11:59:00Z')])
    expect(serverTime.ahead()).toEqual({ host: 'right.test', milliseconds: minute })
  })

  it('counts how long a cache kept the answer', () => {
    const kept = { ...at('2026-11-21T09:00:00Z'), age: '10740' }
    expect(heard(['cdn.test', kept]).ahead()).toEqual({ host: 'cdn.test', milliseconds: minute })
  })

  it('is unknown where nobody tells it, or tells nonsense', () => {
    expect(heard(['a.test', {}], ['b.test', { date: 'tomorrow' }]).ahead()).toBeUndefined()
    expect(heard().ahead()).toBeUndefined()
  })
})
