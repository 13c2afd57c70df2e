import { lookup } from 'node:dns/promises'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { stringify } from 'yaml'
import { readPackagedChart } from '../../../../src/chart/package/packaged-chart.ts'
import { isPrivateAddress } from '../../../../src/model/http/hosts.ts'
import { createFiles } from '../../../../src/platform/files/files.ts'
import type { Environment } from '../../../../src/ports/process.ts'
import { openTarget } from '../../../../src/targets/registry.ts'
import { aPackagedChart } from '../../../support/charts/packaged-chart.ts'
import { fetchOf } from '../../../support/helm/packaging.ts'
import { aTargetContext } from '../../../support/registry/context.ts'
import { startRegistry, type TestRegistry } from '../../../support/registry/registry.ts'
import { archiveOf, startChartRepository } from '../../../support/servers/chart-repository.ts'
import { failureOf } from '../../../support/values/failure.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fetch-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const registries: TestRegistry[] = []
afterEach(async () => {
  await Promise.all(registries.splice(0).map((registry) => registry.stop()))
})

async function aRegistry(): Promise<TestRegistry> {
  const registry = await startRegistry()
  registries.push(registry)
  return registry
}

const redis = (version = '1.0.0') => ({ name: 'redis', version })
const wanted = (repository: string, version = '1.0.0') => ({ name: 'redis', repository, version, constraint: version })

/** A fetcher that may ask these hosts, also in plain HTTP. */
function fetching(hosts: readonly string[], environment: Environment = {}) {
  return fetchOf(createFiles(root), { schemes: ['http'], privateHosts: hosts }, { HOME: root, ...environment })
}

async function repositoriesFile(...entries: readonly object[]): Promise<Environment> {
  const file = join(await mkdtemp(join(root, 'config-')), 'repositories.yaml')
  await writeFile(file, stringify({ apiVersion: '', generated: '0001-01-01T00:00:00Z', repositories: entries }))
  return { HELM_REPOSITORY_CONFIG: file }
}

/** Puts a chart into a registry, below acme/charts. */
async function published(registry: TestRegistry, chart: { readonly name: string; readonly version: string }) {
  const target = openTarget(`oci://${registry.host}/acme/charts`, aTargetContext())
  await target.promote([await target.stage(aPackagedChart({ ...chart, archive: archiveOf(chart) }))])
}

const versionIn = (archive: Uint8Array) => readPackagedChart(archive).manifest.version

describe('charts of a repository', () => {
  it('are fetched with one request each, the index once for all', async () => {
    await using repository = await startChartRepository([redis('1.0.0'), redis('1.1.0')])
    const fetch = fetching([repository.host])
    const found = await Promise.all(['1.0.0', '1.1.0'].map((version) => fetch(wanted(repository.url, version))))
    expect(found.map(({ archive }) => versionIn(archive))).toEqual(['1.0.0', '1.1.0'])
    expect(repository.requests.map(({ path }) => path)).toEqual(['/index.yaml', '/redis-1.0.0.tgz', '/redis-1.1.0.tgz'])
  })

  it('are the newest that fits where no version is locked', async () => {
    await using repository = await startChartRepository(
      ['1.2.0', '1.10.0', '2.0.0', '1.11.0-rc.1'].map((version) => redis(version)),
    )
    const fetch = fetching([repository.host])
    const newest = { name: 'redis', repository: repository.url, constraint: '^1.0.0' }
    expect((await fetch(newest)).version).toBe('1.10.0')
  })

  it.each([
    ['>=2024.0', '2024.02.01'],
    ['~1.2-0', '1.2-beta.1'],
    ['^1.9007199254740992', '1.9007199254740993'],
    [' >=2024.0\t<2024.2  ', '2024.01.05'],
  ])('are those that Helm takes for the newest, however loosely they are written: %s', async (constraint, version) => {
    const versions = ['2024.01.05', '2024.02.01', '1.2-beta.1', '1.9007199254740992', '1.9007199254740993', 'latest']
    await using repository = await startChartRepository(versions.map((one) => redis(one)))
    const newest = { name: 'redis', repository: repository.url, constraint }
    expect((await fetching([repository.host])(newest)).version).toBe(version)
  })

  it.each([
    ['2024.01.05', '2024.01.05'],
    ['1.2-beta.1', '1.2-beta.1'],
    ['1.x', '1.3.0'],
  ])('are asked for by their tag where Helm would not list it: %s', async (constraint, version) => {
    const registry = await aRegistry()
    for (const one of ['2024.01.05', '1.2-beta.1', '1.2.0', '1.3.0']) await published(registry, redis(one))
    const unlocked = { name: 'redis', repository: `oci://${registry.host}/acme/charts`, constraint }
    expect((await fetching([registry.host])(unlocked)).version).toBe(version)
  })

  it.each([
    ['1.2.3', ['1.2.3', 'v1.2.3', '1.2.3+a'], '1.2.3'],
    ['v1.2.3', ['1.2.3'], '1.2.3'],
    ['1.2.3+a', ['1.2.3+b', '1.2.3+a'], '1.2.3+a'],
  ])('of which one is pinned are taken as they are written: %s of %j', async (version, offered, taken) => {
    await using repository = await startChartRepository(offered.map((one) => redis(one)))
    expect((await fetching([repository.host])(wanted(repository.url, version))).version).toBe(taken)
  })

  it('of which a pin could mean two are not guessed', async () => {
    await using repository = await startChartRepository([redis('1.2.3+a'), redis('1.2.3+b')])
    expect((await failureOf(fetching([repository.host])(wanted(repository.url, '1.2.3')))).message).toBe(
      'it holds 1.2.3+a and 1.2.3+b, and 1.2.3 could be either',
    )
  })

  it.each([
    ['401', { credentials: 'ada:secret' }, /GET 127\.0\.0\.1:\d+\/index\.yaml was answered with 401/],
    ['garbage', { index: () => '<html>' }, /its index\.yaml is no index of charts/],
    ['nesting', { index: () => '['.repeat(50_000) }, /its index\.yaml is no index of charts/],
    ['another chart', { index: () => 'entries:\n  other: []\n' }, /it holds no chart redis/],
    ['another version', { index: (text: string) => text.replace('1.0.0', '1.0.9') }, /it holds no version 1\.0\.0/],
    ['no address', { index: (text: string) => text.replace(/urls:\n.*/, 'urls: []') }, /names no valid address/],
    ['a plugin', { index: (text: string) => text.replace('redis-1.0.0.tgz', 's3://b/x.tgz') }, /s3:\/\/, which is not/],
    ['a file', { index: (text: string) => text.replace('redis-1.0.0.tgz', 'file:///etc/passwd') }, /file:\/\/, which/],
    ['other bytes', { index: (text: string) => text.replace(/digest: \w/, 'digest: 0') }, /its index says sha256:/],
    [
      'no archive',
      { answers: { '/redis-1.0.0.tgz': { status: 200, body: 'x' } }, index: withoutDigest },
      /not gzipped/,
    ],
    [
      'a bomb',
      { answers: { '/redis-1.0.0.tgz': { status: 200, body: bomb() } }, index: withoutDigest },
      /over \d+ bytes/,
    ],
  ])('that are no charts fail in words: %s', async (_, options, words) => {
    await using repository = await startChartRepository([redis()], options)
    const failure = await failureOf(fetching([repository.host])(wanted(repository.url)))
    expect(failure.message).toMatch(words)
    expect(failure.kind).not.toBe('bug')
  })
})

function withoutDigest(text: string): string {
  return text.replace(/ *digest: .*\n/, '')
}

function bomb(): Uint8Array {
  return gzipSync(Buffer.alloc(160 * 1024 * 1024))
}

describe('a private address', () => {
  const REFUSED = { code: 'REMOTE_ADDRESS_REFUSED' }

  it('is not reached by a redirect of an allowed repository', async () => {
    await using inside = await startChartRepository([redis()])
    for (const path of ['/index.yaml', '/redis-1.0.0.tgz']) {
      const location = `${inside.url}${path}`
      await using repository = await startChartRepository([redis()], {
        answers: { [path]: { status: 302, headers: { location } } },
      })
      expect(await failureOf(fetching([repository.host])(wanted(repository.url)))).toMatchObject(REFUSED)
    }
    expect(inside.requests).toEqual([])
  })

  it('is not reached by an address in the index of an allowed repository', async () => {
    await using inside = await startChartRepository([redis()])
    const index = (text: string) => text.replace('redis-1.0.0.tgz', `${inside.url}/redis-1.0.0.tgz`)
    await using repository = await startChartRepository([redis()], { index })
    expect(await failureOf(fetching([repository.host])(wanted(repository.url)))).toMatchObject(REFUSED)
    expect(inside.requests).toEqual([])
    const both = await fetching([repository.host, inside.host])(wanted(repository.url))
    expect(versionIn(both.archive)).toBe('1.0.0')
  })

  it('is not reached by a name that resolves to one', async () => {
    const name = await privateName()
    await using repository = await startChartRepository([redis()])
    const url = repository.url.replace('127.0.0.1', name)
    expect(await failureOf(fetching([])(wanted(url)))).toMatchObject(REFUSED)
    expect(repository.requests).toEqual([])
  })

  it('is not reached by a registry, or by where a registry sends its readers', async () => {
    const [registry, inside] = [await aRegistry(), await aRegistry()]
    await published(registry, redis())
    const address = `oci://${registry.host}/acme/charts`
    const before = registry.requests.length
    expect(await failureOf(fetching([])(wanted(address)))).toMatchObject(REFUSED)
    expect(registry.requests.length).toBe(before)
    registry.disturb(({ path }) =>
      path.includes('/blobs/') ? { status: 307, headers: { location: `http://${inside.host}${path}` } } : undefined,
    )
    expect(await failureOf(fetching([registry.host])(wanted(address)))).toMatchObject(REFUSED)
    expect(inside.requests).toEqual([])
  })
})

/** A name of this machine that only the resolver knows to be private. */
async function privateName(): Promise<string> {
  for (const name of [hostname(), 'ip6-localhost', 'localhost.localdomain']) {
    const found = await lookup(name, { all: true }).catch(() => [])
    if (found.some(({ address }) => isPrivateAddress(address))) return name
  }
  throw new Error('this machine has no name of its own on a private address')
}

describe('a registry', () => {
  it('gives the locked version, or the newest that fits', async () => {
    const registry = await aRegistry()
    for (const version of ['1.0.0', '1.1.0+build.1', '2.0.0']) await published(registry, redis(version))
    const repository = `oci://${registry.host}/acme/charts`
    const fetch = fetching([registry.host])
    expect(versionIn((await fetch(wanted(repository))).archive)).toBe('1.0.0')
    expect((await fetch({ name: 'redis', repository, constraint: '^1.0.0' })).version).toBe('1.1.0+build.1')
    expect((await failureOf(fetch(wanted(repository, '3.0.0')))).message).toContain('holds no version 3.0.0 of redis')
  })

  it('may be named by an index', async () => {
    const registry = await aRegistry()
    await published(registry, redis())
    const index = (text: string) => text.replace('redis-1.0.0.tgz', `oci://${registry.host}/acme/charts/redis:1.0.0`)
    await using repository = await startChartRepository([redis()], { index: (text) => withoutDigest(index(text)) })
    const hosts = [repository.host, registry.host]
    expect(versionIn((await fetching(hosts)(wanted(repository.url))).archive)).toBe('1.0.0')
  })
})

describe('what an earlier step said with `helm repo add`', () => {
  it.each([
    ['by its address', (url: string) => url],
    ['by its alias with @', () => '@private'],
    ['by its alias', () => 'alias:private'],
  ])('counts, %s, and the file stays as it is', async (_, addressOf) => {
    await using repository = await startChartRepository([redis()], { credentials: 'ada:secret' })
    const entry = { name: 'private', url: repository.url, username: 'ada', password: 'secret' }
    const environment = await repositoriesFile(entry)
    const text = await readFile(environment.HELM_REPOSITORY_CONFIG ?? '', 'utf8')
    const fetch = fetching([repository.host], environment)
    expect(versionIn((await fetch(wanted(addressOf(repository.url)))).archive)).toBe('1.0.0')
    expect(await readFile(environment.HELM_REPOSITORY_CONFIG ?? '', 'utf8')).toBe(text)
  })

  it('is enough to allow its host, which the job itself named', async () => {
    await using repository = await startChartRepository([redis()])
    const environment = await repositoriesFile({ name: 'private', url: repository.url })
    expect(versionIn((await fetching([], environment)(wanted('@private'))).archive)).toBe('1.0.0')
  })

  it('sends its login to no other host, unless it says so', async () => {
    await using store = await startChartRepository([redis()])
    const index = (text: string) => text.replace('redis-1.0.0.tgz', `${store.url}/redis-1.0.0.tgz`)
    await using repository = await startChartRepository([redis()], { credentials: 'ada:secret', index })
    const entry = { name: 'private', url: repository.url, username: 'ada', password: 'secret' }
    const hosts = [repository.host, store.host]
    await fetching(hosts, await repositoriesFile(entry))(wanted(repository.url))
    await fetching(hosts, await repositoriesFile({ ...entry, pass_credentials_all: true }))(wanted(repository.url))
    const basic = `Basic ${Buffer.from('ada:secret').toString('base64')}`
    expect(store.requests.map(({ authorization }) => authorization)).toEqual([undefined, basic])
  })

  it.each([
    ['--insecure-skip-tls-verify', { insecure_skip_tls_verify: true }],
    ['--cert-file', { certFile: '/client.pem', keyFile: '/client.key' }],
  ])('is refused in words where it had %s', async (option, more) => {
    const environment = await repositoriesFile({ name: 'private', url: 'http://127.0.0.1:9', ...more })
    expect((await failureOf(fetching([], environment)(wanted('@private')))).message).toContain(option)
  })

  it('is missed in words where nobody has said what an alias means', async () => {
    const failure = await failureOf(fetching([])(wanted('@nobody')))
    expect(failure).toMatchObject({
      code: 'DEPENDENCY_REPOSITORY_UNKNOWN',
      message: 'nothing says which address @nobody is (no repository has a name)',
    })
    expect(failure.hint).toBe(
      'Run `helm repo add nobody https://…` in a step before this one, or write `dependencies: { schemes: [http], repositories: { "nobody": "https://…" } }` into the config file.',
    )
  })

  it('is listed where a name is not among it, and the lock gives the address', async () => {
    const environment = await repositoriesFile({ name: 'private', url: 'http://127.0.0.1:9' })
    const lockedFrom = 'https://charts.example.test/stable'
    const failure = await failureOf(fetching([], environment)({ ...wanted('alias:other'), lockedFrom }))
    expect(failure.message).toBe('nothing says which address alias:other is (known are private)')
    expect(failure.hint).toContain(`\`helm repo add other ${lockedFrom}\``)
    expect(failure.hint).toContain(`repositories: { "other": "${lockedFrom}" }`)
  })

  it.each(['$(touch x)', '`id`', 'a b'])(
    'never puts a name into a command that a shell would run: %s',
    async (name) => {
      const failure = await failureOf(fetching([])({ ...wanted(`@${name}`), lockedFrom: 'https://x/$(id)' }))
      expect(failure.hint).toMatch(/^Run `helm repo add NAME https:\/\/…`/)
    },
  )

  it('may be in the config file instead, also on a private host; where both say it they must agree', async () => {
    await using repository = await startChartRepository([redis()], { credentials: 'ada:secret' })
    const named = (url: string) => new Map([['private', url]])
    const entry = { name: 'private', url: repository.url, username: 'ada', password: 'secret' }
    const environment = { HOME: root, ...(await repositoriesFile(entry)) }
    const both = { schemes: [], privateHosts: [], repositories: named(`${repository.url}/`) }
    const found = await fetchOf(createFiles(root), both, environment)(wanted('@private'))
    expect(found).toMatchObject({ version: '1.0.0', repository: repository.url })
    const other = { ...both, repositories: named('https://charts.example.test') }
    expect(await failureOf(fetchOf(createFiles(root), other, environment)(wanted('@private')))).toMatchObject({
      code: 'DEPENDENCY_REPOSITORY_UNKNOWN',
      message: `@private is ${repository.url} by \`helm repo add\`, and https://charts.example.test by the config file`,
    })
    await using open = await startChartRepository([redis()])
    const alone = { ...both, repositories: named(open.url) }
    expect((await fetchOf(createFiles(root), alone, { HOME: root })(wanted('@private'))).repository).toBe(open.url)
  })

  it('is refused where the lock was made while the name meant another address', async () => {
    await using repository = await startChartRepository([redis()])
    const environment = await repositoriesFile({ name: 'private', url: repository.url })
    const lockedFrom = 'https://ada:secret@elsewhere.test'
    const failure = await failureOf(fetching([], environment)({ ...wanted('@private'), lockedFrom }))
    expect(failure).toMatchObject({
      code: 'LOCK_OUT_OF_STEP',
      message: `the lock was made with https://***@elsewhere.test, and @private is ${repository.url} here`,
    })
    expect(repository.requests).toEqual([])
  })

  it.each([
    ['of Helm', { HELM_CONFIG_HOME: 'h', XDG_CONFIG_HOME: 'x' }, 'h/repositories.yaml'],
    ['of the desktop', { XDG_CONFIG_HOME: 'x' }, 'x/helm/repositories.yaml'],
    ['of the person', {}, '.config/helm/repositories.yaml'],
    ['of the person on macOS', { RUNNER_OS: 'macOS' }, 'Library/Preferences/helm/repositories.yaml'],
  ])('stands where Helm keeps it: in the folder %s', async (_, folders, file) => {
    await using repository = await startChartRepository([redis()])
    const home = await mkdtemp(join(root, 'home-'))
    await mkdir(dirname(join(home, file)), { recursive: true })
    await writeFile(join(home, file), `repositories: [{name: mine, url: "${repository.url}"}]\n`)
    const below = Object.entries(folders).map(([key, value]) => [key, value === 'macOS' ? value : join(home, value)])
    const fetch = fetching([], { HOME: home, ...Object.fromEntries(below) })
    expect((await fetch(wanted('@mine'))).version).toBe('1.0.0')
  })

  it.each([
    ['no YAML', 'repositories:\n- name: a\n  password: *hunter2\n', 'line 3'],
    ['a list', '- name: a\n', 'line 1'],
    ['another type', 'repositories:\n- [hunter2]\n', 'line 2'],
    ['a bomb', `a: &a [${'x,'.repeat(500)}]\nrepositories: [${'[*a],'.repeat(900)}]\n`, 'line'],
    ['too long', '#'.repeat(1024 * 1024 + 1), 'is not a file of'],
  ])('that can not be read is told, without what stands in it: %s', async (_, text, words) => {
    const file = join(await mkdtemp(join(root, 'config-')), 'repositories.yaml')
    await writeFile(file, text)
    const { message } = await failureOf(fetching([], { HELM_REPOSITORY_CONFIG: file })(wanted('@a')))
    expect(message).toContain(`${file} is not a file of \`helm repo add\``)
    expect(message).toContain(words)
    expect(message).not.toContain('hunter2')
  })

  it('is read as Helm reads it: by any case of its keys, and numbers as text', async () => {
    await using repository = await startChartRepository([redis()], { credentials: 'ada:12345' })
    const file = join(await mkdtemp(join(root, 'config-')), 'repositories.yaml')
    await writeFile(file, `Repositories:\n- Name: a\n  URL: ${repository.url}\n  username: ada\n  password: 12345\n`)
    expect((await fetching([], { HELM_REPOSITORY_CONFIG: file })(wanted('@a'))).version).toBe('1.0.0')
  })

  it('names nothing where the file is garbage', async () => {
    await using repository = await startChartRepository([redis()])
    const file = join(root, 'garbage.yaml')
    await writeFile(file, '{"repositories": [1, null, {"name": 3}, "x"]')
    const fetch = fetching([repository.host], { HELM_REPOSITORY_CONFIG: file })
    expect(versionIn((await fetch(wanted(repository.url))).archive)).toBe('1.0.0')
  })
})
