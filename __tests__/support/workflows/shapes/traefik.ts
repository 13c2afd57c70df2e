import type { Shape } from '../shape.ts'
import { smallChart } from '../small-chart.ts'

const main = smallChart('traefik')
const crds = smallChart('traefik-crds')
const hub = smallChart('hub-manager')
const app = (version: string) => `appVersion: ${version}\n`

/** `v41.3.0` for the chart that the repository is known for, the name before the version of all others. */
const tagOf = (name: string, version: string) =>
  ({ traefik: `v${version}`, 'hub-manager': `hub-manager_v${version}` })[name] ?? `${name}-${version}`

export const traefik: Shape = {
  like: 'traefik/traefik-helm-chart',
  before: [
    'changes are merged as they come; a release commit raises the version and the changelog',
    'on a push to the default branch: package what was raised, a GitHub Release each, an index on gh-pages',
    'tags `v41.3.0` for the main chart, `hub-manager_v1.0.0` and `traefik-crds-1.2.0` for the others',
    '`helm push` of what was packaged to a registry',
  ],
  after: `name: Release Charts
on:
  push:
    branches: [master]
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
          charts: |
            traefik
            traefik-crds
            hub-manager
          bump: manual
          targets: |
            pages://gh-pages?packages=releases
            oci://ghcr.io/acme/helm
`,
  branch: 'master',
  files: {
    '.github/release-charts.yaml': `charts:
  traefik:
    tag-template: v{{ .Version }}
  hub-manager:
    tag-template: hub-manager_v{{ .Version }}
`,
    ...main.is('41.2.0', 'one', app('v3.6.0')),
    ...crds.is('1.13.0', 'one'),
    ...hub.is('0.9.0', 'one'),
  },
  published: ['traefik', 'traefik-crds', 'hub-manager'],
  places: { releases: true, registry: 'acme/helm' },
  tagOf,
  changes: [
    { message: 'fix(Traefik): a label (#1)', files: main.says('two'), releases: [] },
    { message: 'feat(Traefik): application v3.6.1 (#2)', files: main.at('41.2.0', app('v3.6.1')), releases: [] },
    {
      message: 'chore(release): publish v41.3.0 (#3)',
      files: { ...main.at('41.3.0', app('v3.6.1')), ...main.has('Changelog.md', '## 41.3.0\n') },
      releases: ['traefik 41.3.0'],
    },
    { message: 'feat(Hub): first stable release (#4)', files: hub.is('1.0.0', 'two'), releases: ['hub-manager 1.0.0'] },
    { message: 'test: another case (#5)', files: { 'tests/traefik_test.yaml': 'suite: a\n' }, releases: [] },
    { message: 'feat(CRDs): a field (#6)', files: crds.says('two'), releases: [] },
    {
      message: 'chore(release): publish two charts (#7)',
      files: { ...crds.at('1.14.0'), ...main.at('41.3.1', app('v3.6.2')) },
      releases: ['traefik 41.3.1', 'traefik-crds 1.14.0'],
    },
    {
      message: 'chore(release): publish an early version (#8)',
      files: main.is('42.0.0-ea.1', 'three', app('v3.7.0-ea.1')),
      releases: ['traefik 42.0.0-ea.1'],
    },
    { message: 'docs: examples (#9)', files: { 'EXAMPLES.md': '# Examples\n' }, releases: [] },
    {
      message: 'chore(release): publish v42.0.0 (#10)',
      files: main.at('42.0.0', app('v3.7.0')),
      releases: ['traefik 42.0.0'],
    },
  ],
}
