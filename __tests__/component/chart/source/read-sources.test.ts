import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readSources } from '../../../../src/chart/source/read-sources.ts'
import type { Sources } from '../../../../src/chart/source/source.ts'
import type { Git } from '../../../../src/ports/git.ts'
import { repositoriesPerTest } from '../../../support/git/repositories-per-test.ts'
import type { Files } from '../../../support/git/repository.ts'
import { gitIn, sourcesIn } from '../../../support/helm/packaging.ts'

const aRepositoryOf = repositoriesPerTest()

async function read(files: Files, folders: readonly string[], own: readonly string[] = []): Promise<Sources> {
  const repository = await aRepositoryOf(files)
  return sourcesIn(gitIn(repository.folder), folders, 'HEAD', own)
}

const chartYaml = (name: string, ...dependencies: readonly (readonly [string, string, string?])[]) =>
  [
    `apiVersion: v2\nname: ${name}\nversion: 1.0.0`,
    ...(dependencies.length > 0 ? ['dependencies:'] : []),
    ...dependencies.map(
      ([dependency, repository, version = '1.0.0']) =>
        `  - name: ${dependency}\n    version: ${version}\n    repository: ${repository}`,
    ),
    '',
  ].join('\n')

const problem = (sources: Sources, path: string) => {
  const { code, message, hint, at } = sources.problems.get(path) ?? {}
  return { code, message, hint, at }
}

describe('reading charts', () => {
  it('reads everything that planning needs of each', async () => {
    const { charts, problems } = await read(
      { 'a/Chart.yaml': chartYaml('a'), 'a/values.yaml': 'x: 1\n', 'b/c/Chart.yaml': chartYaml('c') },
      ['a', 'b/c'],
    )
    expect(problems.size).toBe(0)
    expect([...charts.keys()]).toEqual(['a', 'b/c'])
    expect(charts.get('a')).toMatchObject({
      path: 'a',
      manifest: { name: 'a', version: '1.0.0', file: 'a/Chart.yaml' },
      files: [{ path: 'Chart.yaml' }, { path: 'values.yaml' }],
      local: [],
    })
  })

  it('goes on after charts that can not be read, each with its own reason', async () => {
    const sources = await read(
      {
        'good/Chart.yaml': chartYaml('good'),
        'conflict/Chart.yaml': '<<<<<<< HEAD\nname: a\n=======\nname: b\n>>>>>>> x\n',
        'ignore/Chart.yaml': chartYaml('ignore'),
        'ignore/.helmignore': 'a\n**/x\n',
        'lock/Chart.yaml': chartYaml('lock', ['x', 'https://example.test']),
        'lock/Chart.lock': 'dependencies: 7\n',
      },
      ['good', 'conflict', 'ignore', 'lock', 'gone'],
    )
    expect([...sources.charts.keys()]).toEqual(['good'])
    expect(problem(sources, 'conflict')).toMatchObject({ code: 'CHART_CONFLICT_MARKERS', at: { line: 1 } })
    expect(problem(sources, 'ignore')).toMatchObject({
      code: 'IGNORE_INVALID',
      at: { file: 'ignore/.helmignore', line: 2 },
    })
    expect(problem(sources, 'lock')).toMatchObject({ code: 'LOCK_INVALID', at: { file: 'lock/Chart.lock' } })
    expect(problem(sources, 'gone')).toMatchObject({ code: 'CHART_YAML_MISSING', at: { file: 'gone/Chart.yaml' } })
  })

  it('stops at one chart where a file is absurdly large, and names it', async () => {
    const sources = await read(
      {
        'good/Chart.yaml': chartYaml('good'),
        'huge/Chart.yaml': `${chartYaml('huge')}# ${'x'.repeat(17 * 1024 * 1024)}\n`,
        'lib/Chart.yaml': chartYaml('lib', ['huge', 'file://../huge']),
      },
      ['good', 'huge', 'lib'],
    )
    expect([...sources.charts.keys()]).toEqual(['good'])
    expect(problem(sources, 'huge')).toMatchObject({
      code: 'CHART_FILE_TOO_LARGE',
      at: { file: 'huge/Chart.yaml' },
    })
    expect(problem(sources, 'lib')).toMatchObject({ code: 'DEPENDENCY_BROKEN' })
  })

  it('reads requirements.yaml and its lock for apiVersion v1, and not for v2', async () => {
    const files = {
      'requirements.yaml': 'dependencies:\n- name: x\n  version: 1.0.0\n  repository: https://example.test\n',
      'requirements.lock': `dependencies:\n- name: x\n  version: 1.0.0\n  repository: https://example.test\ndigest: sha256:${'a'.repeat(64)}\ngenerated: "2026-01-01T00:00:00Z"\n`,
    }
    const { charts } = await read(
      {
        'old/Chart.yaml': 'apiVersion: v1\nname: old\nversion: 1.0.0\n',
        'new/Chart.yaml': chartYaml('new'),
        ...Object.fromEntries(
          Object.entries(files).flatMap(([name, text]) => [
            [`old/${name}`, text],
            [`new/${name}`, text],
          ]),
        ),
      },
      ['old', 'new'],
    )
    expect(charts.get('old')).toMatchObject({
      dependencies: [{ name: 'x', line: 2 }],
      dependencyFile: { file: 'old/requirements.yaml' },
      lock: { file: 'old/requirements.lock', entries: [{ name: 'x' }] },
    })
    expect(charts.get('new')?.dependencies).toEqual([])
    expect(charts.get('new')?.lock).toBeUndefined()
  })

  it('asks git a few times, however many charts there are', async () => {
    const count = 60
    const files = Object.fromEntries(
      Array.from({ length: count }, (_, n) => [
        `c/${n}/Chart.yaml`,
        n % 3 === 0 ? chartYaml(`c${n}`) : chartYaml(`c${n}`, [`c${n - 1}`, `file://../${n - 1}`]),
      ]),
    )
    const repository = await aRepositoryOf(files)
    const real = gitIn(repository.folder)
    let calls = 0
    const counted = new Proxy(real, {
      get: (target, name) => {
        const member = Reflect.get(target, name) as (...args: unknown[]) => unknown
        return (...args: unknown[]) => {
          calls += 1
          return member(...args)
        }
      },
    }) as Git
    const head = await real.head()
    const all = await readSources(counted, head, (tree) => tree.paths.map((path) => path.replace('/Chart.yaml', '')))
    expect(all.charts.size).toBe(count)
    expect(calls).toBeLessThanOrEqual(4)
    calls = 0
    // Three levels of dependencies, one after the other.
    const some = await readSources(counted, head, ['c/2'])
    expect([...some.charts.keys()].sort()).toEqual(['c/0', 'c/1', 'c/2'])
    expect(calls).toBeLessThanOrEqual(5)
  })

  it('lays edits over the files of the commit', async () => {
    const repository = await aRepositoryOf({ 'a/Chart.yaml': chartYaml('a') })
    const git = gitIn(repository.folder)
    const overlay = new Map([['a/Chart.yaml', chartYaml('a').replace('1.0.0', '1.0.1')]])
    const { charts } = await readSources(git, await git.head(), ['a'], { overlay })
    expect(charts.get('a')?.manifest.version).toBe('1.0.1')
  })
})

describe('.helmignore', () => {
  it.each<[string, string, string, number]>([
    ['a rule for all YAML', '# no YAML\n*.yaml\n', 'Chart.yaml', 2],
    ['its name', 'Chart.yaml\n', 'Chart.yaml', 1],
    ['a rule that negates', 'docs/\n!README.md\n', 'Chart.yaml', 2],
    ['a rule for the charts in it', 'charts/*/Chart.yaml\n', 'charts/sub/Chart.yaml', 1],
  ])('may not leave out Chart.yaml, by %s', async (_, rules, file, line) => {
    const sources = await read(
      {
        'a/Chart.yaml': chartYaml('a'),
        'a/.helmignore': rules,
        'a/charts/sub/Chart.yaml': chartYaml('sub'),
        'a/charts/sub/README.md': '',
      },
      ['a'],
    )
    const { code, message, at } = problem(sources, 'a')
    expect({ code, at }).toEqual({ code: 'IGNORE_INVALID', at: { file: 'a/.helmignore', line } })
    expect(message).toContain(`a/.helmignore leaves out ${file} by the rule \`${rules.split('\n')[line - 1]}\``)
  })

  it.each([
    ['charts/\n', 1],
    ['ci/\n*.tgz\n', 2],
  ])('may not leave out all dependencies: %j', async (rules, line) => {
    const files = { 'a/Chart.yaml': chartYaml('a', ['b', 'file://../b']), 'b/Chart.yaml': chartYaml('b') }
    expect(problem(await read({ ...files, 'a/.helmignore': rules }, ['a']), 'a')).toMatchObject({
      code: 'IGNORE_INVALID',
      message: expect.stringContaining('so Helm does not find the dependencies'),
      at: { file: 'a/.helmignore', line },
    })
    const vendored = { 'a/charts/b/Chart.yaml': chartYaml('b') }
    const { problems } = await read({ ...files, ...vendored, 'a/.helmignore': '*.tgz\n' }, ['a'])
    expect(problems.size).toBe(0)
  })

  it('that leaves out what a chart is used by is known with its rule, and all else is not', async () => {
    const parts = { 'values.yaml': '', 'values.schema.json': '{}', 'crds/a.yaml': '', 'templates/a.yaml': '' }
    const files = Object.entries(parts).map(([path, text]) => [`a/${path}`, text] as const)
    const { charts } = await read(
      {
        'a/Chart.yaml': chartYaml('a'),
        'a/.helmignore': 'ci/\nvalues.*\ntemplates/*.yaml\n',
        'a/ci/x.yaml': '',
        ...Object.fromEntries(files),
      },
      ['a'],
    )
    expect(charts.get('a')?.leftOut).toEqual([
      expect.objectContaining({ path: 'values.yaml', text: 'values.*', line: 2 }),
      expect.objectContaining({ path: 'values.schema.json', text: 'values.*', line: 2 }),
      expect.objectContaining({ path: 'templates', text: 'templates/*.yaml', line: 3 }),
    ])
  })
})

describe('a file that planning reads, kept in LFS', () => {
  it.each(['Chart.yaml', '.helmignore'])('is refused as that, not as what its pointer says: %s', async (name) => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 7\n`
    const sources = await read({ 'a/Chart.yaml': chartYaml('a'), [`a/${name}`]: pointer }, ['a'])
    expect(problem(sources, 'a')).toMatchObject({ code: 'CHART_LFS_POINTER', at: { file: `a/${name}` } })
  })
})

describe('links among the files that planning reads', () => {
  it('are followed for .helmignore, as Helm does', async () => {
    const repository = await aRepositoryOf({
      helmignore: 'secret.txt\n',
      'a/Chart.yaml': chartYaml('a'),
      'a/secret.txt': 's',
    })
    await symlink('../helmignore', join(repository.folder, 'a/.helmignore'))
    await repository.commit('feat: link', {})
    const { charts } = await sourcesIn(gitIn(repository.folder), ['a'])
    expect(charts.get('a')?.files.map(({ path }) => path)).toEqual(['.helmignore', 'Chart.yaml'])
  })

  it.each(['Chart.yaml', 'Chart.lock'])('are refused for %s, which releases change', async (name) => {
    const repository = await aRepositoryOf({
      'real/Chart.yaml': chartYaml('a'),
      'real/Chart.lock': 'dependencies: []\ndigest: sha256:0\ngenerated: "2026-01-01T00:00:00Z"\n',
      'a/values.yaml': '',
      ...(name === 'Chart.lock' && { 'a/Chart.yaml': chartYaml('a') }),
    })
    await symlink(`../real/${name}`, join(repository.folder, 'a', name))
    await repository.commit('feat: link', {})
    const sources = await sourcesIn(gitIn(repository.folder), ['a'])
    expect(problem(sources, 'a')).toMatchObject({ code: 'CHART_LINK', at: { file: `a/${name}` } })
  })
})

describe('charts that depend on charts of the repository', () => {
  const three = {
    'app/Chart.yaml': chartYaml('app', ['lib', 'file://../lib/']),
    'lib/Chart.yaml': chartYaml('lib', ['core', 'file://./../core']),
    'core/Chart.yaml': chartYaml('core'),
  }

  it('bring them along, over any number of steps', async () => {
    const { charts } = await read(three, ['app'])
    expect([...charts.keys()].sort()).toEqual(['app', 'core', 'lib'])
    expect(charts.get('app')?.local).toMatchObject([{ index: 0, path: 'lib' }])
  })

  it('may have them inside: what is built apart is no file of the parent', async () => {
    const { charts } = await read(
      {
        'app/Chart.yaml': chartYaml('app', ['sub', 'file://charts/sub'], ['other', 'file://./charts/other']),
        'app/charts/sub/Chart.yaml': chartYaml('sub'),
        'app/charts/sub/values.yaml': '',
        'app/charts/other/Chart.yaml': chartYaml('other'),
        'app/charts/vendored/Chart.yaml': chartYaml('vendored'),
      },
      ['app'],
    )
    expect(charts.get('app')?.files.map(({ path }) => path)).toEqual(['Chart.yaml', 'charts/vendored/Chart.yaml'])
    expect(charts.get('app')?.local.map(({ path }) => path)).toEqual(['app/charts/sub', 'app/charts/other'])
  })

  it('may have them inside, elsewhere than in charts/: Helm packages those files, too', async () => {
    const { charts } = await read(
      {
        'app/Chart.yaml': chartYaml('app', ['sub', 'file://sub'], ['inner', 'file://charts/mid/charts/inner']),
        'app/sub/Chart.yaml': chartYaml('sub'),
        'app/sub/values.yaml': '',
        'app/charts/mid/Chart.yaml': chartYaml('mid'),
        'app/charts/mid/charts/inner/Chart.yaml': chartYaml('inner'),
      },
      ['app'],
    )
    expect(charts.get('app')?.files.map(({ path }) => path)).toEqual([
      'Chart.yaml',
      'charts/mid/Chart.yaml',
      'charts/mid/charts/inner/Chart.yaml',
      'sub/Chart.yaml',
      'sub/values.yaml',
    ])
  })

  it('are stopped by what is wrong with them, with the reason; nobody else is', async () => {
    const sources = await read(
      { ...three, 'core/Chart.yaml': 'apiVersion: v2\nname: core\nversion: one\n', 'db/Chart.yaml': chartYaml('db') },
      ['app', 'lib', 'core', 'db'],
    )
    expect([...sources.charts.keys()]).toEqual(['db'])
    expect(problem(sources, 'core')).toMatchObject({ code: 'CHART_VERSION_INVALID' })
    for (const [path, dependency] of [
      ['lib', 'core'],
      ['app', 'lib'],
    ] as const) {
      const { code, message, at } = problem(sources, path)
      expect({ code, at }).toEqual({ code: 'DEPENDENCY_BROKEN', at: { file: `${path}/Chart.yaml`, line: 5 } })
      expect(message).toContain(dependency)
      expect(message).toContain('"one"')
    }
  })

  it.each([
    [
      'two',
      { 'a/Chart.yaml': chartYaml('a', ['b', 'file://../b']), 'b/Chart.yaml': chartYaml('b', ['a', 'file://../a']) },
    ],
    ['one', { 'a/Chart.yaml': chartYaml('a', ['a', 'file://.']) }],
  ])('may not go round in a circle of %s', async (_, files) => {
    const sources = await read(
      { ...files, 'c/Chart.yaml': chartYaml('c'), 'd/Chart.yaml': chartYaml('d', ['a', 'file://../a']) },
      ['a', 'c', 'd'],
    )
    expect([...sources.charts.keys()]).toEqual(['c'])
    for (const path of Object.keys(files).map((file) => file[0] ?? '')) {
      expect(problem(sources, path)).toMatchObject({
        code: 'DEPENDENCY_CYCLE',
        message: expect.stringMatching(new RegExp(`: ${path} -> (\\w -> )?${path}\\.$`)),
        at: { file: `${path}/Chart.yaml` },
      })
    }
    expect(problem(sources, 'd')).toMatchObject({
      code: 'DEPENDENCY_BROKEN',
      message: expect.stringContaining('in a circle'),
    })
  })
})

describe('a file:// dependency', () => {
  const missing = async (repository: string) =>
    problem(await read({ 'charts/app/Chart.yaml': chartYaml('app', ['x', repository]) }, ['charts/app']), 'charts/app')

  it.each(['file://../../outside', 'file://../../../x', 'file:///etc', 'file:///', 'file://..//../../x'])(
    'may not lead out of the repository: %s',
    async (repository) => {
      const { code, at, message } = await missing(repository)
      expect({ code, at }).toEqual({
        code: repository === 'file://../../outside' ? 'DEPENDENCY_MISSING' : 'DEPENDENCY_OUTSIDE',
        at: { file: 'charts/app/Chart.yaml', line: 5 },
      })
      expect(message).toContain(repository)
    },
  )

  it('must lead to a chart', async () => {
    const { code, message, at, hint } = await missing('file://../nowhere')
    expect({ code, at }).toEqual({ code: 'DEPENDENCY_MISSING', at: { file: 'charts/app/Chart.yaml', line: 5 } })
    expect(message).toBe('file://../nowhere leads to charts/nowhere, which holds no Chart.yaml.')
    expect(hint).toContain('Commit the chart there')
  })

  it('is named at its line of requirements.yaml, too', async () => {
    const sources = await read(
      {
        'old/Chart.yaml': 'apiVersion: v1\nname: old\nversion: 1.0.0\n',
        'old/requirements.yaml': '# needs\ndependencies:\n- name: x\n  version: 1.0.0\n  repository: file://../gone\n',
      },
      ['old'],
    )
    expect(problem(sources, 'old')).toMatchObject({
      code: 'DEPENDENCY_MISSING',
      at: { file: 'old/requirements.yaml', line: 3 },
    })
  })
})

describe('a dependency on what this run publishes', () => {
  const own = ['oci://ghcr.io/acme/charts']
  const app = (version: string, repository = 'oci://ghcr.io/acme/charts') => ({
    'app/Chart.yaml': chartYaml('app', ['lib', repository, version]),
    'lib/Chart.yaml': chartYaml('lib'),
  })

  it('comes from the repository where it holds just that version', async () => {
    const { charts } = await read(app('1.0.0'), ['app', 'lib'], own)
    expect(charts.get('app')?.local).toMatchObject([{ path: 'lib' }])
    const slash = await read(app('1.0.0', 'oci://ghcr.io/acme/charts/'), ['app', 'lib'], own)
    expect(slash.charts.get('app')?.local).toMatchObject([{ path: 'lib' }])
  })

  it('is no chart of the repository that is published elsewhere', async () => {
    const { folder } = await aRepositoryOf(app('1.0.0'))
    const git = gitIn(folder)
    const asked: unknown[] = []
    const holds = (chart: { readonly name: string; readonly path: string }) => asked.push(chart) === 0
    const elsewhere = { ownRepositories: own.map((address) => ({ address, holds })) }
    const { charts } = await readSources(git, await git.head(), ['app', 'lib'], elsewhere)
    expect(charts.get('app')?.local).toEqual([])
    expect(asked[0]).toEqual({ name: 'lib', path: 'lib' })
  })

  it('comes from the registry where the repository has moved on, or belongs to others', async () => {
    for (const files of [app('0.9.0'), app('1.0.0', 'oci://ghcr.io/other/charts')]) {
      const { charts } = await read(files, ['app', 'lib'], own)
      expect(charts.get('app')?.local).toEqual([])
    }
  })

  it('has no part in the fingerprint, here or in the registry: the locked version says it all', async () => {
    const moved = await read(
      { ...app('1.0.0'), 'lib/Chart.yaml': chartYaml('lib').replace('1.0.0', '2.0.0') },
      ['app', 'lib'],
      own,
    )
    const here = await read(app('1.0.0'), ['app', 'lib'], own)
    expect(moved.charts.get('app')?.local).toEqual([])
    expect(moved.charts.get('app')?.fingerprint).toBe(here.charts.get('app')?.fingerprint)
    const one = await read(app('1.0.0'), ['app', 'lib'], own)
    const changed = await read({ ...app('1.0.0'), 'lib/values.yaml': 'x: 1\n' }, ['app', 'lib'], own)
    expect(changed.charts.get('app')?.fingerprint).toBe(one.charts.get('app')?.fingerprint)
    expect(changed.charts.get('lib')?.fingerprint).not.toBe(one.charts.get('lib')?.fingerprint)
  })

  it('does not keep a chart from being read that pins it by address, if it can’t be read itself', async () => {
    const broken = chartYaml('lib', ['gone', 'file://../gone', '1.0.0'])
    const sources = await read({ ...app('1.0.0'), 'lib/Chart.yaml': broken }, ['app', 'lib'], own)
    const here = await read(app('1.0.0'), ['app', 'lib'], own)
    expect([...sources.problems.keys()]).toEqual(['lib'])
    expect(sources.charts.get('app')?.local).toEqual([])
    expect(sources.charts.get('app')?.fingerprint).toBe(here.charts.get('app')?.fingerprint)
  })

  it('is refused in a circle, each chart once', async () => {
    const [address] = own
    const files = {
      'app/Chart.yaml': chartYaml('app', ['lib', address ?? '', '1.0.0']),
      'lib/Chart.yaml': chartYaml('lib', ['app', address ?? '', '1.0.0']),
    }
    const sources = await read(files, ['app', 'lib'], own)
    expect([...sources.problems.values()].map(({ code }) => code)).toEqual(['DEPENDENCY_CYCLE', 'DEPENDENCY_CYCLE'])
    expect([...sources.charts.keys()]).toEqual([])
  })
})
