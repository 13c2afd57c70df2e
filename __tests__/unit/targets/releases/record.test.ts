import { describe, expect, it } from '@jest/globals'
import { recordIn, withRecord } from '../../../../src/targets/releases/record.ts'
import { aPackagedChart } from '../../../support/charts/packaged-chart.ts'

const chart = aPackagedChart()
const { fingerprint, revision, created, appVersion = '', digest } = chart
const record = { archive: digest, fingerprint, revision, created, appVersion }

describe('the record in the text of a release', () => {
  it('comes back, whatever people write around it', () => {
    expect(recordIn(withRecord('What changed', chart))).toEqual(record)
    const edited = `Other words\r\n\r\n${withRecord('', chart)}\r\nand more`
    expect(recordIn(edited)).toEqual(record)
  })

  it('is not seen, also if an appVersion would end the comment', () => {
    const hostile = aPackagedChart({ appVersion: '1 --><script>&' })
    const text = withRecord('', hostile)
    expect(text.match(/-->/g)).toHaveLength(1)
    expect(text).not.toContain('<script>')
    expect(recordIn(text)?.appVersion).toBe('1 --><script>&')
  })

  it('counts before one that notes hold', () => {
    const forged = withRecord('', { ...chart, fingerprint: 'forged' })
    expect(recordIn(withRecord(forged, chart))).toEqual(record)
  })

  it.each([
    ['no record', 'What changed'],
    ['no JSON', '<!-- release-charts {nothing} -->'],
    ['no digest', `<!-- release-charts ${JSON.stringify({ ...record, archive: 'sha256:1' })} -->`],
    ['no commit', `<!-- release-charts ${JSON.stringify({ ...record, revision: 'main' })} -->`],
    ['no time', `<!-- release-charts ${JSON.stringify({ ...record, created: 'yesterday' })} -->`],
    ['a long fingerprint', `<!-- release-charts ${JSON.stringify({ ...record, fingerprint: 'f'.repeat(300) })} -->`],
    ['an appVersion that is no text', `<!-- release-charts ${JSON.stringify({ ...record, appVersion: 1 })} -->`],
    ['too much', `<!-- release-charts {"fingerprint":"${'f'.repeat(5_000)}"} -->`],
  ])('%s is none', (_, text) => {
    expect(recordIn(text)).toBeUndefined()
  })
})
