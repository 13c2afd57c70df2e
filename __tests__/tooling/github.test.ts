import { getOctokit } from '@actions/github'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { aRepository, git, type TestRepository } from '../support/git/repository.ts'
import { badGateway, secondaryLimit } from '../support/github/faults.ts'
import { type GitHubOptions, startGitHub, type TestGitHub } from '../support/github/github.ts'
import { appToken, workflowToken } from '../support/github/tokens.ts'

const WORKFLOW = workflowToken('ghs_workflow', { contents: 'write', pull_requests: 'write' })
const APP = appToken('ghs_app', { contents: 'write', pull_requests: 'write', administration: 'read' })
const READER = workflowToken('ghs_reader', { contents: 'read' })
const where = { owner: 'acme', repo: 'charts' }

let repository: TestRepository
let open: TestGitHub[] = []
beforeEach(async () => {
  repository = await aRepository({ files: { 'a.txt': 'a\n', 'run.sh': '#!/bin/sh\n' } })
})
afterEach(async () => {
  const closing = open.map((github) => github.close())
  open = []
  await Promise.all([...closing, repository.remove()])
})

async function aGitHub(options: Partial<GitHubOptions> = {}) {
  const github = await startGitHub({ origin: repository.origin, tokens: [WORKFLOW, APP, READER], ...options })
  open.push(github)
  return github
}

const silent = { debug() {}, info() {}, warn() {}, error() {} }
const clientOf = (github: TestGitHub, token = WORKFLOW.value) =>
  getOctokit(token, { baseUrl: github.apiUrl, log: silent })

interface Failed {
  readonly status: number
  readonly message: string
  readonly response?: { readonly headers: Readonly<Record<string, string>> }
}
const failureOf = (asked: Promise<unknown>): Promise<Failed> =>
  asked.then(
    () => Promise.reject(new Error('it did not fail')),
    (error) => error as Failed,
  )

/** Takes back what was written down, so that closing is green. */
const seen = (github: TestGitHub) => (github.violations as string[]).splice(0)

describe('the description', () => {
  it.each<[string, (client: ReturnType<typeof clientOf>) => Promise<unknown>, RegExp]>([
    ['a query that it does not know', (c) => c.request('GET /repos/{owner}/{repo}', { ...where, sort: 'up' }), /sort/],
    [
      'a body that it does not know',
      (c) => c.request('POST /repos/{owner}/{repo}/releases', { ...where, tag_name: 'a', drafty: 1 }),
      /drafty/,
    ],
    [
      'a field of another type',
      (c) => c.request('POST /repos/{owner}/{repo}/releases', { ...where, tag_name: 'a', draft: 'yes' as never }),
      /boolean/,
    ],
    [
      'a missing field',
      (c) => c.request('POST /repos/{owner}/{repo}/releases', { ...where, name: 'a' } as never),
      /tag_name/,
    ],
    [
      'a page that is no number',
      (c) => c.request('GET /repos/{owner}/{repo}/releases', { ...where, page: 'x' as never }),
      /integer/,
    ],
    ['a path that nobody knows', (c) => c.request('GET /repos/acme/charts/relases'), /relases/],
    ['a field of GraphQL that it does not know', (c) => c.graphql('mutation { createCommitOnBranch { sha } }'), /sha/],
  ])('refuses %s, and the test that asked fails', async (_, ask, what) => {
    const github = await startGitHub({ origin: repository.origin, tokens: [WORKFLOW] })
    await ask(clientOf(github)).catch(() => {})
    await expect(github.close()).rejects.toThrow(what)
  })
})

describe('who asks', () => {
  it('is held to its permissions', async () => {
    const github = await aGitHub()
    const ref = { ...where, ref: 'refs/heads/b', sha: (await repository.remote()) ?? '' }
    const read = clientOf(github, READER.value)
    expect(await failureOf(read.rest.git.createRef(ref))).toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    })
    expect(await failureOf(clientOf(github, 'wrong').rest.repos.get(where))).toMatchObject({ status: 401 })
    expect((await read.rest.repos.get(where)).data).toMatchObject({ visibility: 'public', default_branch: 'main' })
    expect(await failureOf(read.rest.repos.get({ owner: 'acme', repo: 'other' }))).toMatchObject({ status: 404 })
  })

  it('does not hear of a private repository without a token', async () => {
    const github = await aGitHub({ settings: { visibility: 'private' } })
    expect((await fetch(`${github.apiUrl}/repos/acme/charts`)).status).toBe(404)
    expect((await clientOf(github).rest.repos.get(where)).data.private).toBe(true)
  })

  it('has so many requests an hour, and is told when they are spent', async () => {
    const github = await aGitHub()
    github.limitTo(1)
    const { headers } = await clientOf(github).rest.repos.get(where)
    expect(headers['x-ratelimit-remaining']).toBe('0')
    const failed = await failureOf(clientOf(github).rest.repos.get(where))
    expect(failed).toMatchObject({ status: 403, message: expect.stringContaining('rate limit exceeded') })
    expect(failed.response?.headers['x-ratelimit-remaining']).toBe('0')
    expect((await clientOf(github).rest.rateLimit.get()).data.rate.remaining).toBe(0)
  })

  it('meets what tests want it to meet', async () => {
    const github = await aGitHub()
    github.disturb(() => secondaryLimit(60))
    const failed = await failureOf(clientOf(github).rest.repos.get(where))
    expect(failed.response?.headers['retry-after']).toBe('60')
    github.disturb(() => badGateway())
    expect((await failureOf(clientOf(github).rest.repos.get(where))).status).toBe(502)
    github.disturb(() => 'reset')
    await failureOf(clientOf(github).rest.repos.get(where))
    github.disturb(undefined)
    expect((await clientOf(github).rest.repos.get(where)).status).toBe(200)
  })
})

describe('a branch', () => {
  it('tells its rules, and whom they spare', async () => {
    const github = await aGitHub()
    const id = github.addRules('main', ['pull_request', 'required_status_checks', 'deletion'], {
      bypass: [APP.login],
    })
    const rules = await clientOf(github).rest.repos.getBranchRules({ ...where, branch: 'main' })
    expect(rules.data.map(({ type }) => type)).toEqual(['pull_request', 'required_status_checks', 'deletion'])
    const asking = async (token: string) =>
      (await clientOf(github, token).rest.repos.getRepoRuleset({ ...where, ruleset_id: id })).data
    expect((await asking(APP.value)).current_user_can_bypass).toBe('always')
    expect((await asking(WORKFLOW.value)).current_user_can_bypass).toBe('never')
  })

  it('tells its classic protection: a summary to all, the whole to administrators', async () => {
    const github = await aGitHub()
    github.protect('main', { requiredChecks: ['ci'], requiredReviews: 1 })
    const { data } = await clientOf(github).rest.repos.getBranch({ ...where, branch: 'main' })
    expect(data).toMatchObject({
      protected: true,
      protection: { enabled: true, required_status_checks: { contexts: ['ci'], enforcement_level: 'everyone' } },
    })
    const whole = { ...where, branch: 'main' }
    expect(await failureOf(clientOf(github).rest.repos.getBranchProtection(whole))).toMatchObject({ status: 403 })
    const { data: known } = await clientOf(github, APP.value).rest.repos.getBranchProtection(whole)
    expect(known.required_pull_request_reviews?.required_approving_review_count).toBe(1)
  })

  it('refuses pushes by its rules, but for those that may pass them by', async () => {
    const github = await aGitHub()
    github.addRules('main', ['pull_request'], { bypass: ['deploy-key'] })
    await github.guardPushes()
    await repository.write({ 'a.txt': 'b' })
    await repository.git('commit', '--quiet', '--all', '--message', 'fix: b')
    await expect(repository.git('push', '--quiet', 'origin', 'HEAD:main')).rejects.toThrow(/GH013[\s\S]*pull request/)
    await git(repository.folder, ['push', '--quiet', 'origin', 'HEAD:main'], { GIT_PUSHER: 'deploy-key' })
    await repository.git('push', '--quiet', 'origin', 'HEAD:other')
  })
})

describe('a commit by the API', () => {
  const mutation = `mutation ($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) { commit { oid url signature { isValid wasSignedByGitHub } } ref { name } }
  }`
  const input = (head: string, more: object = {}) => ({
    branch: { repositoryNameWithOwner: 'acme/charts', branchName: 'main' },
    message: { headline: 'chore(release): app 1.0.1', body: 'Release-Charts: app 1.0.1' },
    expectedHeadOid: head,
    fileChanges: {
      additions: ['a.txt', 'run.sh'].map((path) => ({ path, contents: Buffer.from(`new ${path}`).toString('base64') })),
    },
    ...more,
  })

  it('is one in the repository: by the asking bot, committed and signed by GitHub', async () => {
    const github = await aGitHub()
    const head = (await repository.remote()) ?? ''
    const made = await clientOf(github).graphql<{
      createCommitOnBranch: { commit: { oid: string; signature: object } }
    }>(mutation, { input: input(head) })
    const { oid, signature } = made.createCommitOnBranch.commit
    expect(signature).toEqual({ isValid: true, wasSignedByGitHub: true })
    expect(await repository.remote()).toBe(oid)
    expect(await repository.remoteFile('a.txt')).toBe('new a.txt')
    const told = await git(repository.origin, ['log', '-1', '--format=%an|%cn|%P|%B', 'main'])
    expect(told.trim()).toBe(
      `github-actions[bot]|GitHub|${head}|chore(release): app 1.0.1\n\nRelease-Charts: app 1.0.1`,
    )
    expect(await git(repository.origin, ['cat-file', 'commit', 'main'])).toContain('\ngpgsig ')
    expect(await git(repository.origin, ['ls-tree', 'main', 'run.sh'])).toMatch(/^100755/)
    await git(repository.origin, ['fsck', '--strict'])
  })

  it('conflicts where the branch has moved', async () => {
    const github = await aGitHub()
    const head = (await repository.remote()) ?? ''
    const newer = await repository.commit('fix: a', { 'a.txt': 'b' })
    const failed = await failureOf(clientOf(github).graphql(mutation, { input: input(head) }))
    expect(failed).toMatchObject({
      errors: [{ type: 'STALE_DATA', message: expect.stringContaining(`Expected branch to point to "${head}"`) }],
    })
    expect(await repository.remote()).toBe(newer)
  })

  it.each([
    [READER, { type: 'FORBIDDEN', message: 'Resource not accessible by integration' }],
    [WORKFLOW, { type: 'UNPROCESSABLE', message: expect.stringContaining('Repository rule violations found') }],
  ])('is refused to who may not: %#', async (token, error) => {
    const github = await aGitHub()
    github.addRules('main', ['pull_request'], { bypass: [APP.login] })
    const head = (await repository.remote()) ?? ''
    const failed = await failureOf(clientOf(github, token.value).graphql(mutation, { input: input(head) }))
    expect(failed).toMatchObject({ errors: [error] })
    expect(await repository.remote()).toBe(head)
    await clientOf(github, APP.value).graphql(mutation, { input: input(head) })
  })
})

describe('pull requests', () => {
  const draft = { ...where, title: 'Bump', head: 'bump', base: 'main', body: 'app 1.0.1' }

  it('are opened, found by their branch, changed and labelled, and merged', async () => {
    const github = await aGitHub({ settings: { actionsMayOpenPullRequests: true } })
    const { rest } = clientOf(github)
    await repository.git('push', '--quiet', 'origin', 'HEAD:refs/heads/bump')
    expect((await failureOf(rest.pulls.create(draft))).message).toContain('No commits between main and bump')
    await repository.write({ 'a.txt': 'bumped' })
    await repository.git('commit', '--quiet', '--all', '--message', 'chore: bump')
    await repository.git('push', '--quiet', 'origin', 'HEAD:refs/heads/bump')
    const { data: pull } = await rest.pulls.create(draft)
    expect((await failureOf(rest.pulls.create(draft))).message).toContain('already exists for acme:bump')
    const { data: found } = await rest.pulls.list({ ...where, head: 'acme:bump', base: 'main' })
    expect(found.map(({ number }) => number)).toEqual([pull.number])
    expect((await rest.pulls.list({ ...where, head: 'acme:other' })).data).toEqual([])
    await rest.pulls.update({ ...where, pull_number: pull.number, title: 'Bump two' })
    await rest.issues.addLabels({ ...where, issue_number: pull.number, labels: ['release'] })
    const { data: after } = await rest.pulls.get({ ...where, pull_number: pull.number })
    expect(after).toMatchObject({ title: 'Bump two', body: 'app 1.0.1', labels: [{ name: 'release' }] })
    expect(await github.merge(pull.number, 'squash')).toBe(await repository.remote())
    expect(await repository.remoteFile('a.txt')).toBe('bumped')
    expect((await rest.pulls.list({ ...where, head: 'acme:bump' })).data).toEqual([])
  })

  it('are not opened by GITHUB_TOKEN unless somebody allowed that; an App may', async () => {
    const github = await aGitHub()
    await repository.git('commit', '--quiet', '--allow-empty', '--message', 'chore: bump')
    await repository.git('push', '--quiet', 'origin', 'HEAD:refs/heads/bump')
    expect(await failureOf(clientOf(github).rest.pulls.create(draft))).toMatchObject({
      status: 403,
      message: expect.stringContaining('GitHub Actions is not permitted to create or approve pull requests.'),
    })
    expect((await clientOf(github, APP.value).rest.pulls.create(draft)).status).toBe(201)
  })
})

describe('refs', () => {
  it('are made once, moved forward, and removed', async () => {
    const github = await aGitHub()
    const { rest } = clientOf(github)
    const first = (await repository.remote()) ?? ''
    const second = await repository.commit('fix: a', { 'a.txt': 'b' })
    const ref = { ...where, ref: 'heads/bump/charts' }
    await rest.git.createRef({ ...where, ref: 'refs/heads/bump/charts', sha: first })
    expect(await failureOf(rest.git.createRef({ ...where, ref: 'refs/heads/bump/charts', sha: first }))).toMatchObject({
      status: 422,
      message: expect.stringContaining('Reference already exists'),
    })
    await rest.git.updateRef({ ...ref, sha: second })
    expect((await rest.git.getRef(ref)).data.object.sha).toBe(second)
    expect((await failureOf(rest.git.updateRef({ ...ref, sha: first }))).message).toContain('not a fast forward')
    await rest.git.updateRef({ ...ref, sha: first, force: true })
    await rest.git.deleteRef(ref)
    expect((await failureOf(rest.git.getRef(ref))).status).toBe(404)
  })
})

describe('releases', () => {
  async function aDraft(github: TestGitHub) {
    const { rest, request } = clientOf(github)
    const { data: draft } = await rest.repos.createRelease({ ...where, tag_name: 'app-1.0.0+b', draft: true })
    const uploadTo = (name: string, content = 'archive') =>
      request({
        method: 'POST',
        url: draft.upload_url,
        name,
        data: content,
        headers: { 'content-type': 'application/gzip' },
      } as never) as Promise<{ data: { id: number; name: string; digest: string } }>
    return { rest, draft, uploadTo }
  }

  it('are found by tag once they are published, which makes the tag', async () => {
    const github = await aGitHub()
    const { rest, draft, uploadTo } = await aDraft(github)
    await uploadTo('app-1.0.0+b.tgz')
    const byTag = () => rest.repos.getReleaseByTag({ ...where, tag: 'app-1.0.0+b' })
    expect((await failureOf(byTag())).status).toBe(404)
    expect(await repository.remoteTags()).toEqual([])
    expect((await rest.repos.listReleases(where)).data.map(({ id }) => id)).toEqual([draft.id])
    expect((await clientOf(github, READER.value).rest.repos.listReleases(where)).data).toEqual([])
    await rest.repos.updateRelease({ ...where, release_id: draft.id, draft: false, make_latest: 'true' })
    expect(await repository.remoteTags()).toEqual(['app-1.0.0+b'])
    const { data } = await byTag()
    const asset = await fetch(data.assets[0]?.browser_download_url ?? '')
    expect(await asset.text()).toBe('archive')
    expect((await rest.repos.getLatestRelease(where)).data.id).toBe(draft.id)
    const again = rest.repos.createRelease({ ...where, tag_name: 'app-1.0.0+b' })
    expect((await failureOf(again)).message).toContain('already_exists')
  })

  it('hold each file once, until it is deleted', async () => {
    const github = await aGitHub()
    const { rest, draft, uploadTo } = await aDraft(github)
    const { data: asset } = await uploadTo('app-1.0.0+b.tgz')
    expect(asset).toMatchObject({ name: 'app-1.0.0+b.tgz', digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) })
    expect((await failureOf(uploadTo('app-1.0.0+b.tgz'))).message).toContain('already_exists')
    await rest.repos.deleteReleaseAsset({ ...where, asset_id: asset.id })
    expect((await uploadTo('my file.txt')).data.name).toBe('my.file.txt')
    const { data } = await rest.repos.listReleaseAssets({ ...where, release_id: draft.id })
    expect(data.map(({ name }) => name)).toEqual(['my.file.txt'])
    expect(github.requests.filter(({ host }) => host === 'uploads')).toHaveLength(3)
  })

  it('never change once they are published, where the repository wants that', async () => {
    const github = await aGitHub({ settings: { immutableReleases: true } })
    const { rest, draft, uploadTo } = await aDraft(github)
    await uploadTo('app.tgz')
    const { data } = await rest.repos.updateRelease({ ...where, release_id: draft.id, draft: false })
    expect(data).toMatchObject({ immutable: true, draft: false })
    expect((await failureOf(uploadTo('late.tgz'))).message).toContain('Cannot upload assets to an immutable release')
    const asset = { ...where, asset_id: data.assets[0]?.id ?? 0 }
    expect((await failureOf(rest.repos.deleteReleaseAsset(asset))).status).toBe(422)
    await rest.repos.deleteRelease({ ...where, release_id: draft.id })
    const again = rest.repos.createRelease({ ...where, tag_name: 'app-1.0.0+b' })
    expect((await failureOf(again)).message).toContain('was used by an immutable release')
  })

  it('and pull requests are made once, where two ask at the same moment', async () => {
    const github = await aGitHub({ settings: { actionsMayOpenPullRequests: true } })
    const { rest } = clientOf(github)
    await repository.git('commit', '--quiet', '--allow-empty', '--message', 'chore: bump')
    await repository.git('push', '--quiet', 'origin', 'HEAD:refs/heads/bump')
    await repository.tag('app-2.0.0')
    const release = () => rest.repos.createRelease({ ...where, tag_name: 'app-2.0.0' })
    const pull = () => rest.pulls.create({ ...where, title: 'Bump', head: 'bump', base: 'main' })
    for (const make of [release, pull]) {
      const ended = await Promise.allSettled([make(), make(), make(), make()])
      expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    }
  })

  it('come in pages', async () => {
    const github = await aGitHub()
    const { rest, paginate } = clientOf(github)
    for (const name of ['a', 'b', 'c']) await rest.repos.createRelease({ ...where, tag_name: name, draft: true })
    const all = await paginate(rest.repos.listReleases, { ...where, per_page: 2 })
    expect(all.map(({ tag_name }) => tag_name)).toEqual(['c', 'b', 'a'])
  })
})

describe('an Enterprise Server', () => {
  it('has its API below /api', async () => {
    const github = await aGitHub({ enterprise: true })
    expect(github.apiUrl).toMatch(/\/api\/v3$/)
    const client = clientOf(github)
    expect((await client.rest.repos.get(where)).status).toBe(200)
    await failureOf(client.graphql('query { viewer { login } }'))
    expect(github.requests.map(({ path }) => path)).toEqual(['/api/v3/repos/acme/charts', '/api/graphql'])
    expect(seen(github)).toEqual([expect.stringContaining('Query.viewer'), expect.anything()])
  })
})
