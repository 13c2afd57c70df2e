import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { HistoryCommit } from '../../../../src/ports/git.ts'
import { aRepository, type Files, git as realGit, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn } from '../../../support/helm/packaging.ts'
import { failureOf } from '../../../support/values/failure.ts'

const repositories: TestRepository[] = []
afterEach(async () => {
  await Promise.all(repositories.splice(0).map((repository) => repository.remove()))
})

async function repositoryWith(files: Files = { 'a.txt': 'a\n' }) {
  const repository = await aRepository({ files })
  repositories.push(repository)
  return repository
}

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString()

async function all(history: AsyncIterable<HistoryCommit>): Promise<readonly HistoryCommit[]> {
  const commits: HistoryCommit[] = []
  for await (const commit of history) commits.push(commit)
  return commits
}

describe('reading a commit', () => {
  const odd = [
    'with space.txt',
    'tab\tin.txt',
    'line\nfeed.txt',
    'ünïcode.txt',
    '日本/語.txt',
    '-dash.txt',
    '"quoted".txt',
  ]

  it('lists every path as it is, however it is named', async () => {
    const repository = await repositoryWith(Object.fromEntries(odd.map((path) => [path, `in ${path}`])))
    const git = gitIn(repository.folder)
    const tree = await git.tree(await git.head())
    expect(tree.map(({ path }) => path).sort()).toEqual([...odd].sort())
    const blobs = await git.blobs(tree.map(({ object }) => object))
    for (const { path, object } of tree) expect(text(blobs.get(object))).toBe(`in ${path}`)
  })

  it('tells links, submodules and executables by their mode', async () => {
    const repository = await repositoryWith({ 'run.sh': '#!/bin/sh\n', 'a.txt': 'a' })
    await repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},sub`)
    const link = await repository.git('rev-parse', 'HEAD:a.txt')
    await repository.git('update-index', '--add', '--cacheinfo', `120000,${link},link`)
    await repository.git('commit', '--quiet', '--message', 'chore: modes')
    const git = gitIn(repository.folder)
    const modes = Object.fromEntries((await git.tree(await git.head())).map(({ path, mode }) => [path, mode]))
    expect(modes).toEqual({ 'a.txt': '100644', link: '120000', 'run.sh': '100755', sub: '160000' })
  })

  it('gives contents byte for byte, empty ones and doubled questions too', async () => {
    const bytes = Buffer.from([0, 10, 13, 10, 255, 0])
    const repository = await repositoryWith({ 'bytes.bin': bytes, 'empty.txt': '' })
    const git = gitIn(repository.folder)
    const tree = await git.tree(await git.head())
    const [first, second] = tree.map(({ object }) => object) as [string, string]
    const blobs = await git.blobs([first, second, first])
    expect([...blobs].map(([object, content]) => [object, [...content]])).toEqual([
      [first, [...bytes]],
      [second, []],
    ])
    expect(await git.sizes([first, second])).toEqual(
      new Map([
        [first, 6],
        [second, 0],
      ]),
    )
    expect(await git.blobs([])).toEqual(new Map())
  })

  it('leaves out what is over the limit', async () => {
    const repository = await repositoryWith({ 'large.txt': 'x'.repeat(2000), 'small.txt': 'x' })
    const git = gitIn(repository.folder)
    const [large = '', small = ''] = (await git.tree('HEAD')).map(({ object }) => object)
    expect([...(await git.blobs([large, small], 1999)).keys()]).toEqual([small])
    expect((await git.blobs([large, small], 2000)).size).toBe(2)
  })

  it('fails for an object that git does not have', async () => {
    const repository = await repositoryWith()
    const missing = 'd'.repeat(40)
    const error = await failureOf(gitIn(repository.folder).blobs([missing]))
    expect(error).toMatchObject({ code: 'GIT_FAILED' })
    expect(error.message).toContain(missing)
    expect(await failureOf(gitIn(repository.folder).sizes([missing]))).toMatchObject({ code: 'GIT_FAILED' })
  })

  it('finds commits by any name, and nothing where there is nothing', async () => {
    const repository = await repositoryWith()
    const git = gitIn(repository.folder)
    const head = await git.head()
    expect(head).toMatch(/^[0-9a-f]{40}$/)
    expect(await git.resolve('main')).toBe(head)
    expect(await git.resolve(head.slice(0, 10))).toBe(head)
    expect(await git.resolve('no-such-branch')).toBeUndefined()
    expect(await git.resolve('--output=x')).toBeUndefined()
    expect(await git.resolve('HEAD:a.txt')).toBeUndefined()
    expect(await git.commitTime(head)).toEqual(new Date('2026-01-01T00:00:00Z'))
  })

  it('works in a repository of SHA-256 object ids', async () => {
    const repository = await repositoryWith()
    const folder = join(repository.root, 'sha256')
    await realGit(repository.root, ['init', '--quiet', '--object-format=sha256', folder])
    await writeFile(join(folder, 'a.txt'), 'a')
    await realGit(folder, ['add', '.'])
    const person = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.test']
    await realGit(folder, [...person, 'commit', '--quiet', '-m', 'feat: begin'])
    const git = gitIn(folder)
    const head = await git.head()
    expect(head).toMatch(/^[0-9a-f]{64}$/)
    expect(text((await git.blobs((await git.tree(head)).map(({ object }) => object))).values().next().value)).toBe('a')
    expect((await all(git.history(head, ['.']))).map(({ commit, paths }) => ({ commit, paths }))).toEqual([
      { commit: head, paths: ['a.txt'] },
    ])
    const next = await git.commit(head, new Map([['a.txt', 'b']]), 'fix: b', new Date(0))
    expect(next).toMatch(/^[0-9a-f]{64}$/)
  })

  it('says what to do where there is no checkout', async () => {
    const repository = await repositoryWith()
    const error = await failureOf(gitIn(repository.root).head())
    expect(error).toMatchObject({ code: 'GIT_NOT_A_REPOSITORY', kind: 'config' })
    expect(error.hint).toContain('actions/checkout')
  })

  it('sees one commit, whatever the index, the work tree and replace refs say', async () => {
    const repository = await repositoryWith({ 'a.txt': 'committed\n' })
    const head = await repository.git('rev-parse', 'HEAD')
    const object = await repository.git('rev-parse', 'HEAD:a.txt')
    await repository.write({ 'a.txt': 'dirty\n', 'new.txt': 'untracked\n' })
    await repository.git('add', 'a.txt')
    const other = await repository.git('hash-object', '-w', 'new.txt')
    await repository.git('replace', object, other)
    const git = gitIn(repository.folder)
    expect((await git.tree(head)).map(({ path }) => path)).toEqual(['a.txt'])
    expect(text((await git.blobs([object])).get(object))).toBe('committed\n')
  })
})

describe('history', () => {
  it('goes back along first parents and tells what each commit changed against them', async () => {
    const repository = await repositoryWith({ 'a/x': '1', 'b/x': '1' })
    const first = await repository.git('rev-parse', 'HEAD')
    const second = await repository.commit('fix: a', { 'a/x': '2' })
    await repository.git('checkout', '--quiet', '-b', 'side', first)
    await repository.write({ 'a/y': 'side', 'b/y': 'side' })
    await repository.git('add', '--all')
    await repository.git('commit', '--quiet', '-m', 'feat: on the side')
    await repository.git('checkout', '--quiet', 'main')
    await repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge branch side', 'side')
    const merge = await repository.git('rev-parse', 'HEAD')
    const history = await all(gitIn(repository.folder).history(merge, ['a']))
    expect(history.map(({ commit, parent, subject, paths }) => ({ commit, parent, subject, paths }))).toEqual([
      { commit: merge, parent: second, subject: 'Merge branch side', paths: ['a/y'] },
      { commit: second, parent: first, subject: 'fix: a', paths: ['a/x'] },
      { commit: first, parent: undefined, subject: 'chore: begin', paths: ['a/x'] },
    ])
    expect(history[2]?.committedAt).toEqual(new Date('2026-01-01T00:00:00Z'))
  })

  it('takes paths for what they are, not for patterns', async () => {
    const repository = await repositoryWith({ 'a*b/x': '1', 'axb/x': '1' })
    const star = await repository.commit('fix: star', { 'a*b/x': '2' })
    await repository.commit('fix: other', { 'axb/x': '2' })
    const history = await all(gitIn(repository.folder).history('HEAD', ['a*b']))
    expect(history.map(({ commit, paths }) => [commit, paths])[0]).toEqual([star, ['a*b/x']])
    expect(history).toHaveLength(2)
  })

  it('is not confused by what people write into messages and file names', async () => {
    const fake = `//${'a'.repeat(40)}`
    const repository = await repositoryWith({ 'a.txt': '1' })
    await repository.commit(`fix: ${fake}\n\n${fake}\n\nRelease-Charts: bump`, {
      'a.txt': '2',
      [`${fake.slice(2)}`]: 'x',
    })
    const [newest, oldest, ...more] = await all(gitIn(repository.folder).history('HEAD', ['.']))
    expect(newest).toMatchObject({ subject: `fix: ${fake}`, paths: ['a.txt', 'a'.repeat(40)] })
    expect(oldest).toMatchObject({ subject: 'chore: begin' })
    expect(more).toEqual([])
  })

  it('says which commits have the trailer of ours, and no more', async () => {
    const repository = await repositoryWith()
    const git = gitIn(repository.folder)
    const { OUR_TRAILER } = await import('../../../../src/model/git/commits.ts')
    const ours = await git.commit(
      'HEAD',
      new Map([['a.txt', 'b']]),
      `chore: bump\n\n${OUR_TRAILER}: bump\n`,
      new Date(0),
    )
    const history = await all(git.history(ours, ['.']))
    expect(history.map(({ hasTrailer }) => hasTrailer)).toEqual([true, false])
  })

  it('reads on over many pages', async () => {
    const repository = await repositoryWith()
    const input = Array.from(
      { length: 450 },
      (_, n) =>
        `commit refs/heads/long\ncommitter Ada <ada@example.test> ${1_700_000_000 + n} +0000\ndata 4\nfix\nM 644 inline a.txt\ndata ${`${n}`.length}\n${n}\n`,
    ).join('')
    const file = join(repository.root, 'import')
    await writeFile(file, input)
    await realGit(repository.folder, ['-c', 'alias.load=!git fast-import --quiet <../import', 'load'])
    const history = await all(gitIn(repository.folder).history('refs/heads/long', ['a.txt']))
    expect(history).toHaveLength(450)
    expect(new Set(history.map(({ commit }) => commit)).size).toBe(450)
    expect(history.at(-1)?.parent).toBeUndefined()
  })
})

describe('commits between two', () => {
  it('are told whole, merged branches and merges among them, with what each touched', async () => {
    const repository = await repositoryWith({ 'a/x': '1', 'b/x': '1' })
    const from = await repository.git('rev-parse', 'HEAD')
    await repository.git('checkout', '--quiet', '-b', 'side')
    await repository.write({ 'a/y': '2', 'b/x': '2' })
    await repository.git('add', '--all')
    await repository.git('commit', '--quiet', '-m', `feat: on the side\n\n//${'f'.repeat(40)}\n\nBREAKING CHANGE: all`)
    await repository.git('checkout', '--quiet', 'main')
    await repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge branch side', 'side')
    await repository.git('push', '--quiet', 'origin', 'main')
    await repository.commit('docs: elsewhere', { 'c/x': '1' })
    await repository.commit('chore: ours\n\nRelease-Charts: bump', { 'a/x': '3' })
    const git = gitIn(repository.folder)
    const commits = await git.commitsBetween({ from, to: await git.head(), limit: 10 }, ['a'])
    expect(commits.map(({ message, paths, hasTrailer }) => [message.split('\n')[0], paths, hasTrailer])).toEqual([
      ['chore: ours', ['a/x'], true],
      ['Merge branch side', ['a/y'], false],
      ['feat: on the side', ['a/y'], false],
    ])
    expect(commits[2]?.message).toContain('BREAKING CHANGE: all')
    expect(await git.commitsBetween({ from, to: await git.head(), limit: 1 }, ['a'])).toHaveLength(1)
    expect(await git.commitsBetween({ from, to: from, limit: 10 }, ['.'])).toEqual([])
  })

  it('part at the newest one that both hold', async () => {
    const repository = await repositoryWith()
    const base = await repository.git('rev-parse', 'HEAD')
    await repository.git('checkout', '--quiet', '-b', 'side')
    const side = await repository
      .git('commit', '--quiet', '--allow-empty', '-m', 'a')
      .then(() => repository.git('rev-parse', 'HEAD'))
    await repository.git('checkout', '--quiet', 'main')
    const main = await repository.commit('fix: b', { 'a.txt': 'b\n' })
    const git = gitIn(repository.folder)
    expect(await git.mergeBase(main, side)).toBe(base)
    expect(await git.mergeBase(main, 'e'.repeat(40))).toBeUndefined()
  })
})

describe('a shallow clone', () => {
  it('ends early, says so, and can be deepened', async () => {
    const repository = await repositoryWith()
    for (const n of [1, 2, 3]) await repository.commit(`fix: ${n}`, { 'a.txt': `${n}` })
    const git = gitIn(await repository.checkout({ depth: 1 }))
    expect(await git.isShallow()).toBe(true)
    expect(await all(git.history('HEAD', ['a.txt']))).toHaveLength(1)
    await git.unshallow()
    expect(await git.isShallow()).toBe(false)
    expect(await all(git.history('HEAD', ['a.txt']))).toHaveLength(4)
  })

  it('of a detached tag can be deepened, too', async () => {
    const repository = await repositoryWith()
    await repository.commit('fix: more', { 'a.txt': '2' })
    await repository.tag('v1')
    const git = gitIn(await repository.checkout({ depth: 1, ref: 'refs/tags/v1' }))
    await git.unshallow()
    expect(await all(git.history('HEAD', ['a.txt']))).toHaveLength(2)
  })

  it('says fetch-depth where the server is away', async () => {
    const repository = await repositoryWith()
    await repository.commit('fix: more', { 'a.txt': '2' })
    const workspace = await repository.checkout({ depth: 1 })
    await realGit(workspace, ['remote', 'set-url', 'origin', 'file:///nowhere'])
    const error = await failureOf(gitIn(workspace).unshallow())
    expect(error).toMatchObject({ code: 'GIT_SHALLOW', kind: 'config' })
    expect(error.hint).toContain('fetch-depth: 0')
  })

  it('fetches a commit by its id', async () => {
    const repository = await repositoryWith()
    const old = await repository.git('rev-parse', 'HEAD')
    await repository.commit('fix: more', { 'a.txt': '2' })
    const git = gitIn(await repository.checkout({ depth: 1 }))
    expect(await git.resolve(old)).toBeUndefined()
    expect(await git.ensureCommit(old)).toBe(true)
    expect(await git.resolve(old)).toBe(old)
    expect(await git.ensureCommit('e'.repeat(40))).toBe(false)
  })

  it('never takes what is no commit id to the command line', async () => {
    const repository = await repositoryWith()
    const trap = join(repository.root, 'trap')
    const git = gitIn(repository.folder)
    expect(await git.ensureCommit(`--upload-pack=touch ${trap};git-upload-pack`)).toBe(false)
    await expect(readFile(trap)).rejects.toThrow('ENOENT')
    expect(await git.ensureCommit('main')).toBe(false)
  })
})

describe('refs of origin', () => {
  it('are fetched by name; one that is not there is no error', async () => {
    const repository = await repositoryWith()
    const workspace = await repository.checkout()
    const newer = await repository.commit('fix: later', { 'a.txt': '2' })
    const git = gitIn(workspace)
    expect(await git.fetchRef('refs/heads/main')).toBe(newer)
    expect(await git.fetchRef('refs/heads/none')).toBeUndefined()
  })

  it('say why when the server is away', async () => {
    const repository = await repositoryWith()
    const workspace = await repository.checkout()
    await realGit(workspace, ['remote', 'set-url', 'origin', 'file:///nowhere'])
    const error = await failureOf(gitIn(workspace).fetchRef('refs/heads/main'))
    expect(error).toMatchObject({ code: 'GIT_FAILED' })
    expect(error.message).toMatch(/refs\/heads\/main.*Could not read from remote|repository exists/)
  })

  it('list light and annotated tags with the commits they mean', async () => {
    const repository = await repositoryWith()
    const commit = await repository.git('rev-parse', 'HEAD')
    await repository.tag('light')
    await repository.git('tag', '--annotate', '--message', 'told', 'told/1.0.0', commit)
    await repository.git('push', '--quiet', 'origin', 'told/1.0.0')
    expect(await gitIn(repository.folder).remoteTags()).toEqual(
      new Map([
        ['light', commit],
        ['told/1.0.0', commit],
      ]),
    )
  })

  it('know who is an ancestor of whom, and doubt what they do not have', async () => {
    const repository = await repositoryWith()
    const old = await repository.git('rev-parse', 'HEAD')
    const newer = await repository.commit('fix: later', { 'a.txt': '2' })
    const git = gitIn(repository.folder)
    expect(await git.isAncestor(old, newer)).toBe(true)
    expect(await git.isAncestor(newer, old)).toBe(false)
    expect(await git.isAncestor('f'.repeat(40), newer)).toBe(false)
  })
})

describe('a commit of ours', () => {
  it('replaces whole texts, keeps all else, and touches neither index nor work tree', async () => {
    const repository = await repositoryWith({ 'a.txt': 'a\r\n', 'b.sh': '#!/bin/sh\n', 'c/d.txt': 'd' })
    await repository.write({ 'a.txt': 'dirty' })
    await repository.git('add', 'a.txt')
    await repository.write({ 'a.txt': 'dirtier' })
    const status = await repository.git('status', '--porcelain')
    const git = gitIn(repository.folder)
    const at = new Date('2026-05-06T07:08:09.500Z')
    const files = new Map([
      ['a.txt', 'new\r\nlines\r\n'],
      ['b.sh', '#!/bin/sh\necho\n'],
      ['über/neu.txt', 'ü'],
    ])
    const commit = await git.commit(await git.head(), files, 'chore(release): app 1.2.4\n\nbody\n', at)
    expect(await repository.git('status', '--porcelain')).toBe(status)
    expect(await repository.git('show', '--no-patch', '--format=%an <%ae>|%cn|%ct|%at|%B', commit)).toBe(
      'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>|github-actions[bot]|1778051289|1778051289|chore(release): app 1.2.4\n\nbody\n',
    )
    const tree = await git.tree(commit)
    expect(tree.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      '100644 a.txt',
      '100755 b.sh',
      '100644 c/d.txt',
      '100644 über/neu.txt',
    ])
    const blobs = await git.blobs(tree.map(({ object }) => object))
    expect(text(blobs.get(tree[0]?.object ?? ''))).toBe('new\r\nlines\r\n')
  })

  it('has the same id on any machine at the same time', async () => {
    const repository = await repositoryWith()
    const [one, two] = [gitIn(await repository.checkout()), gitIn(await repository.checkout())]
    const made = (git: typeof one) => git.commit('HEAD', new Map([['a.txt', 'b']]), 'chore: b', new Date(1e12))
    expect(await made(one)).toBe(await made(two))
  })

  it('keeps the text as it is where attributes would convert it', async () => {
    const repository = await repositoryWith({ '.gitattributes': '* text eol=crlf\n', 'a.txt': 'a\n' })
    const git = gitIn(repository.folder)
    const commit = await git.commit('HEAD', new Map([['a.txt', 'x\r\ny\n']]), 'chore: x', new Date(0))
    expect(await realGit(repository.folder, ['cat-file', 'blob', `${commit}:a.txt`])).toBe('x\r\ny')
  })

  it('arrives in the checkout when that loses nothing', async () => {
    const repository = await repositoryWith({ 'a.txt': 'a\n', 'b.txt': 'b\n' })
    const workspace = await repository.checkout()
    const git = gitIn(workspace)
    const commit = await git.commit(await git.head(), new Map([['a.txt', 'new\n']]), 'chore: a', new Date(1e12))
    await writeFile(join(workspace, 'b.txt'), 'dirty\n')
    expect(await git.fastForward(commit)).toBe(true)
    expect(await readFile(join(workspace, 'a.txt'), 'utf8')).toBe('new\n')
    expect(await readFile(join(workspace, 'b.txt'), 'utf8')).toBe('dirty\n')
    const next = await git.commit(commit, new Map([['b.txt', 'newer\n']]), 'chore: b', new Date(1e12))
    expect(await git.fastForward(next)).toBe(false)
    expect(await readFile(join(workspace, 'b.txt'), 'utf8')).toBe('dirty\n')
  })
})

describe('files checked out for Helm', () => {
  it('come from their blobs with the line endings of .gitattributes, and nothing of the work tree is touched', async () => {
    const repository = await repositoryWith({
      '.gitattributes': '*.txt text eol=crlf\n*.raw -text\n',
      'a.txt': 'one\ntwo\n',
      'b.raw': 'one\ntwo\n',
      'run.sh': '#!/bin/sh\n',
    })
    await repository.write({ 'a.txt': 'dirty', '.gitattributes': '* -text\n' })
    const status = await repository.git('status', '--porcelain')
    const git = gitIn(repository.folder)
    const folder = join(repository.root, 'exported')
    await git.checkOut(await git.tree('HEAD'), folder)
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('one\r\ntwo\r\n')
    expect(await readFile(join(folder, 'b.raw'), 'utf8')).toBe('one\ntwo\n')
    expect(await repository.git('status', '--porcelain')).toBe(status)
  })

  it('are the same for every user: own settings for line endings and attributes do not count', async () => {
    const repository = await repositoryWith({ '.gitattributes': '*.txt text\n', 'a.txt': 'one\n', 'b.other': 'one\n' })
    const home = join(repository.root, 'home')
    await repository.write({ '../home/attributes': '* text eol=crlf\n' })
    await repository.write({
      '../home/.gitconfig': `[core]\n\teol = crlf\n\tautocrlf = true\n\tattributesFile = ${home}/attributes\n`,
    })
    const git = gitIn(repository.folder, { environment: { PATH: process.env.PATH, HOME: home } })
    const folder = join(repository.root, 'exported')
    await git.checkOut(await git.tree('HEAD'), folder)
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('one\n')
    expect(await readFile(join(folder, 'b.other'), 'utf8')).toBe('one\n')
  })

  it('run through filters such as LFS', async () => {
    const repository = await repositoryWith({ '.gitattributes': '*.big filter=shout\n', 'a.big': 'quiet\n' })
    await repository.git('config', 'filter.shout.smudge', 'tr a-z A-Z')
    const git = gitIn(repository.folder)
    const folder = join(repository.root, 'exported')
    await git.checkOut(await git.tree('HEAD'), folder)
    expect(await readFile(join(folder, 'a.big'), 'utf8')).toBe('QUIET\n')
  })
})

describe('a sparse checkout', () => {
  it('is no hindrance: files come from the commit, and a new commit holds all of them', async () => {
    const repository = await repositoryWith({ 'in/a.txt': 'a\n', 'out/b.txt': 'b\n' })
    const workspace = await repository.checkout()
    await realGit(workspace, ['sparse-checkout', 'set', 'in'])
    await expect(readFile(join(workspace, 'out/b.txt'))).rejects.toThrow('ENOENT')
    const git = gitIn(workspace)
    const folder = join(repository.root, 'exported')
    await git.checkOut(await git.tree('HEAD'), folder)
    expect(await readFile(join(folder, 'out/b.txt'), 'utf8')).toBe('b\n')
    const commit = await git.commit(await git.head(), new Map([['out/b.txt', 'c\n']]), 'fix: c', new Date(1e12))
    expect((await git.tree(commit)).map(({ path }) => path)).toEqual(['in/a.txt', 'out/b.txt'])
    expect(await git.fastForward(commit)).toBe(true)
    expect(await realGit(workspace, ['status', '--porcelain'])).toBe('')
  })
})

describe("the user's own git", () => {
  async function withHome(config: string) {
    const repository = await repositoryWith()
    await repository.write({
      '../home/.gitconfig': config,
      '../home/hook': '#!/bin/sh\ntouch "$HOME/hook-ran"\nexit 1\n',
    })
    const home = join(repository.root, 'home')
    await chmod(join(home, 'hook'), 0o755)
    const workspace = await repository.checkout()
    return {
      repository,
      home,
      workspace,
      git: gitIn(workspace, { environment: { PATH: process.env.PATH, HOME: home } }),
    }
  }

  it('runs no hooks: neither of the user nor of the clone', async () => {
    const { repository, home, workspace, git } = await withHome('')
    await realGit(workspace, ['config', 'core.hooksPath', join(workspace, '.git/hooks')])
    for (const name of [
      'pre-commit',
      'commit-msg',
      'post-commit',
      'pre-push',
      'post-merge',
      'post-checkout',
      'reference-transaction',
      'post-index-change',
    ]) {
      await writeFile(join(workspace, '.git/hooks', name), await readFile(join(home, 'hook')), { mode: 0o755 })
    }
    const commit = await git.commit(await git.head(), new Map([['a.txt', 'b']]), 'chore: b', new Date(1e12))
    expect(await git.pushBranch(commit, 'main')).toEqual({ result: 'done' })
    expect(await git.createTags(new Map([['t', commit]]))).toEqual(new Map([['t', { result: 'done' }]]))
    expect(await git.fastForward(commit)).toBe(true)
    expect(await repository.remote()).toBe(commit)
    await expect(readFile(join(home, 'hook-ran'))).rejects.toThrow('ENOENT')
  })

  it('signs nothing, shows no signatures and follows no other settings of a person', async () => {
    const config = `[commit]\n\tgpgSign = true\n[tag]\n\tgpgSign = true\n\tforceSignAnnotated = true\n[push]\n\tgpgSign = true\n\tfollowTags = true\n[gpg]\n\tprogram = HOOK\n[log]\n\tshowSignature = true\n\tshowRoot = false\n[merge]\n\tverifySignatures = true\n[core]\n\tfsmonitor = HOOK\n\tpager = HOOK\n\teditor = HOOK\n[color]\n\tui = always\n[diff]\n\trelative = true\n\texternal = HOOK\n[user]\n\tname = Mallory\n\temail = m@example.test\n`
    const { repository, home, git } = await withHome('')
    await repository.write({ '../home/.gitconfig': config.replaceAll('HOOK', join(home, 'hook')) })
    const head = await git.head()
    expect(await git.commitTime(head)).toEqual(new Date('2026-01-01T00:00:00Z'))
    expect((await all(git.history(head, ['.']))).map(({ paths }) => paths)).toEqual([['a.txt']])
    const commit = await git.commit(head, new Map([['a.txt', 'b']]), 'chore: b', new Date(1e12))
    expect(await git.pushBranch(commit, 'main')).toEqual({ result: 'done' })
    expect(await git.fastForward(commit)).toBe(true)
    await expect(readFile(join(home, 'hook-ran'))).rejects.toThrow('ENOENT')
  })

  it('works in a checkout that another user owns', async () => {
    const repository = await repositoryWith()
    const workspace = await repository.checkout()
    if (process.getuid?.() !== 0) return console.warn('skipped: only root can give a folder away')
    await realGit(repository.root, ['-c', `alias.give=!chown -R 4711:4711 ${workspace}`, 'give'])
    await expect(realGit(workspace, ['rev-parse', 'HEAD'])).rejects.toThrow('dubious ownership')
    expect(await gitIn(workspace).head()).toBe(await repository.remote())
  })
})
