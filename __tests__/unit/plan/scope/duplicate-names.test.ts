import { describe, expect, it } from '@jest/globals'
import { duplicateNames } from '../../../../src/plan/scope/duplicate-names.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'

describe('charts of one name', () => {
  it('are both named, each at its own line', () => {
    const [one, two, other] = [
      aPlannedChart('app', '1.0.0', { path: 'a/app' }),
      aPlannedChart('app', '2.0.0', { path: 'b/app' }),
      aPlannedChart('other'),
    ]
    const doubled = duplicateNames([one, other, two])
    expect([...doubled.keys()].sort()).toEqual(['a/app', 'b/app'])
    expect(doubled.get('a/app')).toMatchObject({
      code: 'CHART_NAME_DOUBLED',
      kind: 'chart',
      message: 'a/app and b/app are both named app.',
      at: { file: 'a/app/Chart.yaml', line: 2, column: 7 },
    })
    expect(doubled.get('b/app')).toMatchObject({
      message: 'b/app and a/app are both named app.',
      at: { file: 'b/app/Chart.yaml' },
    })
  })

  it('may be more than two', () => {
    const charts = ['a', 'b', 'c'].map((path) => aPlannedChart('app', '1.0.0', { path }))
    expect(duplicateNames(charts).get('b')?.message).toBe('b and a, c are all named app.')
  })

  it('are none where all names differ', () => {
    expect(duplicateNames([aPlannedChart('app'), aPlannedChart('app-db')]).size).toBe(0)
    expect(duplicateNames([]).size).toBe(0)
  })
})
