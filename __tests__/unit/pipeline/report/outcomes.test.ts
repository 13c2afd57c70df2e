import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import type { SignatureSet } from '../../../../src/model/signature.ts'
import type { HalfRelease } from '../../../../src/pipeline/half-release.ts'
import { outcomes, type RunResults } from '../../../../src/pipeline/report/outcomes.ts'
import type { ChartDecision } from '../../../../src/plan/decision/decision.ts'
import { aPlannedChart as aChart } from '../../../support/charts/plain-charts.ts'
import { aDecision, aPlannedRun, aPromotedRelease } from '../../../support/values/planned.ts'
import { aDigest, aPlan, aPlannedChart } from '../../../support/values/reports.ts'

const down = new ReleaseError('REMOTE_UNREACHABLE', 'ghcr.io does not answer.')

function outcomeOf(decision: ChartDecision, results: Partial<RunResults> = {}) {
  const [outcome, ...others] = outcomes(aPlannedRun([decision]), () => true, {
    promoted: [],
    failed: new Map(),
    ...results,
  })
  expect(others).toEqual([])
  return outcome
}

/** A release of 1.4.1 that one of two targets shows. */
const half = {
  ref: 'refs/release-charts/unfinished/app-1.4.1',
  release: { name: 'app', version: '1.4.1', path: 'charts/app' },
  evidence: [
    { target: 'oci://a.example/charts', state: 'same' },
    { target: 'oci://b.example/charts', state: 'absent' },
  ],
} as unknown as HalfRelease

describe('a chart that was published', () => {
  it('is released, with the version before it, what it can be found by, and signed', () => {
    const decision = aDecision()
    expect(outcomeOf(decision, { promoted: [aPromotedRelease(decision)] })).toEqual({
      ...{ name: 'app', path: 'charts/app', version: '1.5.0', previousVersion: '1.4.2', appVersion: '7' },
      ...{ reason: decision.reason, result: 'released', signed: true, archiveDigest: aDigest, notes: [] },
      references: [
        {
          reference: 'oci://ghcr.io/acme/charts/app:1.5.0',
          pinned: `ghcr.io/acme/charts/app@${aDigest}`,
          digest: aDigest,
        },
      ],
    })
  })

  it('is found by the address of its index if an index lists it', () => {
    const promoted = [aPromotedRelease(aDecision(), { signs: 'archive' })]
    expect(outcomeOf(aDecision(), { promoted })?.references).toEqual([
      {
        ...{ reference: 'https://acme.example/charts/app-1.5.0.tgz', digest: aDigest },
        repository: 'https://acme.example/charts',
      },
    ])
  })

  it('is released on the target that lacked it, and was there on the other', () => {
    const first = aPromotedRelease()
    const other = aPromotedRelease(aDecision(), { on: { isListed: true }, changed: false })
    const both = {
      ...first,
      staged: [...first.staged, ...other.staged],
      published: [...first.published, ...other.published],
    }
    const outcome = outcomeOf(aDecision(), { promoted: [both] })
    expect([outcome?.result, outcome?.references.map(({ wasThere }) => wasThere)]).toEqual([
      'released',
      [undefined, true],
    ])
  })

  it('is unchanged if another run was faster with everything', () => {
    const promoted = [aPromotedRelease(aDecision(), { on: { isListed: true }, changed: false })]
    expect(outcomeOf(aDecision(), { promoted })).toMatchObject({ result: 'unchanged', signed: true })
  })

  it.each([
    ['signed', { signatures: {} as SignatureSet }],
    ['tidied', { wasTidied: true }],
    ['adopted', { wasAdopted: true }],
  ] as const)('is completed if this run only %s it', (_, change) => {
    const decision = aDecision({ action: 'complete', version: '1.4.2', edits: {} })
    const promoted = [aPromotedRelease(decision, { on: { isListed: true, ...change }, changed: false })]
    expect(outcomeOf(decision, { promoted })?.result).toBe('completed')
  })

  it('is completed, and its archive restored, if an index listed it without one', () => {
    const decision = aDecision({ action: 'complete', version: '1.4.2', edits: {} })
    const promoted = [aPromotedRelease(decision, { on: { isListed: true }, signs: 'archive' })]
    expect(outcomeOf(decision, { promoted })).toMatchObject({
      result: 'completed',
      references: [{ wasRestored: true }],
    })
  })

  it('that failed on a later target names what consumers can see already', () => {
    const failed = new Map([['charts/app', down]])
    expect(outcomeOf(aDecision(), { promoted: [aPromotedRelease()], failed })).toMatchObject({
      ...{ result: 'failed', signed: false, problem: down },
      references: [{ reference: 'oci://ghcr.io/acme/charts/app:1.5.0' }],
    })
  })
})

describe('a chart that was not published', () => {
  it('has failed if the plan refuses it', () => {
    const problem = new ReleaseError('VERSION_TOO_LOW', 'app 1.4.3 is too low.')
    expect(outcomeOf(aDecision({ action: 'refuse', problem }))).toMatchObject({
      result: 'failed',
      references: [],
      problem,
    })
  })

  it('is planned, with its notes, if a pull request proposes it', () => {
    const pull = { number: 7, url: 'https://github.com/acme/charts/pull/7' }
    const proposal = { pull, paths: new Set(['charts/app']) } as unknown as NonNullable<RunResults['proposals']>[number]
    expect(outcomeOf(aDecision({ reason: 'it changed' }), { proposals: [proposal] })).toMatchObject({
      ...{ result: 'planned', notes: [] },
      reason: 'it changed; proposed in https://github.com/acme/charts/pull/7',
    })
  })

  it('is skipped if the run ended before, for the reason of that', () => {
    expect(outcomeOf(aDecision(), { skipped: 'the branch moved on' })).toMatchObject({
      ...{ result: 'skipped', reason: 'the branch moved on', signed: false },
    })
    const waits = new Map([['charts/app', 'waits for #7']])
    expect(outcomeOf(aDecision(), { waits, skipped: 'the branch moved on' })?.reason).toBe('waits for #7')
    expect(outcomeOf(aDecision())?.reason).toBe('its content changed since 1.4.2 was published')
  })

  it('is unchanged, and signed only if every target has signatures of it', () => {
    const sighting = (signed: 'some' | 'none') =>
      ({ presence: { state: 'present', signed } }) as ChartDecision['sightings'][number]
    const stays = { action: 'leave', version: '1.4.2', edits: {} } as const
    expect(outcomeOf(aDecision({ ...stays, sightings: [sighting('some')] }))).toMatchObject({
      ...{ result: 'unchanged', signed: true },
    })
    expect(outcomeOf(aDecision({ ...stays, sightings: [sighting('some'), sighting('none')] }))?.signed).toBe(false)
    expect(outcomeOf(aDecision(stays))).not.toHaveProperty('previousVersion')
  })
})

describe('the charts of a run', () => {
  const results = { promoted: [], failed: new Map() }

  it('come in the order of their folders, with those that could not be read', () => {
    const problem = new ReleaseError('CHART_YAML_INVALID', 'charts/broken/Chart.yaml is not YAML.')
    const broken = aPlannedChart({ path: 'charts/broken', name: 'broken', version: '', reason: problem.message })
    const run = aPlannedRun([aDecision({ chart: aChart('web') }), aDecision()], {
      unreadable: [{ path: 'charts/broken', problem }],
      plan: aPlan({ charts: [broken, aPlannedChart()] }),
    })
    const all = outcomes(run, () => true, results)
    expect(all.map(({ path }) => path)).toEqual(['charts/app', 'charts/broken', 'charts/web'])
    expect(all[1]).toEqual({
      ...{ name: 'broken', path: 'charts/broken', version: '', reason: problem.message },
      ...{ result: 'failed', references: [], signed: false, problem },
    })
  })

  it('have a half release before the chart that the branch has now', () => {
    const run = aPlannedRun([aDecision()], { halfReleases: { halves: [half], checked: [], warnings: [] } })
    expect(outcomes(run, () => true, results).map(({ version, result }) => [version, result])).toEqual([
      ['1.4.1', 'skipped'],
      ['1.5.0', 'skipped'],
    ])
  })

  it.each([
    ['finished by this run', aPromotedRelease(), 'released', true],
    ['still half released', down, 'failed', false],
  ] as const)('report a half release that is %s', (_, completion, result, signed) => {
    const run = aPlannedRun([], { halfReleases: { halves: [half], checked: [], warnings: [] } })
    const [outcome] = outcomes(run, () => true, { ...results, completions: new Map([[half, completion]]) })
    expect(outcome).toMatchObject({ version: '1.4.1', result, signed })
    expect(outcome?.problem).toBe(result === 'failed' ? down : undefined)
  })
})
