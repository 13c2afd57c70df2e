import { describe, expect, it } from '@jest/globals'
import { byLevel } from '../../../../src/bump/next-version.ts'
import type { Presence } from '../../../../src/model/target.ts'
import { freeVersion, judge, type VersionContext } from '../../../../src/plan/published/free-version.ts'
import { lastOnLine } from '../../../../src/plan/published/last-on-line.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'
import { aShelf, broken, published } from '../../../support/index/shelf.ts'

const chart = aPlannedChart('app', '1.2.3')
const other = published('sha256:other')
const same = published(chart.fingerprint)
const desired = { value: '7', evidence: true }
const byPatch = byLevel('patch')

function context(held: Readonly<Record<string, Presence>>, more: Partial<VersionContext> = {}): VersionContext {
  return {
    targets: [aShelf(held)],
    signatures: true,
    adopt: false,
    sameContent: async () => true,
    git: {} as never,
    commit: 'c'.repeat(40),
    tagTemplate: '',
    remoteTags: async () => new Map(),
    ownRepositories: [],
    bumpsGoToGit: true,
    ...more,
  }
}

describe('judging a version', () => {
  it.each([
    ['nobody holds it', {}, 'publish'],
    ['it is there with this content', { '1.2.3': same }, 'leave'],
    ['it is there with other content', { '1.2.3': other }, 'move'],
    ['a target does not tell', { '1.2.3': broken }, 'unknown'],
  ])('where %s', async (_, held, action) => {
    expect((await judge(chart, '1.2.3', desired, context(held))).verdict.action).toBe(action)
  })

  it('asks git for a tag only where no target holds the version', async () => {
    let asked = 0
    const remoteTags = async () => {
      asked += 1
      return new Map<string, string>()
    }
    const withTags = { tagTemplate: '{{ .Name }}-{{ .Version }}', remoteTags }
    await judge(chart, '1.2.3', desired, context({ '1.2.3': same }, withTags))
    expect(asked).toBe(0)
    await judge(chart, '1.2.3', desired, context({}, withTags))
    expect(asked).toBe(1)
  })

  it('takes a tag of other content for a release', async () => {
    const git = { ensureCommit: async () => false } as never
    const taken = context(
      {},
      { git, tagTemplate: '{{ .Version }}', remoteTags: async () => new Map([['1.2.3', 'c'.repeat(40)]]) },
    )
    expect((await judge(chart, '1.2.3', desired, taken)).verdict.action).toBe('move')
  })
})

describe('the next free version', () => {
  it.each([
    ['patch', {}, '1.2.4', []],
    ['minor', {}, '1.3.0', []],
    ['major', {}, '2.0.0', []],
    ['patch', { '1.2.4': other, '1.2.5': other, '1.9.0': other, '2.0.0': other }, '1.2.6', ['1.2.4', '1.2.5']],
    ['minor', { '1.3.0': other }, '1.4.0', ['1.3.0']],
    ['patch', { '1.2.4': other, '1.2.5': same }, '1.2.5', ['1.2.4']],
  ] as const)('by %s past %j is %s', async (level, held, version, taken) => {
    const free = await freeVersion(chart, desired, { numbering: byLevel(level) }, context(held))
    expect({ version: free?.version, taken: free?.taken }).toEqual({ version, taken: [...taken] })
  })

  it('stops where a target does not tell', async () => {
    const free = await freeVersion(chart, desired, { numbering: byPatch }, context({ '1.2.4': broken }))
    expect(free?.verdict.action).toBe('unknown')
  })

  it('does not ask again for the one that is known', async () => {
    const shelf = aShelf({ '1.2.4': other })
    const free = await freeVersion(
      chart,
      desired,
      { numbering: byPatch, other: '1.2.4' },
      context({}, { targets: [shelf] }),
    )
    expect(free?.version).toBe('1.2.5')
    expect(shelf.asked).toEqual(['1.2.5'])
  })

  it('ends where two hundred in a row are taken', async () => {
    const held = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`1.2.${n}`, other]))
    expect(await freeVersion(chart, desired, { numbering: byPatch }, context(held))).toBeUndefined()
  })

  it('counts on from the highest published one if bumps do not go to git, on the own line', async () => {
    const held = { '1.2.3': other, '1.2.9': other, '1.3.0': other, '2.0.0': other, '1.2.10-rc.1': other }
    const from = await lastOnLine(chart, 'patch', context(held))
    const free = await freeVersion(chart, desired, { numbering: byPatch, from }, context(held))
    expect(free?.version).toBe('1.2.10')
  })
})

describe('the highest published version', () => {
  const highest = (held: Readonly<Record<string, Presence>>) => lastOnLine(chart, 'patch', context(held))

  it('stays on the own line and never goes back', async () => {
    expect(await highest({ '1.2.7': other, '1.2.5': other, '1.3.0': other })).toBe('1.2.7')
    expect(await highest({ '1.2.1': other })).toBeUndefined()
    expect(await highest({ '1.2.3': other })).toBeUndefined()
    expect(await highest({})).toBeUndefined()
  })

  it('is taken over all targets', async () => {
    const targets = [aShelf({ '1.2.4': other }), aShelf({ '1.2.6': other })]
    expect(await lastOnLine(chart, 'patch', context({}, { targets }))).toBe('1.2.6')
  })
})

describe('the highest version of a line whose levels differ', () => {
  const [ours, theirs] = ['a'.repeat(40), 'b'.repeat(40)]
  const git = {
    ensureCommit: async () => true,
    isAncestor: async (commit: string) => commit === ours,
    isShallow: async () => false,
  } as never
  const by = (revision: string) => published('sha256:other', { revision })
  const highest = (held: Readonly<Record<string, Presence>>) => lastOnLine(chart, undefined, context(held, { git }))

  it('is the highest that this branch released, whatever its level', async () => {
    expect(await highest({ '1.2.4': by(ours), '1.3.0': by(ours), '2.0.0': by(ours) })).toBe('2.0.0')
  })

  it('is not one that another branch released', async () => {
    expect(await highest({ '1.2.4': by(ours), '1.3.0': by(ours), '2.0.0': by(theirs) })).toBe('1.3.0')
    expect(await highest({ '2.0.0': by(theirs) })).toBeUndefined()
  })

  it('is on the own major.minor line where nobody recorded a commit', async () => {
    expect(await highest({ '1.2.9': other, '1.3.0': other, '2.0.0': other })).toBe('1.2.9')
    expect(await highest({ '1.2.3': other })).toBeUndefined()
  })
})
