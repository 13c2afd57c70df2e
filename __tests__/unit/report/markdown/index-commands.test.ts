import { describe, expect, it } from '@jest/globals'
import {
  cosignVerifyBlob,
  helmPullFromIndex,
  helmRepoAdd,
  isServed,
} from '../../../../src/report/markdown/index-commands.ts'
import { anArchive, anIdentity, aReference } from '../../../support/values/reports.ts'

const app = anArchive('app', '1.4.3')

describe('the lines to copy for a chart in an index', () => {
  it('add the repository, renew what Helm knows of it, and show the version', () => {
    expect(helmRepoAdd(app, 'app', '1.4.3')).toBe(`helm repo add acme https://acme.github.io/charts
helm repo update acme
helm show chart acme/app --version 1.4.3`)
  })

  it.each([
    ['https://charts.example.com/stable', 'charts'],
    ['http://127.0.0.1:8080', 'charts'],
    ['http://[::1]:8080', 'charts'],
  ])('call %s %s', (url, alias) => {
    expect(helmRepoAdd(anArchive('app', '1.4.3', url), 'app', '1.4.3')).toContain(`helm repo add ${alias} `)
  })

  it('pull without anything added before', () => {
    expect(helmPullFromIndex(app, 'app', '1.4.3')).toBe(
      'helm pull app --repo https://acme.github.io/charts --version 1.4.3',
    )
  })

  it('fetch the key first where there is provenance', () => {
    expect(helmPullFromIndex({ ...app, hasProvenance: true }, 'app', '1.4.3')).toBe(
      `curl -fsSL -o pubkey.gpg https://acme.github.io/charts/pubkey.gpg
helm pull app --repo https://acme.github.io/charts --version 1.4.3 --verify --keyring pubkey.gpg`,
    )
  })

  it('verify the archive under the name that its address gives', () => {
    expect(cosignVerifyBlob(anArchive('app', '1.4.3+b7').reference, anIdentity, {})).toBe(
      `curl -fsSL -o app-1.4.3+b7.tgz https://acme.github.io/charts/app-1.4.3%2Bb7.tgz
curl -fsSL -o app-1.4.3+b7.tgz.sigstore.json https://acme.github.io/charts/app-1.4.3%2Bb7.tgz.sigstore.json
cosign verify-blob app-1.4.3+b7.tgz \\
  --bundle app-1.4.3+b7.tgz.sigstore.json \\
  --certificate-oidc-issuer https://token.actions.githubusercontent.com \\
  --certificate-identity https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main`,
    )
  })

  it('are only for what a web server gives', () => {
    expect([app, anArchive('app', '1.4.3', 'file:///srv/charts'), aReference('app', '1.4.3')].map(isServed)).toEqual([
      true,
      false,
      false,
    ])
  })
})
