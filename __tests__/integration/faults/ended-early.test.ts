import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsIn, errorsOf, outcomesOf, resultsOf, versionsOf } from '../../support/charts/published.ts'
import { aChart, aTemplate } from '../../support/charts/three-charts.ts'
import type { Fault } from '../../support/entries/fault.ts'
import { git } from '../../support/git/repository.ts'
import { type BundledEntry, bundledEntry } from '../../support/run/bundled-entry.ts'
import type { RunOptions, WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { startGitServer } from '../../support/servers/git-http.ts'

let entry: BundledEntry
let world: World
let round = 0

beforeAll(async () => {
  entry = await bundledEntry('__tests__/support/entries/fault-entry.ts')
  const files = { ...aChart('one', '1.0.0'), ...aChart('two', '1.0.0') }
  world = await aWorld({ files, run: { entry: entry.file } })
  expect((await world.release()).exitCode).toBe(0)
})
afterAll(async () => {
  await entry[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})

async function changeBoth(): Promise<void> {
  round += 1
  const text = aTemplate(`text ${round}`)
  await world.repository.commit('fix: both', {
    'charts/one/templates/configmap.yaml': text,
    'charts/two/templates/configmap.yaml': text,
  })
}

async function releaseWith(fault: Fault, options: RunOptions = {}): Promise<WorkflowRun> {
  await changeBoth()
  const hosts = JSON.stringify({ [world.registry.host]: 'registry' })
  return world.release({ ...options, env: { FAULT_AT: JSON.stringify(fault), FAULT_HOSTS: hosts } })
}

async function expectRepair() {
  expect((await world.release()).exitCode).toBe(0)
  for (const name of ['one', 'two']) expect(versionsOf(world.registry, name)).toContain(`1.0.${round}`)
}

describe('a run that is cancelled', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s in the plan reports that, and changes nothing', async (kind) => {
    const run = await releaseWith({ kind, call: '^GET registry/v2/acme/charts/one/manifests/1' })
    expect([run.exitCode, errorsOf(run), run.outputs.released]).toEqual([143, ['RUN_CANCELLED'], 'false'])
    expect(run.summary).toContain('RUN_CANCELLED')
    expect(versionsOf(world.registry, 'one')).not.toContain(`1.0.${round}`)
    await expectRepair()
  })

  it('while a chart is promoted lets that finish and reports it, and begins no other', async () => {
    const run = await releaseWith({ kind: 'SIGTERM', call: '^effect PUT registry/v2/acme/charts/one/manifests/1' })
    expect(run.exitCode).toBe(143)
    expect(errorsOf(run)).toContain('RUN_CANCELLED')
    // What is visible is either reported as released, or as not known.
    for (const { name, version, result, reason } of Object.values(outcomesOf(run))) {
      const isVisible = versionsOf(world.registry, name).includes(version)
      if (result === 'released') expect(isVisible).toBe(true)
      else expect(reason).toContain('or before that was known; the next run goes on with it')
    }
    await expectRepair()
  })

  it('after the push of the bump names the bump, and the next run releases it', async () => {
    const run = await releaseWith({ kind: 'SIGINT', call: '^HEAD registry/v2/acme/charts/one/manifests/sha256:' })
    expect([run.exitCode, errorsOf(run)]).toEqual([143, ['RUN_CANCELLED']])
    expect(resultsOf(run)).toEqual([`one 1.0.${round} skipped`, `two 1.0.${round} skipped`])
    await expectRepair()
  })
})

describe('a run that takes too long', () => {
  it.each(['drip', 'hang'] as const)(
    'because of a registry (%s) ends at its time and names the host',
    async (fault) => {
      await changeBoth()
      let isReached = false
      world.registry.disturb(() => {
        isReached = true
        return fault === 'drip' ? { drip: true } : { hang: true }
      })
      const run = await world.release({ inputs: { timeout: '40s' } })
      world.registry.disturb(undefined)
      expect([run.exitCode, errorsOf(run), run.outputs.released]).toEqual([1, ['RUN_TIMEOUT'], 'false'])
      const [problem] = errorsIn(run)
      expect(problem?.message).toMatch(/^The step “Plan” took longer than 20 seconds; it was waiting for /)
      // A very slow machine may still be busy with git when its time is over.
      if (isReached) expect(problem?.message).toContain(`GET ${world.registry.host}/v2/ (`)
      expect(run.summary).toContain('RUN_TIMEOUT')
      await expectRepair()
    },
  )

  it('because of a git server ends at its time, too', async () => {
    await changeBoth()
    await using server = await startGitServer(world.repository.origin)
    server.disturb('silence')
    const workspace = await world.repository.checkout()
    await git(workspace, ['remote', 'set-url', 'origin', server.repository])
    const run = await world.release({ workspace, inputs: { timeout: '40s' } })
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['RUN_TIMEOUT']])
    expect(errorsIn(run)[0]?.message).toMatch(/it was waiting for .*git /)
    await expectRepair()
  })
})
