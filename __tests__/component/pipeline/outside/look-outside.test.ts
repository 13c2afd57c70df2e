import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { PublishedArtifact } from '../../../../src/model/target.ts'
import type { PromotedRelease } from '../../../../src/pipeline/chart-release.ts'
import { lookFromOutside } from '../../../../src/pipeline/outside/look-outside.ts'
import { openRegistry, openTarget } from '../../../../src/targets/registry.ts'
import { aTargetContext } from '../../../support/registry/context.ts'
import { aRealChart, aSignedRegistry, type SignedRegistry } from '../../../support/scenes/published-charts.ts'
import { acme, aSigningRun, keptLog } from '../../../support/sigstore/signing-run.ts'
import { type Sigstore, startSigstore } from '../../../support/sigstore/sigstore.ts'

let sigstore: Sigstore
let shop: SignedRegistry
beforeAll(async () => {
  sigstore = await startSigstore()
})
afterAll(() => sigstore.close())
beforeEach(async () => {
  shop = await aSignedRegistry(sigstore)
})
afterEach(() => shop.registry.stop())

const users = { robot: 'secret-of-the-robot' }
const login = { registryUsername: 'robot', registryPassword: users.robot }

/** What a run with these releases finds outside; `place` and `signed` are those of the run. */
async function look(artifacts: readonly PublishedArtifact[], { place = shop.place, signed = true } = {}) {
  const target = openTarget(place, aTargetContext())
  const { signer, verifier, inspector } = await aSigningRun(sigstore)
  const signing = { signer, verifier, inspector, identity: await signer.prepare(), ours: acme }
  const log = keptLog()
  const context = aTargetContext({ settings: login })
  const { settings, clock } = context
  const outside = () => ({
    anybody: openRegistry(place, { ...context, settings: { ...settings, anonymous: true } }),
    member: openRegistry(place, context),
  })
  const releases = artifacts.map((artifact) => ({
    published: [artifact],
    staged: [{ target, ...(signed && { signatures: {} }) }],
  })) as unknown as readonly PromotedRelease[]
  const run = {
    targets: [target],
    outside,
    signing: async () => (signed ? signing : undefined),
    platform: { log, clock },
  }
  const before = shop.registry.requests.length
  const { problems, warnings } = await lookFromOutside(run, releases)
  const requests = shop.registry.requests.slice(before)
  return { problems: problems.map(({ code, message }) => `${code} ${message}`), warnings, requests, lines: log.lines }
}

const repository = 'acme/charts/app'
const stripped = (digest: string) => {
  const tag = digest.replace(':', '-')
  for (const name of [tag, `${tag}.sig`]) shop.registry.removeTag(repository, name)
  for (const each of shop.registry.referrers(repository, digest)) shop.registry.removeManifest(repository, each)
}

describe('a look from outside', () => {
  it('finds nothing wrong, and says nothing', async () => {
    const { problems, warnings, lines } = await look([await shop.publishSigned()])
    expect([problems, warnings, lines]).toEqual([[], [], []])
  })

  it('costs one request for each further chart', async () => {
    const versions = ['1.0.0', '1.0.1', '1.0.2', '1.0.3', '1.0.4']
    const artifacts = await Promise.all(versions.map((version) => shop.publishSigned(aRealChart('app', version))))
    const one = await look(artifacts.slice(0, 1))
    const five = await look(artifacts)
    expect(five.requests.length - one.requests.length).toBe(4)
    expect(one.requests.length).toBeLessThanOrEqual(12)
    expect(one.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  it('costs two requests where nothing was signed', async () => {
    const { problems, requests } = await look([await shop.publish()], { signed: false })
    expect(problems).toEqual([])
    expect(requests.map(({ path }) => path)).toEqual(['/v2/', '/v2/acme/charts/app/manifests/1.2.3'])
  })

  it('asks nothing about versions that were there before', async () => {
    const published = await shop.publishSigned()
    expect((await look([{ ...published, changed: false }])).requests).toEqual([])
  })

  it('takes a private package for what it is', async () => {
    const published = await shop.publishSigned()
    await using closed = await aSignedRegistry(sigstore, {
      content: shop.registry.content(),
      auth: { kind: 'bearer', users },
    })
    const { problems, warnings, lines } = await look([published], { place: closed.place })
    expect([problems, warnings]).toEqual([[], []])
    expect(lines).toEqual([expect.stringContaining('with credentials only')])
  })

  it.each([true, false])('is loud if the tag leads elsewhere, signed: %s', async (signed) => {
    const published = await shop.publishSigned()
    const bytes = shop.registry.manifest(repository, '1.2.3')?.bytes.toString() ?? ''
    shop.registry.plantManifest(repository, '1.2.3', bytes.replace('"schemaVersion":2', '"schemaVersion":2 '))
    const { problems } = await look([published], { signed })
    expect(problems).toEqual([expect.stringMatching(/^OUTSIDE_DIFFERS The release is out.*is sha256:.*is expected/)])
  })

  it.each([true, false])('is loud if the tag is gone, signed: %s', async (signed) => {
    const published = await shop.publishSigned()
    shop.registry.removeTag(repository, '1.2.3')
    const { problems } = await look([published], { signed })
    expect(problems).toEqual([expect.stringContaining('OUTSIDE_DIFFERS')])
  })

  it('is loud if the signatures are gone, or were replaced by those of others', async () => {
    const published = await shop.publishSigned()
    stripped(published.digest)
    expect((await look([published])).problems).toEqual([expect.stringContaining('has no keyless signature')])
    await shop.attach(published, await shop.sign(published, { repository: 'evil/charts', repository_id: '666' }))
    expect((await look([published])).problems).toEqual([
      expect.stringContaining('is not a workflow of this repository'),
    ])
  })

  it('is no failure if the registry does not answer', async () => {
    const artifacts = [await shop.publishSigned(), await shop.publishSigned(aRealChart('web', '1.0.0'))]
    shop.registry.disturb(() => ({ status: 503 }))
    const { problems, warnings } = await look(artifacts)
    expect(problems).toEqual([])
    expect(warnings).toEqual([expect.stringContaining('could not be looked at from outside')])
  })
})
