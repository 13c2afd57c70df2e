import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { ChartRef, PackagedChart } from '../../../../src/model/chart.ts'
import type { StoredSignatures } from '../../../../src/model/signature.ts'
import type { Target } from '../../../../src/model/target.ts'
import { openTarget } from '../../../../src/targets/registry.ts'
import type { Steps } from '../../../contract/harness.ts'
import { startGitServer } from '../../../support/git-http.ts'
import { startGitHub, type TestGitHub } from '../../../support/github/github.ts'
import type { Release } from '../../../support/github/release-state.ts'
import { promoteOne } from '../../../support/promote.ts'
import { anArchiveSignature, aPackagedChart } from '../../../support/registry/chart.ts'
import { aTargetContext } from '../../../support/registry/context.ts'
import { aRepository, git, type TestRepository } from '../../../support/repository.ts'

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

/** The effects of a release that nothing disturbs. */
async function effectsOfOne(): Promise<readonly string[]> {
  const effects: string[] = []
  await release(open({ before: (name) => effects.push(name) }), aPackagedChart({ name: 'counted' }))
  return effects
}

describe.each([false, true])('drafts (immutable: %s)', (immutable) => {
  beforeEach(async () => {
    immutableReleases = immutable
    await start()
  })
  afterEach(stop)

  it('of two runs at once leave one release, whichever is first', async () => {
    const chart = aPackagedChart()
    const [one, two] = [open(), open()]
    // Both look before any draft is there.
    await one.preflight([chart])
    await two.preflight([chart])
    const both = [await one.stage(chart), await two.stage(chart)]
    await one.attach(both[0] ?? fail(), anArchiveSignature(chart.digest, 'one'))
    await two.attach(both[1] ?? fail(), anArchiveSignature(chart.digest, 'two'))
    expect(there('app-1.2.3')).toEqual(Array(2).fill('draft of app-1.2.3 with 2 files'))
    expect((await promoteOne(two, both[1] ?? fail())).changed).toBe(true)
    expect((await promoteOne(one, both[0] ?? fail())).changed).toBe(false)
    await one.tidy?.()
    expect(there('app-1.2.3')).toEqual(['app-1.2.3 with 2 files'])
  })

  it('of a run that loses are gone when the next run ends, and when one begins that has nothing to do', async () => {
    const chart = aPackagedChart()
    const loser = open()
    await loser.preflight([chart])
    await release(open(), chart)
    await loser.stage(chart)
    expect(there('app-1.2.3')).toEqual(['app-1.2.3 with 2 files', 'draft of app-1.2.3 with 1 files'])
    await open().finish?.()
    expect(there('app-1.2.3')).toEqual(['app-1.2.3 with 2 files'])
  })

  it('of a run that was killed are used or gone, wherever that was', async () => {
    const effects = await effectsOfOne()
    for (const moment of ['before', 'after'] as const) {
      for (const last of effects.keys()) {
        const chart = aPackagedChart({ name: `killed-${moment}-${last}` })
        let count = 0
        const kill = () => {
          if (count++ === last) throw new Error('killed')
        }
        await expect(release(open({ [moment]: kill }), chart, 'first')).rejects.toThrow('killed')
        await release(open(), chart, 'second')
        expect([effects[last], there(`${chart.name}-1.2.3`)]).toEqual([
          effects[last],
          [`${chart.name}-1.2.3 with 2 files`],
        ])
      }
    }
  })

  it('of a run beside which another one goes from end to end, wherever that is, leave one whole release', async () => {
    const effects = await effectsOfOne()
    for (const meeting of effects.keys()) {
      const chart = aPackagedChart({ name: `met-${meeting}` })
      let count = 0
      const meet = async () => {
        if (count++ === meeting) await release(open(), chart, 'other')
      }
      await release(open({ before: meet }), chart, 'own')
      expect([effects[meeting], there(`${chart.name}-1.2.3`)]).toEqual([
        effects[meeting],
        [`${chart.name}-1.2.3 with 2 files`],
      ])
    }
  })

  it('that a third run deletes under a living one are made anew', async () => {
    const effects = await effectsOfOne()
    for (const meeting of effects.keys()) {
      const chart = aPackagedChart({ name: `deleted-${meeting}` })
      let count = 0
      const remove = () => {
        if (count++ !== meeting) return
        const drafts = github.releases.filter(({ draft }) => draft)
        for (const draft of drafts) (github.releases as Release[]).splice(github.releases.indexOf(draft), 1)
      }
      await release(open({ before: remove }), chart)
      expect([effects[meeting], there(`${chart.name}-1.2.3`)]).toEqual([
        effects[meeting],
        [`${chart.name}-1.2.3 with 2 files`],
      ])
    }
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
