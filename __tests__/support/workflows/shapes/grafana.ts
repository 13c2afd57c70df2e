import type { Shape } from '../shape.ts'
import { smallChart } from '../small-chart.ts'

const loki = smallChart('production/helm/loki')
const app = (version: string) => `appVersion: ${version}\n`

export const grafana: Shape = {
  like: 'grafana/loki',
  before: [
    'the chart lives beside the application, and is released into `grafana/helm-charts` by a reusable workflow there',
    'on a push to main that touches the chart: fail if more than one chart changed',
    "an App's token for the other repository: chart-releaser makes the GitHub Release and the entry of its index on gh-pages",
    '`helm push` to `ghcr.io/<owner>/helm-charts` with the token of the workflow',
    'changes are merged as they come; a later commit raises the version',
  ],
  after: `name: Release Helm chart
on:
  push:
    branches: [main]
    paths: ['production/helm/loki/**']
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
      - uses: actions/create-github-app-token@v2
        id: app
        with:
          app-id: \${{ vars.APP_ID }}
          private-key: \${{ secrets.APP_PRIVATE_KEY }}
          owner: acme
          repositories: helm-charts
          permission-contents: write
      - uses: release-charts/release-charts@v0
        with:
          charts: production/helm/loki
          bump: manual
          targets: |
            pages://gh-pages?repository=acme/helm-charts&packages=releases
            oci://ghcr.io/acme/helm-charts
          pages-token: \${{ steps.app.outputs.token }}
`,
  files: { 'cmd/main.go': 'package main\n', ...loki.is('5.41.0', 'one', app('2.9.2')) },
  published: ['production/helm/loki'],
  places: { releases: true, repository: 'acme/helm-charts', registry: 'acme/helm-charts' },
  tagOf: (name, version) => `${name}-${version}`,
  changes: [
    { message: 'fix: a race (#1)', files: { 'cmd/main.go': 'package main // fixed\n' }, releases: [] },
    { message: 'feat(helm): an option (#2)', files: loki.says('two'), releases: [] },
    { message: 'chore(helm): release 5.42.0 (#3)', files: loki.at('5.42.0', app('2.9.2')), releases: ['loki 5.42.0'] },
    {
      message: 'fix(helm): a label, raised at once (#4)',
      files: loki.is('5.42.1', 'three', app('2.9.2')),
      releases: ['loki 5.42.1'],
    },
    { message: 'docs(helm): an example (#5)', files: loki.has('README.md', '# Loki\n'), releases: [] },
    { message: 'chore(helm): application 2.9.3 (#6)', files: loki.at('5.42.1', app('2.9.3')), releases: [] },
    { message: 'chore(helm): release 5.43.0 (#7)', files: loki.at('5.43.0', app('2.9.3')), releases: ['loki 5.43.0'] },
    { message: 'feat!: a format (#8)', files: { 'go.mod': 'module a\n' }, releases: [] },
    {
      message: 'feat(helm)!: new defaults, first try (#9)',
      files: loki.is('6.0.0-rc.1', 'four', app('3.0.0')),
      releases: ['loki 6.0.0-rc.1'],
    },
    { message: 'chore(helm): release 6.0.0 (#10)', files: loki.at('6.0.0', app('3.0.0')), releases: ['loki 6.0.0'] },
  ],
}
