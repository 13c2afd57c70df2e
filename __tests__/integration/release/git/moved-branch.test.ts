import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  changesIn,
  errorsIn,
  errorsOf,
  publishedVersion,
  resultsOf,
  versionsOf,
} from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { installHook } from '../../../support/git/watch.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

let world: World

beforeAll(async () => {
  world = await aWorld({ files: { ...aChart('app', '1.0.0'), ...aChart('db', '1.0.0') }, run: { entry: 'source' } })
  await world.release()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

/** Uploads and tags; that a run may push is asked by an upload that is given up. */
const writesSince = (from: number) => changesIn(world.registry, from).filter(({ method }) => method === 'PUT')
const subjects = async () =>
  (await git(world.repository.origin, ['log', '--format=%s', '--max-count=3', 'main'])).split('\n')

describe('a branch that moves under a run', () => {
  it('gets the bump on its new head, where no chart of the run was touched', async () => {
    await world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
    const workspace = await world.repository.checkout()
    const head = await world.repository.commit('docs: read me', { 'README.md': '# Charts\n' })
    const run = await world.release({ workspace })
    expect(run.exitCode).toBe(0)
    expect(resultsOf(run)).toEqual(['app 1.0.1 released', 'db 1.0.0 unchanged'])
    expect(await subjects()).toEqual(['chore(release): app 1.0.1', 'docs: read me', 'fix: app'])
    expect(await world.repository.remote('refs/heads/main')).not.toBe(head)
    const revision = publishedVersion(world.registry, 'app', '1.0.1')?.annotations['org.opencontainers.image.revision']
    expect(revision).toBe(await world.repository.remote())
  })

  it('gets the bump of both charts, where another chart was touched', async () => {
    await world.repository.commit('fix: app again', aChart('app', '1.0.1', 'third'))
    const workspace = await world.repository.checkout()
    await world.repository.commit('fix: db', aChart('db', '1.0.0', 'second'))
    const run = await world.release({ workspace })
    expect(resultsOf(run)).toEqual(['app 1.0.2 released', 'db 1.0.1 released'])
    expect((await subjects())[0]).toBe('chore(release): app 1.0.2, db 1.0.1')
  })

  it('leaves the release to the newer commit, where that touches the same chart', async () => {
    await world.repository.commit('fix: app for a while', aChart('app', '1.0.2', 'fourth'))
    const workspace = await world.repository.checkout()
    const newer = await world.repository.commit('fix: app for good', aChart('app', '1.0.2', 'fifth'))
    const from = world.registry.requests.length
    const run = await world.release({ workspace })
    expect(run.exitCode).toBe(0)
    expect(run.outputs.released).toBe('false')
    expect(resultsOf(run)).toEqual(['app 1.0.3 skipped', 'db 1.0.1 unchanged'])
    expect(run.summary).toContain(newer.slice(0, 12))
    expect(writesSince(from)).toEqual([])
    expect(await world.repository.remote()).toBe(newer)
    expect(resultsOf(await world.release())).toEqual(['app 1.0.3 released', 'db 1.0.1 unchanged'])
  })
})

describe('a push that origin refuses', () => {
  it('is told with what to do, and nothing is released', async () => {
    const head = await world.repository.commit('fix: app once more', aChart('app', '1.0.3', 'sixth'))
    await installHook(world.repository, 'pre-receive', 'echo "GH013: Repository rule violations found" >&2\nexit 1')
    const from = world.registry.requests.length
    const run = await world.release()
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toEqual(['GIT_PUSH_REFUSED'])
    expect(errorsIn(run)[0]?.message).toMatch(/main was refused: .*GH013: Repository rule violations found/)
    expect(errorsIn(run)[0]?.message).toMatch(/contents: write[\s\S]*commit: none/)
    expect(writesSince(from)).toEqual([])
    expect(await world.repository.remote()).toBe(head)
  })

  it('of the claim stops before anything is visible', async () => {
    const refuseTags = 'while read old new ref; do case "$ref" in refs/tags/*) echo "no tags" >&2; exit 1;; esac; done'
    await installHook(world.repository, 'pre-receive', refuseTags)
    const run = await world.release()
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toEqual(['CLAIM_REFUSED'])
    expect(errorsIn(run)[0]?.message).toMatch(/no tags[\s\S]*tag-template: none/)
    expect(versionsOf(world.registry, 'app')).not.toContain('1.0.4')
  })

  it('is made up for by the next run that may push', async () => {
    await installHook(world.repository, 'pre-receive', 'exit 0')
    expect(resultsOf(await world.release())).toEqual(['app 1.0.4 released', 'db 1.0.1 unchanged'])
    expect(await world.repository.remoteTags()).toContain('app-1.0.4')
  })
})
