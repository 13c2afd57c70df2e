import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { StoredBundle } from '../../../src/model/signature.ts'
import {
  acme,
  aSignedSubject,
  aSigningRun,
  aSubject,
  codeOf,
  failureOf,
  judged,
  stored,
} from '../../support/sigstore/signing-run.ts'
import { type Claims, type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'

let sigstore: Sigstore
let signed: Awaited<ReturnType<typeof aSignedSubject>>

beforeAll(async () => {
  sigstore = await startSigstore()
  signed = await aSignedSubject(sigstore)
})
afterAll(() => sigstore.close())

describe('our own signatures, read back', () => {
  it('are found among those of others', async () => {
    const { run, subject, made, signedBy } = signed
    const foreign = await signedBy({ repository: 'evil/charts', repository_id: '666' })
    await run.verifier.verifyOwn(subject, stored(foreign, made, foreign), made)
  })

  it('are refused when they were made after the end of a certificate that was good for others before', async () => {
    const { run } = signed
    const [good, late] = [aSubject(), aSubject()]
    const made = await run.signer.sign(good)
    await run.verifier.verifyOwn(good, stored(made), made)
    for (const service of ['rekor', 'tsa'] as const) sigstore.turnClock(service, 86_400_000)
    const madeLate = await run.signer.sign(late)
    for (const service of ['rekor', 'tsa'] as const) sigstore.turnClock(service, 0)
    expect(Buffer.from(madeLate.certificate).equals(made.certificate)).toBe(true)
    expect(await codeOf(run.verifier.verifyOwn(late, stored(madeLate), madeLate))).toBe('SIGNATURE_INVALID')
  })

  it('are missed when a layer was stripped', async () => {
    const { run, subject, made, legacy, bundle } = signed
    expect(await codeOf(run.verifier.verifyOwn(subject, { legacy: [], bundles: [bundle] }, made))).toBe(
      'SIGNATURE_MISSING',
    )
    expect(await codeOf(run.verifier.verifyOwn(subject, { legacy: [legacy], bundles: [] }, made))).toBe(
      'SIGNATURE_MISSING',
    )
  })

  it('are missed when an annotation or a byte was changed on the way', async () => {
    const { run, subject, made, legacy, bundle, annotated } = signed
    const changed = annotated({ 'dev.sigstore.cosign/chain': '' })
    expect(await codeOf(run.verifier.verifyOwn(subject, { legacy: [changed], bundles: [bundle] }, made))).toBe(
      'SIGNATURE_MISSING',
    )
    const longer = { ...bundle, json: Buffer.concat([bundle.json, Buffer.from(' ')]) }
    expect(await codeOf(run.verifier.verifyOwn(subject, { legacy: [legacy], bundles: [longer] }, made))).toBe(
      'SIGNATURE_MISSING',
    )
  })

  it('are refused for another digest', async () => {
    const { run, made } = signed
    const error = await failureOf(run.verifier.verifyOwn({ ...aSubject() }, stored(made), made))
    expect(error.code).toBe('SIGNATURE_INVALID')
    expect(error.message).toContain('it is about another digest')
  })

  it('are refused when they hold another certificate than the one that was issued', async () => {
    const { run, subject, made, signedBy } = signed
    const other = await signedBy({})
    const error = await failureOf(
      run.verifier.verifyOwn(subject, stored(other), { ...other, certificate: made.certificate }),
    )
    expect(error.message).toContain('it holds another certificate than this run got')
  })

  it('are refused under another trusted root', async () => {
    const { subject, made } = signed
    const stranger = await startSigstore()
    const { verifier } = await aSigningRun(stranger)
    expect(await codeOf(verifier.verifyOwn(subject, stored(made), made))).toBe('SIGNATURE_INVALID')
    expect(await judged(verifier, subject, stored(made))).toEqual(['legacy', 'bundle'])
    await stranger.close()
  })
})

describe('signatures of an earlier run', () => {
  it('count when a workflow of this repository made them, on a branch or on a tag', async () => {
    const { judge, signedBy } = signed
    const tagged = await signedBy({ job_workflow_ref: 'acme/charts/.github/workflows/tag.yaml@refs/tags/app-1.2.3' })
    expect(await judge(stored(tagged))).toEqual([])
  })

  it('count under the name that the repository had when it made them', async () => {
    const { judge, signedBy } = signed
    const renamed = await signedBy({
      repository: 'acme/old-name',
      job_workflow_ref: 'acme/old-name/.github/workflows/release.yml@refs/heads/main',
    })
    expect(await judge(stored(renamed))).toEqual([])
  })

  it('are known by one bundle and the digest alone', async () => {
    const { run, subject, bundle, signedBy } = signed
    const [foreign] = (await signedBy({ repository: 'evil/charts', repository_id: '666' })).bundles
    const isOurs = (stored: StoredBundle | undefined, digest = subject.digest) =>
      stored && run.verifier.isOurs({ signs: 'manifest', digest }, stored, acme)
    expect([isOurs(bundle), isOurs(foreign), isOurs(bundle, aSubject().digest)]).toEqual([true, false, false])
    expect(isOurs({ ...bundle, json: Buffer.from('{}') })).toBe(false)
    expect(run.verifier.isOurs({ signs: 'archive', digest: subject.digest }, bundle, acme)).toBe(false)
  })

  it.each([
    [
      'another repository',
      {
        repository: 'evil/charts',
        repository_id: '666',
        job_workflow_ref: 'evil/charts/.github/workflows/release.yml@refs/heads/main',
      },
    ],
    ['a repository that took over our name', { repository_id: '4712' }],
    ['another issuer', { iss: 'https://token.actions.evil.example' }],
    ['a pull request', { job_workflow_ref: 'acme/charts/.github/workflows/release.yml@refs/pull/7/merge' }],
    ['a file that is no workflow', { job_workflow_ref: 'acme/charts/.github/actions/x/action.yml@refs/heads/main' }],
    [
      'a workflow in a folder of that name elsewhere',
      { job_workflow_ref: 'acme/charts2/.github/workflows/release.yml@refs/heads/main' },
    ],
    [
      'a reusable workflow of somebody else',
      { job_workflow_ref: 'central/ci/.github/workflows/release.yml@refs/tags/v1' },
    ],
  ])('do not count when they come from %s', async (_who, claims) => {
    const { judge, signedBy } = signed
    expect(await judge(stored(await signedBy(claims as Claims)))).toEqual(['legacy', 'bundle'])
  })

  it('count inside the reusable workflow that this run is in, for callers from this repository only', async () => {
    const { judge, signedBy } = signed
    const job_workflow_ref = 'central/ci/.github/workflows/release.yml@refs/tags/v1'
    const inside = { ...acme, workflow: 'https://github.com/central/ci/.github/workflows/release.yml' }
    expect(await judge(stored(await signedBy({ job_workflow_ref })), inside)).toEqual([])
    const evil = await signedBy({ job_workflow_ref, repository: 'evil/charts', repository_id: '666' })
    expect(await judge(stored(evil), inside)).toEqual(['legacy', 'bundle'])
  })

  it('count when a trusted signer made them', async () => {
    const { judge, signedBy } = signed
    const job_workflow_ref = 'central/ci/.github/workflows/release.yml@refs/tags/v1'
    const set = await signedBy({ job_workflow_ref, repository: 'acme/old', repository_id: '1' })
    const { issuer } = acme
    const subjects = [
      ['https://github.com/central/ci/.github/workflows/release.yml@refs/tags/v1', []],
      ['https://github.com/central/ci/*', []],
      ['https://github.com/central/c', ['legacy', 'bundle']],
      ['https://github.com/centra', ['legacy', 'bundle']],
    ] as const
    for (const [trusted, missing] of subjects) {
      expect(await judge(stored(set), { ...acme, trusted: [{ issuer, subject: trusted }] })).toEqual(missing)
    }
    expect(await judge(stored(set), { ...acme, trusted: [{ issuer: 'https://other', subject: '*' }] })).toHaveLength(2)
  })

  it('are told apart by form', async () => {
    const { legacy, bundle, judge } = signed
    expect(await judge({ legacy: [legacy] })).toEqual(['bundle'])
    expect(await judge({ bundles: [bundle] })).toEqual(['legacy'])
  })

  it('are found behind hundreds of others, and not looked for behind thousands', async () => {
    const { legacy, bundle, judge, annotated } = signed
    const foreign = annotated({ 'dev.cosignproject.cosign/signature': 'AAAA' })
    expect(await judge({ legacy: [...Array(300).fill(foreign), legacy], bundles: [bundle] })).toEqual([])
    expect(await judge({ legacy: [legacy, ...Array(300).fill(foreign)], bundles: [bundle] })).toEqual([])
    expect(await judge({ legacy: [legacy, ...Array(1100).fill(foreign)], bundles: [bundle] })).toEqual(['legacy'])
  })
})
