import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { SignatureSet } from '../../../src/model/signature.ts'
import type { CheckedRequirement } from '../../../src/model/verification.ts'
import {
  acmeRelease,
  aRealChart,
  aSignedRegistry,
  type ConsumerOptions,
  checkOf,
  type SignedRegistry,
  verifyAs,
} from '../../support/scenes/published-charts.ts'
import { failureOf } from '../../support/sigstore/signing-run.ts'
import { type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'
import { aProvenanceBundle, aStatementBundle } from '../../support/sigstore/statement-bundle.ts'

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

const app = (rest = ':1.2.3') => `${shop.place}/app${rest}`
const verify = (chart = app(), options: ConsumerOptions = {}) => verifyAs(sigstore, chart, options)
const signature = async (options: ConsumerOptions = {}): Promise<CheckedRequirement> =>
  checkOf(await verify(app(), options))
const codeOf = async (options: ConsumerOptions = {}) => (await signature(options)).problem?.code

describe('a chart of a registry', () => {
  it('is taken by tag, with the digest to pin', async () => {
    const { digest } = await shop.publishSigned()
    const { checks, ...found } = await verify()
    expect(found).toMatchObject({ name: 'app', version: '1.2.3', digest, pinned: `${shop.place}/app@${digest}` })
    expect(checks).toMatchObject([{ requirement: 'signature', accepted: { form: 'cosign signature 1' }, refused: [] }])
  })

  it('is taken by digest, and by tag and digest together', async () => {
    const { digest } = await shop.publishSigned()
    for (const rest of [`@${digest}`, `:1.2.3@${digest}`])
      expect(await verify(app(rest))).toMatchObject({ version: '1.2.3', digest, checks: [{ refused: [] }] })
  })

  it('is refused if the tag leads to another digest', async () => {
    await shop.publishSigned()
    const other = `sha256:${'0'.repeat(64)}`
    const failure = await failureOf(verify(app(`:1.2.3@${other}`)))
    expect(failure).toMatchObject({ code: 'VERIFY_DIGEST_DIFFERS', message: expect.stringContaining(other) })
  })

  it('is the newest of a range, and the newest release without one', async () => {
    for (const version of ['1.2.3', '1.9.0', '2.0.0', '2.1.0-rc.1'])
      await shop.publishSigned(aRealChart('app', version))
    expect(await verify(app(''), { version: '^1.0.0' })).toMatchObject({ version: '1.9.0' })
    expect(await verify(app(''), { version: '1.2.3' })).toMatchObject({ version: '1.2.3' })
    expect(await verify(app(''))).toMatchObject({ version: '2.0.0' })
  })

  it('is missing, in words that lead out', async () => {
    await shop.publishSigned()
    for (const [chart, version] of [[app(':1.2.4')], [app(''), '^3.0.0'], [`${shop.place}/web:1.0.0`]] as const) {
      const failure = await failureOf(verify(chart, version === undefined ? {} : { version }))
      expect(failure).toMatchObject({ code: 'VERIFY_CHART_MISSING', hint: expect.stringContaining('wait') })
    }
  })

  it.each([
    ['an older version', 'app', '1.0.0'],
    ['another chart', 'web', '1.2.3'],
  ])('is refused if its tag was moved to %s, whose signature holds', async (_what, name, version) => {
    await shop.publishSigned()
    const other = await shop.publishSigned(aRealChart(name, version))
    // Manifests and blobs of one repository can be copied to the other by whoever may push.
    const { registry } = shop
    const [from, to] = [`acme/charts/${name}`, 'acme/charts/app']
    const manifest = registry.manifest(from, other.digest)?.bytes ?? Buffer.of()
    const { config, layers } = JSON.parse(manifest.toString())
    for (const { digest } of [config, ...layers]) registry.plantBlob(to, registry.blob(from, digest) ?? '')
    registry.plantManifest(to, '1.2.3', manifest)
    const failure = await failureOf(verify())
    expect(failure).toMatchObject({
      code: 'VERIFY_CHART_DIFFERS',
      message: expect.stringContaining(`${name} ${version}`),
    })
  })

  it('is refused if a blob is not what its digest says', async () => {
    const { digest } = await shop.publishSigned()
    const { layers } = JSON.parse(shop.registry.manifest('acme/charts/app', digest)?.bytes.toString() ?? '')
    shop.registry.plantBlob('acme/charts/app', 'other bytes', layers[0].digest)
    expect((await failureOf(verify())).code).toBe('REGISTRY_DIGEST_MISMATCH')
  })
})

describe.each([
  ['with the referrers API', true],
  ['with the fallback tag', false],
])('signatures in a registry %s', (_what, referrers) => {
  beforeEach(async () => {
    await shop.registry.stop()
    shop = await aSignedRegistry(sigstore, { referrers })
  })

  it('hold if only that of cosign 2 is there', async () => {
    const published = await shop.publish()
    const { bundles: _, ...set } = await shop.sign(published)
    await shop.attach(published, { ...set, bundles: [] })
    expect(await signature()).toMatchObject({ accepted: { form: 'cosign signature 1' } })
  })

  it('hold if only the bundle of cosign 3 is there', async () => {
    const published = await shop.publish()
    const { legacy: _, ...set } = await shop.sign(published)
    await shop.attach(published, set)
    expect(await signature()).toMatchObject({ accepted: { form: 'Sigstore bundle 1' } })
  })

  it('are missing when they were stripped', async () => {
    const published = await shop.publishSigned()
    const tag = published.digest.replace(':', '-')
    for (const name of [tag, `${tag}.sig`]) shop.registry.removeTag('acme/charts/app', name)
    for (const each of shop.registry.referrers('acme/charts/app', published.digest))
      shop.registry.removeManifest('acme/charts/app', each)
    expect(await signature()).toMatchObject({ problem: { code: 'VERIFY_SIGNATURE_MISSING' }, refused: [] })
  })

  it('hold beside those of somebody else, which are listed', async () => {
    const published = await shop.publishSigned(aRealChart(), { repository: 'evil/charts', repository_id: '666' })
    await shop.attach(published, await shop.sign(published))
    const { accepted, problem, refused } = await signature()
    expect(problem).toBeUndefined()
    expect(accepted?.identity).toMatchObject({
      sourceRepository: 'https://github.com/acme/charts',
      sourceRef: 'refs/heads/main',
    })
    expect(refused.map(({ why }) => why)).toEqual([
      expect.stringContaining('its source repository is https://github.com/evil/charts'),
      expect.stringContaining('its source repository is https://github.com/evil/charts'),
    ])
  })
})

describe('a signature is refused', () => {
  it.each([
    [
      'of another repository',
      { repository: 'evil/charts', job_workflow_ref: 'evil/charts/.github/workflows/release.yml@refs/heads/main' },
      'https://github.com/evil/charts',
    ],
    ['of another caller of the same workflow', { repository: 'evil/charts' }, 'https://github.com/evil/charts'],
    [
      'of another workflow',
      { job_workflow_ref: 'acme/charts/.github/workflows/other.yml@refs/heads/main' },
      'other.yml',
    ],
    [
      'of another branch',
      { ref: 'refs/heads/feature', job_workflow_ref: 'acme/charts/.github/workflows/release.yml@refs/heads/feature' },
      'refs/heads/feature',
    ],
    [
      'of the workflow file of another branch',
      { job_workflow_ref: 'acme/charts/.github/workflows/release.yml@refs/heads/feature' },
      'refs/heads/feature',
    ],
    [
      'of a pull request',
      { ref: 'refs/pull/7/merge', job_workflow_ref: 'acme/charts/.github/workflows/release.yml@refs/pull/7/merge' },
      'refs/pull/7/merge',
    ],
    ['by another issuer', { iss: 'https://token.actions.evil.example' }, 'https://token.actions.evil.example'],
  ])('%s', async (_what, claims, found) => {
    await shop.publishSigned(aRealChart(), claims as Readonly<Record<string, string>>)
    const { problem, accepted } = await signature()
    expect(accepted).toBeUndefined()
    expect(problem?.code).toBe('VERIFY_IDENTITY_REFUSED')
    expect(problem?.message).toContain(found)
  })

  it('of another digest', async () => {
    const [one, other] = [await shop.publish(), await shop.publish(aRealChart('app', '1.3.0'))]
    await shop.attach(one, await shop.sign(other))
    const { problem } = await signature()
    expect(problem).toMatchObject({
      code: 'VERIFY_SIGNATURE_INVALID',
      message: expect.stringContaining('another digest'),
    })
  })

  it('of another Sigstore', async () => {
    const stranger = await startSigstore()
    await shop.publishSigned()
    expect(await codeOf({ trustedRoot: stranger.trustedRoot })).toBe('VERIFY_SIGNATURE_INVALID')
    await stranger.close()
  })

  it('whose certificate authority had expired when it signed', async () => {
    await shop.publishSigned()
    const root = structuredClone(sigstore.trustedRoot) as { certificateAuthorities: { validFor: object }[] }
    for (const authority of root.certificateAuthorities)
      authority.validFor = { start: '2020-01-01T00:00:00Z', end: '2021-01-01T00:00:00Z' }
    const { problem } = await signature({ trustedRoot: root })
    expect(problem).toMatchObject({ code: 'VERIFY_SIGNATURE_INVALID', message: expect.stringContaining('expired') })
  })

  it.each(['certificate', 'tlogEntries'])('put together from two that hold: %s', async (part) => {
    const published = await shop.publish()
    const [set, other] = [await shop.sign(published), await shop.sign(published)]
    const [own, foreign] = [set, other].map(({ bundles }) => JSON.parse(Buffer.from(bundles[0]?.json ?? '').toString()))
    own.verificationMaterial[part] = foreign.verificationMaterial[part]
    await shop.attachBundle(published, set, { json: Buffer.from(JSON.stringify(own)), predicateType: '' })
    expect(await codeOf()).toBe('VERIFY_SIGNATURE_INVALID')
  })

  it('that says something else than "signed", although cosign 3 takes it', async () => {
    const published = await shop.publish()
    const set = await shop.sign(published)
    const subject = [{ digest: { sha256: published.digest.slice('sha256:'.length) } }]
    const bundle = await aStatementBundle(sigstore, { predicateType: 'https://example.com/copied', subject })
    await shop.attachBundle(published, set, bundle)
    const { problem } = await signature()
    expect(problem).toMatchObject({
      code: 'VERIFY_SIGNATURE_MISSING',
      message: expect.stringContaining('1 signature of another kind'),
    })
  })

  it('that is garbage, without an end of the run', async () => {
    const published = await shop.publish()
    const set = await shop.sign(published)
    for (const text of [
      '',
      '{',
      '[]',
      '{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}',
      '['.repeat(100_000),
    ])
      await shop.attachBundle(published, set, { json: Buffer.from(text), predicateType: '' })
    expect(await signature()).toMatchObject({ problem: { code: 'VERIFY_SIGNATURE_INVALID' } })
  })
})

describe('provenance', () => {
  const check = async (options: ConsumerOptions = {}) =>
    checkOf(await verify(app(), { require: ['provenance'], ...options }), 'provenance')
  const provide = async (digests: readonly string[], claims = {}) => {
    const published = await shop.publishSigned()
    const set: SignatureSet = await shop.sign(published)
    const bundle = await aProvenanceBundle(
      sigstore,
      digests.map((each) => (each === 'own' ? published.digest : each)),
      claims,
    )
    await shop.attachBundle(published, set, bundle)
    return published
  }

  it('counts for each of its subjects', async () => {
    await provide([`sha256:${'1'.repeat(64)}`, 'own'])
    expect(await check()).toMatchObject({ accepted: { identity: { issuer: acmeRelease.issuer } }, refused: [] })
  })

  it('is missing where there is only a signature', async () => {
    await shop.publishSigned()
    expect(await check()).toMatchObject({ problem: { code: 'VERIFY_SIGNATURE_MISSING' } })
  })

  it('does not count as a signature', async () => {
    const published = await shop.publish()
    await shop.attachBundle(
      published,
      await shop.sign(published),
      await aProvenanceBundle(sigstore, [published.digest]),
    )
    expect(await codeOf()).toBe('VERIFY_SIGNATURE_MISSING')
    expect(await check()).toMatchObject({ refused: [], accepted: {} })
  })

  it('of another digest is refused', async () => {
    await provide([`sha256:${'1'.repeat(64)}`])
    expect(await check()).toMatchObject({
      problem: { code: 'VERIFY_SIGNATURE_INVALID', message: expect.stringContaining('111') },
    })
  })

  it('by somebody else is refused', async () => {
    await provide(['own'], { repository: 'evil/charts' })
    expect(await check()).toMatchObject({
      problem: { code: 'VERIFY_IDENTITY_REFUSED', message: expect.stringContaining('evil/charts') },
    })
  })
})

describe('several requirements', () => {
  it('are all checked, whether or not one fails', async () => {
    await shop.publishSigned()
    const { checks } = await verify(app(), { require: ['gpg', 'provenance', 'signature'], keyring: 'none' })
    expect(checks.map(({ requirement, problem }) => [requirement, problem?.code])).toEqual([
      ['gpg', 'VERIFY_SIGNATURE_MISSING'],
      ['provenance', 'VERIFY_SIGNATURE_MISSING'],
      ['signature', undefined],
    ])
  })
})

describe('a private registry', () => {
  it('is read with credentials of the consumer', async () => {
    const users = { robot: 'secret-of-the-robot' }
    await shop.publishSigned()
    await using closed = await aSignedRegistry(sigstore, {
      content: shop.registry.content(),
      auth: { kind: 'bearer', users },
    })
    const chart = `${closed.place}/app:1.2.3`
    const settings = { registryUsername: 'robot', registryPassword: users.robot }
    expect(checkOf(await verify(chart, { settings }))).toMatchObject({ accepted: {} })
    expect((await failureOf(verify(chart))).code).toMatch(/^REGISTRY_(?:UNAUTHORIZED|DENIED)$/)
  })
})
