import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { missingTests, testsIn } from '../support/named-tests.ts'
import { projectRoot } from '../support/places.ts'

const text = readFileSync(join(projectRoot, 'docs/slsa.md'), 'utf8')
const table = text.slice(text.indexOf('<!-- slsa -->'), text.indexOf('<!-- /slsa -->'))
const rows = [...table.matchAll(/^\| (\d+) \| (.+?) \| .+ \| (.+) \|$/gm)].map(
  ([, number = '', requirement = '', held = '']) => [number, requirement, held] as const,
)

describe('what callers of the reusable workflow can claim', () => {
  it('has a row for each requirement', () => {
    expect(rows.map(([number]) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
  })

  it.each(rows)('%s: %s', (_, __, held) => {
    const tests = testsIn(held)
    // What has no test says so.
    expect(tests.length > 0 || held.includes('*not built*')).toBe(true)
    expect(missingTests(tests)).toEqual([])
  })
})
