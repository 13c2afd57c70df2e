import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsIn, publishedVersion, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { installHook } from '../../../support/git/watch.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const REVISION = 'org.opencontainers.image.revision'

let world: World

beforeAll(async () => {
  world = await aWorld({ files: { ...aChart('app', '1.0.0'), ...aChart('db', '1.0.0') }, run: { entry: 'source' } })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const revisionOf = (name: string, version: string) =>
  publishedVersion(world.registry, name, version)?.annotations[REVISION]

describe('a git tag that claims a version which is not published yet', () => {
  it('says what it is packaged from, also on a commit that was squashed', async () => {
    const { git, remote, tag, commit } = world.repository
    await git('checkout', '--quiet', '-B', 'release-1.1')
    await world.repository.write(aChart('app', '1.1.0', 'second'))
    await git('commit', '--quiet', '--all', '--message', 'feat: app 1.1.0')
    const side = await git('rev-parse', 'HEAD')
    await git('push', '--quiet', 'origin', 'release-1.1')
    await git('checkout', '--quiet', 'main')
    await tag('app-1.1.0', side)
    await commit('feat: app 1.1.0 (squashed)', aChart('app', '1.1.0', 'second'))
    const run = await world.release()
    expect(resultsOf(run)).toEqual(['app 1.1.0 released', 'db 1.0.0 released'])
    expect(revisionOf('app', '1.1.0')).toBe(side)
    expect(await remote('refs/tags/app-1.1.0')).toBe(side)
  })

  it('may stand on a later commit than the one that made the content', async () => {
    const made = await world.repository.commit('feat: app 1.2.0', aChart('app', '1.2.0', 'third'))
    await world.repository.tag('app-1.2.0', await world.repository.commit('docs: app', { 'README.md': 'Charts\n' }))
    expect(resultsOf(await world.release())[0]).toBe('app 1.2.0 released')
    expect(revisionOf('app', '1.2.0')).toBe(made)
  })

  it('counts also where the folder has another name today', async () => {
    const before = await world.repository.commit('feat: app 1.3.0', aChart('app', '1.3.0', 'fourth'))
    await world.repository.tag('app-1.3.0', before)
    const files = Object.entries(aChart('app', '1.3.0', 'fourth'))
    const moved = files.map(([path, text]) => [path.replace('charts/app/', 'charts/application/'), text])
    await world.repository.commit('refactor: a longer name', { 'charts/app': null, ...Object.fromEntries(moved) })
    expect(resultsOf(await world.release())).toEqual(['app 1.3.0 released', 'db 1.0.0 unchanged'])
    expect(revisionOf('app', '1.3.0')).toBe(before)
  })

  it('is passed over where the tagged commit says another version, for a run that leaves git as it is made it', async () => {
    const commit = await world.repository.commit('fix: db', aChart('db', '1.0.0', 'second'))
    await world.repository.tag('db-1.0.1', commit)
    expect(resultsOf(await world.release())[1]).toBe('db 1.0.2 released')
    const run = await world.release({ inputs: { commit: 'none' } })
    expect(resultsOf(run)[1]).toBe('db 1.0.2 unchanged')
  })
})

describe('a version that another run claims while this one works', () => {
  it('is left to that run where its commit is another one, and the error says so', async () => {
    const { repository } = world
    const tagged = await repository.commit('fix: db again', aChart('db', '1.0.2', 'third'))
    // The tag comes between this run's plan and its claim, on the commit before the bump.
    const rival = `while read old new ref; do
  if [ "$ref" = refs/heads/main ]; then git update-ref refs/tags/db-1.0.3 ${tagged}; fi
done`
    await installHook(repository, 'post-receive', rival)
    const run = await world.release()
    await installHook(repository, 'post-receive', 'exit 0')
    expect(run.exitCode).toBe(1)
    expect(errorsIn(run).map(({ code }) => code)).toEqual(['CLAIM_LOST'])
    expect(errorsIn(run)[0]?.message).toMatch(
      /db 1\.0\.3 is claimed by the git tag .* another run releases it from.*run again/s,
    )
    expect(versionsOf(world.registry, 'db')).toEqual(['1.0.0', '1.0.2'])
    expect(resultsOf(await world.release())[1]).toBe('db 1.0.4 released')
  })
})
