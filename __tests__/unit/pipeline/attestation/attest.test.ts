import { describe, expect, it } from '@jest/globals'
import { PROVENANCE, type StoredBundle } from '../../../../src/model/signature.ts'
import { type Inspected, isToBeAttested } from '../../../../src/pipeline/attestation/attest.ts'
import type { StagedOn } from '../../../../src/pipeline/chart-release.ts'
import { digestOf } from '../../../support/values/pipeline.ts'

const OURS = bundle('ours')
const run = { settings: { provenance: true } }
const release = {}
/** Ours is the one that says so. */
const signing = {
  verifier: {
    attestation: (_: object, [given]: readonly StoredBundle[]) =>
      given === OURS ? { bundle: OURS, signedAt: new Date('2026-01-01T00:00:00Z') } : undefined,
  },
  ours: { issuer: '', repositoryId: '', repositoryUrl: '', trusted: [] },
} satisfies Parameters<typeof isToBeAttested>[3]

function bundle(text: string, predicateType: string = PROVENANCE): StoredBundle {
  return { json: Buffer.from(text), predicateType }
}

function on(signs: 'manifest' | 'archive', ...bundles: readonly StoredBundle[]): Inspected {
  const one = { target: { signs }, artifact: { digest: digestOf('app') } } as StagedOn
  return { one, stored: { legacy: [], bundles } }
}

describe('a release on a target', () => {
  it.each([
    ['nothing', on('archive')],
    ['an attestation of ours', on('archive', OURS)],
    ['only a signature', on('archive', bundle('{}', ''))],
    ['an attestation of somebody else, in a registry', on('manifest', bundle('theirs'))],
  ])('is attested if it has %s', (_, inspected) => {
    expect(isToBeAttested(run, release, inspected, signing)).toBe(true)
  })

  it('is not attested if the place for that holds what somebody else wrote, which would be replaced', () => {
    expect(isToBeAttested(run, release, on('archive', bundle('theirs')), signing)).toBe(false)
    expect(isToBeAttested(run, release, on('archive', bundle('{}', ''), bundle('theirs')), signing)).toBe(false)
  })

  it('is not attested if it was there before, if it was copied, or if nobody wants it', () => {
    const there = on('archive')
    expect(isToBeAttested(run, release, { ...there, isShown: true }, signing)).toBe(false)
    expect(isToBeAttested(run, { isCopied: true as const }, there, signing)).toBe(false)
    expect(isToBeAttested({ settings: { provenance: false } }, release, there, signing)).toBe(false)
  })
})
