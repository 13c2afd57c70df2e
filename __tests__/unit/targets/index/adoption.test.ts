import { describe, expect, it } from '@jest/globals'
import type { Digest } from '../../../../src/model/chart.ts'
import { readAdoption, writeAdoption } from '../../../../src/targets/index/adoption.ts'
import { isReplaceable } from '../../../../src/targets/index/occupied.ts'

const archive: Digest = `sha256:${'a'.repeat(64)}`
const record = { fingerprint: `sha256:${'f'.repeat(64)}`, appVersion: '1.0', revision: 'c'.repeat(40) }
const { appVersion: _, ...bare } = record

describe('the record of an adoption beside an archive', () => {
  it.each([record, bare])('is read as it was written', (one) => {
    expect(readAdoption(writeAdoption(one, archive), archive)).toEqual(one)
  })

  it('is about that archive, and may be replaced by another about it', () => {
    const other: Digest = `sha256:${'b'.repeat(64)}`
    const bytes = writeAdoption(record, archive)
    expect(readAdoption(bytes, other)).toBeUndefined()
    expect(isReplaceable(bytes, writeAdoption(bare, archive))).toBe(true)
    expect(isReplaceable(bytes, writeAdoption(record, other))).toBe(false)
  })

  it.each([
    ['nothing', ''],
    ['no object', '[]'],
    ['text', 'a record'],
    ['another schema', { schema: 2 }],
    ['no fingerprint', { fingerprint: undefined }],
    ['a fingerprint that is none', { fingerprint: '' }],
    ['a revision that git would take for an option', { revision: '--upload-pack=x' }],
    ['an appVersion that is no text', { appVersion: 7 }],
    ['an endless appVersion', { appVersion: 'x'.repeat(300) }],
    ['more than we write', { more: 'x'.repeat(9000) }],
  ])('is none if it holds %s', (_, change) => {
    const whole = JSON.parse(Buffer.from(writeAdoption(record, archive)).toString()) as object
    const text = typeof change === 'string' ? change : JSON.stringify({ ...whole, ...change })
    expect(readAdoption(Buffer.from(text), archive)).toBeUndefined()
  })
})
