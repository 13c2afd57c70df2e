import { describe, expect, it } from '@jest/globals'
import { boundedCache } from '../../../../src/signing/verify/bounded-cache.ts'

describe('what is remembered', () => {
  it('is made once for each key', () => {
    const answers = boundedCache<string>(10)
    let made = 0
    const make = (key: string) => () => {
      made += 1
      return `${key}${made}`
    }
    const ask = (key: string) => answers(key, make(key))
    expect([ask('a'), ask('b'), ask('a'), ask('b')]).toEqual(['a1', 'b2', 'a1', 'b2'])
  })

  it('is never a failure: the next one who asks has it judged again', () => {
    const answers = boundedCache<string>(10)
    const failing = () => {
      throw new Error('not valid')
    }
    expect(() => answers('a', failing)).toThrow('not valid')
    expect(answers('a', () => 'valid')).toBe('valid')
  })

  it('is bounded: a flood of keys drops the oldest', () => {
    const answers = boundedCache<number>(2)
    for (const key of ['a', 'b', 'c']) answers(key, () => 1)
    expect([answers('c', () => 2), answers('b', () => 2), answers('a', () => 2)]).toEqual([1, 1, 2])
  })
})
