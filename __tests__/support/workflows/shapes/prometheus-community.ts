import type { Shape } from '../shape.ts'
import { smallChart } from '../small-chart.ts'

const alerts = smallChart('charts/alertmanager')
const postgres = smallChart('charts/prometheus-postgres-exporter')
const stack = smallChart('charts/kube-prometheus-stack')
const crds = smallChart('charts/kube-prometheus-stack/charts/crds')
const mysql = smallChart('charts/prometheus-mysql-exporter')

/** Renders only if somebody names a data source, as the real one does. */
const needsSource =
  'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: source\ndata:\n  uri: {{ required "config.uri" .Values.config.uri }}\n'
const dependsOnCrds = 'dependencies:\n  - name: crds\n    version: "0.0.0"\n    condition: crds.enabled\n'

export const prometheusCommunity: Shape = {
  like: 'prometheus-community/helm-charts',
  before: [
    'on a push to main: import the GPG key, `helm repo add` for each dependency',
    'chart-releaser with `skip_existing`, `CR_SIGN`, `CR_GENERATE_RELEASE_NOTES`: GitHub Releases and an index on gh-pages',
    'a loop of `helm push` to `ghcr.io/<owner>/charts`',
    'pull requests raise the version; what is merged without is released with the next raise',
  ],
  after: `name: Release
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
          gpg-private-key: \${{ secrets.GPG_PRIVATE_KEY }}
`,
  files: {
    ...alerts.is('1.0.0', 'one'),
    ...postgres.is('2.0.0', 'one'),
    ...postgres.has('values.yaml', 'config:\n  uri: ""\n'),
    ...postgres.has('templates/source.yaml', needsSource),
    ...postgres.has('ci/default-values.yaml', 'config:\n  uri: postgres.example.test\n'),
    ...stack.is('10.0.0', 'one', dependsOnCrds),
    ...crds.is('0.0.0', 'one'),
  },
  published: ['charts/alertmanager', 'charts/prometheus-postgres-exporter', 'charts/kube-prometheus-stack'],
  places: { releases: true, registry: 'acme/charts' },
  tagOf: (name, version) => `${name}-${version}`,
  changes: [
    { message: '[alertmanager] Fix a label (#1)', files: alerts.is('1.0.1', 'two'), releases: ['alertmanager 1.0.1'] },
    { message: 'Update README (#2)', files: { 'README.md': '# Charts\n' }, releases: [] },
    {
      message: '[prometheus-postgres-exporter] Add a label (#3)',
      files: postgres.is('2.1.0', 'two'),
      releases: ['prometheus-postgres-exporter 2.1.0'],
    },
    {
      message: '[prometheus-postgres-exporter] Test another source (#4)',
      files: postgres.has('ci/default-values.yaml', 'config:\n  uri: other.example.test\n'),
      releases: [],
    },
    {
      message: 'Rename a label in two charts (#5)',
      files: { ...alerts.is('1.0.2', 'three'), ...postgres.is('2.1.1', 'three') },
      releases: ['alertmanager 1.0.2', 'prometheus-postgres-exporter 2.1.1'],
    },
    {
      message: '[kube-prometheus-stack] New CRDs (#6)',
      files: { ...stack.at('11.0.0', dependsOnCrds), ...crds.says('two') },
      releases: ['kube-prometheus-stack 11.0.0'],
    },
    {
      message: '[prometheus-mysql-exporter] New chart (#7)',
      files: mysql.is('0.1.0', 'one'),
      releases: ['prometheus-mysql-exporter 0.1.0'],
    },
    {
      message: '[prometheus-mysql-exporter] Describe it (#8)',
      files: mysql.has('README.md', '# MySQL exporter\n'),
      releases: [],
    },
    {
      message: '[prometheus-mysql-exporter] Fix it (#9)',
      files: mysql.is('0.1.1', 'two'),
      releases: ['prometheus-mysql-exporter 0.1.1'],
    },
    {
      message: '[alertmanager] Remove (#10)',
      files: { 'charts/alertmanager': null },
      releases: [],
    },
  ],
}
