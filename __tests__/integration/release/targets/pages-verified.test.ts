import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { aChart } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { workflowToken } from '../../../support/github/tokens.ts'
import { aConsumer } from '../../../support/helm/consumer.ts'
import { fullyParsed } from '../../../support/index/index-release.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { startBranchServer } from '../../../support/servers/branch-server.ts'

const TOKEN = workflowToken('ghs_signs', { contents: 'write', administration: 'read' })
const PAGES = 'refs/heads/gh-pages'

let world: World

beforeEach(async () => {
  world = await aWorld({
    files: aChart('app', '1.0.0'),
    github: { tokens: [TOKEN] },
    run: {
      entry: 'source',
      token: TOKEN.value,
      inputs: { targets: 'pages://gh-pages', 'verified-commits': 'true' },
    },
  })
  expect((await world.release()).exitCode).toBe(0)
  await world.repository.commit('feat: more', aChart('app', '1.1.0', 'more'))
})
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

async function versions(): Promise<readonly string[]> {
  const entries = fullyParsed(await world.repository.remoteFile('index.yaml', PAGES)).get('app') ?? []
  return entries.map(({ version }) => `${version}`)
}

/** Kills the run when it asks GitHub for the commit: before GitHub makes it, or after. */
async function killedAtTheCommit(moment: 'before' | 'after'): Promise<void> {
  const kill = new AbortController()
  let isAsked = false
  world.github.disturb(async ({ path, bytes }) => {
    if (!path.endsWith('/graphql') || isAsked) return undefined
    isAsked = true
    const headers = { authorization: `token ${TOKEN.value}`, 'content-type': 'application/json' }
    if (moment === 'after') await fetch(`${world.github.apiUrl}/graphql`, { method: 'POST', headers, body: bytes })
    kill.abort()
    return 'reset'
  })
  const run = await world.release({ signal: kill.signal })
  world.github.disturb(undefined)
  expect([run.exitCode, kill.signal.aborted]).toEqual([null, true])
}

describe('a run that is killed while GitHub makes its commit on the branch', () => {
  it.each(['before', 'after'] as const)('is finished by the next one: killed %s', async (moment) => {
    await killedAtTheCommit(moment)
    expect(await versions()).toEqual(moment === 'after' ? ['1.1.0', '1.0.0'] : ['1.0.0'])
    const next = await world.release()
    expect([next.exitCode, next.stderr, next.outputs.released]).toEqual([0, '', `${moment === 'before'}`])
    expect(await versions()).toEqual(['1.1.0', '1.0.0'])
    expect(await git(world.repository.origin, ['log', '--format=%cn', PAGES])).toBe('GitHub\ngithub-actions[bot]')
    await using server = await startBranchServer(world.repository.origin, 'gh-pages')
    const { helm, sh } = await aConsumer(world.repository.root, 4)
    await helm('pull', 'app', '--repo', server.url, '--version', '1.1.0')
    await sh(`curl -fsSL ${server.url}/app-1.1.0.tgz | cmp - app-1.1.0.tgz`)
    await sh(`curl -fsSL ${server.url}/app-1.1.0.tgz.sigstore.json | grep -q messageSignature`)
  })
})
