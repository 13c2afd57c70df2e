import { describe, expect, it } from '@jest/globals'
import { lintPlace } from '../../../../src/chart/lint/lint-place.ts'

const own = new Set([
  ...[
    'values.yaml',
    'values.schema.json',
    'crds/a.yaml',
    'templates/a.yaml',
    'templates/_h.tpl',
    'templates/NOTES.txt',
  ],
  'charts/vendored/templates/v.yaml',
])
const placeOf = (...errors: readonly string[]) => {
  const { file, line } = lintPlace(errors, (path) => own.has(path)) ?? {}
  return [file, line].filter(Boolean).join(':')
}

/** What Helm 3.17, 3.22, 4.1 and 4.3 print, without `[ERROR]`. */
describe('the place of an error of `helm lint`', () => {
  it.each([
    ['templates/a.yaml:2', 'templates/: parse error at (app/templates/a.yaml:2): missing value for if'],
    ['templates/NOTES.txt:1', 'templates/: parse error at (app/templates/NOTES.txt:1): unexpected {{end}}'],
    [
      'templates/a.yaml:2',
      'templates/: template: app/templates/a.yaml:2:9: executing "app/templates/a.yaml" at <include "nope" .>: error calling include: template: no template "nope" associated with template "gotpl"',
    ],
    [
      'templates/_h.tpl:3',
      'templates/: template: app/templates/a.yaml:2:9: executing "app/templates/a.yaml" at <include "h" .>: error calling include: template: app/templates/_h.tpl:3:4: executing "h" at <.x.y>: nil pointer evaluating interface {}.y',
    ],
    [
      'templates/a.yaml:3',
      'templates/: app/templates/a.yaml:3:27 executing "app/templates/a.yaml" at <.Values.x.y>: nil pointer evaluating interface {}.y',
    ],
    ['charts/vendored/templates/v.yaml:1', 'templates/: parse error at (app/charts/vendored/templates/v.yaml:1): bad'],
    ['', 'templates/: parse error at (app/charts/fetched/templates/v.yaml:1): bad'],
    [
      'templates/a.yaml',
      'templates/a.yaml: unable to parse YAML: error converting YAML to JSON: yaml: line 3: mapping values are not allowed in this context',
    ],
    ['crds/a.yaml:4', 'crds/a.yaml: unable to parse YAML: error converting YAML to JSON: yaml: line 4: did not find'],
    [
      'values.yaml:17',
      'values.yaml: unable to parse YAML: error converting YAML to JSON: yaml: line 17: found character',
    ],
    ['values.yaml', "values.yaml: - at '/a': got number, want string"],
    ['values.schema.json', 'values.yaml: json-pointer in "file:///values.schema.json#/nope" not found'],
    ['', 'Chart.yaml: version is required'],
    ['', ': unable to load chart'],
  ])('is %j', (place, error) => {
    expect(placeOf(error)).toBe(place)
  })

  it('is that of the first error which has one', () => {
    expect(placeOf('Chart.yaml: icon', 'values.yaml: - (root): x is required', 'templates/a.yaml: bad')).toBe(
      'values.yaml',
    )
  })

  it('is found in what a template writes at length', () => {
    expect(placeOf(`templates/: ${'a'.repeat(1024 * 1024)}`)).toBe('')
  })
})
