import { describe, expect, it } from '@jest/globals'
import { isVerified, pushBump } from '../../../../src/pipeline/bump/push-bump.ts'
import type { Written } from '../../../../src/pipeline/bump/write-bump.ts'
import type { Push } from '../../../../src/ports/git.ts'
import { failureOf } from '../../../support/values/failure.ts'
import { aChart, aDecision, aLog, aPlannedRun, sourcesOf } from '../../../support/values/pipeline.ts'

const app = aChart('app')

interface Origin {
  readonly push: Push
  /** The head of the branch on origin, and whether it came after the planned one. */
  readonly head?: string
  /** What the new head holds of the chart. */
  readonly fingerprint?: string
  readonly parentOfHead?: string
  /** Whether a bump is all that came. */
  readonly isOwnChange?: boolean
}

function pushed({ push, head = 'c0ffee', fingerprint = app.fingerprint, parentOfHead, isOwnChange = false }: Origin) {
  const git = {
    pushBranch: async () => push,
    fetchRef: async () => head,
    isAncestor: async (ancestor: string, descendant: string) => ancestor === descendant,
    resolve: async () => parentOfHead,
    resolveTree: async () => 'one tree',
    fastForward: async () => true,
  }
  const written = { commit: 'beef', files: new Map(), message: '' } as unknown as Written
  const sourcesAt = async () => sourcesOf({ ...app, fingerprint })
  const run = {
    ...{ facts: { refName: 'main' } as never, github: {} as never, history: { sourcesAt } as never },
    ownCommits: { isOwnChange: async () => isOwnChange } as never,
    ...{ platform: { git: git as never, log: aLog() }, settings: { verifiedCommits: false } as never },
  }
  return pushBump(run, aPlannedRun([app]), written, [aDecision(app)])
}

const rejected = (cause: 'raced' | 'refused' | 'name' | 'lost'): Push => ({ result: 'rejected', reason: 'no', cause })

describe('pushing the bump', () => {
  it('is done with the commit that was pushed', async () => {
    expect(await pushed({ push: { result: 'done' } })).toEqual({ result: 'done', commit: 'beef' })
  })

  it('takes a new head that left the charts alone', async () => {
    expect(await pushed({ push: rejected('raced'), head: 'f00d' })).toEqual({ result: 'again', head: 'f00d' })
  })

  it('leaves charts to the run of the commit that changed them', async () => {
    const push = await pushed({ push: rejected('raced'), head: 'f00d', fingerprint: 'another' })
    expect(push).toEqual({ result: 'superseded', by: 'f00d' })
  })

  it('takes a new head that is a bump alone, as no run may have been started for it', async () => {
    const push = await pushed({
      push: rejected('raced'),
      head: 'f00d',
      fingerprint: 'another',
      isOwnChange: true,
    })
    expect(push).toEqual({ result: 'again', head: 'f00d' })
  })

  it('is done if the branch has the same bump already', async () => {
    const push = await pushed({ push: rejected('raced'), head: 'f00d', parentOfHead: 'c0ffee' })
    expect(push).toEqual({ result: 'done', commit: 'f00d' })
  })

  it.each(['refused', 'name'] as const)(
    'fails if origin refuses it for good (%s), also on a new head',
    async (cause) => {
      const failure = await failureOf(pushed({ push: rejected(cause), head: 'f00d' }))
      expect(failure.code).toBe('GIT_PUSH_REFUSED')
    },
  )

  it('fails if the branch did not move', async () => {
    expect((await failureOf(pushed({ push: rejected('lost') }))).code).toBe('GIT_PUSH_REFUSED')
  })
})

describe('a commit that GitHub makes and signs', () => {
  const verified = (chosen: boolean | undefined, rules: readonly string[] | undefined) => {
    const branchRules = async () => rules?.map((type) => ({ type, bypass: 'no' }))
    const settings = { verifiedCommits: chosen } as never
    return isVerified({ settings, github: { branchRules } as never }, 'main')
  }

  it.each([
    ['by choice', true, [], true],
    ['because a rule asks for it', undefined, ['required_signatures'], true],
    ['not against the choice', false, ['required_signatures'], false],
    ['not without a rule', undefined, ['pull_request'], false],
    ['not if the rules are unknown', undefined, undefined, false],
  ] as const)('is made %s', async (_, chosen, rules, expected) => {
    expect(await verified(chosen, rules)).toBe(expected)
  })
})
