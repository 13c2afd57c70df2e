import { describe, expect, it } from '@jest/globals'
import { writeArchive } from '../../../../src/chart/archive/archive.ts'
import { archivesFor, checkVendored } from '../../../../src/chart/dependencies/check-vendored.ts'
import { readVendored } from '../../../../src/chart/dependencies/vendored.ts'
import { readChartYaml, readLock } from '../../../../src/chart/manifest/chart-yaml.ts'
import { lockDigest } from '../../../../src/chart/manifest/lock.ts'
import { failureOf } from '../../../support/values/failure.ts'

type Content = Readonly<Record<string, string | Uint8Array>>

interface Wanted {
  readonly name?: string
  readonly constraint?: string
  readonly alias?: string
  /** Empty: declared to be in `charts/`. */
  readonly repository?: string
  readonly condition?: string
  readonly locked?: string
  /** The version that this repository itself has. */
  readonly here?: string
}

const REPOSITORY = 'https://charts.example.test'
const chartYaml = (name: string, version: string, more = '') =>
  `apiVersion: v2\nname: ${name}\nversion: "${version}"\n${more}`

function archive(name: string, version: string, more: Content = {}): Uint8Array {
  const files = Object.entries({ 'Chart.yaml': chartYaml(name, version), ...more })
  const entries = files.map(([path, content]) => ({ path, content: Buffer.from(content) }))
  return writeArchive(name, entries, new Date(0))
}

/** Chart.yaml and a lock that fits it. */
function declared(name: string, wanted: readonly Wanted[], file: string) {
  const fields = wanted.map(
    ({ name: of = 'lib', constraint = '^1.0.0', repository = REPOSITORY, alias, condition }) =>
      `  - name: ${of}\n    version: "${constraint}"\n    repository: "${repository}"\n${alias ? `    alias: ${alias}\n` : ''}${condition ? `    condition: ${condition}\n` : ''}`,
  )
  const text = chartYaml(name, '1.0.0', fields.length > 0 ? `dependencies:\n${fields.join('')}` : '')
  const entries = wanted.flatMap(({ name: of = 'lib', repository = REPOSITORY, locked: version }) =>
    version ? [{ name: of, repository, version }] : [],
  )
  const { dependencies } = readChartYaml(text, file)
  const items = entries.map(
    (one) => `- name: ${one.name}\n  repository: "${one.repository}"\n  version: ${one.version}\n`,
  )
  const digest = lockDigest(dependencies, entries)
  const lock = `dependencies:\n${items.join('')}digest: ${digest}\ngenerated: "2026-01-01T00:00:00Z"\n`
  return { text, dependencies, lock: entries.length > 0 ? lock : undefined }
}

/** The chart charts/app with these dependencies and these files in it. */
async function check(wanted: readonly Wanted[], content: Content): Promise<void> {
  const dependencyFile = 'charts/app/Chart.yaml'
  const { dependencies, lock } = declared('app', wanted, dependencyFile)
  const read = async (path: string) => Buffer.from(content[path] ?? '')
  const vendored = await readVendored({ root: 'charts/app', paths: Object.keys(content), read })
  const holder = { name: 'app', path: 'charts/app', dependencies, dependencyFile, vendored }
  const here = wanted.flatMap((one, index) => (one.here === undefined ? [] : [[index, one.here] as const]))
  const locked = lock === undefined ? {} : { lock: readLock(lock, 'charts/app/Chart.lock') }
  checkVendored({ ...holder, ...locked }, new Map(here))
}

const folder = (name: string, version: string, at = name): Content => ({
  [`charts/${at}/Chart.yaml`]: chartYaml(name, version),
})
const mid = (wanted: readonly Wanted[], below: Content): Content => {
  const { text, lock } = declared('mid', wanted, 'Chart.yaml')
  const files = { 'Chart.yaml': text, ...(lock !== undefined && { 'Chart.lock': lock }), ...below }
  return Object.fromEntries(Object.entries(files).map(([path, one]) => [`charts/mid/${path}`, one]))
}

describe('what stands in charts/', () => {
  it.each<[string, readonly Wanted[], Content]>([
    ['a folder as locked', [{ locked: '1.2.0' }], folder('lib', '1.2.0')],
    ['an archive as locked', [{ locked: '1.2.0' }], { 'charts/lib-1.2.0.tgz': archive('lib', '1.2.0') }],
    ['an archive of another name', [{ locked: '1.2.0' }], { 'charts/x.tgz': archive('lib', '1.2.0') }],
    ['a folder of another name', [{ locked: '1.2.0' }], folder('lib', '1.2.0', 'database')],
    ['what the constraint allows, without a lock', [{}], folder('lib', '1.2.0')],
    ['what is declared to be there', [{ repository: '', locked: '^1.0.0' }], folder('lib', '1.2.0')],
    ['anything, for a dependency without version', [{ repository: '', constraint: '' }], folder('lib', '7.0.0')],
    ['another spelling', [{ locked: 'v1.2' }], folder('lib', '1.2.0')],
    [
      'a version that only Helm reads',
      [{ constraint: '>=2024.1.0', locked: '2024.01.05' }],
      folder('lib', '2024.01.05'),
    ],
    [
      'one chart under two aliases',
      [
        { alias: 'a', locked: '1.2.0' },
        { alias: 'b', locked: '1.2.0' },
      ],
      folder('lib', '1.2.0'),
    ],
    [
      'the same twice',
      [{ locked: '1.2.0' }],
      { ...folder('lib', '1.2.0'), 'charts/lib-1.2.0.tgz': archive('lib', '1.2.0') },
    ],
    ['what Helm passes over', [{ locked: '1.2.0' }], { 'charts/_lib/Chart.yaml': 'x', 'charts/.lib/Chart.yaml': 'x' }],
    ['a chart of this repository', [{ repository: 'file://../lib', here: '1.3.0' }], folder('lib', '1.3.0')],
    ['a chart in a chart, as its lock has it', [], mid([{ locked: '1.2.0' }], folder('lib', '1.2.0'))],
    ['a chart with a name that we could not publish', [{ name: 'Lib', locked: '1.2.0' }], folder('Lib', '1.2.0')],
    ['an undeclared chart', [], folder('lib', '1.2.0')],
    [
      'a chart whose name goes on with a number',
      [{ name: 'redis', locked: '1.2.0' }],
      { 'charts/redis-2.tgz': archive('redis-2', '1.0.0') },
    ],
  ])('may be %s', async (_, wanted, content) => {
    await expect(check(wanted, content)).resolves.toBeUndefined()
  })

  it.each<[string, readonly Wanted[], Content, string, string, number | undefined]>([
    [
      'a folder of another version than the lock',
      [{ locked: '1.2.0' }],
      folder('lib', '1.1.0'),
      'charts/app/charts/lib is lib 1.1.0, but charts/app/Chart.lock has 1.2.0.',
      'lib/Chart.yaml',
      3,
    ],
    [
      'a folder that the constraint does not allow',
      [{}],
      folder('lib', '0.1.0'),
      'charts/app/charts/lib is lib 0.1.0, but app asks for ^1.0.0.',
      'lib/Chart.yaml',
      3,
    ],
    [
      'an archive whose name lies',
      [{ locked: '1.2.0' }],
      { 'charts/lib-1.2.0.tgz': archive('lib', '1.1.0') },
      'charts/app/charts/lib-1.2.0.tgz is lib 1.1.0, but charts/app/Chart.lock has 1.2.0.',
      'lib-1.2.0.tgz',
      undefined,
    ],
    [
      'an archive that the constraint does not allow',
      [{ repository: '', locked: '^1.0.0' }],
      { 'charts/lib.tgz': archive('lib', '2.0.0') },
      'charts/app/charts/lib.tgz is lib 2.0.0, but app asks for ^1.0.0.',
      'lib.tgz',
      undefined,
    ],
    [
      'a folder that is another chart',
      [{ locked: '1.2.0' }],
      folder('other', '1.2.0', 'lib'),
      'charts/app/charts/lib is other 1.2.0, not the dependency lib.',
      'lib/Chart.yaml',
      3,
    ],
    [
      'an archive that is another chart',
      [{ locked: '1.2.0' }],
      { 'charts/lib-1.2.0.tgz': archive('other', '1.2.0') },
      'charts/app/charts/lib-1.2.0.tgz is other 1.2.0, not the dependency lib.',
      'lib-1.2.0.tgz',
      undefined,
    ],
    [
      'an older archive beside the right one',
      [{ locked: '1.2.0' }],
      { 'charts/lib-1.1.0.tgz': archive('lib', '1.1.0'), 'charts/lib-1.2.0.tgz': archive('lib', '1.2.0') },
      'charts/app/charts/lib-1.1.0.tgz is lib 1.1.0, but charts/app/Chart.lock has 1.2.0.',
      'lib-1.1.0.tgz',
      undefined,
    ],
    [
      'an older folder beside the right archive',
      [{ locked: '1.2.0' }],
      { ...folder('lib', '1.1.0'), 'charts/lib-1.2.0.tgz': archive('lib', '1.2.0') },
      'charts/app/charts/lib is lib 1.1.0, but charts/app/Chart.lock has 1.2.0.',
      'lib/Chart.yaml',
      3,
    ],
    [
      'another version than this repository has',
      [{ repository: 'file://../lib', here: '1.3.0' }],
      folder('lib', '1.2.0'),
      'charts/app/charts/lib is lib 1.2.0, but this repository has 1.3.0.',
      'lib/Chart.yaml',
      3,
    ],
    [
      'another version, for a dependency that is off by default',
      [{ condition: 'lib.enabled', locked: '1.2.0' }],
      folder('lib', '1.1.0'),
      'charts/app/charts/lib is lib 1.1.0, but charts/app/Chart.lock has 1.2.0.',
      'lib/Chart.yaml',
      3,
    ],
    [
      'another build',
      [{ locked: '1.2.0+b2' }],
      folder('lib', '1.2.0+b1'),
      'charts/app/charts/lib is lib 1.2.0+b1, but charts/app/Chart.lock has 1.2.0+b2.',
      'lib/Chart.yaml',
      3,
    ],
    [
      'a chart in a chart that its lock does not have',
      [],
      mid([{ locked: '1.2.0' }], folder('lib', '1.1.0')),
      'charts/app/charts/mid/charts/lib is lib 1.1.0, but charts/app/charts/mid/Chart.lock has 1.2.0.',
      'mid/charts/lib/Chart.yaml',
      3,
    ],
    [
      'an archive in a chart that its constraint does not allow',
      [{ name: 'mid' }],
      mid([{}], { 'charts/lib-1.2.0.tgz': archive('lib', '2.0.0') }),
      'charts/app/charts/mid/charts/lib-1.2.0.tgz is lib 2.0.0, but mid asks for ^1.0.0.',
      'mid/charts/lib-1.2.0.tgz',
      undefined,
    ],
  ])('may not be %s', async (_, wanted, content, message, file, line) => {
    const error = await failureOf(() => check(wanted, content))
    expect(error).toMatchObject({ code: 'DEPENDENCY_OUT_OF_STEP', kind: 'chart', message })
    expect(error.at).toEqual({ file: `charts/app/charts/${file}`, ...(line !== undefined && { line }) })
    expect(error.hint).toMatch(/^(?:Put |Delete \S+, run `helm dependency update charts\/app\S*`)/)
  })

  it('may not be an archive that nobody can read', async () => {
    const content = { 'charts/lib-1.2.0.tgz': Buffer.from('version https://git-lfs.github.com/spec/v1\n') }
    expect(await failureOf(() => check([{ locked: '1.2.0' }], content))).toMatchObject({
      code: 'ARCHIVE_INVALID',
      message: expect.stringMatching(/^charts\/app\/charts\/lib-1\.2\.0\.tgz can't be read as a packaged chart: /),
      at: { file: 'charts/app/charts/lib-1.2.0.tgz' },
    })
  })

  it('must be something that a constraint can be held against', async () => {
    expect(await failureOf(() => check([{ constraint: 'latest' }], folder('lib', '1.0.0')))).toMatchObject({
      code: 'CONSTRAINT_INVALID',
      message: 'app wants lib "latest", which is not a version constraint.',
    })
  })
})

describe('two versions of one chart', () => {
  const two = [
    { alias: 'a', constraint: '1.x', locked: '1.2.0' },
    { alias: 'b', constraint: '2.x', locked: '2.0.0' },
  ]

  it.each<[string, readonly Wanted[], Content]>([
    ['locked', two, {}],
    ['locked, and vendored', two, { ...folder('lib', '1.2.0', 'one'), ...folder('lib', '2.0.0', 'two') }],
    ['of this repository', two.map(({ alias, locked }) => ({ alias, repository: 'file://../x', here: locked })), {}],
  ])('are refused in words about aliases: %s', async (_, wanted, content) => {
    expect(await failureOf(() => check(wanted, content))).toMatchObject({
      code: 'DEPENDENCY_VERSIONS',
      kind: 'chart',
      message: expect.stringMatching(/^app depends on two versions of lib: 1\.2\.0 as a, and 2\.0\.0 as b\. An alias /),
      at: { file: 'charts/app/Chart.yaml', line: 9 },
    })
  })

  it.each<[string, readonly Wanted[]]>([
    ['under two aliases', two.map(({ alias, constraint }) => ({ alias, constraint, repository: '' }))],
    ['undeclared', []],
  ])('may not stand in charts/ together: %s', async (_, wanted) => {
    const content = { ...folder('lib', '1.2.0', 'one'), 'charts/two.tgz': archive('lib', '2.0.0') }
    expect(await failureOf(() => check(wanted, content))).toMatchObject({
      code: 'DEPENDENCY_VERSIONS',
      message: expect.stringContaining(
        'app has two versions of lib in charts/: charts/app/charts/one (1.2.0) and charts/app/charts/two.tgz (2.0.0)',
      ),
    })
  })

  it('are refused when only what was fetched says which they are', async () => {
    const { dependencies } = declared('app', two, 'charts/app/Chart.yaml')
    const app = { name: 'app', dependencyFile: 'charts/app/Chart.yaml' }
    const placed = (versions: readonly string[], archives: readonly Uint8Array[]) =>
      dependencies.map((dependency, index) => ({
        dependency,
        version: versions[index] ?? '',
        archive: archives[index] ?? new Uint8Array(),
      }))
    const [one, other] = [archive('lib', '1.2.0'), archive('lib', '1.2.0', { 'values.yaml': 'x: 1' })]
    expect(await failureOf(() => archivesFor(app, placed(['1.2.0', '2.0.0'], [one, one])))).toMatchObject({
      code: 'DEPENDENCY_VERSIONS',
    })
    expect(await failureOf(() => archivesFor(app, placed(['1.2.0', '1.2.0'], [one, other])))).toMatchObject({
      code: 'DEPENDENCY_VERSIONS',
      message: expect.stringMatching(/^app depends on lib 1\.2\.0 from two places, whose contents differ\./),
    })
    const same = placed(['1.2.0', '1.2.0'], [one, archive('lib', '1.2.0')])
    expect([...archivesFor(app, same).keys()]).toEqual(['charts/lib-1.2.0.tgz'])
  })
})
