import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { createGitHub } from '../../../src/platform/github.ts'
import { createJournal } from '../../../src/platform/journal.ts'
import { branchFindings } from '../../../src/report/branch-rules.ts'

let server: Server | undefined
afterEach(() => {
  server?.close()
})

/** GitHub's API as far as branch rules need it: JSON by path, 404 for the rest. */
async function gitHubWith(answers: Record<string, unknown>, token: string | undefined = 'a-token') {
  const asked: string[] = []
  server = createServer((request, response) => {
    asked.push(`${request.headers.authorization} ${request.url}`)
    const body = answers[request.url?.split('?')[0] ?? '']
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body ?? { message: 'Not Found' }))
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { github: createGitHub({ token, apiUrl, repository: 'acme/charts', journal: createJournal() }), asked }
}

const rules = '/repos/acme/charts/rules/branches/main'

describe('rules of a branch', () => {
  it('are asked of the API that the runner names, with the token', async () => {
    const { github, asked } = await gitHubWith({ [rules]: [{ type: 'deletion' }] })
    expect(await github.branchRules('main')).toEqual([{ type: 'deletion', bypass: 'unknown' }])
    expect(asked).toEqual([`token a-token ${rules}?per_page=100`])
  })

  it('say whether this token may pass them by', async () => {
    const { github } = await gitHubWith({
      [rules]: [1, 2, 3].map((id) => ({ type: 'pull_request', ruleset_id: id })),
      '/repos/acme/charts/rulesets/1': { current_user_can_bypass: 'always' },
      '/repos/acme/charts/rulesets/2': { current_user_can_bypass: 'pull_requests_only' },
    })
    const found = await github.branchRules('main')
    expect(found?.map(({ bypass }) => bypass)).toEqual(['yes', 'no', 'unknown'])
  })

  it.each([
    ['may not be read', {}],
    ['are no list', { [rules]: { message: 'odd' } }],
  ])('are unknown where they %s', async (_, answers) => {
    const { github } = await gitHubWith(answers)
    expect(await github.branchRules('main')).toBeUndefined()
  })

  it('are unknown without a token, and nothing is asked', async () => {
    const { github, asked } = await gitHubWith({ [rules]: [] }, '')
    expect(await github.branchRules('main')).toBeUndefined()
    expect(asked).toEqual([])
  })

  it('are unknown where nobody answers', async () => {
    const github = createGitHub({
      token: 'x',
      apiUrl: 'http://127.0.0.1:1',
      repository: 'acme/charts',
      journal: createJournal(),
    })
    expect(await github.branchRules('main')).toBeUndefined()
  })
})

describe('what rules mean for a pushed bump', () => {
  it('is a problem where the token may not pass', () => {
    const { problem, warning } = branchFindings('main', [
      { type: 'pull_request', bypass: 'no' },
      { type: 'required_status_checks', bypass: 'no' },
      { type: 'non_fast_forward', bypass: 'no' },
    ])
    expect(problem).toMatchObject({ code: 'BRANCH_RULES', kind: 'config' })
    expect(problem?.message).toBe(
      'Rules of the branch main refuse a pushed version bump: changes must come by pull request; status checks must have passed, and a push by the workflow token starts none.',
    )
    expect(problem?.hint).toContain('commit: none')
    expect(warning).toBeUndefined()
  })

  it('is a warning where nobody says whom they spare', () => {
    const found = branchFindings('main', [{ type: 'update', bypass: 'unknown' }])
    expect(found.problem).toBeUndefined()
    expect(found.warning).toContain('may refuse')
  })

  it('is nothing where they do not concern a push, or are unknown', () => {
    expect(branchFindings('main', undefined)).toEqual({})
    expect(branchFindings('main', [{ type: 'deletion', bypass: 'no' }])).toEqual({})
    expect(branchFindings('main', [{ type: 'pull_request', bypass: 'yes' }])).toEqual({})
    expect(branchFindings('main', [{ type: 'toString', bypass: 'no' }])).toEqual({})
  })
})
