import type { Shape } from '../shape.ts'
import { smallChart } from '../small-chart.ts'

const common = smallChart('bitnami/common')
const nginx = smallChart('bitnami/nginx')
const redis = smallChart('bitnami/redis')
const library = 'type: library\n'

export const bitnami: Shape = {
  like: 'bitnami/charts',
  before: [
    'on a push to main: fail unless one chart changed and its version was raised',
    'tag `<chart>/<version>`, package, `helm push` to a registry; no index, no GitHub Release',
  ],
  after: `name: Release
on:
  push:
    branches: [main]
    paths: ['bitnami/**']
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
          charts: bitnami/*
          targets: oci://ghcr.io/acme/charts
          tag-template: '{{ .Name }}/{{ .Version }}'
          bump: none
`,
  files: {
    ...common.at('2.19.0', library),
    ...common.has('templates/_names.tpl', '{{- define "common.name" -}}a{{- end -}}\n'),
    ...nginx.is('15.0.0', 'one'),
    ...redis.is('18.0.0', 'one'),
  },
  published: ['bitnami/common', 'bitnami/nginx', 'bitnami/redis'],
  places: { registry: 'acme/charts' },
  tagOf: (name, version) => `${name}/${version}`,
  changes: [
    { message: '[bitnami/nginx] Release 15.0.1 (#1)', files: nginx.is('15.0.1', 'two'), releases: ['nginx 15.0.1'] },
    { message: '[bitnami/redis] Release 18.1.0 (#2)', files: redis.is('18.1.0', 'two'), releases: ['redis 18.1.0'] },
    { message: 'Update CONTRIBUTING (#3)', files: { 'CONTRIBUTING.md': '# How\n' }, releases: [] },
    {
      message: '[bitnami/common] Another name (#4)',
      files: {
        ...common.at('2.20.0', library),
        ...common.has('templates/_names.tpl', '{{- define "common.name" -}}b{{- end -}}\n'),
      },
      releases: ['common 2.20.0'],
    },
    {
      message: '[bitnami/nginx] Forgot to raise it (#5)',
      files: nginx.says('three'),
      releases: [],
      red: 'one chart changed and its version was not raised',
    },
    { message: '[bitnami/nginx] Release 15.0.2 (#6)', files: nginx.at('15.0.2'), releases: ['nginx 15.0.2'] },
    { message: '[bitnami/redis] Release 19.0.0 (#7)', files: redis.is('19.0.0', 'three'), releases: ['redis 19.0.0'] },
    { message: '[bitnami/redis] Release 19.0.1 (#8)', files: redis.is('19.0.1', 'four'), releases: ['redis 19.0.1'] },
    { message: 'Update the licence (#9)', files: { LICENSE: 'Apache-2.0\n' }, releases: [] },
    { message: '[bitnami/nginx] Release 15.1.0 (#10)', files: nginx.is('15.1.0', 'four'), releases: ['nginx 15.1.0'] },
  ],
}
