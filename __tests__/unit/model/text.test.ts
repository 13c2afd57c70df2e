import { describe, expect, it } from '@jest/globals'
import { shortDigest } from '../../../src/model/chart.ts'
import { shortCommit } from '../../../src/model/git/commits.ts'
import { cut, durationText, showInvisible, someOf } from '../../../src/model/text.ts'

describe('a duration in words', () => {
  it.each([
    [0, '0 seconds'],
    [1_400, '1 second'],
    [89_400, '89 seconds'],
    [89_600, '2 minutes'],
    [150_000, '3 minutes'],
    [7_200_000, '120 minutes'],
  ])('%d ms in seconds, and in minutes from 90 seconds on: %s', (milliseconds, text) => {
    expect(durationText(milliseconds, { second: 0, minute: 90 })).toBe(text)
  })

  it('is rounded up when it is what somebody has to wait', () => {
    expect(durationText(100, { second: 0 }, Math.ceil)).toBe('1 second')
    expect(durationText(119_100, { second: 0, minute: 120 }, Math.ceil)).toBe('2 minutes')
    expect(durationText(120_100, { second: 0, minute: 120 }, Math.ceil)).toBe('3 minutes')
  })

  it.each([
    [300_000, '5 minutes'],
    [3_600_000, '1 hour'],
    [86_400_000, '1 day'],
    [40 * 86_400_000, '40 days'],
    [2 * 31_557_600_000, '2 years'],
  ])('%d ms in the largest unit of those that are wanted: %s', (milliseconds, text) => {
    expect(durationText(milliseconds, { minute: 0, hour: 3_600, day: 86_400, year: 31_557_600 })).toBe(text)
  })
})

describe('a list in words', () => {
  it('names as many as are wanted and counts the others', () => {
    expect(someOf(['a', 'b'], 2)).toBe('a, b')
    expect(someOf(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more')
  })
})

describe('a text from outside', () => {
  it('shows what would be invisible, and keeps line feeds and tabs', () => {
    expect(showInvisible('a\u200bb\n\tc\u{e0001}')).toBe('a\\u200bb\n\tc\\u{e0001}')
  })

  it('is cut between characters, never within one', () => {
    expect(cut('abc', 3)).toBe('abc')
    expect(cut('abcd', 3)).toBe('ab…')
    expect(cut('a😀bc', 3)).toBe('a…')
  })
})

describe('a digest and a commit in a message', () => {
  it('are as long as it takes to tell them apart', () => {
    expect(shortDigest(`sha256:${'ab'.repeat(32)}`)).toBe('sha256:abababababab')
    expect(shortCommit('cd'.repeat(20))).toBe('cdcdcdcdcdcd')
  })
})
