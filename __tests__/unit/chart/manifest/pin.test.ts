import { describe, expect, it } from '@jest/globals'
import { pinnedVersion } from '../../../../src/chart/manifest/pin.ts'

describe('a constraint', () => {
  it.each([
    ['1.2.3', '1.2.3'],
    ['v1.2.3', 'v1.2.3'],
    ['=1.2.3', '1.2.3'],
    [' = v1.2.3 ', 'v1.2.3'],
    ['1.2.3-rc.1', '1.2.3-rc.1'],
    ['1.2.3+build.4', '1.2.3+build.4'],
    ['2024.01.05', '2024.01.05'],
  ])('that allows one version pins it: %j', (constraint, version) => {
    expect(pinnedVersion(constraint)).toBe(version)
  })

  it.each([
    '1.2',
    '=1.2',
    'v1',
    '1.2.x',
    '1.x.3',
    '*',
    '',
    '^1.2.3',
    '~1.2.3',
    '>=1.2.3',
    '<=1.2.3',
    '!=1.2.3',
    '==1.2.3',
    '1.2.3 || 1.2.4',
    '1.2.3||1.2.3',
    '1.2.3 - 1.2.3',
    '1.2.3, 1.2.3',
    '>=1.2.3 <=1.2.3',
    'latest',
    '1.2.3.4',
    `1.2.3${' '.repeat(600)}`,
  ])('that allows several, or that Helm refuses, pins none: %j', (constraint) => {
    expect(pinnedVersion(constraint)).toBeUndefined()
  })
})
