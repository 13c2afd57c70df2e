import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { PackagedChart } from '../../../../src/model/chart.ts'
import type { Target } from '../../../../src/model/target.ts'
import { openTarget } from '../../../../src/targets/registry.ts'
import { anArchiveSignature, aPackagedChart } from '../../../support/charts/packaged-chart.ts'
import { aRepository, git, type TestRepository } from '../../../support/git/repository.ts'
import { aTargetContext, type ContextOptions } from '../../../support/registry/context.ts'
import { type GitServer, startGitServer } from '../../../support/servers/git-http.ts'
import { failureOf } from '../../../support/values/failure.ts'
import { promoteOne } from '../../../support/values/promote.ts'

const PAGES = 'refs/heads/gh-pages'

let repository: TestRepository
let server: GitServer
let workspace: string
beforeEach(async () => {
  repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  server = await startGitServer(repository.origin)
  workspace = await repository.checkout({ depth: 1 })
  await git(workspace, ['remote', 'set-url', 'origin', server.repository])
})
afterEach(async () => {
  await server[Symbol.asyncDispose]()
  await repository.remove()
})

const open = (address = 'pages://gh-pages/charts', options: ContextOptions = {}) =>
  openTarget(address, aTargetContext({ ...options, workspace }))
const inOrigin = (...args: readonly string[]) => git(repository.origin, args)
const treeOf = () => inOrigin('ls-tree', '-r', PAGES)

async function staged(target: Target, chart: PackagedChart) {
  const artifact = await target.stage(chart)
  await target.attach(artifact, anArchiveSignature(artifact.digest))
  await target.fetch(artifact)
  return artifact
}
const release = async (target: Target, chart: PackagedChart) => promoteOne(target, await staged(target, chart))

/** `<mode> <path>` of what stands on the branch before; all files hold the same text. */
async function begin(...entries: readonly string[]): Promise<void> {
  const blob = await git(repository.folder, ['hash-object', '-w', 'a.txt'])
  const head = await git(repository.folder, ['rev-parse', 'HEAD'])
  const env = { GIT_INDEX_FILE: join(repository.root, 'index-of-others'), ...who }
  for (const entry of entries) {
    const [mode = '', path = ''] = entry.split(' ')
    const object = mode === '160000' ? head : blob
    await git(repository.folder, ['update-index', '--add', '--cacheinfo', `${mode},${object},${path}`], env)
  }
  const tree = await git(repository.folder, ['write-tree'], env)
  const commit = await git(repository.folder, ['commit-tree', tree, '-m', 'by hand'], env)
  await git(repository.folder, ['push', '--quiet', '--force', 'origin', `${commit}:${PAGES}`])
}

const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' }

async function hook(name: string, script: string): Promise<void> {
  const file = join(repository.origin, 'hooks', name)
  await writeFile(file, `#!/bin/sh\n${script}\n`)
  await chmod(file, 0o755)
}

describe('what others have on a branch, where a file of ours belongs', () => {
  it.each([
    ['a link in the place of the folder', '120000 charts'],
    ['a file in the place of the folder', '100644 charts'],
    ['a submodule in the place of the folder', '160000 charts'],
    ['a folder in the place of the index', '100644 charts/index.yaml/more'],
    ['a link in the place of the index', '120000 charts/index.yaml'],
    ['a submodule in the place of the index', '160000 charts/index.yaml'],
    ['a folder that differs only by case', '100644 Charts/README.md'],
    ['an index that differs only by case', '100644 charts/Index.yaml'],
  ])('is named in the plan and in preflight, and stays: %s', async (_, entry) => {
    await begin('100644 README.md', entry)
    const before = await repository.remote(PAGES)
    const path = entry.split(' ')[1]?.replace(/\/(?:more|README\.md)$/, '') ?? ''
    const finding = { code: 'PATH_OCCUPIED', kind: 'conflict', message: expect.stringContaining(path) }
    expect(await open().preflight([aPackagedChart()])).toEqual([expect.objectContaining(finding)])
    expect(await open().find(aPackagedChart())).toMatchObject({ state: 'unknown', why: finding })
    expect(await failureOf(release(open(), aPackagedChart()))).toMatchObject(finding)
    expect(await repository.remote(PAGES)).toBe(before)
  })

  it.each([
    ['a link in the place of the archive', '120000 charts/app-1.2.3.tgz'],
    ['a folder in the place of the archive', '100644 charts/app-1.2.3.tgz/more'],
    ['a link in the place of a signature', '120000 charts/app-1.2.3.tgz.sigstore.json'],
    ['a submodule in the place of provenance', '160000 charts/app-1.2.3.tgz.prov'],
    ['a folder in the place of the index’s signature', '100644 charts/index.yaml.sigstore.json/more'],
    ['an archive that differs only by case', '100644 charts/App-1.2.3.tgz'],
  ])('is named in preflight, and stays: %s', async (_, entry) => {
    await begin(entry)
    const before = await treeOf()
    const path = entry.split(' ')[1]?.replace(/\/more$/, '') ?? ''
    expect(await open().preflight([aPackagedChart()])).toMatchObject([
      { code: 'PATH_OCCUPIED', message: expect.stringContaining(path) },
    ])
    await release(open(), aPackagedChart()).catch(() => undefined)
    expect(await treeOf()).toContain(before)
  })

  it('stays as it is if it comes while a run works', async () => {
    await begin('100644 README.md')
    const target = open()
    const artifact = await staged(target, aPackagedChart())
    await git(repository.folder, ['fetch', '--quiet', 'origin', PAGES])
    const blob = await git(repository.folder, ['hash-object', '-w', 'a.txt'])
    const env = { GIT_INDEX_FILE: join(repository.root, 'another-index'), ...who }
    await git(repository.folder, ['read-tree', 'FETCH_HEAD'], env)
    await git(repository.folder, ['update-index', '--add', '--cacheinfo', `120000,${blob},charts`], env)
    const tree = await git(repository.folder, ['write-tree'], env)
    const commit = await git(repository.folder, ['commit-tree', tree, '-p', 'FETCH_HEAD', '-m', 'a link'], env)
    await git(repository.folder, ['push', '--quiet', 'origin', `${commit}:${PAGES}`])
    expect(await failureOf(promoteOne(target, artifact))).toMatchObject({ code: 'PATH_OCCUPIED' })
    expect(await repository.remote(PAGES)).toBe(commit)
  })

  it('keeps its mode if it is an index that may be executed', async () => {
    await release(open(), aPackagedChart({ name: 'first' }))
    const object = await inOrigin('rev-parse', `${PAGES}:charts/index.yaml`)
    await git(repository.folder, ['fetch', '--quiet', 'origin', PAGES])
    const env = { GIT_INDEX_FILE: join(repository.root, 'another-index'), ...who }
    await git(repository.folder, ['read-tree', 'FETCH_HEAD'], env)
    await git(repository.folder, ['update-index', '--add', '--cacheinfo', `100755,${object},charts/index.yaml`], env)
    const tree = await git(repository.folder, ['write-tree'], env)
    const commit = await git(repository.folder, ['commit-tree', tree, '-p', 'FETCH_HEAD', '-m', 'mode'], env)
    await git(repository.folder, ['push', '--quiet', 'origin', `${commit}:${PAGES}`])
    await release(open(), aPackagedChart({ name: 'second' }))
    expect(await treeOf()).toMatch(/^100755 blob \w+\tcharts\/index\.yaml$/m)
  })
})

describe('a branch that a run was planned with', () => {
  it.each([['with an index'], ['with other files only']])('is not begun anew once it is deleted: %s', async (kind) => {
    if (kind === 'with an index') await release(open(), aPackagedChart({ version: '1.0.0' }))
    else await begin('100644 README.md')
    const target = open()
    expect(await target.find(aPackagedChart())).toEqual({ state: 'absent' })
    const artifact = await staged(target, aPackagedChart())
    await inOrigin('update-ref', '-d', PAGES)
    expect(await failureOf(promoteOne(target, artifact))).toMatchObject({ code: 'INDEX_GONE', kind: 'conflict' })
    expect(await repository.remote(PAGES)).toBeUndefined()
    expect((await release(open(), aPackagedChart())).changed).toBe(true)
  })

  it.each([true, false])('is not written to once its history is another, filter %s', async (filter) => {
    await git(repository.origin, ['config', 'uploadpack.allowFilter', String(filter)])
    await release(open(), aPackagedChart({ version: '1.0.0' }))
    const target = open()
    const artifact = await staged(target, aPackagedChart())
    // The same files, and nothing of how they came to be.
    const tree = await inOrigin('rev-parse', `${PAGES}^{tree}`)
    const commit = await git(repository.origin, ['commit-tree', tree, '-m', 'anew'], who)
    await inOrigin('update-ref', PAGES, commit)
    expect(await failureOf(promoteOne(target, artifact))).toMatchObject({ code: 'INDEX_GONE', kind: 'conflict' })
    expect(await repository.remote(PAGES)).toBe(commit)
  })

  it('is written to after any number of commits of others', async () => {
    await release(open(), aPackagedChart({ version: '1.0.0' }))
    const target = open()
    const artifact = await staged(target, aPackagedChart())
    let commit = (await repository.remote(PAGES)) ?? ''
    const tree = await inOrigin('rev-parse', `${PAGES}^{tree}`)
    for (let count = 0; count < 30; count += 1)
      commit = await git(repository.origin, ['commit-tree', tree, '-p', commit, '-m', `more ${count}`], who)
    await inOrigin('update-ref', PAGES, commit)
    expect((await promoteOne(target, artifact)).changed).toBe(true)
    expect(await inOrigin('rev-parse', `${PAGES}^`)).toBe(commit)
  })
})

describe('what runs that died left in the staging refs', () => {
  it('is deleted after a day, and nothing else that stands there', async () => {
    const head = (await repository.remote()) ?? ''
    const [old, theirs] = ['20200101T000000Z-abc', '0-of-somebody-else'].map(
      (name) => `refs/release-charts/staging/${name}`,
    )
    for (const ref of [old, theirs]) await inOrigin('update-ref', ref ?? '', head)
    await release(open(), aPackagedChart())
    expect(await inOrigin('for-each-ref', '--format=%(refname)', 'refs/release-charts')).toBe(theirs)
  })
})

describe('a branch that git can’t create', () => {
  it.each([
    ['gh-pages/old', 'pages://gh-pages'],
    ['site', 'pages://site%2Fcharts'],
  ])('is named in preflight with the branch that is there: %s for %s', async (there, address) => {
    await inOrigin('update-ref', `refs/heads/${there}`, (await repository.remote()) ?? '')
    expect(await open(address).preflight([aPackagedChart()])).toMatchObject([
      { code: 'GIT_NAME_CONFLICT', kind: 'conflict', message: expect.stringContaining(there) },
    ])
    const pushes: string[] = []
    const before = (effect: string) => (effect.includes('refs/heads/') ? pushes.push(effect) : undefined)
    const failure = await failureOf(release(open(address, { before }), aPackagedChart()))
    expect([failure.code, pushes.length]).toEqual(['GIT_NAME_CONFLICT', 1])
  })

  it('may be one of a name that only begins alike', async () => {
    await inOrigin('update-ref', 'refs/heads/gh-pages-old', (await repository.remote()) ?? '')
    expect(await open().preflight([aPackagedChart()])).toEqual([])
  })
})

describe('a push to the branch of an index', () => {
  const isIndex = (effect: string) => effect.includes('refs/heads/gh-pages')

  it('is made once if a hook refuses it, also while others push', async () => {
    await release(open(), aPackagedChart({ version: '1.0.0' }))
    const before = (await repository.remote(PAGES)) ?? ''
    const tree = await inOrigin('rev-parse', `${PAGES}^{tree}`)
    const theirs = await git(repository.origin, ['commit-tree', tree, '-p', before, '-m', 'theirs'], who)
    // As if somebody else had pushed at the very moment of the refusal.
    await hook(
      'pre-receive',
      `grep -q ' ${PAGES}$' || exit 0; git update-ref ${PAGES} ${theirs} ${before} 2>/dev/null; echo GH006: no; exit 1`,
    )
    const pushes: string[] = []
    const target = open(undefined, { before: (effect) => void (isIndex(effect) && pushes.push(effect)) })
    const failure = await failureOf(release(target, aPackagedChart()))
    expect([failure.code, pushes.length]).toEqual(['INDEX_UNREACHABLE', 1])
    expect(failure.message).toContain('hook declined')
  })

  it('has landed if only its answer was lost', async () => {
    let cut = 0
    server.cutAnswer(/\/git-receive-pack$/, () => cut++ > 0)
    expect((await release(open(), aPackagedChart())).changed).toBe(true)
    expect(cut).toBeGreaterThan(1)
    expect(await inOrigin('rev-list', '--count', PAGES)).toBe('1')
  })

  it('is made again if it was cut off before it came, and the error speaks of the connection if that does not end', async () => {
    const pushes: string[] = []
    server.disturb('reset', /\/git-receive-pack$/)
    const target = open(undefined, { before: (effect) => void (effect.startsWith('git push') && pushes.push(effect)) })
    const failure = await failureOf(release(target, aPackagedChart()))
    expect([failure.code, failure.kind, pushes.length]).toEqual(['INDEX_UNREACHABLE', 'remote', 3])
    expect(failure.hint).toMatch(/connection broke/)
    expect(failure.hint).not.toMatch(/permissions/)
    server.disturb(undefined)
    expect((await release(open(), aPackagedChart())).changed).toBe(true)
  })
})
