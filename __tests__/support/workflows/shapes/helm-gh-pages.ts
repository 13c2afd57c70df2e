import type { Shape } from '../shape.ts'
import { smallChart } from '../small-chart.ts'

const web = smallChart('charts/web')
const worker = smallChart('charts/worker')

export const helmGhPages: Shape = {
  like: 'a user of stefanprodan/helm-gh-pages',
  before: [
    'on a push to main: helm-gh-pages with `owner`, `repository` and `target_dir: stable`, and a token for the other repository',
    'it packages every chart anew in each run and puts it over the published one, whose digest changes every time',
    'no tags, no GitHub Releases, no signatures',
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
      contents: read
      id-token: write
    steps:
      - uses: actions/checkout@v6
        with:
          fetch-depth: 0
      - uses: release-charts/release-charts@v0
        with:
          bump: manual
          tag-template: none
          targets: pages://gh-pages/stable?repository=acme/helm-charts
          pages-token: \${{ secrets.CHARTS_TOKEN }}
`,
  files: { ...web.is('1.4.0', 'one'), ...worker.is('0.3.0', 'one') },
  published: ['charts/web', 'charts/worker'],
  places: { branch: true, repository: 'acme/helm-charts', folder: 'stable' },
  changes: [
    { message: 'Add an option to web (#1)', files: web.is('1.5.0', 'two'), releases: ['web 1.5.0'] },
    { message: 'Application (#2)', files: { 'main.go': 'package main\n' }, releases: [] },
    { message: 'Fix a label of worker, not raised (#3)', files: worker.says('two'), releases: [] },
    { message: 'Raise worker (#4)', files: worker.at('0.3.1'), releases: ['worker 0.3.1'] },
    {
      message: 'Rename a label in both (#5)',
      files: { ...web.is('1.5.1', 'three'), ...worker.is('0.3.2', 'three') },
      releases: ['web 1.5.1', 'worker 0.3.2'],
    },
    { message: 'Describe web (#6)', files: web.has('README.md', '# Web\n'), releases: [] },
    { message: 'Try new defaults of web (#7)', files: web.is('2.0.0-beta.1', 'four'), releases: ['web 2.0.0-beta.1'] },
    { message: 'New defaults of web (#8)', files: web.at('2.0.0'), releases: ['web 2.0.0'] },
    { message: 'Settings of the editor (#9)', files: { '.editorconfig': 'root = true\n' }, releases: [] },
    { message: 'Remove worker (#10)', files: { 'charts/worker': null }, releases: [] },
  ],
}
