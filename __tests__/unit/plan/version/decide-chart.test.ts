import { describe, expect, it } from '@jest/globals'
import { readChartYaml } from '../../../../src/chart/manifest/chart-yaml.ts'
import type { ChartDecision } from '../../../../src/plan/decision/decision.ts'
import { lintedSource } from '../../../../src/plan/version/decide-chart.ts'
import type { PlanContext } from '../../../../src/plan/version/plan-context.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'

const context = {
  settings: { bump: { value: 'patch', source: 'default' }, perChart: {} },
} as unknown as PlanContext

function intentOf(lines: string, own: Partial<ChartDecision> = {}): ChartDecision {
  const file = 'charts/app/Chart.yaml'
  const text = `apiVersion: v2\nname: app\nversion: 1.0.0\n${lines}\n`
  const dependencyFile = { file, text }
  return {
    chart: { ...aPlannedChart('app', '1.0.0'), manifest: readChartYaml(text, file), dependencyFile },
    ...{ action: 'publish', version: '1.0.0', reason: 'it is not published anywhere yet' },
    ...{ bump: { setting: 'patch', source: 'default' }, findings: [], desired: { evidence: false } },
    ...{ sightings: [], edits: {}, follows: [] },
    ...own,
  } as ChartDecision
}

const held = [{ presence: { state: 'present' } }] as unknown as ChartDecision['sightings']

describe('a chart whose Chart.yaml says something else than Helm would publish', () => {
  it.each(['publish', 'bump'] as const)('is refused where it is to %s', (action) => {
    const { problem, ...decision } = lintedSource(intentOf('appVersion: 6.10', { action }), context)
    expect(decision.action).toBe('refuse')
    expect(problem).toMatchObject({ code: 'CHART_LINT_FAILED', at: { file: 'charts/app/Chart.yaml', line: 4 } })
  })

  it.each([
    ['is published already', { action: 'leave' }],
    ['is to be completed', { action: 'complete' }],
    ['is held by another target, whose package all get', { sightings: held }],
    ['gets another appVersion by this release', { action: 'bump', edits: { version: '1.0.1', appVersion: '6.11' } }],
  ] as const)('is left as it is if it %s', (_, own) => {
    const decision = intentOf('appVersion: 6.10', own)
    expect(lintedSource(decision, context)).toBe(decision)
  })

  it('is released with a warning if only people see it', () => {
    const { action, findings } = lintedSource(intentOf('annotations:\n  a: 1.10'), context)
    expect(action).toBe('publish')
    expect(findings).toEqual([
      expect.objectContaining({ level: 'none', rule: 'lint/retyped', at: expect.objectContaining({ line: 5 }) }),
    ])
  })
})
