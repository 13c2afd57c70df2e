import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsIn, errorsOf, planOf, publishedVersion, resultsOf } from '../../../support/charts/published.ts'
import { aTemplate, threeCharts } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import { watchPushes } from '../../../support/git/watch.ts'
import { helmPush } from '../../../support/helm/helm-push.ts'
import type { RunOptions } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const labels = 'charts/lib/templates/_labels.tpl'
let world: World
let pushes: () => Promise<readonly string[]>

beforeAll(async () => {
  world = await aWorld({ files: threeCharts, run: { entry: 'source' } })
  await world.release()
  await world.repository.commit('fix: lib', { [labels]: `${threeCharts[labels]}# more\n` })
  pushes = await watchPushes(world.repository)
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const refs = () => git(world.repository.origin, ['for-each-ref'])

/** Runs and tells what was asked of the registry and of Sigstore, and whether anything is another than before. */
async function watched(options: RunOptions) {
  const [from, signed, before] = [world.registry.requests.length, world.sigstore.trace.length, await refs()]
  const run = await world.release(options)
  const methods = new Set(world.registry.requests.slice(from).map(({ method }) => method))
  return {
    run,
    methods: [...methods].sort(),
    // A token says who the run is, to tell its signatures from those of others; it signs nothing.
    signings: world.sigstore.trace.slice(signed).filter(({ service }) => service !== 'oidc').length,
    sameRefs: (await refs()) === before,
  }
}

describe('mode: plan', () => {
  it('decides as a release would, and changes nothing anywhere', async () => {
    const { run, methods, signings, sameRefs } = await watched({ inputs: { mode: 'plan' } })
    expect(run.exitCode).toBe(0)
    expect(planOf(run).charts.map(({ name, action, version }) => `${name} ${action} ${version}`)).toEqual([
      'db leave 2.0.0',
      'lib bump 0.3.1',
      'web bump 1.4.3',
    ])
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.1 planned', 'web 1.4.3 planned'])
    expect(run.outputs.released).toBe('false')
    expect([signings, sameRefs, await pushes()]).toEqual([0, true, []])
    expect(methods.filter((method) => method !== 'GET' && method !== 'HEAD')).toEqual([])
    expect(await git(run.workspace, ['status', '--porcelain'])).toBe('')
    expect(await git(run.workspace, ['rev-parse', 'HEAD'])).toBe(await world.repository.remote())
  })

  it('shows the table, the JSON and where each setting came from', async () => {
    const { run } = await watched({ inputs: { mode: 'plan', bump: 'minor' } })
    expect(run.stdout).toMatch(/^lib +0\.3\.0 -> 0\.4\.0 +bump/m)
    expect(run.stdout).toContain('"schema": 1')
    expect(run.summary).toMatch(/\| lib \|.*0\.4\.0/)
    expect(planOf(run).settings.bump).toEqual({ value: 'minor', source: 'input' })
    expect(planOf(run).settings.commit).toEqual({ value: 'push', source: 'default' })
  })

  it('needs neither the right to sign nor to push', async () => {
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }
    const { run } = await watched({ inputs: { mode: 'plan' }, env })
    expect(run.exitCode).toBe(0)
  })
})

describe('a pull request', () => {
  const ref = 'refs/pull/7/merge'
  const event = { name: 'pull_request', ref } as const

  beforeAll(async () => {
    // A number far above is taken: with commit: push that does not matter.
    await world.repository.write({
      'charts/db/Chart.yaml': threeCharts['charts/db/Chart.yaml'].replace('2.0.0', '2.0.5'),
    })
    await helmPush(world, join(world.repository.folder, 'charts/db'))
    await world.repository.git('checkout', '--quiet', '.')
    await world.repository.commit('fix: db', { 'charts/db/templates/configmap.yaml': aTemplate('second') })
    await world.repository.git('push', '--quiet', 'origin', `main:${ref}`)
  })

  it('is planned as its branch would be', async () => {
    const { run, methods, sameRefs } = await watched({ event, inputs: { mode: 'plan' } })
    expect(run.exitCode).toBe(0)
    expect(resultsOf(run)).toEqual(['db 2.0.1 planned', 'lib 0.3.1 planned', 'web 1.4.3 planned'])
    expect([methods, sameRefs]).toEqual([['GET', 'HEAD'], true])
  })

  it.each(['pull_request', 'pull_request_target', 'merge_group'] as const)('is not released: %s', async (name) => {
    const { run, methods, sameRefs } = await watched({
      event: { name, ref: name === 'pull_request' ? ref : 'refs/heads/main' },
    })
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toEqual(['EVENT_REFUSED'])
    expect(errorsIn(run)[0]?.message).toContain('mode: plan')
    expect([methods, sameRefs]).toEqual([[], true])
  })
})

describe('the release after a plan', () => {
  it('does what was planned', async () => {
    const run = await world.release()
    expect(resultsOf(run)).toEqual(['db 2.0.1 released', 'lib 0.3.1 released', 'web 1.4.3 released'])
    expect(publishedVersion(world.registry, 'web', '1.4.3')?.signed).toBe(true)
  })
})
