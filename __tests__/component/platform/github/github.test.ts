import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createGitHub } from '../../../../src/platform/github/github.ts'
import { createJournal } from '../../../../src/platform/process/journal.ts'
import { aRepository, type TestRepository } from '../../../support/git/repository.ts'
import { startGitHub, type TestGitHub } from '../../../support/github/github.ts'
import type { Protection } from '../../../support/github/guard.ts'
import { appToken, workflowToken } from '../../../support/github/tokens.ts'
import { keptLog, patientClock } from '../../../support/sigstore/signing-run.ts'

const TOKEN = 'ghs_of_the_workflow'
const ADMIN = appToken('ghs_admin', { contents: 'write', administration: 'read' })

let repository: TestRepository
let hub: TestGitHub
beforeAll(async () => {
  repository = await aRepository()
})
beforeEach(async () => {
  hub = await startGitHub({ origin: repository.origin, tokens: [workflowToken(TOKEN), ADMIN] })
})
afterEach(() => hub.close())
afterAll(() => repository.remove())

const gitHub = (token = TOKEN) =>
  createGitHub({
    environment: {},
    token,
    apiUrl: hub.apiUrl,
    repository: 'acme/charts',
    journal: createJournal(),
    clock: patientClock(),
    log: keptLog(),
  })
const asked = () => hub.requests.map(({ headers, path }) => `${headers.authorization} ${path}`).sort()

describe('rules of a branch', () => {
  it('are asked of the API that the runner names, with the token', async () => {
    hub.addRules('main', ['deletion'], { silent: true })
    expect(await gitHub().branchRules('main')).toEqual([{ type: 'deletion', bypass: 'unknown' }])
    expect(asked()).toEqual([
      `token ${TOKEN} /repos/acme/charts/branches/main`,
      `token ${TOKEN} /repos/acme/charts/rules/branches/main?per_page=100`,
      `token ${TOKEN} /repos/acme/charts/rulesets/1`,
    ])
  })

  it('say whether this token may pass them by', async () => {
    hub.addRules('main', ['pull_request'], { bypass: [ADMIN.login] })
    hub.addRules('main', ['update'], { silent: true })
    const bypassFor = async (token: string) => (await gitHub(token).branchRules('main'))?.map(({ bypass }) => bypass)
    expect(await bypassFor(ADMIN.value)).toEqual(['yes', 'unknown'])
    expect(await bypassFor(TOKEN)).toEqual(['no', 'unknown'])
  })

  it('may not be passed by a push where only pull requests may', async () => {
    const id = hub.addRules('main', ['pull_request'])
    const ruleset = { id, name: 'x', source: 'acme/charts', enforcement: 'active' }
    hub.disturb(({ path }) =>
      path.includes('/rulesets/')
        ? { status: 200, body: { ...ruleset, current_user_can_bypass: 'pull_requests_only' } }
        : undefined,
    )
    expect(await gitHub().branchRules('main')).toEqual([{ type: 'pull_request', bypass: 'no' }])
  })

  it('are those of a branch whose name has slashes', async () => {
    await repository.git('push', '--quiet', 'origin', 'HEAD:refs/heads/release/1.x')
    hub.addRules('release/1.x', ['update'])
    hub.protect('release/1.x', {})
    expect(await gitHub().branchRules('release/1.x')).toEqual([
      { type: 'update', bypass: 'no' },
      { type: 'protected', bypass: 'unknown' },
    ])
  })

  it.each([
    ['may not be asked for', { status: 403, body: { message: 'Resource not accessible by integration' } }],
    ['are no list', { status: 200, body: { message: 'odd' } }],
    ['are too many questions', { status: 429, body: { message: 'rate limit' }, headers: { 'retry-after': '60' } }],
  ])('are unknown where they %s, and protection is told all the same', async (_, answer) => {
    hub.protect('main', { requiredChecks: ['ci'] })
    hub.disturb(({ path }) => (path.includes('/rules/') ? answer : undefined))
    expect(await gitHub().branchRules('main')).toContainEqual({ type: 'required_status_checks', bypass: 'no' })
    hub.disturb(() => answer)
    expect(await gitHub().branchRules('main')).toEqual(answer.status === 200 ? [] : undefined)
  })

  it('are asked below /api/v3 on an Enterprise Server', async () => {
    await using server = await startGitHub({
      origin: repository.origin,
      tokens: [workflowToken(TOKEN)],
      enterprise: true,
    })
    server.addRules('main', ['update'])
    const github = createGitHub({
      environment: {},
      token: TOKEN,
      apiUrl: server.environment.GITHUB_API_URL,
      repository: 'acme/charts',
      journal: createJournal(),
      clock: patientClock(),
      log: keptLog(),
    })
    expect(await github.branchRules('main')).toEqual([{ type: 'update', bypass: 'no' }])
    expect(new Set(server.requests.map(({ path }) => path.slice(0, 14)))).toEqual(new Set(['/api/v3/repos/']))
  })

  it('are unknown without a token, and nothing is asked', async () => {
    expect(await gitHub('').branchRules('main')).toBeUndefined()
    expect(asked()).toEqual([])
  })

  it('are unknown where nobody answers', async () => {
    const github = createGitHub({
      environment: {},
      token: 'x',
      apiUrl: 'http://127.0.0.1:1',
      repository: 'acme/charts',
      journal: createJournal(),
      clock: patientClock(),
      log: keptLog(),
    })
    expect(await github.branchRules('main')).toBeUndefined()
  })
})

describe('classic protection of a branch', () => {
  const rulesUnder = async (protection: Protection, token?: string) => {
    hub.protect('main', protection)
    return gitHub(token).branchRules('main')
  }
  const undisclosed = { type: 'protected', bypass: 'unknown' }

  it('tells every token which checks it asks for, and whether administrators are spared', async () => {
    const checks = { requiredChecks: ['ci'] }
    expect(await rulesUnder(checks)).toEqual([{ type: 'required_status_checks', bypass: 'no' }, undisclosed])
    expect(await rulesUnder({ ...checks, enforcement: 'non_admins' })).toEqual([
      { type: 'required_status_checks', bypass: 'unknown' },
      undisclosed,
    ])
  })

  it('tells the rest to who may administrate', async () => {
    expect(await rulesUnder({ requiredReviews: 1 }, ADMIN.value)).toEqual([{ type: 'pull_request', bypass: 'no' }])
    expect(await rulesUnder({ requiredReviews: 1, enforcement: 'non_admins' }, ADMIN.value)).toEqual([
      { type: 'pull_request', bypass: 'unknown' },
    ])
    expect(await rulesUnder({ requiredSignatures: true }, ADMIN.value)).toEqual([
      { type: 'required_signatures', bypass: 'no' },
    ])
    expect(await rulesUnder({ requiredReviews: 1 })).toEqual([undisclosed])
  })

  it('is not asked for where there is none', async () => {
    expect(await gitHub().branchRules('main')).toEqual([])
    expect(asked().filter((line) => line.includes('/protection'))).toEqual([])
  })
})
