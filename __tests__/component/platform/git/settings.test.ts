import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { aRepository, git as realGit, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn } from '../../../support/helm/packaging.ts'
import { startGitServer } from '../../../support/servers/git-http.ts'
import { everythingIn, failureOf } from '../../../support/values/failure.ts'

let repository: TestRepository
beforeEach(async () => {
  repository = await aRepository({ files: { 'old/a.txt': 'a\n', 'b.txt': 'b\n' } })
})
afterEach(() => repository.remove())

/** The program's git in a clone, for a user whose own configuration says this. */
async function gitOfUser(config: string, options: Parameters<typeof gitIn>[1] = {}) {
  await repository.write({ '../home/.gitconfig': config })
  const home = join(repository.root, 'home')
  const workspace = await repository.checkout()
  return { workspace, git: gitIn(workspace, { environment: { PATH: process.env.PATH, HOME: home }, ...options }) }
}

describe("settings of the user's git", () => {
  it('push no tag that nobody asked for', async () => {
    const { workspace, git } = await gitOfUser('[push]\n\tfollowTags = true\n')
    const person = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.test']
    await realGit(workspace, [...person, 'tag', '--annotate', '--message', 'mine', 'private-note'])
    const commit = await git.commit(await git.head(), new Map([['b.txt', 'c\n']]), 'fix: c', new Date(1e12))
    expect(await git.pushBranch(commit, 'main')).toEqual({ result: 'done' })
    expect(await repository.remoteTags()).toEqual([])
  })

  it('send the server no options that it may not take', async () => {
    const { git } = await gitOfUser('[push]\n\tpushOption = ci.skip\n')
    const commit = await git.commit(await git.head(), new Map([['b.txt', 'c\n']]), 'fix: c', new Date(1e12))
    expect(await git.pushBranch(commit, 'main')).toEqual({ result: 'done' })
  })

  it.each([
    ['[log]\n\tfollow = true\n', 'a file that was moved'],
    ['[log]\n\tdiffMerges = combined\n', 'what a merge brought'],
    ['[diff]\n\torderFile = /nowhere\n', 'an order of files'],
  ])('tell no other history: %j, %s', async (config) => {
    await repository.git('mv', 'old/a.txt', 'a.txt')
    const moved = await repository.commit('chore: move', {})
    await repository.git('checkout', '--quiet', '-b', 'side')
    await repository.write({ 'side.txt': 's' })
    await repository.git('add', '--all')
    await repository.git('commit', '--quiet', '--message', 'feat: side')
    await repository.git('checkout', '--quiet', 'main')
    await repository.git('merge', '--quiet', '--no-ff', '--message', 'Merge side', 'side')
    await repository.git('push', '--quiet', 'origin', 'main')
    const merge = await repository.git('rev-parse', 'HEAD')
    const { git } = await gitOfUser(config)
    const told = async (path: string) => {
      const commits: [string, readonly string[]][] = []
      for await (const { commit, paths } of git.history(merge, [path])) commits.push([commit, paths])
      return commits
    }
    expect(await told('a.txt')).toEqual([[moved, ['a.txt']]])
    expect((await told('.'))[0]).toEqual([merge, ['side.txt']])
  })

  it('change no line ending of what is committed, and later steps still see the commit', async () => {
    const config = '[core]\n\tautocrlf = true\n\tsafecrlf = true\n'
    const { workspace, git } = await gitOfUser(config)
    for (const words of ['rm -r --cached --quiet .', 'reset --hard --quiet'])
      await realGit(workspace, ['-c', 'core.autocrlf=true', ...words.split(' ')])
    expect(await readFile(join(workspace, 'b.txt'), 'utf8')).toBe('b\r\n')
    const commit = await git.commit(await git.head(), new Map([['b.txt', 'c\n']]), 'fix: c', new Date(1e12))
    expect(await git.pushBranch(commit, 'main')).toEqual({ result: 'done' })
    expect(await repository.remoteFile('b.txt')).toBe('c')
    expect(await git.fastForward(commit)).toBe(true)
    expect(await readFile(join(workspace, 'b.txt'), 'utf8')).toBe('c\r\n')
  })
})

describe('addresses that the user rewrites (url.insteadOf)', () => {
  const TOKEN = 'ghs_0123456789abcdef'
  const secret = { token: TOKEN, secrets: [TOKEN] }

  it('are followed, and the token goes to no server but that of the workflow', async () => {
    await using mirror = await startGitServer(repository.origin)
    const config = `[url "${mirror.url}/"]\n\tinsteadOf = https://github.com/acme/\n`
    const { workspace, git } = await gitOfUser(config, {
      ...secret,
      environment: { PATH: process.env.PATH, HOME: join(repository.root, 'home') },
    })
    await realGit(workspace, ['remote', 'set-url', 'origin', 'https://github.com/acme/origin.git'])
    expect(await git.fetchRef('refs/heads/main')).toBe(await git.head())
    expect(new Set(mirror.authorizations)).toEqual(new Set(['']))
  })

  it('that hold a password show it nowhere', async () => {
    const config = '[url "http://ada:ghp_hidden@127.0.0.1:1/"]\n\tinsteadOf = https://github.com/\n'
    const { workspace, git } = await gitOfUser(config, {
      ...secret,
      environment: { PATH: process.env.PATH, HOME: join(repository.root, 'home') },
    })
    await realGit(workspace, ['remote', 'set-url', 'origin', 'https://github.com/acme/charts'])
    expect(everythingIn(await failureOf(git.fetchRef('refs/heads/main')))).not.toContain('ghp_hidden')
  })
})
