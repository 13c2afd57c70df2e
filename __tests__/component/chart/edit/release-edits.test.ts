import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type ChartEdits, releaseEdits } from '../../../../src/chart/edit/release-edits.ts'
import { readChartYaml, readLock, readRequirements } from '../../../../src/chart/manifest/chart-yaml.ts'
import { lockDigest } from '../../../../src/chart/manifest/lock.ts'
import type { ChartSource } from '../../../../src/chart/source/source.ts'
import { helmPath } from '../../../support/helm/helm.ts'
import { runProgram } from '../../../support/process/run-program.ts'

type Texts = Readonly<Record<string, string>>

/** Charts as they are read from these files; a `file://../x` dependency is the chart in `c/x`. */
function chartsOf(texts: Texts): ReadonlyMap<string, ChartSource> {
  const manifests = Object.entries(texts).filter(([path]) => path.endsWith('/Chart.yaml'))
  return new Map(
    manifests.map(([file, text]) => {
      const path = dirname(file)
      const manifest = readChartYaml(text, file)
      const old = manifest.apiVersion === 'v1' ? texts[`${path}/requirements.yaml`] : undefined
      const dependencyFile = old === undefined ? { file, text } : { file: `${path}/requirements.yaml`, text: old }
      const dependencies = old === undefined ? manifest.dependencies : readRequirements(old, dependencyFile.file)
      const lockFile = `${path}/${old === undefined ? 'Chart' : 'requirements'}.lock`
      const lock = texts[lockFile] === undefined ? {} : { lock: readLock(texts[lockFile], lockFile) }
      const local = dependencies.flatMap((dependency, index) => {
        const to = /^file:\/\/\.\.\/(.*)$/.exec(dependency.repository)?.[1]
        return to === undefined ? [] : [{ index, dependency, path: `c/${to}` }]
      })
      return [path, { path, manifest, dependencies, dependencyFile, local, files: [], fingerprint: '', ...lock }]
    }),
  )
}

interface Wanted {
  readonly name: string
  readonly constraint?: string
  readonly repository?: string
  readonly locked?: string
  readonly alias?: string
}

const besides = (name: string) => `file://../${name}`

/** Dependencies as a person writes them. */
const written = (wanted: readonly Wanted[]) =>
  wanted
    .map(
      ({ name, constraint, repository = besides(name), alias }) =>
        `  - name: ${name} # why\n${constraint === undefined ? '' : `    version: ${constraint}  # keep\n`}    repository: "${repository}"\n${alias ? `    alias: ${alias}\n` : ''}`,
    )
    .join('')

function lockFor(text: string, wanted: readonly Wanted[], old = false): string {
  const entries = wanted.map(({ name, repository = besides(name), locked = '1.0.0' }) => ({
    name,
    repository,
    version: locked,
  }))
  const dependencies = old
    ? readRequirements(text, 'requirements.yaml')
    : readChartYaml(text, 'Chart.yaml').dependencies
  const lines = entries.map(
    ({ name, repository, version }) => `- name: ${name}\n  repository: ${repository}\n  version: ${version}\n`,
  )
  return `dependencies:\n${lines.join('')}digest: ${lockDigest(dependencies, entries)}\ngenerated: "2026-01-01T00:00:00Z"\n`
}

const head = (name: string, version = '1.0.0') =>
  `# ${name}\napiVersion: v2\nname: ${name}\nversion: ${version}\nappVersion: "7"\n`

function app(wanted: readonly Wanted[]): Texts {
  const text = `${head('app')}dependencies:\n${written(wanted)}`
  return { 'c/app/Chart.yaml': text, 'c/app/Chart.lock': lockFor(text, wanted), 'c/lib/Chart.yaml': head('lib') }
}

const edit = (texts: Texts, edits: Readonly<Record<string, ChartEdits>>) =>
  releaseEdits(chartsOf(texts), new Map(Object.entries(edits).map(([name, one]) => [`c/${name}`, one])))

/** Lines that differ, as `before → after`. */
function changedLines(before: string, after: string): readonly string[] {
  const [one, other] = [before.split('\n'), after.split('\n')]
  expect(other).toHaveLength(one.length)
  return one.flatMap((line, index) => (line === other[index] ? [] : [`${line} → ${other[index]}`]))
}

describe('the edits of a release', () => {
  it('move version and appVersion, one scalar each, and nothing else', () => {
    const { files } = edit(app([{ name: 'lib', constraint: '1.0.0' }]), { app: { version: '1.0.1', appVersion: '8' } })
    expect([...files.keys()]).toEqual(['c/app/Chart.yaml'])
    const before = app([{ name: 'lib', constraint: '1.0.0' }])['c/app/Chart.yaml'] ?? ''
    expect(changedLines(before, files.get('c/app/Chart.yaml') ?? '')).toEqual([
      'version: 1.0.0 → version: 1.0.1',
      'appVersion: "7" → appVersion: "8"',
    ])
  })

  it('are none where nothing moves', () => {
    const { files, problems } = edit(app([{ name: 'lib', constraint: '1.0.0' }]), {
      app: { version: '1.0.0', appVersion: '7' },
      lib: {},
    })
    expect([...files.keys(), ...problems.keys()]).toEqual([])
  })

  it.each([
    ['1.0.0', '1.0.1', '1.0.1'],
    ['=1.0.0', '1.0.1', '"=1.0.1"'],
    ['"1.0.0"', '1.0.1', '"1.0.1"'],
    ["'1.0.0'", '1.0.1', "'1.0.1'"],
    ['v1.0.0', '1.0.1', 'v1.0.1'],
    ['^1.0.0', '2.0.0', '^2.0.0'],
    ['~1.0.0', '1.1.0', '~1.1.0'],
    ['~1.0', '1.1.0', '~1.1'],
    ['">=1.0.0 <2.0.0"', '2.0.0', '">=1.0.0 <3.0.0"'],
    ['">= 1.0.0, < 2.0.0"', '2.0.0', '">= 1.0.0, < 3.0.0"'],
    ['1.0.0 - 1.9.9', '2.0.0', '"1.0.0 - 2.0.0"'],
    ['1.0.x', '1.1.0', '1.1.x'],
    ['1.x.x', '2.0.0', '2.x.x'],
    ['^1.0.0', '2.0.0-rc.1', '^2.0.0-rc.1'],
  ])('turn the constraint %s into what allows %s: %s', (before, version, after) => {
    const texts = app([{ name: 'lib', constraint: before }])
    const { files, problems } = edit(texts, { lib: { version } })
    expect(problems.size).toBe(0)
    expect(changedLines(texts['c/app/Chart.yaml'] ?? '', files.get('c/app/Chart.yaml') ?? '')).toEqual([
      `    version: ${before}  # keep →     version: ${after}  # keep`,
    ])
    const lock = changedLines(texts['c/app/Chart.lock'] ?? '', files.get('c/app/Chart.lock') ?? '')
    expect(lock[0]).toBe(`  version: 1.0.0 →   version: ${version}`)
    expect(lock).toHaveLength(2)
  })

  it.each(['^1.0.0', '~1.0.0', '1.x', '">=0.9.0"', '"*"', '1.0.0 || 1.0.1', undefined])(
    'leave the constraint %s, which allows it, and move the lock',
    (constraint) => {
      const texts = app([{ name: 'lib', ...(constraint && { constraint }) }])
      const { files } = edit(texts, { lib: { version: '1.0.1' } })
      expect(files.has('c/app/Chart.yaml')).toBe(false)
      // Helm can't lock what asks for no version, so there is nothing to be right about.
      if (constraint === undefined) return
      const [entry, digest, ...more] = changedLines(
        texts['c/app/Chart.lock'] ?? '',
        files.get('c/app/Chart.lock') ?? '',
      )
      expect(entry).toBe('  version: 1.0.0 →   version: 1.0.1')
      expect(digest).toMatch(/^digest: sha256:\w{64} → digest: sha256:\w{64}$/)
      expect(more).toEqual([])
    },
  )

  it('go through every chart that depends on what moves, over several levels', () => {
    const text = (name: string, below: string) =>
      `${head(name)}dependencies:\n${written([{ name: below, constraint: '1.0.0' }])}`
    const texts = { 'c/a/Chart.yaml': text('a', 'b'), 'c/b/Chart.yaml': text('b', 'd'), 'c/d/Chart.yaml': head('d') }
    const { files } = edit(texts, { d: { version: '1.0.1' }, b: { version: '1.0.1' }, a: { version: '1.0.1' } })
    const changes = Object.entries(texts).map(([path, before]) => changedLines(before, files.get(path) ?? '').length)
    expect(changes).toEqual([2, 2, 1])
  })

  it('bring along what is bumped where a dependency was raised by hand, and nobody else', () => {
    const texts: Texts = { ...app([{ name: 'lib', constraint: '1.0.0' }]), 'c/lib/Chart.yaml': head('lib', '2.0.0') }
    const raised = { lib: { version: '2.0.0' } }
    expect([...edit(texts, raised).files.keys()]).toEqual([])
    // Its author raised it, too, and looks after it.
    expect([...edit(texts, { ...raised, app: { version: '1.0.0' } }).files.keys()]).toEqual([])
    const { files } = edit(texts, { ...raised, app: { version: '1.0.1' } })
    expect([...files.keys()].toSorted()).toEqual(['c/app/Chart.lock', 'c/app/Chart.yaml'])
    expect(changedLines(texts['c/app/Chart.yaml'] ?? '', files.get('c/app/Chart.yaml') ?? '')).toEqual([
      'version: 1.0.0 → version: 1.0.1',
      '    version: 1.0.0  # keep →     version: 2.0.0  # keep',
    ])
  })

  it('meet an alias twice, and leave a foreign chart of the same name alone', () => {
    const wanted = [
      { name: 'lib', constraint: '1.0.0', alias: 'one' },
      { name: 'lib', constraint: '1.0.0', repository: 'https://example.test', alias: 'foreign', locked: '1.0.0' },
      { name: 'lib', constraint: '^1.0.0', alias: 'two' },
    ]
    const texts = app(wanted)
    const { files } = edit(texts, { lib: { version: '1.0.1' } })
    expect(changedLines(texts['c/app/Chart.yaml'] ?? '', files.get('c/app/Chart.yaml') ?? '')).toEqual([
      '    version: 1.0.0  # keep →     version: 1.0.1  # keep',
    ])
    const lock = readLock(files.get('c/app/Chart.lock') ?? '', 'Chart.lock')
    expect(lock.entries.map(({ repository, version }) => `${version} ${repository}`)).toEqual([
      '1.0.1 file://../lib',
      '1.0.0 https://example.test',
      '1.0.1 file://../lib',
    ])
  })

  it('go to requirements.yaml and its lock for apiVersion v1, with CRLF as it is', () => {
    const requirements = `dependencies:\n${written([{ name: 'lib', constraint: '1.0.0' }])}`.replaceAll('\n', '\r\n')
    const texts = {
      'c/old/Chart.yaml': 'apiVersion: v1\r\nname: old\r\nversion: 1.0.0\r\n',
      'c/old/requirements.yaml': requirements,
      'c/old/requirements.lock': lockFor(requirements, [{ name: 'lib' }], true).replaceAll('\n', '\r\n'),
      'c/lib/Chart.yaml': head('lib'),
    }
    const { files } = edit(texts, { lib: { version: '1.0.1' }, old: { version: '1.0.1' } })
    expect([...files.keys()].sort()).toEqual(
      ['c/lib/Chart.yaml', ...Object.keys(texts).filter((path) => path !== 'c/lib/Chart.yaml')].sort(),
    )
    for (const [path, text] of files) {
      const before = texts[path as keyof typeof texts]
      expect(changedLines(before, text)).toHaveLength(path.endsWith('.lock') ? 2 : 1)
      expect(text.includes('\r')).toBe(before.includes('\r'))
    }
  })
})

describe('a chart that can not be edited', () => {
  it('stays whole as it is, with the reason, and the others are edited', () => {
    const odd = 'apiVersion: v2\nname: odd\nversion: >-\n  1.0.0\n'
    const { files, problems } = edit(
      { 'c/odd/Chart.yaml': odd, 'c/lib/Chart.yaml': head('lib') },
      { odd: { version: '1.0.1' }, lib: { version: '1.0.1' } },
    )
    expect([...files.keys()]).toEqual(['c/lib/Chart.yaml'])
    expect(problems.get('c/odd')).toMatchObject({
      code: 'CHART_EDIT_REFUSED',
      at: { file: 'c/odd/Chart.yaml', line: 3 },
    })
  })

  it('is no problem of a run that does not release it', () => {
    const text = `${head('app')}dependencies:\n  - name: lib\n    version: >-\n      1.0.0\n    repository: file://../lib\n`
    const { files, problems } = edit(
      { 'c/app/Chart.yaml': text, 'c/lib/Chart.yaml': head('lib') },
      { lib: { version: '2.0.0' } },
    )
    expect([...files.keys()]).toEqual(['c/lib/Chart.yaml'])
    expect(problems.size).toBe(0)
  })

  it.each([
    ['a constraint that is none', { name: 'lib', constraint: 'latest' }, undefined],
    ['a lock that was out of step before', { name: 'lib', constraint: '^1.0.0' }, /digest: .*/],
  ])('keeps %s, so that it is told', (_, wanted, break_) => {
    const whole = app([{ ...wanted, constraint: wanted.constraint }])
    const lock = (whole['c/app/Chart.lock'] ?? '').replace(
      break_ ?? '',
      break_ ? `digest: sha256:${'0'.repeat(64)}` : '',
    )
    const { files } = edit(
      { ...whole, 'c/app/Chart.lock': lock },
      { lib: { version: '1.0.1' }, app: { version: '1.0.1' } },
    )
    expect([...files.keys()].sort()).toEqual(['c/app/Chart.yaml', 'c/lib/Chart.yaml'])
    expect(changedLines(whole['c/app/Chart.yaml'] ?? '', files.get('c/app/Chart.yaml') ?? '')).toEqual([
      'version: 1.0.0 → version: 1.0.1',
    ])
  })
})

describe('edited locks', () => {
  let root: string
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'locks-'))
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  it.each([3, 4] as const)('are right by `helm dependency build` of Helm %s', async (major) => {
    const requirements = `dependencies:\n${written([{ name: 'lib', constraint: '~1.0.0' }])}`
    const texts: Texts = {
      ...app([
        { name: 'lib', constraint: '1.0.0', alias: 'one' },
        { name: 'more', constraint: '">=1.0.0, <2.0.0"' },
      ]),
      'c/more/Chart.yaml': head('more'),
      'c/old/Chart.yaml': 'apiVersion: v1\nname: old\nversion: 1.0.0\n',
      'c/old/requirements.yaml': requirements,
      'c/old/requirements.lock': lockFor(requirements, [{ name: 'lib' }], true),
    }
    const { files } = edit(texts, { lib: { version: '1.1.0' }, more: { version: '2.0.0' }, app: { version: '1.0.1' } })
    const folder = join(root, `${major}`)
    for (const [path, text] of Object.entries({ ...texts, ...Object.fromEntries(files) })) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    const helm = await helmPath(major)
    const build = (chart: string) =>
      runProgram(helm, ['dependency', 'build', join(folder, 'c', chart)], {
        env: { HOME: root, PATH: '/usr/bin:/bin' },
      })
    for (const chart of ['app', 'old']) expect((await build(chart)).stdout).toContain('Deleting outdated charts')
    // The same check refuses a lock that is wrong.
    await writeFile(join(folder, 'c/app/Chart.lock'), texts['c/app/Chart.lock'] ?? '')
    await expect(build('app')).rejects.toThrow(/out of sync/)
  })
})

describe('any charts', () => {
  const version = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)).map((parts) => parts.join('.'))
  const constraint = fc.oneof(
    version,
    version.map((text) => `^${text}`),
    version.map((text) => `~${text}`),
    version.map((text) => `">=${text} <4.0.0"`),
    version.map((text) => `'${text}'`),
  )
  const eol = fc.constantFrom('\n', '\r\n')
  const extra = fc.constantFrom(
    '',
    '# comment\n',
    'home: https://example.test # home\n',
    'keywords: [a, b]\n',
    'x: {version: 1}\n',
  )

  it('change in the lines that are meant, and in no other byte', () => {
    fc.assert(
      fc.property(version, version, constraint, eol, extra, fc.boolean(), (from, to, range, end, more, locked) => {
        const wanted = [{ name: 'lib', constraint: range, locked: from }]
        const text = `${head('app')}${more}dependencies:\n${written(wanted)}${more === '# comment\n' ? more : ''}`
        const texts: Texts = {
          'c/app/Chart.yaml': text.replaceAll('\n', end),
          'c/lib/Chart.yaml': `${more}${head('lib', from)}`.replaceAll('\n', end),
          ...(locked && { 'c/app/Chart.lock': lockFor(text, wanted).replaceAll('\n', end) }),
        }
        const { files, problems } = edit(texts, { lib: { version: to }, app: { version: '9.9.9' } })
        expect(problems.size).toBe(0)
        for (const [path, after] of files) {
          const changed = changedLines(texts[path] ?? '', after)
          for (const line of changed) expect(line).toMatch(/^\s*(version|digest): [^→]* → \s*(version|digest): /)
          expect(changed.length).toBeLessThanOrEqual(2)
          expect(after.split('\r').length).toBe((texts[path] ?? '').split('\r').length)
        }
        const all = { ...texts, ...Object.fromEntries(files) }
        const charts = chartsOf(all)
        expect(charts.get('c/lib')?.manifest.version).toBe(to)
        expect(charts.get('c/app')?.manifest.version).toBe('9.9.9')
      }),
      { numRuns: 300 },
    )
  })
})
