import { describe, expect, it } from '@jest/globals'
import { importsOf, problemsOf } from '../../scripts/check-imports.ts'
import { circlesOf, circlesOfRooms } from '../../scripts/import-circles.ts'

describe('circles', () => {
  const imports = (rows: Readonly<Record<string, readonly string[]>>) => new Map(Object.entries(rows))

  it('are found through any number of files, each once', () => {
    const found = circlesOf(imports({ a: ['b'], b: ['c'], c: ['a'], d: ['d2', 'a'], d2: ['d'], e: ['a'] }))
    expect(found).toEqual([
      ['a', 'b', 'c'],
      ['d', 'd2'],
    ])
  })

  it('of folders count if they stand side by side; a folder and what is below it may know each other', () => {
    const found = circlesOfRooms(
      imports({
        'src/x/a/1.ts': ['src/x/b/1.ts'],
        'src/x/b/1.ts': ['src/x/c.ts'],
        'src/x/b/2.ts': ['src/x/a/2.ts'],
        'src/x/c.ts': ['src/x/a/1.ts'],
      }),
    )
    expect(found).toEqual([['src/x/a', 'src/x/b']])
  })
})

describe('the import table', () => {
  it.each([
    ['src/model/chart.ts', '../plan/decide.ts', 'the table'],
    ['src/model/git/refs.ts', '../../plan/decide.ts', 'the table'],
    ['src/targets/bucket/store.ts', '../s3/address.ts', 'only registry.ts'],
    ['src/targets/oci/transport/client.ts', '../../pages/branch.ts', 'never imports its sibling'],
    ['src/targets/oci/auth/basic.ts', '../../s3/sign.ts', 'never imports its sibling'],
    ['src/bump/auto/rules.ts', '../fixed/level.ts', 'never imports its sibling'],
    ['src/bump/auto/rules.ts', '../../targets/oci/client.ts', 'never imports its sibling'],
    ['src/release.ts', './targets/oci/client.ts', 'only registry.ts'],
    ['src/plan/published/verdict.ts', '../../platform/files.ts', 'the table'],
    ['src/targets/oci/transport/client.ts', '../../../platform/http.ts', 'the table'],
    ['src/platform/git/git.ts', '../../plan/decide.ts', 'the table'],
    ['src/release.ts', './main.ts', 'the table'],
    ['src/chart/source/export.ts', '../../plan/decide.ts', 'the table'],
    ['src/plan/published/verdict.ts', '../../signing/keyless.ts', 'the table'],
    ['src/plan/published/verdict.ts', '../../index-file/index-file.ts', 'the table'],
    ['src/index-file/index-file.ts', '../targets/target.ts', 'the table'],
    ['src/new/folder.ts', '../chart/export.ts', 'the table'],
    ['src/release.ts', '../__tests__/support/git.ts', 'nothing from outside src'],
    ['src/release.ts', './inputs.js', 'names its file with .ts'],
    ['src/release.ts', './inputs', 'names its file with .ts'],
  ])('%s may not import %s', (from, to, why) => {
    expect(problemsOf(from, `import { x } from '${to}'\n`).join('\n')).toContain(why)
  })

  it.each([
    ['src/targets/oci/transport/client.ts', '../../../model/chart.ts'],
    ['src/targets/oci/transport/client.ts', '../../target.ts'],
    ['src/targets/oci/transport/client.ts', '../../../index-file/index-file.ts'],
    ['src/targets/oci/auth/basic.ts', '../client.ts'],
    ['src/targets/oci/transport/client.ts', '../../../ports/http.ts'],
    ['src/targets/s3/s3.ts', '../bucket/store.ts'],
    ['src/model/git/refs.ts', '../errors.ts'],
    ['src/targets/registry.ts', './oci/index.ts'],
    ['src/action.ts', './platform/files.ts'],
    ['src/action.ts', './release.ts'],
    ['src/platform/git/git.ts', '../process/processes.ts'],
  ])('%s may import %s', (from, to) => {
    expect(problemsOf(from, `import { x } from '${to}'\n`)).toEqual([])
  })

  it('sees every form of import, with its line', () => {
    const text = [
      "import { a } from './a.ts'",
      "import type { B } from './b.ts'",
      "import './c.ts'",
      "export * from './d.ts'",
      'export {',
      '  e,',
      "} from './e.ts'",
      "const late = () => import('./f.ts')",
      "type G = import('./g.ts').G",
      "import { parse } from 'yaml'",
      "// from './comment.ts'",
    ].join('\n')
    expect(importsOf('src/x.ts', text).map(({ to, line }) => `${to}:${line}`)).toEqual([
      'src/a.ts:1',
      'src/b.ts:2',
      'src/c.ts:3',
      'src/d.ts:4',
      'src/e.ts:5',
      'src/f.ts:8',
      'src/g.ts:9',
    ])
  })

  it('leaves names of the field alone', () => {
    expect(problemsOf('src/targets/oci/credentials/credential-helper.ts', '')).toEqual([])
  })

  it.each(['src/utils.ts', 'src/chart/helpers.ts', 'src/utils/text.ts', 'src/chart/yaml-utils.ts'])(
    '%s is a drawer and refused',
    (file) => {
      expect(problemsOf(file, '')).toEqual([expect.stringContaining('a drawer is no name')])
    },
  )
})
