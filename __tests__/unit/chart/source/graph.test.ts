import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cycleThrough, dependentsOf, levelsOf } from '../../../../src/chart/source/graph.ts'
import type { ChartSource } from '../../../../src/chart/source/source.ts'

type Graph = Readonly<Record<string, readonly string[]>>

/** As much of each chart as the graph looks at: its folder and those that it depends on. */
function chartsOf(graph: Graph): ReadonlyMap<string, ChartSource> {
  return new Map(
    Object.entries(graph).map(([path, below]) => [path, { path, local: below.map((to) => ({ path: to })) } as never]),
  )
}

const levels = (graph: Graph, asked: readonly string[] = Object.keys(graph)) =>
  levelsOf(chartsOf(graph), asked).map((level) => level.map(({ path }) => path))
const dependents = (graph: Graph, ...paths: readonly string[]) => [...dependentsOf(chartsOf(graph), paths)].sort()

const diamond = { app: ['left', 'right'], left: ['lib'], right: ['lib'], lib: [], alone: [] }

describe('the order of packaging', () => {
  it('puts what others need first, and side by side what does not wait', () => {
    expect(levels(diamond)).toEqual([['alone', 'lib'], ['left', 'right'], ['app']])
  })

  it('brings along what the asked charts depend on, and nothing else', () => {
    expect(levels(diamond, ['left'])).toEqual([['lib'], ['left']])
    expect(levels(diamond, [])).toEqual([])
  })

  it('passes over what could not be read', () => {
    expect(levels({ app: ['gone'] })).toEqual([[], ['app']])
  })

  it('never packages a chart before one that it depends on, and each only once', () => {
    // An edge leads only to a higher number, so there is no circle.
    const graphs = fc.array(fc.uniqueArray(fc.nat(19), { maxLength: 4 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(graphs, (edges) => {
        const graph = Object.fromEntries(
          edges.map((to, from) => [`${from}`, to.filter((n) => n > from && n < edges.length).map(String)]),
        )
        const order = levels(graph)
        const depth = new Map(order.flatMap((level, index) => level.map((path) => [path, index] as const)))
        expect(order.flat().sort()).toEqual(Object.keys(graph).sort())
        for (const [path, below] of Object.entries(graph)) {
          for (const to of below) expect(depth.get(to)).toBeLessThan(depth.get(path) ?? -1)
        }
      }),
    )
  })
})

describe('dependents', () => {
  it('are all that reach a chart, directly or through others', () => {
    expect(dependents(diamond, 'lib')).toEqual(['app', 'left', 'right'])
    expect(dependents(diamond, 'left')).toEqual(['app'])
    expect(dependents(diamond, 'app')).toEqual([])
    expect(dependents(diamond, 'alone')).toEqual([])
  })

  it('do not hold what was asked about', () => {
    expect(dependents(diamond, 'lib', 'app')).toEqual(['left', 'right'])
  })
})

describe('a circle', () => {
  it('is told step by step, where it begins', () => {
    expect(cycleThrough(['a', 'b', 'a'], 'a/Chart.yaml')).toMatchObject({
      code: 'DEPENDENCY_CYCLE',
      message: 'These charts depend on each other in a circle: a -> b -> a.',
      at: { file: 'a/Chart.yaml' },
    })
  })
})
