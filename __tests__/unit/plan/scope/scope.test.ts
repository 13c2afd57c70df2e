import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { type ScopeSettings, scopeOf } from '../../../../src/plan/scope/scope.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'
import { failureOf } from '../../../support/values/failure.ts'

const charts = [
  aPlannedChart('app', '1.2.3'),
  aPlannedChart('app-db', '2.0.0-rc.1'),
  aPlannedChart('app-1', '3.0.0'),
  aPlannedChart('odd', 'v0.5.30'),
  aPlannedChart('plus', '1.0.0+b.7'),
]

const scope = (tag: string | undefined, more: Partial<ScopeSettings> = {}) =>
  scopeOf(charts, {
    tag,
    tagTemplate: '{{ .Name }}-{{ .Version }}',
    appTagPattern: 'v*',
    versionFromTag: false,
    perChart: {},
    ...more,
  })

describe('what a run is about', () => {
  it('is every chart on a branch', () => {
    expect(scope(undefined)).toEqual({ kind: 'all' })
  })

  it.each([
    ['app-1.2.3', 'charts/app', '1.2.3'],
    ['app-db-2.0.0-rc.1', 'charts/app-db', '2.0.0-rc.1'],
    ['app-1-3.0.0', 'charts/app-1', '3.0.0'],
    ['odd-v0.5.30', 'charts/odd', 'v0.5.30'],
    ['plus-1.0.0+b.7', 'charts/plus', '1.0.0+b.7'],
  ])('is one chart with its release tag %s, however names and versions run together', (tag, path, version) => {
    expect(scope(tag)).toEqual({ kind: 'release-tag', tag, path, version })
  })

  it('is an error where the tag names another version than Chart.yaml, at its line', async () => {
    const error = await failureOf(() => scope('app-db-2.0.0'))
    expect(error).toMatchObject({
      code: 'TAG_VERSION_MISMATCH',
      kind: 'config',
      message: 'Tag app-db-2.0.0 stands for app-db 2.0.0, but Chart.yaml says 2.0.0-rc.1.',
      at: { file: 'charts/app-db/Chart.yaml', line: 3 },
    })
    expect(error.hint).toContain('version-from-tag: true')
  })

  it.each([
    ['app-9.0.0', 'charts/app', '9.0.0'],
    ['app-db-9.0.0', 'charts/app-db', '9.0.0'],
    ['app-1-9.0.0', 'charts/app-1', '9.0.0'],
    ['odd-v1.0.0', 'charts/odd', 'v1.0.0'],
  ])('is the version of the tag %s where that is asked for', (tag, path, version) => {
    expect(scope(tag, { versionFromTag: true })).toEqual({ kind: 'release-tag', tag, path, version })
  })

  it('is the chart whose own template makes the tag', () => {
    const perChart = {
      app: { tagTemplate: 'v{{ .Version }}' },
      'charts/app-d*': { tagTemplate: 'hub-manager_v{{ .Version }}' },
    }
    const release = { kind: 'release-tag' }
    expect(scope('v1.2.3', { perChart })).toMatchObject({ ...release, path: 'charts/app', version: '1.2.3' })
    expect(scope('v2.0.0', { perChart, versionFromTag: true })).toMatchObject({ path: 'charts/app', version: '2.0.0' })
    expect(scope('hub-manager_v2.0.0-rc.1', { perChart })).toMatchObject({ ...release, path: 'charts/app-db' })
    expect(scope('app-1-3.0.0', { perChart })).toMatchObject({ ...release, path: 'charts/app-1' })
    expect(scope('app-1.2.3', { perChart })).toMatchObject({ kind: 'nothing' })
  })

  it("is every chart with the application's tag", () => {
    expect(scope('v7.1.0')).toEqual({ kind: 'all', tag: 'v7.1.0' })
    expect(scope('backend/7.1.0', { appTagPattern: 'backend/*' })).toEqual({ kind: 'all', tag: 'backend/7.1.0' })
  })

  it.each(['nightly', 'app', 'app-', 'app-latest', 'unknown-1.0.0', 'xapp-1.2.3', 'app-1.2.3.4'])(
    'is nothing with the tag %s, said in words',
    (tag) => {
      const found = scope(tag)
      expect(found).toMatchObject({ kind: 'nothing', reason: expect.stringContaining(tag) })
    },
  )

  it.each([
    ['kyverno-chart-3.1.0', 'kyverno-chart-*'],
    ['kyverno-chart-policies-3.1.2-rc.1', 'kyverno-chart-policies-*'],
    ['release/v1.2.0', 'release/v*'],
    ['k8s-1.2', 'k8s-*'],
    ['nightly-20261201', 'nightly-*'],
    ['nightly', 'nightly'],
    ['1.2.3', "'[0-9]*'"],
    ['backend-1.2.3/linux', 'backend-1.2.3/linux'],
  ])('names the pattern that the tag %s would match, and with it is every chart', (tag, pattern) => {
    const line = `app-tag-pattern: ${pattern}`
    expect(scope(tag)).toMatchObject({ kind: 'nothing', reason: expect.stringContaining(`write \`${line}\``) })
    const { 'app-tag-pattern': appTagPattern } = parse(line) as { 'app-tag-pattern': string }
    expect(scope(tag, { appTagPattern })).toEqual({ kind: 'all', tag })
  })

  it.each(['!(x)', 'a`b-1.2.3', '@(a)-1.0.0'])('names no pattern made of the characters of %s', (tag) => {
    expect(scope(tag)).toMatchObject({ kind: 'nothing', reason: expect.not.stringContaining('write') })
  })

  it('reads any template', () => {
    expect(scope('charts/app/v1.2.3', { tagTemplate: 'charts/{{ .Name }}/v{{ .Version }}' })).toMatchObject({
      path: 'charts/app',
      version: '1.2.3',
    })
    expect(
      scopeOf([aPlannedChart('app', '1.2.3')], {
        tag: '1.2.3',
        tagTemplate: '{{.Version}}',
        appTagPattern: 'v*',
        versionFromTag: false,
        perChart: {},
      }),
    ).toMatchObject({ path: 'charts/app' })
    expect(scope('v1', { tagTemplate: '' })).toEqual({ kind: 'all', tag: 'v1' })
  })
})
