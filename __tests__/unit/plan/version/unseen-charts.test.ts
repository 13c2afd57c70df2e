import { describe, expect, it } from '@jest/globals'
import type { JudgedChart } from '../../../../src/plan/decision/judged-chart.ts'
import { unseenCharts } from '../../../../src/plan/version/unseen-charts.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'

const waiting = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ chart: aPlannedChart(`c${index}`) }) as unknown as JudgedChart)

/** A history, newest commit first, by the charts that each commit touches. */
async function unseen(count: number, commits: readonly (readonly string[])[]) {
  let read = 0
  async function* history() {
    for (const names of commits) {
      read += 1
      yield { paths: names.map((name) => `charts/${name}/values.yaml`) }
    }
  }
  const tree = { commit: 'c'.repeat(40) } as never
  const left = await unseenCharts({ tree }, waiting(count), { git: { history } as never })
  return { left: [...left], read }
}

describe('charts that wait', () => {
  it('are all compared if they are few, and the history is not asked', async () => {
    expect(await unseen(20, [['c0']])).toEqual({ left: [], read: 0 })
  })

  it('are compared as far as they changed last, if they are many', async () => {
    const newestFirst = Array.from({ length: 30 }, (_, index) => [`c${29 - index}`, 'c29'])
    const { left, read } = await unseen(30, newestFirst)
    expect(left).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9'].map((name) => `charts/${name}`))
    // No further than it takes.
    expect(read).toBe(21)
  })

  it('are compared in no larger number if one commit changed them all', async () => {
    const all = Array.from({ length: 25 }, (_, index) => `c${index}`)
    expect((await unseen(25, [all])).left).toHaveLength(5)
  })
})
