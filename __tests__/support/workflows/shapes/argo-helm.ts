import type { Shape } from '../shape.ts'
import { smallChart } from '../small-chart.ts'

const cd = smallChart('charts/argo-cd')
const events = smallChart('charts/argo-events')
const rollouts = smallChart('charts/argo-rollouts')

const changes = (text: string) =>
  `appVersion: v2.9.0\nannotations:\n  artifacthub.io/changes: |\n    - kind: changed\n      description: ${text}\n`

export const argoHelm: Shape = {
  like: 'argoproj/argo-helm',
  before: [
    'on a push to main that touches `charts/**`: import the GPG key, pin Helm 3.10.1',
    'chart-releaser with `.github/configs/cr.yaml`: signed, generated notes, an index on gh-pages',
    'a loop of `helm push` to `ghcr.io/<owner>/<repository>`',
  ],
  after: `name: Chart Publish
on:
  push:
    branches: [main]
    paths: ['charts/**']
permissions: {}
jobs:
  publish:
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
          config: .github/configs/cr.yaml
          targets: |
            pages://gh-pages?packages=releases
            oci://ghcr.io/acme/charts
          gpg-private-key: \${{ secrets.GPG_PRIVATE_KEY }}
`,
  files: {
    '.github/configs/cr.yaml':
      'sign: true\nkey: Argo Helm maintainers\ngenerate-release-notes: true\nindex-path: ./index.yaml\n',
    ...cd.is('5.51.0', 'one', changes('Bump argo-cd to v2.9.0')),
    ...events.is('2.4.0', 'one'),
    ...rollouts.is('2.32.0', 'one'),
  },
  published: ['charts/argo-cd', 'charts/argo-events', 'charts/argo-rollouts'],
  places: { releases: true, registry: 'acme/charts' },
  tagOf: (name, version) => `${name}-${version}`,
  changes: [
    {
      message: 'feat(argo-cd): Add a label (#1)',
      files: cd.is('5.52.0', 'two', changes('Add a label')),
      releases: ['argo-cd 5.52.0'],
    },
    { message: 'fix(argo-events): Typo (#2)', files: events.is('2.4.1', 'two'), releases: ['argo-events 2.4.1'] },
    { message: 'docs(argo-cd): README (#3)', files: cd.has('README.md', '# Argo CD\n'), releases: [] },
    {
      message: 'chore(deps): Update two charts (#4)',
      files: { ...events.is('2.4.2', 'three'), ...rollouts.is('2.32.1', 'two') },
      releases: ['argo-events 2.4.2', 'argo-rollouts 2.32.1'],
    },
    { message: 'chore: Settings of the linter (#5)', files: { '.markdownlint.yaml': 'default: true\n' }, releases: [] },
    {
      message: 'feat(argo-cd)!: New defaults (#6)',
      files: cd.is('6.0.0', 'three', changes('New defaults')),
      releases: ['argo-cd 6.0.0'],
    },
    {
      message: 'fix(argo-rollouts): Label (#7)',
      files: rollouts.is('2.32.2', 'three'),
      releases: ['argo-rollouts 2.32.2'],
    },
    { message: 'fix(argo-rollouts): Another label (#8)', files: rollouts.says('four'), releases: [] },
    { message: 'chore(argo-rollouts): Raise (#9)', files: rollouts.at('2.32.3'), releases: ['argo-rollouts 2.32.3'] },
    {
      message: 'chore(argo-cd): Only the list of changes (#10)',
      files: cd.at('6.0.1', changes('Nothing but words')),
      releases: ['argo-cd 6.0.1'],
    },
  ],
}
