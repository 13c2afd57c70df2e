import { describe, expect, it } from '@jest/globals'
import { longestChain } from '../../../bench/depth/chain.ts'
import { labelOf } from '../../../bench/depth/label.ts'
import { picture } from '../../../bench/depth/picture.ts'

const span = (path: string, startedMs: number, endedMs: number) => ({
  ...{ service: 'registry', method: 'GET', path, startedMs, endedMs },
})

describe('the longest chain of requests', () => {
  it('counts requests that wait for each other, and not those beside them', () => {
    const spans = [span('/a', 0, 100), span('/beside', 10, 110), span('/b', 101, 201), span('/c', 205, 305)]
    expect(longestChain(spans).map(({ path }) => path)).toEqual(['/a', '/b', '/c'])
  })

  it('is not misled by one long request', () => {
    const spans = [span('/long', 0, 500), span('/a', 10, 110), span('/b', 120, 220), span('/c', 510, 610)]
    expect(longestChain(spans).map(({ path }) => path)).toEqual(['/a', '/b', '/c'])
  })

  it('is empty if nothing was asked', () => {
    expect(longestChain([])).toEqual([])
  })
})

describe('the picture', () => {
  it('names each request, and numbers those of the chain', () => {
    const digest = `sha256:${'a'.repeat(64)}`
    const drawn = picture('a & b', [
      span(`/v2/acme/charts/app/blobs/${digest}`, 0, 100),
      span('/v2/acme/charts/app/manifests/1.0.0', 100, 200),
    ])
    expect(drawn).toContain('a &amp; b: 2 wait for each other')
    expect(drawn).toContain('GET blobs/sha256:aaaaaa (app)')
    expect(drawn.match(/fill="#c0392b"/g)).toHaveLength(2)
  })

  it('draws nothing for a run without requests', () => {
    expect(picture('idle', [])).toContain('0 wait for each other')
  })

  it('calls requests to other services by their name', () => {
    expect(labelOf({ ...span('/api/v2/signingCert', 0, 1), service: 'fulcio', method: 'POST' })).toBe(
      'fulcio POST signingCert',
    )
    expect(labelOf({ ...span('/v2/', 0, 1) })).toBe('registry GET /v2/')
  })
})
