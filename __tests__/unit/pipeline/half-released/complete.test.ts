import { describe, expect, it } from '@jest/globals'
import { packageCharts } from '../../../../src/chart/package/package.ts'
import type { PackagedChart } from '../../../../src/model/chart.ts'
import { ReleaseError } from '../../../../src/model/errors.ts'
import type { HalfRelease } from '../../../../src/pipeline/half-release.ts'
import { completeHalfReleases } from '../../../../src/pipeline/half-released/complete.ts'
import { createHistory } from '../../../../src/pipeline/history.ts'
import { createProgress } from '../../../../src/pipeline/progress.ts'
import type { Signing } from '../../../../src/pipeline/run.ts'
import { published } from '../../../support/index/shelf.ts'
import { aHalfRelease, recordedAt, seenOn } from '../../../support/values/half-released.ts'
import { memoryFiles } from '../../../support/values/memory-files.ts'
import { aGit, commitId, type MemoryCommit } from '../../../support/values/memory-git.ts'
import { aBuildContext } from '../../../support/values/memory-helm.ts'
import { aLog, aPlannedRun, aTarget, digestOf, type MemoryTarget } from '../../../support/values/pipeline.ts'

const [FIRST, SECOND, HEAD, AWAY] = [commitId('1'), commitId('2'), commitId('b'), commitId('f')]
const chartYaml = (version: string) => `apiVersion: v2\nname: app\nversion: ${version}\n`
const at = (commit: string, version: string): MemoryCommit => {
  return { commit, files: { 'charts/app/Chart.yaml': chartYaml(version) } }
}
const commits = [at(AWAY, '0.9.0'), at(FIRST, '1.0.0'), at(SECOND, '1.1.0'), at(HEAD, '1.2.0')]

interface World {
  readonly holder: MemoryTarget
  /** What that one holds, by version. */
  readonly packages: Map<string, PackagedChart>
  readonly lacking: MemoryTarget
  /** A target that was configured after these versions were recorded. */
  readonly later: MemoryTarget
}

interface Situation {
  /** Release commits of the half releases, oldest first. */
  readonly releases?: readonly string[]
  /** Changes what stands there before the run. */
  readonly before?: (world: World) => void
  /** Why they can't be finished. */
  readonly problem?: ReleaseError
  readonly signing?: Signing
}

/** Holds each version that is in `packages`. */
function aHolder(packages: World['packages']): MemoryTarget {
  return aTarget('oci://a.test/charts', {
    find: async ({ version }) => {
      const there = packages.get(version)
      return there ? published(there.fingerprint, { digest: there.digest }) : { state: 'absent' }
    },
    fetch: async ({ ref, digest }) => {
      const { archive = new Uint8Array(), digest: archiveDigest = digest } = packages.get(ref.version) ?? {}
      return { digest, archive, archiveDigest }
    },
  })
}

async function completed({ releases = [FIRST], before, problem, signing }: Situation) {
  const memory = memoryFiles()
  const isAncestor = async (ancestor: string) => ancestor !== AWAY
  const git = aGit({ commits, files: memory, changes: { isAncestor } })
  const history = createHistory(git, [], { targets: [], perChart: {} })
  const buildContext = aBuildContext(git, memory)
  const order: string[] = []
  const packages: World['packages'] = new Map()
  const holder = aHolder(packages)
  const world: World = { holder, packages, lacking: aTarget('dir:b'), later: aTarget('dir:c') }
  const stage = world.lacking.stage
  world.lacking.stage = async (chart) => {
    order.push(chart.version)
    return stage(chart)
  }
  const halves: HalfRelease[] = []
  for (const commit of releases) {
    const release = await recordedAt(git, commit, [world.holder, world.lacking])
    const { path, version, fingerprint } = release
    const sources = await history.sourcesAt(commit, [path])
    const request = { ...{ path, version, fingerprint, commit, sources }, overlay: new Map(), committedAt: new Date(0) }
    const packaged = (await packageCharts([request], await buildContext())).get(path)
    if (!packaged || packaged instanceof ReleaseError) throw packaged ?? new Error('nothing was packaged')
    packages.set(version, packaged)
    const seen = [await seenOn(world.holder, release), await seenOn(world.lacking, release)]
    const { source, ...half } = await aHalfRelease(git, release, seen)
    halves.push({ ...half, ...(problem ? { problem } : source && { source }) })
  }
  before?.(world)
  const steps: string[] = []
  const run = {
    ...{ targets: [world.holder, world.lacking, world.later], history, buildContext, warn: () => {} },
    ...{
      signing: async () => signing,
      provenance: async () => undefined,
      helm: async () => (await buildContext()).helm,
    },
    ...{
      facts: {} as never,
      github: {} as never,
      settings: { tagTemplate: '', provenance: false, perChart: {} } as never,
    },
    steps: {
      current: '',
      during: <T>(title: string, work: () => Promise<T>) => {
        steps.push(title)
        return work()
      },
    },
    platform: { git, files: memory, log: aLog(), secrets: {} as never },
  }
  const planned = aPlannedRun([], { head: HEAD, halfReleases: { halves, checked: halves, warnings: [] } })
  const progress = createProgress()
  await completeHalfReleases(run, planned, progress)
  const results = halves.map((half) => progress.completions.get(half))
  const problems = results.map((result) => (result instanceof ReleaseError ? result.code : undefined))
  return { ...world, results, problems, steps, order, promoted: progress.promoted }
}

/** Somebody put other bytes in the place of 1.0.0. */
function replaced(packages: World['packages']): void {
  const there = packages.get('1.0.0')
  if (there) packages.set('1.0.0', { ...there, archive: Buffer.from('x'), digest: digestOf('x') })
}

describe('finishing a half release', () => {
  it('gives the target that lacks it the bytes that the other has', async () => {
    const { holder, packages, lacking, results, problems } = await completed({})
    expect(problems).toEqual([undefined])
    expect(lacking.stored.get('app')?.archive).toEqual(packages.get('1.0.0')?.archive)
    expect(lacking.calls).toEqual(['stage app', 'promote app'])
    expect(holder.calls).not.toContain('stage app')
    expect(results[0]).toMatchObject({ path: 'charts/app', published: [{ changed: true }, { changed: true }] })
  })

  it('gives nothing to a target that its own run did not publish to', async () => {
    expect((await completed({})).later.calls).toEqual([])
  })

  it('is no release of today', async () => {
    expect((await completed({})).promoted.size).toBe(0)
  })

  it('of two versions of a chart takes the older one first', async () => {
    const { problems, order, lacking } = await completed({ releases: [FIRST, SECOND] })
    expect([problems, order]).toEqual([
      [undefined, undefined],
      ['1.0.0', '1.1.0'],
    ])
    expect(lacking.calls).toEqual(['stage app', 'promote app', 'stage app', 'promote app'])
  })

  it('goes on with the next version if one can’t be finished', async () => {
    const before = ({ packages }: World) => replaced(packages)
    const { problems, order } = await completed({ releases: [FIRST, SECOND], before })
    expect([problems, order]).toEqual([['PUBLISHED_CONTENT_DIFFERS', undefined], ['1.1.0']])
  })

  it('is no step of a run that has nothing to finish', async () => {
    expect((await completed({ releases: [] })).steps).toEqual([])
    expect((await completed({})).steps).toEqual(['Finish half releases'])
  })
})

describe('a half release that can’t be finished', () => {
  const denied = new ReleaseError('REGISTRY_DENIED', 'b.test says 403.')

  it('is known before anything is uploaded, if the target refuses', async () => {
    const { problems, lacking } = await completed({
      before: ({ lacking: target }) => {
        target.preflight = async () => [denied]
      },
    })
    expect([problems, lacking.calls]).toEqual([['REGISTRY_DENIED'], []])
  })

  it('keeps the code of what stopped it, and says what is half released and how to drop it', async () => {
    const { results } = await completed({
      before: ({ lacking }) => {
        lacking.stage = () => Promise.reject(denied)
      },
    })
    expect(results[0]).toMatchObject({
      code: 'REGISTRY_DENIED',
      message: 'app 1.0.0 is half released: it is on oci://a.test/charts; it is not on dir:b: b.test says 403.',
      hint: expect.stringContaining('git push origin --delete refs/release-charts/unfinished/app-1.0.0-'),
    })
  })

  it('is not completed with bytes that git does not package', async () => {
    const { problems, lacking } = await completed({
      before: ({ packages }) => replaced(packages),
    })
    expect([problems, lacking.calls]).toEqual([['PUBLISHED_CONTENT_DIFFERS'], []])
  })

  it('for a reason that was found before is left as it is', async () => {
    const problem = new ReleaseError('HALF_RELEASE_COMMIT_GONE', 'gone')
    const { results, lacking } = await completed({ problem })
    expect([results, lacking.calls]).toEqual([[problem], []])
  })

  it('because nobody vouches for its commit is not signed', async () => {
    const signer = {
      prepare: () => Promise.reject(new Error('not asked')),
      sign: () => Promise.reject(new Error('signed')),
    }
    const verifier = { judge: async () => ({ missing: ['bundle'] }) }
    const signing = { signer, verifier, identity: {}, ours: {} } as unknown as Signing
    const { problems, lacking } = await completed({ releases: [AWAY], signing })
    expect([problems, lacking.calls]).toEqual([['HALF_RELEASE_UNVERIFIED'], []])
  })
})
