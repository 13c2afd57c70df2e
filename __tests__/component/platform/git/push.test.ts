import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { aRepository, git as realGit, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn } from '../../../support/helm/packaging.ts'
import { startGitServer } from '../../../support/servers/git-http.ts'

const repositories: TestRepository[] = []
afterEach(async () => {
  await Promise.all(repositories.splice(0).map((repository) => repository.remove()))
})

async function aPushableRepository() {
  const repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  repositories.push(repository)
  return repository
}

async function aCommit(workspace: string, content: string) {
  const git = gitIn(workspace)
  return git.commit(await git.head(), new Map([['a.txt', content]]), `fix: ${content}`, new Date(1e12))
}

async function hook(repository: TestRepository, name: string, script: string) {
  const file = join(repository.origin, 'hooks', name)
  await writeFile(file, `#!/bin/sh\n${script}\n`)
  await chmod(file, 0o755)
}

describe('pushing a branch', () => {
  it('is done once and then there is nothing to push', async () => {
    const repository = await aPushableRepository()
    const workspace = await repository.checkout()
    const commit = await aCommit(workspace, 'b')
    expect(await gitIn(workspace).pushBranch(commit, 'main')).toEqual({ result: 'done' })
    expect(await repository.remote()).toBe(commit)
    expect(await gitIn(workspace).pushBranch(commit, 'main')).toEqual({ result: 'unchanged' })
  })

  it('makes a branch that is not there, also with a slash in its name', async () => {
    const repository = await aPushableRepository()
    const workspace = await repository.checkout()
    const commit = await aCommit(workspace, 'b')
    expect(await gitIn(workspace).pushBranch(commit, 'release/1.x')).toEqual({ result: 'done' })
    expect(await repository.remote('refs/heads/release/1.x')).toBe(commit)
  })

  it('is never forced: when somebody was first, that is the answer', async () => {
    const repository = await aPushableRepository()
    const workspace = await repository.checkout()
    const theirs = await repository.commit('fix: theirs', { 'b.txt': 'b' })
    const push = await gitIn(workspace).pushBranch(await aCommit(workspace, 'ours'), 'main')
    expect(push).toMatchObject({ result: 'rejected', reason: expect.stringMatching(/fetch first|non-fast-forward/) })
    expect(await repository.remote()).toBe(theirs)
  })

  it('gives the words of a hook that refuses it', async () => {
    const repository = await aPushableRepository()
    await hook(
      repository,
      'pre-receive',
      'echo "GH006: Protected branch update failed for refs/heads/main." >&2; exit 1',
    )
    const workspace = await repository.checkout()
    const push = await gitIn(workspace).pushBranch(await aCommit(workspace, 'b'), 'main')
    expect(push).toMatchObject({ result: 'rejected' })
    const reason = push.result === 'rejected' ? push.reason : ''
    expect(reason).toContain('pre-receive hook declined')
    expect(reason).toContain('GH006: Protected branch update failed')
  })

  it('cuts what a server says without an end, and shows no secret that it repeats', async () => {
    const repository = await aPushableRepository()
    await hook(repository, 'pre-receive', 'echo "ghs_secret-token yes" >&2; yes no | head -c 100000 >&2; exit 1')
    const workspace = await repository.checkout()
    const git = gitIn(workspace, { secrets: ['ghs_secret-token'] })
    const push = await git.pushBranch(await aCommit(workspace, 'b'), 'main')
    const reason = push.result === 'rejected' ? push.reason : ''
    expect(reason).toContain('*** yes')
    expect(reason.length).toBeLessThanOrEqual(600)
  })

  it('says that the server is away where it is', async () => {
    const repository = await aPushableRepository()
    const workspace = await repository.checkout()
    const commit = await aCommit(workspace, 'b')
    await realGit(workspace, ['remote', 'set-url', 'origin', 'file:///nowhere'])
    const push = await gitIn(workspace).pushBranch(commit, 'main')
    expect(push).toMatchObject({ result: 'rejected', reason: expect.stringContaining('/nowhere') })
  })

  it('works from a detached HEAD and from a shallow clone', async () => {
    const repository = await aPushableRepository()
    await repository.commit('fix: more', { 'b.txt': 'b' })
    const workspace = await repository.checkout({ depth: 1 })
    await realGit(workspace, ['checkout', '--quiet', '--detach'])
    const commit = await aCommit(workspace, 'b')
    expect(await gitIn(workspace).pushBranch(commit, 'main')).toEqual({ result: 'done' })
    expect(await repository.remote()).toBe(commit)
  })
})

describe('creating tags', () => {
  it('creates many at once, at most three a push, so that GitHub raises events', async () => {
    const repository = await aPushableRepository()
    await hook(repository, 'post-receive', `wc -l >> ${repository.root}/pushes`)
    const workspace = await repository.checkout()
    const head = await gitIn(workspace).head()
    const tags = new Map(['a-1.0.0', 'b-1.0.0', 'c-1.0.0+b.1', 'd/e-1.0.0-rc.1'].map((tag) => [tag, head] as const))
    const results = await gitIn(workspace).createTags(tags)
    expect([...results.values()]).toEqual(Array.from({ length: 4 }, () => ({ result: 'done' })))
    expect(await repository.remoteTags()).toEqual([...tags.keys()].sort())
    expect(await readFile(join(repository.root, 'pushes'), 'utf8')).toMatch(/^(?:3\n1|1\n3)\n$/)
  })

  it('creates all in one push where nobody waits for events', async () => {
    const repository = await aPushableRepository()
    await hook(repository, 'post-receive', `wc -l >> ${repository.root}/pushes`)
    const workspace = await repository.checkout()
    const head = await gitIn(workspace).head()
    const tags = new Map(Array.from({ length: 7 }, (_, index) => [`app-1.0.${index}`, head] as const))
    const results = await gitIn(workspace).createTags(tags, { events: false })
    expect([...results.values()]).toEqual(Array.from({ length: 7 }, () => ({ result: 'done' })))
    expect(await readFile(join(repository.root, 'pushes'), 'utf8')).toBe('7\n')
  })

  it('creates the others where the server refuses a whole push for one of them', async () => {
    const repository = await aPushableRepository()
    await hook(repository, 'pre-receive', 'if grep -q refs/tags/bad; then echo not this one >&2; exit 1; fi')
    const workspace = await repository.checkout()
    const head = await gitIn(workspace).head()
    const tags = new Map(['app-1.0.0', 'bad-1.0.0', 'web-1.0.0'].map((tag) => [tag, head] as const))
    const results = await gitIn(workspace).createTags(tags, { events: false })
    expect([...results.values()].map(({ result }) => result)).toEqual(['done', 'rejected', 'done'])
    expect(results.get('bad-1.0.0')).toMatchObject({ reason: expect.stringContaining('not this one') })
  })

  it('leaves a tag alone that is there, and creates the others', async () => {
    const repository = await aPushableRepository()
    const old = (await repository.remote()) ?? ''
    await repository.tag('taken')
    await repository.commit('fix: more', { 'b.txt': 'b' })
    const workspace = await repository.checkout()
    const head = await gitIn(workspace).head()
    const results = await gitIn(workspace).createTags(
      new Map([
        ['taken', head],
        ['free', head],
      ]),
    )
    expect(results.get('free')).toEqual({ result: 'done' })
    expect(results.get('taken')).toMatchObject({ result: 'rejected', reason: expect.stringContaining('stale info') })
    expect(await repository.remote('refs/tags/taken')).toBe(old)
  })

  it('says unchanged where the tag is ours already', async () => {
    const repository = await aPushableRepository()
    await repository.tag('ours')
    const workspace = await repository.checkout()
    const head = await gitIn(workspace).head()
    expect(await gitIn(workspace).createTags(new Map([['ours', head]]))).toEqual(
      new Map([['ours', { result: 'unchanged' }]]),
    )
  })

  it('does not take a tag for another that ends alike', async () => {
    const repository = await aPushableRepository()
    await repository.tag('x-app-1.0.0')
    await repository.commit('fix: more', { 'b.txt': 'b' })
    const workspace = await repository.checkout()
    const head = await gitIn(workspace).head()
    const results = await gitIn(workspace).createTags(
      new Map([
        ['x-app-1.0.0', head],
        ['app-1.0.0', head],
      ]),
    )
    expect([...results].map(([tag, { result }]) => [tag, result])).toEqual([
      ['x-app-1.0.0', 'rejected'],
      ['app-1.0.0', 'done'],
    ])
  })

  it('has one winner among eight who want the same tag at the same time', async () => {
    const repository = await aPushableRepository()
    // A server that takes its time makes sure that all eight have read the refs before the first writes.
    await hook(repository, 'pre-receive', 'sleep 0.3')
    const racers = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => {
        const workspace = await repository.checkout()
        return { git: gitIn(workspace), commit: await aCommit(workspace, `racer ${n}`) }
      }),
    )
    const results = await Promise.all(
      racers.map(async ({ git, commit }) => (await git.createTags(new Map([['app-1.0.0', commit]]))).get('app-1.0.0')),
    )
    const won = results.flatMap((push, index) => (push?.result === 'done' ? [racers[index]?.commit] : []))
    expect(won).toHaveLength(1)
    expect(await repository.remote('refs/tags/app-1.0.0')).toBe(won[0])
    expect(results.filter((push) => push?.result === 'rejected')).toHaveLength(7)
  })
})

describe('a push that is refused', () => {
  it('says why: somebody was first, the name is impossible, or the server does not want it', async () => {
    const repository = await aPushableRepository()
    const workspace = await repository.checkout()
    const git = gitIn(workspace)
    const ours = await aCommit(workspace, 'ours')
    await git.pushBranch(await git.head(), 'old/one')
    expect(await git.pushBranch(ours, 'old')).toMatchObject({ result: 'rejected', cause: 'name' })
    await repository.tag('foo')
    expect((await git.createTags(new Map([['foo/1.0', ours]]))).get('foo/1.0')).toMatchObject({ cause: 'name' })
    await repository.commit('fix: theirs', { 'b.txt': 'b' })
    expect(await git.pushBranch(ours, 'main')).toMatchObject({ result: 'rejected', cause: 'raced' })
    expect((await git.createTags(new Map([['foo', ours]]))).get('foo')).toMatchObject({ cause: 'raced' })
    await hook(repository, 'pre-receive', 'echo cannot lock ref of anybody >&2; exit 1')
    expect(await git.pushBranch(ours, 'new')).toMatchObject({ result: 'rejected', cause: 'refused' })
  })

  it('blames no tag of a push for the name of another one', async () => {
    const repository = await aPushableRepository()
    await repository.tag('foo')
    const workspace = await repository.checkout()
    const head = await gitIn(workspace).head()
    const tags = new Map(['foo/1.0', 'bar/1.0'].map((tag) => [tag, head] as const))
    const results = await gitIn(workspace).createTags(tags)
    expect(results.get('foo/1.0')).toMatchObject({ result: 'rejected', cause: 'name' })
    expect(results.get('bar/1.0')).toEqual({ result: 'done' })
  })
})

describe('a push whose answer is lost', () => {
  async function overHttp() {
    const repository = await aPushableRepository()
    const server = await startGitServer(repository.origin)
    repositories.push({ ...repository, remove: async () => server[Symbol.asyncDispose]() })
    const workspace = await repository.checkout()
    await realGit(workspace, ['remote', 'set-url', 'origin', server.repository])
    return { repository, server, workspace, git: gitIn(workspace) }
  }

  it('is done if origin has what it was to bring', async () => {
    const { repository, server, workspace, git } = await overHttp()
    const commit = await aCommit(workspace, 'b')
    server.cutAnswer(/\/git-receive-pack$/)
    expect(await git.pushBranch(commit, 'main')).toEqual({ result: 'done' })
    expect(await repository.remote()).toBe(commit)
    expect(await git.replaceBranch(commit, 'ours', undefined)).toEqual({ result: 'done' })
    expect(await git.deleteBranch('ours', commit)).toEqual({ result: 'done' })
    expect(await repository.remote('refs/heads/ours')).toBeUndefined()
    const tags = new Map(['a-1.0.0', 'b-1.0.0'].map((tag) => [tag, commit] as const))
    expect([...(await git.createTags(tags)).values()]).toEqual([{ result: 'done' }, { result: 'done' }])
    expect(await repository.remoteTags()).toEqual(['a-1.0.0', 'b-1.0.0'])
  })

  it('is made again if origin does not have it', async () => {
    const { repository, server, workspace, git } = await overHttp()
    const commit = await aCommit(workspace, 'b')
    server.disturbFirst(2, 'reset', /\/git-receive-pack$/)
    expect(await git.pushBranch(commit, 'main')).toEqual({ result: 'done' })
    expect(await repository.remote()).toBe(commit)
  })

  it('is not taken for ours if somebody else was first meanwhile', async () => {
    const { repository, server, workspace, git } = await overHttp()
    const commit = await aCommit(workspace, 'b')
    const theirs = await repository.commit('fix: theirs', { 'b.txt': 'b' })
    server.disturbFirst(2, 'reset', /\/git-receive-pack$/)
    expect(await git.pushBranch(commit, 'main')).toMatchObject({ result: 'rejected', cause: 'raced' })
    expect(await repository.remote()).toBe(theirs)
  })

  it('is given up as lost if the server stays away', async () => {
    const { server, workspace, git } = await overHttp()
    const commit = await aCommit(workspace, 'b')
    server.disturb('reset')
    expect(await git.pushBranch(commit, 'main')).toMatchObject({ result: 'rejected', cause: 'lost' })
  })
})
