import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { bumps, gitRightProblems } from '../../../../src/pipeline/preflight/git-rights.ts'
import { nameConflicts } from '../../../../src/pipeline/preflight/name-conflicts.ts'
import { offlineProblems } from '../../../../src/pipeline/preflight/offline-problems.ts'
import type { ChartDecision } from '../../../../src/plan/decision/decision.ts'
import type { RunnerFacts } from '../../../../src/ports/runner.ts'
import { aChart, aDecision, aLog, aPlannedRun } from '../../../support/values/pipeline.ts'

const app = aChart('app')
const asItIs = aDecision(app)
const bumped = aDecision(app, { action: 'bump', version: '1.0.1', edits: { version: '1.0.1' } })
const denied = new ReleaseError('GIT_DENIED', 'origin does not let this run push.')
const facts = {
  refName: 'main',
  refType: 'branch',
  isPullRequest: false,
  serverUrl: 'https://github.com',
} as RunnerFacts

interface Rights {
  readonly commit?: 'push' | 'pull-request' | 'none'
  readonly verifiedCommits?: boolean
  readonly tags?: readonly string[]
  readonly tagTemplate?: string
  /** Refs below `refs/heads/release-charts`. */
  readonly branches?: readonly string[]
}

function aRun({ commit = 'push', verifiedCommits = false, tagTemplate = '', branches = [] }: Rights) {
  const git = { pushProblem: async () => denied, sideClone: async () => ({ refs: async () => branches }) }
  const github = { writeProblem: async () => new ReleaseError('GITHUB_RELEASE_FAILED', 'the token may not write.') }
  return {
    ...{ facts, github: github as never, platform: { git: git as never } },
    settings: { commit, pullRequests: 'one', verifiedCommits, tagTemplate, perChart: {} } as never,
  }
}

const plannedWith = (tags: readonly string[]) =>
  aPlannedRun([app], { remoteTags: async () => new Map(tags.map((tag) => [tag, 'beef'])) })

async function codesOf(rights: Rights, decision: ChartDecision) {
  const problems = await gitRightProblems(aRun(rights), plannedWith(rights.tags ?? []), [decision])
  return problems.map(({ code }) => code)
}

describe('a release', () => {
  it.each([
    ['a chart as git has it', asItIs, false],
    ['another version', bumped, true],
    ['another appVersion alone', aDecision(app, { edits: { appVersion: '5.1' } }), true],
  ])('of %s bumps: %s', (_, decision, expected) => {
    expect(bumps([decision])).toBe(expected)
  })
})

describe('the right to write to git', () => {
  const present = { sightings: [{ presence: { state: 'present' } }] } as unknown as Partial<ChartDecision>
  const absent = { sightings: [{ presence: { state: 'absent' } }] } as unknown as Partial<ChartDecision>
  const template = '{{ .Name }}-{{ .Version }}'

  it.each([
    ['for a bump', {}, bumped, ['GIT_DENIED']],
    ['of the token for a bump that GitHub commits', { verifiedCommits: true }, bumped, ['GITHUB_RELEASE_FAILED']],
    ['for a tag', { tagTemplate: template }, { ...asItIs, ...absent }, ['GIT_DENIED']],
    ['not for a tag that is there', { tagTemplate: template, tags: ['app-1.0.0'] }, { ...asItIs, ...absent }, []],
    ['not for the tag of a published version', { tagTemplate: template }, { ...asItIs, ...present }, []],
    ['not for a bump that git never gets', { commit: 'none' }, bumped, []],
  ] as const)('is asked %s', async (_, rights, decision, codes) => {
    expect(await codesOf(rights, decision)).toEqual(codes)
  })
})

describe('names that git can’t create', () => {
  it.each([
    ['a tag below one that is there', { tagTemplate: '{{ .Name }}/{{ .Version }}', tags: ['app'] }, asItIs, 1],
    ['no tag that is there itself', { tagTemplate: '{{ .Name }}', tags: ['app', 'app/1'] }, asItIs, 0],
    ['the branch of the bump', { commit: 'pull-request', branches: ['refs/heads/release-charts'] }, bumped, 1],
    ['no branch without a bump', { commit: 'pull-request', branches: ['refs/heads/release-charts'] }, asItIs, 0],
  ] as const)('are %s', async (_, rights: Rights, decision, count) => {
    const problems = await nameConflicts(aRun(rights), plannedWith(rights.tags ?? []), [decision])
    expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: count }, () => 'GIT_NAME_CONFLICT'))
  })
})

describe('what is known without the network', () => {
  interface Known {
    readonly sign?: 'keyless' | 'none'
    readonly available?: boolean
    readonly serverUrl?: string
    readonly visibility?: 'public' | 'private'
    readonly publicLog?: boolean
  }
  const noToken = new ReleaseError('OIDC_UNAVAILABLE', 'The job has no `id-token: write`.')

  async function found({ sign = 'keyless', available = true, serverUrl = 'https://github.com', ...known }: Known) {
    const { visibility = 'public', publicLog } = known
    const identity = { available, token: () => Promise.reject(noToken) }
    const run = {
      ...{ facts: { ...facts, serverUrl, visibility, repository: 'acme/charts' } },
      ...{ provenance: async () => undefined, helm: async () => ({}) as never },
      platform: { identity, http: {}, files: {}, clock: {}, log: aLog() } as never,
      settings: {
        ...{ publicLog, helmVersion: undefined, sigstoreTimeoutMs: 1 },
        ...{ sigstoreSigningConfig: undefined, sigstoreTrustedRoot: undefined },
      } as never,
    }
    const problems = await offlineProblems(run, { signs: sign !== 'none' })
    return problems.map(({ code }) => code)
  }

  it('is nothing for a public repository with the permission', async () => {
    expect(await found({})).toEqual([])
  })

  it.each([
    ['the missing permission', { available: false }, 'OIDC_UNAVAILABLE'],
    ['a private repository that has not consented', { visibility: 'private' }, 'PUBLIC_LOG_CONSENT'],
    [
      'a server that the public Sigstore does not know',
      { serverUrl: 'https://git.example.test' },
      'SIGSTORE_NO_PUBLIC_INSTANCE',
    ],
  ] as const)('is %s', async (_, known, code) => {
    expect(await found(known)).toEqual([code])
  })

  it('is nothing about signing with `sign: none`', async () => {
    expect(await found({ sign: 'none', available: false, visibility: 'private' })).toEqual([])
  })
})
