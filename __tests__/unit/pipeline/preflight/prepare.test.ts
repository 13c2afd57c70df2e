import { describe, expect, it } from '@jest/globals'
import { prepare } from '../../../../src/pipeline/preflight/prepare.ts'
import { createProgress } from '../../../../src/pipeline/progress.ts'
import type { ChartDecision } from '../../../../src/plan/decision/decision.ts'
import { failureOf } from '../../../support/values/failure.ts'
import { aChart, aDecision, aLog, aPlannedRun, aTarget, sourcesOf } from '../../../support/values/pipeline.ts'

const app = aChart('app')
const identity = { subject: 'release.yml', issuer: '' }

interface Situation {
  readonly decisions?: readonly ChartDecision[]
  readonly packagesDir?: string
  /** Files that are in the way, by path. */
  readonly there?: readonly string[]
  readonly inGit?: readonly string[]
}

async function prepared({ decisions = [aDecision(app)], packagesDir, there = [], inGit = [] }: Situation) {
  const done: string[] = []
  const target = aTarget('dir:charts', {
    preflight: async () => {
      done.push('preflight')
      return []
    },
    finish: async () => void done.push('finish'),
  })
  const run = {
    facts: {
      ...{ refName: 'main', refType: 'branch', ref: 'refs/heads/main', isPullRequest: false, visibility: 'public' },
      ...{ serverUrl: 'https://github.com', repository: 'acme/charts' },
    },
    settings: {
      ...{ sign: 'keyless', publicLog: true },
      commit: 'push',
      tagTemplate: '',
      signIndex: false,
      perChart: {},
      verifiedCommits: false,
      packagesDir,
    },
    ...{ checkout: { head: 'c0ffee', shownOn: 'ref' }, targets: [target], warn: () => {} },
    ...{ helm: async () => ({ version: '4.1.4' }), provenance: async () => undefined },
    ...{ signing: async () => ({ identity }), github: { branchRules: async () => [] } },
    steps: { current: '', during: (_title: string, work: () => Promise<unknown>) => work() },
    platform: {
      ...{
        log: aLog(),
        identity: { available: true },
        clock: { now: () => new Date(0) },
        serverTime: { ahead: () => undefined },
        git: {},
      },
      workspace: {
        read: async (path: string) => (there.includes(path) ? Buffer.from('x') : undefined),
        makeFolder: async (folder: string) => void done.push(`make ${folder}`),
      },
    },
  }
  const sources = sourcesOf(app)
  const entry = (path: string) => (inGit.includes(path) ? { mode: '100644', object: '', path } : undefined)
  const planned = aPlannedRun([app], { decisions, sources: { ...sources, tree: { ...sources.tree, entry } } })
  const progress = createProgress()
  await prepare(run as never, planned, progress)
  return { done, progress }
}

describe('what a run does before it changes anything', () => {
  it('asks everything that can refuse, then lets targets finish, and keeps whom it signs as', async () => {
    const { done, progress } = await prepared({ packagesDir: 'packages' })
    expect(done).toEqual(['make packages', 'preflight', 'finish'])
    expect(progress.identity).toBe(identity)
  })

  it('asks nobody if nothing is released, and still finishes what is half written', async () => {
    const { done, progress } = await prepared({ decisions: [aDecision(app, { action: 'leave' })], packagesDir: 'out' })
    expect(done).toEqual(['make out', 'finish'])
    expect(progress.identity).toBeUndefined()
  })

  it('makes no folder that nobody named', async () => {
    expect((await prepared({})).done).toEqual(['preflight', 'finish'])
  })

  it.each([
    ['a file of git', { inGit: ['out/app-1.0.0.tgz'] }],
    ['a file of an earlier step', { there: ['out/app-1.0.0.tgz.prov'] }],
  ])('stops before it asks anybody if a package would replace %s', async (_, situation) => {
    const failure = await failureOf(prepared({ packagesDir: 'out', ...situation }))
    expect(failure.code).toBe('WORKSPACE_PATH_REFUSED')
  })
})
