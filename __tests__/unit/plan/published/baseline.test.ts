import { describe, expect, it } from '@jest/globals'
import type { Presence } from '../../../../src/model/target.ts'
import { baselineOf, releaseBefore } from '../../../../src/plan/published/baseline.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'
import { aShelf, broken, published } from '../../../support/index/shelf.ts'

const chart = aPlannedChart('app', '1.5.0')
const [first, second] = ['a'.repeat(40), 'b'.repeat(40)]
const there = published('sha256:x')

function context(...shelves: readonly Readonly<Record<string, Presence>>[]) {
  return {
    targets: shelves.map((held, index) => aShelf(held, `oci://registry-${index}.test`)),
    git: {} as never,
    ownRepositories: [],
    tagTemplate: '{{ .Name }}-{{ .Version }}',
    remoteTags: async () => new Map([['app-1.4.9', second]]),
    bumpsGoToGit: true,
  }
}

const lastBefore = async (version: string, ...held: readonly Readonly<Record<string, Presence>>[]) =>
  (await releaseBefore(chart, version, context(...held)))?.version

describe('the release before a version', () => {
  it('is the highest one below it, over all targets', async () => {
    expect(await lastBefore('1.5.0', { '1.4.2': there, '1.3.0': there, '2.0.0': there }, { '1.4.9': there })).toBe(
      '1.4.9',
    )
    expect(await lastBefore('2.0.0', { '1.4.2': there, '1.10.0': there, latest: there })).toBe('1.10.0')
  })

  it('may be one that only Helm reads, as another tool published it', async () => {
    expect(await lastBefore('2024.2.0', { '2024.01.05': there, '2023.12.30': there, latest: there })).toBe('2024.01.05')
    expect(await lastBefore('1.2.0', { '1.1': there, '1.2-beta.1': there })).toBe('1.1')
  })

  it('is a stable one for a stable one, where there is any', async () => {
    const held = { '1.4.2': there, '1.5.0-rc.1': there }
    expect(await lastBefore('1.5.0', held)).toBe('1.4.2')
    expect(await lastBefore('1.5.0-rc.2', held)).toBe('1.5.0-rc.1')
    expect(await lastBefore('1.5.0', { '1.5.0-rc.1': there })).toBe('1.5.0-rc.1')
  })

  it('is none before the first', async () => {
    expect(await lastBefore('1.5.0', {})).toBeUndefined()
    expect(await lastBefore('1.5.0', { '1.5.0': there, '1.6.0': there })).toBeUndefined()
  })

  it('is known by its record, else by its git tag', async () => {
    const recorded = context({ '1.4.9': published('sha256:x', { revision: first }) }, { '1.4.9': broken })
    expect(await releaseBefore(chart, '1.5.0', recorded)).toMatchObject({
      commit: first,
      published: [{ presence: { revision: first } }],
    })
    expect(await releaseBefore(chart, '1.5.0', context({ '1.4.9': there }))).toMatchObject({ commit: second })
  })
})

describe('a version that only a git tag stands for', () => {
  const judged = (version: string) => ({ version, verdict: { action: 'move', reason: '' } as const, sightings: [] })

  it('is a release, known from git', async () => {
    expect(await baselineOf(chart, judged('1.4.9'), context({}))).toEqual({
      version: '1.4.9',
      published: [],
      commit: second,
    })
    expect(await baselineOf(chart, judged('1.4.8'), context({}))).toBeUndefined()
  })
})
