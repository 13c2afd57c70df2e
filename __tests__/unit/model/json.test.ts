import { describe, expect, it } from '@jest/globals'
import { isObject, member } from '../../../src/model/json.ts'

describe('a JSON object', () => {
  it('has keys, even none', () => expect([isObject({}), isObject({ a: 1 })]).toEqual([true, true]))

  it.each([null, undefined, [], 'text', 1, true])('is not %p', (value) => expect(isObject(value)).toBe(false))
})

describe('a field of a value from outside', () => {
  it('is found by its key, whatever its value', () => expect(member({ id: null }, 'id')).toBeNull())

  it('is found in a list by its index', () => expect(member(['first'], '0')).toBe('first'))

  it.each([undefined, null, 'text', 7, {}])('is undefined in %p', (value) =>
    expect(member(value, 'id')).toBeUndefined(),
  )

  it('is undefined if the value only inherits it', () => expect(member({}, 'toString')).toBeUndefined())
})
