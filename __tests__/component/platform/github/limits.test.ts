import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { createGitHub } from '../../../../src/platform/github/github.ts'
import { createJournal } from '../../../../src/platform/process/journal.ts'
import { keptLog, patientClock } from '../../../support/sigstore/signing-run.ts'

let server: Server | undefined
afterEach(() => {
  server?.close()
})

interface Refusal {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly message?: string
  /** As GraphQL tells them, with a status of 200. */
  readonly errors?: readonly { readonly type: string; readonly message: string }[]
}

/** An API that first refuses, word for word and header for header, and then knows what it is told: JSON by path. */
async function gitHubWith(
  answers: Record<string, unknown>,
  { token = 'a-token', refusals = [] }: { token?: string; refusals?: readonly Refusal[] } = {},
) {
  const asked: string[] = []
  const clock = patientClock()
  const log = keptLog()
  server = createServer((request, response) => {
    // The other question about a branch, asked beside that of its rules.
    if (request.url?.startsWith('/repos/acme/charts/branches/')) return void response.writeHead(404).end('{}')
    asked.push(`${request.headers.authorization} ${request.url}`)
    const refusal = refusals[asked.length - 1]
    if (refusal) {
      response.writeHead(refusal.status, { 'content-type': 'application/json', ...refusal.headers })
      return void response.end(JSON.stringify({ message: refusal.message ?? 'no', errors: refusal.errors }))
    }
    const body = answers[request.url?.split('?')[0] ?? '']
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body ?? { message: 'Not Found' }))
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    github: createGitHub({
      environment: {},
      token,
      apiUrl,
      repository: 'acme/charts',
      journal: createJournal(),
      clock,
      log,
    }),
    asked,
    clock,
    log,
  }
}

const rules = '/repos/acme/charts/rules/branches/main'

describe('limits of GitHub', () => {
  const date = 'Sat, 21 Nov 2026 12:00:00 GMT'
  const resetIn = (seconds: number) => `${Date.parse(date) / 1000 + seconds}`
  const used = (seconds: number) => ({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': resetIn(seconds), date })
  const secondary = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'

  it.each([
    ['all requests of the hour are used', { status: 403, headers: used(20) }, 21_000],
    ['the same is told with 429', { status: 429, headers: used(20) }, 21_000],
    ['a pause is asked for', { status: 403, headers: { 'retry-after': '7', date } }, 7_000],
    ['a secondary limit is met', { status: 403, message: secondary }, 60_000],
    ['a limit is met without a word', { status: 429 }, 60_000],
    ['it is out of order', { status: 502 }, 1_000],
  ])('are kept, and the question is asked again, where %s', async (_, refusal, pause) => {
    const { github, asked, clock, log } = await gitHubWith({ [rules]: [{ type: 'update' }] }, { refusals: [refusal] })
    expect(await github.branchRules('main')).toEqual([{ type: 'update', bypass: 'unknown' }])
    expect([asked.length, clock.elapsed]).toEqual([2, pause])
    expect(log.lines).toEqual([
      expect.stringMatching(/^GitHub (limits requests|answers).*: asking again in \d+ seconds?\.$/),
    ])
  })

  it('that last for longer than a minute are not waited for: the push itself will tell', async () => {
    const { github, asked, clock, log } = await gitHubWith({}, { refusals: [{ status: 403, headers: used(1800) }] })
    expect(await github.branchRules('main')).toBeUndefined()
    expect([asked.length, clock.elapsed]).toEqual([1, 0])
    expect(log.lines).toEqual(['GitHub limits requests (403) for another 31 minutes: not asking again.'])
  })

  it('that do not end are given up after three times', async () => {
    const refusals = Array.from({ length: 9 }, () => ({ status: 429, headers: { 'retry-after': '30', date } }))
    const { github, asked, clock } = await gitHubWith({ [rules]: [] }, { refusals })
    expect(await github.branchRules('main')).toBeUndefined()
    expect([asked.length, clock.elapsed]).toEqual([3, 60_000])
  })

  it('are kept by what changes something, too', async () => {
    const limited = await gitHubWith({}, { refusals: [{ status: 429, headers: { 'retry-after': '5', date } }] })
    await limited.github.closePull(7).catch(() => undefined)
    expect([limited.asked.length, limited.clock.elapsed]).toEqual([2, 5_000])
  })

  it('are none where a 403 is only a missing right', async () => {
    const headers = { 'x-ratelimit-remaining': '4999', 'x-ratelimit-reset': resetIn(60), date }
    const { github, asked, clock, log } = await gitHubWith({}, { refusals: [{ status: 403, headers }] })
    expect(await github.branchRules('main')).toBeUndefined()
    expect([asked.length, clock.elapsed, log.lines]).toEqual([1, 0, []])
  })

  const commit = { branch: 'main', parent: 'a'.repeat(40), message: 'chore: bump', files: new Map([['a', 'b']]) }
  const made = { '/graphql': { data: { createCommitOnBranch: { commit: { oid: 'b'.repeat(40) } } } } }

  it.each([
    ['points', { type: 'RATE_LIMITED', message: 'API rate limit exceeded for user ID 1.' }, used(20), 21_000],
    ['many at once', { type: 'FORBIDDEN', message: secondary }, {}, 60_000],
  ])('of GraphQL, of %s, are kept although the answer is a 200', async (_, error, headers, pause) => {
    const { github, asked, clock } = await gitHubWith(made, { refusals: [{ status: 200, headers, errors: [error] }] })
    expect(await github.commitOnBranch(commit)).toEqual({ result: 'done', commit: 'b'.repeat(40) })
    expect([asked.length, clock.elapsed]).toEqual([2, pause])
  })

  it('are none where GraphQL refuses something else with the last point', async () => {
    const errors = [{ type: 'STALE_DATA', message: 'Expected branch to point to another commit.' }]
    const { github, asked, clock } = await gitHubWith(made, { refusals: [{ status: 200, headers: used(20), errors }] })
    expect(await github.commitOnBranch(commit)).toMatchObject({ result: 'rejected' })
    expect([asked.length, clock.elapsed]).toEqual([1, 0])
  })
})
