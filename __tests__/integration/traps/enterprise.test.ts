import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { errorsIn, publishedVersion, resultsOf, versionsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { type RunOptions, runAction, type WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { type Claims, defaultClaims } from '../../support/sigstore/sigstore.ts'

// A server of one's own, and a tenant of GHE.com: neither is known to the public Sigstore, neither has ghcr.io.
const servers = [
  ['GitHub Enterprise Server', 'https://git.corp.example', 'https://git.corp.example/_services/token'],
  ['GHE.com', 'https://octo.ghe.com', 'https://token.actions.octo.ghe.com'],
] as const

let world: World
beforeEach(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0') })
})
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

/** A run on that server, with its tokens; `inputs` are all that the step says. */
function runOn(server: string, claims: Claims, options: RunOptions): Promise<WorkflowRun> {
  world.sigstore.setClaims({ ...defaultClaims, ...claims })
  const env = { ...world.sigstore.environment, GITHUB_SERVER_URL: server, ...options.env }
  return runAction(world.repository, { entry: 'source', path: [world.helm.replace(/\/helm$/, '')], ...options, env })
}

describe.each(servers)('%s', (_, server, iss) => {
  const ownSigstore = () => ({
    'sigstore-trusted-root': JSON.stringify(world.sigstore.trustedRoot),
    'sigstore-signing-config': JSON.stringify(world.sigstore.signingConfig),
  })

  it('has no registry that would be meant without a word', async () => {
    const run = await runOn(server, { iss }, {})
    expect(errorsIn(run).map(({ code }) => code)).toContain('INPUT_MISSING')
    expect(run.stdout).toContain(server)
    expect(world.sigstore.tokens).toEqual([])
  })

  it('is not signed for by the public Sigstore: that is said before a token is asked for or anything is visible', async () => {
    const run = await runOn(server, { iss }, { inputs: { targets: world.target } })
    const [problem, ...others] = errorsIn(run)
    expect(others).toEqual([])
    expect(problem?.code).toBe('SIGSTORE_NO_PUBLIC_INSTANCE')
    expect(problem?.message).toContain(iss)
    expect(run.stdout).toContain('sigstore-signing-config:')
    expect(world.sigstore.tokens).toEqual([])
    expect(versionsOf(world.registry, 'app')).toEqual([])
    expect(await world.repository.remoteTags()).toEqual([])
  })

  it('is signed for by a Sigstore of its own, under its own name, and knows its signatures again', async () => {
    const inputs = { targets: world.target, ...ownSigstore() }
    const first = await runOn(server, { iss }, { inputs })
    expect(errorsIn(first)).toEqual([])
    expect(resultsOf(first)).toEqual(['app 1.0.0 released'])
    expect(publishedVersion(world.registry, 'app', '1.0.0')?.signed).toBe(true)
    expect(first.summary).toContain(`--certificate-oidc-issuer ${iss}`)
    expect(first.summary).toContain(`--certificate-identity ${server}/acme/charts/.github/workflows/release.yml`)
    const again = await runOn(server, { iss }, { inputs })
    expect(resultsOf(again)).toEqual(['app 1.0.0 unchanged'])
  })

  it('gets unsigned charts where that is asked for, with no token at all', async () => {
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }
    const run = await runOn(server, { iss }, { inputs: { targets: world.target, sign: 'none' }, env })
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
  })
})
