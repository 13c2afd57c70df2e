import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../src/model/errors.ts'
import { createProgress } from '../../src/pipeline/progress.ts'
import type { Push } from '../../src/ports/git.ts'
import { release } from '../../src/release.ts'
import { commitId, type MemoryCommit } from '../support/values/memory-git.ts'
import { aMemoryRun } from '../support/values/memory-run.ts'
import { memoryTarget, type PublishingTarget } from '../support/values/memory-target.ts'

const [OLD, HEAD, NEXT] = [commitId('a'), commitId('b'), commitId('c')]
const chartYaml = 'apiVersion: v2\nname: app\nversion: 1.0.0\n'
const first: MemoryCommit = { commit: OLD, files: { 'charts/app/Chart.yaml': chartYaml } }
const changed: MemoryCommit = { commit: HEAD, files: { ...first.files, 'charts/app/values.yaml': 'a: 1\n' } }

async function released(situation: Parameters<typeof aMemoryRun>[0]) {
  const made = await aMemoryRun(situation)
  const progress = createProgress()
  const report = await release(made.run, progress)
  const results = report.charts.map(({ name, version, result }) => `${name} ${version} ${result}`)
  return { ...made, report, progress, results, codes: report.problems.map(({ code }) => code) }
}

/** A target that an earlier run has published app 1.0.0 to. */
async function publishedBefore(): Promise<PublishingTarget> {
  const { target } = await released({ commits: [first] })
  expect([...target.visible.keys()]).toEqual(['app 1.0.0'])
  return target
}

const ALL = [
  ...['Plan', 'Preflight', 'Bump and package', 'Push the bump'],
  ...['Stage, sign and verify', 'Claim', 'Promote', 'Look from outside'],
]

describe('a run', () => {
  it('publishes a chart that no target has, and claims its version before anybody sees it', async () => {
    const { codes, results, steps, effects } = await released({ commits: [first] })
    expect([codes, results]).toEqual([[], ['app 1.0.0 released']])
    expect(steps).toEqual(ALL)
    expect(effects).toEqual(['tag app-1.0.0', 'show app 1.0.0'])
  })

  it('gives git the new version of a chart that changed before any target gets it', async () => {
    const { results, effects, target, report } = await released({
      ...{ commits: [first, changed], target: await publishedBefore() },
    })
    expect(results).toEqual(['app 1.0.1 released'])
    expect(effects).toEqual(['push main', 'tag app-1.0.1', 'show app 1.0.1'])
    expect(target.visible.get('app 1.0.1')?.revision).toBe(report.bumpCommit)
    expect(report.bumpCommit).not.toBe(HEAD)
  })

  it('is idle the second time', async () => {
    const { results, steps, effects } = await released({ commits: [first], target: await publishedBefore() })
    expect([results, steps, effects]).toEqual([['app 1.0.0 unchanged'], ['Plan'], []])
  })

  it.each([
    ['plan', 'app 1.0.1 planned'],
    ['check', 'app 1.0.1 failed'],
  ])('in the mode %s only looks', async (mode, result) => {
    const target = await publishedBefore()
    const made = await released({ commits: [first, changed], target, inputs: { mode } })
    expect([made.results, made.steps, made.effects]).toEqual([[result], ['Plan'], []])
  })

  it('does nothing at all if something refuses', async () => {
    const denied = new ReleaseError('REGISTRY_DENIED', 'registry.test says 403.')
    const target = memoryTarget(undefined, { preflight: async () => [denied] })
    const { codes, results, steps, effects } = await released({ commits: [first], target })
    expect([codes, results]).toEqual([['REGISTRY_DENIED'], ['app 1.0.0 skipped']])
    expect([steps, effects]).toEqual([['Plan', 'Preflight'], []])
  })

  it('that ends early reports what is visible already', async () => {
    const target = memoryTarget(undefined, { tidy: () => Promise.reject(new Error('the disk is full')) })
    const { report, results } = await released({ commits: [first], target })
    expect(report.problems.map(({ message }) => message)).toEqual(['the disk is full'])
    expect(results).toEqual(['app 1.0.0 released'])
  })

  it('packages again what GitHub committed in the place of its bump', async () => {
    const signed: string[] = []
    const { results, target, report } = await released({
      ...{ commits: [first, changed], target: await publishedBefore(), inputs: { 'verified-commits': 'true' } },
      github: (git) => ({
        writeProblem: async () => undefined,
        commitOnBranch: async ({ parent, files, message }) => {
          const texts = new Map([...files].map(([path, content]) => [path, Buffer.from(content).toString()]))
          const commit = await git.commit(parent, texts, `${message}\nSigned-off-by: GitHub\n`, new Date(0))
          signed.push(commit)
          return { result: 'done', commit }
        },
      }),
    })
    expect(results).toEqual(['app 1.0.1 released'])
    expect([target.visible.get('app 1.0.1')?.revision, report.bumpCommit]).toEqual([signed[0], signed[0]])
  })
})

describe('a branch that moves before the push', () => {
  const raced: Push = { result: 'rejected', reason: 'fetch first', cause: 'raced' }

  /** Each fetch finds the next of these commits on the branch; pushes are refused `times` times. */
  function moving(heads: readonly MemoryCommit[], times: number) {
    let pushes = 0
    return {
      head: async () => HEAD,
      fetchRef: async () => heads[Math.min(pushes, heads.length) - 1]?.commit,
      pushBranch: async (): Promise<Push> => {
        pushes += 1
        return pushes > times ? { result: 'done' } : raced
      },
    }
  }
  const beside = (digit: string): MemoryCommit => {
    return { commit: commitId(digit), files: { ...changed.files, [`${digit}.md`]: 'x' } }
  }

  it('is planned for again if it left the charts alone', async () => {
    const next = beside('c')
    const git = moving([next], 1)
    const {
      results,
      steps,
      report,
      git: made,
    } = await released({
      ...{ commits: [first, changed, next], target: await publishedBefore(), git },
    })
    expect(results).toEqual(['app 1.0.1 released'])
    const again = ['Plan', 'Bump and package', 'Push the bump']
    expect(steps).toEqual([...ALL.slice(0, 4), ...again, ...ALL.slice(4)])
    expect(await made.isAncestor(NEXT, report.bumpCommit ?? '')).toBe(true)
  })

  it('is left to the run that changed the charts', async () => {
    const next = { commit: NEXT, files: { ...changed.files, 'charts/app/values.yaml': 'a: 2\n' } }
    const { results, effects, report, codes } = await released({
      ...{ commits: [first, changed, next], target: await publishedBefore(), git: moving([next], 1) },
    })
    expect([results, codes, effects]).toEqual([['app 1.0.1 skipped'], [], []])
    expect(report.supersededBy).toBe(NEXT)
  })

  it('is left to the runs that move it, in the end', async () => {
    const heads = ['1', '2', '3', '4', '5', '6', '7'].map(beside)
    const { codes, results, steps, effects, report } = await released({
      ...{ commits: [first, changed, ...heads], target: await publishedBefore(), git: moving(heads, 100) },
    })
    expect([codes, results, effects]).toEqual([['GIT_BRANCH_BUSY'], ['app 1.0.1 skipped'], []])
    expect(steps.filter((title) => title === 'Push the bump')).toHaveLength(5)
    expect(report.problems[0]?.message).toBe('main moved 5 times while this run tried to push.')
  })
})

describe('bumps that are proposed', () => {
  const pull = {
    ...{ number: 7, url: 'https://github.com/acme/charts/pull/7', title: '', body: '', head: NEXT },
    ...{ isOpen: true, isMerged: false, labels: [] },
  }
  const fresh = { 'charts/new/Chart.yaml': chartYaml.replace('app', 'new') }

  it('wait for their pull request, and what git has already is released', async () => {
    const placed: string[] = []
    const { results, effects, steps, report } = await released({
      commits: [first, { ...changed, files: { ...changed.files, ...fresh } }],
      ...{ target: await publishedBefore(), inputs: { commit: 'pull-request' } },
      git: {
        ...{ sideClone: async () => ({ refs: async () => [] }) as never, remoteRefs: async () => new Map() },
        ...{ commitsByOthers: async () => [] },
        replaceBranch: async (_commit, branch) => {
          placed.push(branch)
          return { result: 'done' }
        },
      },
      github: () => ({
        ...{ findPull: async () => undefined, findClosedPull: async () => undefined },
        openPull: async () => ({ result: 'done', pull }),
      }),
    })
    expect(results).toEqual(['app 1.0.1 planned', 'new 1.0.0 released'])
    expect([placed, report.pullRequests?.[0]?.url]).toEqual([['release-charts/main'], pull.url])
    expect(steps.slice(0, 4)).toEqual(['Plan', 'Preflight', 'Propose the bumps', 'Bump and package'])
    expect(effects).toEqual(['tag new-1.0.0', 'show new 1.0.0'])
  })

  it('are withdrawn if nothing is left for them, and releases do not wait for that', async () => {
    const { results, warnings } = await released({
      ...{ commits: [first], inputs: { commit: 'pull-request' }, git: { remoteRefs: async () => new Map() } },
      github: () => ({ findPull: () => Promise.reject(new ReleaseError('PULL_REQUEST_FAILED', 'GitHub is down.')) }),
    })
    expect([results, warnings]).toEqual([['app 1.0.0 released'], ['GitHub is down.']])
  })
})
