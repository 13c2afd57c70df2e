import { afterEach, describe, expect, it } from '@jest/globals'
import { writeArchive } from '../../../../src/chart/archive/archive.ts'
import { digestOf } from '../../../../src/chart/archive/digest.ts'
import { readChartYaml } from '../../../../src/chart/manifest/chart-yaml.ts'
import { lockDigest } from '../../../../src/chart/manifest/lock.ts'
import type { DependencySettings } from '../../../../src/model/settings.ts'
import { aRepository, type Files, type TestRepository } from '../../../support/git/repository.ts'
import { type Packing, packed, refusal, textsIn } from '../../../support/helm/packaging.ts'
import {
  archiveOf,
  type ChartRepository,
  type OfferedChart,
  startChartRepository,
} from '../../../support/servers/chart-repository.ts'

const repositories: TestRepository[] = []
afterEach(async () => {
  await Promise.all(repositories.splice(0).map((repository) => repository.remove()))
})

interface Wanted {
  readonly name: string
  readonly constraint: string
  readonly repository: string
  readonly alias?: string
  /** In the lock; without one in any, there is no lock. */
  readonly locked?: string
}

/** A chart with these dependencies and a lock that fits. */
function appWith(wanted: readonly Wanted[]): Files {
  const dependencies = wanted.map(
    ({ name, constraint, repository, alias }) =>
      `  - name: ${name}\n    version: "${constraint}"\n    repository: "${repository}"\n${alias ? `    alias: ${alias}\n` : ''}`,
  )
  const text = `apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n${dependencies.join('')}`
  const locked = wanted.flatMap(({ name, repository, locked: version }) =>
    version ? [{ name, repository, version }] : [],
  )
  const entries = locked.map(
    ({ name, repository, version }) => `- name: ${name}\n  repository: "${repository}"\n  version: ${version}\n`,
  )
  const digest = lockDigest(readChartYaml(text, 'Chart.yaml').dependencies, locked)
  const lock = `dependencies:\n${entries.join('')}digest: ${digest}\ngenerated: "2026-01-01T00:00:00Z"\n`
  return { 'charts/app/Chart.yaml': text, ...(locked.length > 0 && { 'charts/app/Chart.lock': lock }) }
}

async function folderWith(files: Files): Promise<string> {
  const repository = await aRepository({ files })
  repositories.push(repository)
  return repository.folder
}

const refused = async (files: Files, packing: Packing = {}) => refusal(await folderWith(files), 'charts/app', packing)

const redis = (version: string): OfferedChart => ({
  name: 'redis',
  version,
  files: { 'values.yaml': `v: ${version}\n` },
})
const onLoopback = ({ host }: ChartRepository): DependencySettings => ({ schemes: ['http'], privateHosts: [host] })

describe('a dependency from elsewhere', () => {
  it('comes in the version of the lock, not in the newest', async () => {
    await using server = await startChartRepository([redis('1.0.0'), redis('1.1.0'), redis('1.2.0')])
    const folder = await folderWith(
      appWith([{ name: 'redis', constraint: '^1.0.0', repository: server.url, locked: '1.1.0' }]),
    )
    const texts = textsIn(await packed(folder, 'charts/app', { dependencies: onLoopback(server) }))
    expect(texts['charts/redis/values.yaml']).toBe('v: 1.1.0\n')
    expect(server.requests.map(({ path }) => path)).toEqual(['/index.yaml', '/redis-1.1.0.tgz'])
  })

  it('is known to the package, with the digest of what was fetched, also through a chart of this repository', async () => {
    await using server = await startChartRepository([redis('1.0.0')])
    const wanted = { name: 'redis', constraint: '^1.0.0', repository: server.url, locked: '1.0.0' }
    const around = `apiVersion: v2\nname: around\nversion: 1.0.0\ndependencies:\n  - name: app\n    version: 1.0.0\n    repository: file://../app\n`
    const folder = await folderWith({ ...appWith([wanted]), 'charts/around/Chart.yaml': around })
    const bytes = Buffer.from(await (await fetch(`${server.url}/redis-1.0.0.tgz`)).arrayBuffer())
    const resolved = [{ name: 'redis', version: '1.0.0', repository: server.url, digest: digestOf(bytes) }]
    for (const path of ['charts/app', 'charts/around'])
      expect(await packed(folder, path, { dependencies: onLoopback(server) })).toMatchObject({ resolved })
  })

  it('is refused without a lock, at its line, with what to type', async () => {
    await using server = await startChartRepository([redis('1.0.0')])
    const files = appWith([{ name: 'redis', constraint: '^1.0.0', repository: server.url }])
    const error = await refused(files, { dependencies: onLoopback(server) })
    expect(error).toMatchObject({
      code: 'DEPENDENCY_UNLOCKED',
      kind: 'chart',
      message: `app depends on redis ^1.0.0 from ${server.url}, but has no lock.`,
      at: { file: 'charts/app/Chart.yaml', line: 5 },
    })
    expect(error.hint).toContain('helm dependency update charts/app')
    expect(error.hint).toContain('unlocked: allow')
    expect(server.requests).toEqual([])
  })

  it.each(['1.1.0', 'v1.1.0', '=1.1.0'])('needs no lock where its version is exact: %s', async (constraint) => {
    await using server = await startChartRepository([redis('1.0.0'), redis('1.1.0'), redis('1.2.0')])
    const folder = await folderWith(appWith([{ name: 'redis', constraint, repository: server.url }]))
    const packing = { dependencies: onLoopback(server) }
    const [one, again] = [await packed(folder, 'charts/app', packing), await packed(folder, 'charts/app', packing)]
    expect(textsIn(one)['charts/redis/values.yaml']).toBe('v: 1.1.0\n')
    expect(one.digest).toBe(again.digest)
    expect(one.resolved).toMatchObject([{ name: 'redis', version: '1.1.0', digest: expect.stringMatching(/^sha256:/) }])
  })

  it.each(['1.1', '=1.1', '1.1.x', '1.1.0 || 1.1.0', '>=1.1.0 <=1.1.0'])(
    'needs one where its version is a range, however narrow: %s',
    async (constraint) => {
      const files = appWith([{ name: 'redis', constraint, repository: 'https://charts.example.test' }])
      expect(await refused(files)).toMatchObject({ code: 'DEPENDENCY_UNLOCKED' })
    },
  )

  it('needs one for what is not exact, beside what is', async () => {
    const repository = 'https://charts.example.test'
    const files = appWith([
      { name: 'redis', constraint: '1.0.0', repository },
      { name: 'db', constraint: '^1.0.0', repository },
    ])
    expect(await refused(files)).toMatchObject({
      code: 'DEPENDENCY_UNLOCKED',
      message: `app depends on db ^1.0.0 from ${repository}, but has no lock.`,
    })
  })

  it.each(['', 'latest'])(
    'is told first that its version is no constraint, which Helm could not lock: %j',
    async (constraint) => {
      const files = appWith([{ name: 'redis', constraint, repository: 'https://charts.example.test' }])
      expect(await refused(files)).toMatchObject({
        code: 'CONSTRAINT_INVALID',
        at: { file: 'charts/app/Chart.yaml', line: 5 },
      })
    },
  )

  it('is resolved afresh without a lock where the config allows that', async () => {
    await using server = await startChartRepository([redis('1.0.0'), redis('1.1.0'), redis('2.0.0')])
    const folder = await folderWith(appWith([{ name: 'redis', constraint: '^1.0.0', repository: server.url }]))
    const packing = { dependencies: onLoopback(server), settings: { unlocked: 'allow' } } as const
    expect(textsIn(await packed(folder, 'charts/app', packing))['charts/redis/values.yaml']).toBe('v: 1.1.0\n')
  })

  it('is not fetched where it is vendored, as a folder or as an archive', async () => {
    await using server = await startChartRepository([redis('1.0.0')])
    const dependency = { name: 'redis', constraint: '^1.0.0', repository: server.url, locked: '1.0.0' }
    const vendored = {
      'charts/app/charts/redis/Chart.yaml': 'apiVersion: v2\nname: redis\nversion: 1.0.0\n',
      'charts/app/charts/redis/values.yaml': 'vendored: true\n',
    }
    const folder = await folderWith({ ...appWith([dependency]), ...vendored })
    const texts = textsIn(await packed(folder, 'charts/app'))
    expect(texts['charts/redis/values.yaml']).toBe('vendored: true\n')
    expect(server.requests).toEqual([])
  })

  it.each([
    ['another version', 'redis', '0.9.0'],
    ['another chart', 'valkey', '1.0.0'],
  ])('is what its own Chart.yaml says, not what an index says of it: %s', async (_, name, version) => {
    const body = archiveOf({ name, version })
    const lying = {
      answers: { '/redis-1.0.0.tgz': { status: 200, body } },
      index: (text: string) => text.replace(/ *digest: .*\n/g, ''),
    }
    await using server = await startChartRepository([redis('1.0.0')], lying)
    const files = appWith([{ name: 'redis', constraint: '^1.0.0', repository: server.url, locked: '1.0.0' }])
    expect(await refused(files, { dependencies: onLoopback(server) })).toMatchObject({
      code: 'DEPENDENCY_FAILED',
      message: expect.stringContaining(`could not be fetched: its archive is ${name} ${version} by its own Chart.yaml`),
    })
  })

  it('needs no lock when what is vendored fits, as a folder, an archive or the copy of a folder that is not here', async () => {
    const repository = 'https://charts.example.test'
    const vendored = {
      'charts/app/charts/redis/Chart.yaml': 'apiVersion: v2\nname: redis\nversion: 1.0.0\n',
      'charts/app/charts/db-1.0.0.tgz': archiveOf({ name: 'db', version: '1.0.0' }),
      'charts/app/charts/lib-1.0.0.tgz': archiveOf({ name: 'lib', version: '1.0.0' }),
    }
    const wanted = [
      { name: 'redis', constraint: '^1.0.0', repository },
      { name: 'db', constraint: '^1.0.0', repository },
      { name: 'lib', constraint: '^1.0.0', repository: 'file://../../../elsewhere/lib' },
    ]
    const folder = await folderWith({ ...appWith(wanted), ...vendored })
    const paths = Object.keys(textsIn(await packed(folder, 'charts/app')))
    for (const { name } of wanted) expect(paths).toContain(`charts/${name}/Chart.yaml`)
    const { 'charts/app/charts/lib-1.0.0.tgz': _, ...without } = vendored
    const other = { ...without, 'charts/app/charts/lib-copy.tgz': archiveOf({ name: 'other', version: '1.0.0' }) }
    expect(await refused({ ...appWith(wanted), ...other })).toMatchObject({
      code: 'DEPENDENCY_MISSING',
      message:
        'file://../../../elsewhere/lib leads to no chart of this repository, and nothing in charts/ of app is lib.',
      at: { file: 'charts/app/Chart.yaml', line: 11 },
    })
    const impostor = { ...vendored, 'charts/app/charts/lib-1.0.0.tgz': archiveOf({ name: 'other', version: '1.0.0' }) }
    expect(await refused({ ...appWith(wanted), ...impostor })).toMatchObject({
      code: 'DEPENDENCY_OUT_OF_STEP',
      message: 'charts/app/charts/lib-1.0.0.tgz is other 1.0.0, not the dependency lib.',
    })
    const older = { ...vendored, 'charts/app/charts/lib-1.0.0.tgz': archiveOf({ name: 'lib', version: '0.9.0' }) }
    expect(await refused({ ...appWith(wanted), ...older })).toMatchObject({ code: 'DEPENDENCY_OUT_OF_STEP' })
  })

  it('may be there twice under two names: each is locked for itself, and one path never gets two contents', async () => {
    await using server = await startChartRepository([redis('1.0.0'), redis('2.0.0')])
    const { url: repository } = server
    const twice = (first: string, second: string) =>
      appWith([
        { name: 'redis', constraint: first, repository, alias: 'one', locked: first },
        { name: 'redis', constraint: second, repository, alias: 'two', locked: second },
      ])
    const same = await folderWith(twice('1.0.0', '1.0.0'))
    const texts = textsIn(await packed(same, 'charts/app', { dependencies: onLoopback(server) }))
    expect(texts['charts/redis/values.yaml']).toBe('v: 1.0.0\n')
    const asked = server.requests.length
    const error = await refused(twice('1.0.0', '2.0.0'), { dependencies: onLoopback(server) })
    expect(error).toMatchObject({
      code: 'DEPENDENCY_VERSIONS',
      message: expect.stringContaining('app depends on two versions of redis: 1.0.0 as one, and 2.0.0 as two'),
      at: { file: 'charts/app/Chart.yaml', line: 9 },
    })
    expect(server.requests).toHaveLength(asked)
  })

  it('is held against what is vendored, whatever its file is called, and never fetched in its place', async () => {
    await using server = await startChartRepository([redis('1.0.0')])
    const files = appWith([{ name: 'redis', constraint: '^1.0.0', repository: server.url, locked: '1.0.0' }])
    const archive = (version: string) =>
      writeArchive(
        'redis',
        [{ path: 'Chart.yaml', content: Buffer.from(`apiVersion: v2\nname: redis\nversion: ${version}\n`) }],
        new Date(0),
      )
    const packing = { dependencies: onLoopback(server) }
    const lying = { ...files, 'charts/app/charts/redis-1.0.0.tgz': archive('0.9.0') }
    expect(await refused(lying, packing)).toMatchObject({
      code: 'DEPENDENCY_OUT_OF_STEP',
      message: 'charts/app/charts/redis-1.0.0.tgz is redis 0.9.0, but charts/app/Chart.lock has 1.0.0.',
    })
    const honest = await folderWith({ ...files, 'charts/app/charts/database.tgz': archive('1.0.0') })
    expect(Object.keys(textsIn(await packed(honest, 'charts/app', packing)))).toContain('charts/redis/Chart.yaml')
    expect(server.requests).toEqual([])
  })

  it('fails in words where its server is down', async () => {
    const repository = 'http://127.0.0.1:9'
    const files = appWith([{ name: 'redis', constraint: '1.0.0', repository, locked: '1.0.0' }])
    const error = await refused(files, { dependencies: { schemes: ['http'], privateHosts: ['127.0.0.1:9'] } })
    expect(error).toMatchObject({ code: 'DEPENDENCY_FAILED', at: { file: 'charts/app/Chart.yaml', line: 5 } })
    expect(error.message).toMatch(
      /^app needs redis 1\.0\.0 from http:\/\/127\.0\.0\.1:9, and that could not be fetched: .*refused/,
    )
  })

  it('fails in words where the repository lacks the locked version', async () => {
    await using server = await startChartRepository([redis('1.0.0')])
    const files = appWith([{ name: 'redis', constraint: '^1.0.0', repository: server.url, locked: '1.0.7' }])
    const error = await refused(files, { dependencies: onLoopback(server) })
    expect(error).toMatchObject({ code: 'DEPENDENCY_FAILED' })
    expect(error.message).toContain('redis')
    expect(error.message).toContain('1.0.7')
  })

  it('fails where the lock was made for other dependencies, before anything is fetched', async () => {
    await using server = await startChartRepository([redis('1.0.0')])
    const files = appWith([{ name: 'redis', constraint: '^1.0.0', repository: server.url, locked: '1.0.0' }])
    const edited = String(files['charts/app/Chart.yaml']).replace('^1.0.0', '>=1.0.0')
    const error = await refused({ ...files, 'charts/app/Chart.yaml': edited }, { dependencies: onLoopback(server) })
    expect(error).toMatchObject({ code: 'LOCK_OUT_OF_STEP', at: { file: 'charts/app/Chart.lock', line: 5 } })
    expect(server.requests.filter(({ path }) => path !== '/index.yaml')).toEqual([])
  })
})

describe('an address that dependencies may not come from', () => {
  const dependencyOn = (repository: string) =>
    appWith([{ name: 'x', constraint: '1.0.0', repository, locked: '1.0.0' }])

  it.each([
    ['ftp://charts.example.test', 'the scheme ftp:// is not allowed'],
    ['s3://bucket/charts', 'the scheme s3:// is not allowed'],
    ['gs://bucket/charts', 'the scheme gs:// is not allowed'],
    ['secrets+gpg-import://x', 'the scheme secrets+gpg-import:// is not allowed'],
    ['git+https://github.com/acme/charts', 'the scheme git+https:// is not allowed'],
    ['http://charts.example.test', 'the scheme http:// is not allowed'],
    ['http://169.254.169.254/latest', 'the scheme http:// is not allowed'],
    ['FILE://../../outside', 'the scheme file:// is not allowed'],
    ['charts.example.test', 'it has no scheme'],
    ['https://169.254.169.254/charts', '169.254.169.254 is a private address'],
    ['https://2852039166/charts', '169.254.169.254 is a private address'],
    ['oci://localhost:5000/charts', 'localhost:5000 is a private address'],
    ['oci://[::1]:5000/charts', '[::1]:5000 is a private address'],
    ['https://localhost./charts', 'localhost. is a private address'],
    ['https://', 'that is not an address'],
  ])('%s: %s', async (repository, why) => {
    const error = await refused(dependencyOn(repository))
    expect(error).toMatchObject({
      code: 'DEPENDENCY_REFUSED',
      kind: 'chart',
      message: `x comes from ${repository}: ${why}.`,
      at: { file: 'charts/app/Chart.yaml', line: 5 },
    })
    expect(error.hint).toBeDefined()
  })

  it('is never asked, not even for its index', async () => {
    await using server = await startChartRepository([redis('1.0.0')])
    const files = appWith([{ name: 'redis', constraint: '1.0.0', repository: server.url, locked: '1.0.0' }])
    const error = await refused(files, { dependencies: { schemes: ['http'], privateHosts: ['127.0.0.1:1'] } })
    expect(error).toMatchObject({ code: 'DEPENDENCY_REFUSED' })
    expect(error.hint).toBe(
      `If that is meant, allow it with \`dependencies: { schemes: [http], private-hosts: ["127.0.0.1:1", "${server.host}"] }\` in the config file.`,
    )
    expect(server.requests).toEqual([])
  })

  it('does not show the password that stands in it', async () => {
    const error = await refused(dependencyOn('https://ada:hunter2@10.0.0.1/charts'))
    expect(`${error.message} ${error.hint}`).not.toContain('hunter2')
  })
})
