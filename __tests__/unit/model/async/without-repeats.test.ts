import { expect, it } from '@jest/globals'
import { withoutRepeats } from '../../../../src/model/async/memoize.ts'

it('hands on what is said again only once', () => {
  const told: string[] = []
  const warn = withoutRepeats((text) => told.push(text))
  for (const text of ['a', 'b', 'a', 'b', 'c']) warn(text)
  expect(told).toEqual(['a', 'b', 'c'])
})
