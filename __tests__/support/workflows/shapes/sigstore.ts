import type { Shape } from '../shape.ts'
import { smallChart } from '../small-chart.ts'

const rekor = smallChart('charts/rekor')
const fulcio = smallChart('charts/fulcio')
const scaffold = smallChart('charts/scaffold')

export const sigstore: Shape = {
  like: 'sigstore/helm-charts',
  before: [
    'on a push to main: chart-releaser with `skip_existing`, signed with a GPG key',
    "a loop of `helm push` to `ghcr.io/<owner>/<repository>` that guesses the chart's name from the file's, and `cosign sign`",
  ],
  after: `name: Release Charts
on:
  push:
    branches: [main]
permissions: {}
jobs:
  release:
    runs-on: ubuntu-latest
    permissions:
      contents: write
      packages: write
      id-token: write
    env:
      CR_TOKEN: \${{ secrets.GITHUB_TOKEN }}
      CR_SKIP_EXISTING: "true"
      CR_RELEASE_NAME_TEMPLATE: '{{ .Name }}-{{ .Version }}'
    steps:
      - uses: actions/checkout@v6
        with:
          fetch-depth: 0
      - uses: release-charts/release-charts@v0
        with:
          targets: |
            pages://gh-pages?packages=releases
            oci://ghcr.io/acme/charts
          gpg-private-key: \${{ secrets.GPG_PRIVATE_KEY }}
`,
  files: {
    ...rekor.is('1.3.0', 'one'),
    ...fulcio.is('2.3.0', 'one'),
    ...scaffold.is('0.6.0', 'one', pins('1.3.0')),
  },
  published: ['charts/rekor', 'charts/fulcio', 'charts/scaffold'],
  places: { releases: true, registry: 'acme/charts' },
  tagOf: (name, version) => `${name}-${version}`,
  changes: [
    { message: 'rekor: fix a label (#1)', files: rekor.is('1.3.1', 'two'), releases: ['rekor 1.3.1'] },
    { message: 'fulcio: an option (#2)', files: fulcio.is('2.4.0', 'two'), releases: ['fulcio 2.4.0'] },
    { message: 'rekor: merged, not raised (#3)', files: rekor.says('three'), releases: [] },
    { message: 'rekor: raise (#4)', files: rekor.at('1.4.0'), releases: ['rekor 1.4.0'] },
    {
      message: 'scaffold: take the new rekor (#5)',
      files: scaffold.at('0.6.1', pins('1.4.0')),
      releases: ['scaffold 0.6.1'],
    },
    { message: 'Update OWNERS (#6)', files: { OWNERS: 'approvers: []\n' }, releases: [] },
    {
      message: 'rekor and scaffold together (#7)',
      files: { ...rekor.is('1.4.1', 'four'), ...scaffold.at('0.6.2', pins('1.4.1')) },
      releases: ['rekor 1.4.1', 'scaffold 0.6.2'],
    },
    {
      message: 'fulcio: pre-release (#8)',
      files: fulcio.is('3.0.0-beta.1', 'three'),
      releases: ['fulcio 3.0.0-beta.1'],
    },
    { message: 'fulcio: release (#9)', files: fulcio.at('3.0.0'), releases: ['fulcio 3.0.0'] },
    { message: 'fulcio: readme (#10)', files: fulcio.has('README.md', '# Fulcio\n'), releases: [] },
  ],
}

function pins(version: string): string {
  return `dependencies:\n  - name: rekor\n    version: ${version}\n    repository: file://../rekor\n`
}
