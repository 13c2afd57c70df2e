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
  const decisions = charts.map((chart) => {
    const action = actions[chart.manifest.name] ?? 'leave'
    const isBump = action === 'bump' || action === 'wait'
    const version = action === 'bump' ? '1.0.1' : '1.0.0'
    return { chart, action, version, ...(isBump && { requiredVersion: '1.1.0' }), edits: {} } as never
  })
  const shelf = aShelf(isPublished ? { '1.0.0': published('sha256:any') } : {})
  const sources = {
    charts: new Map(charts.map((chart) => [chart.path, chart])),
    tree: {} as never,
    problems: new Map(),
  }
  const result = await stopDependents(sources, decisions, () => [shelf])
  return {
    told: result.decisions.map(({ chart, action, problem }) => problem?.message ?? `${chart.manifest.name} ${action}`),
    hints: result.decisions.flatMap(({ problem }) => problem?.hint ?? []),
    reasons: result.decisions.map(({ reason }) => reason),
    versions: result.decisions.map(({ version }) => version),
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

describe('a chart that holds one which waits for a higher version', () => {
  const graph = { app: { lib: 'file://../lib' }, lib: {} }

  it('is refused if somebody raised it, with what to type', async () => {
    const { told, hints } = await stopped(graph, { app: 'publish', lib: 'wait' }, true)
    expect(told).toEqual([
      'app 1.0.0 would hold lib 1.0.0 with content that is not released under that version.',
      'lib wait',
    ])
    expect(hints).toEqual([
      'Raise lib, which it depends on, to at least 1.1.0 (`version` in charts/lib/Chart.yaml); then both are released.',
    ])
  })

  it('waits with it where the action would raise it', async () => {
    const { told, reasons, versions } = await stopped(graph, { app: 'bump', lib: 'wait' }, true)
    expect(told).toEqual(['app wait', 'lib wait'])
    expect(versions).toEqual(['1.0.0', '1.0.0'])
    expect(reasons[0]).toBe(
      'changed since 1.0.0, not released: raise lib, which it depends on, to at least 1.1.0 (`version` in charts/lib/Chart.yaml)',
    )
  })

  it.each(['leave', 'complete', 'wait'] as const)('has nothing to do with that where it is to %s', async (action) => {
    const { told } = await stopped(graph, { app: action, lib: 'wait' }, true)
    expect(told).toEqual([`app ${action}`, 'lib wait'])
  })

  it('goes on if it pins the published version by its address', async () => {
    const pinned = { app: { lib: OWN }, lib: {} }
    const { told, published: taken } = await stopped(pinned, { app: 'publish', lib: 'wait' }, true)
    expect([told, taken]).toEqual([['app publish', 'lib wait'], ['lib 1.0.0']])
  })

  it('is told of each through others', async () => {
    const deep = {
      app: { mid: 'file://../mid' },
      mid: { lib: 'file://../lib', base: 'file://../base' },
      lib: {},
      base: {},
    }
    const { hints } = await stopped(deep, { app: 'publish', mid: 'publish', lib: 'wait', base: 'wait' }, true)
    expect(hints[0]).toMatch(
      /^Raise what it depends on: lib to at least 1\.1\.0 \(.*\), base to at least 1\.1\.0 \(.*\); then all are/,
    )
    expect(hints[1]).toBe(hints[0])
  })
})
