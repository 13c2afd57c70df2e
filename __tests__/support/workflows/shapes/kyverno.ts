import type { Shape } from '../shape.ts'
import { smallChart } from '../small-chart.ts'

const chart = smallChart('charts/kyverno')
const policies = smallChart('charts/kyverno-policies')
const app = (version: string) => `appVersion: ${version}\n`

/** Two charts of one application: raised together, released together. */
const both = (version: string, text: string) => ({
  ...chart.is(version, text, app(`v1.${version.split('.').slice(1).join('.')}`)),
  ...policies.is(version, text, app(`v1.${version.split('.').slice(1).join('.')}`)),
})

export const kyverno: Shape = {
  like: 'kyverno/kyverno',
  before: [
    'on a tag `kyverno-chart-*`: helm-gh-pages packages the charts with Helm 3.10.0 and pushes them to gh-pages',
    'a second job packages them again with another Helm and pushes those to `ghcr.io/<owner>/charts`; cosign signs each digest',
    'inputs of `workflow_dispatch` repair what one half of it left out',
  ],
  after: `name: Release Helm charts
on:
  push:
    tags: ['kyverno-chart-*']
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
          tag-template: none
          app-tag-pattern: kyverno-chart-*
          bump: manual
          targets: |
            pages://gh-pages
            oci://ghcr.io/acme/charts
`,
  files: both('3.0.0', 'one'),
  published: ['charts/kyverno', 'charts/kyverno-policies'],
  places: { branch: true, registry: 'acme/charts' },
  changes: [
    { message: 'feat: a policy (#1)', files: policies.says('two'), releases: [] },
    { message: 'fix: a race (#2)', files: { 'cmd/main.go': 'package main\n' }, releases: [] },
    {
      message: 'chore: charts 3.1.0 (#3)',
      files: both('3.1.0', 'three'),
      tag: 'kyverno-chart-3.1.0',
      releases: ['kyverno 3.1.0', 'kyverno-policies 3.1.0'],
    },
    { message: 'feat: an option (#4)', files: chart.says('four'), releases: [] },
    {
      message: 'chore: charts 3.1.1-rc.1 (#5)',
      files: both('3.1.1-rc.1', 'five'),
      tag: 'kyverno-chart-3.1.1-rc.1',
      releases: ['kyverno 3.1.1-rc.1', 'kyverno-policies 3.1.1-rc.1'],
    },
    {
      message: 'chore: charts 3.1.1 (#6)',
      files: both('3.1.1', 'five'),
      tag: 'kyverno-chart-3.1.1',
      releases: ['kyverno 3.1.1', 'kyverno-policies 3.1.1'],
    },
    { message: 'docs: readme (#7)', files: { 'README.md': '# Kyverno\n' }, releases: [] },
    {
      message: 'chore: one chart alone, and the other one changed (#8)',
      files: { ...policies.at('3.1.2', app('v1.1.1')), ...chart.says('not raised') },
      tag: 'kyverno-chart-policies-3.1.2',
      releases: ['kyverno-policies 3.1.2'],
    },
    { message: 'chore: an application tag (#9)', files: { 'go.mod': 'module a\n' }, releases: [] },
    {
      message: 'chore: charts 3.2.0 (#10)',
      files: both('3.2.0', 'six'),
      tag: 'kyverno-chart-3.2.0',
      releases: ['kyverno 3.2.0', 'kyverno-policies 3.2.0'],
    },
  ],
}
