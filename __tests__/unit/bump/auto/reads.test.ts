import { describe, expect, it } from '@jest/globals'
import { loadChart } from '../../../../src/bump/auto/chart/load.ts'
import { readTemplates } from '../../../../src/bump/auto/reads/read-chart.ts'
import { placesOf, readersOf } from '../../../../src/bump/auto/reads/readers.ts'
import { aSide, type ChartFiles } from '../../../support/charts/sides.ts'

function readsOf(template: string, more: ChartFiles = {}) {
  const side = aSide({ 'templates/all.yaml': template, ...more })
  return readTemplates(side, loadChart(side))
}

function reads(template: string, path: string, more: ChartFiles = {}): boolean {
  return readersOf(readsOf(template, more).places, path.split('.'), false).length > 0
}

describe('a template reads a value', () => {
  it.each([
    ['by its path', '{{ .Values.a.b }}'],
    ['from the root', '{{ range .Values.list }}{{ $.Values.a.b }}{{ end }}'],
    ['in a with', '{{ with .Values.a }}{{ .b }}{{ end }}'],
    ['by a variable', '{{ $x := .Values.a }}{{ $x.b }}'],
    ['by a variable that is set later', '{{ $x := dict }}{{ if .Values.c }}{{ $x = .Values.a }}{{ end }}{{ $x.b }}'],
    ['in parentheses', '{{ (.Values.a).b | quote }}'],
    ['as a condition', '{{ if and .Values.c (not .Values.a.b) }}x{{ end }}'],
    ['in an else if', '{{ if .Values.c }}x{{ else if .Values.a.b }}y{{ end }}'],
    ['in an else with', '{{ with .Values.c }}x{{ else with .Values.a }}{{ .b }}{{ end }}'],
    ['with all around it', '{{ toYaml .Values.a | nindent 2 }}'],
    ['by index', '{{ index .Values "a" "b" }}'],
    ['by get', '{{ get .Values.a "b" }}'],
    ['by dig', '{{ dig "a" "b" "none" .Values }}'],
    ['by pluck', '{{ pluck "b" .Values.a .Values.c | first }}'],
    ['by hasKey', '{{ if hasKey .Values.a "b" }}x{{ end }}'],
    ['behind a default', '{{ .Values.c | default .Values.a.b }}'],
    ['behind merge', '{{ $m := merge .Values.a .Values.c }}{{ $m.b }}'],
    ['behind a ternary', '{{ (ternary .Values.a .Values.c .Values.d).b }}'],
    ['behind YAML and back', '{{ $m := .Values.a | toYaml | fromYaml }}{{ $m.b }}'],
    ['as an item of a map', '{{ range $key, $value := .Values.a }}{{ $key }}={{ $value }}{{ end }}'],
    ['by a name from a list', '{{ range list "x" "b" }}{{ index $.Values.a . }}{{ end }}'],
    ['by a name that is not known', '{{ index .Values.a (include "which" .) }}'],
    ['through a named template', '{{ include "x" . }}{{ define "x" }}{{ .Values.a.b }}{{ end }}'],
    ['through the template action', '{{ template "x" .Values.a }}{{ define "x" }}{{ .b }}{{ end }}'],
    ['through a block', '{{ block "x" .Values.a }}{{ .b }}{{ end }}'],
    ['through a dict', '{{ include "x" (dict "ctx" $ "v" .Values.a) }}{{ define "x" }}{{ .v.b }}{{ end }}'],
    ['through a dict with the root', '{{ include "x" (dict "ctx" $) }}{{ define "x" }}{{ .ctx.Values.a.b }}{{ end }}'],
    [
      'through a template named by parts',
      '{{ include (printf "x.%s" .Values.kind) . }}{{ define "x.y" }}{{ .Values.a.b }}{{ end }}',
    ],
    ['as argument of a template that is not there', '{{ include "lib.x" (dict "v" .Values.a "ctx" $) }}'],
    ['as argument of set', '{{ $_ := set .Values.c "x" .Values.a.b }}'],
    ['as the name of a file', '{{ .Files.Get .Values.a.b }}'],
  ])('%s', (_, template) => {
    expect(reads(template, 'a.b')).toBe(true)
  })

  it.each([
    ['another key', '{{ .Values.a.c }}'],
    ['all values handed to a library', '{{ include "lib.all" . }}'],
    ['all values as YAML', '{{ toYaml .Values | sha256sum }}'],
    ['a comment', '{{/* .Values.a.b */}}'],
    ['plain text', 'see .Values.a.b'],
    ['a condition that only fails', '{{ if .Values.a.b }}{{ fail "a.b is gone" }}{{ end }}'],
    ['the words of a failure', '{{ if .Values.c }}{{ fail (printf "no %s" .Values.a.b) }}{{ end }}'],
    ['a variable that nobody uses', '{{ $x := .Values.a.b }}'],
    ['a named template that nobody calls', '{{ define "x" }}{{ .Values.a.b }}{{ end }}'],
    ['only a test of the map around it', '{{ if .Values.a }}x{{ end }}'],
  ])('not by %s', (_, template) => {
    expect(reads(template, 'a.b')).toBe(false)
  })

  it('not by the text for people', () => {
    expect(reads('', 'a.b', { 'templates/NOTES.txt': '{{ .Values.a.b }}' })).toBe(false)
  })

  it('in a value that is a template', () => {
    const more = { 'values.yaml': 'config: "x={{ .Values.a.b }}"\n' }
    expect(reads('{{ tpl .Values.config . }}', 'a.b', more)).toBe(true)
    expect(reads('{{ tpl (toYaml .Values.config) . }}', 'a.b', more)).toBe(true)
    expect(reads('{{ .Values.config }}', 'a.b', more)).toBe(false)
  })

  it('in a file that is a template', () => {
    const more = { 'files/x.conf': '{{ .Values.a.b }}' }
    expect(reads('{{ tpl (.Files.Get "files/x.conf") . }}', 'a.b', more)).toBe(true)
    expect(
      reads('{{ range $path, $_ := .Files.Glob "files/*" }}{{ tpl ($.Files.Get $path) $ }}{{ end }}', 'a.b', more),
    ).toBe(true)
    expect(reads('{{ .Files.Get "files/x.conf" }}', 'a.b', more)).toBe(false)
  })

  const subchart = (template: string): ChartFiles => ({
    'charts/sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n',
    'charts/sub/templates/x.yaml': template,
  })

  it('in a subchart, under its name and as global', () => {
    expect(reads('', 'sub.a.b', subchart('{{ .Values.a.b }}'))).toBe(true)
    expect(reads('', 'global.a.b', subchart('{{ .Values.global.a.b }}'))).toBe(true)
    expect(reads('', 'a.b', subchart('{{ .Values.a.b }}'))).toBe(false)
  })

  it('in a subchart under each of its aliases, and only there', () => {
    const chartYaml =
      'apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n- {name: sub, version: 1.0.0, alias: one}\n- {name: sub, version: 1.0.0, alias: two}\n'
    const more = {
      'Chart.yaml': chartYaml,
      ...subchart('{{ include "sub.x" (dict "ctx" $) }}{{ define "sub.x" }}{{ .ctx.Values.a.b }}{{ end }}'),
    }
    expect(reads('', 'one.a.b', more)).toBe(true)
    expect(reads('', 'two.a.b', more)).toBe(true)
    expect(reads('', 'sub.a.b', more)).toBe(false)
  })

  it('in a default that is a template, under each alias of its subchart', () => {
    const chartYaml =
      'apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n- {name: sub, version: 1.0.0, alias: one}\n- {name: sub, version: 1.0.0, alias: two}\n'
    const more = {
      'Chart.yaml': chartYaml,
      ...subchart('{{ tpl .Values.config . }}'),
      'charts/sub/values.yaml': 'config: "{{ .Values.a.b }}"\n',
    }
    expect(reads('', 'one.a.b', more)).toBe(true)
    expect(reads('', 'two.a.b', more)).toBe(true)
  })

  it('as the condition of a dependency, and all values of one that is not there', () => {
    const chartYaml =
      'apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n- {name: db, version: 1.0.0, condition: "a.b,c.d"}\n'
    expect(reads('', 'a.b', { 'Chart.yaml': chartYaml })).toBe(true)
    expect(reads('', 'c.d', { 'Chart.yaml': chartYaml })).toBe(true)
    expect(reads('', 'db.anything', { 'Chart.yaml': chartYaml })).toBe(true)
  })
})

describe('hostile templates', () => {
  it('that call themselves come to an end', () => {
    const places = readsOf(
      '{{ define "x" }}{{ include "x" .a }}{{ include "x" .b }}{{ end }}{{ include "x" .Values }}',
    ).places
    expect(places.complete).toBe(false)
    expect(placesOf(places).length).toBeLessThanOrEqual(20_000)
  })

  it('that call each other without end are read as far as that goes, and it is told', () => {
    const calls = Array.from({ length: 40 }, (_, index) => `{{ include "t${index + 1}" (dict "a" . "b" .) }}`)
    const all = calls.map((call, index) => `{{ define "t${index}" }}${call}${call}{{ .Values.x }}{{ end }}`).join('')
    expect(reads(`${all}{{ include "t0" . }}{{ .Values.a.b }}`, 'a.b')).toBe(true)
  })

  it('with a map that holds itself are read', () => {
    expect(reads('{{ $d := dict }}{{ $_ := set $d "me" $d }}{{ include "lib" $d }}{{ .Values.a.b }}', 'a.b')).toBe(true)
  })

  it.each([
    ['{{ .Values.a.b ', 'has an action that does not end'],
    ['{{ if .Values.x }}', 'has a block without an end'],
    ['{{ end }}', 'has an `end` without a beginning'],
    ['{{ .x | ? }}', 'where an operand belongs'],
    ['{{ (.x }}', 'has a parenthesis that does not end'],
    [`{{ ${'('.repeat(200)}.x${')'.repeat(200)} }}`, 'is nested too deep'],
    [`${'{{ if .x }}'.repeat(200)}${'{{ end }}'.repeat(200)}`, 'is nested too deep'],
    ['{{/* never ends', 'has a comment that does not end'],
  ])('%j is read up to its problem', (template, what) => {
    const { problems } = readsOf(`{{ .Values.a.b }}\n${template}`)
    expect(problems).toEqual([
      { file: 'templates/all.yaml', line: expect.any(Number), what: expect.stringContaining(what) },
    ])
    expect(reads(`{{ .Values.a.b }}${template}`, 'a.b')).toBe(true)
  })
})
