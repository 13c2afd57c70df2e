import { describe, expect, it } from '@jest/globals'
import { readTree } from '../../../../src/chart/source/tree.ts'
import { passedOver } from '../../../../src/plan/scope/passed-over.ts'
import type { Git } from '../../../../src/ports/git.ts'

/** What a path is: text of a file, `link` and its target, or a submodule. */
type Entry = string | { readonly link: string } | 'submodule'

const MODES = { file: '100644', link: '120000', submodule: '160000' }

async function told(files: Readonly<Record<string, Entry>>, charts = ['charts/*'], exclude: readonly string[] = []) {
  const contents = new Map<string, string>()
  const entries = Object.entries(files).map(([path, entry], index) => {
    const kind = entry === 'submodule' ? entry : typeof entry === 'string' ? 'file' : 'link'
    const object = String(index).padStart(40, '0')
    contents.set(object, typeof entry === 'string' ? entry : entry.link)
    return { path, mode: MODES[kind], object }
  })
  const git = {
    tree: async () => entries.sort((a, b) => (a.path < b.path ? -1 : 1)),
    blobs: async (objects: readonly string[]) =>
      new Map(objects.map((object) => [object, Buffer.from(contents.get(object) ?? '')])),
  }
  return passedOver(await readTree(git as never as Git, 'c'.repeat(40)), charts, exclude)
}

const app = { 'charts/app/Chart.yaml': '', 'charts/app/values.yaml': '', 'charts/app/templates/a.yaml': '' }

describe('what `charts` matches and is not released', () => {
  it.each<[string, Readonly<Record<string, Entry>>, readonly string[], RegExp]>([
    ['a submodule', { 'charts/db': 'submodule' }, ['charts/*'], /: charts\/db \(a git submodule/],
    ['the submodule of all charts', { charts: 'submodule' }, ['charts/*', 'apps/*'], /: charts \(a git submodule/],
    ['a submodule named in full', { 'vendor/db': 'submodule' }, ['./vendor/db/'], /: vendor\/db \(a git submodule/],
    [
      'a link to a chart',
      { 'charts/db': { link: '../real/db' }, 'real/db/Chart.yaml': '' },
      ['charts/*'],
      /: charts\/db \(a symbolic link/,
    ],
    [
      'a link to the folder of charts',
      { charts: { link: 'real' }, 'real/db/Chart.yaml': '' },
      ['charts/*'],
      /: charts\/db \(a symbolic link/,
    ],
    [
      'a link to a link',
      { 'charts/db': { link: '../one' }, one: { link: 'real' }, 'real/Chart.yaml': '' },
      ['charts/*'],
      /: charts\/db \(a symbolic link/,
    ],
    [
      'a link out of the repository',
      { 'charts/db': { link: '../../other/db' } },
      ['charts/*'],
      /: charts\/db \(a symbolic link/,
    ],
    [
      'a link into a submodule',
      { 'charts/db': { link: '../mod/db' }, mod: 'submodule' },
      ['charts/*'],
      /: charts\/db \(a symbolic link/,
    ],
    [
      'chart.yaml',
      { 'charts/db/chart.yaml': '' },
      ['charts/*'],
      /: charts\/db\/chart\.yaml \(Helm reads only a file that is named Chart\.yaml/,
    ],
    [
      'Chart.yml',
      { 'charts/db/Chart.yml': '', 'charts/db/values.yaml': '', 'charts/db/templates/a': '' },
      ['charts/*'],
      /: charts\/db\/Chart\.yml \(Helm reads only/,
    ],
    [
      'a chart without Chart.yaml',
      { 'charts/db/values.yaml': '', 'charts/db/templates/a': '' },
      ['**'],
      /: charts\/db \(a folder with values\.yaml and templates\//,
    ],
  ])('is told: %s', async (_, files, charts, words) => {
    const notices = await told({ ...('charts' in files ? {} : app), ...files }, [...charts])
    expect(notices).toEqual([expect.stringMatching(words)])
    expect(notices[0]).toMatch(/^Not released, though `charts` matches: .*name it in `exclude`\.$/)
  })

  it.each<[string, Readonly<Record<string, Entry>>, readonly string[], readonly string[]]>([
    ['charts themselves', app, ['charts/*'], []],
    [
      'what is excluded',
      { 'charts/db': 'submodule', 'charts/x': { link: '../y' }, 'y/Chart.yaml': '' },
      ['charts/*'],
      ['charts/db', 'charts/x'],
    ],
    [
      'what is a part of a chart',
      {
        ...app,
        'charts/app/lib': { link: '../../lib' },
        'lib/Chart.yaml': '',
        'charts/app/mod': 'submodule',
        'charts/app/x/chart.yaml': '',
      },
      ['charts/**', 'lib'],
      [],
    ],
    [
      'links to files, and to folders without charts',
      {
        'charts/README.md': { link: '../README.md' },
        'README.md': '',
        'charts/docs': { link: '../docs' },
        'docs/a': '',
      },
      ['charts/*'],
      [],
    ],
    [
      'what stands elsewhere',
      { ...app, 'vendor/db': 'submodule', 'other/chart.yaml': '', 'other/values.yaml': '' },
      ['charts/*'],
      [],
    ],
    ['folders that are no charts', { 'charts/docs/values.yaml': '', 'charts/lib/templates/a': '' }, ['charts/*'], []],
  ])('is not: %s', async (_, files, charts, exclude) => {
    expect(await told(files, [...charts], exclude)).toEqual([])
  })

  it('is told once for each kind, and cut short', async () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`charts/m${index}`, 'submodule' as const]))
    expect(await told({ ...many, 'charts/a': { link: '../app' }, 'app/Chart.yaml': '' })).toEqual([
      expect.stringContaining('charts/m0, charts/m1, charts/m2, charts/m3, charts/m4 and 4 more (a git submodule'),
      expect.stringContaining('charts/a (a symbolic link'),
    ])
  })
})
