import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsOf, planOf, publishedVersion, resultsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { workflowToken } from '../../../support/github/tokens.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { buildPart, releasePart } from '../../../support/scenes/two-parts.ts'

const CONFIG = '.github/release-charts.yaml'
const settings = `defaults:
  commit: pull-request
  pull-requests: per-chart
  lint: strict
  release-notes-file: NOTES.md
charts:
  by-hand:
    bump: manual
    lint: off
    tag-template: 'v{{ .Version }}'
    sign: none
`

/** Fails with \`lint: strict\` or \`on\`, and renders with its ci values. */
const needsValues = {
  'charts/picky/templates/needed.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ required "a name" .Values.name }}\n',
  'charts/picky/ci/test-values.yaml': 'name: test\n',
}

let world: World
beforeAll(async () => {
  world = await aWorld({
    files: {
      ...aChart('by-hand', '1.0.0'),
      ...aChart('picky', '1.0.0'),
      ...aChart('third', '1.0.0'),
      ...needsValues,
      'charts/by-hand/NOTES.md': 'Of by-hand.\n',
      [CONFIG]: settings,
    },
    github: {
      settings: { actionsMayOpenPullRequests: true },
      tokens: [workflowToken('ghs_test', { contents: 'write', pull_requests: 'write' })],
    },
    run: { entry: 'source', token: 'ghs_test' },
  })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

async function inParts(more: Parameters<typeof buildPart>[1] = {}) {
  const options = {
    ...more,
    inputs: { targets: `${world.target}\nreleases://acme/charts`, ...more.inputs },
    env: { GITHUB_SERVER_URL: world.github.webUrl },
  }
  const built = await buildPart(world, options)
  if (built.digest === '') return { built, released: undefined }
  const released = await releasePart(world, built, options)
  expect(released.helmRan).toBe('')
  return { built, released }
}

describe('a release in two jobs with settings of single charts', () => {
  it('releases to both targets, each chart under its own tag, linted as it says, with its notes', async () => {
    const { built, released } = await inParts()
    expect([built.run.exitCode, built.run.stderr]).toEqual([0, ''])
    expect([released?.exitCode, released?.stderr]).toEqual([0, ''])
    expect(released && resultsOf(released)).toEqual(
      ['by-hand', 'picky', 'third'].map((name) => `${name} 1.0.0 released`),
    )
    const releases = world.github.releases.map(({ tag, draft, body }) => [tag, draft, body?.split('\n')[0]])
    expect(releases.toSorted()).toEqual([
      ['picky-1.0.0', false, expect.any(String)],
      ['third-1.0.0', false, expect.any(String)],
      ['v1.0.0', false, 'Of by-hand.'],
    ])
    expect(['by-hand', 'picky'].map((name) => publishedVersion(world.registry, name, '1.0.0')?.signed)).toEqual([
      false,
      true,
    ])
  })

  it('proposes one pull request for each bumped chart, and waits with the one that people raise', async () => {
    await world.repository.commit('fix: all three', {
      ...aChart('by-hand', '1.0.0', 'second'),
      ...aChart('picky', '1.0.0', 'second'),
      ...aChart('third', '1.0.0', 'second'),
      ...needsValues,
    })
    const { released } = await inParts()
    expect([released?.exitCode, released?.stderr]).toEqual([0, ''])
    expect(released && resultsOf(released)).toEqual([
      'by-hand 1.0.0 waiting',
      expect.stringMatching(/^picky 1\.\d\.\d planned$/),
      expect.stringMatching(/^third 1\.\d\.\d planned$/),
    ])
    expect(released?.outputs['pull-request']?.split('\n')).toHaveLength(2)
  })

  it('is held back in its first job on a branch that does not release, and plans and checks in one', async () => {
    const { built } = await inParts({ inputs: { branches: 'stable' } })
    expect([built.run.exitCode, built.digest, errorsOf(built.run)]).toEqual([0, '', []])
    expect(built.run.outputs['held-back']).toContain('`branches` lists only stable')
    const inputs = { targets: `${world.target}\nreleases://acme/charts` }
    const env = { GITHUB_SERVER_URL: world.github.webUrl }
    const plan = await world.release({ inputs: { ...inputs, mode: 'plan' }, env })
    expect([plan.exitCode, errorsOf(plan)]).toEqual([0, []])
    expect(planOf(plan).charts.find(({ name }) => name === 'by-hand')?.settings).toMatchObject({
      bump: { value: 'manual' },
      lint: { value: 'off' },
      'tag-template': { value: 'v{{ .Version }}' },
      sign: { value: 'none' },
    })
    const check = await world.release({ inputs: { ...inputs, mode: 'check', 'require-bump': 'false' }, env })
    expect([check.exitCode, errorsOf(check)]).toEqual([0, []])
  })
})
