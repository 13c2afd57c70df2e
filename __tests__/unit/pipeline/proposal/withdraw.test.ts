import { describe, expect, it } from '@jest/globals'
import { ownershipOf, placeOn } from '../../../../src/pipeline/proposal/bump-branch.ts'
import { withdraw } from '../../../../src/pipeline/proposal/withdraw.ts'
import type { Push } from '../../../../src/ports/git.ts'
import { failureOf } from '../../../support/values/failure.ts'
import { aGit, commitId, type MemoryCommit } from '../../../support/values/memory-git.ts'
import { aLog, aPlannedRun } from '../../../support/values/pipeline.ts'

const [BASE, MAIN, LATER, PROPOSED] = [commitId('a'), commitId('b'), commitId('c'), commitId('d')]
const commits: readonly MemoryCommit[] = [
  ...[BASE, MAIN, LATER].map((commit) => ({ commit, files: {} })),
  { commit: PROPOSED, files: { bump: 'x' }, parent: MAIN },
]

interface Situation {
  /** Where the branch of the pull request is on origin. */
  readonly seen?: string | undefined
  readonly main?: string
  readonly isOwn?: boolean
  readonly isEdited?: boolean
  readonly isOpen?: boolean
  readonly push?: Push
}

function aRun(situation: Situation) {
  const { main = MAIN, isOwn = true, isEdited = false, isOpen = true, push = { result: 'done' } } = situation
  const done: string[] = []
  const warnings: string[] = []
  const seen = 'seen' in situation ? situation.seen : PROPOSED
  const git = aGit({
    commits,
    refs: { 'refs/heads/main': main, ...(seen !== undefined && { 'refs/heads/release-charts/main': seen }) },
    changes: {
      commitsByOthers: async () => (isEdited ? [PROPOSED] : []),
      deleteBranch: async (branch, at) => {
        done.push(`delete ${branch} at ${at.slice(0, 1)}`)
        return push
      },
      replaceBranch: async (commit, branch, at) => {
        done.push(`move ${branch} from ${at?.slice(0, 1)} to ${commit.slice(0, 1)}`)
        return push
      },
    },
  })
  const github = {
    findPull: async () => (isOpen ? { number: 7, url: 'https://github.com/acme/charts/pull/7' } : undefined),
    closePull: async (number: number) => void done.push(`close ${number}`),
  }
  const log = aLog()
  const run = {
    ...{ facts: { refName: 'main' } as never, checkout: { head: MAIN } as never, github: github as never },
    ownCommits: { isOwn: async () => isOwn, isOwnChange: async () => isOwn },
    ...{ warn: (text: string) => void warnings.push(text), platform: { git, log } },
  }
  return { run, done, warnings, lines: log.lines }
}

const planned = aPlannedRun([], { head: MAIN })
const rejected: Push = { result: 'rejected', reason: 'stale info', cause: 'raced' }

describe('taking a pull request back', () => {
  async function withdrawn(situation: Situation, tidies = false) {
    const { run, ...made } = aRun(situation)
    await withdraw(run, planned, { branch: 'release-charts/main', why: 'nothing is left', tidies })
    return made
  }

  it('deletes a branch without a pull request only where nobody else would', async () => {
    expect((await withdrawn({ isOpen: false })).done).toEqual([])
    expect((await withdrawn({ isOpen: false }, true)).done).toEqual(['delete release-charts/main at d'])
    expect((await withdrawn({ isOpen: false, isOwn: false }, true)).done).toEqual([])
  })

  it('deletes the branch as this run saw it, and then closes the pull request', async () => {
    const { done, warnings } = await withdrawn({})
    expect([done, warnings]).toEqual([['delete release-charts/main at d', 'close 7'], []])
  })

  it('is nothing to do if none is open', async () => {
    expect((await withdrawn({ isOpen: false })).done).toEqual([])
  })

  it('closes one whose branch is gone', async () => {
    expect((await withdrawn({ seen: undefined })).done).toEqual(['close 7'])
  })

  it.each([
    ['holds the work of somebody else', { isOwn: false }],
    ['was edited', { isEdited: true }],
  ])('is not done, with a warning, if the branch %s', async (_, situation) => {
    const { done, warnings } = await withdrawn(situation)
    expect([done, warnings]).toEqual([[], [expect.stringContaining('release-charts/main')]])
  })

  it.each<[string, Situation, readonly string[]]>([
    ['has started already', { main: LATER }, []],
    ['has moved the branch meanwhile', { push: rejected }, ['delete release-charts/main at d']],
  ])('is left to the run of a later commit that %s', async (_, situation, effects) => {
    const { done, lines } = await withdrawn(situation)
    expect(done).toEqual(effects)
    expect(lines).toEqual(['https://github.com/acme/charts/pull/7 is left to the run of a later commit.'])
  })
})

describe('the branch of the bump', () => {
  it.each<[string, Situation, string]>([
    ['our bump on top of its base', {}, 'ours'],
    ['our bump that somebody changed', { isEdited: true }, 'edited'],
    ['something else', { isOwn: false }, 'foreign'],
  ])('with %s is %s', async (_, situation, ownership) => {
    expect(await ownershipOf(aRun(situation).run, 'main', PROPOSED)).toBe(ownership)
  })

  const wanted = commitId('f')

  async function placed(situation: Situation, merged?: string) {
    const { run, done } = aRun(situation)
    return { result: await placeOn(run, planned, { branch: 'release-charts/main', wanted, merged }), done }
  }

  it('is moved from where this run saw it', async () => {
    expect((await placed({})).done).toEqual(['move release-charts/main from d to f'])
    expect((await placed({ seen: undefined })).done).toEqual(['move release-charts/main from undefined to f'])
  })

  it('is made anew after a merge, whoever wrote it', async () => {
    expect((await placed({ isOwn: false }, PROPOSED)).result).toEqual({ result: 'done' })
  })

  it('is never moved by a run that knows less than another', async () => {
    const { result, done } = await placed({ main: LATER })
    expect([result, done]).toEqual([{ result: 'rejected', reason: 'the base branch moved', isFinal: false }, []])
  })

  it('that somebody edited or made is left alone', async () => {
    expect(await placed({ isEdited: true })).toEqual({ result: { result: 'edited', seen: PROPOSED }, done: [] })
    expect((await failureOf(placed({ isOwn: false }))).code).toBe('BRANCH_NOT_OURS')
  })

  it('that nobody else touched would refuse a further push as well', async () => {
    expect((await placed({ push: rejected })).result).toMatchObject({ result: 'rejected', isFinal: true })
  })
})
