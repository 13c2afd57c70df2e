import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { errorsIn, errorsOf, resultsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { aFakeSsh, checkOutBySsh, DEPLOY_KEY } from '../../../support/git/fake-ssh.ts'
import { git } from '../../../support/git/repository.ts'
import { workflowToken } from '../../../support/github/tokens.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { type GitServer, startGitServer } from '../../../support/servers/git-http.ts'

const TOKEN = 'ghs_W0rkflowTokenOfThisJob'
const PERSISTED = 'ghs_Persisted1byCheckout5'
const basic = (token: string) => `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`

let world: World
let head: string
beforeEach(async () => {
  world = await aWorld({
    files: aChart('app', '1.0.0'),
    github: { tokens: [workflowToken(TOKEN)] },
    run: { entry: 'source', token: TOKEN, inputs: { sign: 'none' } },
  })
  await world.repository.tag('app-1.0.0')
  for (const text of ['one', 'two']) await world.repository.commit(`docs: ${text}`, { 'README.md': text })
  head = await world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
})
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

type Leave = (workspace: string, server: GitServer) => Promise<unknown>

/** As the versions of actions/checkout leave a clone; the last commit alone, on a detached HEAD. */
const styles: readonly (readonly [string, string, Leave])[] = [
  [
    'v4 and v5 (in the clone)',
    PERSISTED,
    (workspace, { url }) =>
      git(workspace, ['config', `http.${url}/.extraheader`, `AUTHORIZATION: ${basic(PERSISTED)}`]),
  ],
  [
    'v6 (in a file below RUNNER_TEMP)',
    PERSISTED,
    async (workspace, { url }) => {
      const file = join(world.repository.root, 'git-credentials-4711.config')
      await writeFile(file, `[http "${url}/"]\n\textraheader = AUTHORIZATION: ${basic(PERSISTED)}\n`)
      // For this place, and for that in a container of the same job.
      await git(workspace, ['config', `includeIf.gitdir:${workspace}/.git.path`, file])
      await git(workspace, ['config', 'includeIf.gitdir:/github/workspace/.git.path', '/github/runner_temp/x.config'])
    },
  ],
  ['persist-credentials: false', TOKEN, async () => {}],
]

describe.each(styles)('a checkout by %s', (_, used, leave) => {
  it('of one commit, detached, is deepened, pushed from and tagged with one identity at a time', async () => {
    await using server = await startGitServer(world.repository.origin, basic(used))
    const workspace = await world.repository.checkout({ depth: 1 })
    await git(workspace, ['checkout', '--quiet', '--detach'])
    await git(workspace, ['remote', 'set-url', 'origin', server.repository])
    await leave(workspace, server)
    const config = await git(workspace, ['config', '--list', '--show-origin'])
    const run = await world.release({ workspace, env: { GITHUB_SERVER_URL: server.url } })
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run)).toEqual(['app 1.0.1 released'])
    expect(await git(world.repository.origin, ['rev-parse', 'main^'])).toBe(head)
    expect(await world.repository.remoteTags()).toContain('app-1.0.1')
    // git asks without a header first only where it has none to send.
    expect(new Set(server.authorizations.map((value) => value.toLowerCase()))).toEqual(
      new Set([basic(used).toLowerCase()]),
    )
    expect(await git(workspace, ['config', '--list', '--show-origin'])).toBe(config)
  })
})

describe('a checkout with a deploy key', () => {
  it('is released from by that key, also where the rules of the branch spare it alone', async () => {
    world.github.addRules('main', ['pull_request'], { bypass: [DEPLOY_KEY] })
    await world.github.guardPushes()
    const ssh = await aFakeSsh(world.repository)
    const run = await world.release({ workspace: await checkOutBySsh(world.repository, ssh, 1) })
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run)).toEqual(['app 1.0.1 released'])
    expect(run.stdout).toContain('the credentials that checkout left, not with `github-token`')
    expect(await git(world.repository.origin, ['rev-parse', 'main^'])).toBe(head)
    expect(await ssh.calls()).not.toContain(TOKEN)
  })
})

describe('a checkout whose credentials are not enough', () => {
  it('is told so before anything is published', async () => {
    await using server = await startGitServer(world.repository.origin, basic('another'))
    const workspace = await world.repository.checkout()
    await git(workspace, ['remote', 'set-url', 'origin', server.repository])
    const run = await world.release({ workspace, env: { GITHUB_SERVER_URL: server.url } })
    expect(errorsOf(run)).toEqual(['GIT_DENIED'])
    expect(errorsIn(run)[0]?.message).toContain('contents: write')
    expect(world.registry.requests.filter(({ method }) => method === 'PUT')).toEqual([])
  })
})
