import { describe, expect, it } from '@jest/globals'
import { type HalfReleaseEvidence, recordedState } from '../../../../src/plan/published/half-released.ts'

const evidence = (...states: readonly HalfReleaseEvidence['state'][]) =>
  states.map((state, index) => ({ target: `dir:${index}`, reference: `${index}`, state }))

const stateOf = (
  states: readonly HalfReleaseEvidence['state'][],
  { isWhole = true, isTagGone = false }: { isWhole?: boolean; isTagGone?: boolean } = {},
) => recordedState({ evidence: evidence(...states), isWhole, isTagGone })

describe('a recorded release', () => {
  it.each([
    [['same', 'same'], 'finished'],
    [['same', 'absent'], 'half'],
    [['absent', 'same'], 'half'],
    [['same', 'absent', 'same'], 'half'],
    [['same', 'unknown'], 'half'],
    [['same', 'other'], 'half'],
    [['partly'], 'half'],
    [['partly', 'absent'], 'half'],
    [['absent', 'absent'], 'unpublished'],
    [['absent', 'unknown'], 'unpublished'],
    [['unknown', 'other'], 'unpublished'],
    [['other', 'absent'], 'overtaken'],
    [['other', 'other'], 'overtaken'],
    [[], 'unpublished'],
  ] as const)('that targets hold as %j is %s', (states, state) => {
    expect(stateOf(states)).toBe(state)
  })

  it('is finished only by a run that publishes to all of its targets', () => {
    expect(stateOf(['same'], { isWhole: false })).toBe('elsewhere')
    expect(stateOf(['same', 'absent'], { isWhole: false })).toBe('half')
    expect(stateOf([], { isWhole: false })).toBe('unpublished')
  })

  it('is withdrawn by deleting its git tag, as long as it is half released', () => {
    expect(stateOf(['same', 'absent'], { isTagGone: true })).toBe('withdrawn')
    expect(stateOf(['same', 'same'], { isTagGone: true })).toBe('finished')
    expect(stateOf(['absent', 'absent'], { isTagGone: true })).toBe('unpublished')
  })
})
