import { describe, expect, it } from '@jest/globals'
import { aSide, between, type ChartFiles, withTemplate as chart, levelOf, told } from '../../../support/charts/sides.ts'

type Pair = readonly [string, ChartFiles, ChartFiles, string]

const level = (_: string, old: ChartFiles, now: ChartFiles, expected: string) => {
  expect([levelOf(old, now), ...told(old, now)]).toEqual([expected, ...told(old, now)])
}
const helper = (body: string) => ({ 'templates/_h.tpl': `{{ define "h" }}${body}{{ end }}` })

describe('walks over all values', () => {
  it.each<Pair>([
    [
      'by keys',
      chart('a: x\n', '{{ .Values.a }}{{ range keys .Values }}{{ . }}{{ end }}'),
      chart('b: x\n', '{{ .Values.b }}{{ range keys .Values }}{{ . }}{{ end }}'),
      'major',
    ],
    [
      'by a checksum',
      chart('a: x\n', '{{ .Values.a }}{{ .Values | toJson | sha256sum }}'),
      chart('b: x\n', '{{ .Values.b }}{{ .Values | toJson | sha256sum }}'),
      'major',
    ],
    [
      'in a helper',
      chart(
        'a: x\n',
        '{{ .Values.a }}{{ include "h" . }}',
        helper('{{ range $k, $v := .Values }}{{ $k }}{{ $v }}{{ end }}'),
      ),
      chart(
        'b: x\n',
        '{{ .Values.b }}{{ include "h" . }}',
        helper('{{ range $k, $v := .Values }}{{ $k }}{{ $v }}{{ end }}'),
      ),
      'major',
    ],
    [
      'of a part, which does honour',
      chart('m: {a: x}\n', '{{ .Values.m.a }}{{ range $k, $v := .Values.m }}{{ $v }}{{ end }}'),
      chart('m: {}\n', '{{ range $k, $v := .Values.m }}{{ $v }}{{ end }}'),
      'minor',
    ],
  ])('%s', level)
})

describe('a key that only switches something now', () => {
  it.each<Pair>([
    ['with and a constant', chart('a: x\n', '{{ .Values.a }}'), chart('', '{{ with .Values.a }}on{{ end }}'), 'major'],
    [
      'in a ternary',
      chart('a: x\n', '{{ .Values.a }}'),
      chart('', '{{ ternary "on" "off" (not (empty .Values.a)) }}'),
      'major',
    ],
    [
      'through a helper',
      chart('a: x\n', '{{ .Values.a }}'),
      chart('', '{{ if include "h" . }}on{{ end }}', helper('{{ if .Values.a }}true{{ end }}')),
      'major',
    ],
    [
      'with that writes it',
      chart('a: x\n', '{{ .Values.a }}'),
      chart('', '{{ with .Values.a }}{{ . }}{{ end }}'),
      'minor',
    ],
    [
      'a number that is compared',
      chart('a: 3\n', '{{ .Values.a }}'),
      chart('', '{{ if gt (int .Values.a) 1 }}many{{ end }}'),
      'minor',
    ],
  ])('%s', level)
})

describe('an undeclared value that is used in another shape', () => {
  it.each<Pair>([
    ['from fields to text', chart('', '{{ .Values.a.b }}'), chart('', '{{ .Values.a | quote }}'), 'major'],
    [
      'from text to a range',
      chart('', '{{ .Values.a | quote }}'),
      chart('', '{{ range .Values.a }}{{ . }}{{ end }}'),
      'major',
    ],
    [
      'from text to fields, by a variable',
      chart('', '{{ .Values.a }}'),
      chart('', '{{ $a := .Values.a }}{{ $a.name }}'),
      'major',
    ],
    [
      'from YAML to a range of YAML',
      chart('', '{{ toYaml .Values.a }}'),
      chart('', '{{ range .Values.a }}{{ toYaml . }}{{ end }}'),
      'patch',
    ],
    ['from text to quoted text', chart('', '{{ .Values.a }}'), chart('', '{{ .Values.a | quote }}'), 'patch'],
    [
      'both, by its kind',
      chart('', '{{ .Values.a }}'),
      chart('', '{{ if kindIs "string" .Values.a }}{{ .Values.a }}{{ else }}{{ .Values.a.b }}{{ end }}'),
      'patch',
    ],
  ])('%s', level)
})

describe('type tests', () => {
  it.each<Pair>([
    [
      'typeIs of a slice only',
      chart('a: x\n', '{{ .Values.a }}'),
      chart('a: [x]\n', '{{ if typeIs "[]interface {}" .Values.a }}{{ range .Values.a }}{{ . }}{{ end }}{{ end }}'),
      'major',
    ],
    [
      'kindOf compared, both ways',
      chart('a: x\n', '{{ .Values.a }}'),
      chart(
        'a: [x]\n',
        '{{ if eq "slice" (kindOf .Values.a) }}{{ join "," .Values.a }}{{ else }}{{ .Values.a }}{{ end }}',
      ),
      'minor',
    ],
    [
      'a map of a list, without a way back',
      chart('a: [x]\n', '{{ range .Values.a }}{{ . }}{{ end }}'),
      chart('a: {x: 1}\n', '{{ if kindIs "map" .Values.a }}{{ range $k, $v := .Values.a }}{{ $k }}{{ end }}{{ end }}'),
      'major',
    ],
    [
      'tpl for strings alone',
      chart('a: {}\n', '{{ toYaml .Values.a }}'),
      chart(
        'a: {}\n',
        '{{ if typeIs "string" .Values.a }}{{ tpl .Values.a . }}{{ else }}{{ toYaml .Values.a }}{{ end }}',
      ),
      'patch',
    ],
    [
      'tpl for all, after a test of something else',
      chart('a: {}\n', '{{ toYaml .Values.a }}'),
      chart('a: {}\n', '{{ if .Values.b }}x{{ end }}{{ tpl (toYaml .Values.a) . }}'),
      'major',
    ],
    [
      'tpl of a ternary by kind',
      chart('a: {}\n', '{{ toYaml .Values.a }}'),
      chart('a: {}\n', '{{ $t := ternary .Values.a (toYaml .Values.a) (kindIs "string" .Values.a) }}{{ tpl $t . }}'),
      'major',
    ],
  ])('%s', level)
})

describe('one of several readers', () => {
  const values = 'annotations: {}\n'
  const two = (first: string, second: string, more = '') => ({
    'values.yaml': values + more,
    'templates/a.yaml': first,
    'templates/b.yaml': second,
  })
  const read = '{{ toYaml .Values.annotations }}'
  it.each<Pair>([
    [
      'that reads a new key of the same name',
      two(read, read),
      two(read, '{{ toYaml .Values.b.annotations }}', 'b: {annotations: {}}\n'),
      'major',
    ],
    [
      'that reads it in a with',
      two(read, '{{ with .Values.annotations }}{{ toYaml . }}{{ end }}'),
      two(read, '{{ with .Values.b.annotations }}{{ toYaml . }}{{ end }}', 'b: {annotations: {}}\n'),
      'major',
    ],
    [
      'that takes the new one first',
      two(read, read),
      two(read, '{{ toYaml (default .Values.annotations .Values.b.annotations) }}', 'b: {annotations: {}}\n'),
      'minor',
    ],
    [
      'that has both',
      two(read, read),
      two(read, `${read}{{ toYaml .Values.b.annotations }}`, 'b: {annotations: {}}\n'),
      'minor',
    ],
    ['that is gone', two(read, read), { 'values.yaml': values, 'templates/a.yaml': read }, 'patch'],
  ])('%s', level)
})

describe('comments', () => {
  it.each<Pair>([
    [
      'a key of another part with the same name',
      chart('a:\n  # name: x\nb: {}\n', '{{ .Values.b.name }}'),
      chart('a: {}\nb: {}\n', '{{ .Values.b.x }}'),
      'patch',
    ],
    [
      'a key that was read, and is not',
      chart('a:\n  # name: x\n', '{{ .Values.a.name }}'),
      chart('a: {}\n', ''),
      'major',
    ],
    [
      'a key of two levels',
      chart('a:\n  # b:\n  #   name: x\n', '{{ .Values.a.b.name }}'),
      chart('a: {}\n', ''),
      'major',
    ],
    [
      'a key that is new and read',
      chart('a: {}\n', ''),
      chart('a: {}\n  # name: x\n', '{{ .Values.a.name }}'),
      'minor',
    ],
    ['a key that is new and that nobody reads', chart('a: {}\n', ''), chart('a: {}\n  # name: x\n', ''), 'patch'],
    [
      'a sentence with a colon',
      chart('a: {}\n', '{{ .Values.note }}'),
      chart('a: {}\n# note: this is old\n', '{{ .Values.note }}'),
      'patch',
    ],
  ])('%s', level)
})

describe('defaults that got stricter', () => {
  it.each<Pair>([
    [
      'of a list of capabilities',
      chart('s: {capabilities: {drop: []}}\n', '{{ toYaml .Values.s }}'),
      chart('s: {capabilities: {drop: [ALL]}}\n', '{{ toYaml .Values.s }}'),
      'minor',
    ],
    [
      'of a seccomp profile',
      chart('s: {seccompProfile: {type: Unconfined}}\n', '{{ toYaml .Values.s }}'),
      chart('s: {seccompProfile: {type: RuntimeDefault}}\n', '{{ toYaml .Values.s }}'),
      'minor',
    ],
    [
      'of a limit that is new',
      chart('r: {}\n', '{{ toYaml .Values.r }}'),
      chart('r: {limits: {memory: 128Mi}}\n', '{{ toYaml .Values.r }}'),
      'minor',
    ],
    [
      'of a network policy',
      chart('networkPolicy: {enabled: false}\n', '{{ if .Values.networkPolicy.enabled }}x{{ end }}'),
      chart('networkPolicy: {enabled: true}\n', '{{ if .Values.networkPolicy.enabled }}x{{ end }}'),
      'minor',
    ],
    [
      'of a group',
      chart('s: {runAsGroup: 0}\n', '{{ toYaml .Values.s }}'),
      chart('s: {runAsGroup: 1000}\n', '{{ toYaml .Values.s }}'),
      'minor',
    ],
    [
      'that got looser',
      chart('s: {runAsNonRoot: true}\n', '{{ toYaml .Values.s }}'),
      chart('s: {runAsNonRoot: false}\n', '{{ toYaml .Values.s }}'),
      'patch',
    ],
  ])('%s', level)
})

describe('what is said of a value', () => {
  const library =
    'apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n- {name: common, version: 1.0.0, repository: "https://x.example"}\n'
  it('names who may read it where that is not here', () => {
    const old = { 'Chart.yaml': library, ...chart('a: x\n', '{{ include "common.all" . }}') }
    const [finding] = between(old, { ...old, 'values.yaml': '' })
    expect(finding?.text).toContain('a template of common (not in charts/)')
  })

  it('is not that it is new where nobody knows', () => {
    const old = { 'Chart.yaml': library, ...chart('', '{{ include "common.all" . }}') }
    const texts = between(old, { ...old, 'values.yaml': 'a: x\n' }).map(({ text }) => text)
    expect(texts).toContain('`a` is in values.yaml now.')
  })

  it('is not that nothing reads it where a template that is not here may', () => {
    const old = { 'Chart.yaml': library, ...chart('a: x\n', '{{ .Values.a }}') }
    const [finding] = between(old, { ...old, ...chart('', '{{ include "common.all" . }}') })
    expect(finding).toMatchObject({ level: 'major', rule: 'values/removed-undecided' })
    expect(finding?.text).toContain('common')
  })

  it('has a place', () => {
    const pair: readonly [ChartFiles, ChartFiles] = [
      chart('x: 1\na:\n  # name: x\n  b: 1\n', '{{ .Values.a.name }}{{ .Values.a.b }}'),
      chart('x: 1\na:\n  b: 1\n', '{{ .Values.a.b }}'),
    ]
    const finding = between(...pair).find(({ rule }) => rule === 'values/commented-removed')
    expect(finding?.at).toEqual({ file: 'values.yaml', line: 2 })
    expect(aSide(pair[1]).files.size).toBe(3)
  })
})
