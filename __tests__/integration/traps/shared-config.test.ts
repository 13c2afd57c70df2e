import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsOf, planOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { aRepository, type TestRepository } from '../../support/git/repository.ts'
import { workflowToken } from '../../support/github/tokens.ts'
import { aWorld, type World } from '../../support/run/world.ts'

const OWN = '.github/release-charts.yaml'
const PATH = 'charts/release.yaml'
const shared = `defaults:
  bump: calver
  tag-template: 'v{{ .Version }}'
  zero-major: major
`

let world: World
let standards: TestRepository
let secret: TestRepository
let pinned: string
let unmerged: string
beforeAll(async () => {
  standards = await aRepository({ files: { [PATH]: shared, 'not-a-file/x': '' } })
  pinned = (await standards.remote()) ?? ''
  await standards.commit('docs: later', { [PATH]: 'defaults:\n  bump: major\n' })
  // As GitHub stores it when somebody pushes to a fork: an object of the network, on no branch of this repository.
  await standards.git('checkout', '--quiet', '--detach')
  await standards.write({ [PATH]: 'defaults:\n  targets: [oci://evil.example/charts]\n' })
  await standards.git('commit', '--quiet', '--all', '--message', 'of a fork')
  await standards.git('push', '--quiet', 'origin', 'HEAD:refs/pull/1/head')
  unmerged = await standards.git('rev-parse', 'HEAD')
  secret = await aRepository({ files: { [PATH]: shared } })
  world = await aWorld({
    files: { ...aChart('app', '1.0.0'), [OWN]: 'defaults:\n  zero-major: minor\n' },
    github: {
      tokens: [workflowToken('ghs_test')],
      others: [
        { repository: 'acme/.github', origin: standards.origin },
        { repository: 'acme/secret', origin: secret.origin, settings: { visibility: 'private' } },
        { repository: 'acme/old', origin: standards.origin, renamedTo: 'evil/new' },
      ],
    },
    run: { entry: 'source', inputs: { sign: 'none', mode: 'plan' } },
  })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await Promise.all([standards.remove(), secret.remove()])
})

const plan = (config: string, inputs = {}) => world.release({ inputs: { config, ...inputs } })

describe('a config file of another repository of the owner', () => {
  it('gives defaults under the own config file and inputs, each shown with its source', async () => {
    const { settings } = planOf(await plan(`acme/.github/${PATH}@${pinned}`, { 'tag-template': 'x-{{ .Version }}' }))
    expect(settings).toMatchObject({
      bump: { value: 'calver', source: 'shared-config' },
      'zero-major': { value: 'minor', source: 'config' },
      'tag-template': { value: 'x-{{ .Version }}', source: 'input' },
      config: { value: `acme/.github/${PATH}@${pinned}`, source: 'input' },
    })
  })

  it('counts in a release and in a check, too', async () => {
    const config = `acme/.github/${PATH}@${pinned}`
    for (const mode of ['check', 'release'])
      expect(planOf(await plan(config, { mode })).settings.bump).toEqual({ value: 'calver', source: 'shared-config' })
  })

  it('is not read at a commit that only a fork or a pull request has', async () => {
    const run = await plan(`acme/.github/${PATH}@${unmerged}`)
    expect(errorsOf(run)).toEqual(['SHARED_CONFIG_REFUSED'])
    expect(run.stdout).toContain('is not on the default branch (main) of acme/.github')
  })

  it('is not read from another owner, nor if the repository has another owner by now', async () => {
    const { length } = world.github.requests
    expect(errorsOf(await plan(`evil/.github/${PATH}@${pinned}`))).toEqual(['SHARED_CONFIG_REFUSED'])
    expect(world.github.requests.length).toBe(length)
    const moved = await plan(`acme/old/${PATH}@${pinned}`)
    expect(moved.stdout).toContain('names acme/old, which is evil/new now')
  })

  it('must be visible to the token, and the message says which token is', async () => {
    const run = await plan(`acme/secret/${PATH}@${await secret.remote()}`)
    expect(errorsOf(run)).toEqual(['SHARED_CONFIG_UNREADABLE'])
    expect(run.summary).toContain('contents: read')
  })

  it.each([
    ['has no commit', `${PATH}@${'0'.repeat(40)}`],
    ['has no file', `none.yaml@PINNED`],
    ['is not a file', `not-a-file@PINNED`],
  ])('%s: told', async (said, rest) => {
    const run = await plan(`acme/.github/${rest.replace('PINNED', pinned)}`)
    expect(errorsOf(run)).toEqual(['SHARED_CONFIG_UNREADABLE'])
    expect(run.stdout).toContain(said)
  })

  it('needs the whole commit', async () => {
    for (const version of ['main', 'v1', pinned.slice(0, 12), 'refs/heads/main']) {
      const run = await plan(`acme/.github/${PATH}@${version}`)
      expect(errorsOf(run)).toEqual(['INPUT_INVALID'])
      expect(run.summary).toContain('git rev-parse HEAD')
    }
  })
})
