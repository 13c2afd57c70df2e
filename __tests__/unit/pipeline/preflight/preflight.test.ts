import { describe, expect, it } from '@jest/globals'
import { problemsIn, ReleaseError } from '../../../../src/model/errors.ts'
import type { Target } from '../../../../src/model/target.ts'
import { preflight } from '../../../../src/pipeline/preflight/preflight.ts'
import type { ChartDecision } from '../../../../src/plan/decision/decision.ts'
import type { BranchRule } from '../../../../src/ports/github.ts'
import type { Settings } from '../../../../src/settings.ts'
import { aChart, aDecision, aLog, aPlannedRun, aTarget } from '../../../support/values/pipeline.ts'

const app = aChart('app')
const bumped = aDecision(app, { action: 'bump', version: '1.0.1', edits: { version: '1.0.1' } })
const denied = new ReleaseError('REGISTRY_DENIED', 'registry.test says 403.')
const noToken = new ReleaseError('OIDC_UNAVAILABLE', 'The job has no `id-token: write`.')

interface Situation {
  readonly perChart?: Settings['perChart']
  readonly signIndex?: boolean
  readonly targets?: readonly Target[]
  readonly releases?: readonly ChartDecision[]
  readonly sign?: 'keyless' | 'none'
  readonly mayIdentify?: boolean
  readonly signing?: ReleaseError
  readonly helm?: ReleaseError
  readonly provenance?: ReleaseError
  readonly push?: ReleaseError
  readonly rules?: readonly BranchRule[]
  readonly commit?: 'push' | 'pull-request' | 'none'
  readonly shownOn?: 'ref' | 'default branch'
  /** By how much the clock is ahead. */
  readonly ahead?: number
}

const or = async <T>(value: T, error: ReleaseError | undefined): Promise<T> => {
  if (error) throw error
  return value
}

async function checked(situation: Situation) {
  const { releases = [bumped], sign = 'none', commit = 'push', shownOn = 'ref', ahead, ...given } = situation
  const warnings: string[] = []
  const asked: string[] = []
  const log = aLog()
  const signing = sign === 'none' ? undefined : { identity: { subject: 'release.yml', issuer: '' } }
  const run = {
    facts: {
      ...{ refName: 'main', refType: 'branch', ref: 'refs/heads/main', isPullRequest: false, visibility: 'public' },
      ...{ serverUrl: 'https://github.com', repository: 'acme/charts' },
    },
    settings: {
      sign,
      commit,
      tagTemplate: '',
      signIndex: given.signIndex ?? false,
      ...{ perChart: given.perChart ?? {}, targets: [] },
      verifiedCommits: false,
      sigstoreTimeout: 1,
    },
    checkout: { head: 'c0ffee', shownOn },
    targets: given.targets ?? [aTarget()],
    helm: () => or({ version: '4.1.4' }, given.helm),
    provenance: () => or(undefined, given.provenance),
    signing: () => {
      asked.push('certificate')
      return or(signing, given.signing)
    },
    github: { branchRules: async () => given.rules ?? [], writeProblem: async () => undefined },
    warn: (text: string) => void warnings.push(text),
    platform: {
      log,
      clock: { now: () => new Date('2026-11-20T12:00:00Z') },
      serverTime: { ahead: () => (ahead === undefined ? undefined : { milliseconds: ahead, host: 'registry.test' }) },
      identity: { available: given.mayIdentify ?? true, token: () => Promise.reject(noToken) },
      git: {
        ...{ pushProblem: async () => given.push, pushesWithToken: async () => true },
        sideClone: async () => ({ refs: async () => [] }),
      },
    },
  }
  const problems = await preflight(run as never, aPlannedRun([app]), releases).then(() => [], problemsIn)
  return { codes: problems.map(({ code }) => code), problems, warnings, asked, lines: log.lines }
}

const refusing = (address: string, error = denied) => aTarget(address, { preflight: async () => [error] })
const rule = (type: string, bypass: BranchRule['bypass']): BranchRule => ({ type, bypass })

describe('preflight', () => {
  it('finds nothing where everything is allowed, and says what it goes on with', async () => {
    const { codes, warnings, lines } = await checked({ sign: 'keyless' })
    expect([codes, warnings]).toEqual([[], []])
    expect(lines).toEqual(['Packaging with Helm 4.1.4.', 'Signing as release.yml.'])
    expect((await checked({})).lines).toContain('Not signing: `sign: none`.')
  })

  it('asks only targets that a chart to be released goes to, and for signatures only where one is made', async () => {
    const perChart = { app: { targets: ['dir:b'], sign: 'none' as const } }
    const targets = [refusing('oci://a'), aTarget('dir:b')]
    const { codes, asked, lines } = await checked({ sign: 'keyless', mayIdentify: false, targets, perChart })
    expect([codes, asked]).toEqual([[], []])
    expect(lines).toContain('Not signing: `sign: none`.')
    expect((await checked({ targets, perChart: { app: { targets: ['oci://a'] } } })).codes).toEqual(['REGISTRY_DENIED'])
  })

  it('asks for a certificate if the index of an unsigned chart is signed', async () => {
    const perChart = { app: { sign: 'none' as const } }
    const situation = { sign: 'keyless' as const, signIndex: true, mayIdentify: false, perChart }
    expect((await checked({ ...situation, targets: [aTarget('dir:b')] })).codes).toEqual(['OIDC_UNAVAILABLE'])
    expect((await checked({ ...situation, targets: [aTarget('oci://a')] })).codes).toEqual([])
  })

  it('asks no server if the workflow alone shows that it can’t work', async () => {
    const { codes, asked } = await checked({ sign: 'keyless', mayIdentify: false, targets: [refusing('dir:a')] })
    expect(codes).toEqual(['OIDC_UNAVAILABLE'])
    expect(asked).toEqual([])
  })

  it('reports all that refuses together', async () => {
    const { codes } = await checked({
      targets: [refusing('oci://registry.test/charts')],
      sign: 'keyless',
      signing: new ReleaseError('SIGSTORE_UNAVAILABLE', 'Fulcio is down.'),
      push: new ReleaseError('GIT_DENIED', 'origin does not let this run push.'),
      shownOn: 'default branch',
    })
    expect([...codes].sort()).toEqual(['GIT_DENIED', 'HEAD_NOT_ON_REF', 'REGISTRY_DENIED', 'SIGSTORE_UNAVAILABLE'])
  })

  it('reports once what two targets meet', async () => {
    expect((await checked({ targets: [refusing('oci://a'), refusing('oci://b')] })).codes).toEqual(['REGISTRY_DENIED'])
    const other = new ReleaseError('REGISTRY_DENIED', 'elsewhere.test says 403.')
    expect((await checked({ targets: [refusing('oci://a'), refusing('oci://b', other)] })).codes).toHaveLength(2)
  })

  it('takes a target that breaks for one that refuses', async () => {
    const broken = aTarget('dir:a', { preflight: () => Promise.reject(denied) })
    expect((await checked({ targets: [broken, aTarget()] })).codes).toEqual(['REGISTRY_DENIED'])
  })

  it.each([
    ['Helm', { helm: new ReleaseError('TOOL_MISSING', 'There is no helm.') }, 'TOOL_MISSING'],
    ['the OpenPGP key', { provenance: new ReleaseError('GPG_KEY_INVALID', 'not a key.') }, 'GPG_KEY_INVALID'],
  ] as const)('needs %s', async (_, situation, code) => {
    expect((await checked(situation)).codes).toEqual([code])
  })

  it('names a wrong clock first, since the others may come from it', async () => {
    const wrong = { ahead: 3 * 86_400_000, targets: [refusing('oci://a')] }
    expect((await checked(wrong)).codes).toEqual(['CLOCK_WRONG', 'REGISTRY_DENIED'])
    const { codes, warnings } = await checked({ ahead: 3_600_000 })
    expect([codes, warnings]).toEqual([[], [expect.stringContaining('1 hour fast')]])
  })
})

describe('what is asked of a target', () => {
  const sighted = (target: Target, state: 'same' | 'unadopted' | 'absent' | 'unsigned') =>
    aDecision(app, {
      sightings: [
        { target, presence: { state: 'absent' }, evidence: { target: target.address, reference: 'app', state } },
      ],
    })

  it.each([
    ['absent', ['app 1.0.0']],
    ['unsigned', ['app 1.0.0']],
    ['same', []],
    ['unadopted', []],
  ] as const)('are the versions that this run writes there: one that is %s', async (state, refs) => {
    const asked: string[] = []
    const target = aTarget('oci://a', {
      preflight: async (all) => {
        asked.push(...all.map(({ name, version }) => `${name} ${version}`))
        return []
      },
    })
    await checked({ targets: [target], releases: [sighted(target, state)] })
    expect(asked).toEqual(refs)
  })

  it('is whether it stores signatures, last, and only by a run that signs', async () => {
    const problem = new ReleaseError('REGISTRY_FAILED', 'takes no referrers.')
    const target = aTarget('oci://a', { signatureProblem: async () => problem })
    expect((await checked({ targets: [target], sign: 'keyless' })).codes).toEqual(['REGISTRY_FAILED'])
    expect((await checked({ targets: [target] })).codes).toEqual([])
    const both = await checked({ targets: [target, refusing('oci://b')], sign: 'keyless' })
    expect(both.codes).toEqual(['REGISTRY_DENIED'])
  })
})

describe('the rules of the branch', () => {
  it('are a problem if they certainly refuse the bump, and a warning if they may', async () => {
    expect((await checked({ rules: [rule('pull_request', 'no')] })).codes).toEqual(['BRANCH_RULES'])
    const { codes, warnings } = await checked({ rules: [rule('pull_request', 'unknown')] })
    expect([codes, warnings]).toEqual([[], [expect.stringContaining('may refuse a pushed version bump')]])
  })

  it.each([
    ['nothing is bumped', { releases: [aDecision(app)] }],
    ['the bump is proposed', { commit: 'pull-request' }],
    ['git never gets it', { commit: 'none' }],
  ] as const)('do not matter if %s', async (_, situation) => {
    const { codes, warnings } = await checked({ rules: [rule('pull_request', 'no')], ...situation })
    expect([codes, warnings]).toEqual([[], []])
  })
})

describe('a version with a prefix', () => {
  it('is released, with a notice at its line', async () => {
    const { codes, lines } = await checked({ releases: [aDecision(app, { version: 'v1.0.0' })] })
    expect(codes).toEqual([])
    expect(lines[0]).toContain('v1.0.0')
  })
})
