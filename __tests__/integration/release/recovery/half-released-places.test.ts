import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsIn, planOf, publishedVersion } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { gitThatIsWatched } from '../../../support/git/watch.ts'
import { type BundledEntry, bundledEntry } from '../../../support/run/bundled-entry.ts'
import type { RunOptions } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { everyResultOf, inFolder, inRegistry, recordsIn } from '../../../support/scenes/half-released.ts'

let crashEntry: BundledEntry
let world: World
let folder: string

beforeAll(async () => {
  crashEntry = await bundledEntry('__tests__/support/entries/crash-entry.ts')
  world = await aWorld({
    files: { ...aChart('app', '1.0.0'), ...aChart('db', '2.0.0') },
    run: { entry: 'source', inputs: { bump: 'patch' } },
  })
  folder = await newFolder('served')
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await crashEntry[Symbol.asyncDispose]()
})

async function newFolder(name: string): Promise<string> {
  const made = join(world.repository.root, name)
  await mkdir(made)
  return made
}

const place = (path: string) => `dir:${path}?url=https://charts.example.com`
const release = (targets: readonly string[], { inputs, ...options }: RunOptions = {}) =>
  world.release({ ...options, inputs: { targets: targets.join('\n'), ...inputs } })
const both = () => [world.target, place(folder)]
const folderFirst = () => [place(folder), world.target]

/** Runs until the version's tag is in the registry, and no further. */
async function killedAfterTag(version: string, targets = both()): Promise<void> {
  const crash = { moment: 'after', effect: `PUT first/v2/acme/charts/app/manifests/${version}`, time: 1 }
  const hosts = JSON.stringify({ [world.registry.host]: 'first' })
  const env = { CRASH_AT: JSON.stringify(crash), CRASH_HOSTS: hosts }
  const run = await release(targets, { entry: crashEntry.file, env })
  expect([run.exitCode, run.stdout]).toEqual([null, expect.stringContaining('Promote')])
  expect(inRegistry(world, 'app')).toContain(version)
}

const refuseTag = (version: string) =>
  world.registry.disturb(({ method, path }) =>
    method === 'PUT' && path.endsWith(`/app/manifests/${version}`)
      ? { status: 403, body: '{"errors":[{"code":"DENIED"}]}' }
      : undefined,
  )

async function changeApp(text: string): Promise<void> {
  const file = await world.repository.remoteFile('charts/app/Chart.yaml')
  const version = /^version: (.*)$/m.exec(file)?.[1] ?? ''
  await world.repository.commit('fix: app', aChart('app', version, text))
}

describe('a run that was killed between two promotions', () => {
  it('leaves a version that the next run finishes, to the byte, after a newer commit', async () => {
    await killedAfterTag('1.0.0')
    expect(Object.keys(await inFolder(folder, 'app'))).toEqual([])
    await changeApp('second')

    const plan = await release(both(), { inputs: { mode: 'plan' } })
    expect(plan.exitCode).toBe(0)
    expect(planOf(plan).charts.map(({ name, version, action }) => `${name} ${version} ${action}`)).toEqual([
      'app 1.0.0 publish',
      'app 1.0.1 bump',
      'db 2.0.0 publish',
    ])
    expect(planOf(plan).charts[0]?.reason).toBe(
      `app 1.0.0 is half released: it is on ${world.target}; it is not on ${place(folder)}`,
    )
    expect(Object.keys(await inFolder(folder, 'app'))).toEqual([])

    const run = await release(both())
    expect([run.exitCode, everyResultOf(run)]).toEqual([
      0,
      ['app 1.0.0 released', 'app 1.0.1 released', 'db 2.0.0 released'],
    ])
    expect(run.summary).toContain('this run finished that')
    expect(run.outputs.released).toBe('true')
    const index = await inFolder(folder, 'app')
    expect(Object.keys(index).sort()).toEqual(['1.0.0', '1.0.1'])
    expect(index['1.0.0']).toBe(publishedVersion(world.registry, 'app', '1.0.0')?.archiveDigest)
    expect(await recordsIn(world)).toEqual([])
  })

  it('costs an idle run one question to git, and the registry no more than before', async () => {
    const { path, calls } = await gitThatIsWatched(world.repository)
    for (const [sign, count] of [
      ['none', 2],
      ['keyless', 10],
    ] as const) {
      const from = world.registry.requests.length
      const run = await release(both(), { inputs: { sign }, path })
      expect(everyResultOf(run)).toEqual(['app 1.0.1 unchanged', 'db 2.0.0 unchanged'])
      const asked = world.registry.requests.slice(from).flatMap(({ path }) => (path === '/v2/' ? [] : [path]))
      expect(asked).toHaveLength(count)
    }
    const remote = (await calls()).filter((call) => /^(?:ls-remote (?!--get-url)|fetch|push)/.test(call))
    expect(remote).toEqual(
      Array(2).fill(expect.stringContaining('ls-remote --refs origin refs/release-charts/unfinished/*')),
    )
  })
})

describe('a registry that comes second and refuses a version again and again', () => {
  it('makes that version red and lets the newer one through', async () => {
    refuseTag('1.0.2')
    await changeApp('third')
    expect(everyResultOf(await release(folderFirst()))).toEqual(['app 1.0.2 failed', 'db 2.0.0 unchanged'])
    await changeApp('fourth')
    const run = await release(folderFirst())
    expect([run.exitCode, everyResultOf(run)]).toEqual([
      1,
      ['app 1.0.2 failed', 'app 1.0.3 released', 'db 2.0.0 unchanged'],
    ])
    const [error] = errorsIn(run)
    expect(error?.message).toContain(
      `app 1.0.2 is half released: it is on ${place(folder)}; it is not on ${world.target}: `,
    )
    expect(inRegistry(world, 'app')).toEqual(['1.0.0', '1.0.1', '1.0.3'])
  })

  it('stays red until it is finished, also where nothing else is to be done', async () => {
    const run = await release(folderFirst())
    expect([run.exitCode, everyResultOf(run)]).toEqual([
      1,
      ['app 1.0.2 failed', 'app 1.0.3 unchanged', 'db 2.0.0 unchanged'],
    ])
  })

  it('is finished where the chart was deleted meanwhile', async () => {
    world.registry.disturb(undefined)
    await world.repository.commit('refactor: no app', { 'charts/app': null })
    const run = await release(folderFirst())
    expect([run.exitCode, everyResultOf(run)]).toEqual([0, ['app 1.0.2 released', 'db 2.0.0 unchanged']])
    expect(publishedVersion(world.registry, 'app', '1.0.2')?.archiveDigest).toBe(
      (await inFolder(folder, 'app'))['1.0.2'],
    )
    expect(publishedVersion(world.registry, 'app', '1.0.2')?.signed).toBe(true)
    expect(await recordsIn(world)).toEqual([])
  })
})
