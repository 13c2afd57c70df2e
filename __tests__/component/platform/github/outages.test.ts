import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { troubleIn } from '../../../../src/platform/github/failure.ts'
import { createGitHub } from '../../../../src/platform/github/github.ts'
import { createJournal } from '../../../../src/platform/process/journal.ts'
import type { GitHubRelease } from '../../../../src/ports/github.ts'
import { aRepository, git, type TestRepository } from '../../../support/git/repository.ts'
import { badGateway, type LateFault } from '../../../support/github/faults.ts'
import { startGitHub, type TestGitHub } from '../../../support/github/github.ts'
import type { Recorded } from '../../../support/github/server.ts'
import { workflowToken } from '../../../support/github/tokens.ts'
import { keptLog, patientClock } from '../../../support/sigstore/signing-run.ts'

const TOKEN = workflowToken('ghs_releases', { contents: 'write', pull_requests: 'write' })
const HTML: LateFault = { status: 200, body: '<html><body>A proxy says hello</body></html>' }
const content = Buffer.from('the archive of a chart')

let repository: TestRepository
let hub: TestGitHub
let head: string
beforeAll(async () => {
  repository = await aRepository({ files: { 'a.txt': 'a\n' } })
})
beforeEach(async () => {
  head = (await repository.remote()) ?? ''
  await repository.git('push', '--quiet', '--force', 'origin', 'HEAD:refs/heads/bumps')
  hub = await startGitHub({
    origin: repository.origin,
    tokens: [TOKEN],
    settings: { actionsMayOpenPullRequests: true },
  })
})
afterEach(() => hub.close())
afterAll(() => repository.remove())

function connect() {
  const [clock, log] = [patientClock(), keptLog()]
  const options = {
    environment: {},
    token: TOKEN.value,
    apiUrl: hub.apiUrl,
    repository: 'acme/charts',
    journal: createJournal(),
  }
  return { github: createGitHub({ ...options, clock, log }), clock, log }
}

type GitHub = ReturnType<typeof connect>['github']

/** How many requests match. */
const sent = (pattern: RegExp) =>
  hub.requests.filter(({ method, path }) => pattern.test(`${method} ${path.replace(/\?.*/, '')}`)).length

/** Trouble for the first requests that match. */
function first(pattern: RegExp, times: number) {
  let count = 0
  return ({ method, path }: Recorded) => pattern.test(`${method} ${path}`) && ++count <= times
}

const before = (pattern: RegExp, fault: Exclude<LateFault, 'cut'>, times = 1) => {
  const isHit = first(pattern, times)
  hub.disturb((request) => (isHit(request) ? fault : undefined))
}
const after = (pattern: RegExp, fault: LateFault, times = 1) => {
  const isHit = first(pattern, times)
  hub.disturbAnswers((request) => (isHit(request) ? fault : undefined))
}

const draft = (tag: string) => ({ tag, name: tag, body: 'First.\r\nSecond.', prerelease: false })

async function published(github: GitHub, tag: string): Promise<GitHubRelease> {
  const { id } = await github.releases.createDraft(draft(tag))
  return github.releases.publish(id, 'legacy')
}

const text = { title: 'chore(release): app 1.0.1', body: 'one chart', draft: false }

async function aPull(github: GitHub) {
  await repository.commit('feat: more', { 'b.txt': `${Math.random()}\n` })
  await repository.git('push', '--quiet', '--force', 'origin', 'HEAD:refs/heads/bumps')
  await repository.git('push', '--quiet', '--force', 'origin', `${head}:refs/heads/main`)
  const opened = await github.openPull('bumps', 'main', text)
  if (opened.result !== 'done') throw new Error(opened.reason)
  return opened.pull
}

const commitOn = (parent: string) => ({
  branch: 'main',
  parent,
  message: 'chore: index',
  files: new Map([['index.yaml', 'entries: {}\n']]),
})

interface Scene {
  readonly github: GitHub
  readonly release: GitHubRelease
}

/** One row a request that changes something: what is asked, what GitHub sees, and what must be there once afterwards. */
const changes: readonly [
  string,
  {
    readonly request: RegExp
    readonly run: (scene: Scene) => Promise<unknown>
    readonly afterwards: () => Promise<unknown>
  },
][] = [
  [
    'a draft',
    {
      request: /^POST \/repos\/acme\/charts\/releases$/,
      run: ({ github }) => github.releases.createDraft(draft('app-2.0.0')),
      afterwards: async () => expect(hub.releases.filter(({ tag }) => tag === 'app-2.0.0')).toHaveLength(1),
    },
  ],
  [
    'a file of a release',
    {
      request: /^POST .*\/assets/,
      run: async ({ github, release }) => {
        const asset = await github.releases.upload(release, 'app-1.0.0.tgz', content)
        expect([asset.name, asset.size, asset.isUploaded]).toEqual(['app-1.0.0.tgz', content.length, true])
      },
      afterwards: async () =>
        expect(hub.releases[0]?.assets.map(({ name, content: there }) => [name, `${there}`])).toEqual([
          ['app-1.0.0.tgz', `${content}`],
        ]),
    },
  ],
  [
    'showing a release',
    {
      request: /^PATCH .*\/releases\/\d+$/,
      run: async ({ github, release }) =>
        expect((await github.releases.publish(release.id, 'legacy')).isDraft).toBe(false),
      afterwards: async () => expect(hub.releases.map((one) => one.draft)).toEqual([false]),
    },
  ],
  [
    'deleting a draft',
    {
      request: /^DELETE .*\/releases\/\d+$/,
      run: ({ github, release }) => github.releases.deleteDraft(release.id),
      afterwards: async () => expect(hub.releases).toEqual([]),
    },
  ],
  [
    'a pull request',
    {
      request: /^POST .*\/pulls$/,
      run: async ({ github }) =>
        expect(await aPull(github)).toMatchObject({ title: text.title, body: text.body, isOpen: true }),
      afterwards: async () =>
        expect(hub.pulls.map(({ state, title }) => [state, title])).toEqual([['open', text.title]]),
    },
  ],
  [
    'a new text of a pull request',
    {
      request: /^PATCH .*\/pulls\/\d+$/,
      run: async ({ github }) => {
        const { number } = await aPull(github)
        expect((await github.updatePull(number, { ...text, title: 'another' })).title).toBe('another')
      },
      afterwards: async () => expect(hub.pulls.map(({ title }) => title)).toEqual(['another']),
    },
  ],
  [
    'closing a pull request',
    {
      request: /^PATCH .*\/pulls\/\d+$/,
      run: async ({ github }) => github.closePull((await aPull(github)).number),
      afterwards: async () => expect(hub.pulls.map(({ state }) => state)).toEqual(['closed']),
    },
  ],
]

/** What may come of one request, of which nobody knows whether it was done. */
const troubles: readonly [string, (pattern: RegExp) => void][] = [
  ['a connection that breaks before', (pattern) => before(pattern, 'reset')],
  ['a connection that breaks afterwards', (pattern) => after(pattern, 'reset')],
  ['a 502 with a page before', (pattern) => before(pattern, badGateway())],
  ['a 502 with a page afterwards', (pattern) => after(pattern, badGateway())],
  ['a page in place of the answer', (pattern) => after(pattern, HTML)],
  ['an answer that is cut', (pattern) => after(pattern, 'cut')],
  ['a 408', (pattern) => before(pattern, { status: 408, body: { message: 'Request Timeout' } })],
  [
    'a 503 that asks for a pause',
    (pattern) => before(pattern, { ...badGateway(), status: 503, headers: { 'retry-after': '9' } }),
  ],
]

describe.each(changes)('%s', (_, { request, run, afterwards }) => {
  it.each(troubles)('is there once after %s', async (_trouble, disturb) => {
    const { github } = connect()
    const release = await github.releases.createDraft(draft('app-1.0.0'))
    disturb(request)
    await run({ github, release })
    await afterwards()
  })

  it('fails with the host, the status and the attempts while GitHub is away for good', async () => {
    const { github, clock } = connect()
    const release = await github.releases.createDraft(draft('app-1.0.0'))
    const already = sent(request)
    before(request, badGateway(), Number.POSITIVE_INFINITY)
    const { host } = new URL(hub.apiUrl)
    await expect(run({ github, release })).rejects.toMatchObject({
      message: expect.stringMatching(`: ${host} answered 502 \\(5 attempts\\)$`),
      hint: expect.stringContaining('Run again when GitHub answers'),
    })
    expect(sent(request) - already).toBe(5)
    expect(clock.elapsed).toBeGreaterThanOrEqual(15_000)
  })
})

describe('an upload that broke in the middle', () => {
  it('is made again in the place of what it left', async () => {
    const { github } = connect()
    const release = await github.releases.createDraft(draft('app-1.0.0'))
    hub.breakUploads(2)
    const asset = await github.releases.upload(release, 'app-1.0.0.tgz', content)
    expect(asset.isUploaded).toBe(true)
    expect(hub.releases[0]?.assets.map((one) => `${one.content}`)).toEqual([`${content}`])
  })
})

describe('a file that somebody replaced', () => {
  it.each(['other bytes', ''])(
    'is given as it is (%j), for its digest to tell, and not asked for again',
    async (text) => {
      const { github } = connect()
      const release = await published(github, 'app-1.0.0')
      const asset = await github.releases.upload(release, 'app-1.0.0.tgz', content)
      const [there] = hub.releases
      if (there) there.assets = there.assets.map((one) => ({ ...one, content: Buffer.from(text) }))
      expect(`${Buffer.from(await github.releases.download(asset))}`).toBe(text)
      expect(sent(/^GET \/storage/)).toBe(1)
    },
  )
})

describe('what is only read', () => {
  const reads: readonly [string, RegExp, (github: GitHub, release: GitHubRelease) => Promise<unknown>][] = [
    ['the list of releases', /^GET .*\/releases\?/, async (github) => (await github.releases.list()).releases.length],
    ['a release', /^GET .*\/releases\/tags\//, async (github) => (await github.releases.find('app-1.0.0'))?.tag],
    ['a file', /^GET .*\/releases\/assets\/|^GET \/storage/, downloaded],
    ['a pull request', /^GET .*\/pulls\?/, async (github) => (await github.findPull('bumps', 'main')) ?? 'none'],
    ['the rules of a branch', /^GET .*\/rules\/branches/, (github) => github.branchRules('main')],
  ]
  async function downloaded(github: GitHub, release: GitHubRelease) {
    const [asset] = (await github.releases.get(release.id))?.assets ?? []
    return asset && `${Buffer.from(await github.releases.download(asset))}`
  }

  it.each(reads)('is asked for again: %s', async (_, pattern, read) => {
    const { github } = connect()
    const release = await published(github, 'app-1.0.0')
    await github.releases.upload(release, 'app-1.0.0.tgz', content)
    hub.addRules('main', ['update'])
    const undisturbed = await read(github, release)
    expect(undisturbed).toBeDefined()
    for (const [, disturb] of troubles) {
      hub.disturb(undefined)
      hub.disturbAnswers(undefined)
      disturb(pattern)
      expect(await read(connect().github, release)).toEqual(undisturbed)
    }
  })
})

describe('a commit that GitHub makes', () => {
  const request = /^POST \/graphql/

  it.each(troubles)('is made, or refused as one that is there, after %s', async (_, disturb) => {
    const { github } = connect()
    await repository.git('push', '--quiet', '--force', 'origin', `${head}:refs/heads/main`)
    disturb(request)
    const made = await github.commitOnBranch(commitOn(head))
    const now = (await repository.remote()) ?? ''
    // Two requests, one commit: the caller finds it where the answer was lost.
    expect(await git(repository.origin, ['rev-list', '--count', `${head}..${now}`])).toBe('1')
    expect(made).toEqual(
      made.result === 'done'
        ? { result: 'done', commit: now }
        : { result: 'rejected', reason: expect.stringContaining(head), cause: 'raced' },
    )
    expect(sent(request)).toBe(2)
  })
})

describe('a server that is not there', () => {
  const options = {
    environment: {},
    token: 'x',
    apiUrl: 'http://127.0.0.1:2',
    repository: 'acme/charts',
    journal: createJournal(),
  }

  it('is waited for by what needs it, and named with the reason', async () => {
    const [clock, log] = [patientClock(), keptLog()]
    const github = createGitHub({ ...options, clock, log })
    await expect(github.releases.createDraft(draft('app-1.0.0'))).rejects.toMatchObject({
      code: 'GITHUB_RELEASE_FAILED',
      message: 'GitHub did not make a release app-1.0.0: 127.0.0.1:2 did not answer: connection refused (5 attempts)',
    })
    expect(clock.elapsed).toBe(15_000)
  })

  it('is not waited for by what the run goes on without', async () => {
    const [clock, log] = [patientClock(), keptLog()]
    expect(await createGitHub({ ...options, clock, log }).branchRules('main')).toBeUndefined()
    expect(clock.elapsed).toBe(0)
  })
})

describe('trouble of a request', () => {
  it('is an outage where the time ran out, as fetch says it, and nothing where no request was made', () => {
    const cause = new DOMException('The operation was aborted due to timeout', 'TimeoutError')
    const late = Object.assign(new Error('aborted'), { status: 500, cause })
    expect(troubleIn(late)).toEqual({ kind: 'silence', code: 'UND_ERR_HEADERS_TIMEOUT', isOutage: true })
    expect(troubleIn(new TypeError('x is not a function'))).toBeUndefined()
  })
})
