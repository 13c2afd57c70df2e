import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { PlanProblem } from '../../../src/model/plan.ts'
import { publishedVersion } from '../../support/published.ts'
import type { Files } from '../../support/repository.ts'
import { commandsIn } from '../../support/runner-commands.ts'
import { aChart, threeCharts } from '../../support/three-charts.ts'
import type { WorkflowRun } from '../../support/workflow.ts'
import { aWorld, type World } from '../../support/world.ts'

const chartYaml = (name: string, more = '') => `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${more}`
const dependencyOn = (repository: string, version = '1.0.0') =>
  `dependencies:\n  - name: x\n    version: ${version}\n    repository: ${repository}\n`

/** By folder below charts/: the Chart.yaml that is wrong. */
const badCharts: Readonly<Record<string, string>> = {
  conflict: '    ['vendored-other', 'DEPENDENCY_OUT_OF_STEP', 'charts/x/Chart.yaml', 3, ['charts/x is x 0.1.0', '^0.2.0']],
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
