import { describe, expect, it } from '@jest/globals'
import { writeArchive } from '../../../../src/chart/archive/archive.ts'
import type { Target } from '../../../../src/model/target.ts'
import { createEvidenceGatherer } from '../../../../src/pipeline/evidence/evidence.ts'
import type { ProposedChange } from '../../../../src/pipeline/evidence/pull-request-base.ts'
import { createHistory } from '../../../../src/pipeline/history.ts'
import type { EvidenceQuestion } from '../../../../src/plan/version/required-bump.ts'
import type { Helm } from '../../../../src/ports/helm.ts'
import { DIGEST, published } from '../../../support/index/shelf.ts'
import { memoryFiles } from '../../../support/values/memory-files.ts'
import { aGit, commitId, type MemoryCommit, type Texts } from '../../../support/values/memory-git.ts'
import { aBuildContext, memoryHelm } from '../../../support/values/memory-helm.ts'
import { aTarget, digestOf } from '../../../support/values/pipeline.ts'

const CHART = 'apiVersion: v2\nname: app\nversion: 1.0.0\n'
const [RELEASED, FIRST, SECOND] = [commitId('a'), commitId('1'), commitId('2')]
const TEMPLATE = 'kind: ConfigMap\ndata: {{ .Values.port }}\n'
const same = { 'charts/app/Chart.yaml': CHART, 'charts/app/templates/a.yaml': TEMPLATE }
const commits: readonly MemoryCommit[] = [
  { commit: RELEASED, files: { ...same, 'charts/app/values.yaml': 'port: 80\n' } },
  { commit: FIRST, message: 'fix: no port', files: { ...same, 'charts/app/values.yaml': '' } },
  { commit: SECOND, message: 'docs: read me', files: { ...same, 'charts/app/values.yaml': '', 'README.md': 'x' } },
]
const released: Texts = { 'Chart.yaml': CHART, 'templates/a.yaml': TEMPLATE, 'values.yaml': 'port: 80\n' }

/** Asks about the chart at each of these heads in turn, as a run does that plans again. */
async function asked(heads: readonly string[], question: Partial<EvidenceQuestion> = {}) {
  const memory = memoryFiles()
  const git = aGit({ commits, files: memory })
  const history = createHistory(git, [], { targets: [], perChart: {} })
  let fetched = 0
  let rendered = 0
  const files = Object.entries(released).map(([path, text]) => ({ path, content: Buffer.from(text) }))
  const archive = writeArchive('app', files, new Date(0))
  const target: Target = aTarget('oci://registry.test/charts', {
    fetch: async () => {
      fetched += 1
      return { digest: DIGEST, archive, archiveDigest: digestOf('x') }
    },
  })
  const helm: Helm = {
    ...memoryHelm(memory),
    template: async () => {
      rendered += 1
      return { manifests: '' }
    },
  }
  const run = {
    ...{ facts: { refType: 'branch', isPullRequest: false } as never, history, settings: { commit: 'push' } as never },
    ...{ buildContext: aBuildContext(git, memory), helm: async () => helm },
    ownCommits: { isOwn: async () => false, isOwnChange: async () => false },
    platform: { git, files: memory, clock: { monotonic: () => 0 } as never },
  }
  const change: ProposedChange = { base: async () => undefined, mayFetch: async () => true }
  const gather = createEvidenceGatherer(run)
  const since = { version: '1.0.0', commit: RELEASED, published: [{ target, presence: published('') }] }
  const findings: string[][] = []
  for (const head of heads) {
    const sources = await history.sourcesAt(head, ['charts/app'])
    const chart = sources.charts.get('charts/app')
    if (!chart) throw new Error('the chart of the test can’t be read')
    const found = await gather(sources, change)(chart, { since, needs: ['chart', 'commits'], ...question })
    findings.push(found.map(({ level, rule, subject }) => `${level} ${rule} ${subject}`))
  }
  const left = [...memory.content.keys()].filter((path) => path.startsWith('/temp/render'))
  return { findings, fetched, rendered, left }
}

describe('what changed for users', () => {
  it('is told by the package that they have and by the commits since', async () => {
    const { findings } = await asked([FIRST])
    expect(findings[0]).toContainEqual('minor values/removed-still-read port')
    expect(findings[0]).toContainEqual(expect.stringMatching(/^patch commits\/fix /))
  })

  it.each([
    ['the chart alone', ['chart'], 1, ['values', 'files']],
    ['the commits alone', ['commits'], 0, ['commits']],
    ['nothing', [], 0, []],
  ] as const)('is looked for no further than is needed: %s', async (_, needs, times, kinds) => {
    const { findings, fetched } = await asked([FIRST], { needs })
    expect(fetched).toBe(times)
    expect(findings[0]?.map((finding) => finding.split(/[ /]/)[1])).toEqual(kinds)
  })

  it('is compared once for a chart that a later head left alone', async () => {
    const { findings, fetched } = await asked([FIRST, SECOND])
    expect([fetched, findings[1]]).toEqual([1, findings[0]])
  })

  it('is compared again if the chart or the question is another', async () => {
    expect((await asked([FIRST, RELEASED])).fetched).toBe(2)
  })

  it('can’t be told by comparing if nobody has the release', async () => {
    const since = { version: '1.0.0', published: [] }
    const { findings } = await asked([FIRST], { since, needs: ['chart'] })
    expect(findings[0]).toEqual(['none evidence/no-release 1.0.0'])
  })

  it('leaves no rendered chart behind', async () => {
    const { rendered, left } = await asked([FIRST])
    expect(rendered).toBeGreaterThan(1)
    expect(left).toEqual([])
  })
})
