import { describe, expect, it } from '@jest/globals'
import { clashingNames } from '../../../../src/chart/package/content-notices.ts'

describe('names of which some file systems keep one', () => {
  it.each([
    [['README', 'readme'], [['README', 'readme']]],
    [['templates/a.yaml', 'templates/A.yaml', 'templates/b.yaml'], [['templates/a.yaml', 'templates/A.yaml']]],
    [['Templates/a.yaml', 'templates/b.yaml', 'templates/c.yaml'], [['Templates', 'templates']]],
    [['a/x', 'A'], [['a', 'A']]],
    [['caf\u00e9', 'cafe\u0301'], [['caf\u00e9', 'cafe\u0301']]],
    [['\u212A', 'k'], [['\u212A', 'k']]],
    [['x', 'X', 'x/y'], [['x', 'X']]],
  ])('%j', (paths, clashes) => {
    expect(clashingNames(paths)).toEqual(clashes)
  })

  it('are none that differ otherwise', () => {
    expect(clashingNames(['a/b', 'a/c', 'ab', 'a-b', '__proto__', 'constructor', 'README.md', 'README'])).toEqual([])
  })
})
