import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import type { PackagedChart } from '../../../../src/model/chart.ts'
import { openTarget } from '../../../../src/targets/registry.ts'
import { anArchiveSignature, aPackagedChart } from '../../../support/charts/packaged-chart.ts'
import { aRepository, git, type TestRepository } from '../../../support/git/repository.ts'
import { startGitHub, type TestGitHub } from '../../../support/github/github.ts'
import { workflowToken } from '../../../support/github/tokens.ts'
import { aTargetContext } from '../../../support/registry/context.ts'
import { promoteOne } from '../../../support/values/promote.ts'

const TOKEN = workflowToken('ghs_signs', { contents: 'write', administration: 'read' })
const PAGES = 'refs/heads/gh-pages'

let repository: TestRepository
let workspace: string
let github: TestGitHub

beforeEach(async () => {
  repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  workspace = await repository.checkout({ depth: 1 })
  github = await startGitHub({ origin: repository.origin, tokens: [TOKEN] })
})
afterEach(async () => {
  await github.close()
  await repository.remove()
})

const open = (settings: { readonly verifiedCommits?: boolean } = { verifiedCommits: true }) =>
  openTarget(
    'pages://gh-pages',
    aTargetContext({ workspace, apiUrl: github.apiUrl, settings: { githubToken: TOKEN.value, ...settings } }),
  )

async function release(chart: PackagedChart, target = open()) {
  const staged = await target.stage(chart)
  await target.attach(staged, anArchiveSignature(staged.digest))
  await target.fetch(staged)
  return promoteOne(target, staged)
}

const version = (number: string) => aPackagedChart({ version: number })
const inOrigin = (...args: readonly string[]) => git(repository.origin, args)
const committers = async () => (await inOrigin('log', '--format=%cn', PAGES)).split('\n')
const mutations = () => github.requests.filter(({ path }) => path.endsWith('/graphql'))

async function versions(): Promise<readonly string[]> {
  const index = parse(await inOrigin('show', `${PAGES}:index.yaml`)) as {
    entries: Record<string, { version: string }[]>
  }
  return (index.entries.app ?? []).map((entry) => entry.version)
}

/** Somebody else puts a file on the branch. */
async function somebodyPushes(name: string): Promise<void> {
  await git(workspace, ['fetch', '--quiet', 'origin', PAGES])
  const tree = await git(workspace, ['rev-parse', 'FETCH_HEAD^{tree}'])
  const object = (await git(workspace, ['hash-object', '-w', 'a.txt'])).trim()
  const env = { GIT_INDEX_FILE: `${workspace}/.git/other-index`, ...who }
  await git(workspace, ['read-tree', tree], env)
  await git(workspace, ['update-index', '--add', '--cacheinfo', `100644,${object},${name}`], env)
  const next = await git(workspace, ['write-tree'], env)
  const commit = await git(workspace, ['commit-tree', next, '-p', 'FETCH_HEAD', '-m', name], env)
  await git(workspace, ['push', '--quiet', 'origin', `${commit}:${PAGES}`])
}

const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' }

describe('a branch whose commits GitHub makes and signs', () => {
  it('is begun by git, for the API makes no branch, and goes on with commits of GitHub', async () => {
    await release(version('1.0.0'))
    expect([mutations().length, await committers()]).toEqual([0, ['github-actions[bot]']])
    expect(await inOrigin('rev-list', '--max-parents=0', '--count', PAGES)).toBe('1')
    const published = await release(version('1.1.0'))
    expect([published.changed, mutations().length]).toEqual([true, 1])
    expect(await committers()).toEqual(['GitHub', 'github-actions[bot]'])
    expect(await versions()).toEqual(['1.1.0', '1.0.0'])
    expect(await inOrigin('for-each-ref', 'refs/release-charts')).toBe('')
  })

  it('is written so without being asked where a rule wants signed commits', async () => {
    await release(version('1.0.0'))
    github.addRules('gh-pages', ['required_signatures'])
    await release(version('1.1.0'), open({}))
    expect(await committers()).toEqual(['GitHub', 'github-actions[bot]'])
  })

  it('is merged anew where somebody pushed meanwhile, and nobody’s file is lost', async () => {
    await release(version('1.0.0'))
    let races = 0
    github.disturb(async ({ path }) => {
      if (path.endsWith('/graphql') && races < 2) await somebodyPushes(`other-${++races}.txt`)
      return undefined
    })
    expect((await release(version('1.1.0'))).changed).toBe(true)
    expect(mutations()).toHaveLength(3)
    expect(await versions()).toEqual(['1.1.0', '1.0.0'])
    expect(await inOrigin('ls-tree', '--name-only', PAGES)).toMatch(/other-1\.txt\nother-2\.txt/)
  })

  it('two runs at once write both of their versions to', async () => {
    await release(version('1.0.0'))
    await Promise.all([release(version('1.1.0')), release(version('1.2.0')), release(version('1.3.0'))])
    expect([...(await versions())].sort()).toEqual(['1.0.0', '1.1.0', '1.2.0', '1.3.0'])
  })

  it('is given up in words where others are faster each time', async () => {
    await release(version('1.0.0'))
    let races = 0
    github.disturb(async ({ path }) => {
      if (path.endsWith('/graphql')) await somebodyPushes(`other-${++races}.txt`)
      return undefined
    })
    await expect(release(version('1.1.0'))).rejects.toMatchObject({ code: 'INDEX_BUSY', kind: 'conflict' })
    expect([mutations().length, await versions()]).toEqual([24, ['1.0.0']])
  })

  it('holds the version once where the answer to its commit was lost', async () => {
    await release(version('1.0.0'))
    let isReplayed = false
    github.disturb(async ({ path, bytes }) => {
      if (!path.endsWith('/graphql') || isReplayed) return undefined
      isReplayed = true
      const headers = { authorization: `token ${TOKEN.value}`, 'content-type': 'application/json' }
      await fetch(`${github.apiUrl}/graphql`, { method: 'POST', headers, body: bytes })
      return 'reset'
    })
    expect((await release(version('1.1.0'))).changed).toBe(true)
    expect([await committers(), await versions()]).toEqual([
      ['GitHub', 'github-actions[bot]'],
      ['1.1.0', '1.0.0'],
    ])
    expect(await inOrigin('for-each-ref', 'refs/release-charts')).toBe('')
  })

  it('is asked for a commit again if the connection broke before it was made', async () => {
    await release(version('1.0.0'))
    let isCut = false
    github.disturb(async ({ path }) => {
      if (!path.endsWith('/graphql') || isCut) return undefined
      isCut = true
      return 'reset'
    })
    expect((await release(version('1.1.0'))).changed).toBe(true)
    expect([await committers(), await versions()]).toEqual([
      ['GitHub', 'github-actions[bot]'],
      ['1.1.0', '1.0.0'],
    ])
  })

  it('is asked five times if that never ends, and the error speaks of the connection', async () => {
    await release(version('1.0.0'))
    github.disturb(async ({ path }) => (path.endsWith('/graphql') ? 'reset' : undefined))
    const failure = await release(version('1.1.0')).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'INDEX_UNREACHABLE', hint: expect.stringContaining('The connection broke') })
    expect([mutations().length, await versions()]).toEqual([5, ['1.0.0']])
  })

  it('that GitHub refuses by a rule is told with its words, and nothing is shown', async () => {
    await release(version('1.0.0'))
    github.addRules('gh-pages', ['pull_request'], { silent: true })
    await expect(release(version('1.1.0'))).rejects.toMatchObject({
      code: 'INDEX_UNREACHABLE',
      message: expect.stringContaining('Repository rule violations found'),
    })
    expect(await versions()).toEqual(['1.0.0'])
  })

  it('that takes signed commits only and is not there yet is told how to begin', async () => {
    github.addRules('gh-pages', ['required_signatures'])
    await github.guardPushes()
    await expect(release(version('1.0.0'))).rejects.toMatchObject({
      code: 'INDEX_UNREACHABLE',
      hint: expect.stringContaining('make the branch once'),
    })
    expect(await repository.remote(PAGES)).toBeUndefined()
  })
})
