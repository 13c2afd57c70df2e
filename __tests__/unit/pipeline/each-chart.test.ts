import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../src/model/errors.ts'
import { chartSteps, eachChart, withoutDependents } from '../../../src/pipeline/each-chart.ts'
import { aChart, sourcesOf } from '../../support/values/pipeline.ts'

const { charts } = sourcesOf(aChart('lib'), aChart('app', ['lib']), aChart('shop', ['app']), aChart('other'))
const items = [...charts.keys()].map((path) => ({ path }))
const broken = new ReleaseError('REGISTRY_FAILED', 'Chart.yaml is broken.')

describe('work on every chart', () => {
  it('keeps the order, whichever chart is faster', async () => {
    const { done } = await eachChart(charts, items, async (item) => {
      if (item.path === 'charts/lib') await new Promise((resolve) => setTimeout(resolve, 5))
      return item
    })
    expect(done).toEqual(items)
  })

  it('stops the dependents of a chart that fails, directly and through others', async () => {
    const { done, failed } = await eachChart(charts, items, async (item) => {
      if (item.path === 'charts/lib') throw broken
      return item
    })
    expect(done).toEqual([{ path: 'charts/other' }])
    expect(failed.get('charts/lib')).toBe(broken)
    expect(failed.get('charts/shop')?.message).toContain('lib')
  })

  it('names only those causes that a chart depends on', () => {
    const failed = new Map([['charts/other', broken]])
    const step = withoutDependents(charts, { done: items.slice(0, 3), failed })
    expect(step.done).toHaveLength(3)
    expect([...step.failed.keys()]).toEqual(['charts/other'])
  })
})

describe('steps of charts', () => {
  const steps = { current: '', during: <T>(_title: string, work: () => Promise<T>) => work() }

  it('keep what failed, and pass on what is left', async () => {
    const failed = new Map<string, ReleaseError>()
    const step = chartSteps(steps, failed)
    const left = await step('Stage', items, async (all) => ({
      done: all.slice(1),
      failed: new Map([['charts/lib', broken]]),
    }))
    expect(left).toHaveLength(3)
    expect([...failed]).toEqual([['charts/lib', broken]])
  })

  it('are left out when no chart is left', async () => {
    const step = chartSteps(steps, new Map())
    expect(await step('Claim', [], () => Promise.reject(broken))).toEqual([])
  })
})
