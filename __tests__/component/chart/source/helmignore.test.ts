import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readPackagedChart } from '../../../../src/chart/package/packaged-chart.ts'
import { goMatch } from '../../../../src/chart/source/go-match.ts'
import { ignoringRule, readHelmIgnore } from '../../../../src/chart/source/helmignore.ts'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { chartFiles, writeFiles } from '../../../support/charts/charts.ts'
import { type HelmMajor, helmPath } from '../../../support/helm/helm.ts'
import { runProgram } from '../../../support/process/run-program.ts'

const FILES = [
  'README.md',
  'notes.txt',
  'a.txt',
  'b.txt',
  'c.txt',
  'ab',
  'a-b',
  '[x]',
  '#file',
  '.hidden',
  'docs/a.txt',
  'docs/deep/a.txt',
  'docs/deep/b.md',
  'other/docs/a.txt',
  'other/docs.txt',
  'ci/values.yaml',
  'files/a.txt',
  'files/keep/x',
  'größe.txt',
  'templates/.hidden',
  'templates/sub/.hidden',
  'templates/_x.tpl',
  'two words',
  'Makefile',
]

/** Each is a whole .helmignore. */
const IGNORES = [
  '',
  '# only a comment\n',
  '*.txt\n',
  '/a.txt\n',
  'docs/\n',
  'docs\n',
  '/docs\n',
  'docs/a.txt\n',
  'docs/*\n',
  '/docs/*/a.txt\n',
  'README.md/\n',
  '[a-b].txt\n',
  '[^a].txt\n',
  'a?b\n',
  '?????.txt\n',
  '\\[x]\n',
  '\\#file\n',
  '#file\n',
  '.*\n',
  '*\n!Chart.yaml\n',
  '!*.yaml\n',
  '!docs/\n',
  '!/templates\n',
  'a.txt  \r\nb.txt\r\n',
  '\ufeffa.txt\n',
  '  b.txt',
  'a.txt # not a comment\n',
  'other/docs\n',
  '*/docs\n',
  '*/*/a.txt\n',
  'templates/.?*\n',
  'two words\n',

  '/\n',
  './a.txt\n',
  'docs//\n',
  'gr*e.txt\n',
  'x*[\n',
  '*.md\n!README.md\n',
  'M[!a]kefile\n',
  '[]a].txt\n'.replace('[]a]', '[a]'),
  'templates\n',
  'Chart.yaml\n',
  'values.yaml\n',
  '\u00a0a.txt\u2003\n',
  '!\n',
]

function predicted(ignore: string): readonly string[] {
  const ignored = readHelmIgnore(ignore, '.helmignore')
  return [...FILES, 'Chart.yaml', 'values.yaml', 'templates/config.yaml', '.helmignore']
    .filter((path) => !ignored(path, false))
    .sort()
}

describe.each<HelmMajor>([3, 4])('Helm %i', (major) => {
  let folder = ''
  let helm = ''
  beforeAll(async () => {
    helm = await helmPath(major)
    folder = await mkdtemp(join(tmpdir(), 'helmignore-'))
    await writeFiles(join(folder, 'app'), chartFiles(Object.fromEntries(FILES.map((path) => [path, 'x']))))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function packaged(ignore: string): Promise<readonly string[] | string> {
    await writeFile(join(folder, 'app', '.helmignore'), ignore)
    try {
      await runProgram(helm, ['package', 'app'], { cwd: folder })
    } catch (error) {
      return String(Object(error).stderr).trim()
    }
    const { files } = readPackagedChart(await readFile(join(folder, 'app-1.2.3.tgz')))
    return files.map(({ path }) => path).sort()
  }

  it.each(IGNORES)('packages just the files that %j leaves', async (ignore) => {
    const files = predicted(ignore)
    const found = await packaged(ignore)
    if (files.includes('Chart.yaml')) expect(found).toEqual(files)
    else expect(found).toMatch(/Chart.yaml file is missing/)
  })

  it.each(['**/*.md\n', 'ok\n[a\n', '[]a]\n', '[a-]\n', '\\\n'])('refuses %j, as we do', async (ignore) => {
    expect(typeof (await packaged(ignore))).toBe('string')
    expect(() => predicted(ignore)).toThrow(ReleaseError)
  })
})

describe('.helmignore', () => {
  it('takes the content of an ignored folder along, whatever rules say of it', () => {
    const ignored = readHelmIgnore('docs/\n', 'f')
    expect([
      ignored('docs', true),
      ignored('docs/a', false),
      ignored('docs/deep', true),
      ignored('docs', false),
    ]).toEqual([true, true, true, false])
  })

  it('leaves out dot files in templates without any file', () => {
    const ignored = readHelmIgnore('', 'f')
    expect([ignored('templates/.a', false), ignored('templates/a', false), ignored('.a', false)]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('names file, line and rule when it refuses one', () => {
    const problem = () => readHelmIgnore('# docs\n\n**/*.md\n', 'charts/app/.helmignore')
    expect(problem).toThrow('charts/app/.helmignore has the rule **/*.md, but Helm knows no **')
    try {
      problem()
    } catch (error) {
      expect(error).toMatchObject({ code: 'IGNORE_INVALID', at: { file: 'charts/app/.helmignore', line: 3 } })
    }
  })

  it.each([
    ['# all\n\n*.yaml\n', 'Chart.yaml', false, { text: '*.yaml', line: 3 }],
    ['docs/\ntemplates/\n', 'templates/a/b.yaml', false, { text: 'templates/', line: 2 }],
    ['/values.yaml\n', 'values.yaml', false, { text: '/values.yaml', line: 1 }],
    ['!keep.txt\n', 'Chart.yaml', false, { text: '!keep.txt', line: 1 }],
    ['crds\n', 'crds', true, { text: 'crds', line: 1 }],
    ['', 'templates/.hidden', false, { text: 'templates/.?*' }],
  ])('says which rule leaves something out: %j, %s', (text, path, isFolder, rule) => {
    expect(ignoringRule(text, '.helmignore', path, isFolder)).toMatchObject(rule)
    expect(ignoringRule(text, '.helmignore', 'keep.txt', false)).toBeUndefined()
  })

  it('refuses lines and files that Helm or we could not stand', () => {
    expect(() => readHelmIgnore('x'.repeat(64 * 1024), 'f')).toThrow('too long for Helm')
    expect(() => readHelmIgnore('x\n'.repeat(10_001), 'f')).toThrow('more than 10000 rules')
  })

  it('answers a pattern of many stars at once', () => {
    // Trying every way for every star would not end.
    expect(goMatch('*a'.repeat(2000))('a'.repeat(100_000).concat('b'))).toBe(false)
  })
})
