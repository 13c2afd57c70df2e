import { describe, expect, it } from '@jest/globals'
import type { Judgement } from '../../../../src/plan/decision/judged-chart.ts'
import { judgeInside } from '../../../../src/plan/version/judgement.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'

type Verdict = 'leave' | 'by tag' | 'move' | 'refused'

/** Names of the charts that were compared by their bytes, and what each of them is in the end. */
async function judged(
  graph: Readonly<Record<string, readonly string[]>>,
  verdicts: Readonly<Record<string, Verdict>>,
  bytes: Readonly<Record<string, Verdict>> = {},
) {
  const charts = Object.entries(graph).map(([name, below]) =>
    aPlannedChart(name, '1.0.0', {
      local: below.map((to, index) => ({ index, dependency: { name: to } as never, path: `charts/${to}` })),
    }),
  )
  const judgement = (name: string, verdict: Verdict): Judgement => {
    const chart = charts.find(({ manifest }) => manifest.name === name)
    const sightings = [{ evidence: verdict === 'by tag' ? { byTag: `${name}-1.0.0` } : {} }]
    const action = verdict === 'move' ? 'move' : 'leave'
    if (verdict === 'refused') return { chart, refusal: new Error(name) } as never
    return { chart, judged: { verdict: { action }, sightings } } as never
  }
  const compared: string[] = []
  const all = await judgeInside(
    new Map(charts.map((chart) => [chart.path, chart])),
    Object.entries(verdicts).map(([name, verdict]) => judgement(name, verdict)),
    async ({ chart: { manifest } }) => {
      compared.push(manifest.name)
      return judgement(manifest.name, bytes[manifest.name] ?? 'leave')
    },
  )
  return { compared: compared.sort(), order: all.map(({ chart }) => chart.manifest.name) }
}

describe('charts that are left as they are by their git tags', () => {
  const graph = { app: ['lib'], lib: ['core'], core: [], alone: [] }

  it('stay so while nothing moves', async () => {
    const verdicts = { app: 'leave', lib: 'by tag', core: 'by tag', alone: 'by tag' } as const
    expect((await judged(graph, verdicts)).compared).toEqual([])
  })

  it.each(['move', 'refused'] as const)(
    'are compared by their bytes if they are inside one that may be released (%s)',
    async (app) => {
      const verdicts = { app, lib: 'by tag', core: 'by tag', alone: 'by tag' } as const
      const { compared, order } = await judged(graph, verdicts)
      expect(compared).toEqual(['core', 'lib'])
      expect(order).toEqual(['app', 'lib', 'core', 'alone'])
    },
  )

  it('are compared if they follow one that moves, with all that is inside them', async () => {
    const all = { ...graph, app: ['lib', 'alone'] }
    const verdicts = { app: 'by tag', lib: 'move', core: 'leave', alone: 'by tag' } as const
    expect((await judged(all, verdicts)).compared).toEqual(['alone', 'app'])
  })

  it('may move more by what their bytes are', async () => {
    const two = { one: ['core'], other: ['core', 'more'], core: [], more: [] }
    const verdicts = { one: 'move', other: 'leave', core: 'by tag', more: 'by tag' } as const
    expect((await judged(two, verdicts, { core: 'move' })).compared).toEqual(['core', 'more'])
  })
})
