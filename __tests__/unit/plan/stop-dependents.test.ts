import { describe, expect, it } from '@jest/globals'
import type { ChartDecision } from '../../../src/plan/decision/decision.ts'
import { stopDependents } from '../../../src/plan/stop-dependents.ts'
import { aPlannedChart } from '../../support/charts/plain-charts.ts'
import { aShelf, published } from '../../support/index/shelf.ts'

const OWN = 'oci://registry.test/charts'
type Below = Readonly<Record<string, string>>

/** What becomes of charts; `graph` says by which repository they name what they depend on. */
async function stopped(
  graph: Readonly<Record<string, Below>>,
  actions: Readonly<Record<string, ChartDecision['action']>>,
  isPublished: boolean,
) {
  const charts = Object.entries(graph).map(([name, below]) =>
    aPlannedChart(name, '1.0.0', {
      local: Object.entries(below).map(([to, repository], index) => {
        return { index, dependency: { name: to, repository } as never, path: `charts/${to}` }
      }),
    }),
  )
  const decisions = charts.map(
    (chart) => ({ chart, action: actions[chart.manifest.name] ?? 'leave', edits: {} }) as never,
  )
  const shelf = aShelf(isPublished ? { '1.0.0': published('sha256:any') } : {})
  const sources = {
    charts: new Map(charts.map((chart) => [chart.path, chart])),
    tree: {} as never,
    problems: new Map(),
  }
  const result = await stopDependents(sources, decisions, () => [shelf])
  return {
    told: result.decisions.map(({ chart, action, problem }) => problem?.message ?? `${chart.manifest.name} ${action}`),
    published: [...result.published],
    asked: shelf.asked,
  }
}

describe('a chart that depends on one that can’t be released', () => {
  it('waits for it, and names it', async () => {
    const { told } = await stopped({ app: { lib: 'file://../lib' }, lib: {} }, { app: 'bump', lib: 'refuse' }, true)
    expect(told).toEqual(["app waits for lib, which it depends on and which can't be released.", 'lib refuse'])
  })

  it('names the one at fault, and not the one between', async () => {
    const graph = { app: { mid: 'file://../mid' }, mid: { lib: 'file://../lib' }, lib: {} }
    const { told } = await stopped(graph, { app: 'publish', mid: 'leave', lib: 'refuse' }, true)
    expect(told[0]).toBe("app waits for lib, which it depends on and which can't be released.")
  })

  it('goes on if it pins the published version by its address', async () => {
    const { told, published: taken } = await stopped(
      { app: { lib: OWN }, lib: {} },
      { app: 'bump', lib: 'refuse' },
      true,
    )
    expect([told, taken]).toEqual([['app bump', 'lib refuse'], ['lib 1.0.0']])
  })

  it('waits if that version is not published', async () => {
    const { told } = await stopped({ app: { lib: OWN }, lib: {} }, { app: 'publish', lib: 'refuse' }, false)
    expect(told[0]).toBe("app waits for lib, which it depends on and which can't be released.")
  })

  it('waits if it also holds it by its folder', async () => {
    const graph = { app: { lib: OWN, mid: 'file://../mid' }, mid: { lib: 'file://../lib' }, lib: {} }
    const { told } = await stopped(graph, { app: 'bump', mid: 'leave', lib: 'refuse' }, true)
    expect(told[0]).toMatch(/^app waits for lib/)
  })

  it('costs no request where nobody needs to know', async () => {
    const idle = await stopped({ app: { lib: OWN }, lib: {} }, { app: 'leave', lib: 'refuse' }, true)
    const sound = await stopped({ app: { lib: OWN }, lib: {} }, { app: 'bump', lib: 'bump' }, true)
    expect([idle.asked, sound.asked]).toEqual([[], []])
  })
})
