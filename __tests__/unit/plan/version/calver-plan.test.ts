import { describe, expect, it } from '@jest/globals'
import type { ChartSource, Sources } from '../../../../src/chart/source/source.ts'
import { readSettings } from '../../../../src/inputs.ts'
import type { Presence } from '../../../../src/model/target.ts'
import { appTagsIn } from '../../../../src/plan/app-version/app-tags.ts'
import { checkOf } from '../../../../src/plan/check.ts'
import { plannedChart } from '../../../../src/plan/decision/decision.ts'
import { type PlanContext, planCharts } from '../../../../src/plan/plan.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'
import { aShelf, published } from '../../../support/index/shelf.ts'

const HEAD = 'c'.repeat(40)
const other = published('sha256:other')

interface Planned {
  /** The version in Chart.yaml. */
  readonly version?: string
  readonly held?: Readonly<Record<string, Presence>>
  /** When the commit of the run was made. */
  readonly committed?: string
  /** A tag of the application that starts the run. */
  readonly tag?: string
  readonly inputs?: Readonly<Record<string, string>>
}

/** What is decided under `bump: calver`; the clock has no say in it. */
async function decided({ version = '2026.11.0', held = {}, committed = '2026-12-01', tag, inputs = {} }: Planned) {
  const chart: ChartSource = aPlannedChart('app', version)
  const settings = await readSettings({
    inputs: { bump: 'calver', 'tag-template': 'none', ...(tag && { 'app-version': 'tag' }), ...inputs },
    environment: { GITHUB_REPOSITORY: 'acme/charts' },
  })
  const shipped = Object.values(held).flatMap((one) => (one.state === 'present' ? (one.appVersion ?? []) : []))
  const tags = new Map([...shipped, ...(tag ? [tag] : [])].map((name) => [name, 'd'.repeat(40)]))
  const asked: string[] = []
  const context: PlanContext = {
    settings,
    ...{ scope: { kind: 'all', ...(tag && { tag }) }, tag, commit: HEAD },
    bumpsGoToGit: tag === undefined && settings.commit !== 'none',
    ...{ tagTemplate: '', ownRepositories: [], ownCommits: {} as never, remoteTags: async () => tags },
    appTags: async () => appTagsIn(tags, { appTagPattern: 'v*', tagTemplate: '', chartNames: ['app'] }),
    ...{
      targets: [aShelf(held)],
      signatures: true,
      adopt: false,
      sameContent: async () => true,
      sameContentAt: async () => true,
    },
    git: {
      commitTime: async (commit: string) => {
        asked.push(commit)
        return new Date(committed)
      },
      head: async () => HEAD,
      ensureCommit: async () => true,
      isAncestor: async () => true,
      isShallow: async () => false,
    } as never,
    evidenceOf: async () => [],
  }
  const sources = { tree: {}, charts: new Map([[chart.path, chart]]), problems: new Map() } as unknown as Sources
  const [decision] = (await planCharts(sources, [chart.path], context)).decisions
  if (!decision) throw new Error('nothing was decided')
  return { decision, said: `${decision.action} ${decision.version}`, asked }
}

describe('a chart under bump: calver', () => {
  it('gets the month of the commit that is released', async () => {
    const { decision, asked } = await decided({ held: { '2026.11.0': other } })
    expect(decision).toMatchObject({
      action: 'bump',
      version: '2026.12.0',
      edits: { version: '2026.12.0' },
      reason: 'its content changed since 2026.11.0 was published; next free version is 2026.12.0',
    })
    expect(asked).toEqual([HEAD])
  })

  it('passes over versions that other content has', async () => {
    const held = { '2026.11.0': other, '2026.12.0': other, '2026.12.1': other }
    const { decision } = await decided({ held })
    expect(decision.version).toBe('2026.12.2')
    expect(decision.reason).toContain(
      'next free version is 2026.12.2 (2026.12.0 to 2026.12.1 are taken by other content)',
    )
  })

  it('is published as Chart.yaml has it if nobody holds that version, and git is not asked for a date', async () => {
    expect(await decided({ version: '0.1.0' })).toMatchObject({ said: 'publish 0.1.0', asked: [] })
  })

  it('says in the plan which setting decided, and no level, which would mean nothing', async () => {
    const { decision } = await decided({ held: { '2026.11.0': other } })
    expect(plannedChart(decision, (path) => path).bump).toEqual({ setting: 'calver', source: 'input' })
  })
})

describe('a chart under bump: calver whose bumps do not go to git', () => {
  const inputs = { commit: 'none' }

  it('is counted on from the last version of its branch', async () => {
    const ours = published('sha256:other', { revision: 'a'.repeat(40) })
    const held = { '2026.11.0': ours, '2026.12.0': ours, '2027.1.0': ours }
    expect((await decided({ held, inputs })).said).toBe('bump 2027.1.1')
  })

  it('stays as it is if that one has its content', async () => {
    const same = published(aPlannedChart('app', '2026.11.0').fingerprint, { revision: 'a'.repeat(40) })
    expect((await decided({ held: { '2026.11.0': other, '2026.12.0': same }, inputs })).said).toBe('leave 2026.12.0')
  })
})

describe('a chart under bump: calver in a run for a tag of the application', () => {
  const ships = (appVersion: string) => published(aPlannedChart('app', '2026.10.0').fingerprint, { appVersion })
  const held = { '2026.10.0': ships('v1.0.0'), '2026.11.0': ships('v2.0.0') }
  const version = '2026.10.0'

  it.each([
    ['the next release', 'v2.1.0', 'bump 2026.12.0'],
    ['a maintenance release, below what ships later ones', 'v1.0.1', 'bump 2026.10.1'],
    ['a pre-release', 'v2.1.0-rc.1', 'bump 2026.12.0-rc.1'],
    ['one that is there', 'v1.0.0', 'leave 2026.10.0'],
  ])('%s', async (_, tag, said) => {
    expect((await decided({ version, held, tag })).said).toBe(said)
  })

  it('is refused if nothing is free below what ships later ones', async () => {
    const full = { '2026.10.0': ships('v1.0.0'), '2026.10.1': ships('v2.0.0') }
    const { decision } = await decided({ version, held: full, tag: 'v1.0.1' })
    expect(decision.problem).toMatchObject({
      code: 'VERSION_OUT_OF_ORDER',
      message:
        'app with appVersion v1.0.1 must stay below 2026.10.1, which ships v2.0.0, and there is no free version after 2026.10.0.',
    })
    expect(decision.problem?.hint).toMatch(/^Write the `version` that it is to have in Chart.yaml/)
  })
})

describe('mode: check under bump: calver', () => {
  const inputs = { mode: 'check' }
  const held = { '2026.11.0': other }

  it('names the version to write if nobody raised it', async () => {
    const { decision } = await decided({ held, inputs })
    const { data, problem } = checkOf(decision, { requireBump: true })
    expect(data).toMatchObject({ declared: '2026.11.0', needed: '2026.12.0', verdict: 'missing' })
    expect(data).not.toHaveProperty('requiredLevel')
    expect(problem).toMatchObject({ code: 'VERSION_NOT_RAISED', hint: 'Write `version: 2026.12.0`.' })
  })

  it('leaves that to the release without require-bump', async () => {
    const { decision } = await decided({ held, inputs })
    expect(checkOf(decision, { requireBump: false }).data).toMatchObject({ needed: '2026.12.0', verdict: 'left' })
  })

  it.each(['2026.12.0', '2026.11.1', '2027.1.0'])('is content with %s, which is above the release', async (version) => {
    const { decision } = await decided({ version, held, inputs })
    expect(checkOf(decision, { requireBump: true }).data).toMatchObject({ declared: version, verdict: 'enough' })
  })
})
