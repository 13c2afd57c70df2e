import type { Shape } from '../shape.ts'
import { smallChart } from '../small-chart.ts'

const operator = smallChart('charts/cloudnative-pg')
const cluster = smallChart('charts/cluster')

export const cloudnativePg: Shape = {
  like: 'cloudnative-pg/charts',
  before: [
    'on a push to main: chart-releaser with `skip_existing`',
    'a loop that pushes and signs every chart again, whatever changed',
    'changes are merged as they come; a later commit raises the version',
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
    steps:
      - uses: actions/checkout@v6
        with:
          fetch-depth: 0
      - uses: release-charts/release-charts@v0
        with:
          bump: manual
          targets: |
            pages://gh-pages?packages=releases
            oci://ghcr.io/acme/charts
`,
  files: { ...operator.is('0.20.0', 'one'), ...cluster.is('0.0.9', 'one') },
  published: ['charts/cloudnative-pg', 'charts/cluster'],
  places: { releases: true, registry: 'acme/charts' },
  tagOf: (name, version) => `${name}-${version}`,
  changes: [
    { message: 'feat(cluster): backups (#1)', files: cluster.says('two'), releases: [] },
    { message: 'fix(cluster): typo (#2)', files: cluster.says('three'), releases: [] },
    { message: 'docs(cluster): example (#3)', files: cluster.has('README.md', '# Cluster\n'), releases: [] },
    { message: 'Release cluster-v0.0.10 (#4)', files: cluster.at('0.0.10'), releases: ['cluster 0.0.10'] },
    { message: 'feat: operator 1.22 (#5)', files: operator.says('two'), releases: [] },
    { message: 'feat(cluster): recovery (#6)', files: cluster.says('four'), releases: [] },
    {
      message: 'Release cloudnative-pg-v0.20.1 (#7)',
      files: operator.at('0.20.1'),
      releases: ['cloudnative-pg 0.20.1'],
    },
    { message: 'chore: renovate (#8)', files: { 'renovate.json': '{}\n' }, releases: [] },
    { message: 'Release cluster-v0.0.11 (#9)', files: cluster.at('0.0.11'), releases: ['cluster 0.0.11'] },
    {
      message: 'Release both (#10)',
      files: { ...operator.is('0.21.0', 'three'), ...cluster.is('0.1.0', 'five') },
      releases: ['cloudnative-pg 0.21.0', 'cluster 0.1.0'],
    },
  ],
}
