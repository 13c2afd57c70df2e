import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import type { Target } from '../../../../src/model/target.ts'
import type { PromotedRelease } from '../../../../src/pipeline/chart-release.ts'
import { createProgress, type Progress } from '../../../../src/pipeline/progress.ts'
import { endRun, endSuperseded } from '../../../../src/pipeline/report/end-run.ts'
import { report, reportPlan, reportSoFar } from '../../../../src/pipeline/report/run-report.ts'
import type { ChartDecision } from '../../../../src/plan/decision/decision.ts'
import { aDecision, aPlannedRun, aPromotedRelease } from '../../../support/values/planned.ts'
import { anIdentity } from '../../../support/values/reports.ts'

const app = aDecision()
const lib = aDecision({ chart: { ...app.chart, path: 'charts/lib' } })
const down = new ReleaseError('REMOTE_UNREACHABLE', 'ghcr.io does not answer.')

function aRun({
  mode = 'release',
  current = '',
  trustedRoot = undefined as string | undefined,
  packagesDir = undefined as string | undefined,
}) {
  const removed: string[] = []
  const run = {
    ...{ targets: [], outside: () => undefined, ownCommits: {} as never },
    signing: async () => ({ identity: anIdentity }) as never,
    steps: { current, during: (_title: string, work: () => Promise<unknown>) => work() } as never,
    settings: {
      ...{ signIndex: false, perChart: {} },
      ...{ mode, sign: 'keyless', plainHttp: ['localhost:5000'], requireBump: true, sources: {}, packagesDir },
      ...{ sigstoreTrustedRoot: trustedRoot },
    } as never,
    platform: {
      git: {},
      log: {},
      clock: { now: () => new Date(0) },
      workspace: { read: () => Promise.reject(new ReleaseError('WORKSPACE_PATH_REFUSED', 'it is a link')) },
    } as never,
  }
  return { run, removed }
}

function promoted(decision: ChartDecision, changes: Partial<PromotedRelease> = {}): PromotedRelease {
  return { ...aPromotedRelease(decision), ...changes }
}

function aProgress(changes: Partial<Progress>, ...visible: readonly PromotedRelease[]): Progress {
  const progress = { ...createProgress(), plannedRun: aPlannedRun([app, lib]), ...changes }
  for (const release of visible) progress.promoted.set(release.path, release)
  return progress
}

const resultsOf = (charts: readonly { readonly path: string; readonly result: string }[]) =>
  charts.map(({ path, result }) => `${path} ${result}`)

describe('the report of a run', () => {
  it('has what consumers see, and who signed it', async () => {
    const release = promoted(app)
    const made = await report(aRun({}).run, aPlannedRun([app]), { promoted: [release] }, aProgress({}, release))
    expect(resultsOf(made.charts)).toEqual(['charts/app released'])
    expect([made.identity, made.plainHttp]).toEqual([anIdentity, ['localhost:5000']])
  })

  it('names nobody as signer if nothing was done', async () => {
    const made = await report(aRun({}).run, aPlannedRun([app]), {}, aProgress({}))
    expect([made.identity, resultsOf(made.charts)]).toEqual([undefined, ['charts/app skipped']])
  })

  it.each([
    ['/keys/root.json', '/keys/root.json'],
    [' {"mediaType":"x"}', undefined],
  ])('has a trusted root for commands if it is a path: %s', async (given, named) => {
    const made = await report(aRun({ trustedRoot: given }).run, aPlannedRun([app]), {}, aProgress({}))
    expect(made.trustedRoot).toBe(named)
  })

  it.each([
    ['plan', 'charts/app planned'],
    ['check', 'charts/app failed'],
  ])('says in the mode %s what would be', async (mode, result) => {
    const planned = aPlannedRun([app])
    expect(resultsOf((await reportPlan(aRun({ mode }).run, planned, aProgress({}))).charts)).toEqual([result])
  })
})

describe('the report of a run that ended early', () => {
  const soFar = (progress: Progress, situation: Parameters<typeof aRun>[0] = {}) =>
    reportSoFar(aRun(situation).run, progress, [down])

  it('has the problem alone if nothing was planned', () => {
    expect(reportSoFar(aRun({}).run, createProgress(), [down])).toEqual({
      ...{ mode: 'release', charts: [], problems: [down], advice: [] },
    })
  })

  it('says of each chart whether it was released', () => {
    const made = soFar(aProgress({ identity: anIdentity, bumpCommit: 'beef' }, promoted(app)))
    expect(resultsOf(made.charts)).toEqual(['charts/app released', 'charts/lib skipped'])
    expect([made.identity, made.bumpCommit, made.problems]).toEqual([anIdentity, 'beef', [down]])
    expect(made.charts[1]?.reason).toBe('the run ended before it was released; the next run goes on with it')
  })

  it('admits that it may not know what was being promoted', () => {
    const made = soFar(aProgress({}), { current: 'Promote' })
    expect(made.charts[0]?.reason).toContain(', or before that was known; the next run')
  })

  it('has a chart that only some targets show as failed, with where it is', () => {
    const whole = promoted(app)
    const missing = { ...whole.staged[0], target: { address: 'dir:x' } as Target } as (typeof whole.staged)[number]
    const made = soFar(aProgress({}, { ...whole, staged: [...whole.staged, missing] }))
    expect(made.charts[0]).toMatchObject({ result: 'failed', problem: down })
    expect(made.charts[0]?.references).toHaveLength(1)
  })

  it('does not repeat for each chart what ended the run, and keeps what charts failed of themselves', () => {
    const own = new ReleaseError('CLAIM_LOST', 'lost')
    const consequence = new ReleaseError('REGISTRY_FAILED', 'stopped', { cause: down })
    const failed = new Map([
      ['charts/app', consequence],
      ['charts/lib', own],
    ])
    expect(resultsOf(soFar(aProgress({ failed })).charts)).toEqual(['charts/app skipped', 'charts/lib failed'])
  })
})

describe('the end of a run', () => {
  it('has what failed, what waits and the commit of the bump', async () => {
    const progress = aProgress({ bumpCommit: 'beef', failed: new Map([['charts/lib', down]]) })
    const made = await endRun(aRun({}).run, aPlannedRun([app, lib]), progress, { skipped: 'waits for a person' })
    expect(resultsOf(made.charts)).toEqual(['charts/app skipped', 'charts/lib failed'])
    expect([made.charts[0]?.reason, made.bumpCommit, made.packages]).toEqual(['waits for a person', 'beef', []])
  })

  it('tells if packages could not be left for later steps', async () => {
    const { run } = aRun({ packagesDir: 'out' })
    const release = promoted(app)
    const made = await endRun(run, aPlannedRun([app]), aProgress({}, release), { promoted: [release] })
    expect(made.problems.map(({ code }) => code)).toEqual(['WORKSPACE_PATH_REFUSED'])
  })

  it('that another run superseded has no failures of its own', async () => {
    const progress = aProgress({ failed: new Map([['charts/lib', down]]) })
    const made = await endSuperseded(aRun({}).run, aPlannedRun([app, lib]), progress, 'c'.repeat(40))
    expect(made.supersededBy).toBe('c'.repeat(40))
    expect(made.charts.map(({ result, reason }) => [result, reason])).toEqual([
      ['skipped', 'superseded by cccccccccccc, whose own run carries on'],
      ['skipped', 'superseded by cccccccccccc, whose own run carries on'],
    ])
  })
})
