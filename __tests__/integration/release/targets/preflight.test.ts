import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { changesIn, errorsIn, errorsOf, resultsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { workflowToken } from '../../../support/github/tokens.ts'
import type { RunOptions, WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { type GitServer, startGitServer } from '../../../support/servers/git-http.ts'

const READER = workflowToken('ghs_reads', { contents: 'read' })

let world: World
let server: GitServer
beforeEach(async () => {
  world = await aWorld({
    files: aChart('app', '1.0.0'),
    github: { tokens: [READER] },
    run: { entry: 'source', token: READER.value },
  })
  server = await startGitServer(world.repository.origin)
})
afterEach(async () => {
  await Promise.all([world[Symbol.asyncDispose](), server[Symbol.asyncDispose]()])
})

/** A run that may read, and not push, as GitHub's git server has it. */
async function releaseReading(options: RunOptions = {}): Promise<WorkflowRun> {
  server.disturb(403, /git-receive-pack/)
  const ref = options.event?.ref ?? 'refs/heads/main'
  const workspace = await world.repository.checkout({ ref })
  await git(workspace, ['remote', 'set-url', 'origin', server.repository])
  return world.release({ ...options, workspace })
}

/** An upload that is opened and given up is how registries are asked. */
const stored = () => changesIn(world.registry).filter(({ method }) => method === 'PUT')
function expectNothingDone(): void {
  expect(stored()).toEqual([])
  expect([world.sigstore.count('rekor'), world.registry.repositories().flatMap(world.registry.tags)]).toEqual([0, []])
}

describe('a job with contents: read', () => {
  it.each([
    ['for the tag that claims a version', {}],
    ['for the branch of a pull request', { commit: 'pull-request' }],
  ])('is told so before anything is stored, signed or logged, %s', async (_, inputs) => {
    if ('commit' in inputs) {
      await world.release()
      await world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
    }
    const [puts, entries] = [stored().length, world.sigstore.count('rekor')]
    const run = await releaseReading({ inputs })
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['GIT_DENIED']])
    expect(errorsIn(run)[0]?.message).toContain('contents: write')
    expect([stored().length, world.sigstore.count('rekor')]).toEqual([puts, entries])
  })

  it('is told so together with what else is missing', async () => {
    world.registry.disturb(({ method }) => (method === 'POST' ? { status: 403 } : undefined))
    const run = await releaseReading()
    expect([...errorsOf(run)].sort()).toEqual(['GIT_DENIED', 'REGISTRY_DENIED'])
    expectNothingDone()
  })

  it('releases where nothing is written to git', async () => {
    const inputs = { commit: 'none', 'tag-template': 'none' }
    expect(resultsOf(await releaseReading({ inputs }))).toEqual(['app 1.0.0 released'])
  })

  it('releases for a tag that is there', async () => {
    await world.repository.tag('app-1.0.0')
    const run = await releaseReading({ event: { name: 'push', ref: 'refs/tags/app-1.0.0' } })
    expect([errorsIn(run), resultsOf(run)]).toEqual([[], ['app 1.0.0 released']])
  })

  it('is told so by the API where releases are made by it, and git is written with another right', async () => {
    const targets = `${world.target}\npages://gh-pages?packages=releases`
    const run = await world.release({ inputs: { targets } })
    expect(errorsOf(run)).toEqual(['GIT_DENIED'])
    expect(errorsIn(run)[0]?.message).toMatch(/github-token.*contents: write/s)
    expectNothingDone()
  })

  it('is told so by the API where GitHub makes the commit, and git is written with another right', async () => {
    await world.release()
    await world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
    const run = await world.release({ inputs: { 'verified-commits': 'true' } })
    expect(errorsOf(run)).toEqual(['GIT_DENIED'])
  })
})

describe('a registry that refuses manifests with a subject', () => {
  it('is recognised before anything is stored, signed or logged; without signatures it is released to', async () => {
    const registry = { referrers: false, refusesSubject: 405 }
    await using old = await aWorld({ files: aChart('app', '1.0.0'), registry, run: { entry: 'source' } })
    const run = await old.release()
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['REGISTRY_REFERRERS_REFUSED']])
    expect(errorsIn(run)[0]?.message).toContain('sign: none')
    expect(old.sigstore.count('rekor')).toBe(0)
    const content = [...old.registry.content().values()]
    expect(content.flatMap(({ manifests, blobs }) => [...manifests.keys(), ...blobs.keys()])).toEqual([])
    expect(await old.repository.remoteTags()).toEqual([])
    expect(resultsOf(await old.release({ inputs: { sign: 'none' } }))).toEqual(['app 1.0.0 released'])
  })
})

describe('what is known without the network', () => {
  /** The public Sigstore, which nobody can reach from here. */
  const unnamed = { 'sigstore-trusted-root': '', 'sigstore-signing-config': '' }
  const noToken = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }
  const visible = (visibility: string) => ({ name: 'push' as const, payload: { repository: { visibility } } })

  const cases: readonly (readonly [string, RunOptions, readonly string[]])[] = [
    ['a private repository without consent', { inputs: unnamed, event: visible('private') }, ['PUBLIC_LOG_CONSENT']],
    ['an internal one', { inputs: unnamed, event: visible('internal') }, ['PUBLIC_LOG_CONSENT']],
    ['public-log: false', { inputs: { ...unnamed, 'public-log': 'false' } }, ['PUBLIC_LOG_CONSENT']],
    ['no id-token: write', { env: noToken }, ['OIDC_UNAVAILABLE']],
    [
      'no id-token: write in a private repository',
      { inputs: unnamed, event: visible('private'), env: noToken },
      ['OIDC_UNAVAILABLE', 'PUBLIC_LOG_CONSENT'],
    ],
    [
      'a signing configuration that can not be used, and no id-token: write',
      { inputs: { 'sigstore-signing-config': '{}' }, env: noToken },
      ['OIDC_UNAVAILABLE', 'SIGSTORE_CONFIG_INVALID'],
    ],
  ]

  it.each(cases)('is reported together before any server is waited for: %s', async (_, options, codes) => {
    // Whoever waits for the registry waits for ever.
    world.registry.disturb(({ method }) => (method === 'POST' ? { hang: true } : undefined))
    const tokens = world.sigstore.tokens.length
    const run = await world.release(options)
    expect([run.exitCode, errorsOf(run)]).toEqual([1, codes])
    expect(world.sigstore.tokens.length).toBe(tokens)
    expectNothingDone()
  })
})
