import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { moveConstraint } from '../../../../src/chart/edit/move-constraint.ts'
import { isConstraint, satisfies } from '../../../../src/chart/manifest/constraints.ts'

describe('a constraint that must take another version', () => {
  it.each([
    // The same number of numbers, with the same operator.
    ['1.0.0', '1.0.1', '1.0.1'],
    ['=1.0.0', '1.0.1', '=1.0.1'],
    ['= 1.0.0', '1.0.1', '= 1.0.1'],
    ['v1.0.0', '1.0.1', 'v1.0.1'],
    ['1', '2.3.4', '2'],
    ['1.2', '2.3.4', '2.3'],
    ['=1.2', '2.3.4', '=2.3'],
    ['^1', '2.3.4', '^2'],
    ['^1.0', '2.3.4', '^2.3'],
    ['^1.0.0', '2.3.4', '^2.3.4'],
    ['^v1.0.0', '2.3.4', '^v2.3.4'],
    ['^0.1.0', '0.2.0', '^0.2.0'],
    ['~1.2', '2.0.0', '~2.0'],
    ['~1.2.3', '1.3.0', '~1.3.0'],
    ['~>1.2', '2.0.0', '~>2.0'],
    ['~ 1.2', '2.0.0', '~ 2.0'],
    // Wildcards stay where they are.
    ['1.x.x', '2.0.0', '2.x.x'],
    ['1.x', '2.0.0', '2.x'],
    ['1.X', '2.0.0', '2.X'],
    ['1.*', '2.0.0', '2.*'],
    ['1.*.*', '2.0.0', '2.*.*'],
    ['v1.x', '2.0.0', 'v2.x'],
    ['1.2.x', '1.3.4', '1.3.x'],
    ['1.2.*', '2.0.1', '2.0.*'],
    ['^1.x', '2.0.0', '^2.x'],
    ['~1.2.x', '2.0.1', '~2.0.x'],
    ['=1.2.x', '2.0.1', '=2.0.x'],
    // Of a range only the end that refuses it.
    ['>=1 <2', '2.0.0', '>=1 <3'],
    ['>=1, <2', '2.5.1', '>=1, <3'],
    ['>=1.0.0 <2.0.0', '2.0.0', '>=1.0.0 <3.0.0'],
    ['>= 1.0.0, < 2.0.0', '2.0.0', '>= 1.0.0, < 3.0.0'],
    ['>1.0.0 <1.3.0', '1.3.2', '>1.0.0 <1.4.0'],
    ['>=1.0.0 <1.3', '2.0.0', '>=1.0.0 <2.1'],
    ['<1.3.5', '1.3.5', '<1.3.6'],
    ['>=1.0.0 <=1.9.9', '2.0.0', '>=1.0.0 <=2.0.0'],
    ['<=1.9', '2.1.3', '<=2.1'],
    ['>=1.0.0-0 <2.0.0-0', '2.0.0', '>=1.0.0-0 <3.0.0-0'],
    ['>=2.0.0 <3.0.0', '1.5.0', '>=1.5.0 <3.0.0'],
    ['>2', '1.5.0', '>=1.5.0'],
    ['1.0.0 - 1.9.9', '2.0.0', '1.0.0 - 2.0.0'],
    ['1.0 - 1.9', '2.3.4', '1.0 - 2.3'],
    ['1.5.0 - 1.5.0', '1.4.0', '1.4.0 - 1.5.0'],
    ['^1.0.0-0', '2.0.0', '^2.0.0-0'],
    // Of alternatives the last.
    ['^1.0.0 || ^2.0.0', '3.1.0', '^1.0.0 || ^3.1.0'],
    ['1.x||2.x', '3.1.0', '1.x||3.x'],
    ['1.x || >=2 <3', '3.1.0', '1.x || >=2 <4'],
    // A pre-release needs a bound that names one.
    ['1.0.0', '1.1.0-rc.1', '1.1.0-rc.1'],
    ['^1.0.0', '2.0.0-rc.1', '^2.0.0-rc.1'],
    ['^1.0.0-0', '2.0.0-rc.1', '^2.0.0-0'],
    ['~1.0', '1.1.0-rc.1', '~1.1.0-rc.1'],
    ['1.x', '2.0.0-rc.1', '^2.0.0-rc.1'],
    ['1.2.x', '1.3.0-rc.1', '~1.3.0-rc.1'],
    ['*', '2.0.0-rc.1', '>=2.0.0-rc.1'],
    ['>=1 <2', '2.0.0-rc.1', '>=2.0.0-rc.1 <3'],
    ['^2.0.0-rc.1', '3.0.0', '^3.0.0'],
    // Nothing else says it.
    ['!=1.0.1', '1.0.1', '1.0.1'],
    ['>=1.0.0, !=1.0.1', '1.0.1', '1.0.1'],
  ])('keeps the form of %s for %s: %s', (before, version, after) => {
    expect(moveConstraint(before, version)).toBe(after)
    expect(satisfies(version, after)).toBe(true)
  })

  it.each(['*', 'x', '>=1', '1.x.x', '^1.0.0', '~1', '1 - 2', '<2 || >=3', '1.0.1'])(
    'stays as it is where %s takes the version already',
    (constraint) => {
      expect(moveConstraint(constraint, '1.0.1')).toBe(constraint)
    },
  )

  it('always takes the version', () => {
    const number = fc.nat(4).map(String)
    const part = fc.oneof(number, fc.constantFrom('x', '*'))
    const bound = fc.oneof(
      number,
      fc.tuple(number, part).map((all) => all.join('.')),
      fc.tuple(number, part, part).map((all) => all.join('.')),
    )
    const operator = fc.constantFrom('', '=', '^', '~', '~>', '<', '<=', '>', '>=', '!=', '> ', '=<')
    const term = fc.tuple(operator, bound).map((all) => all.join(''))
    const group = fc.oneof(
      fc.array(term, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
      fc.tuple(bound, bound).map((all) => all.join(' - ')),
    )
    const constraint = fc.array(group, { minLength: 1, maxLength: 3 }).map((all) => all.join(' || '))
    const version = fc
      .tuple(number, number, number, fc.constantFrom('', '', '-rc.1'))
      .map(([a, b, c, pre]) => `${a}.${b}.${c}${pre}`)
    fc.assert(
      fc.property(constraint, version, (before, to) => {
        const after = moveConstraint(before, to)
        expect(isConstraint(after)).toBe(true)
        expect(satisfies(to, after)).toBe(true)
        expect(moveConstraint(after, to)).toBe(after)
      }),
      { numRuns: 500 },
    )
  })
})
