import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { aRepository, git as realGit, type TestRepository } from '../../../support/git/repository.ts'
import { type GitOptions, gitIn } from '../../../support/helm/packaging.ts'
import { type GitServer, startGitServer } from '../../../support/servers/git-http.ts'
import { everythingIn, failureOf } from '../../../support/values/failure.ts'

const TOKEN = 'ghs_0123456789abcdef'
const basic = (token: string) => `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`

let repository: TestRepository
let server: GitServer
let head: string
beforeAll(async () => {
  repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  server = await startGitServer(repository.origin, basic(TOKEN))
  head = (await repository.remote()) ?? ''
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await repository.remove()
})

/** A clone whose origin is the server, with what an earlier step wrote into its config. */
async function aClone(config: readonly (readonly [string, string])[] = []): Promise<string> {
  const workspace = await repository.checkout()
  await realGit(workspace, ['remote', 'set-url', 'origin', server.repository])
  for (const [key, value] of config) await realGit(workspace, ['config', '--add', key, value])
  return workspace
}

const withToken = (more: GitOptions = {}): GitOptions => ({
  serverUrl: server.url,
  token: TOKEN,
  secrets: [TOKEN],
  ...more,
})

describe('credentials for the server', () => {
  it('are what checkout left in the clone, alone: it may be a stronger token than ours', async () => {
    const workspace = await aClone([[`http.${server.url}/.extraheader`, `AUTHORIZATION: ${basic(TOKEN)}`]])
    const git = gitIn(workspace, withToken({ token: 'a-weaker-token' }))
    expect(await git.fetchRef('refs/heads/main')).toBe(head)
    expect(new Set(server.authorizations.slice(-2))).toEqual(new Set([basic(TOKEN)]))
  })

  it('are found where checkout put them into a file of its own', async () => {
    const workspace = await aClone()
    const file = join(repository.root, 'credentials.config')
    await writeFile(file, `[http "${server.url}/"]\n\textraheader = AUTHORIZATION: ${basic(TOKEN)}\n`)
    await realGit(workspace, ['config', `includeIf.gitdir:${workspace}/.git.path`, file])
    const git = gitIn(workspace, withToken({ token: 'a-weaker-token' }))
    expect(await git.fetchRef('refs/heads/main')).toBe(head)
  })

  it('are our token where checkout left none (persist-credentials: false)', async () => {
    const git = gitIn(await aClone(), withToken())
    expect(await git.fetchRef('refs/heads/main')).toBe(head)
    expect((await git.remoteTags()).size).toBe(0)
  })

  it('are our token, once, where an empty header stands in the config', async () => {
    const key = `http.${server.url}/.extraheader`
    const git = gitIn(
      await aClone([
        [key, `AUTHORIZATION: ${basic('old')}`],
        [key, ''],
      ]),
      withToken(),
    )
    expect(await git.fetchRef('refs/heads/main')).toBe(head)
  })

  it('let a branch and a tag be pushed', async () => {
    const git = gitIn(await aClone(), withToken())
    const commit = await git.commit(head, new Map([['a.txt', 'b']]), 'fix: b', new Date(1e12))
    expect(await git.pushBranch(commit, 'pushed')).toEqual({ result: 'done' })
    expect(await git.createTags(new Map([['app-1.0.0', commit]]))).toEqual(new Map([['app-1.0.0', { result: 'done' }]]))
    expect(await repository.remote('refs/heads/pushed')).toBe(commit)
  })

  it('go to no other origin than the server that the workflow runs for', async () => {
    const before = server.authorizations.length
    const git = gitIn(await aClone(), withToken({ serverUrl: 'https://github.com' }))
    const error = await failureOf(git.fetchRef('refs/heads/main'))
    expect(error).toMatchObject({ code: 'GIT_DENIED', hint: expect.stringContaining('contents: write') })
    const since = server.authorizations.slice(before)
    expect(since.length).toBeGreaterThan(0)
    expect(new Set(since)).toEqual(new Set(['']))
  })

  it('deepen a shallow clone, and bring a commit by its id', async () => {
    await repository.commit('fix: newer', { 'a.txt': '2' })
    const workspace = await repository.checkout({ depth: 1 })
    await realGit(workspace, ['remote', 'set-url', 'origin', server.repository])
    const git = gitIn(workspace, withToken())
    expect(await git.ensureCommit(head)).toBe(true)
    await git.unshallow()
    expect(await git.isShallow()).toBe(false)
  })

  it('bring what a clone without blobs lacks', async () => {
    const clone = join(repository.root, 'partial')
    const auth = `http.${server.url}/.extraheader=AUTHORIZATION: ${basic(TOKEN)}`
    await realGit(repository.root, [
      '-c',
      auth,
      'clone',
      '--quiet',
      '--filter=blob:none',
      '--no-checkout',
      server.repository,
      clone,
    ])
    const git = gitIn(clone, withToken())
    const [file] = await git.tree('HEAD')
    const blobs = await git.blobs([file?.object ?? ''])
    expect(Buffer.from([...blobs.values()][0] ?? []).toString()).toBe('2')
  })
})

describe('a token', () => {
  it('stands in no argument of git, and reaches no call that needs no server', async () => {
    const bin = join(repository.root, 'bin')
    const real = await realGit(repository.root, ['-c', 'alias.where=!command -v git', 'where'])
    const seen = join(repository.root, 'seen')
    await repository.write({
      '../bin/git': `#!/bin/sh\n{ echo "ARGV $*"; env; echo; } >> ${seen}\nexec ${real} "$@"\n`,
    })
    await chmod(join(bin, 'git'), 0o755)
    const environment = {
      PATH: `${bin}:${process.env.PATH}`,
      HOME: repository.root,
      INPUT_GITHUB_TOKEN: TOKEN,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'an-oidc-secret',
      AWS_SECRET_ACCESS_KEY: 'a-cloud-secret',
    }
    const git = gitIn(await aClone(), withToken({ environment }))
    await git.tree(await git.head())
    const local = await readFile(seen, 'utf8')
    expect(local).not.toContain(TOKEN)
    expect(local).not.toContain(basic(TOKEN).slice(6))
    await git.fetchRef('refs/heads/main')
    const everything = await readFile(seen, 'utf8')
    expect(everything).toContain(basic(TOKEN).slice(6))
    const argv = everything.split('\n').filter((line) => line.startsWith('ARGV'))
    expect(argv.length).toBeGreaterThan(3)
    expect(argv.join('\n')).not.toContain(basic(TOKEN).slice(6))
    expect(everything).not.toContain('an-oidc-secret')
    expect(everything).not.toContain('a-cloud-secret')
    expect(everything).not.toContain('INPUT_')
  })

  it('stands in no error, also where the address of origin holds one', async () => {
    await repository.commit('fix: newest', { 'a.txt': '3' })
    const workspace = await repository.checkout({ depth: 1 })
    const inUrl = 'ghp_in-the-address'
    await realGit(workspace, ['remote', 'set-url', 'origin', server.repository.replace('//', `//ada:${inUrl}@`)])
    const git = gitIn(workspace, { serverUrl: server.url, token: 'ghs_refused', secrets: ['ghs_refused'] })
    for (const work of [() => git.fetchRef('refs/heads/main'), () => git.remoteTags(), () => git.unshallow()]) {
      const told = everythingIn(await failureOf(work))
      for (const secret of ['ghs_refused', basic('ghs_refused').slice(6), inUrl]) expect(told).not.toContain(secret)
    }
    const commit = await git.commit(await git.head(), new Map([['a.txt', 'c']]), 'fix: c', new Date(1e12))
    expect(JSON.stringify(await git.pushBranch(commit, 'main'))).not.toMatch(/ghs_refused|ghp_in/)
  })
})
