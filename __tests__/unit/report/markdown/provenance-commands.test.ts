import { describe, expect, it } from '@jest/globals'
import { attestationVerify } from '../../../../src/report/markdown/provenance-commands.ts'
import { summary } from '../../../../src/report/markdown/summary.ts'
import { aDigest, anArchive, anIdentity, anOutcome, aReference, aReport } from '../../../support/values/reports.ts'

const [name, version] = ['app', '1.4.3']
const manifest = (buildProvenance: 'github' | 'beside') => ({
  ...{ name, version },
  reference: { ...aReference(name, version), buildProvenance },
})
const archive = (buildProvenance: 'github' | 'beside') => ({
  ...{ name, version },
  reference: { ...anArchive(name, version), buildProvenance },
})
const shared = {
  ...anIdentity,
  subject: 'https://github.com/release-charts/release-charts/.github/workflows/release.yml@refs/tags/v0',
}

describe('the lines that check how a chart was built', () => {
  it('ask GitHub if it has the attestation, for the chart and for the archive that was pulled', () => {
    expect(
      attestationVerify(manifest('github'), anIdentity, {}),
    ).toBe(`gh attestation verify oci://ghcr.io/acme/charts/app@${aDigest} \\
  --repo acme/charts
gh attestation verify app-1.4.3.tgz \\
  --repo acme/charts`)
  })

  it('take it from the registry if GitHub does not have it', () => {
    expect(
      attestationVerify(manifest('beside'), anIdentity, {}),
    ).toBe(`gh attestation verify oci://ghcr.io/acme/charts/app@${aDigest} \\
  --bundle-from-oci \\
  --repo acme/charts`)
  })

  it('fetch an archive of an index, and what stands beside it', () => {
    const url = 'https://acme.github.io/charts/app-1.4.3.tgz'
    expect(attestationVerify(archive('beside'), anIdentity, {})).toBe(`curl -fsSL -o app-1.4.3.tgz ${url}
curl -fsSL -o app-1.4.3.tgz.provenance.sigstore.json ${url}.provenance.sigstore.json
gh attestation verify app-1.4.3.tgz \\
  --bundle app-1.4.3.tgz.provenance.sigstore.json \\
  --repo acme/charts`)
    expect(attestationVerify(archive('github'), anIdentity, {})).not.toContain('--bundle')
  })

  it('name the workflow that signed if it is not of the repository, as gh refuses it otherwise', () => {
    expect(attestationVerify(archive('github'), shared, {})).toContain(
      '--signer-workflow release-charts/release-charts/.github/workflows/release.yml',
    )
    const own = 'https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main'
    expect(attestationVerify(archive('github'), { ...shared, subject: own }, {})).not.toContain('--signer-workflow')
  })

  it('name another host, another issuer, and a root in the form that gh reads', () => {
    const enterprise = {
      subject: 'https://acme.ghe.com/acme/charts/.github/workflows/release.yml@refs/heads/main',
      issuer: 'https://token.actions.acme.ghe.com',
      sourceRepository: 'https://acme.ghe.com/acme/charts',
    }
    const lines = attestationVerify(archive('github'), enterprise, { trustedRoot: 'my root.json' })
    expect(lines).toContain(`jq -c . 'my root.json' > trusted_root.jsonl\n`)
    expect(lines).toContain(`--repo acme/charts \\
  --hostname acme.ghe.com \\
  --cert-oidc-issuer https://token.actions.acme.ghe.com \\
  --custom-trusted-root trusted_root.jsonl`)
  })

  it('are left out where gh can not ask, or nothing is attested', () => {
    const plainHttp = ['ghcr.io']
    expect(attestationVerify(manifest('beside'), anIdentity, { plainHttp })).toBeUndefined()
    expect(attestationVerify(manifest('github'), anIdentity, { plainHttp })).not.toContain('oci://')
    expect(attestationVerify({ name, version, reference: aReference(name, version) }, anIdentity, {})).toBeUndefined()
  })

  it('stand in the summary of a release', () => {
    const charts = [anOutcome({ references: [manifest('github').reference] })]
    expect(summary(aReport({ charts }))).toContain(
      'Verify how it was built, with GitHub’s `gh`:\n\n```sh\ngh attestation',
    )
    expect(summary(aReport())).not.toContain('gh attestation')
  })
})
