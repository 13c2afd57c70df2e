import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { isConstraint, satisfies } from '../../../../src/chart/manifest/constraints.ts'
import { readHelmVersion } from '../../../../src/chart/manifest/helm-version.ts'
import { projectRoot } from '../../../support/places.ts'

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
    expect(() => satisfies('1.0.0', text)).toThrow('is not a version constraint')
  })
})

type Verdict = 'yes' | 'no' | 'no constraint' | 'no version'

function verdictOf(constraint: string, version: string): Verdict {
  if (!isConstraint(constraint)) return 'no constraint'
  if (!readHelmVersion(version)) return 'no version'
  return satisfies(version, constraint) ? 'yes' : 'no'
}

/**
 * What Masterminds/semver 3.3, 3.4 and 3.5 (Helm 3.17, 4.1 and 4.3) say with one voice of constraints and versions that were
 * made at random: one `[constraint, version, verdict]` a line.
 */
describe('the recorded answers of Masterminds', () => {
  const rows = readFileSync(join(projectRoot, '__tests__/fixtures/constraints.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as readonly [string, string, Verdict])

  it('are ours', () => {
    const wrong = rows.filter(([constraint, version, verdict]) => verdictOf(constraint, version) !== verdict)
    expect(wrong).toEqual([])
    expect(rows.length).toBeGreaterThan(1700)
  })

  it('hold each verdict often', () => {
    const counts = Map.groupBy(rows, ([, , verdict]) => verdict)
    for (const verdict of ['yes', 'no', 'no constraint', 'no version']) {
      expect(counts.get(verdict as Verdict)?.length).toBeGreaterThan(99)
    }
  })
})

describe('a hostile constraint', () => {
  it.each([
    ['blanks', `${' '.repeat(250)}1${' '.repeat(250)}!`],
    ['many terms', `${'1.2 '.repeat(127)}!`],
    ['many terms with blanks', `${'1    '.repeat(100)}!`],
    ['ranges', `${'1 - '.repeat(120)}!`],
    ['labels', `1-${'a.'.repeat(240)}!`],
    ['operators', '>='.repeat(250)],
    ['bars', `${'|'.repeat(511)}`],
  ])('of %s is refused at once', (_, text) => {
    expect(isConstraint(text)).toBe(false)
  })
})
