import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { aRepository, git as realGit, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn } from '../../../support/helm/packaging.ts'
import { type GitServer, startGitServer } from '../../../support/servers/git-http.ts'

const open: AsyncDisposable[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one[Symbol.asyncDispose]()
})

const HEADER = `AUTHORIZATION: basic ${Buffer.from('x-access-token:ghs_test').toString('base64')}`
const ARCHIVE = Buffer.alloc(300_000, 'incompressible? '.split('').reverse().join(''))

interface Served {
  readonly repository: TestRepository
  readonly server: GitServer
  /** A checkout of depth 1, as actions/checkout leaves it. */
  readonly workspace: string
}

/** A branch with an archive on it, served over HTTP; `filter`: whether the server can leave contents out. */
async function served({ filter = true } = {}): Promise<Served> {
  const repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  open.push({ [Symbol.asyncDispose]: () => repository.remove() })
  await realGit(repository.origin, ['config', 'uploadpack.allowFilter', String(filter)])
  await repository.git('switch', '--quiet', '--orphan', 'gh-pages')
  await repository.write({ 'charts/index.yaml': 'apiVersion: v1\n', 'charts/app-1.0.0.tgz': ARCHIVE, CNAME: 'x\n' })
  await repository.git('add', '.')
  await repository.git('commit', '--quiet', '-m', 'pages')
  await repository.git('push', '--quiet', 'origin', 'gh-pages')
  await repository.git('switch', '--quiet', 'main')
  const server = await startGitServer(repository.origin, HEADER.replace(/^AUTHORIZATION: /, ''))
  open.push(server)
  const workspace = await repository.checkout({ depth: 1 })
  await realGit(workspace, ['remote', 'set-url', 'origin', server.repository])
  await realGit(workspace, ['config', `http.${server.url}/.extraheader`, HEADER])
  return { repository, server, workspace }
}

const here = (workspace: string, serverUrl: string) => gitIn(workspace, { serverUrl, token: 'ghs_test' })
const PAGES = 'refs/heads/gh-pages'
const at = new Date('2026-11-20T10:11:12Z')

describe('a clone beside the checkout', () => {
  it.each([true, false])('reads and changes a branch, where the server can leave contents out: %s', async (filter) => {
    const { repository, server, workspace } = await served({ filter })
    const clone = await here(workspace, server.url).sideClone()
    const tip = await clone.fetchTip(PAGES, { contents: false })
    expect(tip).toBe(await repository.remote(PAGES))
    const tree = await clone.tree(tip ?? '')
    expect(tree.map(({ path }) => path)).toEqual(['CNAME', 'charts/app-1.0.0.tgz', 'charts/index.yaml'])
    const index = tree.find(({ path }) => path.endsWith('index.yaml'))?.object ?? ''
    expect(Buffer.from((await clone.blobs([index])).get(index) ?? '').toString()).toBe('apiVersion: v1\n')

    const files = new Map([
      ['charts/index.yaml', Buffer.from('apiVersion: v1\nentries: {}\n')],
      ['charts/b-1.0.0.tgz', Buffer.from('b')],
    ])
    const commit = await clone.commit({ parent: tip, files, message: 'release: b 1.0.0', at })
    expect(await clone.push(new Map([[PAGES, commit]]))).toEqual(new Map([[PAGES, { result: 'done' }]]))
    expect(await repository.remote(PAGES)).toBe(commit)
    expect(await repository.remoteFile('charts/index.yaml', PAGES)).toContain('entries')
    expect(await repository.remoteFile('CNAME', PAGES)).toBe('x')
    expect(await realGit(repository.origin, ['fsck', '--strict', '--no-dangling'])).toBe('')
    expect(await realGit(repository.origin, ['log', '-1', '--format=%an %at', commit])).toBe(
      `github-actions[bot] ${at.getTime() / 1000}`,
    )
  })

  it('fetches no archive where the server can leave contents out, not even to push beside it', async () => {
    const { repository, server, workspace } = await served()
    const temp = join(workspace, '..', 'temp')
    const clone = await here(workspace, server.url).sideClone()
    const tip = await clone.fetchTip(PAGES, { contents: false })
    const files = new Map([['charts/app-1.0.1.tgz', Buffer.from('new')]])
    const commit = await clone.commit({ parent: tip, files, message: 'x', at })
    await clone.push(new Map([[PAGES, commit]]))
    expect(await repository.remote(PAGES)).toBe(commit)
    const archive = (await clone.tree(commit)).find(({ path }) => path === 'charts/app-1.0.0.tgz')?.object ?? ''
    const objects = await realGit(temp, ['-C', await onlyCloneIn(temp), ...LIST_OBJECTS])
    expect(objects).toContain(commit)
    expect(objects).not.toContain(archive)
  })

  it('leaves the checkout as it is: settings, refs, history and work tree', async () => {
    const { server, workspace } = await served()
    const look = async () => [
      await readFile(join(workspace, '.git', 'config'), 'utf8'),
      await readFile(join(workspace, '.git', 'shallow'), 'utf8'),
      await realGit(workspace, ['for-each-ref']),
      await realGit(workspace, ['status', '--porcelain']),
      await realGit(workspace, ['count-objects', '-v']),
    ]
    const before = await look()
    const clone = await here(workspace, server.url).sideClone()
    const tip = await clone.fetchTip(PAGES, { contents: false })
    const commit = await clone.commit({ parent: tip, files: new Map([['x', Buffer.from('x')]]), message: 'x', at })
    await clone.push(new Map([[PAGES, commit]]))
    expect(await look()).toEqual(before)
  })

  it('says who it is as the checkout does, once a request', async () => {
    const { server, workspace } = await served()
    const clone = await here(workspace, server.url).sideClone()
    await clone.fetchTip(PAGES, { contents: true })
    expect(new Set(server.authorizations.filter((value) => value !== ''))).toEqual(
      new Set([HEADER.replace(/^AUTHORIZATION: /, '')]),
    )
  })

  it('takes the token where checkout left nothing', async () => {
    const { server, workspace } = await served()
    await realGit(workspace, ['config', '--unset-all', `http.${server.url}/.extraheader`])
    const clone = await here(workspace, server.url).sideClone()
    expect(await clone.fetchTip(PAGES, { contents: false })).toBeDefined()
  })

  it('knows a branch that is not there, and makes it without a parent', async () => {
    const { repository, server, workspace } = await served()
    const clone = await here(workspace, server.url).sideClone()
    expect(await clone.fetchTip('refs/heads/pages', { contents: false })).toBeUndefined()
    const files = new Map([['index.yaml', Buffer.from('x')]])
    const commit = await clone.commit({ parent: undefined, files, message: 'first', at })
    await clone.push(new Map([['refs/heads/pages', commit]]))
    expect(await realGit(repository.origin, ['rev-list', 'refs/heads/pages'])).toBe(commit)
  })

  it('never overwrites what somebody pushed meanwhile, also in a branch that both make', async () => {
    const { repository, server, workspace } = await served()
    const [ours, theirs] = [here(workspace, server.url), here(workspace, server.url)]
    for (const ref of [PAGES, 'refs/heads/new']) {
      const push = async (
        clone: Awaited<ReturnType<typeof ours.sideClone>>,
        parent: string | undefined,
        what: string,
      ) => {
        const files = new Map([[what, Buffer.from(what)]])
        const commit = await clone.commit({ parent, files, message: what, at })
        return [commit, (await clone.push(new Map([[ref, commit]]))).get(ref)] as const
      }
      const [a, b] = [await ours.sideClone(), await theirs.sideClone()]
      const [seenByA, seenByB] = [
        await a.fetchTip(ref, { contents: false }),
        await b.fetchTip(ref, { contents: false }),
      ]
      const [first] = await push(a, seenByA, 'first')
      const [, lost] = await push(b, seenByB, 'second')
      expect(lost).toMatchObject({ result: 'rejected' })
      expect(await repository.remote(ref)).toBe(first)
    }
  })

  it('lists and deletes refs that nobody sees in branches and tags', async () => {
    const { server, workspace } = await served()
    const clone = await here(workspace, server.url).sideClone()
    const ref = 'refs/release-charts/staging/1'
    const commit = await clone.commit({ parent: undefined, files: new Map([['f', ARCHIVE]]), message: 's', at })
    await clone.push(new Map([[ref, commit]]))
    expect(await clone.refs('refs/release-charts/staging/')).toEqual([ref])
    const other = await here(workspace, server.url).sideClone()
    const tip = (await other.fetchTip(ref, { contents: true })) ?? ''
    const [file] = await other.tree(tip)
    expect(Buffer.from((await other.blobs([file?.object ?? ''])).get(file?.object ?? '') ?? '').equals(ARCHIVE)).toBe(
      true,
    )
    expect((await clone.push(new Map([[ref, '' as const]]))).get(ref)).toEqual({ result: 'done' })
    expect(await clone.refs('refs/release-charts/staging/')).toEqual([])
  })
})

const LIST_OBJECTS = ['cat-file', '--batch-all-objects', '--batch-check=%(objectname)'] as const

async function onlyCloneIn(temp: string): Promise<string> {
  const { readdir } = await import('node:fs/promises')
  const [clone] = (await readdir(temp)).filter((name) => name.includes('side-clone'))
  return join(temp, clone ?? '')
}
