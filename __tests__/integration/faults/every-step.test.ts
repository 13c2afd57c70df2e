import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsOf, publishedVersion, resultsOf, versionsOf } from '../../support/charts/published.ts'
import { aChart, aTemplate } from '../../support/charts/three-charts.ts'
import { FAULT_MESSAGE, type Fault } from '../../support/entries/fault.ts'
import { type BundledEntry, bundledEntry } from '../../support/run/bundled-entry.ts'
import type { WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'

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

/** Changes both charts and runs the action with a fault; the versions that are wanted then are `1.0.<round>`. */
async function faulty(fault: Fault): Promise<WorkflowRun> {
  round += 1
  const text = aTemplate(`text ${round}`)
  await world.repository.commit('fix: both', {
    'charts/one/templates/configmap.yaml': text,
    'charts/two/templates/configmap.yaml': text,
  })
  const hosts = { [world.registry.host]: 'registry' }
  return world.release({ env: { FAULT_AT: JSON.stringify(fault), FAULT_HOSTS: JSON.stringify(hosts) } })
}

/** What holds whatever happened: the run failed, and says why wherever somebody may look. */
function expectReport(run: WorkflowRun) {
  expect(run.exitCode).toBe(1)
  expect(run.outputs).toMatchObject({ released: expect.stringMatching(/^(true|false)$/), charts: expect.anything() })
  expect(run.summary).toMatch(/^## ❌ /)
  expect(run.summary).toContain(FAULT_MESSAGE)
  const errors = run.annotations.filter(({ level }) => level === 'error')
  expect(errors.map(({ message }) => message).join('\n')).toContain(FAULT_MESSAGE)
  expect(run.stdout + run.stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)
  expect(run.stderr).toBe('')
}

/** The run after it finishes what was begun, and then there is nothing left to do. */
async function expectRepair() {
  expect((await world.release()).exitCode).toBe(0)
  for (const name of ['one', 'two']) {
    expect(versionsOf(world.registry, name)).toContain(`1.0.${round}`)
    expect(publishedVersion(world.registry, name, `1.0.${round}`)?.signed).toBe(true)
  }
  expect(versionsOf(world.registry, 'one')).toHaveLength(round + 1)
  expect(resultsOf(await world.release()).every((result) => result.endsWith('unchanged'))).toBe(true)
}

/** By the step: a call of it, and whether the chart `two` can be released all the same. */
const STEPS = {
  'the plan': { call: '^git ls-tree', released: [] },
  'the plan of one chart': { call: '^GET registry/v2/acme/charts/one/manifests/1', released: ['two'] },
  'the preflight': { call: '^POST registry/v2/acme/charts/one/blobs/uploads', released: [] },
  'the signing certificate': { call: 'signingCert', released: [] },
  'the bump': { call: '^git commit-tree', released: [] },
  'the packaging': { call: '^helm package', released: [] },
  'the push of the bump': { call: '^effect git push refs/heads', released: [] },
  'the upload of one chart': { call: '^effect PUT registry/v2/acme/charts/one/blobs', released: ['two'] },
  'the transparency log': { call: '^effect POST .*log/entries', released: [expect.anything()] },
  'the signatures of one chart': {
    call: '^effect PUT registry/v2/acme/charts/one/manifests/sha256-',
    released: ['two'],
  },
  'reading one chart back': { call: '^GET registry/v2/acme/charts/one/manifests/sha256-.*sig', released: ['two'] },
  'the claim': { call: '^effect git push refs/tags', released: [] },
  'the promotion of one chart': { call: '^effect PUT registry/v2/acme/charts/one/manifests/1', released: ['two'] },
  'a look after the promotion of one chart': {
    call: '^HEAD registry/v2/acme/charts/one/manifests/1',
    released: ['two'],
  },
} as const

describe('an error that is thrown in', () => {
  it.each(Object.entries(STEPS))('%s ends in a report, and the next run finishes', async (_, { call, released }) => {
    const run = await faulty({ kind: 'throw', call })
    expectReport(run)
    const results = resultsOf(run).filter((result) => result.endsWith(' released'))
    expect(results.map((result) => result.split(' ')[0])).toEqual(released)
    await expectRepair()
  })
})

const NOWHERE = ['rejection', 'timer', 'emitter', 'stream', 'child'] as const
const MOMENTS = {
  'in the plan': '^GET registry/v2/acme/charts/one/manifests/1',
  'while a chart is stored': '^effect PUT registry/v2/acme/charts/one/blobs',
  'while a chart is promoted': '^effect PUT registry/v2/acme/charts/one/manifests/1',
} as const

describe('an error that reaches nobody', () => {
  const inPromotion = NOWHERE.map((kind) => [kind, 'while a chart is promoted'] as const)

  it.each([...inPromotion, ['timer', 'in the plan'], ['emitter', 'while a chart is stored']] as const)(
    '(%s) %s is in the report, and the release goes on',
    async (kind, moment) => {
      const run = await faulty({ kind, call: MOMENTS[moment] })
      expectReport(run)
      expect(resultsOf(run).map((result) => result.split(' ').at(-1))).toEqual(['released', 'released'])
      await expectRepair()
    },
  )
})

/** Something that never ends: the run itself notices, since nothing else is left to do. */
const HANGS = {
  'the plan': { call: '^GET registry/v2/acme/charts/one/manifests/1', released: false },
  'the push of the bump': { call: '^effect git push refs/heads', released: false },
  'the promotion of one chart': { call: '^effect PUT registry/v2/acme/charts/one/manifests/1', released: true },
} as const

describe('a call that never ends in', () => {
  it.each(Object.entries(HANGS))('%s ends in a report of what was done', async (_, { call, released }) => {
    const run = await faulty({ kind: 'hang', call })
    expect(run.exitCode).toBe(1)
    expect(errorsOf(run)).toContain('BUG_UNEXPECTED')
    expect(run.summary).toContain('nothing is left that it could wait for')
    expect(run.outputs.charts).toBeDefined()
    if (released) expect(resultsOf(run)).toContain(`two 1.0.${round} released`)
    if (released) expect(run.stdout).toContain(`charts/two:1.0.${round}: visible now`)
    await expectRepair()
  })
})

describe('an error in the report itself', () => {
  it.each(['file report.json', 'output charts', 'output released', 'summary'])(
    '(%s) leaves the rest of the report whole',
    async (effect) => {
      const run = await faulty({ kind: 'throw', call: `^effect ${effect}$` })
      expect(run.exitCode).toBe(1)
      expect(run.annotations.map(({ message }) => message).join()).toContain(FAULT_MESSAGE)
      if (effect !== 'summary') expect(run.summary).toContain(FAULT_MESSAGE)
      expect(Object.keys(run.outputs)).toEqual(
        expect.arrayContaining(['plan', 'charts', 'released'].filter((name) => effect !== `output ${name}`)),
      )
      for (const name of ['one', 'two']) expect(versionsOf(world.registry, name)).toContain(`1.0.${round}`)
    },
  )
})

describe('the run after all of them', () => {
  it('has nothing left to do', async () => {
    expect(resultsOf(await world.release()).map((result) => result.split(' ').at(-1))).toEqual([
      'unchanged',
      'unchanged',
    ])
  })
})
