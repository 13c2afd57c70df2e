import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Digest } from '../../../src/model/chart.ts'
import type { Subject } from '../../../src/model/signature.ts'
import { acme, aSigningRun, aSubject, failureOf, judged, stored } from '../../support/sigstore/signing-run.ts'
import { type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'

let sigstore: Sigstore

beforeEach(async () => {
  sigstore = await startSigstore()
})
afterEach(() => sigstore.close())

function anArchive(text = 'the bytes of a chart'): Subject {
  const archive = Buffer.from(text)
  return {
    repository: 'https://charts.acme.example',
    digest: `sha256:${createHash('sha256').update(archive).digest('hex')}`,
    archive,
  }
}

describe('the signature beside an archive', () => {
  it('is one bundle over its bytes, in the form of `cosign sign-blob`, and verifies', async () => {
    const { signer, verifier } = await aSigningRun(sigstore)
    const subject = anArchive()
    const set = await signer.sign(subject)
    expect(set.legacy).toBeUndefined()
    const [bundle] = set.bundles.map(({ json }) => JSON.parse(Buffer.from(json).toString()))
    expect(bundle).toMatchObject({
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      messageSignature: {
        messageDigest: {
          algorithm: 'SHA2_256',
          digest: Buffer.from(subject.digest.slice(7), 'hex').toString('base64'),
        },
      },
    })
    await verifier.verifyOwn(subject, stored(set), set)
    expect(await judged(verifier, subject, stored(set))).toEqual([])
  })

  it('costs one entry in the log, where a manifest takes two', async () => {
    const { signer } = await aSigningRun(sigstore)
    await signer.sign(anArchive())
    expect(sigstore.count('rekor')).toBe(1)
  })

  it('is known as ours by the digest of the archive, without its bytes', async () => {
    const { signer, verifier } = await aSigningRun(sigstore)
    const { repository, digest, archive = Buffer.alloc(0) } = anArchive()
    const [bundle] = (await signer.sign({ repository, digest, archive })).bundles
    if (!bundle) throw new Error('a bundle is expected')
    const isOurs = (json: Uint8Array, of: Digest = digest) =>
      verifier.isOurs({ signs: 'archive', digest: of }, { json, predicateType: '' }, acme)
    expect([isOurs(bundle.json), isOurs(bundle.json, aSubject().digest)]).toEqual([true, false])
    // Another signature of the same form, which the log entry does not hold.
    const text = JSON.parse(Buffer.from(bundle.json).toString())
    const other = JSON.parse(Buffer.from((await signer.sign(anArchive('x'))).bundles[0]?.json ?? []).toString())
    text.messageSignature.signature = other.messageSignature.signature
    expect(isOurs(Buffer.from(JSON.stringify(text)))).toBe(false)
    expect(isOurs(Buffer.from('[]'))).toBe(false)
  })

  it('does not hold for other bytes', async () => {
    const { signer, verifier } = await aSigningRun(sigstore)
    const set = await signer.sign(anArchive())
    const other = anArchive('other bytes')
    expect(await judged(verifier, other, stored(set))).toEqual(['bundle'])
    expect((await failureOf(verifier.verifyOwn(other, stored(set), set))).code).toBe('SIGNATURE_INVALID')
  })

  it('is not to be taken for that of a manifest, nor the other way round', async () => {
    const { signer, verifier } = await aSigningRun(sigstore)
    const subject = anArchive()
    const [beside, manifest] = [await signer.sign(subject), await signer.sign(aSubject())]
    const { archive: _, ...asManifest } = subject
    expect(await judged(verifier, asManifest, stored(beside))).toEqual(['legacy', 'bundle'])
    expect(await judged(verifier, subject, stored(manifest))).toEqual(['bundle'])
  })

  it('counts as missing where somebody else signed', async () => {
    const { signer } = await aSigningRun(sigstore)
    const { verifier } = await aSigningRun(sigstore)
    const subject = anArchive()
    const set = await signer.sign(subject)
    expect(await verifier.judge(subject, stored(set), { ...foreign })).toEqual({ missing: ['bundle'] })
  })
})

const foreign = {
  issuer: 'https://token.actions.githubusercontent.com',
  repositoryId: '999',
  repositoryUrl: 'https://github.com/evil/charts',
  trusted: [],
}
