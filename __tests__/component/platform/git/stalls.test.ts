import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createGitCommand } from '../../../../src/platform/git/command.ts'
import { createProcesses } from '../../../../src/platform/process/processes.ts'
import { createSecrets } from '../../../../src/platform/secrets/secrets.ts'
import { aRepository, git as realGit, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn } from '../../../support/helm/packaging.ts'
import { type GitServer, startGitServer } from '../../../support/servers/git-http.ts'
import { failureOf } from '../../../support/values/failure.ts'

let repository: TestRepository
let server: GitServer
let workspace: string

beforeEach(async () => {
  repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  server = await startGitServer(repository.origin)
  workspace = await repository.checkout({ depth: 1 })
  await realGit(workspace, ['remote', 'set-url', 'origin', server.repository])
})
afterEach(async () => {
  await server[Symbol.asyncDispose]()
  await repository.remove()
})

const user = (more = {}) => ({ PATH: process.env.PATH, HOME: join(repository.root, 'home'), ...more })
const impatient = '[http]\n\tlowSpeedTime = 1\n'

/** What git itself reads of it when it talks to the server. */
async function told(environment: Readonly<Record<string, string | undefined>>, ...names: readonly string[]) {
  const context = { processes: createProcesses(), secrets: createSecrets(() => {}), serverUrl: 'https://github.com' }
  const git = createGitCommand({ ...context, environment, workspace })
  return Promise.all(
    names.map(async (name) =>
      Buffer.from((await git(['config', '--get-urlmatch', `http.${name}`, server.repository], { remote: true })).stdout)
        .toString()
        .trim(),
    ),
  )
}

describe('a git server that says nothing', () => {
  it('is waited for a minute', async () => {
    expect(await told(user(), 'lowSpeedLimit', 'lowSpeedTime')).toEqual(['1', '60'])
  })

  it.each([
    ['[http]\n\tlowSpeedTime = 300\n', ['1', '300']],
    ['[http]\n\tlowspeedlimit = 1000\n', ['1000', '60']],
    ['[http "http://127.0.0.1"]\n\tlowSpeedTime = 7\n', ['1', '60']],
  ])('is waited for as long as the user’s own git says: %j', async (config, expected) => {
    await repository.write({ '../home/.gitconfig': config })
    expect(await told(user(), 'lowSpeedLimit', 'lowSpeedTime')).toEqual(expected)
  })

  it('is waited for as the user says for that server alone', async () => {
    await repository.write({ '../home/.gitconfig': `[http "${server.url}/"]\n\tlowSpeedTime = 7\n` })
    expect(await told(user(), 'lowSpeedTime')).toEqual(['7'])
  })

  it.each([
    ['before it answers at all', /^/],
    ['when it should send what was asked for', /git-upload-pack$/],
  ])('%s, ends in an error with its host', async (_, silent) => {
    await repository.write({ '../home/.gitconfig': impatient })
    const git = gitIn(workspace, { environment: user() })
    await repository.commit('feat: more', { 'b.txt': 'b\n' })
    server.disturb('silence', silent)
    for (const ask of [() => git.fetchRef('refs/heads/main'), () => git.remoteTags()]) {
      const failure = await failureOf(ask())
      expect(failure).toMatchObject({ code: 'GIT_STALLED', kind: 'remote' })
      expect(failure.message).toContain(new URL(server.url).host)
      expect(failure.message).toContain('Operation too slow')
      expect(failure.hint).toContain('http.lowSpeedTime')
    }
  })

  it('is no reason to ask for the whole history in another way', async () => {
    await repository.commit('feat: more', { 'b.txt': 'b\n' })
    server.disturb('silence')
    const git = gitIn(workspace, { environment: user({ GIT_HTTP_LOW_SPEED_TIME: '1' }) })
    expect(await failureOf(git.unshallow())).toMatchObject({ code: 'GIT_STALLED' })
  })

  it('stops a clone of our own, too', async () => {
    await repository.write({ '../home/.gitconfig': impatient })
    const clone = await gitIn(workspace, { environment: user() }).sideClone()
    server.disturb('silence')
    expect(await failureOf(clone.fetchTip('refs/heads/main', { contents: true }))).toMatchObject({
      code: 'GIT_STALLED',
    })
  })

  it('to a push may have taken it or not: that is an answer for who looks it up', async () => {
    await repository.write({ '../home/.gitconfig': impatient })
    const git = gitIn(workspace, { environment: user() })
    const commit = await git.commit(await git.head(), new Map([['a.txt', 'b\n']]), 'fix: a', new Date(1e12))
    server.disturb('silence', /git-receive-pack$/)
    expect(await git.pushBranch(commit, 'main')).toEqual({
      result: 'rejected',
      reason: expect.stringContaining('Operation too slow'),
      cause: 'lost',
    })
  })
})
