import { describe, expect, it } from '@jest/globals'
import { createLimiter, mapConcurrent } from '../../../../src/model/async/concurrency.ts'

/** Work that is under way until it is let go, and what was started so far. */
function heldWork() {
  const started: string[] = []
  const gates = new Map<string, PromiseWithResolvers<void>>()
  return {
    started,
    async run(name: string) {
      started.push(name)
      const gate = Promise.withResolvers<void>()
      gates.set(name, gate)
      await gate.promise
      return name.toUpperCase()
    },
    end: (name: string) => gates.get(name)?.resolve(),
    fail: (name: string) => gates.get(name)?.reject(new Error(name)),
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('work on many items', () => {
  it('runs on as many at once as are allowed, and gives the results in order', async () => {
    const { started, run, end } = heldWork()
    const all = mapConcurrent(['a', 'b', 'c'], 2, run)
    expect(started).toEqual(['a', 'b'])
    end('b')
    await turn()
    expect(started).toEqual(['a', 'b', 'c'])
    end('c')
    end('a')
    expect(await all).toEqual(['A', 'B', 'C'])
  })

  it('starts nothing after a failure, and throws it when the rest has ended', async () => {
    const { started, run, end, fail } = heldWork()
    let isOver = false
    const all = mapConcurrent(['a', 'b', 'c'], 2, run).finally(() => {
      isOver = true
    })
    fail('b')
    await turn()
    expect([started, isOver]).toEqual([['a', 'b'], false])
    end('a')
    await expect(all).rejects.toThrow('b')
  })
})

describe('a limiter', () => {
  it('lets work in as it comes, as much at once as it is bound to', async () => {
    const { started, run, end, fail } = heldWork()
    const limit = createLimiter(1)
    const [first, second, third] = ['a', 'b', 'c'].map((name) => limit(() => run(name)))
    await turn()
    expect(started).toEqual(['a'])
    fail('a')
    await expect(first).rejects.toThrow('a')
    await turn()
    expect(started).toEqual(['a', 'b'])
    end('b')
    await turn()
    end('c')
    expect(await Promise.all([second, third])).toEqual(['B', 'C'])
  })
})
