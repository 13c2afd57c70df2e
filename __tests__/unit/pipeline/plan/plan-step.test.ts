import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { createPlanner } from '../../../../src/pipeline/plan/plan-step.ts'
import { createProgress } from '../../../../src/pipeline/progress.ts'
import { failureOf } from '../../../support/values/failure.ts'
import { commitId, type MemoryCommit, type Texts } from '../../../support/values/memory-git.ts'
import { aMemoryRun } from '../../../support/values/memory-run.ts'

const [OLD, HEAD, NEXT] = [commitId('a'), commitId('b'), commitId('c')]
const chartYaml = (name: string, rest = '') => `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${rest}`
const two: Texts = { 'charts/app/Chart.yaml': chartYaml('app'), 'charts/lib/Chart.yaml': chartYaml('lib') }

interface Situation extends Omit<Parameters<typeof aMemoryRun>[0], 'commits'> {
  readonly commits?: readonly MemoryCommit[]
}

async function planned({ commits = [{ commit: HEAD, files: two }], ...situation }: Situation) {
  const made = await aMemoryRun({ commits, ...situation })
  const progress = createProgress()
  const plan = createPlanner(made.run, progress)
  const plannedRun = await plan(await made.git.head())
  const decisions = plannedRun.decisions.map(
    ({ chart, action, version }) => `${chart.manifest.name} ${action} ${version}`,
  )
  return { ...made, plan, progress, plannedRun, decisions }
}

describe('the plan', () => {
  it('is made of a commit, logged, and kept for a run that ends early', async () => {
    const { plannedRun, progress, decisions, lines, effects } = await planned({})
    expect(decisions).toEqual(['app publish 1.0.0', 'lib publish 1.0.0'])
    expect(plannedRun.plan).toMatchObject({ schema: 1, commit: HEAD, branch: 'main' })
    expect(plannedRun.plan.charts.map(({ path }) => path)).toEqual(['charts/app', 'charts/lib'])
    expect(progress.plannedRun).toBe(plannedRun)
    expect(lines[0]).toContain('app')
    expect(effects).toEqual([])
  })

  it('names no branch where none is checked out', async () => {
    const tag = { refType: 'tag', refName: 'app-1.0.0', ref: 'refs/tags/app-1.0.0' } as const
    const { plannedRun, decisions } = await planned({ facts: tag })
    expect(plannedRun.plan.branch).toBeUndefined()
    expect(decisions).toEqual(['app publish 1.0.0'])
  })

  it('leaves out what the settings leave out', async () => {
    expect((await planned({ inputs: { exclude: 'charts/lib' } })).decisions).toEqual(['app publish 1.0.0'])
  })

  it('has a chart that can’t be read as a problem of its own', async () => {
    const files = { ...two, 'charts/lib/Chart.yaml': 'name: [' }
    const { plannedRun, decisions } = await planned({ commits: [{ commit: HEAD, files }] })
    expect(decisions).toEqual(['app publish 1.0.0'])
    expect(plannedRun.unreadable.map(({ path }) => path)).toEqual(['charts/lib'])
    expect(plannedRun.plan.charts.map(({ path, action }) => `${path} ${action}`)).toEqual([
      'charts/app publish',
      'charts/lib refuse',
    ])
  })

  it('shows a setting that turns something off as it is written', async () => {
    const { plannedRun } = await planned({ inputs: { 'tag-template': 'none' } })
    expect(plannedRun.plan.settings['tag-template']).toEqual({ value: 'none', source: 'input' })
  })

  it('is not made if charts would share their tags', async () => {
    const inputs = { 'tag-template': 'v{{ .Version }}' }
    expect((await failureOf(planned({ inputs }))).code).toBe('TAG_TEMPLATE_AMBIGUOUS')
  })

  it('tells which chart is gone since the last push, and who depends on what is released and is left out', async () => {
    const onApp = 'dependencies:\n  - name: app\n    version: 1.x.x\n    repository: file://../../charts/app\n'
    const now: Texts = { 'charts/app/Chart.yaml': chartYaml('app'), 'extra/own/Chart.yaml': chartYaml('own', onApp) }
    const commits = [
      { commit: OLD, files: two },
      { commit: HEAD, files: now },
    ]
    const { plannedRun } = await planned({ commits, facts: { before: OLD }, git: resolving(OLD, HEAD) })
    expect(plannedRun.warnings).toEqual([
      expect.stringContaining('lib is not released any more: charts/lib/Chart.yaml is gone'),
      expect.stringContaining('extra/own (app)'),
    ])
  })

  it('refuses, in a mode that only looks, what could not be packaged', async () => {
    const foreign = 'dependencies:\n  - name: base\n    version: 1.x.x\n    repository: https://charts.example\n'
    const files = { ...two, 'charts/lib/Chart.yaml': chartYaml('lib', foreign) }
    const commits = [{ commit: HEAD, files }]
    expect((await planned({ commits, inputs: { mode: 'plan' } })).decisions).toContain('lib refuse 1.0.0')
    expect((await planned({ commits })).decisions).toContain('lib publish 1.0.0')
  })
})

/** `git rev-parse` of a pushed commit. */
function resolving(...commits: readonly string[]) {
  return { resolve: async (revision: string) => commits.find((one) => revision.startsWith(one)) }
}

describe('planning again for a new head', () => {
  const commits = [
    { commit: HEAD, files: two },
    { commit: NEXT, files: { ...two, 'charts/new/Chart.yaml': chartYaml('new') } },
  ]

  it('sees what is new there, and forgets what failed before', async () => {
    const { plan, progress, decisions } = await planned({ commits, git: { head: async () => HEAD } })
    expect(decisions).toEqual(['app publish 1.0.0', 'lib publish 1.0.0'])
    progress.failed.set('charts/app', new ReleaseError('CLAIM_LOST', 'lost'))
    const again = await plan(NEXT)
    expect(again.decisions.map(({ chart }) => chart.manifest.name)).toEqual(['app', 'lib', 'new'])
    expect([progress.failed.size, progress.plannedRun]).toEqual([0, again])
  })

  it('that fails leaves the last plan, and what failed, to the report', async () => {
    const { plan, progress, plannedRun } = await planned({ commits, git: { head: async () => HEAD } })
    progress.failed.set('charts/app', new ReleaseError('CLAIM_LOST', 'lost'))
    await expect(plan(commitId('f'))).rejects.toThrow('there is no commit')
    expect([progress.plannedRun, progress.failed.size]).toEqual([plannedRun, 1])
  })
})
