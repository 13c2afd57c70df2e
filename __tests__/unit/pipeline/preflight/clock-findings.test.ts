import { describe, expect, it } from '@jest/globals'
import { clockFindings } from '../../../../src/pipeline/preflight/clock-findings.ts'

const now = new Date('2026-11-20T12:00:00Z')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const findings = (milliseconds: number | undefined) =>
  clockFindings(
    { ahead: () => (milliseconds === undefined ? undefined : { milliseconds, host: 'registry.test' }) },
    now,
  )

describe('the clock of this machine', () => {
  it.each([
    ['no server told its time', undefined],
    ['it is right', 0],
    ['it is fast by less than five minutes', 5 * MINUTE - 1],
    ['it is slow by less than five minutes', 1 - 5 * MINUTE],
  ])('is not worth a word if %s', (_, ahead) => {
    expect(findings(ahead)).toEqual({})
  })

  it.each([
    [5 * MINUTE, 'The clock of this machine is 5 minutes fast: it says '],
    [-180 * MINUTE, 'The clock of this machine is 3 hours slow: it says '],
    [DAY - 1, 'The clock of this machine is 1 day fast: it says '],
    [1 - DAY, 'The clock of this machine is 1 day slow: it says '],
  ])('is a warning by %d ms', (ahead, text) => {
    const { warning, problem } = findings(ahead)
    expect(warning).toContain(text)
    expect(problem).toBeUndefined()
  })

  it.each([DAY, -DAY, 400 * DAY])('is a problem from a day on: %d ms', (ahead) => {
    const { warning, problem } = findings(ahead)
    expect([warning, problem?.code, problem?.kind]).toEqual([undefined, 'CLOCK_WRONG', 'config'])
    expect(problem?.hint).toContain('timedatectl')
  })

  it('is told with both times and the server that said so', () => {
    expect(findings(-730 * DAY).problem?.message).toBe(
      'The clock of this machine is 2 years slow: it says 2026-11-20T12:00:00Z, and registry.test says 2028-11-19T12:00:00Z.',
    )
  })
})
