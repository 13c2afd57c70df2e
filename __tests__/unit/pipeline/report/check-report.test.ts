import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { checkReport } from '../../../../src/pipeline/report/check-report.ts'
import { aPlannedChart as aChart } from '../../../support/charts/plain-charts.ts'
import { aDecision, aFinding, aPlannedRun } from '../../../support/values/planned.ts'

/** The setting was given, so it counts for every chart. */
const said = { requireBump: 'input' } as never

const changed = aDecision({ findings: [aFinding()] })

describe('the report of a check', () => {
  it('fails a chart that changed and whose version nobody raised', () => {
    const { mode, charts, checks, problems } = checkReport(aPlannedRun([changed]), { requireBump: true, sources: said })
    expect([mode, problems]).toEqual(['check', []])
    expect(charts).toMatchObject([{ result: 'failed', problem: { code: 'VERSION_NOT_RAISED' } }])
    expect(checks).toMatchObject([{ name: 'app', declared: '1.4.2', needed: '1.5.0', verdict: 'missing' }])
  })

  it('leaves that to the release if no bump is required', () => {
    const { charts, checks } = checkReport(aPlannedRun([changed]), { requireBump: false, sources: said })
    expect(charts).toMatchObject([{ result: 'checked' }])
    expect(checks).toMatchObject([{ verdict: 'left' }])
  })

  describe('of a chart whose version only people raise', () => {
    const reason = 'changed since 1.4.2, not released: raise the version to at least 1.5.0 (minor); new: image.tag'
    const waiting = aDecision({
      ...{ action: 'wait', version: '1.4.2', requiredVersion: '1.5.0', edits: {}, reason, findings: [aFinding()] },
      bump: { setting: 'manual', source: 'input' },
    })

    it('is green, and says what a later raise must be', () => {
      const settings = { requireBump: true, sources: { requireBump: 'default' } as never }
      const { charts, checks, advice } = checkReport(aPlannedRun([waiting]), settings)
      expect(charts).toMatchObject([{ result: 'checked' }])
      expect(checks).toMatchObject([{ verdict: 'waiting', needed: '1.5.0', requiredLevel: 'minor', why: reason }])
      expect(advice.map(({ level, text }) => [level, text])).toEqual([
        ['notice', expect.stringContaining('image.tag was added')],
        ['notice', `app ${reason}.`],
      ])
    })

    it('fails where a raise is required in so many words', () => {
      const { charts, checks } = checkReport(aPlannedRun([waiting]), { requireBump: true, sources: said })
      expect(charts).toMatchObject([{ result: 'failed', problem: { code: 'VERSION_NOT_RAISED' } }])
      expect(charts[0]?.problem?.hint).toBe('Write `version: 1.5.0`.')
      expect(checks).toMatchObject([{ verdict: 'missing', needed: '1.5.0' }])
    })
  })

  it('has checked a version that is high enough', () => {
    const decision = aDecision({ chart: aChart('app', '1.5.0'), action: 'publish', edits: {} })
    const { charts, checks, advice } = checkReport(aPlannedRun([decision]), { requireBump: true, sources: said })
    expect(charts).toMatchObject([{ result: 'checked', version: '1.5.0' }])
    expect(checks).toMatchObject([{ verdict: 'enough', released: '1.4.2' }])
    expect(advice).toEqual([])
  })

  it('says nothing twice of a version that is too low', () => {
    const tooLow = { chart: aChart('app', '1.4.3'), action: 'publish', version: '1.4.3', edits: {} } as const
    const findings = [aFinding({ level: 'major' })]
    const decision = aDecision({ ...tooLow, level: 'major', requiredVersion: '2.0.0', levelReason: 'x', findings })
    const { charts, advice } = checkReport(aPlannedRun([decision]), { requireBump: true, sources: said })
    expect(charts).toMatchObject([{ result: 'failed', problem: { code: 'VERSION_TOO_LOW' } }])
    expect(advice.map(({ title }) => title)).toEqual(['app: values/added'])
  })

  it('fails a chart that the plan refuses, for the reason of the plan', () => {
    const problem = new ReleaseError('REMOTE_UNREACHABLE', 'r.example does not answer.')
    const { charts, checks } = checkReport(aPlannedRun([aDecision({ action: 'refuse', problem })]), {
      requireBump: true,
      sources: said,
    })
    expect(charts).toMatchObject([{ result: 'failed', problem }])
    expect(checks).toMatchObject([{ verdict: 'unknown', why: 'r.example does not answer.' }])
  })

  it('has the reason why there is nothing to check, and what else the run says', () => {
    const run = aPlannedRun([], { scope: { kind: 'nothing', reason: 'No chart.' }, warnings: ['Careful.'] })
    expect(checkReport(run, { requireBump: true, sources: said }).advice.map(({ kind, text }) => [kind, text])).toEqual(
      [
        ['run', 'No chart.'],
        ['run', 'Careful.'],
      ],
    )
  })
})
