import { describe, expect, it } from '@jest/globals'
import { createMemo } from '../../../../src/model/async/memoize.ts'

/** Work that fails the first time. */
function worksLater() {
  let calls = 0
  return async () => {
    calls += 1
    if (calls === 1) throw new Error('away')
    return calls
  }
}

describe('a memo', () => {
  it('does the work once, also for those who ask while it is under way', async () => {
    const memo = createMemo<number>()
    let calls = 0
    const work = async () => {
      calls += 1
      return calls
    }
    expect(await Promise.all([memo.get(work), memo.get(work)])).toEqual([1, 1])
    expect(await memo.get(work)).toBe(1)
  })

  it('forgets a failure, which all who waited for it get', async () => {
    const memo = createMemo<number>()
    const work = worksLater()
    const both = await Promise.allSettled([memo.get(work), memo.get(work)])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(memo.held()).toBeUndefined()
    expect(await memo.get(work)).toBe(2)
  })

  it('keeps a failure that trying again would only repeat', async () => {
    const memo = createMemo<number>(() => true)
    const work = worksLater()
    await expect(memo.get(work)).rejects.toThrow('away')
    await expect(memo.get(work)).rejects.toThrow('away')
  })

  it('does the work again once it is told to forget', async () => {
    const memo = createMemo<number>()
    await memo.get(async () => 1)
    memo.forget()
    expect(await memo.get(async () => 2)).toBe(2)
  })

  it('keeps what replaced a result when that one fails late', async () => {
    const memo = createMemo<number>()
    const { promise, reject } = Promise.withResolvers<number>()
    const first = memo.hold(promise)
    void memo.hold(Promise.resolve(2))
    reject(new Error('late'))
    await expect(first).rejects.toThrow('late')
    expect(await memo.held()).toBe(2)
  })
})
