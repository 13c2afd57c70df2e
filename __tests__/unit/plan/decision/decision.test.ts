import { describe, expect, it } from '@jest/globals'
import type { Finding } from '../../../../src/model/finding.ts'
import { type ChartDecision, plannedChart } from '../../../../src/plan/decision/decision.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'

const long = 'x'.repeat(100_000)
const finding: Finding = {
  level: 'minor',
  kind: 'values',
  rule: 'values/added',
  subject: long,
  text: long,
  was: long,
  is: long,
}

function anIntent(findings: readonly Finding[]): ChartDecision {
  return {
    chart: aPlannedChart('app', '1.4.2'),
    action: 'bump',
    version: '1.5.0',
    reason: 'it changed',
    bump: { setting: 'auto', source: 'default' },
    level: 'minor',
    comparedWith: '1.4.2',
    findings,
    desired: { evidence: true },
    sightings: [],
    edits: { version: '1.5.0' },
    follows: [],
  }
}

describe('the findings of a chart in the plan', () => {
  it('are bounded in number and length, and the rest is counted', () => {
    const { findings, moreFindings } = plannedChart(
      anIntent(Array.from({ length: 1000 }, () => finding)),
      (path) => path,
    )
    expect([findings.length, moreFindings]).toEqual([50, 950])
    expect(JSON.stringify(findings).length).toBeLessThan(100_000)
  })

  it('are whole where they are few', () => {
    const short = { ...finding, subject: 'a', text: 'a was added', was: '', is: '1' }
    const chart = plannedChart(anIntent([short]), (path) => path)
    expect(chart).toMatchObject({ findings: [short], comparedWith: '1.4.2', bump: { setting: 'auto', level: 'minor' } })
    expect(chart).not.toHaveProperty('moreFindings')
  })
})
