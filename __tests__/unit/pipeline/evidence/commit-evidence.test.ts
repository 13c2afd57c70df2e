import { describe, expect, it } from '@jest/globals'
import { readSources } from '../../../../src/chart/source/read-sources.ts'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { OUR_SUBJECT, OUR_TRAILER } from '../../../../src/model/git/commits.ts'
import { commitEvidence } from '../../../../src/pipeline/evidence/commit-evidence.ts'
import type { EvidenceQuestion } from '../../../../src/plan/version/required-bump.ts'
import type { Git } from '../../../../src/ports/git.ts'
import { failureOf } from '../../../support/values/failure.ts'
import { aGit, commitId, type MemoryCommit, type Texts } from '../../../support/values/memory-git.ts'

const RELEASED = commitId('a')
const chartFiles: Texts = {
  'charts/app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\n',
  'charts/app/.helmignore': 'docs/\n',
  'charts/lib/Chart.yaml': 'apiVersion: v2\nname: lib\nversion: 1.0.0\n',
}

/** Commits on top of the release, oldest first, each with what it wrote. */
function since(...commits: readonly (readonly [message: string, files: Texts])[]): readonly MemoryCommit[] {
  const all: MemoryCommit[] = [{ commit: RELEASED, files: chartFiles }]
  for (const [index, [message, files]] of commits.entries())
    all.push({ commit: commitId(String(index + 1)), message, files: { ...all.at(-1)?.files, ...files } })
  return all
}

interface Situation {
  readonly from?: string | undefined
  readonly needs?: EvidenceQuestion['needs']
  readonly own?: readonly string[]
  readonly changes?: Partial<Git>
}

async function found(commits: readonly MemoryCommit[], situation: Situation = {}) {
  const { needs = ['commits'], own = [], changes = {} } = situation
  const git = aGit({ commits, changes })
  const from = 'from' in situation ? situation.from : RELEASED
  const sources = await readSources(git, await git.head(), ['charts/app', 'charts/lib'])
  const chart = sources.charts.get('charts/app')
  if (!chart) throw new Error('the chart of the test can’t be read')
  const ownCommits = { isOwn: async (commit: string) => own.includes(commit), isOwnChange: async () => false }
  const since = { version: '1.0.0', published: [], ...(from !== undefined && { commit: from }) }
  const findings = await commitEvidence({ platform: { git }, ownCommits }, sources, chart, { since, needs })
  return findings.map(({ level, rule, text }) => `${level} ${rule} ${text}`)
}

const value = (text: string): Texts => ({ 'charts/app/values.yaml': text })

describe('what commits say of a chart', () => {
  it('is said by those since its release that touch it', async () => {
    const commits = since(['feat: more', value('a: 1')], ['fix: a typo', value('a: 2')], ['feat!: gone', {}])
    expect(await found(commits)).toEqual([
      expect.stringMatching(/^minor commits\/\S+ .*more/),
      expect.stringMatching(/^patch commits\/\S+ .*a typo/),
    ])
  })

  it.each([
    ['another chart', { 'charts/lib/values.yaml': 'a: 1' }],
    ['a file that .helmignore leaves out', { 'charts/app/docs/read.md': 'x' }],
    ['a file beside the charts', { 'README.md': 'x' }],
  ])('is not said by those that touch %s', async (_, files) => {
    expect(await found(since(['feat!: gone', files]))).toEqual([])
  })

  it('is also said by one that deletes a file', async () => {
    const before = since(['feat: more', value('a: 1')])
    const { 'charts/app/values.yaml': _, ...without } = before.at(-1)?.files ?? {}
    const deleting = { commit: commitId('d'), message: 'feat!: no values', files: without }
    expect(await found([...before, deleting], { from: commitId('1') })).toEqual([
      expect.stringMatching(/^major .*no values/),
    ])
  })

  it.each([
    ['a bump that changes nothing else', true, []],
    [
      'a commit with the message of a bump that changes more',
      false,
      [expect.stringMatching(/^major commits\/breaking /)],
    ],
  ])('counts as it should: %s', async (_, isOwn, findings) => {
    const message = `${OUR_SUBJECT}app 1.0.1\n\nBREAKING CHANGE: gone\n\n${OUR_TRAILER}: bump\n`
    const own = isOwn ? [commitId('1')] : []
    expect(await found(since([message, value('a: 1')]), { own })).toEqual(findings)
  })

  it('is said by one of ours whose subject says more', async () => {
    const message = `feat: more\n\n${OUR_TRAILER}: bump\n`
    const commits = since([message, value('a: 1')])
    expect(await found(commits, { own: [commitId('1')] })).toEqual([expect.stringMatching(/^minor /)])
  })
})

describe('commits that can’t be looked at', () => {
  const commits = since(['feat: more', value('a: 1')])

  it.each([
    ['no target recorded the commit of the release', undefined],
    ['that commit is nowhere', commitId('f')],
  ])('are a finding without a level if %s', async (_, from) => {
    expect(await found(commits, { from })).toEqual([
      'none commits/unknown The commits are not looked at: which commit released 1.0.0 is not recorded',
    ])
  })

  const shallow = { unshallow: async () => Promise.reject(new ReleaseError('GIT_SHALLOW', 'no history here')) }

  it('are an error if only they decide', async () => {
    expect((await failureOf(found(commits, { changes: shallow }))).code).toBe('GIT_SHALLOW')
  })

  it('are a finding if the chart decides, too', async () => {
    expect(await found(commits, { changes: shallow, needs: ['chart', 'commits'] })).toEqual([
      'none commits/shallow The commits are not looked at: no history here',
    ])
  })
})
