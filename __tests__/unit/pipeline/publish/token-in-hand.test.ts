import { describe, expect, it } from '@jest/globals'
import { withTokenInHand } from '../../../../src/pipeline/publish/token-in-hand.ts'

const held = { token: 'held', askedAt: 1_000, audience: 'sigstore' }
const at = (milliseconds: number) => ({ monotonic: () => milliseconds })
const identity = { token: async () => 'new' }

describe('the token in hand', () => {
  it('is used once, and every attempt after it takes a new one', async () => {
    const provider = withTokenInHand(identity, held, at(30_000))
    expect([await provider.token('sigstore'), await provider.token('sigstore')]).toEqual(['held', 'new'])
  })

  it('is not used when a minute has passed: it may end on its way', async () => {
    expect(await withTokenInHand(identity, held, at(61_000)).token('sigstore')).toBe('new')
  })

  it('is for its own audience only', async () => {
    expect(await withTokenInHand(identity, held, at(1_000)).token('other')).toBe('new')
  })
})
