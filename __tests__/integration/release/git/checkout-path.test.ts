import { mkdir, mkdtemp, readdir, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { errorsIn, errorsOf, planOf, resultsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const CONFIG = '.github/release-charts.yaml'

let world: World
let workspace: string
beforeEach(async () => {
  world = await aWorld({
    files: { ...aChart('app', '1.0.0'), [CONFIG]: 'defaults:\n  bump: minor\n' },
    run: { entry: 'source', inputs: { sign: 'none' } },
  })
  workspace = await mkdtemp(join(world.repository.root, 'workspace-'))
  await checkedOut('charts-repo')
})
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

async function checkedOut(path: string) {
  await rename(await world.repository.checkout(), join(workspace, path))
}

it('releases from a checkout in `path`: charts, config file, bump, tag and packages', async () => {
  await world.release({ workspace, inputs: { path: 'charts-repo' } })
  await world.repository.commit('fix: a change', aChart('app', '1.0.0', 'second'))
  await checkedOut('again')
  const inputs = { path: './again/', 'packages-dir': 'out' }
  const run = await world.release({ workspace, inputs })
  expect(errorsIn(run)).toEqual([])
  expect(resultsOf(run)).toEqual(['app 1.1.0 released'])
  expect(planOf(run).settings.path).toEqual({ value: 'again', source: 'input' })
  expect(await world.repository.remoteFile('charts/app/Chart.yaml')).toContain('version: 1.1.0')
  expect(await world.repository.remoteTags()).toEqual(['app-1.0.0', 'app-1.1.0'])
  // Paths for later steps, which start in the workspace.
  expect(JSON.parse(run.outputs.packages ?? '')).toEqual(['again/out/app-1.1.0.tgz'])
  expect(await readdir(join(workspace, 'again/out'))).toEqual(['app-1.1.0.tgz'])
  expect((await readdir(workspace)).toSorted()).toEqual(['again', 'charts-repo'])
})

it('takes the right one of several checkouts, one of them around the others', async () => {
  await git(workspace, ['init', '--quiet'])
  await writeFile(join(workspace, 'cr.yaml'), 'owner: somebody-else\n')
  await mkdir(join(workspace, '.github'))
  await writeFile(join(workspace, CONFIG), 'defaults:\n  bump: nonsense\n')
  const run = await world.release({ workspace, inputs: { path: 'charts-repo' } })
  expect([errorsIn(run), resultsOf(run)]).toEqual([[], ['app 1.0.0 released']])
})

it('annotates files by their path in the repository, not in the workspace', async () => {
  await world.repository.commit('fix: broken', { 'charts/app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: x\n' })
  await checkedOut('broken')
  const run = await world.release({ workspace, inputs: { path: 'broken' } })
  const files = run.annotations.flatMap(({ properties }) => properties.file ?? [])
  expect(new Set(files)).toEqual(new Set(['charts/app/Chart.yaml']))
})

it('leads from the message without `path` to a release', async () => {
  const failed = await world.release({ workspace })
  expect(errorsOf(failed)).toEqual(['GIT_NOT_A_REPOSITORY'])
  const [, path = ''] = /^> *path: (.+)$/m.exec(failed.summary) ?? []
  expect(resultsOf(await world.release({ workspace, inputs: { path } }))).toEqual(['app 1.0.0 released'])
})

it('says where else something is checked out if there is no chart where it looks', async () => {
  await rename(await world.repository.checkout(), join(workspace, 'tools'))
  await git(join(workspace, 'tools'), ['rm', '-rq', 'charts'])
  const options = { workspace: join(workspace, 'charts-repo'), inputs: { charts: 'helm/*' } }
  expect((await world.release(options)).summary).not.toContain('another checkout')
  await rename(join(workspace, 'tools'), join(options.workspace, 'tools'))
  const run = await world.release(options)
  expect(errorsOf(run)).toEqual(['CHARTS_NONE'])
  expect(run.summary).toContain('in another checkout of the job, name its folder (tools):\n> path: tools\n')
})

it('refuses a `path` that leaves the workspace, by itself or by a link', async () => {
  await symlink(world.repository.folder, join(workspace, 'away'))
  const codes = async (path: string) => errorsOf(await world.release({ workspace, inputs: { path } }))
  expect(await codes('away')).toEqual(['WORKSPACE_PATH_REFUSED'])
  expect(await codes('../work')).toEqual(expect.arrayContaining(['INPUT_INVALID']))
})

it('does not read what only an unmerged checkout in `path` says', async () => {
  const { git: own, write } = world.repository
  await own('checkout', '--quiet', '-b', 'proposal')
  await write({ [CONFIG]: 'defaults:\n  bump: major\n', ...aChart('app', '1.0.0', 'proposed') })
  await own('commit', '--quiet', '--all', '--message', 'feat: proposed')
  await own('push', '--quiet', 'origin', 'HEAD:refs/pull/7/head')
  await own('checkout', '--quiet', 'main')
  await rename(await world.repository.checkout({ ref: 'refs/pull/7/head' }), join(workspace, 'pull'))
  const event = { name: 'pull_request', ref: 'refs/pull/7/head' } as const
  const run = await world.release({ workspace, event, inputs: { path: 'pull', mode: 'plan' } })
  expect(planOf(run).settings.bump).toEqual({ value: 'minor', source: 'config' })
})
