import { describe, expect, it } from '@jest/globals'
import type { ChartDecision } from '../../../../src/plan/decision/decision.ts'
import { decideInOrder } from '../../../../src/plan/version/dependency-order.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'

type Action = ChartDecision['action']

/** Charts with what they depend on, and what was decided for each; a `bump` moves to 1.0.1. */
async function followed(
  graph: Readonly<Record<string, readonly string[]>>,
  actions: Readonly<Record<string, Action>>,
  follows: (name: string) => boolean = () => true,
) {
  const charts = Object.entries(graph).map(([name, below]) =>
    aPlannedChart(name, '1.0.0', {
      local: below.map((to, index) => ({ index, dependency: { name: to } as never, path: `charts/${to}` })),
    }),
  )
  const intentOf = (name: string, action: Action): ChartDecision => {
    const chart = charts.find(({ path }) => path === `charts/${name}`)
    return { chart, action, follows: [], edits: action === 'bump' ? { version: '1.0.1' } : {} } as never
  }
  const bumps: string[] = []
  const result = await decideInOrder(
    new Map(charts.map((chart) => [chart.path, chart])),
    Object.entries(actions).map(([name, action]) => intentOf(name, action)),
    {
      follows: ({ dependency }) => follows(dependency.name),
      decide: async (decision, moved) => {
        const because = moved.map(({ path }) => path)
        const { chart, action } = decision
        if (because.length === 0 || !['leave', 'complete'].includes(action)) return { ...decision, follows: because }
        bumps.push(chart.manifest.name)
        return { ...intentOf(chart.manifest.name, 'bump'), follows: because }
      },
    },
  )
  const told = result.map(({ chart, action, follows: because }) =>
    `${chart.manifest.name} ${action} ${because.map((path) => path.slice(7))}`.trim(),
  )
  return { told, bumps }
}

const line = { app: ['lib'], lib: ['core'], core: [], alone: [] }

describe('charts that depend on one that moves', () => {
  it('follow it, over every step, and nobody else does', async () => {
    const { told } = await followed(line, { app: 'leave', lib: 'leave', core: 'bump', alone: 'leave' })
    expect(told).toEqual(['app bump lib', 'lib bump core', 'core bump', 'alone leave'])
  })

  it('are asked once, in an order in which each knows of what is below', async () => {
    const diamond = { top: ['left', 'right'], left: ['base'], right: ['base'], base: [] }
    const { told, bumps } = await followed(diamond, { top: 'leave', left: 'leave', right: 'complete', base: 'bump' })
    expect(told).toEqual(['top bump left,right', 'left bump base', 'right bump base', 'base bump'])
    expect(bumps).toEqual(['left', 'right', 'top'])
  })

  it('keep what was decided for them where they are released anyway', async () => {
    const { told, bumps } = await followed(line, { app: 'publish', lib: 'bump', core: 'bump', alone: 'leave' })
    expect(told).toEqual(['app publish lib', 'lib bump core', 'core bump', 'alone leave'])
    expect(bumps).toEqual([])
  })

  it('stay refused', async () => {
    const { told } = await followed(line, { app: 'leave', lib: 'refuse', core: 'bump', alone: 'leave' })
    expect(told[1]).toBe('lib refuse core')
  })

  it('stay where they are when nothing moves: a first publication keeps its version', async () => {
    const { told } = await followed(line, { app: 'leave', lib: 'leave', core: 'publish', alone: 'publish' })
    expect(told).toEqual(['app leave', 'lib leave', 'core publish', 'alone publish'])
  })

  it('follow through a chart that this run does not look at', async () => {
    const { told } = await followed(line, { app: 'leave', core: 'bump' })
    expect(told).toEqual(['app bump lib', 'core bump'])
  })

  it('do not follow what does not reach them', async () => {
    const { told } = await followed(line, { app: 'leave', lib: 'leave', core: 'bump' }, (name) => name !== 'core')
    expect(told).toEqual(['app leave', 'lib leave', 'core bump'])
  })
})
