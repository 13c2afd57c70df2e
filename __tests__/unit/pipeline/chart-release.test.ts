import { describe, expect, it } from '@jest/globals'
import { isComplete, type PromotedRelease, resultOf, type SignedOn } from '../../../src/pipeline/chart-release.ts'
import { aChart, aSignedRelease, aTarget } from '../../support/values/pipeline.ts'

const target = aTarget()

function promoted(changed: boolean, staged: Partial<SignedOn> = {}, action: 'publish' | 'complete' = 'publish') {
  const release = aSignedRelease(aChart('app'), [target])
  return {
    ...release,
    decision: { ...release.decision, action },
    staged: release.staged.map((one) => ({ ...one, ...staged })),
    published: release.staged.map(({ artifact }) => ({ ...artifact, reference: 'app', changed })),
  } as PromotedRelease
}

describe('the result of a release', () => {
  const signatures = {} as NonNullable<SignedOn['signatures']>
  it.each([
    ['released', 'made visible by this run', promoted(true)],
    ['released', 'made visible by another run at the same time', promoted(false)],
    ['unchanged', 'listed before, and nothing was added', promoted(false, { isListed: true })],
    ['completed', 'listed before, and signed by this run', promoted(false, { isListed: true, signatures })],
    ['completed', 'listed before, and adopted by this run', promoted(false, { isListed: true, wasAdopted: true })],
    ['completed', 'completed, as the plan said', promoted(true, {}, 'complete')],
  ] as const)('is %s if it was %s', (result, _, release) => {
    expect(resultOf(release)).toBe(result)
  })
})

describe('a release', () => {
  it('is complete once every target shows it', () => {
    expect(isComplete(promoted(true))).toBe(true)
    expect(isComplete({ ...promoted(true), published: [] })).toBe(false)
  })
})
