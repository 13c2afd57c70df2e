import { describe, expect, it } from '@jest/globals'
import type { Sources } from '../../../../src/chart/source/source.ts'
import { readSettings } from '../../../../src/inputs.ts'
import type { Finding } from '../../../../src/model/finding.ts'
import type { Presence } from '../../../../src/model/target.ts'
import { appTagsIn } from '../../../../src/plan/app-version/app-tags.ts'
import { type PlanContext, planCharts } from '../../../../src/plan/plan.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'
import { aShelf, published } from '../../../support/index/shelf.ts'

const chart = aPlannedChart('app', '1.0.0')
const finding: Finding = { level: 'minor', kind: 'values', rule: 'values/added', subject: 'a', text: '`a` is new' }

interface Planned {
  /** What the versions of the chart ship; `v1.0.0 (other)` has other content. */
  readonly held?: Readonly<Record<string, string>>
  /** The tag that started the run; else it is one of the branch. */
  readonly tag?: string
  /** Tags of the application, by default of all that the versions ship. */
  readonly tags?: readonly string[]
  readonly inputs?: Readonly<Record<string, string>>
}

/** What is decided for the chart by a run for a tag of the application, or by one of the branch, with `app-version: tag`. */
async function decided({ held = {}, tag, tags, inputs = {} }: Planned) {
  const settings = await readSettings({
    inputs: { 'app-version': 'tag', bump: 'minor', 'tag-template': 'none', ...inputs },
    environment: { GITHUB_REPOSITORY: 'acme/charts' },
  })
  const shelf = Object.entries(held).map(([version, said]): [string, Presence] => {
    const [appVersion = '', other] = said.split(' ')
    return [version, published(other ? 'sha256:other' : chart.fingerprint, { appVersion })]
  })
  const names = tags ?? [...Object.values(held).map((said) => said.split(' ')[0] ?? ''), ...(tag ? [tag] : [])]
  const remoteTags = new Map(names.map((name) => [name, 'd'.repeat(40)]))
  const asked: string[] = []
  const context: PlanContext = {
    settings,
    ...{ scope: { kind: 'all', ...(tag && { tag }) }, tag, commit: 'c'.repeat(40), bumpsGoToGit: tag === undefined },
    ...{ tagTemplate: '', ownRepositories: [], ownCommits: {} as never, remoteTags: async () => remoteTags },
    appTags: async () => appTagsIn(remoteTags, { appTagPattern: 'v*', tagTemplate: '', chartNames: ['app'] }),
    ...{
      targets: [aShelf(Object.fromEntries(shelf))],
      signatures: true,
      adopt: false,
      sameContent: async () => true,
      sameContentAt: async () => true,
    },
    git: { isAncestor: async () => true } as never,
    evidenceOf: async (_, { since }) => {
      asked.push(since.version)
      return [finding]
    },
  }
  const sources = { tree: {}, charts: new Map([[chart.path, chart]]), problems: new Map() } as unknown as Sources
  const { decisions, warnings } = await planCharts(sources, [chart.path], context)
  const [decision] = decisions
  return {
    decision,
    asked,
    warnings,
    said: `${decision?.action} ${decision?.version} ${decision?.edits.appVersion ?? ''}`.trim(),
  }
}

const history = { '1.0.0': 'v1.0.0', '1.1.0': 'v1.1.0', '1.2.0': 'v1.2.0' }

describe('a run for a tag of the application', () => {
  it.each([
    ['the first release', {}, 'v1.0.0', 'publish 1.0.0 v1.0.0'],
    ['the next', history, 'v1.3.0', 'bump 1.3.0 v1.3.0'],
    ['one that is there', history, 'v1.1.0', 'leave 1.1.0 v1.1.0'],
    ['a maintenance release without room', history, 'v1.1.1', 'refuse 1.0.0'],
    ['a pre-release', history, 'v1.3.0-rc.1', 'bump 1.3.0-rc.1 v1.3.0-rc.1'],
    ['its release', { ...history, '1.3.0-rc.1': 'v1.3.0-rc.1' }, 'v1.3.0', 'bump 1.3.0 v1.3.0'],
    ['a pre-release before the first release', {}, 'v1.0.0-rc.1', 'publish 1.0.0-rc.1 v1.0.0-rc.1'],
    ['the next one', { '1.0.0-rc.1': 'v1.0.0-rc.1' }, 'v1.0.0-rc.2', 'publish 1.0.0-rc.2 v1.0.0-rc.2'],
    ['the same one again', { '1.0.0-rc.1': 'v1.0.0-rc.1' }, 'v1.0.0-rc.1', 'leave 1.0.0-rc.1 v1.0.0-rc.1'],
    ['another one of that label', { '1.0.0-rc.1': 'v0.9.0-rc.1' }, 'v1.0.0-rc.1', 'bump 1.0.0-rc.2 v1.0.0-rc.1'],
    ['a tag without order', { '1.0.0': 'v1.0.0' }, 'vnext', 'bump 1.1.0 vnext'],
  ])('with %s', async (_, held, tag, expected) => {
    expect((await decided({ held, tag })).said).toBe(expected)
  })

  it('finds room for a maintenance release where its level leaves some', async () => {
    const patch = { inputs: { bump: 'patch' } }
    expect((await decided({ held: history, tag: 'v1.1.1', ...patch })).said).toBe('bump 1.1.1 v1.1.1')
    const close = { '1.0.0': 'v1.0.0', '1.0.1': 'v1.1.0', '1.0.2': 'v1.2.0' }
    const { decision } = await decided({ held: close, tag: 'v1.1.1', ...patch })
    expect(decision?.problem).toMatchObject({
      code: 'VERSION_OUT_OF_ORDER',
      at: { file: 'charts/app/Chart.yaml', line: 3 },
    })
  })

  it('says which version would do', async () => {
    const { decision } = await decided({ held: history, tag: 'v1.1.1' })
    expect(decision?.problem?.message).toBe(
      'app with appVersion v1.1.1 must stay below 1.2.0, which ships v1.2.0, and there is no free minor version after 1.1.0.',
    )
    expect(decision?.problem?.hint).toContain('`version: 1.1.1`')
  })

  it('compares with the release that it follows, and not with what git says', async () => {
    const { asked, said } = await decided({ held: history, tag: 'v1.3.0', inputs: { bump: 'auto' } })
    expect([asked, said]).toEqual([['1.2.0'], 'bump 1.3.0 v1.3.0'])
  })

  it('is a pre-release for a chart that keeps its appVersion, too', async () => {
    const held = { '1.0.0': '7 (other)' }
    const inputs = { 'app-version': '' }
    expect((await decided({ held, tag: 'v1.3.0-rc.1', inputs })).said).toBe('bump 1.1.0-rc.1')
    expect((await decided({ held: { '1.0.0': '7' }, tag: 'v1.3.0-rc.1', inputs })).said).toBe('leave 1.0.0')
  })
})

describe('a run of the branch after runs for tags', () => {
  it('takes their number into git, and asks for nothing else', async () => {
    const { said, asked, decision } = await decided({ held: history })
    expect([said, asked]).toEqual(['bump 1.2.0 v1.2.0', []])
    expect(decision?.reason).toBe('1.2.0 is published with this content; Chart.yaml gets that version')
  })

  it('looks for what goes into the changelog since the version that git has', async () => {
    const { asked, decision } = await decided({ held: history, inputs: { 'release-notes': 'changelog' } })
    expect([asked, decision?.comparedWith, decision?.allFindings]).toEqual([['1.0.0'], '1.0.0', [finding]])
  })

  it('counts other content on from there', async () => {
    const held = { '1.0.0': 'v1.0.0 (other)', '1.1.0': 'v1.1.0 (other)', '1.1.1': 'v1.1.1 (other)' }
    expect((await decided({ held })).said).toBe('bump 1.2.0 v1.1.1')
  })

  it('raises nothing with bump: none', async () => {
    const { decision } = await decided({ held: history, inputs: { bump: 'none' } })
    expect(decision?.problem?.code).toBe('VERSION_TAKEN')
  })

  it('goes back behind a release whose tag was deleted', async () => {
    expect((await decided({ held: history, tags: ['v1.0.0', 'v1.1.0'] })).said).toBe('bump 1.3.0 v1.1.0')
  })

  it.each([
    ['no tag at all', []],
    ['only one of a pre-release', ['v2.0.0-rc.1']],
  ])('leaves the chart as it is where there is %s, with one warning', async (_, tags) => {
    const { said, warnings } = await decided({ held: { '1.0.0': '7' }, tags })
    expect([said, warnings.length]).toEqual(['leave 1.0.0', 1])
    expect(warnings[0]).toContain('`v*` up to cccccccccccc')
  })
})
