import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { aSigningRun, aSubject, failureOf, judged, patientClock, stored } from '../../support/sigstore/signing-run.ts'
import { type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'

let sigstore: Sigstore

beforeEach(async () => {
  sigstore = await startSigstore()
})
afterEach(() => sigstore.close())

const minute = 60_000

describe('what a signature is', () => {
  it('verifies in both forms for the certificate that was issued', async () => {
    const { signer, verifier } = await aSigningRun(sigstore)
    const subject = aSubject()
    const set = await signer.sign(subject)
    await verifier.verifyOwn(subject, stored(set), set)
    expect(await judged(verifier, subject, stored(set))).toEqual([])
    expect(Buffer.from(set.certificate)).toEqual(sigstore.certificates[0])
  })

  it('carries the identity that Fulcio wrote into the certificate', async () => {
    const { signer } = await aSigningRun(sigstore)
    expect(await signer.prepare()).toEqual({
      subject: 'https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main',
      issuer: 'https://token.actions.githubusercontent.com',
      sourceRepository: 'https://github.com/acme/charts',
      sourceRef: 'refs/heads/main',
      sourceRepositoryId: '4711',
    })
  })

  it('has the payload that cosign writes, to the byte, and its statement with a name for the subject', async () => {
    const { signer } = await aSigningRun(sigstore)
    const subject = aSubject()
    const { legacy, bundles } = await signer.sign(subject)
    expect(Buffer.from(legacy?.payload ?? []).toString()).toBe(
      `{"critical":{"identity":{"docker-reference":"${subject.repository}"},"image":{"docker-manifest-digest":"${subject.digest}"},"type":"cosign container image signature"},"optional":null}`,
    )
    const bundle = JSON.parse(Buffer.from(bundles[0]?.json ?? []).toString())
    expect(Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString()).toBe(
      `{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"${subject.repository}","digest":{"sha256":"${subject.digest.slice(7)}"},"annotations":{}}],"predicateType":"https://sigstore.dev/cosign/sign/v1","predicate":{}}`,
    )
  })

  it('tells legacy verifiers all they need in annotations', async () => {
    const { signer } = await aSigningRun(sigstore)
    const { legacy, certificate } = await signer.sign(aSubject())
    const annotations = legacy?.annotations ?? {}
    expect(Object.keys(annotations)).toEqual([
      'dev.cosignproject.cosign/signature',
      'dev.sigstore.cosign/certificate',
      'dev.sigstore.cosign/chain',
      'dev.sigstore.cosign/bundle',
      'dev.sigstore.cosign/rfc3161timestamp',
    ])
    const pem = annotations['dev.sigstore.cosign/certificate'] ?? ''
    expect(Buffer.from(pem.replace(/-----.*-----|\n/g, ''), 'base64')).toEqual(Buffer.from(certificate))
    const logged = JSON.parse(annotations['dev.sigstore.cosign/bundle'] ?? '{}')
    expect(logged).toEqual({
      SignedEntryTimestamp: expect.any(String),
      Payload: {
        body: expect.any(String),
        integratedTime: expect.any(Number),
        logIndex: expect.any(Number),
        logID: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    })
    const body = JSON.parse(Buffer.from(logged.Payload.body, 'base64').toString())
    expect(body.spec.data.hash.value).toBe(
      createHash('sha256')
        .update(legacy?.payload ?? '')
        .digest('hex'),
    )
  })

  it('has a bundle with a single certificate, one log entry with an inclusion proof, and one timestamp', async () => {
    const { signer } = await aSigningRun(sigstore)
    const { bundles } = await signer.sign(aSubject())
    const { mediaType, verificationMaterial } = JSON.parse(Buffer.from(bundles[0]?.json ?? []).toString())
    expect(mediaType).toBe('application/vnd.dev.sigstore.bundle.v0.3+json')
    expect(Object.keys(verificationMaterial)).toEqual(['certificate', 'tlogEntries', 'timestampVerificationData'])
    expect(verificationMaterial.tlogEntries).toHaveLength(1)
    expect(verificationMaterial.tlogEntries[0].inclusionProof.checkpoint.envelope).toContain('— 127.0.0.1 ')
    expect(verificationMaterial.timestampVerificationData.rfc3161Timestamps).toHaveLength(1)
  })

  it('goes without a timestamp and without an SCT where the private Sigstore has no such services', async () => {
    const plain = await startSigstore({ timestamps: false, certificateLog: false })
    const { signer, verifier } = await aSigningRun(plain)
    const subject = aSubject()
    const set = await signer.sign(subject)
    expect(Object.keys(set.legacy?.annotations ?? {})).not.toContain('dev.sigstore.cosign/rfc3161timestamp')
    expect(await judged(verifier, subject, stored(set))).toEqual([])
    expect(plain.count('tsa')).toBe(0)
    await plain.close()
  })
})

describe('one certificate for a run', () => {
  it('serves twenty charts', async () => {
    const { signer, verifier } = await aSigningRun(sigstore)
    await signer.prepare()
    const subjects = Array.from({ length: 20 }, () => aSubject())
    const sets = await Promise.all(subjects.map((subject) => signer.sign(subject)))
    expect([sigstore.count('fulcio'), sigstore.count('oidc'), sigstore.count('rekor')]).toEqual([1, 1, 40])
    for (const [index, subject] of subjects.entries()) {
      expect(await judged(verifier, subject, stored(...sets.slice(index, index + 1)))).toEqual([])
    }
  })

  it('is renewed with a new key and a new token before it runs out, once for all who wait', async () => {
    const clock = patientClock()
    const { signer } = await aSigningRun(sigstore, { clock })
    const first = await signer.sign(aSubject())
    clock.pass(7.9 * minute)
    await signer.sign(aSubject())
    expect(sigstore.count('fulcio')).toBe(1)
    clock.pass(0.2 * minute)
    const later = await Promise.all(Array.from({ length: 12 }, () => signer.sign(aSubject())))
    expect(sigstore.count('fulcio')).toBe(2)
    expect(new Set(sigstore.tokens).size).toBe(2)
    for (const { certificate } of later) expect(certificate).toEqual(later[0]?.certificate)
    expect(later[0]?.certificate).not.toEqual(first.certificate)
  })

  it('signs at most eight charts side by side', async () => {
    let most = 0
    let open = 0
    sigstore.fail('rekor', {
      change: async (answer) => {
        open += 1
        most = Math.max(most, open)
        // Until more than four are open at once, however slow the machine is; then long enough to see more than allowed.
        do await new Promise((done) => setTimeout(done, 20))
        while (most <= 4)
        open -= 1
        return answer
      },
    })
    const { signer } = await aSigningRun(sigstore)
    await Promise.all(Array.from({ length: 30 }, () => signer.sign(aSubject())))
    // Two entries a chart.
    expect(most).toBeLessThanOrEqual(16)
  })
})

describe('consent to the public log', () => {
  const privately = async (publicLog?: boolean, visibility = 'private') => {
    const { services } = await aSigningRun(sigstore)
    sigstore.setClaims({ ...(await claimsOf(visibility)) })
    return aSigningRun(sigstore, { services: { ...services, isPublic: true }, publicLog })
  }
  const claimsOf = async (visibility: string) => {
    const { defaultClaims } = await import('../../support/sigstore/sigstore.ts')
    return { ...defaultClaims, repository_visibility: visibility }
  }

  it('is asked for before the name of a private repository reaches Fulcio', async () => {
    const { signer } = await privately()
    const error = await failureOf(signer.prepare())
    expect([error.code, error.kind]).toEqual(['PUBLIC_LOG_CONSENT', 'config'])
    expect(error.hint).toContain('public-log: true')
    expect(sigstore.count('fulcio')).toBe(0)
  })

  // Payloads of `schedule` and `workflow_dispatch` do not say it; the token always does.
  it.each(['internal', 'private'])('is asked for by what the token says of the repository: %s', async (visibility) => {
    const { signer } = await privately(undefined, visibility)
    const error = await failureOf(signer.prepare())
    expect([error.code, error.message.includes(`is ${visibility}`)]).toEqual(['PUBLIC_LOG_CONSENT', true])
    expect(sigstore.count('fulcio')).toBe(0)
  })

  it('is enough when given', async () => {
    const { signer } = await privately(true)
    expect((await signer.prepare()).sourceRepositoryId).toBe('4711')
  })

  it('is not needed for a private Sigstore', async () => {
    sigstore.setClaims(await claimsOf('private'))
    const { signer } = await aSigningRun(sigstore)
    expect((await signer.prepare()).sourceRepositoryId).toBe('4711')
  })
})
