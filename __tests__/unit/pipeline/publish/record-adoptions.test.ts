import { describe, expect, it } from '@jest/globals'
import { recordAdoptions } from '../../../../src/pipeline/publish/record-adoptions.ts'
import { published } from '../../../support/index/shelf.ts'
import { aChart, aDecision, aSignedRelease, aTarget } from '../../../support/values/pipeline.ts'

const app = aChart('app')

async function recorded({ fingerprint, isPublished }: { fingerprint?: string; isPublished: boolean }) {
  const records: unknown[] = []
  const target = aTarget('oci://registry.test/charts', {
    recordAdoption: async (_artifact, record) => void records.push(record),
  })
  const signed = aSignedRelease(app, [target])
  const evidence = { target: target.address, reference: 'app', state: 'same' as const }
  const decision = aDecision(app, { sightings: [{ target, presence: published(fingerprint), evidence }] })
  const staged = signed.staged.map((one) => ({ ...one, published: isPublished }))
  const release = await recordAdoptions({ ...signed, decision, staged })
  return { records, wasAdopted: release.staged[0]?.wasAdopted }
}

describe('the record of an adoption', () => {
  it('is stored for a package of another tool, with what git packages the same from', async () => {
    expect(await recorded({ isPublished: true })).toEqual({
      ...{ records: [{ fingerprint: app.fingerprint, revision: 'c0ffee' }], wasAdopted: true },
    })
  })

  it.each([
    ['that we published', { fingerprint: app.fingerprint, isPublished: true }],
    ['that this run stores for the first time', { isPublished: false }],
  ])('is not stored for a package %s', async (_, situation) => {
    expect(await recorded(situation)).toEqual({ records: [], wasAdopted: undefined })
  })
})
