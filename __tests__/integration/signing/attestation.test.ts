import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { CertifiedRun, Claim } from '../../../src/model/signature.ts'
import { acme, aSigningRun, aSubject } from '../../support/sigstore/signing-run.ts'
import { defaultClaims, type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'

const predicateType = 'https://slsa.dev/provenance/v1'

let sigstore: Sigstore
beforeEach(async () => {
  sigstore = await startSigstore()
})
afterEach(() => sigstore.close())

function aClaim(names: readonly string[], told: CertifiedRun[] = []): Claim {
  return {
    subjects: names.map((name) => ({ name, digest: aSubject(name).digest })),
    predicateType,
    predicate: (run) => {
      told.push(run)
      return { builder: run.builder }
    },
  }
}

async function attested(claim: Claim, claims = {}) {
  const { signer, verifier } = await aSigningRun(sigstore, { claims: { ...defaultClaims, ...claims } })
  const made = await signer.attest(claim)
  if (!made) throw new Error('nothing was attested')
  return { made, verifier }
}

describe('an attestation', () => {
  it('is about everything that it names, and about nothing else', async () => {
    const claim = aClaim(['manifest', 'archive'])
    const { made, verifier } = await attested(claim)
    const of = (digest: Claim['subjects'][number]['digest'], type = predicateType) =>
      verifier.attestation({ digest, predicateType: type }, [made.bundle], acme)
    for (const { digest } of claim.subjects) expect(of(digest)).toEqual(made)
    expect(of(aSubject().digest)).toBeUndefined()
    expect(of(claim.subjects[0]?.digest ?? 'sha256:', 'https://example.com/other')).toBeUndefined()
  })

  it('says what the certificate says of the run, not the environment', async () => {
    const told: CertifiedRun[] = []
    await attested(aClaim(['app'], told), { event_name: 'workflow_dispatch' })
    expect(told).toEqual([
      expect.objectContaining({
        builder: 'https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main',
        repository: 'https://github.com/acme/charts',
        event: 'workflow_dispatch',
        repositoryId: '4711',
      }),
    ])
  })

  it('counts only if it is ours', async () => {
    const claim = aClaim(['app'])
    const evil = {
      repository: 'evil/charts',
      repository_id: '666',
      job_workflow_ref: 'evil/charts/.github/workflows/release.yml@refs/heads/main',
    }
    const [foreign, own] = [await attested(claim, evil), await attested(claim)]
    const [subject] = claim.subjects
    if (!subject) throw new Error('there is one subject')
    const wanted = { digest: subject.digest, predicateType }
    expect(own.verifier.attestation(wanted, [foreign.made.bundle], acme)).toBeUndefined()
    expect(own.verifier.attestation(wanted, [foreign.made.bundle, own.made.bundle], acme)).toEqual(own.made)
    const broken = { ...own.made.bundle, json: Buffer.from('{"mediaType":') }
    expect(own.verifier.attestation(wanted, [broken], acme)).toBeUndefined()
  })

  it('is no signature, also of a digest that it names', async () => {
    const claim = aClaim(['app'])
    const { made, verifier } = await attested(claim)
    const subject = { repository: 'app', digest: claim.subjects[0]?.digest ?? ('sha256:' as const) }
    expect(verifier.isOurs({ signs: 'manifest', digest: subject.digest }, made.bundle, acme)).toBe(false)
    const { missing } = await verifier.judge(subject, { legacy: [], bundles: [made.bundle] }, acme)
    expect(missing).toEqual(['legacy', 'bundle'])
  })

  it('is not made with a certificate that does not name the run', async () => {
    const { run_id: __, run_attempt: ___, workflow_ref: ____, ...old } = defaultClaims
    const { signer } = await aSigningRun(sigstore, { claims: { ...old, event_name: undefined } as never })
    expect(await signer.attest(aClaim(['app']))).toBeUndefined()
  })
})
