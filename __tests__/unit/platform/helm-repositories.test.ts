import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { stringify } from 'yaml'
import { startChartRepository } from '../../support/chart-repository.ts'
import { helmOf } from '../../support/packaging.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'repositories-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const redis = { name: 'redis', version: '1.0.0' }

async function scratch(repository: string): Promise<string> {
  const folder = await mkdtemp(join(root, 'chart-'))
  const dependencies = [{ ...redis, repository }]
  await writeFile(
    join(folder, 'Chart.yaml'),
    stringify({ apiVersion: 'v2', name: 'x', version: '0.0.0', dependencies }),
  )
  return folder
}

describe('repositories for dependencies', () => {
  it('are fetched once and used without asking again', async () => {
    await using repository = await startChartRepository([redis])
    const helm = await helmOf(4)
    expect(await helm.refresh([repository.url])).toEqual(new Map([[repository.url, undefined]]))
    const folder = await scratch(repository.url)
    expect(await helm.buildDependencies(folder)).toBeUndefined()
    expect((await readFile(join(folder, 'charts/redis-1.0.0.tgz'))).length).toBeGreaterThan(100)
    expect(repository.requests.map(({ path }) => path)).toEqual(['/index.yaml', '/redis-1.0.0.tgz'])
  })

  it('stay known when others are asked for later, or at the same time', async () => {
    await using one = await startChartRepository([redis])
    await using two = await startChartRepository([redis])
    const helm = await helmOf(4)
    await Promise.all([one, two, one].map(({ url }) => helm.refresh([url])))
    await helm.refresh([two.url, 'http://127.0.0.1:9'])
    for (const { url } of [one, two]) expect(await helm.buildDependencies(await scratch(url))).toBeUndefined()
    for (const { requests } of [one, two]) {
      expect(requests.filter(({ path }) => path === '/index.yaml')).toHaveLength(1)
    }
  })

  it('each fail for themselves', async () => {
    await using good = await startChartRepository([redis])
    await using secret = await startChartRepository([redis], { credentials: 'ada:secret' })
    const helm = await helmOf(4)
    const refreshed = await helm.refresh([good.url, secret.url, 'http://127.0.0.1:9'])
    expect(await helm.buildDependencies(await scratch(good.url))).toBeUndefined()
    expect(refreshed.get(good.url)).toBeUndefined()
    expect(refreshed.get(secret.url)).toContain('401')
    expect(refreshed.get('http://127.0.0.1:9')).toContain('refused')
  })

  it.each([
    ['by their address', (url: string) => url],
    ['by their alias with @', () => '@private'],
    ['by their alias', () => 'alias:private'],
  ])('take what an earlier step said with `helm repo add`, %s', async (_, addressOf) => {
    await using repository = await startChartRepository([redis], { credentials: 'ada:secret' })
    const config = join(root, 'repositories.yaml')
    const entry = { name: 'private', url: repository.url, username: 'ada', password: 'secret' }
    const text = stringify({ apiVersion: '', generated: '0001-01-01T00:00:00Z', repositories: [entry] })
    await writeFile(config, text)
    const helm = await helmOf(4, { HELM_REPOSITORY_CONFIG: config })
    const address = addressOf(repository.url)
    expect(await helm.refresh([address])).toEqual(new Map([[address, undefined]]))
    expect(await helm.buildDependencies(await scratch(address))).toBeUndefined()
    expect(await readFile(config, 'utf8')).toBe(text)
  })

  it('stay unknown where nobody has said what an alias means', async () => {
    const refreshed = await (await helmOf(4)).refresh(['@nobody'])
    expect(refreshed.get('@nobody')).toContain('helm repo add')
  })

  it('do without a file of repositories that is garbage', async () => {
    await using repository = await startChartRepository([redis])
    const config = join(root, 'garbage.yaml')
    await writeFile(config, '{"repositories": [1, null, {"name": 3}, "x"]')
    const helm = await helmOf(4, { HELM_REPOSITORY_CONFIG: config })
    expect((await helm.refresh([repository.url])).get(repository.url)).toBeUndefined()
  })
})
