import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { errorCodes } from '../../src/model/error-codes.ts'
import { projectRoot } from '../support/places.ts'

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8')

const sources = globSync('src/**/*.ts', { cwd: projectRoot })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file !== 'src/model/error-codes.ts')
  .map(read)

/** An error that is made, a field `code`, or a code that is chosen; not one that an error is compared with. */
const MADE =
  /(?:ReleaseError\(\s*|\bcode:\s*|\bcode = [^\n]*?|\breturn (?!.*\.code\b)[^\n]*?)'([A-Z0-9_]+)'(?:[^\n]*?: '([A-Z0-9_]+)')?/g

const made = new Set(
  sources.flatMap((text) => [...text.matchAll(MADE)].flatMap(([, one = '', other = '']) => [one, other])),
)

describe('an error code', () => {
  it('is one that something can throw', () => {
    expect(Object.keys(errorCodes).filter((code) => !made.has(code))).toEqual([])
  })

  it('is explained in docs/errors.md', () => {
    const page = read('docs/errors.md')
    expect(Object.keys(errorCodes).filter((code) => !page.includes(`\`${code}\` |`))).toEqual([])
  })

  it('is not thrown by being compared', () => {
    const text = "if (thrown.code === 'CHART_GONE' || ['CHART_LOST'].includes(thrown.code)) return true"
    expect([...text.matchAll(MADE)]).toEqual([])
  })
})
