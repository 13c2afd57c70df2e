import type { Shape } from '../shape.ts'
import { smallChart } from '../small-chart.ts'

const chart = smallChart('charts/metrics-server')
const app = (version: string) => `appVersion: ${version}\n`

export const metricsServer: Shape = {
  like: 'kubernetes-sigs/metrics-server',
  before: [
    'the chart lives beside the application, whose tags are `v0.7.0`',
    'on a push to master that touches `charts/**`: chart-releaser with `skip_existing` and its own release name',
    'changes to the chart are merged as they come; a later commit raises the version',
  ],
  after: `name: Release Chart
on:
  push:
    branches: [master]
    paths: ['charts/metrics-server/**']
permissions: {}
jobs:
  release:
    runs-on: ubuntu-latest
    permissions:
      contents: write
      id-token: write
    env:
      CR_TOKEN: \${{ secrets.GITHUB_TOKEN }}
      CR_RELEASE_NAME_TEMPLATE: 'metrics-server-helm-chart-{{ .Version }}'
    steps:
      - uses: actions/checkout@v6
        with:
          fetch-depth: 0
      - uses: release-charts/release-charts@v0
        with:
          charts: charts/metrics-server
`,
  branch: 'master',
  files: { 'cmd/main.go': 'package main\n', ...chart.is('3.11.0', 'one', app('0.6.4')) },
  published: ['charts/metrics-server'],
  places: { releases: true },
  tagOf: (_, version) => `metrics-server-helm-chart-${version}`,
  changes: [
    { message: 'fix: a race (#1)', files: { 'cmd/main.go': 'package main // fixed\n' }, tag: 'v0.7.0', releases: [] },
    { message: 'chart: an option (#2)', files: chart.says('two'), releases: [] },
    { message: 'chart: describe it (#3)', files: chart.has('README.md', '# Metrics Server\n'), releases: [] },
    { message: 'chart: a changelog (#4)', files: chart.has('CHANGELOG.md', '# Changes\n'), releases: [] },
    {
      message: 'chart: release 3.12.0 with 0.7.0 (#5)',
      files: chart.at('3.12.0', app('0.7.0')),
      releases: ['metrics-server 3.12.0'],
    },
    { message: 'chart: tests (#6)', files: chart.has('ci/ci-values.yaml', 'a: 1\n'), releases: [] },
    { message: 'chart: a label (#7)', files: chart.says('three'), releases: [] },
    { message: 'chart: raise (#8)', files: chart.at('3.12.1', app('0.7.0')), releases: ['metrics-server 3.12.1'] },
    { message: 'build: another compiler (#9)', files: { 'go.mod': 'module a\n' }, releases: [] },
    {
      message: 'chart: a fix, raised at once (#10)',
      files: chart.is('3.12.2', 'four', app('0.7.2')),
      releases: ['metrics-server 3.12.2'],
    },
  ],
}
