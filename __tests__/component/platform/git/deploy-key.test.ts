import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { aFakeSsh, checkOutBySsh, type FakeSsh } from '../../../support/git/fake-ssh.ts'
import { aRepository, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn } from '../../../support/helm/packaging.ts'
import { forms } from '../../../support/secrets/secret-forms.ts'

const TOKEN = 'ghs_0123456789abcdef'

let repository: TestRepository
let ssh: FakeSsh
beforeEach(async () => {
  repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  ssh = await aFakeSsh(repository)
})
afterEach(() => repository.remove())

describe('a clone with a deploy key', () => {
  it('is pushed to, tagged and deepened with the command that checkout wrote into it', async () => {
    await repository.commit('fix: more', { 'a.txt': '2' })
    const git = gitIn(await checkOutBySsh(repository, ssh, 1), { token: TOKEN })
    await git.unshallow()
    expect(await git.isShallow()).toBe(false)
    const commit = await git.commit(await git.head(), new Map([['a.txt', 'b']]), 'fix: b', new Date(1e12))
    expect(await git.pushBranch(commit, 'main')).toEqual({ result: 'done' })
    expect(await git.createTags(new Map([['t', commit]]))).toEqual(new Map([['t', { result: 'done' }]]))
    expect(await repository.remote()).toBe(commit)
    const calls = (await ssh.calls()).split('\n').filter((line) => line.startsWith('ARGV'))
    expect(calls.length).toBeGreaterThanOrEqual(3)
    for (const call of calls) expect(call).toMatch(/^ARGV -i \S+\/key -o StrictHostKeyChecking=yes -o CheckHostIP=no /)
  })

  it('is pushed to with GIT_SSH_COMMAND of the job, where that is set', async () => {
    const workspace = await repository.checkout()
    await repository.git('config', '--file', `${workspace}/.git/config`, 'remote.origin.url', 'git@github.com:a/b.git')
    const git = gitIn(workspace, { environment: { PATH: process.env.PATH, GIT_SSH_COMMAND: ssh.command } })
    expect(await git.fetchRef('refs/heads/main')).toBe(await git.head())
  })

  it('is no place for the token, which ssh neither needs nor gets as a header', async () => {
    const git = gitIn(await checkOutBySsh(repository, ssh), { token: TOKEN })
    await git.fetchRef('refs/heads/main')
    const calls = (await ssh.calls()).replace(/^GIT_CONFIG_.*$/gm, '')
    expect(forms(TOKEN).filter((form) => calls.includes(form))).toEqual([])
  })
})

describe('who pushes', () => {
  const server = 'https://github.com'
  const header = (token: string) => `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`

  it.each<[string, boolean, readonly (readonly [string, string])[]]>([
    ['the token, where checkout left nothing', true, []],
    ['the token, where checkout left the same one', true, [[`http.${server}/.extraheader`, header(TOKEN)]]],
    ['somebody else, where checkout left another token', false, [[`http.${server}/.extraheader`, header('ghs_app')]]],
    ['somebody else, where a deploy key is used', false, [['remote.origin.url', 'git@github.com:acme/charts.git']]],
    ['somebody else, where only pushes go by ssh', false, [['remote.origin.pushurl', 'git@github.com:acme/charts']]],
    ['somebody else, where addresses are rewritten', false, [['url.ssh://git@github.com/.insteadOf', `${server}/`]]],
    ['somebody else, where the address holds a password', false, [['remote.origin.url', 'https://a:b@github.com/a/b']]],
    ['somebody else, where origin is another server', false, [['remote.origin.url', 'https://github.example/a/b']]],
  ])('is %s', async (_, isToken, config) => {
    const workspace = await repository.checkout()
    for (const [key, value] of [['remote.origin.url', `${server}/acme/charts`] as const, ...config])
      await repository.git('config', '--file', `${workspace}/.git/config`, key, value)
    expect(await gitIn(workspace, { token: TOKEN }).pushesWithToken()).toBe(isToken)
    expect(await gitIn(workspace).pushesWithToken()).toBe(false)
  })
})
