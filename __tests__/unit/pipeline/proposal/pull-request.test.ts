import { describe, expect, it } from '@jest/globals'
import { proposeBump } from '../../../../src/pipeline/proposal/pull-request.ts'
import type { OpenedPull, PullRequest } from '../../../../src/ports/github.ts'
import { failureOf } from '../../../support/values/failure.ts'
import { aChart, aDecision, aLog, aPlannedRun, sourcesOf } from '../../../support/values/pipeline.ts'

const app = aChart('app')
const bump = aDecision(app, { action: 'bump', version: '1.0.1', edits: { version: '1.0.1' } })
const pull = {
  ...{ number: 7, url: 'https://github.com/acme/charts/pull/7', title: 'mine', body: 'mine', head: 'beef' },
  ...{ isOpen: true, isMerged: false, labels: [] },
} satisfies PullRequest

interface Given {
  /** The pull request that is open. */
  readonly open?: PullRequest
  readonly closed?: PullRequest
  /** The commit on the branch of the bump, and what is known of it. */
  readonly seen?: string
  readonly isOwn?: boolean
  readonly isEdited?: boolean
  readonly opened?: OpenedPull
}

async function proposed({ open, closed, seen, isOwn = true, isEdited = false, opened }: Given) {
  const pushes: string[] = []
  const warnings: string[] = []
  const git = {
    fetchRef: async (ref: string) => (ref === 'refs/heads/main' ? 'c0ffee' : seen),
    isAncestor: async () => true,
    resolve: async () => undefined,
    mergeBase: async () => 'c0ffee',
    commitsByOthers: async () => (isEdited ? ['f00d'] : []),
    replaceBranch: async (_commit: string, branch: string) => {
      pushes.push(branch)
      return { result: 'done' }
    },
  }
  const github = {
    findPull: async () => open,
    findClosedPull: async () => closed,
    openPull: async () => opened ?? { result: 'done', pull },
    updatePull: async () => pull,
  }
  const same = (text: string) => text
  const secrets = { add: () => {}, redact: same, redactData: same }
  const run = {
    ...{ facts: { refName: 'main' }, checkout: { head: 'c0ffee' }, ownCommits: { isOwnChange: async () => isOwn } },
    settings: { pullRequestLabels: [], pullRequestDraft: false },
    ...{ github, history: { sourcesAt: async () => sourcesOf(app) }, warn: (text: string) => void warnings.push(text) },
    platform: { git, log: aLog(), secrets, clock: { sleep: async () => {} } },
  }
  const result = await proposeBump(run as never, aPlannedRun([app]), {
    ...{ branch: 'release-charts/main', commit: 'beef', releases: [bump] },
  })
  return { result, pushes, warnings }
}

describe('proposing a bump', () => {
  it('pushes the branch and opens the pull request', async () => {
    const { result, pushes } = await proposed({})
    expect(pushes).toEqual(['release-charts/main'])
    expect(result).toEqual({ result: 'done', proposal: { pull, paths: new Set(['charts/app']) } })
  })

  it('waits if the last one was closed with the label that postpones it', async () => {
    const { result, pushes } = await proposed({ closed: { ...pull, isOpen: false, labels: ['Not now'] } })
    expect(result).toMatchObject({ result: 'waiting' })
    expect(pushes).toEqual([])
  })

  it('is not postponed by a label of one that was merged', async () => {
    const { result } = await proposed({ closed: { ...pull, isOpen: false, isMerged: true, labels: ['not now'] } })
    expect(result.result).toBe('done')
  })

  it('leaves a branch that a person edited as it is, with a warning', async () => {
    const { result, pushes, warnings } = await proposed({ open: pull, seen: 'f00d', isEdited: true })
    expect(result).toMatchObject({ result: 'waiting' })
    expect(pushes).toEqual([])
    expect(warnings).toHaveLength(1)
  })

  it('never replaces a branch with the work of somebody else', async () => {
    expect((await failureOf(proposed({ seen: 'f00d', isOwn: false }))).code).toBe('BRANCH_NOT_OURS')
  })

  it('gives up if GitHub rejects the pull request again and again', async () => {
    const failure = await failureOf(proposed({ opened: { result: 'rejected', reason: 'no commits' } }))
    expect(failure.code).toBe('PULL_REQUEST_FAILED')
  })
})
