import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { ReleaseError } from '../../../../src/model/errors.ts'
import type { Verification, VerificationReport } from '../../../../src/model/verification.ts'
import { verificationOutputs } from '../../../../src/report/verification/outputs.ts'
import { verificationSummary } from '../../../../src/report/verification/summary.ts'
import { hostileText } from '../../../support/secrets/hostile-text.ts'

const identity = {
  subject: 'https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main',
  issuer: 'https://i.example',
}

function aReport(text = 'nobody', problem?: ReleaseError): VerificationReport {
  const verification: Verification = {
    ...{ name: 'app', version: '1.2.3', reference: 'oci://ghcr.io/acme/charts/app:1.2.3' },
    ...{ digest: 'sha256:00', archiveDigest: 'sha256:11', pinned: 'oci://ghcr.io/acme/charts/app@sha256:00' },
    checks: [
      {
        requirement: 'signature',
        accepted: { form: 'Sigstore bundle 1', identity },
        refused: [{ form: 'Sigstore bundle 2', why: text }],
      },
      {
        requirement: 'gpg',
        refused: [],
        ...(problem ? { problem } : { accepted: { form: 'provenance file', key: 'AB' } }),
      },
    ],
  }
  return problem ? { verification, problems: [problem] } : { verification, archive: '/temp/app.tgz', problems: [] }
}

const html = (report: VerificationReport): string =>
  micromark(verificationSummary(report), { extensions: [gfm()], htmlExtensions: [gfmHtml()] })

describe('the summary of a verification', () => {
  it('is a sentence, a short table and the digest to pin', () => {
    expect(verificationSummary(aReport())).toBe(
      [
        '## Chart verification',
        '',
        '**app 1.2.3 is what it should be.**',
        '',
        '| Required | Result | By |',
        '| --- | --- | --- |',
        `| signature | holds | \`${identity.subject}\` |`,
        '| gpg | holds | `OpenPGP key AB` |',
        '',
        'Also there, and refused:',
        '',
        '- Sigstore bundle 2: nobody',
        '',
        'Pinned: `oci://ghcr.io/acme/charts/app@sha256:00`',
        '',
      ].join('\n'),
    )
  })

  it('says what went wrong, and pins nothing then', () => {
    const problem = new ReleaseError('VERIFY_SIGNATURE_MISSING', 'It has no `.prov`.', { hint: 'Ask.' })
    const text = verificationSummary(aReport('x', problem))
    expect(text).toContain('**app 1.2.3 is not verified: do not deploy it.**')
    expect(text).toContain('`VERIFY_SIGNATURE_MISSING`')
    expect(text).not.toContain('Pinned')
    expect(verificationSummary({ problems: [problem] })).toContain('could not be verified')
  })

  it('shows hostile text as text', () => {
    const plain = html(aReport('plain', new ReleaseError('VERIFY_SIGNATURE_INVALID', 'plain', { hint: 'plain' })))
    const shape = (text: string) => [...text.matchAll(/<\/?[a-z0-9]+/g)].map(([tag]) => tag).join()
    fc.assert(
      fc.property(hostileText, (text) => {
        const problem = new ReleaseError('VERIFY_SIGNATURE_INVALID', `x ${text}`, { hint: `x ${text}` })
        expect(shape(html(aReport(`x ${text}`, problem)))).toBe(shape(plain))
      }),
      { numRuns: 300 },
    )
  })
})

describe('the outputs of a verification', () => {
  it('name the chart if everything holds', () => {
    expect(verificationOutputs(aReport())).toMatchObject({
      ...{
        verified: 'true',
        digest: 'sha256:00',
        'archive-digest': 'sha256:11',
        archive: '/temp/app.tgz',
        version: '1.2.3',
      },
      pinned: 'oci://ghcr.io/acme/charts/app@sha256:00',
    })
  })

  it.each<[string, VerificationReport]>([
    ['a requirement is not met', aReport('x', new ReleaseError('VERIFY_SIGNATURE_MISSING', 'x'))],
    ['something else went wrong', { ...aReport(), problems: [new ReleaseError('BUG_UNEXPECTED', 'x')] }],
    ['the archive was not left', { verification: aReport().verification as Verification, problems: [] }],
    ['nothing was pulled', { problems: [] }],
  ])('leave nothing to deploy if %s', (_what, report) => {
    const { verified, report: json, ...others } = verificationOutputs(report)
    expect(verified).toBe('false')
    expect(JSON.parse(json)).toMatchObject({ verified: false })
    expect(Object.values(others).filter((value) => value !== '')).toEqual([])
  })
})
