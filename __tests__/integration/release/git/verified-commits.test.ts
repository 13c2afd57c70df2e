import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { threeCharts } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { graphqlLimit } from '../../../support/github/faults.ts'
import { startGitHub, type TestGitHub } from '../../../support/github/github.ts'
import { workflowToken } from '../../../support/github/tokens.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const TOKEN = workflowToken('ghs_signs', { contents: 'write', administration: 'read' })

let world: World
let github: TestGitHub

beforeEach(async () => {
  world = await aWorld({ files: threeCharts, run: { entry: 'source', token: TOKEN.value } })
  github = await startGitHub({ origin: world.repository.origin, tokens: [TOKEN] })
  await world.release()
  await world.repository.commit('fix: db', { 'charts/db/values.yaml': 'size: 2\n' })
})
afterEach(async () => {
  await world[Symbol.asyncDispose]()
  await github.close()
})

const release = (inputs: Readonly<Record<string, string>> = {}) =>
  world.release({ inputs, env: { GITHUB_API_URL: github.apiUrl } })
const graphql = () => github.requests.filter(({ path }) => path.endsWith('/graphql'))
const committer = () => git(world.repository.origin, ['log', '-1', '--format=%an, %cn', 'main'])

describe('a version bump', () => {
  it('is made by GitHub, which signs it, where that is wanted, and the package is of that commit', async () => {
    const run = await release({ 'verified-commits': 'true' })
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(resultsOf(run)).toEqual(['db 2.1.0 released', 'lib 0.3.0 unchanged', 'web 1.4.2 unchanged'])
    expect(await committer()).toBe('github-actions[bot], GitHub')
    const head = await world.repository.remote()
    const manifest = JSON.parse(world.registry.manifest('acme/charts/db', '2.1.0')?.bytes.toString() ?? '{}')
    expect(manifest.annotations['org.opencontainers.image.revision']).toBe(head)
    expect(await world.repository.remote('refs/tags/db-2.1.0')).toBe(head)
    expect((await release({ 'verified-commits': 'true' })).outputs.released).toBe('false')
  })

  it('is made so without being asked where the branch takes signed commits only', async () => {
    github.addRules('main', ['required_signatures'])
    const run = await release()
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(await committer()).toBe('github-actions[bot], GitHub')
    expect(versionsOf(world.registry, 'db')).toEqual(['2.0.0', '2.1.0'])
  })

  it('is a plain push where nobody asks for more', async () => {
    expect((await release()).exitCode).toBe(0)
    expect(graphql()).toEqual([])
    expect(await committer()).toBe('github-actions[bot], github-actions[bot]')
  })

  it('that was made although its answer was lost is found and released', async () => {
    let isReplayed = false
    github.disturb(async ({ path, bytes }) => {
      if (!path.endsWith('/graphql') || isReplayed) return undefined
      isReplayed = true
      const headers = { authorization: `token ${TOKEN.value}`, 'content-type': 'application/json' }
      await fetch(`${github.apiUrl}/graphql`, { method: 'POST', headers, body: bytes })
      return 'reset'
    })
    const run = await release({ 'verified-commits': 'true' })
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(await committer()).toBe('github-actions[bot], GitHub')
    expect(versionsOf(world.registry, 'db')).toEqual(['2.0.0', '2.1.0'])
  })

  it('gives way to whoever was faster, and tells who goes on', async () => {
    let faster = ''
    github.disturb(async ({ path }) => {
      if (path.endsWith('/graphql') && faster === '')
        faster = await world.repository.commit('fix: db again', { 'charts/db/values.yaml': 'size: 3\n' })
      return undefined
    })
    const run = await release({ 'verified-commits': 'true' })
    expect(run.exitCode).toBe(0)
    expect(run.summary).toContain(faster.slice(0, 12))
    expect(await world.repository.remote()).toBe(faster)
    expect(versionsOf(world.registry, 'db')).toEqual(['2.0.0'])
  })

  it('that GitHub refuses by a rule fails with its words, and nothing is published', async () => {
    github.addRules('main', ['pull_request'], { silent: true })
    const run = await release({ 'verified-commits': 'true' })
    expect(run.exitCode).toBe(1)
    expect(run.stdout).toMatch(/GIT_PUSH_REFUSED.*Repository rule violations found/s)
    expect(versionsOf(world.registry, 'db')).toEqual(['2.0.0'])
  })

  it('waits where GraphQL limits requests, and is made once', async () => {
    let limits = 0
    github.disturb(({ path }) => {
      if (!path.endsWith('/graphql') || limits === 2) return undefined
      limits += 1
      return graphqlLimit({ 'retry-after': '1' }, limits === 1 ? 'RATE_LIMITED' : 'RATE_LIMIT')
    })
    const run = await release({ 'verified-commits': 'true' })
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    expect(run.stdout).toContain('GitHub limits requests (GraphQL): asking again in 1 second.')
    expect([limits, graphql().length]).toEqual([2, 3])
    expect(versionsOf(world.registry, 'db')).toEqual(['2.0.0', '2.1.0'])
    expect(await git(world.repository.origin, ['rev-list', '--count', 'main'])).toBe('3')
  })

  it('that GraphQL has no points left for fails with what to do, and nothing is published', async () => {
    const reset = `${Math.ceil(Date.now() / 1000) + 3000}`
    github.disturb(({ path }) =>
      path.endsWith('/graphql')
        ? graphqlLimit({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })
        : undefined,
    )
    const run = await release({ 'verified-commits': 'true' })
    expect(run.exitCode).toBe(1)
    expect(graphql()).toHaveLength(1)
    expect(run.stdout).toMatch(/GitHub limits requests \(GraphQL\) for another \d+ minutes: not asking again\./)
    expect(run.stdout).toMatch(/GIT_PUSH_REFUSED.*API rate limit exceeded.*Run the workflow again in an hour/s)
    expect(versionsOf(world.registry, 'db')).toEqual(['2.0.0'])
  })
})
