import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  errorsIn,
  errorsOf,
  outcomesOf,
  publishedVersion,
  resultsOf,
  versionsOf,
} from '../../../support/charts/published.ts'
import { aChart, aTemplate } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

let world: World
let released: string

beforeAll(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0'), run: { entry: 'source' } })
  released = (await world.repository.remote()) ?? ''
  for (const text of ['one', 'two', 'three']) await world.repository.commit(`docs: ${text}`, { 'README.md': text })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const revisionOf = (version: string) =>
  publishedVersion(world.registry, 'app', version)?.annotations['org.opencontainers.image.revision']

describe('a shallow clone', () => {
  it('that cannot be deepened is told to fetch everything, and nothing is released', async () => {
    const workspace = await world.repository.checkout({ depth: 1 })
    // The server still answers, but has no history to give.
    await git(workspace, ['config', 'remote.origin.uploadpack', 'false'])
    const run = await world.release({ workspace, inputs: { 'tag-template': 'none' } })
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toEqual(['GIT_SHALLOW'])
    expect(errorsIn(run)[0]?.message).toContain('fetch-depth: 0')
    expect(versionsOf(world.registry, 'app')).toEqual([])
  })

  it('is deepened to find the commit that a version is released from', async () => {
    const run = await world.release({ depth: 1 })
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
    expect(revisionOf('1.0.0')).toBe(released)
    expect(await git(run.workspace, ['rev-parse', '--is-shallow-repository'])).toBe('false')
  })

  it('stays shallow where nothing is to be done', async () => {
    const run = await world.release({ depth: 1 })
    expect(resultsOf(run)).toEqual(['app 1.0.0 unchanged'])
    expect(await git(run.workspace, ['rev-parse', '--is-shallow-repository'])).toBe('true')
  })

  it('takes a bump on top', async () => {
    const changed = await world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
    const run = await world.release({ depth: 1 })
    expect(resultsOf(run)).toEqual(['app 1.0.1 released'])
    expect(await git(world.repository.origin, ['rev-parse', 'main^'])).toBe(changed)
    expect(revisionOf('1.0.1')).toBe(await world.repository.remote())
  })
})

describe('a checkout with a detached HEAD', () => {
  it('pushes the bump to the branch all the same', async () => {
    await world.repository.commit('fix: app', aChart('app', '1.0.1', 'third'))
    const workspace = await world.repository.checkout()
    await git(workspace, ['checkout', '--quiet', '--detach'])
    const run = await world.release({ workspace })
    expect(resultsOf(run)).toEqual(['app 1.0.2 released'])
    expect(await world.repository.remoteFile('charts/app/Chart.yaml')).toContain('version: 1.0.2')
    // Later steps of the job see what was released.
    expect(await git(workspace, ['rev-parse', 'HEAD'])).toBe(await world.repository.remote())
  })
})

describe('a checkout that another user owns, as in a job container', () => {
  it('is released from, and gets the bump', async () => {
    await world.repository.commit('fix: app', aChart('app', '1.0.2', 'third and a half'))
    const workspace = await world.repository.checkout()
    if (process.getuid?.() !== 0) console.warn('not tested: only root can give a folder away, so this one stays ours')
    else {
      await git(world.repository.root, ['-c', `alias.give=!chown -R 4711:4711 ${workspace}`, 'give'])
      await expect(git(workspace, ['status'])).rejects.toThrow('dubious ownership')
    }
    const run = await world.release({ workspace })
    expect(resultsOf(run)).toEqual(['app 1.0.3 released'])
    expect(await readFile(join(workspace, 'charts/app/Chart.yaml'), 'utf8')).toContain('version: 1.0.3')
  })
})

describe('what the work tree holds beside the commit', () => {
  it('is neither packaged nor committed, and stays', async () => {
    await world.repository.commit('fix: app', aChart('app', '1.0.3', 'fourth'))
    const workspace = await world.repository.checkout()
    await writeFile(join(workspace, 'charts/app/secrets.yaml'), 'token: abc\n')
    await writeFile(join(workspace, 'charts/app/templates/configmap.yaml'), aTemplate('dirty'))
    const run = await world.release({ workspace })
    expect(resultsOf(run)).toEqual(['app 1.0.4 released'])
    const files = publishedVersion(world.registry, 'app', '1.0.4')?.files ?? {}
    expect(files['templates/configmap.yaml']).toBe(aTemplate('fourth'))
    expect(Object.keys(files)).not.toContain('secrets.yaml')
    expect(await readFile(join(workspace, 'charts/app/templates/configmap.yaml'), 'utf8')).toBe(aTemplate('dirty'))
    expect(outcomesOf(run).app?.signed).toBe(true)
  })
})

describe('a repository that cannot be reached', () => {
  it('is said so before anything is released', async () => {
    await world.repository.commit('fix: app', aChart('app', '1.0.4', 'fifth'))
    const workspace = await world.repository.checkout()
    await git(workspace, ['remote', 'set-url', 'origin', 'file:///nowhere'])
    const run = await world.release({ workspace })
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toEqual(['GIT_FAILED'])
    expect(errorsIn(run)[0]?.message).toMatch(/nowhere|Could not read from remote/)
    expect(versionsOf(world.registry, 'app')).not.toContain('1.0.5')
  })
})
