import { describe, expect, it } from '@jest/globals'
import { readArchive } from '../../../../src/chart/archive/archive.ts'
import { type BuildContext, buildCharts } from '../../../../src/chart/package/build.ts'
import { readSources } from '../../../../src/chart/source/read-sources.ts'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { createFiles } from '../../../../src/platform/files/files.ts'
import type { Helm } from '../../../../src/ports/helm.ts'
import { repositoriesPerTest } from '../../../support/git/repositories-per-test.ts'
import type { Files, TestRepository } from '../../../support/git/repository.ts'
import { gitIn, helmOf, pack, textsIn } from '../../../support/helm/packaging.ts'

const aRepositoryOf = repositoriesPerTest()

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n'
const chart = (name: string, ...below: readonly string[]): Files => ({
  [`c/${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${below.length > 0 ? 'dependencies:\n' : ''}${below
    .map((to) => `  - name: ${to}\n    version: 1.0.0\n    repository: file://../${to}\n`)
    .join('')}`,
  [`c/${name}/templates/${name}.yaml`]: CONFIG_MAP,
})

const noFetch = () => Promise.reject(new Error('nothing comes from elsewhere here'))

/** Helm with a list of what it was asked to do. */
function counted(helm: Helm) {
  const asked: string[] = []
  const base = (folder: string) => folder.split('/').at(-1)
  return {
    asked,
    helm: {
      ...helm,
      package: (folders: readonly string[]) => {
        asked.push(folders.map(base).join())
        return helm.package(folders)
      },
    },
  }
}

async function build(repository: TestRepository, paths: readonly string[], context: Partial<BuildContext> = {}) {
  const git = gitIn(repository.folder)
  const sources = await readSources(git, await git.head(), paths)
  const requests = paths.map((path) => ({ path, sources, overlay: new Map<string, string>() }))
  const built = await buildCharts(requests, {
    git,
    files: createFiles(`${repository.root}/temp`),
    helm: await helmOf(4),
    fetch: noFetch,
    warn: () => {},
    dependencies: { schemes: [], privateHosts: [] },
    settingsOf: () => ({}),
    built: new Map(),
    resolved: new WeakMap(),
    ...context,
  })
  return new Map([...built].map(([request, archive]) => [request.path, archive]))
}

const codes = (built: ReadonlyMap<string, Uint8Array | ReleaseError>) =>
  Object.fromEntries([...built].map(([path, one]) => [path, one instanceof ReleaseError ? one.code : 'built']))

describe('building charts', () => {
  it('goes level by level, with what the asked charts depend on', async () => {
    const repository = await aRepositoryOf({
      ...chart('app', 'lib'),
      ...chart('lib', 'core'),
      ...chart('core'),
      ...chart('db'),
    })
    const { asked, helm } = counted(await helmOf(4))
    const built = await build(repository, ['c/app', 'c/db'], { helm })
    expect(codes(built)).toEqual({ 'c/app': 'built', 'c/db': 'built' })
    expect(asked).toEqual(['core,db', 'lib', 'app'])
    const paths = readArchive(built.get('c/app') as Uint8Array).map(({ path }) => path)
    expect(paths).toContain('charts/lib/charts/core/templates/core.yaml')
  })

  it('lets a chart that fails stop those that hold it, each with the reason, and nobody else', async () => {
    const repository = await aRepositoryOf({
      ...chart('app', 'lib'),
      ...chart('lib', 'core'),
      ...chart('core'),
      ...chart('db'),
      'c/core/values.yaml': 'a: [\n',
    })
    const built = await build(repository, ['c/app', 'c/lib', 'c/core', 'c/db'])
    expect(codes(built)).toEqual({
      'c/app': 'DEPENDENCY_STOPPED',
      'c/lib': 'DEPENDENCY_STOPPED',
      'c/core': 'CHART_PACKAGE_FAILED',
      'c/db': 'built',
    })
    const why = built.get('c/app')
    expect(why).toMatchObject({ at: { file: 'c/app/Chart.yaml', line: 5 } })
    expect((why as ReleaseError).message).toMatch(
      /^app waits for c\/lib, which failed: lib waits for c\/core, which failed: helm package/,
    )
  })

  it('tells what Helm found in words of the repository', async () => {
    const repository = await aRepositoryOf({ ...chart('app'), 'c/app/values.yaml': 'a: [\n' })
    const error = (await build(repository, ['c/app'])).get('c/app') as ReleaseError
    expect(error).toMatchObject({ code: 'CHART_PACKAGE_FAILED', kind: 'chart', at: { file: 'c/app/values.yaml' } })
    expect(error.message).toContain('values.yaml')
    expect(error.message).not.toContain('release-charts-export')
  })

  it('takes library charts, charts without templates and charts with nothing but a name', async () => {
    const built = await build(
      await aRepositoryOf({
        'c/library/Chart.yaml': 'apiVersion: v2\nname: library\nversion: 1.0.0\ntype: library\n',
        'c/library/templates/_x.tpl': '{{/* x */}}\n',
        'c/bare/Chart.yaml': 'apiVersion: v2\nname: bare\nversion: 1.0.0\n',
        'c/old/Chart.yaml': 'apiVersion: v1\nname: old\nversion: 1.0.0\n',
        'c/values/Chart.yaml': 'apiVersion: v2\nname: values\nversion: 1.0.0\n',
        'c/values/values.yaml': '',
      }),
      ['c/library', 'c/bare', 'c/old', 'c/values'],
    )
    expect(Object.values(codes(built))).toEqual(['built', 'built', 'built', 'built'])
  })

  it('keeps charts of one name in different folders apart', async () => {
    const sub = (parent: string): Files => ({
      [`c/${parent}/Chart.yaml`]: `apiVersion: v2\nname: ${parent}\nversion: 1.0.0\ndependencies:\n  - name: sub\n    version: 0.1.0\n    repository: file://charts/sub\n`,
      [`c/${parent}/charts/sub/Chart.yaml`]: 'apiVersion: v2\nname: sub\nversion: 0.1.0\n',
      [`c/${parent}/charts/sub/values.yaml`]: `of: ${parent}\n`,
    })
    const repository = await aRepositoryOf({ ...sub('one'), ...sub('two') })
    const packages = await pack(repository.folder, ['c/one', 'c/two'])
    for (const name of ['one', 'two']) {
      const packaged = packages.get(`c/${name}`)
      if (!packaged || packaged instanceof ReleaseError) throw packaged ?? new Error(name)
      expect(textsIn(packaged)['charts/sub/values.yaml']).toBe(`of: ${name}\n`)
    }
  })

  it('packs a dependency once that is there under two names', async () => {
    const repository = await aRepositoryOf({
      ...chart('lib'),
      'c/app/Chart.yaml':
        'apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n  - name: lib\n    version: 1.0.0\n    repository: file://../lib\n    alias: first\n  - name: lib\n    version: 1.0.0\n    repository: file://../lib\n    alias: second\n',
    })
    const built = await build(repository, ['c/app'])
    const paths = readArchive(built.get('c/app') as Uint8Array).map(({ path }) => path)
    expect(paths.filter((path) => path.startsWith('charts/'))).toEqual([
      'charts/lib/Chart.yaml',
      'charts/lib/templates/lib.yaml',
    ])
  })

  it('lays edits over what it exports', async () => {
    const repository = await aRepositoryOf({ ...chart('app', 'lib'), ...chart('lib') })
    const git = gitIn(repository.folder)
    const text = (name: string) => String(chart(name, ...(name === 'app' ? ['lib'] : []))[`c/${name}/Chart.yaml`])
    const overlay = new Map([
      ['c/lib/Chart.yaml', text('lib').replace('1.0.0', '1.0.1')],
      ['c/app/Chart.yaml', text('app').replaceAll('1.0.0', '1.0.1')],
    ])
    const sources = await readSources(git, await git.head(), ['c/app'], { overlay })
    const context = {
      git,
      files: createFiles(`${repository.root}/temp`),
      helm: await helmOf(4),
      fetch: noFetch,
      warn: () => {},
      dependencies: { schemes: [], privateHosts: [] },
      settingsOf: () => ({}),
      built: new Map(),
      resolved: new WeakMap(),
    }
    const [archive] = (await buildCharts([{ path: 'c/app', sources, overlay }], context)).values()
    const files = readArchive(archive as Uint8Array)
    const versionOf = (path: string) =>
      /version: (.*)/.exec(Buffer.from(files.find((file) => file.path === path)?.content ?? []).toString())?.[1]
    expect([versionOf('Chart.yaml'), versionOf('charts/lib/Chart.yaml')]).toEqual(['1.0.1', '1.0.1'])
    // The commit itself is as it was.
    expect(await repository.git('status', '--porcelain')).toBe('')
  })

  it('does not build again what it has built', async () => {
    const repository = await aRepositoryOf({ ...chart('app', 'lib'), ...chart('lib') })
    const cache = new Map<string, Uint8Array>()
    const { asked, helm } = counted(await helmOf(4))
    const first = await build(repository, ['c/app', 'c/lib'], { helm, built: cache })
    const calls = asked.length
    const second = await build(repository, ['c/app', 'c/lib'], { helm, built: cache })
    expect(asked.slice(calls).filter((call) => call !== '')).toEqual([])
    expect(second).toEqual(first)
    await repository.commit('fix: lib', { 'c/lib/values.yaml': 'x: 1\n' })
    const third = await build(repository, ['c/app', 'c/lib'], { helm, built: cache })
    expect(Buffer.compare(third.get('c/app') as Uint8Array, first.get('c/app') as Uint8Array)).not.toBe(0)
  })
})
