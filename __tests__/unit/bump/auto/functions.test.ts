import { describe, expect, it } from '@jest/globals'
import { loadChart } from '../../../../src/bump/auto/chart/load.ts'
import { readTemplates } from '../../../../src/bump/auto/reads/read-chart.ts'
import { readersOf } from '../../../../src/bump/auto/reads/readers.ts'
import { aSide } from '../../../support/charts/sides.ts'

/** Paths under `.Values` that a template reads, of those asked for. */
function readOf(template: string, paths: readonly string[]): readonly string[] {
  const side = aSide({ 'templates/all.yaml': template })
  const { places } = readTemplates(side, loadChart(side))
  return paths.filter((path) => readersOf(places, path.split('.'), false).length > 0)
}

describe('a function of Helm', () => {
  it.each([
    ['unset', '{{ $m := unset (deepCopy .Values.a) "c" }}{{ $m.b }}', ['a.b']],
    ['push', '{{ range push .Values.a .Values.d }}{{ .b }}{{ end }}', ['a.x.b', 'd.b']],
    ['append', '{{ range append .Values.a .Values.d }}{{ .b }}{{ end }}', ['a.x.b', 'd.b']],
    ['pick', '{{ pick .Values.a "b" | toYaml }}', ['a.b']],
    ['pick, then a field', '{{ (pick .Values.a "b" "c").b }}', ['a.b']],
    ['omit', '{{ omit .Values.a "c" | toYaml }}', ['a.b', 'a.x.b']],
    ['omit, then a field', '{{ (omit .Values.a "c").b }}', ['a.b']],
    ['merge into a dict', '{{ $m := dict }}{{ $_ := merge $m .Values.a }}{{ $m.b }}', ['a.b']],
    [
      'mergeOverwrite into a dict',
      '{{ $m := dict "z" 1 }}{{ $_ := mergeOverwrite $m .Values.a .Values.d }}{{ $m.b }}',
      ['a.b', 'd.b'],
    ],
    ['mustMerge', '{{ (mustMerge (dict) .Values.a).b }}', ['a.b']],
    ['without', '{{ range without .Values.a "x" }}{{ .b }}{{ end }}', ['a.x.b']],
    ['sortAlpha', '{{ range sortAlpha .Values.a }}{{ . }}{{ end }}', ['a.b', 'a.c', 'a.x.b']],
    ['toYamlPretty', '{{ toYamlPretty .Values.a.b }}', ['a.b']],
    ['mustToYaml and back', '{{ (.Values.a | mustToYaml | mustFromYaml).b }}', ['a.b']],
    ['toToml', '{{ toToml .Values.a.b }}', ['a.b']],
    ['fromJsonArray', '{{ range (.Values.a | toJson | fromJsonArray) }}{{ .b }}{{ end }}', ['a.x.b']],
    ['coalesce', '{{ (coalesce .Values.d .Values.a).b }}', ['a.b', 'd.b']],
    ['ternary by a pipe', '{{ .Values.c | ternary .Values.a .Values.d | get "b" }}', []],
    ['mustRegexReplaceAll', '{{ mustRegexReplaceAll "x" .Values.a.b "y" }}', ['a.b']],
    ['regexReplaceAllLiteral', '{{ regexReplaceAllLiteral "x" .Values.a.b "y" }}', ['a.b']],
    ['semverCompare', '{{ if semverCompare ">=1" .Values.a.b }}x{{ end }}', ['a.b']],
    ['derivePassword', '{{ derivePassword 1 "long" .Values.a.b "u" "s" }}', ['a.b']],
    ['urlJoin', '{{ urlJoin .Values.a }}', ['a.b', 'a.c', 'a.x.b']],
    ['call', '{{ call .Values.a.b }}', ['a.b']],
    ['a name that is none', '{{ noSuchFunction .Values.a.b }}', ['a.b']],
  ])('%s', (_, template, read) => {
    expect(readOf(template, ['a.b', 'a.c', 'a.x.b', 'd.b'])).toEqual(expect.arrayContaining(read))
  })

  it.each([
    ['unset', '{{ $m := unset (deepCopy .Values.a) "c" }}{{ $m.b }}'],
    ['pick', '{{ pick .Values.a "b" | toYaml }}'],
    ['omit', '{{ omit .Values.a "c" | toYaml }}'],
    ['omit of several', '{{ omit .Values.a "x" "c" | toYaml | nindent 2 }}'],
    ['omit, kept in a variable', '{{ $m := omit .Values.a "c" }}{{ toYaml $m }}'],
    ['merge into a dict', '{{ $m := dict }}{{ $_ := merge $m .Values.a }}{{ $m.b }}'],
  ])('%s takes nothing by the other key', (_, template) => {
    expect(readOf(template, ['a.b', 'a.c'])).toEqual(['a.b'])
  })

  it('omit takes all of it where its keys are not known', () => {
    expect(readOf('{{ omit .Values.a .Values.d | toYaml }}', ['a.b', 'a.c'])).toEqual(['a.b', 'a.c'])
  })

  it('maps merged into each other come to an end', () => {
    const template =
      '{{ $a := dict }}{{ $b := dict "a" $a }}{{ $_ := merge $a $b }}{{ $_ := merge $b $a }}{{ $a.b.a.b }}{{ toYaml $a }}'
    expect(readOf(`${template}{{ .Values.a.b }}`, ['a.b'])).toEqual(['a.b'])
  })
})
