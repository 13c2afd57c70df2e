import { describe, expect, it } from '@jest/globals'
import { retryAfterMs } from '../../../../src/model/http/retry-after.ts'

const now = new Date('2026-01-01T00:00:00Z')

describe('Retry-After', () => {
  it('is a number of seconds', () => {
    expect(retryAfterMs({ 'retry-after': ' 30 ' }, now)).toBe(30_000)
  })

  it('is a date of the clock of the server, however wrong ours is', () => {
    const headers = { 'retry-after': 'Thu, 01 Jan 2025 00:01:00 GMT', date: 'Thu, 01 Jan 2025 00:00:20 GMT' }
    expect(retryAfterMs(headers, now)).toBe(40_000)
  })

  it('is compared with our clock if the server does not tell its own', () => {
    expect(retryAfterMs({ 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' }, now)).toBe(60_000)
  })

  it('in the past is no wait', () => {
    expect(retryAfterMs({ 'retry-after': 'Thu, 01 Jan 2015 00:00:00 GMT' }, now)).toBe(0)
  })

  it.each([undefined, '', 'soon', '-5x'])('%j is not one', (value) => {
    expect(retryAfterMs({ 'retry-after': value }, now)).toBeUndefined()
  })
})
