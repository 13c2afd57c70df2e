import { describe, expect, it } from '@jest/globals'
import { type Backoff, backoffMs } from '../../../../src/model/async/backoff.ts'

const least = { random: () => 0 }
const half = { random: () => 0.5 }
const pauses = (backoff: Backoff, chance = least) => [1, 2, 3, 4].map((attempt) => backoffMs(backoff, attempt, chance))

describe('the pause between tries', () => {
  it('doubles from try to try', () => {
    expect(pauses({ firstMs: 100 })).toEqual([100, 200, 400, 800])
  })

  it('grows by the first pause if it is to be added', () => {
    expect(pauses({ firstMs: 100, growth: 'add' })).toEqual([100, 200, 300, 400])
  })

  it('never exceeds the longest, however many tries there were', () => {
    expect(pauses({ firstMs: 100, longestMs: 250 })).toEqual([100, 200, 250, 250])
    expect(backoffMs({ firstMs: 100, longestMs: 250 }, 5_000)).toBe(250)
  })

  it('leaves its share to chance', () => {
    expect(pauses({ firstMs: 100, jitter: 0.5 })).toEqual([50, 100, 200, 400])
    expect(pauses({ firstMs: 100, jitter: 0.5 }, half)).toEqual([75, 150, 300, 600])
    expect(pauses({ firstMs: 100, jitter: 1 }, half)).toEqual([50, 100, 200, 400])
  })
})
