import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { publishedVersion, versionsOf } from '../../../support/charts/published.ts'
import { aChart, threeCharts } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { refusal, startS3 } from '../../../support/s3/s3.ts'
import { digestsIn, everyResultOf, inFolder, inRegistry, recordsIn } from '../../../support/scenes/half-released.ts'

const labels = 'charts/lib/templates/_labels.tpl'

async function aFolder(world: World) {
  const path = join(world.repository.root, 'served')
  await mkdir(path)
  return { path, target: `dir:${path}?url=https://charts.example.com` }
}

/** While `work` is under way the registry takes no version. */
async function withoutTags<T>({ registry }: World, work: () => Promise<T>): Promise<T> {
  registry.disturb(({ method, path }) =>
    method === 'PUT' && /\/manifests\/\d/.test(path) ? { status: 403, body: '{}' } : undefined,
  )
  const done = await work()
  registry.disturb(undefined)
  return done
}

describe('a bucket and a registry', () => {
  it.each(['the bucket first', 'the registry first'])('are finished after a newer commit, %s', async (order) => {
    await using store = await startS3()
    await using world = await aWorld({
      files: aChart('app', '1.0.0'),
      run: { entry: 'source', env: store.environment, inputs: { bump: 'patch' } },
    })
    const bucket = `s3://${store.bucket}/stable?endpoint=${store.url}&region=eu-central-1&url=https://charts.example.com`
    const isBucketFirst = order === 'the bucket first'
    const targets = isBucketFirst ? [bucket, world.target] : [world.target, bucket]
    const release = () => world.release({ inputs: { targets: targets.join('\n') } })
    if (!isBucketFirst) {
      store.disturb(({ method, key }) =>
        method === 'PUT' && key.endsWith('index.yaml') ? refusal(403, 'AccessDenied') : undefined,
      )
    }
    const red = isBucketFirst ? await withoutTags(world, release) : await release()
    store.disturb(undefined)
    const inBucket = () => digestsIn(store.objects.get('stable/index.yaml')?.bytes.toString() ?? '', 'app')
    expect([red.exitCode, Object.keys(inBucket()), inRegistry(world, 'app')]).toEqual(
      isBucketFirst ? [1, ['1.0.0'], []] : [1, [], ['1.0.0']],
    )
    await world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
    const run = await release()
    expect([run.exitCode, everyResultOf(run)]).toEqual([0, ['app 1.0.0 released', 'app 1.0.1 released']])
    for (const version of ['1.0.0', '1.0.1'])
      expect(inBucket()[version]).toBe(publishedVersion(world.registry, 'app', version)?.archiveDigest)
    expect(await recordsIn(world)).toEqual([])
  })
})

describe('charts that depend on each other, with commit: none and a shallow checkout', () => {
  it('are finished together, with the versions that git never had', async () => {
    await using world = await aWorld({
      files: threeCharts,
      run: { entry: 'source', depth: 1, inputs: { bump: 'patch', commit: 'none' } },
    })
    const { target, path } = await aFolder(world)
    const release = () => world.release({ inputs: { targets: `${target}\n${world.target}` } })
    await release()
    await world.repository.commit('fix: lib', { [labels]: `${threeCharts[labels]}# second\n` })
    const red = await withoutTags(world, release)
    expect(everyResultOf(red)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 failed', 'web 1.4.3 failed'])
    await world.repository.commit('fix: lib again', { [labels]: `${threeCharts[labels]}# third\n` })
    const run = await release()
    expect([run.exitCode, everyResultOf(run)]).toEqual([
      0,
      ['db 2.0.0 unchanged', 'lib 0.3.1 released', 'lib 0.3.2 released', 'web 1.4.3 released', 'web 1.4.4 released'],
    ])
    for (const [name, versions] of [
      ['lib', ['0.3.0', '0.3.1', '0.3.2']],
      ['web', ['1.4.2', '1.4.3', '1.4.4']],
    ] as const) {
      expect([...versionsOf(world.registry, name)].sort()).toEqual(versions)
      for (const [version, digest] of Object.entries(await inFolder(path, name)))
        expect(publishedVersion(world.registry, name, version)?.archiveDigest).toBe(digest)
    }
    expect(await recordsIn(world)).toEqual([])
  })
})

describe('a git server that takes and shows nothing beside branches and tags', () => {
  it('does not stop a release, and a warning says what can go wrong', async () => {
    await using world = await aWorld({
      files: aChart('app', '1.0.0'),
      run: { entry: 'source', inputs: { bump: 'patch', sign: 'none' } },
    })
    const { target } = await aFolder(world)
    await git(world.repository.origin, ['config', 'transfer.hideRefs', 'refs/release-charts'])
    const run = await world.release({ inputs: { targets: `${target}\n${world.target}` } })
    expect([run.exitCode, everyResultOf(run)]).toEqual([0, ['app 1.0.0 released']])
    expect(run.stdout).toMatch(/::warning.*can't be written down below refs\/release-charts\/unfinished\//)
  })
})
