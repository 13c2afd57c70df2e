import { describe, expect, it } from '@jest/globals'
import type { ChartSettings } from '../../../../src/model/settings.ts'
import { tagCollisions } from '../../../../src/plan/scope/tag-collisions.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'

const DEFAULT = '{{ .Name }}-{{ .Version }}'
const [hub, app, db] = [aPlannedChart('hub', '1.0.0'), aPlannedChart('app', '1.0.0'), aPlannedChart('app-db', '1.0.0')]

function entry(tagTemplate: string, line = 2): ChartSettings {
  return { tagTemplate, given: { 'tag-template': { value: tagTemplate, at: { file: 'rc.yaml', line, column: 5 } } } }
}

const told = (perChart: Readonly<Record<string, ChartSettings>>, tagTemplate = DEFAULT, charts = [hub, app, db]) =>
  tagCollisions(charts, { tagTemplate, perChart }).map(({ code, message, hint, at }) => [code, message, hint, at?.line])

describe('charts that would have one tag', () => {
  it('are there if the template of all holds no name', () => {
    expect(told({}, 'v{{ .Version }}')).toEqual([
      [
        'TAG_TEMPLATE_AMBIGUOUS',
        '`tag-template: v{{ .Version }}` would give all 3 charts the same tags.',
        'Put `{{ .Name }}` into it, or release one chart only.',
        undefined,
      ],
    ])
  })

  it('are told with both places if single charts say the same', () => {
    expect(told({ hub: entry('v{{ .Version }}', 3), app: entry('v{{.Version}}', 7) })).toEqual([
      [
        'TAG_TEMPLATE_AMBIGUOUS',
        'hub with `v{{ .Version }}` (rc.yaml:3) and app with `v{{.Version}}` (rc.yaml:7) would have the same tags.',
        'Put `{{ .Name }}` into one of the two templates, or other words before the version.',
        3,
      ],
    ])
  })

  it('are told with a tag if only some versions meet', () => {
    expect(
      told({ hub: entry('{{ .Version }}'), app: entry('{{ .Version }}-{{ .Name }}', 4) }).map(([, what]) => what),
    ).toEqual([
      'hub with `{{ .Version }}` (rc.yaml:2) and app with `{{ .Version }}-{{ .Name }}` (rc.yaml:4) would have the same tag `1.1.1-app`, for hub 1.1.1-app and app 1.1.1.',
    ])
  })

  it('are told if one follows the run and the other does not', () => {
    expect(told({ hub: entry('app-{{ .Version }}') }).map(([, what]) => what)).toEqual([
      'hub with `app-{{ .Version }}` (rc.yaml:2) and app with `{{ .Name }}-{{ .Version }}` (of the run) would have the same tags.',
    ])
  })

  it.each<[string, Readonly<Record<string, ChartSettings>>]>([
    ['one template of all that holds the name', {}],
    ['one chart without a name in its template', { hub: entry('v{{ .Version }}') }],
    ['tags that begin otherwise', { hub: entry('v{{ .Version }}'), app: entry('hub-manager_v{{ .Version }}') }],
    ['charts without tags', { hub: entry(''), app: entry('') }],
    ['charts without tags but one', { hub: entry('{{ .Version }}'), app: entry(''), 'app-db': entry('') }],
  ])('are not there with %s', (_, perChart) => {
    expect(told(perChart)).toEqual([])
  })

  it('may be many charts, and are found at once', () => {
    const many = Array.from({ length: 2000 }, (_, index) => aPlannedChart(`chart-${index}`, '1.0.0'))
    expect(told({}, DEFAULT, many)).toEqual([])
    expect(told({}, 'x-{{ .Version }}', many)).toHaveLength(1)
  })
})
