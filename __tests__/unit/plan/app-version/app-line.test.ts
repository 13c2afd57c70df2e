import { describe, expect, it } from '@jest/globals'
import { byLevel } from '../../../../src/bump/next-version.ts'
import type { AppVersionRule } from '../../../../src/model/settings.ts'
import type { Presence } from '../../../../src/model/target.ts'
import { appLineOf } from '../../../../src/plan/app-version/app-line.ts'
import { type AppTagContext, appTagsIn, preReleaseOf } from '../../../../src/plan/app-version/app-tags.ts'
import { freeVersion, judge, type VersionContext } from '../../../../src/plan/published/free-version.ts'
import type { Scope } from '../../../../src/plan/scope/scope.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'
import { aShelf, broken, published } from '../../../support/index/shelf.ts'
import { failureOf } from '../../../support/values/failure.ts'

const chart = aPlannedChart('app', '1.0.0')

/** Versions of the chart with what they ship; `app v1.0.0 (other)` has other content. */
function shelfOf(versions: Readonly<Record<string, string>>) {
  const held = Object.entries(versions).map(([version, said]): [string, Presence] => {
    const [appVersion = '', isOther] = said.split(' ')
    return [version, published(isOther ? 'sha256:other' : chart.fingerprint, appVersion ? { appVersion } : {})]
  })
  return aShelf(Object.fromEntries(held))
}

interface Asked {
  readonly rule?: AppVersionRule
  readonly scope?: Scope
  /** Tags of the application; by default those of all versions. */
  readonly tags?: readonly string[]
}

async function lineOf(
  versions: Readonly<Record<string, string>>,
  appVersion: string,
  { rule = { rule: 'tag' }, scope = { kind: 'all', tag: appVersion }, tags }: Asked = {},
) {
  const shelf = shelfOf(versions)
  const names = tags ?? [...Object.values(versions).map((said) => said.split(' ')[0] ?? ''), appVersion]
  const remoteTags = new Map(names.map((name) => [name, 'c'.repeat(40)]))
  const context: VersionContext & Pick<AppTagContext, 'appTags'> = {
    ...{ targets: [shelf], signatures: false, adopt: false, sameContent: async () => true, git: {} as never },
    commit: 'c'.repeat(40),
    ...{ tagTemplate: '', ownRepositories: [], bumpsGoToGit: false, remoteTags: async () => remoteTags },
    appTags: async () => appTagsIn(remoteTags, { appTagPattern: 'v*', tagTemplate: '', chartNames: [] }),
  }
  const judged = await judge(chart, '1.0.0', { value: appVersion, evidence: true }, context)
  const asked = shelf.asked.length
  const line = await appLineOf(chart, { rule, scope, appVersion, judged }, context)
  return { line, context, requests: shelf.asked.slice(asked) }
}

const history = { '1.0.0': 'v1.0.0', '1.1.0': 'v1.1.0', '1.2.0': 'v1.2.0', '2.0.0': 'v2.0.0' }

describe('a version of the application among the versions of a chart', () => {
  it.each([
    ['the newest', 'v2.1.0', { after: '2.0.0' }],
    ['a maintenance release', 'v1.1.1', { after: '1.1.0', below: { version: '1.2.0', appVersion: 'v1.2.0' } }],
    ['one that came before all', 'v0.9.0', { below: { version: '1.0.0', appVersion: 'v1.0.0' } }],
    ['a pre-release of the next', 'v1.2.0-rc.1', { after: '1.1.0', below: { version: '1.2.0', appVersion: 'v1.2.0' } }],
    ['one that is published', 'v1.1.0', { after: '1.1.0', below: { version: '1.2.0', appVersion: 'v1.2.0' } }],
  ])('has its place by what they ship: %s', async (_, appVersion, line) => {
    expect((await lineOf(history, appVersion)).line).toEqual(line)
  })

  it('is the published one with this content, also if a fix of the chart came after it', async () => {
    const fixed = { '1.0.0': 'v1.0.0', '1.1.0': 'v1.1.0', '1.1.1': 'v1.1.0 other', '1.2.0': 'v1.2.0' }
    expect((await lineOf(fixed, 'v1.1.0')).line?.after).toBe('1.1.0')
    expect((await lineOf(fixed, 'v1.1.1')).line?.after).toBe('1.1.1')
  })

  it('comes above one whose tag was deleted: that is how a release is taken back', async () => {
    const scope = { kind: 'all' } as const
    const { line } = await lineOf(history, 'v1.2.1', { scope, tags: ['v1.0.0', 'v1.1.0', 'v1.2.0', 'v1.2.1'] })
    expect(line).toEqual({ after: '2.0.0' })
  })

  it('comes above what has no place in the order, and above packages without appVersion', async () => {
    expect((await lineOf({ '1.0.0': 'v1.0.0', '1.1.0': 'latest' }, 'v1.0.1')).line).toEqual({ after: '1.1.0' })
  })

  it('is asked of no target where the version in git is the newest, and of each version only once', async () => {
    expect((await lineOf({ '1.0.0': 'v1.0.0' }, 'v1.1.0')).requests).toEqual([])
    expect((await lineOf(history, 'v1.1.1')).requests).toEqual(['2.0.0', '1.2.0', '1.1.0'])
  })

  it.each([
    [
      'the run is for a release tag of a chart',
      'v1.1.1',
      { scope: { kind: 'release-tag', tag: 'app-1', path: 'x', version: '1' } },
    ],
    ['appVersion has no order', 'nightly', {}],
    ['appVersion is what people wrote, and none is later', 'v2.0.0', { rule: { rule: 'keep' } }],
    ['a commit gives it', '1.1.1', { rule: { rule: 'sha' } }],
    ['a branch keeps it', 'v1.1.1', { rule: { rule: 'keep' }, scope: { kind: 'all' } }],
    ['a value of a branch gives it', 'v1.1.1', { rule: { rule: 'values', paths: [['a']] }, scope: { kind: 'all' } }],
  ] as const)('is of no concern where %s', async (_, appVersion, asked) => {
    expect((await lineOf(history, appVersion, asked)).line).toBeUndefined()
  })

  it('goes by what people wrote at the tagged commit, if that is earlier than what is published', async () => {
    for (const rule of [{ rule: 'keep' }, { rule: 'literal', value: '1.1.1' }] as const) {
      const { line, requests } = await lineOf({ '1.0.0': '1.0.0', '1.1.0': '1.1.0', '1.2.0': '1.2.0' }, '1.1.1', {
        rule,
      })
      expect(line).toEqual({ after: '1.1.0', below: { version: '1.2.0', appVersion: '1.2.0' } })
      expect(requests).toEqual(['1.2.0', '1.1.0'])
    }
    const same = { '1.0.0': '7', '1.1.0': '7 other', '1.2.0': '7 other' }
    expect((await lineOf(same, '7', { rule: { rule: 'keep' } })).requests).toEqual(['1.2.0'])
  })

  it('goes by the values of the tagged commit too', async () => {
    const rule = { rule: 'values', paths: [['image', 'tag']] } as const
    const plain = { '1.0.0': '1.0.0', '1.1.0': '1.1.0', '1.2.0': '1.2.0' }
    expect((await lineOf(plain, '1.1.1', { rule })).line?.after).toBe('1.1.0')
  })

  it('is unknown if a target does not say what it holds', async () => {
    const shelf = { ...aShelf({ '1.0.0': published('sha256:other') }), versions: async () => ['1.0.0', '1.1.0'] }
    const find = async (ref: { version: string }) => (ref.version === '1.1.0' ? broken : published('sha256:other'))
    const { context } = await lineOf(history, 'v1.1.1')
    const judged = await judge(chart, '1.0.0', { value: 'v1.1.1', evidence: true }, context)
    const question = { rule: { rule: 'tag' }, scope: { kind: 'all' }, appVersion: 'v1.1.1', judged } as const
    const error = await failureOf(appLineOf(chart, question, { ...context, targets: [{ ...shelf, find }] }))
    expect(error.code).toBe('REGISTRY_DENIED')
  })
})

describe('the number of a version that belongs between others', () => {
  const desired = { value: 'v1.1.1', evidence: true }

  it('stays below those that ship later versions', async () => {
    const { context } = await lineOf(history, 'v1.1.1')
    const wanted = { other: '1.1.0', from: '1.1.0', below: '1.2.0' }
    expect((await freeVersion(chart, desired, { numbering: byLevel('patch'), ...wanted }, context))?.version).toBe(
      '1.1.1',
    )
    expect(await freeVersion(chart, desired, { numbering: byLevel('minor'), ...wanted }, context)).toBeUndefined()
  })

  it.each([
    ['patch', '1.1.0', {}, '1.1.1-rc.1'],
    ['minor', '1.1.0', {}, '1.2.0-rc.1'],
    ['patch', '1.1.0', { '1.1.1-rc.1': 'v1.0.0' }, '1.1.1-rc.2'],
  ] as const)(
    'is a %s pre-release after %s for a pre-release of the application',
    async (level, from, more, version) => {
      const { context } = await lineOf({ ...history, ...more }, 'v1.1.1')
      const search = { numbering: byLevel(level), other: from, from, label: 'rc.1' }
      const free = await freeVersion(chart, desired, search, context)
      expect(free?.version).toBe(version)
    },
  )
})

describe('the label of a pre-release', () => {
  it.each([
    ['v1.3.0-rc.1', 'rc.1'],
    ['backend/v1.3.0-beta', 'beta'],
    ['v1.3.0-rc.1+build.7', 'rc.1'],
    ['v1.3.0', undefined],
    ['v1.3.0+build.7', undefined],
    ['vnext-rc.1', undefined],
  ])('of %s is %s', (tag, label) => {
    expect(preReleaseOf({ kind: 'all', tag })).toBe(label)
  })

  it('is none on a branch, and none for the release tag of a chart', () => {
    expect(preReleaseOf({ kind: 'all' })).toBeUndefined()
    const scope = { kind: 'release-tag', tag: 'app-1.0.0-rc.1', path: 'charts/app', version: '1.0.0-rc.1' } as const
    expect(preReleaseOf(scope)).toBeUndefined()
  })
})
