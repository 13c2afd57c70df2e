import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { isIn, missingTests, testsIn } from '../support/named-tests.ts'
import { projectRoot } from '../support/places.ts'

const text = readFileSync(join(projectRoot, 'docs/threat-model.md'), 'utf8')
const table = text.slice(text.indexOf('<!-- traps -->'), text.indexOf('<!-- /traps -->'))

/** `| 1.1 | trap | held by |`, of which the last names tests as `` `file`: “title”, “title” ``. */
const rows = [...table.matchAll(/^\| (\d+\.\d+) \| (.+?) \| (.+) \|$/gm)].map(
  ([, number = '', trap = '', held = '']) => ({
    number,
    trap,
    tests: testsIn(held),
    isOpen: /\*(?:no test yet|not built)\*/i.test(held),
  }),
)

describe('the threat model', () => {
  it('has a row for the traps of each of the twelve parts', () => {
    expect(new Set(rows.map(({ number }) => number.split('.')[0]))).toEqual(
      new Set(Array.from({ length: 12 }, (_, index) => `${index + 1}`)),
    )
    expect(rows.length).toBeGreaterThan(60)
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
  })

  it.each(rows.map((row) => [row.number, row.trap, row] as const))('%s: %s', (_, __, { tests, isOpen }) => {
    // What has no test says so.
    expect(tests.length > 0 || isOpen).toBe(true)
    expect(missingTests(tests)).toEqual([])
  })

  it('notices a test that does not exist', () => {
    const [named] = testsIn(
      '`unit/chart/source/tree.test.ts`: “hold no submodule, unless Helm ignores it”, “is not there”',
    )
    expect(named).toEqual({
      file: '__tests__/unit/chart/source/tree.test.ts',
      title: 'hold no submodule, unless Helm ignores it',
    })
    const source = readFileSync(join(projectRoot, named?.file ?? ''), 'utf8')
    expect([isIn(source, named?.title ?? ''), isIn(source, 'is not there')]).toEqual([true, false])
  })
})
