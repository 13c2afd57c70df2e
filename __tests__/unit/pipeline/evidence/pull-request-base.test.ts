import { describe, expect, it } from '@jest/globals'
import { externalDependencies } from '../../../../src/chart/dependencies/external-dependencies.ts'
import type { Checkout } from '../../../../src/pipeline/checkout/checkout.ts'
import { proposedChange } from '../../../../src/pipeline/evidence/pull-request-base.ts'
import { createHistory } from '../../../../src/pipeline/history.ts'
import type { Git } from '../../../../src/ports/git.ts'
import { aGit, commitId, type MemoryCommit, type Texts } from '../../../support/values/memory-git.ts'

const [BASE, MINE, ELSEWHERE] = [commitId('a'), commitId('b'), commitId('e')]
const from = (host: string): Texts => ({
  'charts/app/Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n  - name: base\n    version: 1.0.0\n    repository: https://${host}/charts/\n`,
})

interface Situation {
  readonly shownOn?: Checkout['shownOn']
  readonly mine?: Texts
  /** `.lfsconfig` of the checkout, and of the commit whose settings apply. */
  readonly lfs?: readonly [here: string | undefined, there: string | undefined]
  readonly base?: string
  readonly changes?: Partial<Git>
  readonly more?: readonly MemoryCommit[]
}

function aChange({ shownOn, mine = from('known.test'), lfs = [undefined, undefined], base, ...rest }: Situation) {
  const { more = [], changes = {} } = rest
  const git = aGit({
    commits: [...more, { commit: BASE, files: from('known.test') }, { commit: MINE, files: mine }],
    changes,
  })
  const [here, there] = lfs.map((text) => (text === undefined ? undefined : Buffer.from(text)))
  const checkout: Checkout = {
    ...{ head: MINE, shownOn, settled: shownOn ? MINE : BASE },
    ...{ read: async () => there, readAtHead: async () => here },
  }
  const history = createHistory(git, [], { targets: [], perChart: {} })
  const facts = { ...(base !== undefined && { base }) } as never
  return { change: proposedChange({ checkout, facts, history, platform: { git } }, MINE), history, git }
}

async function mayFetch(situation: Situation, commit = MINE): Promise<boolean> {
  const { change, history } = aChange(situation)
  const sources = await history.sourcesAt(commit, ['charts/app'])
  return change.mayFetch(sources, [...sources.charts.values()].flatMap(externalDependencies))
}

describe('a dependency', () => {
  it.each([
    ['of a trusted commit', { shownOn: 'ref', mine: from('stranger.test') }, true],
    ['that the base fetches from, too', {}, true],
    ['that only a proposal names', { mine: from('stranger.test') }, false],
  ] as const)('%s may be fetched: %s', async (_, situation, expected) => {
    expect(await mayFetch(situation)).toBe(expected)
  })

  it('of a commit that is not on the branch needs a trusted commit that names the place', async () => {
    const away: MemoryCommit = { commit: ELSEWHERE, files: from('stranger.test'), parent: BASE }
    const isAncestor = async (one: string) => one !== ELSEWHERE
    const changes = { isAncestor }
    expect(await mayFetch({ shownOn: 'ref', more: [away], changes }, ELSEWHERE)).toBe(false)
    const known = { ...away, files: from('known.test') }
    expect(await mayFetch({ shownOn: 'ref', more: [known], changes }, ELSEWHERE)).toBe(true)
  })

  it('may not be fetched if the trusted commit is not here', async () => {
    expect(await mayFetch({ changes: { ensureCommit: async () => false } })).toBe(false)
  })
})

describe('files in LFS', () => {
  it.each([
    ['nobody names a server', [undefined, undefined], true],
    ['both name the same', ['a', 'a'], true],
    ['only the proposal names one', ['a', undefined], false],
    ['the proposal names another', ['b', 'a'], false],
    ['the proposal names none any more', [undefined, 'a'], true],
  ] as const)('may be fetched if %s: %j %s', async (_, lfs, expected) => {
    expect(await mayFetch({ lfs })).toBe(expected)
  })
})

describe('the base of a pull request', () => {
  const baseOf = (situation: Situation) => aChange(situation).change.base()

  it.each([
    ['is the commit where it left its base', { base: BASE }, BASE],
    ['is nothing if this is no pull request', {}, undefined],
    ['is nothing if it can’t be had', { base: commitId('f') }, undefined],
  ])('%s', async (_, situation, expected) => {
    expect(await baseOf(situation)).toBe(expected)
  })

  it('is found with the whole history if the clone is too shallow', async () => {
    let isDeep = false
    const changes: Partial<Git> = {
      isShallow: async () => !isDeep,
      unshallow: async () => {
        isDeep = true
      },
      mergeBase: async () => (isDeep ? ELSEWHERE : undefined),
    }
    expect(await baseOf({ base: BASE, changes })).toBe(ELSEWHERE)
  })

  it('is what the event says if no history tells', async () => {
    const changes: Partial<Git> = {
      ...{ isShallow: async () => true, mergeBase: async () => undefined },
      unshallow: () => Promise.reject(new Error('the server is down')),
    }
    expect(await baseOf({ base: BASE, changes })).toBe(BASE)
  })
})
