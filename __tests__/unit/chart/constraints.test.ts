import { describe, expect, it } from '@jest/globals'
import { isConstraint, satisfies } from '../../../src/chart/constraints.ts'

/** What Masterminds/semver 3.5 answers, which Helm asks; each line was taken from it. */
const YES = [
  ['1.2.3', '1.2.3'],
  ['1.2.3', '=1.2'],
  ['1.2.9', '1.2'],
  ['1.9.9', '1.x'],
  ['1.9.9', '1'],
  ['9.0.0', '*'],
  ['1.2.9', '<=1.2'],
  ['2.0.0', '>1'],
  ['1.5.0', '>=1.0.0, <2.0.0'],
  ['1.5.0', '>=1.0.0 <2.0.0'],
  ['1.5.0', '>= 1.0.0,<2.0.0'],
  ['1.5.0', '1.0 - 2.0'],
  ['3.0.0', '1.x || >=3'],
  ['1.9.0', '^1.2'],
  ['0.2.9', '^0.2.3'],
  ['0.9.0', '^0'],
  ['1.2.9', '~1.2.3'],
  ['1.9.0', '~1'],
  ['1.2.9', '~>1.2.3'],
  ['9.9.9', '~0.0.0'],
  ['1.2.4', '!=1.2.3'],
  ['1.3.0', '!=1.2.x'],
  ['1.2.3-rc.1', '>=1.2.3-0'],
  ['1.5.0-rc.1', '>=1.0.0-0'],
  ['1.5.0-rc.1', '>=1.0.0-0 <2.0.0'],
  ['1.2.3+b7', '1.2.3'],
  ['v1.2.3', '1.2.3'],
  ['1.2', '1.2.0'],
  ['0.0.0', '^*'],
] as const

const NO = [
  ['1.2.4', '1.2.3'],
  ['2.0.0', '1.x'],
  ['1.1.0', '>1'],
  ['1.2.9', '>1.2'],
  ['1.3.0', '<=1.2'],
  ['2.0.0', '^1.2'],
  ['0.3.0', '^0.2.3'],
  ['0.0.4', '^0.0.3'],
  ['1.3.0', '~1.2.3'],
  ['1.2.3-rc.1', '*'],
  ['1.2.3-rc.1', '^1.2.0'],
  ['1.5.0-rc.1', '>=1.0.0 || 2.0.0-0'],
  ['1.2.3', '!=1.2.3'],
  ['1.2.9', '!=1.2.x'],
  ['0.0.1', '^*'],
  ['latest', '*'],
] as const

describe('a constraint, as Helm reads it', () => {
  it.each(YES)('%s satisfies %s', (version, constraint) => expect(satisfies(version, constraint)).toBe(true))
  it.each(NO)('%s does not satisfy %s', (version, constraint) => expect(satisfies(version, constraint)).toBe(false))

  it.each([
    '',
    ' ',
    'latest',
    '>>1',
    '1.2.3.4',
    '>=1.0.0<2.0.0',
    '1.0.0,',
    ',1.0.0',
    '1 ||',
    '1.0.0 and 2',
    `1${' 1'.repeat(300)}`,
    Array(34).fill('1').join('||'),
  ])('%j is none', (text) => {
    expect(isConstraint(text)).toBe(false)
    expect(() => satisfies('1.0.0', text)).toThrow('is no version constraint')
  })
})
