import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { errorsIn, errorsOf, isSigned, publishedVersion } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { meetAtOrigin } from '../../../support/git/watch.ts'
import type { RunOptions } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { everyResultOf, inFolder, inRegistry, onPages, recordsIn } from '../../../support/scenes/half-released.ts'

const chart = (text: string, version = '1.0.0') => aChart('app', version, text)

async function open(more: Parameters<typeof aWorld>[0] = {}) {
  const world = await aWorld({
    files: chart('first'),
    ...more,
    run: { entry: 'source', inputs: { bump: 'patch', ...more.run?.inputs } },
  })
  const folder = async (name: string) => {
    const path = join(world.repository.root, name)
    await mkdir(path)
    return { path, target: `dir:${path}?url=https://${name}.example.com` }
  }
  return { world, folder }
}

const runs = (world: World, targets: readonly string[], { inputs, ...options }: RunOptions = {}) =>
  world.release({ ...options, inputs: { targets: targets.join('\n'), ...inputs } })

/** The registry comes second and refuses this version. */
async function leaveHalf(world: World, targets: readonly string[], inputs: RunOptions['inputs'] = {}): Promise<void> {
  world.registry.disturb(({ method, path }) =>
    method === 'PUT' && /\/app\/manifests\/\d/.test(path) ? { status: 403, body: '{}' } : undefined,
  )
  const run = await runs(world, targets, { inputs })
  world.registry.disturb(undefined)
  expect([run.exitCode, inRegistry(world, 'app')]).toEqual([1, []])
  expect(await recordsIn(world)).toHaveLength(1)
}

describe('a version that is half released', () => {
  it('does not come to a target that was configured later', async () => {
    const { world, folder } = await open()
    await using _ = world
    const [first, late] = [await folder('first'), await folder('late')]
    await leaveHalf(world, [first.target, world.target])
    await world.repository.commit('fix: app', chart('second'))
    const run = await runs(world, [late.target, first.target, world.target])
    expect(everyResultOf(run)).toEqual(['app 1.0.0 released', 'app 1.0.1 released'])
    expect(inRegistry(world, 'app')).toEqual(['1.0.0', '1.0.1'])
    expect(Object.keys(await inFolder(late.path, 'app'))).toEqual(['1.0.1'])
    expect(await recordsIn(world)).toEqual([])
  })

  it('is a warning where the target that it lacks was taken away, until a person drops it', async () => {
    const { world, folder } = await open()
    await using _ = world
    const [first, other] = [await folder('first'), await folder('other')]
    await leaveHalf(world, [first.target, world.target])
    await world.repository.commit('fix: app', chart('second'))
    const run = await runs(world, [first.target, other.target])
    expect([run.exitCode, everyResultOf(run)]).toEqual([0, ['app 1.0.1 released']])
    const [record = ''] = await recordsIn(world)
    const warning = `app 1.0.0 was to be published on ${world.target} too, and that was never finished.`
    expect(run.stdout).toContain(warning)
    expect(run.summary).toContain('and that was never finished')
    const [, typed = ''] = /type `git ([^`]+)`/.exec(run.stdout) ?? []
    expect(typed).toBe(`push origin --delete ${record}`)
    await world.repository.git(...typed.split(' '))
    const next = await runs(world, [first.target, world.target])
    expect([next.exitCode, next.stdout]).toEqual([0, expect.not.stringContaining('never finished')])
    expect(inRegistry(world, 'app')).toEqual(['1.0.1'])
  })

  it('counts as withdrawn where a person deleted its git tag', async () => {
    const { world, folder } = await open()
    await using _ = world
    const { target } = await folder('first')
    await leaveHalf(world, [target, world.target])
    await world.repository.git('push', '--quiet', 'origin', '--delete', 'refs/tags/app-1.0.0')
    await world.repository.commit('fix: app', chart('second'))
    const run = await runs(world, [target, world.target])
    expect([run.exitCode, everyResultOf(run)]).toEqual([0, ['app 1.0.1 released']])
    expect(run.stdout).toContain('app-1.0.0 was deleted, so it counts as withdrawn')
    expect([inRegistry(world, 'app'), await recordsIn(world)]).toEqual([['1.0.1'], []])
  })

  it('is finished by several versions at once, without git tags, and where git never has the versions', async () => {
    const inputs = { commit: 'none', 'tag-template': 'none' }
    const { world, folder } = await open({ run: { inputs } })
    await using _ = world
    const { target, path } = await folder('first')
    await leaveHalf(world, [target, world.target])
    await world.repository.commit('fix: app', chart('second'))
    world.registry.disturb(({ method, path }) =>
      method === 'PUT' && /\/app\/manifests\/\d/.test(path) ? { status: 403, body: '{}' } : undefined,
    )
    const red = await runs(world, [target, world.target])
    world.registry.disturb(undefined)
    expect(everyResultOf(red)).toEqual(['app 1.0.0 failed', 'app 1.0.1 failed'])
    await world.repository.commit('fix: app again', chart('third'))
    const run = await runs(world, [target, world.target])
    expect(everyResultOf(run)).toEqual(['app 1.0.0 released', 'app 1.0.1 released', 'app 1.0.2 released'])
    expect(inRegistry(world, 'app')).toEqual(['1.0.0', '1.0.1', '1.0.2'])
    for (const [version, digest] of Object.entries(await inFolder(path, 'app')))
      expect(publishedVersion(world.registry, 'app', version)?.archiveDigest).toBe(digest)
    expect(await recordsIn(world)).toEqual([])
  })

  it('is finished by two runs at once, with one set of bytes', async () => {
    const { world, folder } = await open()
    await using _ = world
    const { target, path } = await folder('first')
    await leaveHalf(world, [target, world.target])
    await world.repository.commit('refactor: no app', { 'charts/app': null, ...aChart('db', '1.0.0') })
    const both = await Promise.all([1, 2].map(() => runs(world, [target, world.target])))
    for (const run of both) expect([errorsIn(run), run.exitCode]).toEqual([[], 0])
    expect(publishedVersion(world.registry, 'app', '1.0.0')?.archiveDigest).toBe((await inFolder(path, 'app'))['1.0.0'])
    expect(await recordsIn(world)).toEqual([])
  })
})

describe('three runs at once of different commits, with commit: none', () => {
  it('leave a release that the next run finishes', async () => {
    const { world } = await open({ github: {}, run: { inputs: { commit: 'none' } } })
    await using _ = world
    const targets = [world.target, 'pages://gh-pages?packages=releases']
    const release = (options: RunOptions = {}) =>
      runs(world, targets, { ...options, env: { GITHUB_SERVER_URL: world.github.webUrl }, token: 'ghs_test' })
    const heads = [await world.repository.checkout()]
    for (const text of ['second', 'third']) {
      await world.repository.commit(`fix: ${text}`, chart(text))
      heads.push(await world.repository.checkout())
    }
    world.github.disturb(({ method, path }) =>
      method === 'PATCH' && path.includes('/releases/') ? { status: 422, body: { message: 'no' } } : undefined,
    )
    const { stop } = await meetAtOrigin(world.repository, 'refs/tags/')
    const three = await Promise.all(heads.map((workspace) => release({ workspace })))
    await stop()
    world.github.disturb(undefined)
    expect(three.map(({ exitCode }) => exitCode)).toEqual([1, 1, 1])
    expect(inRegistry(world, 'app')).not.toEqual([])
    expect(await onPages(world, 'app')).toEqual({})
    // Whichever of them was first, its content is not the branch's any more.
    await world.repository.commit('fix: fourth', chart('fourth'))
    const run = await release()
    expect([run.exitCode, errorsOf(run)]).toEqual([0, []])
    const index = await onPages(world, 'app')
    expect(Object.keys(index).sort()).toEqual(inRegistry(world, 'app'))
    for (const version of inRegistry(world, 'app'))
      expect(publishedVersion(world.registry, 'app', version)?.archiveDigest).toBe(index[version])
    const shown = world.github.releases.flatMap(({ tag, draft }) => (draft ? [] : [tag]))
    expect(shown.sort()).toEqual(inRegistry(world, 'app').map((version) => `app-${version}`))
    expect(await recordsIn(world)).toEqual([])
  })
})

describe('GitHub Releases with an index, and nothing else', () => {
  it('is finished where the release was published and the index does not list it', async () => {
    const { world } = await open({ github: {} })
    await using _ = world
    const release = () =>
      runs(world, ['pages://gh-pages?packages=releases'], {
        env: { GITHUB_SERVER_URL: world.github.webUrl },
        token: 'ghs_test',
      })
    await release()
    await world.repository.commit('fix: app', chart('second', '1.1.0'))
    const hook = join(world.repository.origin, 'hooks/update')
    await writeFile(hook, '#!/bin/sh\n[ "$1" != refs/heads/gh-pages ]\n', { mode: 0o755 })
    const red = await release()
    await writeFile(hook, '#!/bin/sh\nexit 0\n')
    expect(red.exitCode).toBe(1)
    expect(world.github.releases.map(({ tag, draft }) => `${tag} ${draft}`)).toContain('app-1.1.0 false')
    await world.repository.commit('fix: app again', chart('third', '1.2.0'))
    const run = await release()
    expect([run.exitCode, everyResultOf(run)]).toEqual([0, ['app 1.1.0 released', 'app 1.2.0 released']])
    expect(Object.keys(await onPages(world, 'app')).sort()).toEqual(['1.0.0', '1.1.0', '1.2.0'])
    expect(await recordsIn(world)).toEqual([])
  })
})

describe('a record that somebody made up', () => {
  it('is no way to a signature', async () => {
    const { world, folder } = await open()
    await using _ = world
    const { target, path } = await folder('first')
    await runs(world, [target, world.target])
    // Somebody who may push branches and to the registry, and not to main.
    await world.repository.git('switch', '--quiet', '-c', 'side')
    await world.repository.write(chart('unreviewed', '9.9.9'))
    await world.repository.git('commit', '--quiet', '--all', '--message', 'feat: unreviewed')
    await world.repository.git('push', '--quiet', 'origin', 'side')
    const commit = await world.repository.git('rev-parse', 'HEAD')
    await world.repository.git('switch', '--quiet', 'main')
    await runs(world, [world.target], {
      event: { name: 'push', ref: 'refs/heads/side' },
      inputs: { sign: 'none', commit: 'none', branches: 'side' },
    })
    const stored = publishedVersion(world.registry, 'app', '9.9.9')
    const fingerprint = Object.entries(stored?.annotations ?? {}).find(([key]) => key.endsWith('fingerprint'))?.[1]
    const made = { name: 'app', version: '9.9.9', path: 'charts/app', folders: ['charts/app'], commit, fingerprint }
    const record = { schema: 1, releases: [{ ...made, targets: [target, world.target] }] }
    await world.repository.git('switch', '--quiet', '--orphan', 'made-up')
    await world.repository.write({ 'releases.json': JSON.stringify(record) })
    await world.repository.git('add', '.')
    await world.repository.git('commit', '--quiet', '--message', 'record')
    const ref = 'refs/release-charts/unfinished/app-9.9.9-0123456789abcdef'
    await world.repository.git('push', '--quiet', 'origin', `HEAD:${ref}`)
    await world.repository.git('switch', '--quiet', 'main')
    const run = await runs(world, [target, world.target])
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['HALF_RELEASE_UNVERIFIED']])
    expect(everyResultOf(run)).toEqual(['app 9.9.9 failed', 'app 1.0.0 unchanged'])
    expect(Object.keys(await inFolder(path, 'app'))).toEqual(['1.0.0'])
    expect(isSigned(world.registry, 'acme/charts/app', stored?.digest ?? '')).toBe(false)
  })
})
