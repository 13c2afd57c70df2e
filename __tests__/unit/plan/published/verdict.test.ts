import { describe, expect, it } from '@jest/globals'
import type { TargetEvidence } from '../../../../src/model/plan.ts'
import { verdictFor } from '../../../../src/plan/published/verdict.ts'

const seen = (...states: TargetEvidence['state'][]): TargetEvidence[] =>
  states.map((state, index) => ({ target: `oci://r${index}.example/charts`, reference: '', state }))

describe('what a version calls for', () => {
  it('is publishing when no target holds it', () => {
    expect(verdictFor('1.0.0', seen('absent', 'absent'), 'free')).toEqual({
      action: 'publish',
      reason: '1.0.0 is not published anywhere yet',
    })
  })

  it('is publishing when only one of two targets holds it', () => {
    expect(verdictFor('1.0.0', seen('same', 'absent'), 'free')).toEqual({
      action: 'publish',
      reason: '1.0.0 is not published on oci://r1.example/charts',
    })
  })

  it('is nothing when every target holds this content', () => {
    expect(verdictFor('1.0.0', seen('same', 'same'), 'free').action).toBe('leave')
  })

  it('is another version when one target holds other content, even where another is empty', () => {
    expect(verdictFor('1.0.0', seen('absent', 'other'), 'free').action).toBe('move')
  })

  it('is another version when a git tag stands for other content', () => {
    expect(verdictFor('1.0.0', seen('absent'), 'taken').action).toBe('move')
  })

  it('never reads "unknown" as absent, whatever the others say', () => {
    for (const state of ['absent', 'same', 'other', 'unsigned', 'unadopted'] as const) {
      expect(verdictFor('1.0.0', seen(state, 'unknown'), 'free')).toEqual({
        action: 'unknown',
        targets: ['oci://r1.example/charts'],
      })
    }
  })

  it('is completing when only signatures are missing', () => {
    expect(verdictFor('1.0.0', seen('same', 'unsigned'), 'free').action).toBe('complete')
  })

  it('is completing when somebody else signed it, which the reason says', () => {
    const [evidence] = seen('unsigned')
    const foreign = [...seen('same'), { ...evidence, target: 'oci://x', isSignedByOthers: true } as TargetEvidence]
    expect(verdictFor('1.0.0', foreign, 'free')).toEqual({
      action: 'complete',
      reason: '1.0.0 is published, but somebody else signed it, and this repository did not on oci://x',
    })
  })

  it('is completing when an archive is missing that the index lists, which the reason says', () => {
    expect(verdictFor('1.0.0', seen('same', 'missing'), 'free')).toEqual({
      action: 'complete',
      reason: '1.0.0 is published, but its archive is missing on oci://r1.example/charts',
    })
    expect(verdictFor('1.0.0', seen('missing', 'unsigned'), 'taken').action).toBe('complete')
    expect(verdictFor('1.0.0', seen('missing', 'absent'), 'free').action).toBe('publish')
    expect(verdictFor('1.0.0', seen('missing', 'other'), 'free').action).toBe('move')
  })

  it('is nothing when another tool published the same content', () => {
    expect(verdictFor('1.0.0', seen('unadopted'), 'free').action).toBe('leave')
  })

  it('is nothing, by its git tag, and says so', () => {
    const [one] = seen('unadopted')
    expect(verdictFor('1.0.0', one ? [{ ...one, byTag: 'app-1.0.0' }] : [], 'free')).toEqual({
      action: 'leave',
      reason: '1.0.0 was published by another tool with the same content, by git tag app-1.0.0',
    })
  })

  it('is completing when it is to be adopted', () => {
    expect(verdictFor('1.0.0', seen('unadopted', 'unrecorded'), 'free')).toEqual({
      action: 'complete',
      reason: '1.0.0 was published by another tool with the same content, and is adopted',
    })
    expect(verdictFor('1.0.0', seen('unrecorded', 'other'), 'free').action).toBe('move')
  })
})
