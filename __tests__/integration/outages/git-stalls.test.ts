import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { errorsOf, resultsOf, versionsOf } from '../../support/charts/published.ts'
import { aChart, aTemplate, db } from '../../support/charts/three-charts.ts'
import { git } from '../../support/git/repository.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { type GitServer, startGitServer } from '../../support/servers/git-http.ts'

let world: World
let server: GitServer

beforeEach(async () => {
  world = await aWorld({ files: aChart('db', '2.0.0'), run: { entry: 'source' } })
  await world.release()
  await world.repository.commit('fix: db', { [db]: aTemplate('second') })
  server = await startGitServer(world.repository.origin)
})
afterEach(async () => {
  await server[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})

/** A run whose origin is the server. A stalled one gives up after five seconds, any other waits as long as a slow machine needs. */
async function release(stalls: 'stalls' | 'answers') {
  const workspace = await world.repository.checkout()
  await git(workspace, ['remote', 'set-url', 'origin', server.repository])
  if (stalls === 'stalls') await git(workspace, ['config', 'http.lowSpeedTime', '5'])
  return world.release({ workspace })
}

describe('a git server that takes a request and says nothing', () => {
  it('ends the run in words, with nothing published, and the next run goes on', async () => {
    server.disturb('silence')
    const run = await release('stalls')
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['GIT_STALLED']])
    expect(run.stdout).toContain(`gave up waiting for ${new URL(server.url).host}`)
    expect(versionsOf(world.registry, 'db')).toEqual(['2.0.0'])
    server.disturb(undefined)
    expect(resultsOf(await release('answers'))).toEqual(['db 2.0.1 released'])
  })

  it('to the push of the bump ends it so, too, and does not blame a permission', async () => {
    server.disturb('silence', /git-receive-pack$/)
    const run = await release('stalls')
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['GIT_PUSH_REFUSED']])
    expect(run.stdout).toContain('The server took the push and did not answer.')
    expect(run.stdout).not.toContain('contents: write')
    expect(versionsOf(world.registry, 'db')).toEqual(['2.0.0'])
    server.disturb(undefined)
    expect(resultsOf(await release('answers'))).toEqual(['db 2.0.1 released'])
  })
})

describe('a git server whose connection breaks', () => {
  it('after it took the bump and the tag costs nothing: both are looked up', async () => {
    server.cutAnswer(/\/git-receive-pack$/)
    const run = await release('answers')
    expect([run.exitCode, resultsOf(run)]).toEqual([0, ['db 2.0.1 released']])
    expect(await world.repository.remoteTags()).toContain('db-2.0.1')
    expect(await git(world.repository.origin, ['log', '-1', '--format=%s', 'main'])).toContain('db 2.0.1')
    server.cutAnswer(/never/)
    expect(resultsOf(await release('answers'))).toEqual(['db 2.0.1 unchanged'])
  })

  it('before it takes anything ends the run in words that do not blame a permission, and the next run goes on', async () => {
    server.disturb('reset', /\/git-receive-pack$/)
    const run = await release('answers')
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['GIT_PUSH_REFUSED']])
    expect(run.stdout).toContain('got no answer')
    expect(run.stdout).not.toContain('contents: write')
    server.disturb(undefined)
    expect(resultsOf(await release('answers'))).toEqual(['db 2.0.1 released'])
  })
})
