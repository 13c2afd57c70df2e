import type { Shape } from '../shape.ts'
import { smallChart } from '../small-chart.ts'

const chart = smallChart('charts/external-dns')
const changes = (text: string) =>
  `appVersion: 0.14.0\nannotations:\n  artifacthub.io/changes: |\n    - kind: added\n      description: ${text}\n`

export const externalDns: Shape = {
  like: 'kubernetes-sigs/external-dns',
  before: [
    'on a push to master that touches `charts/external-dns/Chart.yaml`: read the version, take its part of the changelog as notes',
    'chart-releaser with `CR_RELEASE_NAME_TEMPLATE` and `release-notes-file`; the application has tags of its own',
  ],
  after: `name: Release Helm Chart
on:
  push:
    branches: [master]
    paths: [charts/external-dns/Chart.yaml]
permissions: {}
jobs:
  release:
    runs-on: ubuntu-latest
    permissions:
      contents: write
      id-token: write
    steps:
      - uses: actions/checkout@v6
        with:
          fetch-depth: 0
      - uses: release-charts/release-charts@v0
        with:
          charts: charts/external-dns
          targets: pages://gh-pages?packages=releases
          tag-template: external-dns-helm-chart-{{ .Version }}
          bump: manual
`,
  branch: 'master',
  files: { 'main.go': 'package main\n', ...chart.is('1.14.0', 'one', changes('The first')) },
  published: ['charts/external-dns'],
  places: { releases: true },
  tagOf: (_, version) => `external-dns-helm-chart-${version}`,
  changes: [
    { message: 'feat(chart): an option (#1)', files: chart.says('two'), releases: [] },
    {
      message: 'chore(chart): release 1.14.1 (#2)',
      files: chart.at('1.14.1', changes('An option')),
      releases: ['external-dns 1.14.1'],
    },
    {
      message: 'feat: a provider (#3)',
      files: { 'provider/a.go': 'package provider\n' },
      tag: 'v0.15.0',
      releases: [],
    },
    { message: 'docs(chart): readme (#4)', files: chart.has('README.md', '# ExternalDNS\n'), releases: [] },
    { message: 'fix(chart): a label (#5)', files: chart.says('three'), releases: [] },
    { message: 'fix(chart): and another (#6)', files: chart.says('four'), releases: [] },
    {
      message: 'chore(chart): release 1.14.2 (#7)',
      files: chart.at('1.14.2', changes('Labels')),
      releases: ['external-dns 1.14.2'],
    },
    {
      message: 'chore(chart): a schema (#8)',
      files: chart.has('values.schema.json', '{"type":"object"}\n'),
      releases: [],
    },
    {
      message: 'chore(chart): release 1.15.0 (#9)',
      files: chart.at('1.15.0', changes('A schema')),
      releases: ['external-dns 1.15.0'],
    },
    { message: 'fix: an error (#10)', files: { 'main.go': 'package main // fixed\n' }, releases: [] },
  ],
}
