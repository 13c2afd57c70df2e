import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { planLines } from '../../../../src/pipeline/report/plan-log.ts'
import type { ChartDecision } from '../../../../src/plan/decision/decision.ts'
import { aPlannedChart as aChart } from '../../../support/charts/plain-charts.ts'
import { aDecision, aFinding, aPlannedRun } from '../../../support/values/planned.ts'

const stays = aDecision({ chart: aChart('web'), action: 'leave', version: '1.0.0', edits: {} })

describe('the plan in the log', () => {
  it('has a line per chart that something is done for, and counts the others', () => {
    const decisions = [aDecision({ findings: [aFinding()] }), stays]
    expect(planLines(aPlannedRun(decisions))).toBe(
      `2 charts: 1 to release, 1 unchanged.
app 1.4.2 -> 1.5.0: bump, its content changed since 1.4.2 was published
  values/added: new: image.tag was added (values.yaml:3)`,
    )
  })

  it('has one version only if that stays', () => {
    const decision = aDecision({ action: 'publish', version: '1.4.2', edits: {}, reason: 'it is new' })
    expect(planLines(aPlannedRun([decision]))).toContain('\napp 1.4.2: publish, it is new')
  })

  it('names five findings per chart and counts the rest', () => {
    const findings = Array.from({ length: 8 }, (_, index) => aFinding({ text: `key ${index} was added` }))
    const lines = planLines(aPlannedRun([aDecision({ findings })])).split('\n')
    expect(lines).toHaveLength(2 + 5 + 1)
    expect(lines.at(-1)).toBe('  and 3 more, which the plan lists')
  })

  it('does not count as released what only git lacks', () => {
    const sightings = [{ evidence: { state: 'same' } }] as unknown as ChartDecision['sightings']
    expect(planLines(aPlannedRun([aDecision({ sightings })]))).toContain('1 chart: 0 to release, 0 unchanged.')
  })

  it('says once what stops several charts', () => {
    const refused = (name: string) =>
      aDecision({
        ...{ chart: aChart(name), action: 'refuse', version: '1.0.0', edits: {}, reason: 'r.example does not answer.' },
        problem: new ReleaseError('REMOTE_UNREACHABLE', 'r.example does not answer.'),
      })
    expect(planLines(aPlannedRun([refused('app'), refused('web')])).split('\n')).toEqual([
      '2 charts: 0 to release, 0 unchanged, 2 refused.',
      'app 1.0.0: refuse, r.example does not answer.',
      'web 1.0.0: refuse, the same as for app',
    ])
  })

  it('ends with charts that could not be read, and with remarks', () => {
    const problem = new ReleaseError('CHART_YAML_INVALID', 'It is not YAML.')
    const run = aPlannedRun([stays], { unreadable: [{ path: 'charts/broken', problem }], remarks: ['By the way.'] })
    expect(planLines(run).split('\n').slice(1)).toEqual(['charts/broken: It is not YAML.', 'By the way.'])
  })

  it('is the reason alone if there is nothing to do', () => {
    expect(planLines(aPlannedRun([], { scope: { kind: 'nothing', reason: 'The tag v1 names no chart.' } }))).toBe(
      'The tag v1 names no chart.',
    )
  })
})
