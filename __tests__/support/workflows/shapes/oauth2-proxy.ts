import type { Shape } from '../shape.ts'
import { smallChart } from '../small-chart.ts'

const proxy = smallChart('helm/oauth2-proxy')
const app = (version: string) => `appVersion: ${version}\n`

export const oauth2Proxy: Shape = {
  like: 'oauth2-proxy/manifests',
  before: [
    'on a push to main: chart-releaser with `charts_dir: helm` and `skip_existing`',
    '`helm push` to `ghcr.io/<owner>/charts`, `grep Digest:` in what it says, `cosign sign` of the digest',
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
          charts: helm/*
          bump: manual
          targets: |
            pages://gh-pages?packages=releases
            oci://ghcr.io/acme/charts
`,
  files: proxy.is('7.0.0', 'one', app('7.6.0')),
  published: ['helm/oauth2-proxy'],
  places: { releases: true, registry: 'acme/charts' },
  tagOf: (name, version) => `${name}-${version}`,
  changes: [
    { message: 'fix: a label (#1)', files: proxy.is('7.0.1', 'two', app('7.6.0')), releases: ['oauth2-proxy 7.0.1'] },
    { message: 'ci: another runner (#2)', files: { '.github/dependabot.yml': 'version: 2\n' }, releases: [] },
    {
      message: 'feat: an option (#3)',
      files: proxy.is('7.1.0', 'three', app('7.6.0')),
      releases: ['oauth2-proxy 7.1.0'],
    },
    {
      message: 'feat: application 7.7.0 (#4)',
      files: proxy.at('7.2.0', app('7.7.0')),
      releases: ['oauth2-proxy 7.2.0'],
    },
    { message: 'docs: an example (#5)', files: proxy.has('README.md', '# Example\n'), releases: [] },
    { message: 'feat: another option (#6)', files: proxy.says('four'), releases: [] },
    { message: 'chore: raise (#7)', files: proxy.at('7.3.0', app('7.7.0')), releases: ['oauth2-proxy 7.3.0'] },
    {
      message: 'feat!: new defaults, first try (#8)',
      files: proxy.is('8.0.0-rc.1', 'five', app('7.7.0')),
      releases: ['oauth2-proxy 8.0.0-rc.1'],
    },
    { message: 'feat!: new defaults (#9)', files: proxy.at('8.0.0', app('7.7.0')), releases: ['oauth2-proxy 8.0.0'] },
    { message: 'chore: kustomize (#10)', files: { 'kustomize/kustomization.yaml': 'resources: []\n' }, releases: [] },
  ],
}
