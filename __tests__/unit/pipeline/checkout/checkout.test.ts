import { describe, expect, it } from '@jest/globals'
import { openCheckout } from '../../../../src/pipeline/checkout/checkout.ts'
import type { Git } from '../../../../src/ports/git.ts'
import type { RunnerFacts } from '../../../../src/ports/runner.ts'
import { failureOf } from '../../../support/values/failure.ts'
import { aGit, commitId, type MemoryCommit } from '../../../support/values/memory-git.ts'

const [BASE, MAIN, MINE] = [commitId('a'), commitId('b'), commitId('c')]
const CONFIG = '.github/release-charts.yaml'
const merged: readonly MemoryCommit[] = [
  { commit: BASE, files: { [CONFIG]: 'of the base' } },
  { commit: MAIN, files: { [CONFIG]: 'of main' } },
]
const withMine: readonly MemoryCommit[] = [...merged, { commit: MINE, files: { [CONFIG]: 'mine' } }]

const facts = {
  ...{ ref: 'refs/heads/main', sha: MAIN, eventName: 'push', repository: 'acme/charts' },
  serverUrl: 'https://github.com',
} as RunnerFacts

interface Situation {
  readonly commits?: readonly MemoryCommit[]
  readonly refs?: Readonly<Record<string, string>>
  readonly facts?: Partial<RunnerFacts>
  readonly origin?: string
  readonly changes?: Partial<Git>
}

async function opened({ commits = withMine, refs = {}, facts: own, origin, changes }: Situation) {
  const side = {
    fetchTip: async (ref: string) => refs[ref] ?? commits.find(({ commit }) => commit === ref)?.commit,
    tree: async (commit: string) => git.tree(commit),
    blobs: async (objects: readonly string[]) => git.blobs(objects),
  }
  const git = aGit({
    ...{ commits, refs },
    changes: {
      originAddress: async () => origin ?? 'https://github.com/acme/charts',
      sideClone: async () => side as never,
      ...changes,
    },
  })
  const checkout = await openCheckout(git, { ...facts, ...own })
  const config = Buffer.from((await checkout.read(CONFIG, 100)) ?? []).toString()
  return { checkout, config, calls: git.calls }
}

describe('the commit of the run', () => {
  it('is trusted, and no server is asked', async () => {
    const { checkout, config, calls } = await opened({ commits: merged })
    expect([checkout.head, checkout.shownOn, checkout.settled]).toEqual([MAIN, 'ref', MAIN])
    expect([config, calls]).toEqual(['of main', []])
  })

  it('is not believed about a branch that was rewritten since', async () => {
    const resolve = async (revision: string) => (revision === 'refs/remotes/origin/main' ? BASE : revision)
    const { checkout, calls } = await opened({
      commits: merged,
      refs: { 'refs/heads/main': BASE },
      changes: { resolve },
    })
    expect(calls[0]).toBe('fetch refs/heads/main')
    expect(checkout.shownOn).toBeUndefined()
  })

  it.each(['refs/pull/7/merge', 'refs/heads/gh-readonly-queue/main/pr-7', 'refs/changes/07/7'])(
    'counts for nothing on %s, which anybody moves',
    async (ref) => {
      const { checkout, config } = await opened({ facts: { ref, sha: MINE }, refs: { HEAD: MAIN, [ref]: MINE } })
      expect([checkout.shownOn, checkout.settled, config]).toEqual([undefined, MAIN, 'of main'])
    },
  )

  it('counts for nothing on such a ref, even if the default branch has it by now', async () => {
    const { checkout } = await opened({ facts: { ref: 'refs/pull/7/merge', sha: MINE }, refs: { HEAD: MINE } })
    expect(checkout.shownOn).toBeUndefined()
  })
})

describe('another commit than that of the run', () => {
  it.each([
    ['on the branch of the run', { 'refs/heads/main': MINE }, 'ref'],
    ['on the default branch', { 'refs/heads/main': BASE, HEAD: MINE }, 'default branch'],
    ['nowhere', { 'refs/heads/main': MAIN, HEAD: MAIN }, undefined],
  ] as const)('that origin shows %s', async (_, refs, shownOn) => {
    const { checkout, config } = await opened({ refs })
    expect(checkout.shownOn).toBe(shownOn)
    expect(config).toBe(shownOn === undefined ? 'of main' : 'mine')
  })

  it('can still be read as it is', async () => {
    const { checkout } = await opened({ refs: { HEAD: MAIN } })
    expect(Buffer.from((await checkout.readAtHead(CONFIG, 100)) ?? []).toString()).toBe('mine')
  })

  it('is neither trusted nor refused if origin can’t be asked: the run fails', async () => {
    const down = async () => Promise.reject(new Error('the server is down'))
    const failure = await failureOf(opened({ changes: { fetchRef: down } }))
    expect(failure.message).toContain(`Whether origin shows the checkout (${MINE.slice(0, 12)}) on refs/heads/main`)
  })

  it('is judged by the branch that a pull request is for', async () => {
    const { config } = await opened({
      facts: { ref: 'refs/pull/7/merge', sha: MINE, baseBranch: 'release-1.x' },
      refs: { HEAD: MAIN, 'refs/heads/release-1.x': BASE },
    })
    expect(config).toBe('of the base')
  })

  it('needs a base whose settings could apply', async () => {
    const failure = await failureOf(opened({ facts: { ref: 'refs/pull/7/merge', sha: MINE }, refs: {} }))
    expect(failure.code).toBe('BASE_UNKNOWN')
    expect(failure.message).toContain('looked for: the default branch')
  })
})

describe('an origin that is another repository', () => {
  const refs = { 'refs/heads/main': MINE, HEAD: MINE }

  it.each([
    'https://github.com/evil/charts',
    'git@github.com:acme/charts-evil.git',
    'ssh://git@github.com/evil/acme/charts',
    'git@elsewhere.example:charts.git',
  ])('shows nothing that counts: %s', async (origin) => {
    const { checkout, config } = await opened({ origin, refs })
    expect([checkout.shownOn, config]).toEqual([undefined, 'of main'])
  })

  it.each([
    'https://github.com/Acme/Charts.git/',
    'git@github.com:acme/charts.git',
    'ssh://mirror.example/github.com/acme/charts.git',
    'http://127.0.0.1:3000/any/where',
    'file:///srv/any.git',
    '/srv/any.git',
  ])('it is not, under the address %s', async (origin) => {
    expect((await opened({ origin, refs })).checkout.shownOn).toBe('ref')
  })

  it('leaves nothing to go by if not even the event names a commit', async () => {
    const pull = { ref: 'refs/pull/7/merge', sha: MINE }
    const failure = await failureOf(opened({ origin: 'git@github.com:evil/charts.git', facts: pull, refs }))
    expect([failure.code, failure.message]).toEqual([
      'BASE_UNKNOWN',
      expect.stringContaining('origin is another repository'),
    ])
    const named = { ...pull, base: BASE, baseBranch: 'main', eventName: 'pull_request' }
    expect((await opened({ origin: 'git@github.com:evil/charts.git', facts: named, refs })).config).toBe('of the base')
  })
})

describe('a checkout of another repository on the server of the run', () => {
  const evil = 'https://github.com/evil/charts.git'

  it('is named, also where it is at the commit of the run: a bump would be pushed there', async () => {
    const { checkout } = await opened({ commits: merged, origin: evil })
    expect(checkout).toMatchObject({ shownOn: 'ref', elsewhere: 'evil/charts' })
    expect((await opened({ commits: merged, origin: 'git@github.com:Acme/Charts.git' })).checkout).not.toHaveProperty(
      'elsewhere',
    )
    expect((await opened({ commits: merged, origin: 'ssh://git@mirror.example/charts' })).checkout).not.toHaveProperty(
      'elsewhere',
    )
  })

  it('is refused where nothing of the run is in it, with the way out', async () => {
    const failure = await failureOf(opened({ commits: [{ commit: MINE, files: {} }], origin: evil }))
    expect(failure).toMatchObject({ code: 'CHECKOUT_ELSEWHERE', kind: 'config' })
    expect(failure.message).toContain('The checkout is of evil/charts, and this workflow runs for acme/charts')
    expect(failure.hint).toContain('targets: pages://gh-pages?repository=acme/charts')
  })

  it('may still be planned for a pull request, by the settings of its base', async () => {
    const pull = { ref: 'refs/pull/7/merge', sha: MINE, eventName: 'pull_request', base: MAIN, baseBranch: 'main' }
    const { checkout, config } = await opened({ origin: evil, facts: pull })
    expect([checkout.shownOn, config]).toEqual([undefined, 'of main'])
  })
})
