import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type ArchiveFile, unpack, writeArchive } from '../../../../src/chart/archive/archive.ts'
import { digestOf } from '../../../../src/chart/archive/digest.ts'
import type { BuildRequest } from '../../../../src/chart/package/build.ts'
import { compareWithGit } from '../../../../src/pipeline/handover/differences.ts'
import { aRepository, type Files, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn, packed, sourcesIn } from '../../../support/helm/packaging.ts'

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n'
const inLfs = 'the content that git keeps elsewhere\n'
const pointer = `version https://git-lfs.github.com/spec/v1\noid ${digestOf(inLfs)}\nsize ${inLfs.length}\n`

const files: Files = {
  '.gitattributes': '*.crlf text eol=crlf\n',
  'charts/app/Chart.yaml':
    '# about\napiVersion: v2\nname: app\nversion: 1.2.3\nkeywords: [b, a]\nunknown: x\nannotations:\n  a: |\n    text\ndependencies:\n  - name: lib\n    version: 0.1.0\n    repository: file://../lib\n  - name: folder\n    version: 9.9.9\n    repository: ""\n',
  'charts/app/.helmignore': 'secret.txt\n',
  'charts/app/secret.txt': 'not packaged\n',
  'charts/app/values.yaml': '# values\na: 1\n',
  'charts/app/templates/a.yaml': CONFIG_MAP,
  'charts/app/templates/bom.yaml': `\uFEFF${CONFIG_MAP}`,
  'charts/app/files/line-endings.crlf': 'one\ntwo\n',
  'charts/app/files/Chart.yaml': 'a file like any other\n',
  'charts/app/charts/_notes.md': 'not a chart, and not packaged\n',
  'charts/app/charts/other-folder/Chart.yaml': 'apiVersion: v2\nname: folder\nversion: 9.9.9\n',
  'charts/app/charts/other-folder/templates/v.yaml': CONFIG_MAP,
  'charts/lib/Chart.yaml': 'apiVersion: v2\nname: lib\nversion: 0.1.0\ntype: library\n',
  'charts/lib/templates/_lib.tpl': '{{/* lib */}}\n',
}

const differencesFromGit = async (...of: Parameters<typeof compareWithGit>) => (await compareWithGit(...of)).differences

let repository: TestRepository
let archive: Uint8Array
let request: BuildRequest
let context: Parameters<typeof compareWithGit>[2]

beforeAll(async () => {
  repository = await aRepository({ files })
  archive = (await packed(repository.folder, 'charts/app')).archive
  const git = gitIn(repository.folder)
  const sources = await sourcesIn(git, ['charts/app'])
  request = { path: 'charts/app', sources, overlay: new Map() }
  const fetch = async () => {
    throw new Error('nothing is to be fetched')
  }
  context = { git, fetch, dependencies: { schemes: [], privateHosts: [] }, settingsOf: () => ({}) }
})
afterAll(() => repository.remove())

/** The package with files replaced, added, or (`undefined`) taken out. */
function changed(changes: Readonly<Record<string, string | undefined>>, folder = 'app'): Uint8Array {
  const kept = unpack(archive).files.filter(({ path }) => !Object.hasOwn(changes, path))
  const added = Object.entries(changes).flatMap(([path, text]): readonly ArchiveFile[] =>
    text === undefined ? [] : [{ path, content: Buffer.from(text) }],
  )
  return writeArchive(folder, [...kept, ...added], new Date(0))
}

const text = (path: string) =>
  Buffer.from(unpack(archive).files.find((file) => file.path === path)?.content ?? []).toString()

/** Says the same to our reader, and perhaps not to others. */
function asOthersRead(): readonly string[] {
  const written = text('Chart.yaml')
  return [
    `# a comment\n${written}`,
    `--- \n${written}`,
    `${written}...\n`,
    written.replace('name: app', 'name: &anchor app'),
    written.replace('name: app', 'name: !!str app'),
    written.replace('keywords:\n- b\n- a', 'keywords: [b, a]'),
    written.replace('version: 1.2.3', 'version: 1.2.3 # so'),
  ]
}

describe('a package that Helm made', () => {
  it.each([3, 4] as const)('does not differ from git (Helm %d)', async (helm) => {
    const made = await packed(repository.folder, 'charts/app', { helm })
    expect(await differencesFromGit(made.archive, request, context)).toEqual([])
  })

  it('is told from one that was changed', async () => {
    const nested = Buffer.from(writeArchive('more', [{ path: 'Chart.yaml', content: Buffer.from('') }], new Date(0)))
    const cases: readonly (readonly [Uint8Array, RegExp])[] = [
      [changed({ 'templates/a.yaml': `${CONFIG_MAP}# more\n` }), /"templates\/a\.yaml" differs/],
      [changed({ 'templates/b.yaml': CONFIG_MAP }), /"templates\/b\.yaml" is in the package alone/],
      [changed({ 'secret.txt': 'not packaged\n' }), /"secret\.txt" is in the package alone/],
      [changed({ 'values.yaml': undefined }), /"values\.yaml" is not in the package/],
      [changed({ 'files/Chart.yaml': 'another\n' }), /"files\/Chart\.yaml" differs/],
      [changed({ 'charts/lib/templates/_lib.tpl': 'x' }), /"charts\/lib\/templates\/_lib\.tpl" differs/],
      [changed({ 'charts/more/Chart.yaml': 'apiVersion: v2\nname: more\nversion: 1.0.0\n' }), /"charts\/more\//],
      [changed({ 'charts/more.tgz': nested.toString('latin1') }), /"charts\/more\.tgz" is in the package alone/],
      [changed({ 'Chart.yaml': `${text('Chart.yaml')}home: https://evil.test\n` }), /"Chart\.yaml" differs/],
      [changed({ 'charts/folder/Chart.yaml': 'apiVersion: v2\nname: folder\nversion: 9.9.8\n' }), /folder/],
      ...asOthersRead().map((yaml) => [changed({ 'Chart.yaml': yaml }), /"Chart\.yaml" differs/] as const),
      [changed({}, 'other'), /its folder is "other"/],
    ]
    for (const [hostile, words] of cases)
      expect((await differencesFromGit(hostile, request, context)).join('\n')).toMatch(words)
  })
})

describe('a chart with a file in Git LFS', () => {
  it('holds the content that the pointer names, and no other', async () => {
    const other = await aRepository({ files: { ...files, 'charts/app/files/large.bin': pointer } })
    try {
      const git = gitIn(other.folder)
      const from = { path: 'charts/app', sources: await sourcesIn(git, ['charts/app']), overlay: new Map() }
      const judge = (content: string) =>
        differencesFromGit(changed({ 'files/large.bin': content }), from, { ...context, git })
      expect(await judge(inLfs)).toEqual([])
      expect(await judge('another content\n')).toEqual(['"files/large.bin" differs'])
    } finally {
      await other.remove()
    }
  })
})

describe('a bump that git never gets', () => {
  it('is in the package as it was laid over', async () => {
    const overlay = new Map([['charts/app/Chart.yaml', `${files['charts/app/Chart.yaml']}`.replace('1.2.3', '1.2.4')]])
    const bumped = changed({ 'Chart.yaml': text('Chart.yaml').replace('1.2.3', '1.2.4') })
    expect(await differencesFromGit(bumped, { ...request, overlay }, context)).toEqual([])
    expect(await differencesFromGit(archive, { ...request, overlay }, context)).toEqual(['"Chart.yaml" differs'])
  })
})
