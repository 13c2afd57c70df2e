import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { gitIn } from '../../support/packaging.ts'
import { aRepository, git as realGit, type TestRepository } from '../../support/repository.ts'

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
