import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsOf, publishedVersion, resultsOf, versionsOf } from '../../support/charts/published.ts'
import { aChart, aTemplate, db } from '../../support/charts/three-charts.ts'
import type { WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'

const SERVICES = ['oidc', 'fulcio', 'rekor', 'tsa'] as const
const SECONDS_MS = 2_500

let world: World
let patch = 0

beforeAll(async () => {
  world = await aWorld({ files: aChart('db', '2.0.0'), run: { entry: 'source' } })
  await world.release()
})
afterEach(() => {
  for (const service of SERVICES) world.sigstore.fail(service, undefined)
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

/** Changes the chart; returns the version that it is to get. */
async function changed(): Promise<string> {
  patch += 1
  await world.repository.commit('fix: db', { [db]: aTemplate(`number ${patch}`) })
  return `2.0.${patch}`
}

/** What the run stored without showing it: `sha256:…`. */
function storedIn(run: WorkflowRun): string | undefined {
  return /stored as \S+@(sha256:[0-9a-f]{64})/.exec(run.stdout)?.[1]
}

describe('a service of Sigstore that is away for seconds', () => {
  it.each(SERVICES)('is waited for, and the run ends as ever: %s', async (service) => {
    const version = await changed()
    const asked = world.sigstore.count(service)
    let since: number | undefined
    // From the first question on: the others must not be what the run waits for.
    world.sigstore.fail(service, () => {
      since ??= Date.now()
      return Date.now() < since + SECONDS_MS ? { status: 503, body: 'busy' } : undefined
    })
    const run = await world.release()
    expect(resultsOf(run)).toEqual([`db ${version} released`])
    expect(publishedVersion(world.registry, 'db', version)?.signed).toBe(true)
    expect(world.sigstore.count(service) - asked).toBeGreaterThan(1)
    expect(run.stdout).toMatch(/answer(?:s|ed) 503; trying again for another 10 minutes/)
  })
})

describe('a service of Sigstore that stays away', () => {
  it.each([
    ['oidc', 'before anything'],
    ['fulcio', 'before anything'],
    ['rekor', 'with the bump in git'],
    ['tsa', 'with the bump in git'],
  ] as const)(
    'ends the run with nothing visible, and the next one completes it with the same bytes: %s, %s',
    async (service, moment) => {
      const before = versionsOf(world.registry, 'db')
      const tags = await world.repository.remoteTags()
      const head = await world.repository.remote()
      const version = await changed()
      const branch = await world.repository.remote()
      expect(branch).not.toBe(head)
      world.sigstore.fail(service, { status: 502, body: '' })
      const run = await world.release({ inputs: { 'sigstore-timeout': '2s' } })
      expect(run.exitCode).toBe(1)
      expect(errorsOf(run)).toEqual(['SIGSTORE_UNAVAILABLE'])
      expect(versionsOf(world.registry, 'db')).toEqual(before)
      expect(await world.repository.remoteTags()).toEqual(tags)
      expect((await world.repository.remote()) === branch).toBe(moment === 'before anything')
      world.sigstore.fail(service, undefined)
      const next = await world.release()
      expect(resultsOf(next)).toEqual([`db ${version} released`])
      const published = publishedVersion(world.registry, 'db', version)
      expect(published?.signed).toBe(true)
      if (moment === 'with the bump in git') expect(published?.digest).toBe(storedIn(run))
    },
  )

  it('ends it before anything where not even the trusted root can be fetched', async () => {
    const version = await changed()
    const from = world.registry.requests.length
    // Nobody listens there: the public Sigstore, and nothing else, goes through the proxy.
    const publicOnly = { 'sigstore-trusted-root': '', 'sigstore-signing-config': '', 'sigstore-timeout': '2s' }
    const run = await world.release({ inputs: publicOnly, env: { HTTPS_PROXY: 'http://127.0.0.1:1' } })
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toEqual(['SIGSTORE_UNAVAILABLE'])
    expect(run.stdout).toMatch(
      /The TUF repository of Sigstore: GET tuf-repo-cdn\.sigstore\.dev\/\S+ failed: .+; trying again for another 2 seconds/,
    )
    expect(world.registry.requests.slice(from).filter(({ method }) => method === 'PUT')).toEqual([])
    expect(resultsOf(await world.release())).toEqual([`db ${version} released`])
  })
})
