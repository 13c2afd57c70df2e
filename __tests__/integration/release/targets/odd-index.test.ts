import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { aChart } from '../../../support/charts/three-charts.ts'
import { runProgram } from '../../../support/process/run-program.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { type StaticServer, startFolderServer } from '../../../support/servers/static-server.ts'

const entry = (name: string, version: string, more = '') =>
  `  - apiVersion: v2\n    created: "2024-01-01T00:00:00Z"\n    name: ${name}\n    urls:\n    - ${name}-${version}.tgz\n    version: ${version}\n${more}`
const odd = `apiVersion: v1\nentries:\n  zed:\n${entry('zed', '1.0.0', '    appVersion: 1.0\n')}generated: "2024-01-01T00:00:00Z"\n`

let world: World
let folder: string
let web: StaticServer

beforeAll(async () => {
  world = await aWorld({
    files: { ...aChart('app', '1.0.0', 'first'), ...aChart('App-UI', '0.1.0', 'first') },
    run: { entry: 'source' },
  })
  folder = join(world.repository.root, 'served')
  await mkdir(folder)
  web = await startFolderServer(folder)
})
afterAll(async () => {
  await web?.[Symbol.asyncDispose]()
  await world?.[Symbol.asyncDispose]()
})

const write = (index: string) => writeFile(join(folder, 'index.yaml'), index)
const read = () => readFile(join(folder, 'index.yaml'), 'utf8')
const release = (more = '', inputs: Readonly<Record<string, string>> = {}) =>
  world.release({ inputs: { targets: `dir:${folder}${more}`, sign: 'none', ...inputs } })

describe('an index that others wrote', () => {
  it('is not added to if Helm can’t load it: one error with the entry and its line, and nothing is claimed', async () => {
    await write(odd)
    for (const mode of ['plan', 'release']) {
      const run = await release('', { mode })
      const told = run.annotations.filter(({ level }) => level === 'error')
      expect(told).toHaveLength(1)
      expect(told[0]?.properties).toMatchObject({ title: 'INDEX_NOT_LOADABLE', line: '10' })
      expect(told[0]?.message).toContain('zed 1.0.0 has the number 1.0 as `appVersion`')
      expect(told[0]?.message).toMatch(/The same stops (?:app|App-UI)\./)
      expect(run.exitCode).toBe(1)
    }
    expect(await read()).toBe(odd)
    expect(await world.repository.remoteTags()).toEqual([])
  })

  it('is refused while planning if no release fits in, before any version is claimed', async () => {
    const shared = `apiVersion: v1\nentries:\n  app: &a\n${entry('app', '0.1.0')}  zed: *a\ngenerated: "2024-01-01T00:00:00Z"\n`
    await write(shared)
    const run = await release()
    const [error] = run.annotations.filter(({ level }) => level === 'error')
    expect(error?.properties).toMatchObject({ title: 'app: INDEX_NOT_UNDERSTOOD', line: '3' })
    expect(await world.repository.remoteTags()).not.toContain('app-1.0.0')
  })

  it('takes releases where its time stands above the charts, also of charts with capital letters', async () => {
    const before = `generated: "2024-01-01T00:00:00.123456789Z"\napiVersion: v1\nentries:\n  zed:\n${entry('zed', '1.0.0', '    apiversion: v1\n').replace('  - apiVersion: v2\n    created', '  - created')}`
    await write(before)
    const run = await release()
    expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([])
    expect(run.exitCode).toBe(0)
    expect(await read()).toContain(before.slice(before.indexOf('  zed:')))
    const env = { PATH: process.env.PATH, HOME: world.repository.root }
    const helm = (...args: readonly string[]) => runProgram(world.helm, args, { env, cwd: world.repository.root })
    await helm('pull', 'App-UI', '--repo', web.url, '--version', '0.1.0')
    await helm('pull', 'app', '--repo', web.url, '--version', '1.0.0')
  })

  it('is added to on request, with a warning for each place', async () => {
    await write(odd)
    const run = await release('?unloadable=allow')
    expect(run.exitCode).toBe(0)
    expect(await read()).toContain('name: app')
    expect(await read()).toContain('appVersion: 1.0\n')
    expect(run.annotations.some(({ message }) => message.includes("Helm can't load it: zed 1.0.0"))).toBe(true)
  })
})

it('refuses a chart with capital letters for a registry, at its name', async () => {
  const run = await world.release({ inputs: { targets: world.target, sign: 'none', mode: 'plan' } })
  const [error, ...others] = run.annotations.filter(({ level }) => level === 'error')
  expect(others).toEqual([])
  expect(error?.properties).toMatchObject({
    title: 'App-UI: CHART_NAME_INVALID',
    file: 'charts/App-UI/Chart.yaml',
    line: '2',
  })
  expect(error?.message).toContain('has capital letters')
})
