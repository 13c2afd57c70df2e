import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { filesOf, readTree, type Tree } from '../../../../src/chart/source/tree.ts'
import type { ReleaseError } from '../../../../src/model/errors.ts'
import type { Git, TreeEntry } from '../../../../src/ports/git.ts'

const MODES = { file: '100644', link: '120000', submodule: '160000' } as const

/** A commit that holds these files; a value `-> x` is a link, `submodule` a submodule. The object id is the content. */
function treeOf(files: Readonly<Record<string, string>>): Promise<Tree> {
  const entries: TreeEntry[] = Object.entries(files).map(([path, content]) => {
    if (content === 'submodule') return { path, mode: MODES.submodule, object: 'f'.repeat(40) }
    return content.startsWith('-> ')
      ? { path, mode: MODES.link, object: content.slice(3) }
      : { path, mode: MODES.file, object: content }
  })
  const git: Pick<Git, 'tree' | 'blobs'> = {
    tree: async () => entries.sort((a, b) => (a.path < b.path ? -1 : 1)),
    blobs: async (objects) => new Map(objects.map((object) => [object, Buffer.from(object)])),
  }
  return readTree(git as Git, 'c'.repeat(40))
}

const nothingIgnored = () => false
const filesIn = (tree: Tree, folder = 'charts/app', ignored: Parameters<typeof filesOf>[2] = nothingIgnored) =>
  filesOf(tree, folder, ignored)
const paths = (tree: Tree, folder?: string) => filesIn(tree, folder).map(({ path, from }) => `${path} < ${from}`)

function refusal(work: () => unknown): ReleaseError {
  try {
    work()
  } catch (error) {
    return error as ReleaseError
  }
  throw new Error('it went well')
}

describe('links in a chart', () => {
  it.each([
    ['to the credentials of the checkout', '../../.git/config', '.git'],
    ['to the root and up', '../../../outside', 'outside the repository'],
    ['far up and down again', '../../../../../../../../proc/self/environ', 'outside the repository'],
    ['to an absolute path', '/proc/self/environ', '"/proc/self/environ"'],
    ['to an absolute path in the checkout', '/github/workspace/charts/app/values.yaml', 'outside the repository'],
    ['to what git does not hold', 'gha-creds-1.json', 'charts/app/gha-creds-1.json, which this commit does not hold'],
    ['to nothing', '', 'outside the repository'],
    ['with a NUL', 'values.yaml\0', 'outside the repository'],
    ['to itself', 'link', 'circle'],
    ['through a file', 'values.yaml/x', 'values.yaml, which this commit does not hold'],
    ['into a submodule', '../../vendor/x', 'the submodule vendor'],
    ['to a submodule', '../../vendor', 'the submodule vendor'],
  ])('%s are refused, with the place and the reason', async (_, target, why) => {
    const tree = await treeOf({ 'charts/app/values.yaml': 'v', 'charts/app/link': `-> ${target}`, vendor: 'submodule' })
    const error = refusal(() => filesIn(tree))
    expect(error).toMatchObject({ code: 'CHART_LINK', kind: 'chart', at: { file: 'charts/app/link' } })
    expect(error.message).toContain('charts/app/link')
    expect(error.message).toContain(why)
  })

  it('are refused when two lead to each other', async () => {
    const tree = await treeOf({ 'charts/app/a': '-> b', 'charts/app/b': '-> a' })
    expect(refusal(() => filesIn(tree))).toMatchObject({
      code: 'CHART_LINK',
      message: expect.stringContaining('circle'),
    })
  })

  it('are refused when a folder holds itself', async () => {
    const tree = await treeOf({
      'charts/app/Chart.yaml': 'c',
      'charts/app/again': '-> .',
      'charts/app/more': '-> ../app',
    })
    expect(refusal(() => filesIn(tree))).toMatchObject({
      code: 'CHART_LINK',
      message: expect.stringContaining('circle'),
    })
  })

  it('end where linked folders multiply without an end: 2 to the power of 30 ways would not', async () => {
    const files: Record<string, string> = { 'charts/app/start': '-> ../../n0', 'n30/leaf': 'x' }
    for (let n = 0; n < 30; n += 1)
      Object.assign(files, { [`n${n}/a`]: `-> ../n${n + 1}`, [`n${n}/b`]: `-> ../n${n + 1}` })
    const tree = await treeOf(files)
    const ignoreLeaves = (path: string) => path.endsWith('leaf')
    expect(refusal(() => filesIn(tree, 'charts/app', ignoreLeaves))).toMatchObject({ code: 'CHART_TOO_MANY_FILES' })
  })

  it('may lead to a file anywhere in the commit', async () => {
    const tree = await treeOf({
      LICENSE: 'licence',
      'charts/app/LICENSE': '-> ../../LICENSE',
      'charts/app/templates/x.yaml': '-> ../../lib/templates/x.yaml',
      'charts/lib/templates/x.yaml': 'x',
    })
    expect(filesIn(tree)).toEqual([
      { path: 'LICENSE', from: 'LICENSE', object: 'licence' },
      { path: 'templates/x.yaml', from: 'charts/lib/templates/x.yaml', object: 'x' },
    ])
  })

  it('may lead to a folder, through a folder, and over other links', async () => {
    const tree = await treeOf({
      'shared/one.yaml': '1',
      'shared/deep/two.yaml': '2',
      'shared/three.yaml': '-> deep/two.yaml',
      alias: '-> shared',
      'charts/app/templates': '-> ../../alias',
      'charts/app/two.yaml': '-> ../../alias/deep/../deep//./two.yaml',
    })
    expect(paths(tree)).toEqual([
      'templates/deep/two.yaml < shared/deep/two.yaml',
      'templates/one.yaml < shared/one.yaml',
      'templates/three.yaml < shared/deep/two.yaml',
      'two.yaml < shared/deep/two.yaml',
    ])
  })

  it('are not followed where Helm ignores them', async () => {
    const tree = await treeOf({
      'charts/app/a': 'a',
      'charts/app/.secret': '-> /etc/passwd',
      'charts/app/ci/x': '-> ../../..',
    })
    const ignored = (path: string, isFolder: boolean) => path === '.secret' || (isFolder && path === 'ci')
    expect(filesIn(tree, 'charts/app', ignored).map(({ path }) => path)).toEqual(['a'])
  })

  it('lead where the kernel leads, whatever they look like', async () => {
    const root = await mkdtemp(join(tmpdir(), 'links-'))
    cleanup.push(root)
    let runs = 0
    const names = fc.constantFrom('a', 'b', 'd', 'd/a', 'd/b', 'd/e/a', 'e')
    const target = fc.array(fc.constantFrom('..', '.', 'a', 'b', 'd', 'e', ''), { minLength: 1, maxLength: 5 })
    const links = fc.dictionary(
      names,
      target.map((parts) => parts.join('/')).filter((text) => !/^\/|^$/.test(text)),
    )
    await fc.assert(
      fc.asyncProperty(links, names, async (made, asked) => {
        runs += 1
        // Below three folders, so that a way out of the commit is no way out of the test.
        const top = join(root, `${runs}`, 'x', 'y', 'commit')
        const files: Record<string, string> = { 'd/e/f': 'f', 'd/g': 'g' }
        for (const [path, to] of Object.entries(made)) if (!clashes(path, Object.keys(files))) files[path] = `-> ${to}`
        for (const [path, content] of Object.entries(files)) {
          mkdirSync(dirname(join(top, path)), { recursive: true })
          if (content.startsWith('-> ')) symlinkSync(content.slice(3), join(top, path))
          else writeFileSync(join(top, path), content)
        }
        const tree = await treeOf(files)
        const ours = outcome(() => {
          const end = tree.follow(asked)
          return 'file' in end ? end.file.object : 'folder'
        })
        const theirs = outcome(() => kernel(join(top, asked)))
        // The kernel also follows what leads out and back in, or through `file/`: we may refuse more, never less.
        if (ours !== 'refused') expect(ours).toBe(theirs)
        else if (theirs !== 'refused') expect(JSON.stringify(made)).toMatch(/\.\./)
      }),
      { numRuns: 300 },
    )
  })
})

const cleanup: string[] = []
afterEach(() => Promise.all(cleanup.splice(0).map((folder) => rm(folder, { recursive: true, force: true }))))

function clashes(path: string, taken: readonly string[]): boolean {
  return taken.some((other) => other === path || other.startsWith(`${path}/`) || path.startsWith(`${other}/`))
}

function outcome(work: () => string): string {
  try {
    return work()
  } catch {
    return 'refused'
  }
}

function kernel(path: string): string {
  return statSync(path).isDirectory() ? 'folder' : readFileSync(path, 'utf8')
}

describe('the files of a chart', () => {
  it('are all below its folder, in order, without its neighbours', async () => {
    const tree = await treeOf({
      'charts/app/b': '1',
      'charts/app/a/z': '2',
      'charts/app/a.txt': '3',
      'charts/app-two/x': '4',
      'charts/ap': '5',
    })
    expect(filesIn(tree).map(({ path }) => path)).toEqual(['a.txt', 'a/z', 'b'])
  })

  it('of a chart at the root are all of the repository', async () => {
    const tree = await treeOf({ 'Chart.yaml': 'c', 'docs/x': 'x' })
    expect(paths(tree, '.')).toEqual(['Chart.yaml < Chart.yaml', 'docs/x < docs/x'])
  })

  it('hold no submodule, unless Helm ignores it', async () => {
    const tree = await treeOf({ 'charts/app/a': 'a', 'charts/app/vendor': 'submodule' })
    expect(refusal(() => filesIn(tree))).toMatchObject({
      code: 'CHART_SUBMODULE',
      at: { file: 'charts/app/vendor' },
      hint: expect.stringContaining('.helmignore'),
    })
    expect(filesIn(tree, 'charts/app', (path) => path === 'vendor').map(({ path }) => path)).toEqual(['a'])
  })

  it('are at most 20,000', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, n) => [`charts/app/f${n}`, 'x']))
    const tree = await treeOf(many)
    expect(refusal(() => filesIn(tree))).toMatchObject({
      code: 'CHART_TOO_MANY_FILES',
      at: { file: 'charts/app/.helmignore' },
      message: expect.stringContaining('20000'),
    })
    delete many['charts/app/f0']
    expect(filesIn(await treeOf(many))).toHaveLength(20_000)
  })
})
