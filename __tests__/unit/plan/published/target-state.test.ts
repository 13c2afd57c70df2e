import { describe, expect, it } from '@jest/globals'
import type { Presence, Published } from '../../../../src/model/target.ts'
import { type EvidenceContext, inspectTargets } from '../../../../src/plan/published/target-state.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'
import { aShelf, broken, DIGEST, published } from '../../../support/index/shelf.ts'

const chart = aPlannedChart('app')
const ref = { name: 'app', version: '1.0.0' }

async function stateOf(presence: Presence | undefined, more: Partial<EvidenceContext> = {}, evidence = true) {
  const target = aShelf(presence ? { '1.0.0': presence } : {})
  const context = { targets: [target], signatures: true, adopt: false, sameContent: async () => true, ...more }
  const [sighting] = await inspectTargets(chart, ref, { value: '7', evidence }, context)
  return sighting?.evidence.state
}

describe('what a target holds for a version', () => {
  it('is nothing', async () => {
    expect(await stateOf(undefined)).toBe('absent')
  })

  it('is this content, or other content', async () => {
    expect(await stateOf(published(chart.fingerprint))).toBe('same')
    expect(await stateOf(published('sha256:other'))).toBe('other')
  })

  it('is other content with another appVersion, where that is a reason', async () => {
    expect(await stateOf(published(chart.fingerprint, { appVersion: '6' }))).toBe('other')
    expect(await stateOf(published(chart.fingerprint, { appVersion: '6' }), {}, false)).toBe('same')
  })

  it('is unsigned, where signatures matter', async () => {
    const unsigned = published(chart.fingerprint, { signed: 'none' })
    expect(await stateOf(unsigned)).toBe('unsigned')
    expect(await stateOf(unsigned, { signatures: false })).toBe('same')
  })

  it('is missing where only the index has it, unless it is other content', async () => {
    expect(await stateOf(published(chart.fingerprint, { isMissing: true }))).toBe('missing')
    expect(await stateOf(published(chart.fingerprint, { isMissing: true }), { signatures: false })).toBe('missing')
    expect(await stateOf(published('sha256:other', { isMissing: true }))).toBe('other')
  })

  it('is never told by a target that does not know', async () => {
    expect(await stateOf(broken)).toBe('unknown')
  })

  it('of another tool is compared file by file, and adopted only by choice', async () => {
    const theirs = published(undefined, { signed: 'none' })
    expect(await stateOf(theirs)).toBe('unadopted')
    expect(await stateOf(theirs, { adopt: true })).toBe('unsigned')
    expect(await stateOf(published(undefined), { adopt: true })).toBe('unrecorded')
    expect(await stateOf(theirs, { adopt: true, signatures: false })).toBe('unrecorded')
    expect(await stateOf(theirs, { sameContent: async () => false })).toBe('other')
  })

  describe('that another tool published', () => {
    const compared: string[] = []
    const never = async () => {
      compared.push('bytes')
      return true
    }
    const record = { fingerprint: chart.fingerprint, appVersion: '7', revision: 'a'.repeat(40) }
    const foreign = (change: Partial<Published> = {}) => published(undefined, { signed: 'none', ...change })
    const evidenceOf = async (presences: readonly Presence[], more: Partial<EvidenceContext> = {}) => {
      compared.length = 0
      const targets = presences.map((presence) => aShelf({ '1.0.0': presence }))
      const context = { targets, signatures: false, adopt: false, sameContent: never, ...more }
      const sightings = await inspectTargets(chart, ref, { value: '7', evidence: true }, context)
      return sightings.map(({ evidence: { state, byTag } }) => (byTag === undefined ? state : `${state} by ${byTag}`))
    }
    const sameAtTag = async () => 'app-1.0.0'

    it('is left by its git tag, without a look at the bytes', async () => {
      expect(await evidenceOf([foreign()], { sameAtTag })).toEqual(['unadopted by app-1.0.0'])
      expect(compared).toEqual([])
    })

    it.each([
      ['it is to be signed', [foreign()], { adopt: true }],
      ['another target gets its bytes', [foreign(), { state: 'absent' } as const], {}],
      ['another target lost its archive', [foreign(), published(chart.fingerprint, { isMissing: true })], {}],
      ['no tag stands for this content', [foreign()], { sameAtTag: async () => undefined }],
    ])('is compared by its bytes where %s', async (_, presences, more) => {
      await evidenceOf(presences, { sameAtTag, ...more })
      expect(compared).toEqual(['bytes'])
    })

    it('costs no comparison once its adoption was recorded, also where the target tells that only when asked', async () => {
      expect(await evidenceOf([foreign({ adoptions: [record] })])).toEqual(['same'])
      expect(await evidenceOf([foreign({ adoptions: [record] })], { signatures: true })).toEqual(['unsigned'])
      expect(await evidenceOf([foreign({ adoptions: [record], isMissing: true })])).toEqual(['missing'])
      const target = { ...aShelf({ '1.0.0': foreign() }), adoptions: async () => [record] }
      expect(await evidenceOf([], { targets: [target] })).toEqual(['same'])
      expect(compared).toEqual([])
    })

    it('is what its bytes are where the record is of other content: whoever may write there may have written it', async () => {
      const other = { ...record, fingerprint: 'sha256:other' }
      expect(await evidenceOf([foreign({ adoptions: [other] })])).toEqual(['unadopted'])
      expect(await evidenceOf([foreign({ adoptions: [other, record] })])).toEqual(['same'])
      expect(await evidenceOf([foreign({ adoptions: [other] })], { sameContent: async () => false })).toEqual(['other'])
    })
  })

  it('comes with what a consumer types and the digest, target by target in their order', async () => {
    const targets = [aShelf({}, 'oci://one.test'), aShelf({ '1.0.0': published(chart.fingerprint) }, 'oci://two.test')]
    const context = { targets, signatures: false, adopt: false, sameContent: async () => true }
    const sightings = await inspectTargets(chart, ref, { value: '7', evidence: true }, context)
    expect(sightings.map(({ evidence }) => evidence)).toEqual([
      { target: 'oci://one.test', reference: 'oci://one.test/app:1.0.0', state: 'absent' },
      { target: 'oci://two.test', reference: 'oci://two.test/app:1.0.0', state: 'same', digest: DIGEST },
    ])
  })
})

describe('a target that follows others', () => {
  const here = { '1.0.0': published(chart.fingerprint) }
  const asked = async (...shelves: readonly ReturnType<typeof aShelf>[]) => {
    const targets = [...shelves, { ...aShelf({}), follows: true as const }]
    const context = { targets, signatures: true, adopt: false, sameContent: async () => true }
    const sightings = await inspectTargets(chart, ref, { value: '7', evidence: true }, context)
    return sightings.map(({ target, evidence: { state } }) => (target.follows ? `follows: ${state}` : state))
  }

  it('is not asked for what another one holds, or does not tell', async () => {
    expect(await asked(aShelf(here))).toEqual(['same'])
    expect(await asked(aShelf({}), aShelf(here))).toEqual(['absent', 'same'])
    expect(await asked(aShelf({ '1.0.0': broken }))).toEqual(['unknown'])
  })

  it('gets what is nowhere yet, and is a target like any other by itself', async () => {
    expect(await asked(aShelf({}), aShelf({}))).toEqual(['absent', 'absent', 'follows: absent'])
    expect(await asked()).toEqual(['follows: absent'])
  })
})
