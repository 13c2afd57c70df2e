import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import type { Presence, Target } from '../../../../src/model/target.ts'
import { findHalfReleases } from '../../../../src/pipeline/half-released/half-releases.ts'
import { recordFiles } from '../../../../src/pipeline/half-released/record-format.ts'
import { recordRefs } from '../../../../src/pipeline/half-released/records.ts'
import { createHistory } from '../../../../src/pipeline/history.ts'
import { createReleaseTags } from '../../../../src/pipeline/release-tags.ts'
import type { ChartDecision } from '../../../../src/plan/decision/decision.ts'
import type { NamedChart } from '../../../../src/plan/plan.ts'
import type { RecordedRelease } from '../../../../src/plan/published/half-released.ts'
import type { Git } from '../../../../src/ports/git.ts'
import type { Settings } from '../../../../src/settings.ts'
import { DIGEST, published } from '../../../support/index/shelf.ts'
import { recordedAt } from '../../../support/values/half-released.ts'
import { aGit, commitId, type MemoryCommit } from '../../../support/values/memory-git.ts'
import { aChart, aDecision, aTarget } from '../../../support/values/pipeline.ts'

const [RECORD, RELEASED, HEAD] = [commitId('e'), commitId('a'), commitId('b')]
const REF = `refs/release-charts/unfinished/app-1.0.0-${'0'.repeat(16)}`
const chartYaml = (version: string) => ({
  'charts/app/Chart.yaml': `apiVersion: v2\nname: app\nversion: ${version}\n`,
})
const history: readonly MemoryCommit[] = [
  { commit: RELEASED, files: chartYaml('1.0.0') },
  { commit: HEAD, files: chartYaml('1.1.0') },
]

type Held = 'same' | 'other' | 'absent' | 'unknown'

const [FIRST, SECOND] = ['oci://registry.test/charts', 'dir:charts']
const forbidden = new ReleaseError('REGISTRY_DENIED', 'registry.test says 403.')

interface Situation {
  /** What the two targets hold of the recorded version. */
  readonly held?: readonly [Held, Held]
  readonly record?: Partial<RecordedRelease>
  readonly refs?: readonly string[]
  readonly decisions?: readonly ChartDecision[]
  readonly tags?: readonly string[] | Error
  readonly charts?: readonly string[]
  readonly changes?: Partial<Git>
  readonly isPartlyShown?: boolean
  readonly perChart?: Settings['perChart']
  /** The charts of the branch. */
  readonly named?: readonly NamedChart[]
}

const OWN = { name: 'app', path: 'charts/own' }

async function found(situation: Situation) {
  const { held = ['same', 'absent'], refs = [REF], decisions = [], tags = ['app-1.0.0'], ...given } = situation
  const plain = aGit({ commits: history })
  const targets = [FIRST, SECOND].map((address) => aTarget(address))
  const release = await recordedAt(plain, RELEASED, targets, { tag: 'app-1.0.0', ...given.record })
  const presences: Readonly<Record<Held, Presence>> = {
    same: published(release.fingerprint),
    other: published('sha256:other'),
    absent: { state: 'absent' },
    unknown: { state: 'unknown', why: forbidden },
  }
  const holding = targets.map((target, index): Target => {
    const find: Target['find'] = async () => presences[held[index] ?? 'absent']
    return given.isPartlyShown ? { ...target, find, isPartlyShown: async () => true } : { ...target, find }
  })
  const files = [...recordFiles([release])].map(([path, content]) => [path, Buffer.from(content).toString()] as const)
  const git = aGit({
    commits: [{ commit: RECORD, files: Object.fromEntries(files) }, ...history],
    refs: Object.fromEntries(refs.map((ref) => [ref, RECORD])),
    changes: given.changes ?? {},
  })
  const warnings: string[] = []
  const run = {
    ...{
      targets: holding,
      history: createHistory(git, [], { targets: [], perChart: {} }),
      warn: (text: string) => void warnings.push(text),
    },
    releaseTags: createReleaseTags({ tagTemplate: '', perChart: {} }),
    ...{
      platform: { git },
      settings: {
        charts: given.charts ?? ['charts/*'],
        exclude: [],
        targets: [FIRST, SECOND],
        perChart: given.perChart ?? {},
      },
    },
  }
  const remoteTags = async () => {
    if (tags instanceof Error) throw tags
    return new Map(tags.map((tag) => [tag, RELEASED]))
  }
  const result = await findHalfReleases(run, new Map(refs.map((ref) => [ref, RECORD])), {
    named: given.named ?? [],
    decisions,
    remoteTags,
  })
  return { ...result, told: warnings, states: result.checked.map(({ state }) => state) }
}

describe('a recorded release', () => {
  it('that one target has and another lacks is to be finished, from its own commit', async () => {
    const { halves, warnings, told } = await found({})
    expect(halves.map(({ ref, problem, source }) => [ref, problem, source?.chart.manifest.version])).toEqual([
      [REF, undefined, '1.0.0'],
    ])
    expect(halves[0]?.evidence).toEqual([
      { target: FIRST, reference: `${FIRST}/app:1.0.0`, digest: DIGEST, state: 'same' },
      { target: SECOND, reference: `${SECOND}/app:1.0.0`, state: 'absent' },
    ])
    expect([...warnings, ...told]).toEqual([])
  })

  it.each<[string, Situation, string]>([
    ['all targets have', { held: ['same', 'same'] }, 'finished'],
    ['no target has', { held: ['absent', 'absent'] }, 'unpublished'],
    ['another run released with other content', { held: ['other', 'absent'] }, 'overtaken'],
    ['was withdrawn by its tag', { tags: [] }, 'withdrawn'],
    ['is missing only where this run does not publish', { record: { targets: [FIRST, 'dir:away'] } }, 'elsewhere'],
  ])('that %s is not finished', async (_, situation, state) => {
    const { halves, states } = await found(situation)
    expect([halves, states]).toEqual([[], [state]])
  })

  it.each<[string, Situation, RegExp | undefined]>([
    ['was withdrawn', { tags: [] }, /Its git tag app-1\.0\.0 was deleted/],
    ['is missing elsewhere', { record: { targets: [FIRST, 'dir:away'] } }, /dir:away too/],
    ['is in a folder that this run leaves out', { charts: ['other/*'] }, /is none of this run's `charts`/],
    ['is on all targets', { held: ['same', 'same'] }, undefined],
  ])('that %s is told with a way out, or not at all', async (_, situation, text) => {
    const { halves, warnings } = await found(situation)
    expect(halves).toEqual([])
    expect(warnings).toEqual(text ? [expect.stringMatching(text)] : [])
  })

  it.each<[string, Situation]>([
    ['by its name', { perChart: { app: { targets: [FIRST] } } }],
    ['by the folder that the branch has it in', { perChart: { 'charts/own': { targets: [FIRST] } }, named: [OWN] }],
    [
      'although the record names a folder with other settings',
      { perChart: { 'charts/own': { targets: [FIRST] }, 'charts/app': {} }, named: [OWN] },
    ],
  ])('is not put where the settings of the chart do not have it: %s', async (_, situation) => {
    const { halves, states, warnings } = await found(situation)
    expect([halves, states]).toEqual([[], ['elsewhere']])
    expect(warnings).toEqual([expect.stringContaining(`was to be published on ${SECOND} too`)])
  })

  it('counts as half released while tags can’t be read', async () => {
    expect((await found({ tags: new Error('git is down') })).halves).toHaveLength(1)
  })

  it('whose archive is public and whose index does not list it yet is partly shown', async () => {
    const { halves } = await found({ held: ['absent', 'absent'], isPartlyShown: true })
    expect(halves[0]?.evidence.map(({ state }) => state)).toEqual(['partly', 'partly'])
  })

  it('is finished once, however many runs wrote it down', async () => {
    const { halves, checked } = await found({ refs: [REF, REF.replace(/0{16}$/, '1'.repeat(16))] })
    expect([halves.map(({ ref }) => ref), checked.length]).toEqual([[REF], 2])
  })
})

describe('a version that the plan decides', () => {
  const chart = aChart('app')

  it.each([
    ['to publish', aDecision(chart), 0],
    ['to complete', aDecision(chart, { action: 'complete' }), 0],
    ['to leave', aDecision(chart, { action: 'leave' }), 1],
    ['to refuse', aDecision(chart, { action: 'refuse' }), 1],
    ['to publish as another version', aDecision(chart, { version: '1.1.0' }), 1],
  ])('%s', async (_, decision, halves) => {
    expect((await found({ decisions: [decision] })).halves).toHaveLength(halves)
  })

  it('to refuse, because a target does not answer, is reported once', async () => {
    const refused = aDecision(chart, { action: 'refuse' })
    expect((await found({ decisions: [refused], held: ['same', 'unknown'] })).halves).toEqual([])
  })
})

describe('a half release that can’t be finished', () => {
  it.each<[string, Situation, string]>([
    ['its commit is gone', { changes: { ensureCommit: async () => false } }, 'HALF_RELEASE_COMMIT_GONE'],
    ['its commit has another content', { record: { fingerprint: 'sha256:else' } }, 'HALF_RELEASE_COMMIT_GONE'],
    ['its commit has another version', { record: { commit: HEAD } }, 'HALF_RELEASE_COMMIT_GONE'],
    ['its commit has no such chart', { record: { folders: [] } }, 'HALF_RELEASE_COMMIT_GONE'],
    ['a target has other content', { held: ['same', 'other'] }, 'PUBLISHED_CONTENT_DIFFERS'],
    ['a target does not answer', { held: ['same', 'unknown'] }, 'REGISTRY_DENIED'],
  ])('says so if %s', async (_, situation, code) => {
    const { halves } = await found(situation)
    expect(halves.map(({ problem, source }) => [problem?.code, source])).toEqual([[code, undefined]])
    expect(halves[0]?.problem?.hint).toContain(`git push origin --delete ${REF}`)
  })
})

describe('a record', () => {
  it.each([
    ['under the name of another version', 'refs/release-charts/unfinished/app-2.0.0-0000000000000000'],
    ['under a name of another form', 'refs/release-charts/unfinished/app-1.0.0-latest'],
  ])('%s is left alone, with a warning', async (_, ref) => {
    const { checked, told } = await found({ refs: [ref] })
    expect(checked).toEqual([])
    expect(told).toEqual([`${ref} is not a record of an unfinished release and is left alone.`])
  })

  it('that another run has removed meanwhile is nothing to tell', async () => {
    const { checked, told } = await found({ changes: { fetchRef: async () => undefined } })
    expect([checked, told]).toEqual([[], []])
  })

  it('that can’t be read is a warning, not a failure', async () => {
    const { checked, told } = await found({ changes: { fetchRef: () => Promise.reject(new Error('git is down')) } })
    expect([checked, told]).toEqual([[], [expect.stringContaining('is not known: git is down')]])
  })
})

describe('the refs of records', () => {
  const asked = async ({ targets = 2, mode = 'release', kind = 'all', fails = false }) => {
    const warnings: string[] = []
    let count = 0
    const remoteRefs = async () => {
      count += 1
      if (fails) throw new Error('git is down')
      return new Map([[REF, RECORD]])
    }
    const run = {
      targets: Array.from({ length: targets }, (_, index) => aTarget(`dir:${index}`)),
      ...{ warn: (text: string) => void warnings.push(text), settings: { mode } as never },
      platform: { git: { remoteRefs } as never },
    }
    return { refs: [...(await recordRefs(run, { kind } as never)).keys()], count, warnings }
  }

  it('are one request', async () => {
    expect(await asked({})).toEqual({ refs: [REF], count: 1, warnings: [] })
  })

  it.each([
    ['there is one target, which shows a version at once', { targets: 1 }],
    ['versions are only checked', { mode: 'check' }],
    ['the run releases nothing', { kind: 'nothing' }],
  ])('are not asked for if %s', async (_, situation) => {
    expect(await asked(situation)).toEqual({ refs: [], count: 0, warnings: [] })
  })

  it('are a warning if git does not answer', async () => {
    const { refs, warnings } = await asked({ fails: true })
    expect([refs, warnings]).toEqual([[], [expect.stringContaining('git is down')]])
  })
})
