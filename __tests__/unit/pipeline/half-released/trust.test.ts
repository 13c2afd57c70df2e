import { describe, expect, it } from '@jest/globals'
import type { Presence } from '../../../../src/model/target.ts'
import type { HalfRelease } from '../../../../src/pipeline/half-release.ts'
import { requireAccountable } from '../../../../src/pipeline/half-released/trust.ts'
import type { RecordedRelease } from '../../../../src/plan/published/half-released.ts'
import { failureOf } from '../../../support/values/failure.ts'
import { aChart, aPackagedRelease, aTarget, digestOf } from '../../../support/values/pipeline.ts'

const release = aPackagedRelease(aChart('app'))

interface Situation {
  readonly isOnBranch?: boolean | 'in its whole history'
  readonly overlay?: RecordedRelease['overlay']
  readonly signs?: boolean
  readonly hasKey?: boolean
  /** What is stored where the version is public. */
  readonly stored?: { readonly signature?: boolean; readonly provenance?: boolean }
  readonly state?: 'same' | 'partly' | 'absent'
}

async function judged(situation: Situation): Promise<number> {
  const {
    isOnBranch = false,
    overlay = new Map(),
    signs = true,
    hasKey = false,
    stored = {},
    state = 'same',
  } = situation
  let asked = 0
  let isWhole = false
  const target = aTarget('oci://registry.test/charts', {
    fetch: async ({ digest }) => {
      const provenance = stored.provenance ? { provenance: Buffer.from('signed') } : {}
      return { digest, archive: release.packaged.archive, archiveDigest: digest, ...provenance }
    },
    signatures: async () => {
      asked += 1
      return { legacy: [], bundles: [] }
    },
  })
  const presence: Presence =
    state === 'same' ? { state: 'present', digest: digestOf('app-1.0.0'), signed: 'some' } : { state: 'absent' }
  const recorded = { name: 'app', version: '1.0.0', commit: 'f00d', overlay } as unknown as RecordedRelease
  const half = {
    today: { name: 'app', path: 'charts/app' },
    release: recorded,
    sightings: [{ target, presence, evidence: { target: target.address, reference: 'app', state: 'same' } }],
    evidence: [{ target: target.address, reference: 'app', state }],
  } as unknown as HalfRelease
  const verifier = { judge: async () => ({ missing: stored.signature ? [] : ['bundle'] }) }
  const git = {
    isAncestor: async () => isOnBranch === true || (isOnBranch !== false && isWhole),
    isShallow: async () => isOnBranch === 'in its whole history' && !isWhole,
    unshallow: async () => {
      isWhole = true
    },
  }
  const run = {
    signing: async () => (signs ? ({ verifier, ours: {} } as never) : undefined),
    provenance: async () => (hasKey ? ({} as never) : undefined),
    platform: { git: git as never },
    settings: { sign: 'keyless', perChart: {} } as const,
  }
  await requireAccountable(run, 'c0ffee', half, release)
  return asked
}

describe('what is signed of a record that anybody may write', () => {
  it.each<[string, Situation]>([
    ['a commit of the branch', { isOnBranch: true }],
    ['a commit of the branch that a shallow clone does not show', { isOnBranch: 'in its whole history' }],
  ])('is %s, whatever is stored', async (_, situation) => {
    expect(await judged(situation)).toBe(0)
  })

  it.each<[string, Situation]>([
    ['signed by us', { stored: { signature: true } }],
    ['signed by us, and the index does not list it yet', { stored: { signature: true }, state: 'partly' }],
    [
      'signed by us, with provenance if this run has a key',
      { stored: { signature: true, provenance: true }, hasKey: true },
    ],
    ['of a run without signatures', { signs: false }],
  ])('is public already and %s', async (_, situation) => {
    await expect(judged(situation)).resolves.toBeDefined()
  })

  it.each<[string, Situation]>([
    ['a commit from elsewhere', {}],
    ['a commit of the branch with texts laid over it', { isOnBranch: true, overlay: new Map([['Chart.yaml', 'x']]) }],
    ['what a signature is stored for that is nowhere public', { stored: { signature: true }, state: 'absent' }],
    ['what is public without provenance, if this run has a key', { stored: { signature: true }, hasKey: true }],
    ['what is public with provenance alone', { stored: { provenance: true }, hasKey: true }],
  ])('is never %s', async (_, situation) => {
    expect((await failureOf(judged(situation))).code).toBe('HALF_RELEASE_UNVERIFIED')
  })
})
