import { readdir, readFile, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { exportCharts } from '../../../../src/chart/source/export.ts'
import { createFiles } from '../../../../src/platform/files/files.ts'
import { repositoriesPerTest } from '../../../support/git/repositories-per-test.ts'
import type { TestRepository } from '../../../support/git/repository.ts'
import { gitIn, sourcesIn } from '../../../support/helm/packaging.ts'

const aRepositoryOf = repositoriesPerTest()

const app = { 'charts/app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\n' }
const db = { 'charts/db/Chart.yaml': 'apiVersion: v2\nname: db\nversion: 1.0.0\n' }

/** Exports charts of what is committed. */
async function exported(repository: TestRepository, folders: readonly string[] = ['charts/app']) {
  const git = gitIn(repository.folder)
  const { tree, charts } = await sourcesIn(git, folders)
  const files = createFiles(join(repository.root, 'temp'))
  const result = await exportCharts(
    { git, files },
    tree,
    folders.flatMap((path) => charts.get(path) ?? []),
  )
  return {
    ...result,
    folderOf: (path: string) => result.exported.find(({ chart }) => chart.path === path)?.folder ?? '',
  }
}

async function everythingBelow(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const texts = await Promise.all(
    files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')]),
  )
  return Object.fromEntries(texts) as Record<string, string>
}

describe('exported charts', () => {
  it('hold what the commit holds: nothing that is modified, untracked or ignored', async () => {
    const repository = await aRepositoryOf({
      ...app,
      'charts/app/values.yaml': 'committed: 1\n',
      '.gitignore': '*.json\n',
    })
    await repository.write({
      'charts/app/values.yaml': 'modified: 1\n',
      'charts/app/untracked.yaml': 'x',
      'charts/app/gha-creds-1.json': 'secret',
    })
    await repository.git('add', 'charts/app/values.yaml')
    const { folderOf } = await exported(repository)
    expect(await everythingBelow(folderOf('charts/app'))).toEqual({
      'Chart.yaml': app['charts/app/Chart.yaml'],
      'values.yaml': 'committed: 1\n',
    })
  })

  it('leave out what Helm ignores, and charts that are built apart', async () => {
    const repository = await aRepositoryOf({
      'charts/app/Chart.yaml': `${app['charts/app/Chart.yaml']}dependencies:\n  - name: sub\n    version: 1.0.0\n    repository: file://charts/sub\n`,
      'charts/app/.helmignore': 'ci/\n',
      'charts/app/ci/x.yaml': 'x',
      'charts/app/charts/sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n',
    })
    const { folderOf } = await exported(repository, ['charts/app', 'charts/app/charts/sub'])
    expect(Object.keys(await everythingBelow(folderOf('charts/app'))).sort()).toEqual(['.helmignore', 'Chart.yaml'])
    expect(Object.keys(await everythingBelow(folderOf('charts/app/charts/sub')))).toEqual(['Chart.yaml'])
  })

  it('have links as the files that they lead to', async () => {
    const repository = await aRepositoryOf({
      ...app,
      LICENSE: 'licence\n',
      'shared/a/b.txt': 'b\n',
      'charts/app/t/x': '',
    })
    await symlink('../../LICENSE', join(repository.folder, 'charts/app/LICENSE'))
    await symlink('../../shared', join(repository.folder, 'charts/app/files'))
    await repository.commit('feat: links', {})
    const { folderOf } = await exported(repository)
    const folder = folderOf('charts/app')
    expect(await everythingBelow(folder)).toMatchObject({ LICENSE: 'licence\n', 'files/a/b.txt': 'b\n' })
    expect((await stat(join(folder, 'files'))).isDirectory()).toBe(true)
    expect((await readdir(folder, { recursive: true, withFileTypes: true })).some((e) => e.isSymbolicLink())).toBe(
      false,
    )
  })

  it('have the line endings that the attributes of every folder above say, also where Helm ignores those', async () => {
    const repository = await aRepositoryOf({
      ...app,
      '.gitattributes': '*.txt text eol=crlf\n',
      'charts/.gitattributes': '*.md text eol=crlf\n',
      'charts/app/.gitattributes': '*.lf.txt text eol=lf\n',
      'charts/app/.helmignore': '.gitattributes\n',
      'charts/app/templates/.gitattributes': '*.yaml text eol=crlf\n',
      'charts/app/templates/a.yaml': 'a\n',
      'charts/app/NOTES.txt': 'n\n',
      'charts/app/README.md': 'r\n',
      'charts/app/x.lf.txt': 'x\n',
      'charts/app/values.yaml': 'v\n',
    })
    const { folderOf } = await exported(repository)
    expect(await everythingBelow(folderOf('charts/app'))).toEqual({
      '.helmignore': '.gitattributes\n',
      'Chart.yaml': app['charts/app/Chart.yaml'],
      'NOTES.txt': 'n\r\n',
      'README.md': 'r\r\n',
      'templates/a.yaml': 'a\r\n',
      'values.yaml': 'v\n',
      'x.lf.txt': 'x\n',
    })
  })

  it('keep .gitattributes where it is a part of the package', async () => {
    const repository = await aRepositoryOf({
      ...app,
      'charts/app/.gitattributes': '*.txt text eol=crlf\n',
      'charts/app/a.txt': 'a\n',
    })
    const { folderOf } = await exported(repository)
    expect(await everythingBelow(folderOf('charts/app'))).toMatchObject({
      '.gitattributes': '*.txt text eol=crlf\n',
      'a.txt': 'a\r\n',
    })
  })

  it('have linked files with the attributes of the place they stand at', async () => {
    const repository = await aRepositoryOf({
      ...app,
      'shared/.gitattributes': '*.txt text eol=crlf\n',
      'shared/a.txt': 'a\n',
      'charts/app/.gitattributes': '*.yaml text eol=crlf\n',
      'other/b.yaml': 'b\n',
    })
    await symlink('../../shared/a.txt', join(repository.folder, 'charts/app/a.txt'))
    await symlink('../../other/b.yaml', join(repository.folder, 'charts/app/b.yaml'))
    await repository.commit('feat: links', {})
    const { folderOf } = await exported(repository)
    expect(await everythingBelow(folderOf('charts/app'))).toMatchObject({ 'a.txt': 'a\r\n', 'b.yaml': 'b\n' })
  })

  it('of a whole repository are the chart at its root', async () => {
    const repository = await aRepositoryOf({
      'Chart.yaml': 'apiVersion: v2\nname: root\nversion: 1.0.0\n',
      'values.yaml': '',
    })
    const { folderOf } = await exported(repository, ['.'])
    expect(Object.keys(await everythingBelow(folderOf('.'))).sort()).toEqual(['Chart.yaml', 'values.yaml'])
  })

  it('keep every name, content and emptiness', async () => {
    const files = {
      'with space.txt': 's',
      'ünï–日本.yaml': 'ü',
      'empty.txt': '',
      'trailing space ': 't',
      'quote"s\'.txt': 'q',
      'bin.sh': '#!/bin/sh\n',
    }
    const repository = await aRepositoryOf({
      ...app,
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`charts/app/${name}`, text])),
    })
    const { folderOf } = await exported(repository)
    expect(await everythingBelow(folderOf('charts/app'))).toMatchObject(files)
  })
})

describe('a chart that can not be exported', () => {
  const LIMIT = 5 * 1024 * 1024

  it('holds a file over what Helm loads: it is named with its size, and the others go on', async () => {
    const repository = await aRepositoryOf({
      ...app,
      ...db,
      'charts/app/big.bin': 'x'.repeat(LIMIT + 1),
      'charts/db/fits.bin': 'x'.repeat(LIMIT),
    })
    const { problems, exported: done } = await exported(repository, ['charts/app', 'charts/db'])
    expect(done.map(({ chart }) => chart.path)).toEqual(['charts/db'])
    expect(problems.get('charts/app')).toMatchObject({
      code: 'CHART_FILE_TOO_LARGE',
      kind: 'chart',
      message: `charts/app/big.bin holds ${LIMIT + 1} bytes; Helm loads files up to ${LIMIT}.`,
      hint: expect.stringContaining('.helmignore'),
      at: { file: 'charts/app/big.bin' },
    })
  })

  it('may hold such a file where Helm ignores it', async () => {
    const repository = await aRepositoryOf({
      ...app,
      'charts/app/big.bin': 'x'.repeat(LIMIT + 1),
      'charts/app/.helmignore': '*.bin\n',
    })
    expect((await exported(repository)).problems.size).toBe(0)
  })

  it('is too large as a whole', async () => {
    const blob = 'x'.repeat(LIMIT)
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`charts/app/${n}.bin`, blob]))
    const { problems } = await exported(await aRepositoryOf({ ...app, ...many }))
    expect(problems.get('charts/app')).toMatchObject({
      code: 'CHART_FILE_TOO_LARGE',
      message: expect.stringContaining('Helm loads charts up to 104857600'),
      at: { file: 'charts/app/Chart.yaml' },
    })
  })

  it('holds only the pointer of a file in LFS: the hint says lfs: true', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 7\n`
    const repository = await aRepositoryOf({
      ...app,
      ...db,
      '.gitattributes': '*.big filter=lfs diff=lfs merge=lfs -text\n',
      'charts/app/a.big': pointer,
    })
    const { problems, exported: done } = await exported(repository, ['charts/app', 'charts/db'])
    expect(done.map(({ chart }) => chart.path)).toEqual(['charts/db'])
    expect(problems.get('charts/app')).toMatchObject({ code: 'CHART_LFS_POINTER', at: { file: 'charts/app/a.big' } })
    expect(problems.get('charts/app')?.hint).toContain('lfs: true')
    // With the filter of `git lfs install` the file itself is there.
    await repository.git('config', 'filter.lfs.smudge', 'tr a-z A-Z')
    const { folderOf } = await exported(repository)
    expect(await readFile(join(folderOf('charts/app'), 'a.big'), 'utf8')).toBe(pointer.toUpperCase())
  })

  it.each<[string, string | Uint8Array, string]>([
    ['LFS', `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 7\n`, 'CHART_LFS_POINTER'],
    [
      'LFS, CRLF',
      `version https://git-lfs.github.com/spec/v1\r\noid sha256:${'a'.repeat(64)}\r\nsize 7\r\n`,
      'CHART_LFS_POINTER',
    ],
    [
      'LFS before 1.0',
      `version https://hawser.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 7\n`,
      'CHART_LFS_POINTER',
    ],
    ['git-annex', `/annex/objects/SHA256E-s7--${'a'.repeat(64)}.big\n`, 'CHART_STAND_IN'],
    ['git-fat', `#$# git-fat ${'a'.repeat(40)}                    7\n`, 'CHART_STAND_IN'],
    ['git-crypt', Buffer.from('\0GITCRYPT\0\u0001\u0002'), 'CHART_STAND_IN'],
  ])('holds what stands for another content, and no attribute says so: %s', async (_, content, code) => {
    const repository = await aRepositoryOf({ ...app, ...db, 'charts/app/files/a.big': content })
    const { problems, exported: done } = await exported(repository, ['charts/app', 'charts/db'])
    expect(done.map(({ chart }) => chart.path)).toEqual(['charts/db'])
    expect(problems.get('charts/app')).toMatchObject({ code, kind: 'chart', at: { file: 'charts/app/files/a.big' } })
    expect(problems.get('charts/app')?.hint).toBeDefined()
  })

  it('may hold a document about LFS', async () => {
    const text = '# Pointers\n\nversion https://git-lfs.github.com/spec/v1\n'
    const repository = await aRepositoryOf({ ...app, 'charts/app/README.md': text })
    expect((await exported(repository)).problems.size).toBe(0)
  })

  it.each([
    ['../../LICENSE', 'LICENSE'],
    ['sub/', 'charts/app/sub'],
    ['a.txt', 'charts/app/a.txt'],
  ])('may hold what looks like a link without symbolic links, and says so: %s', async (text, target) => {
    const files = { LICENSE: 'l\n', 'charts/app/a.txt': 'a\n', 'charts/app/sub/b.txt': 'b' }
    const repository = await aRepositoryOf({ ...app, ...files, 'charts/app/LINK': text, 'charts/app/no': 'nothing' })
    const { problems, notices } = await exported(repository)
    expect(problems.size).toBe(0)
    expect(notices).toEqual([
      expect.stringContaining(
        `charts/app/LINK is a file that says only ${JSON.stringify(target)}, a path of this commit`,
      ),
    ])
  })

  it('is in LFS, and the image has the settings of git-lfs without the program: this chart stops, with what to install', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 7\n`
    const repository = await aRepositoryOf({
      ...app,
      ...db,
      '.gitattributes': '*.big filter=lfs diff=lfs merge=lfs -text\n',
      'charts/app/a.big': pointer,
    })
    const settings = { clean: 'clean -- %f', smudge: 'smudge -- %f', process: 'filter-process' }
    for (const [name, words] of Object.entries(settings))
      await repository.git('config', `filter.lfs.${name}`, `git-lfs-that-is-absent ${words}`)
    await repository.git('config', 'filter.lfs.required', 'true')
    const { problems, exported: done } = await exported(repository, ['charts/app', 'charts/db'])
    expect(done.map(({ chart }) => chart.path)).toEqual(['charts/db'])
    expect(problems.get('charts/app')).toMatchObject({ code: 'CHART_EXPORT_FAILED', kind: 'chart' })
    expect(problems.get('charts/app')?.message).toContain('git-lfs-that-is-absent')
    expect(problems.get('charts/app')?.hint).toMatch(/git-lfs on PATH.*lfs: true/)
  })

  it('has a filter that fails: only this chart stops', async () => {
    const repository = await aRepositoryOf({
      ...app,
      ...db,
      '.gitattributes': '*.big filter=lfs\n',
      'charts/app/a.big': 'a',
    })
    await repository.git('config', 'filter.lfs.smudge', 'echo no such object >&2; false')
    await repository.git('config', 'filter.lfs.required', 'true')
    const { problems, exported: done } = await exported(repository, ['charts/app', 'charts/db'])
    expect(done.map(({ chart }) => chart.path)).toEqual(['charts/db'])
    expect(problems.get('charts/app')).toMatchObject({ code: 'CHART_EXPORT_FAILED', kind: 'chart' })
    expect(problems.get('charts/app')?.message).toContain('a.big')
  })
})
