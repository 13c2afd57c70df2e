import { describe, expect, it } from '@jest/globals'
import type { CheckedChart, CheckVerdict } from '../../../../src/model/check.ts'
import { decisionAdvice, findingAdvice } from '../../../../src/pipeline/report/plan-advice.ts'
import { aPlannedChart as aChart } from '../../../support/charts/plain-charts.ts'
import { aDecision, aFinding } from '../../../support/values/planned.ts'

const at = { file: 'charts/app/Chart.yaml', line: 3 }
const files = [{ path: 'values.yaml', from: 'charts/app/values.yaml' }] as unknown as ReturnType<typeof aChart>['files']
const chart = aChart('app', '1.4.3', { files })
const judged = (verdict: CheckVerdict) => ({ verdict }) as CheckedChart

describe('advice about a decision', () => {
  it('is none if there is nothing to say', () => {
    expect(decisionAdvice([aDecision({ findings: [aFinding()] })])).toEqual([])
  })

  it('says at the version that it was raised by less than its changes call for', () => {
    const decision = aDecision({
      ...{ chart, version: '1.4.3', requiredVersion: '1.5.0', comparedWith: '1.4.2', levelReason: 'a value was added' },
    })
    const text =
      'app 1.4.3 is taken as it was raised by hand, though 1.5.0 is called for after 1.4.2: a value was added.'
    expect(decisionAdvice([decision])).toEqual([{ kind: 'chart', level: 'warning', title: 'app', text, at }])
  })

  it('says at the version that a higher one is published', () => {
    const [advice] = decisionAdvice([aDecision({ chart, version: '1.4.3', below: '1.6.0' })])
    expect(advice).toMatchObject({ level: 'warning', title: 'app', at })
    expect(advice?.text).toMatch(/^app 1\.4\.3 is below 1\.6\.0/)
  })

  it.each(['app-version/frozen', 'lint/number'])('warns of a finding of %s at its place', (rule) => {
    const findings = [aFinding({ rule, level: 'none', text: 'The tag moved' }), aFinding()]
    expect(decisionAdvice([aDecision({ chart, findings })])).toEqual([
      {
        ...{ kind: 'chart', level: 'warning', title: `app: ${rule}`, text: 'The tag moved.' },
        at: { file: 'charts/app/values.yaml', line: 3 },
      },
    ])
  })
})

describe('advice about the findings of a check', () => {
  const major = aFinding({ level: 'major', rule: 'values/removed', text: 'image.tag was removed' })

  it.each(['enough', 'first', 'unchanged', 'unknown'] as const)('is none for a version that is %s', (verdict) => {
    expect(findingAdvice(aDecision({ findings: [major] }), judged(verdict))).toEqual([])
  })

  it('warns of what decides, and notes what weighs less', () => {
    const findings = [major, aFinding(), aFinding({ level: 'patch' })]
    expect(findingAdvice(aDecision({ chart, findings }), judged('too-low'))).toMatchObject([
      { level: 'warning', title: 'app: values/removed', text: 'breaking: image.tag was removed (values.yaml:3).' },
      { level: 'notice', title: 'app: values/added', at: { file: 'charts/app/values.yaml', line: 3 } },
    ])
  })

  it('has small findings only if they decide', () => {
    const findings = [aFinding({ level: 'patch' })]
    expect(findingAdvice(aDecision({ findings, level: 'patch' }), judged('missing'))).toHaveLength(1)
    expect(findingAdvice(aDecision({ findings }), judged('missing'))).toEqual([])
  })

  it('only notes what the release will take care of', () => {
    expect(findingAdvice(aDecision({ findings: [major] }), judged('left'))).toMatchObject([{ level: 'notice' }])
  })

  it('stops at ten per chart', () => {
    const findings = Array.from({ length: 12 }, () => major)
    expect(findingAdvice(aDecision({ findings }), judged('missing'))).toHaveLength(10)
  })

  it('is at Chart.yaml if the finding is in a packaged dependency', () => {
    const findings = [aFinding({ level: 'major', at: { file: 'charts/redis/values.yaml', line: 9 } })]
    const [advice] = findingAdvice(aDecision({ chart, findings }), judged('missing'))
    expect(advice?.at).toEqual({ file: 'charts/app/Chart.yaml' })
  })
})
