import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './places.ts'

/** A test that a page of the documentation names. */
export interface NamedTest {
  readonly file: string
  readonly title: string
}

/** The tests in a cell such as `` `file`: “title”, “title” ``. */
export function testsIn(held: string): readonly NamedTest[] {
  return [...held.matchAll(/`([\w./-]+\.ts)`: ((?:“[^”]+”(?:, )?)+)/g)].flatMap(([, file = '', titles = '']) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file: placeOf(file), title })),
  )
}

function placeOf(file: string): string {
  return /^demo\//.test(file) ? file : `__tests__/${file}`
}

/** As a whole string of the file: the title of a test, of a group, of a row of `it.each`, or of a check. */
export function isIn(source: string, title: string): boolean {
  const quoted = [`'${title}'`, `"${title}"`, `\`${title}\``, `'${title.replaceAll("'", "\\'")}'`]
  return quoted.some((literal) => source.includes(literal))
}

/** Those that there are not. */
export function missingTests(tests: readonly NamedTest[]): readonly NamedTest[] {
  return tests.filter(({ file, title }) => {
    const path = join(projectRoot, file)
    return !existsSync(path) || !isIn(readFileSync(path, 'utf8'), title)
  })
}
