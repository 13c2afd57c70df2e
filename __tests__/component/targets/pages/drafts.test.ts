import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { ChartRef, PackagedChart } from '../../../../src/model/chart.ts'
import type { StoredSignatures } from '../../../../src/model/signature.ts'
import type { Target } from '../../../../src/model/target.ts'
import { openTarget } from '../../../../src/targets/registry.ts'
import type { Steps } from '../../../contract/harness.ts'
import { anArchiveSignature, aPackagedChart } from '../../../support/charts/packaged-chart.ts'
import { aRepository, git, type TestRepository } from '../../../support/git/repository.ts'
import { startGitHub, type TestGitHub } from '../../../support/github/github.ts'
import type { Release } from '../../../support/github/release-state.ts'
import { aTargetContext } from '../../../support/registry/context.ts'
import { startGitServer } from '../../../support/servers/git-http.ts'
import { promoteOne } from '../../../support/values/promote.ts'

let repository: TestRepository
let server: Awaited<ReturnType<typeof startGitServer>>
let github: TestGitHub
let workspace: string
let immutableReleases = false

async function start(): Promise<void> {
  repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  server = await startGitServer(repository.origin)
  github = await startGitHub({ origin: repository.origin, settings: { immutableReleases } })
  workspace = await repository.checkout({ depth: 1 })
  await git(workspace, ['remote', 'set-url', 'origin', server.repository])
}

async function stop(): Promise<void> {
  await server[Symbol.asyncDispose]()
  await repository.remove()
  await github.close()
}

const settings = { githubToken: 'ghs_test', tagOf: ({ name, version }: ChartRef) => `${name}-${version}` }

/** As a new run opens it. */
const open = (steps: Steps = {}) =>
  openTarget(
    'pages://gh-pages?packages=releases',
    aTargetContext({ ...steps, workspace, settings, apiUrl: github.apiUrl, serverUrl: github.webUrl }),
  )

/** All that a run does for one chart, in order; its own signature, unless there is one already. */
async function release(target: Target, chart: PackagedChart, who = 'release.yml') {
  await target.finish?.()
  await target.preflight([chart])
  const staged = await target.stage(chart)
  const own = anArchiveSignature(staged.digest, who)
  const there = await target.signatures(staged)
  if (there.bundles.length === 0) {
    await target.attach(staged, own)
    const { bundles } = await target.signatures(staged)
    const texts = ({ bundles: all }: Pick<StoredSignatures, 'bundles'>) => all.map(({ json }) => `${Buffer.from(json)}`)
    expect(texts({ bundles })).toEqual(texts(own))
  }
  await target.fetch(staged)
  const published = await promoteOne(target, staged)
  await target.tidy?.()
  return published
}

const told = ({ tag, draft, assets }: Release) => `${draft ? 'draft of ' : ''}${tag} with ${assets.length} files`
const there = (tag: string) => github.releases.filter((one) => one.tag === tag).map(told)

/** More than a release has effects: one test for each, so that none takes long. */
const MOMENTS = Array.from({ length: 9 }, (_, index) => index)

describe.each([false, true])('drafts (immutable: %s)', (immutable) => {
  let effects: readonly string[]
  beforeAll(async () => {
    immutableReleases = immutable
    await start()
    const seen: string[] = []
    await release(open({ before: (name) => seen.push(name) }), aPackagedChart({ name: 'counted' }))
    effects = seen
  })
  afterAll(stop)

  it('are looked at after each effect', () => {
    expect(effects.length).toBeGreaterThan(3)
    expect(effects.length).toBeLessThanOrEqual(MOMENTS.length)
  })

  it('of two runs at once leave one release, whichever is first', async () => {
    const chart = aPackagedChart({ name: 'both' })
    const [one, two] = [open(), open()]
    // Both look before any draft is there.
    await one.preflight([chart])
    await two.preflight([chart])
    const [first, second] = [await one.stage(chart), await two.stage(chart)]
    await one.attach(first, anArchiveSignature(chart.digest, 'one'))
    await two.attach(second, anArchiveSignature(chart.digest, 'two'))
    expect(there('both-1.2.3')).toEqual(Array(2).fill('draft of both-1.2.3 with 2 files'))
    expect((await promoteOne(two, second)).changed).toBe(true)
    expect((await promoteOne(one, first)).changed).toBe(false)
    await one.tidy?.()
    expect(there('both-1.2.3')).toEqual(['both-1.2.3 with 2 files'])
  })

  it('of a run that loses are gone when one begins that has nothing to do', async () => {
    const chart = aPackagedChart({ name: 'lost' })
    const loser = open()
    // As planning and preflight do: the index has no such version, and nobody has a draft.
    await loser.find(chart)
    await loser.preflight([chart])
    await release(open(), chart)
    await loser.stage(chart)
    expect(there('lost-1.2.3')).toEqual(['lost-1.2.3 with 2 files', 'draft of lost-1.2.3 with 1 files'])
    await open().finish?.()
    expect(there('lost-1.2.3')).toEqual(['lost-1.2.3 with 2 files'])
  })

  /** Does something once, just before or after the effect of that number. */
  function once(moment: number, work: () => unknown): () => unknown {
    let count = 0
    return () => (count++ === moment ? work() : undefined)
  }

  describe.each(MOMENTS)('at effect %i', (moment) => {
    it.each(['before', 'after'] as const)('of a run that was killed %s it are used or gone', async (when) => {
      if (moment >= effects.length) return
      const chart = aPackagedChart({ name: `killed-${when}-${moment}` })
      const kill = once(moment, () => {
        throw new Error('killed')
      })
      await expect(release(open({ [when]: kill }), chart, 'first')).rejects.toThrow('killed')
      await release(open(), chart, 'second')
      expect(there(`${chart.name}-1.2.3`)).toEqual([`${chart.name}-1.2.3 with 2 files`])
    })

    it('of a run beside which another one goes from end to end leave one whole release', async () => {
      if (moment >= effects.length) return
      const chart = aPackagedChart({ name: `met-${moment}` })
      await release(open({ before: once(moment, () => release(open(), chart, 'other')) }), chart, 'own')
      expect(there(`${chart.name}-1.2.3`)).toEqual([`${chart.name}-1.2.3 with 2 files`])
    })

    it('that are deleted under a living run are made anew', async () => {
      if (moment >= effects.length) return
      const chart = aPackagedChart({ name: `deleted-${moment}` })
      const remove = once(moment, () => {
        const drafts = github.releases.filter(({ draft }) => draft)
        for (const draft of drafts) (github.releases as Release[]).splice(github.releases.indexOf(draft), 1)
      })
      await release(open({ before: remove }), chart)
      expect(there(`${chart.name}-1.2.3`)).toEqual([`${chart.name}-1.2.3 with 2 files`])
    })
  })
})

describe('drafts that stay', () => {
  beforeEach(async () => {
    immutableReleases = false
    await start()
  })
  afterEach(stop)

  /** A draft of ours as a run leaves it that dies after the upload. */
  async function leftBehind(chart: PackagedChart): Promise<Release> {
    await open().stage(chart)
    const draft = github.releases.find(({ tag }) => tag === `${chart.name}-${chart.version}`)
    if (!draft) throw new Error('there is no draft')
    return draft
  }

  const changes: readonly [string, (draft: Release) => void][] = [
    ['whose text somebody changed', (draft) => (draft.body = `Hello.\n\n${draft.body}`)],
    ['without our mark', (draft) => (draft.body = 'By hand.')],
    ['that was published once', (draft) => (draft.publishedAt = new Date())],
    [
      'with a file of somebody else',
      (draft) => (draft.assets = [...draft.assets, { ...(draft.assets[0] ?? fail()), id: 999, name: 'sbom.json' }]),
    ],
    [
      'with another archive',
      (draft) => (draft.assets = [...draft.assets, { ...(draft.assets[0] ?? fail()), id: 999, name: 'b-1.0.0.tgz' }]),
    ],
  ]

  it.each(changes)('are those %s', async (_, change) => {
    const chart = aPackagedChart()
    const draft = await leftBehind(chart)
    change(draft)
    // A person publishes the version; our draft stands beside it.
    draft.tag = 'elsewhere'
    await release(open(), chart)
    draft.tag = 'app-1.2.3'
    await open().finish?.()
    expect(github.releases).toContain(draft)
  })

  it('are those whose tag nobody has published', async () => {
    const draft = await leftBehind(aPackagedChart())
    await release(open(), aPackagedChart({ name: 'beside' }))
    await open().finish?.()
    expect(github.releases).toContain(draft)
  })

  it('are all where GitHub gives no list, and no run fails for that', async () => {
    await release(open(), aPackagedChart())
    github.disturb(({ path }) => (path.includes('/releases?') ? { status: 500, body: { message: 'oops' } } : undefined))
    await open().finish?.()
  })

  it('hold nothing that is replaced: who finds other bytes in one makes another', async () => {
    const draft = await leftBehind(aPackagedChart({ archive: Buffer.from('of another commit') }))
    const [asset] = draft.assets
    await release(open(), aPackagedChart())
    expect(draft.assets).toEqual([asset])
  })
})

function fail(): never {
  throw new Error('it is not there')
}
