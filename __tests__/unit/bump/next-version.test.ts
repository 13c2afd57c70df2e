import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { levelBetween, nextVersion, reaches, versionsOnLine } from '../../../src/bump/next-version.ts'
import { compareVersions } from '../../../src/chart/manifest/version.ts'
import type { BumpLevel } from '../../../src/model/settings.ts'

describe('the next version', () => {
  it.each([
    ['1.2.3', '1.2.4', '1.3.0', '2.0.0'],
    ['v0.5.30', 'v0.5.31', 'v0.6.0', 'v1.0.0'],
    ['1.2', '1.2.1', '1.3.0', '2.0.0'],
    ['v1', 'v1.0.1', 'v1.1.0', 'v2.0.0'],
    ['1.0.0+b7', '1.0.1', '1.1.0', '2.0.0'],
    ['1.2.3-rc.1', '1.2.3-rc.2', '1.3.0-rc.1', '2.0.0-rc.1'],
    ['1.3.0-rc.4', '1.3.0-rc.5', '1.3.0-rc.5', '2.0.0-rc.1'],
    ['2.0.0-beta.9+x', '2.0.0-beta.10', '2.0.0-beta.10', '2.0.0-beta.10'],
    ['8.0.0-SNAPSHOT', '8.0.0-SNAPSHOT.1', '8.0.0-SNAPSHOT.1', '8.0.0-SNAPSHOT.1'],
    ['8.1.1-SNAPSHOT.3', '8.1.1-SNAPSHOT.4', '8.2.0-SNAPSHOT.1', '9.0.0-SNAPSHOT.1'],
    ['8.1.1-SNAPSHOT', '8.1.1-SNAPSHOT.1', '8.2.0-SNAPSHOT', '9.0.0-SNAPSHOT'],
    ['1.0.1-rc1', '1.0.1-rc2', '1.1.0-rc1', '2.0.0-rc1'],
    ['1.0.0-rc9', '1.0.0-rc9.1', '1.0.0-rc9.1', '1.0.0-rc9.1'],
    ['1.0.0-7', '1.0.0-8', '1.0.0-8', '1.0.0-8'],
  ])('after %s is %s (patch), %s (minor), %s (major)', (current, patch, minor, major) => {
    expect([nextVersion(current, 'patch'), nextVersion(current, 'minor'), nextVersion(current, 'major')]).toEqual([
      patch,
      minor,
      major,
    ])
  })

  it('is always higher, and strict', () => {
    const number = fc.nat(20)
    const word = fc.stringMatching(/^[a-zA-Z-][0-9a-zA-Z-]{0,5}$/)
    const label = fc
      .array(fc.oneof(word, number.map(String)), { maxLength: 3 })
      .map((parts) => (parts.length > 0 ? `-${parts.join('.')}` : ''))
    const level = fc.constantFrom<BumpLevel>('patch', 'minor', 'major')
    fc.assert(
      fc.property(fc.tuple(number, number, number), label, level, (numbers, pre, by) => {
        const current = numbers.join('.') + pre
        const next = nextVersion(current, by)
        expect(compareVersions(next, current)).toBe(1)
        expect(versionsOnLine([next, current], current, by)).toEqual([next, current])
      }),
    )
  })

  it('is refused where there is none', () => {
    expect(() => nextVersion('1.2.9007199254740991', 'patch')).toThrow('There is no version after')
    expect(() => nextVersion('latest', 'patch')).toThrow('"latest" is not a version')
    expect(() => nextVersion('01.2.3', 'patch')).toThrow('is not a version')
  })
})

describe('the published versions on a line', () => {
  const published = [
    '1.2.0',
    '1.2.10',
    '1.2.9',
    '1.3.0',
    '2.0.0',
    '1.2.11-rc.1',
    'v1.2.12',
    '1.1.9',
    'latest',
    '1.2.3+b1',
  ]

  it('are those of the same major and minor for patches, highest first', () => {
    expect(versionsOnLine(published, '1.2.3', 'patch')).toEqual(['1.2.10', '1.2.9', '1.2.3+b1'])
  })

  it('reach as far as the level does', () => {
    expect(versionsOnLine(published, '1.2.9', 'minor')).toEqual(['1.3.0', '1.2.10', '1.2.9'])
    expect(versionsOnLine(published, '1.2.9', 'major')).toEqual(['2.0.0', '1.3.0', '1.2.10', '1.2.9'])
  })

  it('keep a maintenance branch on its line', () => {
    expect(versionsOnLine(['1.4.2', '2.0.0', '2.1.0'], '1.4.2', 'minor')).toEqual(['1.4.2'])
  })

  it('are pre-releases of the same label for a pre-release, and of the same v', () => {
    const rcs = ['1.3.0-rc.1', '1.3.0-rc.10', '1.3.0-beta.99', '1.3.0', '1.4.0-rc.1']
    expect(versionsOnLine(rcs, '1.3.0-rc.1', 'patch')).toEqual(['1.3.0-rc.10', '1.3.0-rc.1'])
    expect(versionsOnLine(published, 'v1.2.0', 'patch')).toEqual(['v1.2.12'])
  })
})

describe('a version that was raised by hand', () => {
  it.each([
    ['1.4.2', '1.4.3', 'patch', true],
    ['1.4.2', '1.4.2', 'patch', false],
    ['1.4.2', '1.4.1', 'patch', false],
    ['1.4.2', '1.4.9', 'minor', false],
    ['1.4.2', '1.5.0', 'minor', true],
    ['1.4.2', '1.9.0', 'major', false],
    ['1.4.2', '2.0.0', 'major', true],
    ['1.4.2', '3.1.0', 'major', true],
    ['1.4.2', '2.0.0-rc.1', 'major', true],
    ['1.4.2', '1.5.0-rc.1', 'major', false],
    ['2.0.0-rc.1', '2.0.0-rc.2', 'major', true],
    ['2.0.0-rc.1', '2.0.0', 'major', true],
    ['1.4.3-rc.1', '1.4.3', 'minor', false],
    ['v0.3', '0.4.0', 'minor', true],
    ['2024.01.05', '2024.2.0', 'minor', true],
    ['2024.01.05', '2024.1.6', 'minor', false],
    ['1.2-beta.1', '1.2.0', 'minor', true],
  ] as const)('after %s, %s is enough for %s: %s', (released, version, level, enough) => {
    expect(reaches(released, version, level)).toBe(enough)
  })

  it.each([
    ['1.4.2', '2.0.0', 'major'],
    ['1.4.2', '1.6.0', 'minor'],
    ['1.4.2', '1.4.3', 'patch'],
    ['1.4.2-rc.1', '1.4.2', 'patch'],
    ['1.4.2', '1.4.2', 'none'],
    ['1.4.2', '1.4.0', 'none'],
    ['2024.01.05', '2025.1.0', 'major'],
  ] as const)('from %s to %s is %s', (earlier, later, level) => {
    expect(levelBetween(earlier, later)).toBe(level)
  })
})
