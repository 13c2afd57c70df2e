import { describe, expect, it } from '@jest/globals'
import { writeArchive } from '../../../../src/chart/archive/archive.ts'
import { ReleaseError } from '../../../../src/model/errors.ts'
import type { Target } from '../../../../src/model/target.ts'
import { currentChart, releasedChart } from '../../../../src/pipeline/evidence/compared-charts.ts'
import type { ProposedChange } from '../../../../src/pipeline/evidence/pull-request-base.ts'
import { createHistory } from '../../../../src/pipeline/history.ts'
import { DIGEST, published } from '../../../support/index/shelf.ts'
import { failureOf } from '../../../support/values/failure.ts'
import { memoryFiles } from '../../../support/values/memory-files.ts'
import { aGit, commitId, type Texts } from '../../../support/values/memory-git.ts'
import { aBuildContext } from '../../../support/values/memory-helm.ts'
import { aTarget, digestOf } from '../../../support/values/pipeline.ts'

const [OLD, HEAD] = [commitId('a'), commitId('b')]
const CHART = 'apiVersion: v2\nname: app\nversion: 1.0.0\nappVersion: "1"\n'
const NEEDS = `dependencies:\n  - name: base\n    version: 1.0.0\n    repository: https://charts.example\n`
const BASE = 'apiVersion: v2\nname: base\nversion: 1.0.0\n'
const LOCK = `dependencies:\n- name: base\n  repository: https://charts.example\n  version: 1.0.0\ndigest: sha256:${'a'.repeat(64)}\ngenerated: "2026-01-01T00:00:00Z"\n`

const archiveOf = (name: string, files: Texts) =>
  writeArchive(
    name,
    Object.entries(files).map(([path, text]) => ({ path, content: Buffer.from(text) })),
    new Date(0),
  )
const textsOf = (files: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...files].map(([path, content]) => [path, Buffer.from(content).toString()]))

interface Situation {
  readonly files?: Texts
  readonly mayFetch?: boolean
  readonly commit?: 'push' | 'none'
  readonly appVersion?: string
}

async function aComparison({ files = {}, mayFetch = true, commit = 'push' }: Situation) {
  const memory = memoryFiles()
  const git = aGit({
    commits: [
      { commit: OLD, files: { 'charts/old-place/Chart.yaml': CHART } },
      { commit: HEAD, files: { 'charts/app/Chart.yaml': CHART, ...files } },
    ],
    files: memory,
  })
  const history = createHistory(git, [], { targets: [], perChart: {} })
  const sources = await history.sourcesAt(HEAD, ['charts/app'])
  const chart = sources.charts.get('charts/app')
  if (!chart) throw sources.problems.get('charts/app') ?? new Error('the chart of the test can’t be read')
  const change: ProposedChange = { base: async () => undefined, mayFetch: async () => mayFetch }
  const fetch = async () => ({ version: '1.0.0', archive: archiveOf('base', { 'Chart.yaml': BASE }) })
  const buildContext = aBuildContext(git, memory, { fetch })
  const facts = { refType: 'branch', isPullRequest: false } as never
  const run = { facts, history, buildContext, platform: { git }, settings: { commit } }
  return { context: { run, change }, sources, chart }
}

const giving = (answer: Uint8Array | ReleaseError): Target =>
  aTarget('oci://registry.test/charts', {
    fetch: async () => {
      if (answer instanceof ReleaseError) throw answer
      return { digest: DIGEST, archive: answer, archiveDigest: digestOf('x') }
    },
  })

describe('the released chart', () => {
  const released = async (answers: readonly (Uint8Array | ReleaseError)[], commit?: string) => {
    const { context, chart } = await aComparison({})
    const holders = answers.map((answer) => ({ target: giving(answer), presence: published('') }))
    const since = { version: '0.9.0', published: holders, ...(commit !== undefined && { commit }) }
    const found = await releasedChart(context, chart, since)
    return 'side' in found ? textsOf(found.side.files) : found.why
  }
  const archive = archiveOf('app', { 'Chart.yaml': CHART, 'values.yaml': 'from: a target\n' })
  const down = new ReleaseError('REMOTE_TIMEOUT', 'registry.test did not answer.')
  const other = new ReleaseError('REGISTRY_NOT_A_CHART', 'It is an image.')

  it.each([
    ['the first target', [archive, down]],
    ['the next one, if that can’t give it', [down, archive]],
  ])('is what %s holds', async (_, answers) => {
    expect(await released(answers)).toEqual({ 'Chart.yaml': CHART, 'values.yaml': 'from: a target\n' })
  })

  it('is what git packages from the commit that released it, in whatever folder, if no target can give it', async () => {
    expect(await released([down], OLD)).toEqual({ 'Chart.yaml': CHART })
  })

  it('is not guessed while a target may answer later', async () => {
    const { context, chart } = await aComparison({})
    const holders = [other, down].map((answer) => ({ target: giving(answer), presence: published('') }))
    const failure = await failureOf(releasedChart(context, chart, { version: '0.9.0', published: holders }))
    expect(failure).toBe(down)
  })

  it.each([
    ['what is published is not a chart', [other], 'It is an image.'],
    ['nobody has it', [], 'no target holds it, and git does not say which commit released it'],
  ])('can’t be compared if %s', async (_, answers, why) => {
    expect(await released(answers)).toBe(`0.9.0 can't be compared: ${why}`)
  })
})

describe('the chart as it is now', () => {
  const now = async (situation: Situation, old: Texts = {}) => {
    const { context, sources, chart } = await aComparison(situation)
    const side = { files: new Map(Object.entries(old).map(([path, text]) => [path, Buffer.from(text)])) }
    const made = await currentChart(context, sources, chart, { old: side, appVersion: situation.appVersion })
    return { texts: textsOf(made.side.files), notes: made.notes.map(({ rule, text }) => `${rule}: ${text}`) }
  }

  it('is packaged from git', async () => {
    const { texts, notes } = await now({ files: { 'charts/app/values.yaml': 'a: 1\n' } })
    expect([texts, notes]).toEqual([{ 'Chart.yaml': CHART, 'values.yaml': 'a: 1\n' }, []])
  })

  it('has the appVersion that it will have', async () => {
    expect((await now({ appVersion: '2' })).texts['Chart.yaml']).toBe(CHART.replace('"1"', '"2"'))
  })

  const locked = { 'charts/app/Chart.yaml': CHART + NEEDS, 'charts/app/Chart.lock': LOCK }

  it('keeps the subchart of the released package if the lock still names it', async () => {
    const { texts, notes } = await now({ files: locked, mayFetch: false }, { 'charts/base/Chart.yaml': BASE })
    expect([texts['charts/base/Chart.yaml'], notes]).toEqual([BASE, []])
  })

  it('is compared without what a pull request must not choose to fetch, and says so', async () => {
    const older = { 'charts/base/Chart.yaml': BASE.replace('1.0.0', '0.9.0') }
    const { texts, notes } = await now({ files: locked, mayFetch: false }, older)
    expect(Object.keys(texts)).toEqual(['Chart.lock', 'Chart.yaml'])
    expect(notes).toEqual(['evidence/not-fetched: Not fetched for a pull request, which names it: base'])
  })

  const LIB = 'apiVersion: v2\nname: lib\nversion: 1.0.0\n'
  const byFolder = {
    'charts/app/Chart.yaml': `${CHART}dependencies:\n  - name: lib\n    version: 1.x.x\n    repository: file://../lib\n`,
    'charts/lib/Chart.yaml': LIB,
  }

  it.each([
    ['has the version that git has', 'push', '1.0.0'],
    ['has the version that it was released with, if git’s own never move', 'none', '1.4.0'],
  ] as const)('holds a chart of this repository, which %s', async (_, commit, version) => {
    const old = { 'charts/lib/Chart.yaml': LIB.replace('1.0.0', '1.4.0') }
    const { texts } = await now({ files: byFolder, commit }, old)
    expect(texts['charts/lib/Chart.yaml']).toBe(LIB.replace('1.0.0', version))
  })
})
