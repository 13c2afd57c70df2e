import { describe, expect, it } from '@jest/globals'
import type { CheckedRelease, ReleaseRecord } from '../../../../src/pipeline/half-release.ts'
import { settleRecords } from '../../../../src/pipeline/half-released/settle.ts'
import type { HalfReleaseEvidence, RecordedState } from '../../../../src/plan/published/half-released.ts'
import type { Push } from '../../../../src/ports/git.ts'
import { aChart, aLog, aPlannedRun, aSignedRelease, aTarget } from '../../../support/values/pipeline.ts'

const now = new Date('2026-11-20T12:00:00Z')
const HOUR = 3_600_000
const [FIRST, SECOND] = ['oci://registry.test/charts', 'dir:charts']
const app = aChart('app')

const record = (ref = 'ref-of-app'): ReleaseRecord => ({
  ref,
  release: {
    ...{ name: 'app', version: '1.0.0', path: app.path, folders: [app.path], commit: 'c0ffee' },
    ...{ fingerprint: app.fingerprint, targets: [FIRST, SECOND], overlay: new Map() },
  },
  writtenAt: now,
})

type Seen = HalfReleaseEvidence['state']

const checkedAs = (state: RecordedState, seen: readonly Seen[], age = 0): CheckedRelease => ({
  ...record(),
  writtenAt: new Date(now.getTime() - age),
  ...{ state, sightings: [], today: { name: 'app', path: app.path } },
  evidence: seen.map((one) => ({ target: FIRST, reference: 'app', state: one })),
})

interface Ended {
  readonly checked?: readonly CheckedRelease[]
  readonly recorded?: readonly ReleaseRecord[]
  /** Addresses of the targets that this run published the chart on. */
  readonly on?: readonly string[]
  readonly push?: Push | Error
}

async function settled({ checked = [], recorded = [], on = [], push = { result: 'done' } }: Ended) {
  const removed: string[] = []
  const log = aLog()
  const clone = {
    push: async (refs: ReadonlyMap<string, string>) => {
      if (push instanceof Error) throw push
      removed.push(...refs.keys())
      return new Map([...refs.keys()].map((ref) => [ref, push]))
    },
  }
  const git = { sideClone: async () => clone }
  const run = { platform: { git: git as never, log, clock: { now: () => now } as never } }
  const released = {
    ...aSignedRelease(
      app,
      on.map((address) => aTarget(address)),
    ),
    published: [],
  }
  const halfReleases = { halves: [], checked, warnings: [] }
  await settleRecords(run, aPlannedRun([], { halfReleases }), { recorded, released: on.length > 0 ? [released] : [] })
  return { removed, lines: log.lines }
}

describe('the record of a release', () => {
  it.each<[RecordedState, readonly Seen[], number, boolean]>([
    ['finished', ['same', 'same'], 0, true],
    ['withdrawn', ['same', 'absent'], 0, true],
    ['overtaken', ['other', 'absent'], 0, true],
    ['half', ['same', 'absent'], 100 * HOUR, false],
    ['elsewhere', ['same'], 100 * HOUR, false],
    ['unpublished', ['absent', 'absent'], 25 * HOUR, true],
    ['unpublished', ['absent', 'absent'], 23 * HOUR, false],
    ['unpublished', ['absent', 'unknown'], 25 * HOUR, false],
  ])('that is %s, with %j, %d ms old, goes: %s', async (state, seen, age, isGone) => {
    const { removed } = await settled({ checked: [checkedAs(state, seen, age)] })
    expect(removed).toEqual(isGone ? ['ref-of-app'] : [])
  })

  it.each<[RecordedState]>([['overtaken'], ['unpublished']])(
    'stays if a target of another workflow may have it: %s',
    async (state) => {
      const checked = [checkedAs(state, [state === 'overtaken' ? 'other' : 'absent'], 25 * HOUR)]
      expect((await settled({ checked })).removed).toEqual([])
    },
  )

  it.each([
    ['on all of its targets', [FIRST, SECOND], ['ref-of-app']],
    ['on some of its targets', [FIRST], []],
    ['nowhere', [], []],
  ])('goes once this run has published it: %s', async (_, on, gone) => {
    expect((await settled({ recorded: [record()], on })).removed).toEqual(gone)
    expect((await settled({ checked: [checkedAs('half', ['same', 'absent'])], on })).removed).toEqual(gone)
  })

  it('is removed once, also if two runs wrote the same', async () => {
    const both = { checked: [checkedAs('half', ['same', 'absent'])], recorded: [record()] }
    expect((await settled({ ...both, on: [FIRST, SECOND] })).removed).toEqual(['ref-of-app'])
  })

  it('is no reason to ask git if none is settled', async () => {
    expect(await settled({ push: new Error('asked') })).toEqual({ removed: [], lines: [] })
  })

  it.each<[string, Push | Error]>([
    ['is refused', { result: 'rejected', reason: 'no rights', cause: 'refused' }],
    ['fails', new Error('no rights')],
  ])('is left to the next run if the push %s', async (_, push) => {
    const { lines } = await settled({ checked: [checkedAs('finished', ['same'])], push })
    expect(lines).toEqual(['ref-of-app could not be removed yet: no rights'])
  })
})
