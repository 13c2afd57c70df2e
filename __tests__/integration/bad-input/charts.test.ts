import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { PlanProblem } from '../../../src/model/plan.ts'
import { publishedVersion } from '../../support/charts/published.ts'
import { aChart, threeCharts } from '../../support/charts/three-charts.ts'
import type { Files } from '../../support/git/repository.ts'
import type { WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { commandsIn } from '../../support/values/runner-commands.ts'

const chartYaml = (name: string, more = '') => `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${more}`
const dependencyOn = (repository: string, version = '1.0.0') =>
  `dependencies:\n  - name: x\n    version: ${version}\n    repository: ${repository}\n`

/** By folder below charts/: the Chart.yaml that is wrong. */
const badCharts: Readonly<Record<string, string>> = {
  conflict: '<<<<<<< HEAD\nname: a\n=======\nname: b\n>>>>>>> theirs\n',
  'no-version': 'apiVersion: v2\nname: no-version\nBumpversion: 1.0.0\n',
  'not-semver': chartYaml('not-semver').replace('1.0.0', '1.0.x'),
  'zero-version': chartYaml('zero-version').replace('1.0.0', '0.46.00'),
  uppercase: chartYaml('UpperCase'),
  'not-yaml': 'apiVersion: v2\n\tname: x\n',
  'no-name': 'apiVersion: v2\nversion: 1.0.0\n',
  twin: chartYaml('same-name'),
  'other-twin': chartYaml('same-name'),
  'missing-file': chartYaml('missing-file', dependencyOn('file://../nowhere')),
  outside: chartYaml('outside', dependencyOn('file://../../../outside')),
  unlocked: chartYaml('unlocked', dependencyOn('https://charts.example.test', '^1.0.0')),
  'bucket-plugin': chartYaml('bucket-plugin', dependencyOn('s3://bucket/charts')),
  'git-plugin': chartYaml('git-plugin', dependencyOn('git+https://github.com/acme/x')),
  metadata: chartYaml('metadata', dependencyOn('http://169.254.169.254/latest')),
  'circle-a': chartYaml('circle-a', dependencyOn('file://../circle-b').replace('name: x', 'name: circle-b')),
  'circle-b': chartYaml('circle-b', dependencyOn('file://../circle-a').replace('name: x', 'name: circle-a')),
  'stale-lock': chartYaml('stale-lock', dependencyOn('https://charts.example.test', '^2.0.0')),
  'behind-library': chartYaml('behind-library', dependencyOn('file://../lib').replace('name: x', 'name: lib')),
  'no-template': chartYaml('no-template'),
  'too-large': chartYaml('too-large'),
  'stray-ignore': chartYaml('stray-ignore'),
  links: chartYaml('links'),
  module: chartYaml('module'),
  template: chartYaml('template'),
  'vendored-other': chartYaml('vendored-other', dependencyOn('https://charts.example.test', '^0.2.0')),
  pointer: chartYaml('pointer'),
  'ignores-itself': chartYaml('ignores-itself'),
}

const files: Files = {
  ...threeCharts,
  ...Object.fromEntries(Object.entries(badCharts).map(([name, text]) => [`charts/${name}/Chart.yaml`, text])),
  'charts/stale-lock/Chart.lock': `dependencies:\n- name: x\n  repository: https://charts.example.test\n  version: 1.0.0\ndigest: sha256:${'0'.repeat(64)}\ngenerated: "2026-01-01T00:00:00Z"\n`,
  'charts/too-large/files/big.bin': 'x'.repeat(6 * 1024 * 1024),
  'charts/stray-ignore/.helmignore': 'a\n\n**/*.md\n',
  'charts/links/templates/a.yaml': '',
  'charts/template/templates/a.yaml': '{{ .Values.a }\n',
  'charts/vendored-other/charts/x/Chart.yaml': chartYaml('x').replace('1.0.0', '0.1.0'),
  'charts/pointer/files/logo.png': `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 7\n`,
  'charts/ignores-itself/.helmignore': '# all YAML\n*.yaml\n',
  'charts/misnamed/chart.yaml': chartYaml('misnamed'),
  'charts/no-template/README': 'a',
  'charts/no-template/readme': 'b',
}

let world: World
let run: WorkflowRun
let problems: ReadonlyMap<string, PlanProblem & { readonly result: string }>

beforeAll(async () => {
  world = await aWorld({ files, run: { entry: 'source' } })
  const { repository } = world
  await symlink('../../../.git/config', join(repository.folder, 'charts/links/templates/config.yaml'))
  await symlink('lib', join(repository.folder, 'charts/linked'))
  await repository.commit('feat: a link', {})
  await repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},charts/module/vendor`)
  await repository.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},charts/submodule`)
  await repository.git('commit', '--quiet', '--message', 'feat: a submodule')
  await repository.git('push', '--quiet', 'origin', 'HEAD:refs/heads/main')
  run = await world.release()
  const { charts } = JSON.parse(run.outputs.charts ?? '{}') as {
    charts: readonly { path: string; result: string; problem?: PlanProblem }[]
  }
  problems = new Map(
    charts.map(({ path, result, problem }) => [path.slice('charts/'.length), { ...problem, result } as never]),
  )
})
afterAll(async () => {
  await world?.[Symbol.asyncDispose]()
})

describe('a repository full of charts that can not be released', () => {
  it.each<[string, string, string, number | undefined, readonly string[]]>([
    ['conflict', 'CHART_CONFLICT_MARKERS', 'Chart.yaml', 1, ['<<<<<<<']],
    ['no-version', 'CHART_VERSION_MISSING', 'Chart.yaml', 3, ['no `version`']],
    ['not-semver', 'CHART_VERSION_INVALID', 'Chart.yaml', 3, ['"1.0.x"']],
    ['zero-version', 'CHART_VERSION_INVALID', 'Chart.yaml', 3, ['0.46.00']],
    ['uppercase', 'CHART_NAME_INVALID', 'Chart.yaml', 2, ['"UpperCase"', 'capital letters']],
    ['not-yaml', 'CHART_YAML_INVALID', 'Chart.yaml', 2, ['charts/not-yaml/Chart.yaml']],
    ['no-name', 'CHART_NAME_INVALID', 'Chart.yaml', 1, ['no `name`']],
    ['twin', 'CHART_NAME_DOUBLED', 'Chart.yaml', 2, ['charts/twin', 'charts/other-twin', 'same-name']],
    ['other-twin', 'CHART_NAME_DOUBLED', 'Chart.yaml', 2, ['charts/twin', 'charts/other-twin', 'same-name']],
    ['missing-file', 'DEPENDENCY_MISSING', 'Chart.yaml', 5, ['file://../nowhere', 'charts/nowhere']],
    ['outside', 'DEPENDENCY_OUTSIDE', 'Chart.yaml', 5, ['file://../../../outside']],
    ['unlocked', 'DEPENDENCY_UNLOCKED', 'Chart.yaml', 5, ['x ^1.0.0', 'https://charts.example.test', 'no lock']],
    ['bucket-plugin', 'DEPENDENCY_REFUSED', 'Chart.yaml', 5, ['s3://bucket/charts', 'scheme s3://']],
    ['git-plugin', 'DEPENDENCY_REFUSED', 'Chart.yaml', 5, ['scheme git+https://']],
    ['metadata', 'DEPENDENCY_REFUSED', 'Chart.yaml', 5, ['http://169.254.169.254/latest']],
    ['stale-lock', 'LOCK_OUT_OF_STEP', 'Chart.lock', 2, ['x 1.0.0', '^2.0.0']],
    ['behind-library', 'DEPENDENCY_OUT_OF_STEP', 'Chart.yaml', 5, ['lib 1.0.0', 'charts/lib is at 0.3.0']],
    ['too-large', 'CHART_FILE_TOO_LARGE', 'files/big.bin', undefined, ['6291456', '5242880']],
    ['stray-ignore', 'IGNORE_INVALID', '.helmignore', 3, ['**/*.md']],
    ['links', 'CHART_LINK', 'templates/config.yaml', undefined, ['charts/links/templates/config.yaml', 'into .git']],
    ['module', 'CHART_SUBMODULE', 'vendor', undefined, ['charts/module/vendor', 'submodule']],
    ['vendored-other', 'DEPENDENCY_OUT_OF_STEP', 'charts/x/Chart.yaml', 3, ['charts/x is x 0.1.0', '^0.2.0']],
    ['pointer', 'CHART_LFS_POINTER', 'files/logo.png', undefined, ['charts/pointer/files/logo.png']],
    ['ignores-itself', 'IGNORE_INVALID', '.helmignore', 2, ['leaves out Chart.yaml', '`*.yaml`']],
    ['template', 'CHART_LINT_FAILED', 'templates/a.yaml', 1, ['templates/a.yaml']],
  ])('says of %s: %s at %s:%s', (path, code, file, line, told) => {
    const problem = problems.get(path)
    expect(problem).toMatchObject({ result: 'failed', code, file: `charts/${path}/${file}` })
    expect(problem?.line).toBe(line)
    for (const words of told) expect(problem?.message).toContain(words)
    expect(problem?.message).not.toMatch(/\/tmp\/|release-charts-|undefined/)
  })

  it('tells every chart of a circle that it is in one', () => {
    for (const [path, other] of [
      ['circle-a', 'circle-b'],
      ['circle-b', 'circle-a'],
    ] as const) {
      expect(problems.get(path)).toMatchObject({
        result: 'failed',
        code: 'DEPENDENCY_CYCLE',
        message: `These charts depend on each other in a circle: charts/${path} -> charts/${other} -> charts/${path}.`,
        file: `charts/${path}/Chart.yaml`,
      })
    }
  })

  it('releases the others all the same: a library, a chart without templates, its neighbours', () => {
    const released = [...problems].filter(([, { result }]) => result === 'released').map(([path]) => path)
    expect(released.sort()).toEqual(['db', 'lib', 'no-template', 'web'])
    for (const [name, version] of [
      ['lib', '0.3.0'],
      ['no-template', '1.0.0'],
    ] as const) {
      expect(publishedVersion(world.registry, name, version)?.signed).toBe(true)
    }
    expect(run.exitCode).toBe(1)
  })

  it('writes nothing for those that failed', () => {
    const puts = world.registry.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path.split('/')[4])
    expect([...new Set(puts)].sort()).toEqual(['db', 'lib', 'no-template', 'web'])
  })

  it('shows every failure in the summary', () => {
    for (const [path, { result, code }] of problems)
      if (result === 'failed') expect(`${path} ${run.summary}`).toContain(code)
  })

  it('says what it passed over, and what breaks elsewhere, once each', () => {
    const warnings = commandsIn(run.stdout).flatMap(({ command, data }) => (command === 'warning' ? [data] : []))
    expect(warnings.sort()).toEqual([
      expect.stringMatching(/^Not released, though `charts` matches: charts\/linked \(a symbolic link\)/),
      expect.stringMatching(/^Not released, though `charts` matches: charts\/misnamed\/chart\.yaml \(Helm reads only/),
      expect.stringMatching(/^Not released, though `charts` matches: charts\/submodule \(a git submodule/),
      expect.stringMatching(/^no-template packages README and readme, whose names differ only in case/),
    ])
  })

  it('gives the runner only commands of its own', () => {
    const names = new Set(commandsIn(run.stdout).map(({ command }) => command))
    expect([...names].sort()).toEqual(['add-mask', 'endgroup', 'error', 'group', 'notice', 'warning'])
  })
})

describe('charts that are not there', () => {
  it('are one error that says where charts are instead', async () => {
    const none = await world.release({ inputs: { charts: 'helm/*' } })
    expect(none.exitCode).toBe(1)
    const [error] = none.annotations
    expect(error?.properties.title).toContain('CHARTS_NONE')
    expect(error?.message).toContain('No chart matches "helm/*"; charts stand in charts/')
    expect(error?.message).toContain('Set the input `charts`')
  })

  it('are the same error in a repository without any', async () => {
    await using empty = await aWorld({ files: { 'README.md': '# nothing\n' }, run: { entry: 'source' } })
    const none = await empty.release()
    expect(none.exitCode).toBe(1)
    expect(none.annotations[0]?.message).toContain('this commit holds no Chart.yaml at all')
    expect(empty.registry.requests).toEqual([])
  })
})

describe('a version that can not be written', () => {
  it('stops its own chart when it must move, and the others are bumped', async () => {
    const folded = 'apiVersion: v2\nname: folded\ndescription: A chart\nversion: >-\n  1.0.0\n'
    await using own = await aWorld({
      files: { ...aChart('app', '1.0.0'), ...aChart('folded', '1.0.0'), 'charts/folded/Chart.yaml': folded },
      run: { entry: 'source' },
    })
    expect((await own.release()).exitCode).toBe(0)
    await own.repository.commit('fix: both', {
      'charts/app/values.yaml': 'a: 1\n',
      'charts/folded/values.yaml': 'a: 1\n',
    })
    const second = await own.release()
    expect(second.exitCode).toBe(1)
    const { charts } = JSON.parse(second.outputs.charts ?? '') as {
      charts: readonly { path: string; result: string; version: string; problem?: PlanProblem }[]
    }
    expect(charts.map(({ path, result }) => `${path} ${result}`)).toEqual([
      'charts/app released',
      'charts/folded failed',
    ])
    expect(charts[1]?.problem).toMatchObject({ code: 'CHART_EDIT_REFUSED', file: 'charts/folded/Chart.yaml', line: 4 })
    // A new value is minor.
    expect(await own.repository.remoteFile('charts/app/Chart.yaml')).toContain('version: 1.1.0')
    expect(await own.repository.remoteFile('charts/folded/Chart.yaml')).toBe(folded.trimEnd())
  })
})
