import { describe, expect, it } from '@jest/globals'
import { isAnyOnBranch, reaches } from '../../../../src/plan/history/reachable.ts'

interface Clone {
  /** Commits that the clone has below its head, and those that come with the rest of the history. */
  readonly near?: readonly string[]
  readonly far?: readonly string[]
  readonly isShallow?: boolean
  /** Commits that origin does not give out. */
  readonly unknown?: readonly string[]
}

function aClone({ near = [], far = [], isShallow = false, unknown = [] }: Clone) {
  let isWhole = !isShallow
  const calls: string[] = []
  const git = {
    ensureCommit: async (commit: string) => !unknown.includes(commit),
    isAncestor: async (commit: string) => near.includes(commit) || (isWhole && far.includes(commit)),
    isShallow: async () => !isWhole,
    unshallow: async () => {
      calls.push('unshallow')
      isWhole = true
    },
  }
  return { git: git as never, calls }
}

describe('whether a commit reaches another', () => {
  it('is seen in what the clone has', async () => {
    const { git, calls } = aClone({ near: ['a'], isShallow: true })
    expect(await reaches('head', 'a', git)).toBe(true)
    expect(calls).toEqual([])
  })

  it('is not denied before a shallow clone is deepened', async () => {
    const { git, calls } = aClone({ far: ['a'], isShallow: true })
    expect(await reaches('head', 'a', git)).toBe(true)
    expect(calls).toEqual(['unshallow'])
  })

  it('is denied by a whole clone at once', async () => {
    const { git, calls } = aClone({ near: ['a'] })
    expect(await reaches('head', 'b', git)).toBe(false)
    expect(calls).toEqual([])
  })
})

describe('whether one of some commits is in the history of the planned one', () => {
  it('is true if any of them is', async () => {
    expect(await isAnyOnBranch(new Set(['b', 'a']), 'head', aClone({ near: ['a'] }).git)).toBe(true)
  })

  it('passes over commits that nobody gives out any more', async () => {
    const { git } = aClone({ near: ['a', 'b'], unknown: ['a'] })
    expect(await isAnyOnBranch(new Set(['a']), 'head', git)).toBe(false)
    expect(await isAnyOnBranch(new Set(['a', 'b']), 'head', git)).toBe(true)
  })

  it('asks of the planned commit, wherever the checkout is', async () => {
    const asked: string[] = []
    const git = {
      ensureCommit: async () => true,
      isShallow: async () => false,
      isAncestor: async (_: string, of: string) => asked.push(of) > 0,
    }
    expect(await isAnyOnBranch(new Set(['a']), 'planned', git as never)).toBe(true)
    expect(asked).toEqual(['planned'])
  })

  it('is false for none', async () => {
    expect(await isAnyOnBranch(new Set(), 'head', aClone({}).git)).toBe(false)
  })
})
