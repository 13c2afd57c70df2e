import { describe, expect, it } from '@jest/globals'
import { between, levelOf, told, withTemplate } from '../../../support/charts/sides.ts'

const chart = withTemplate

describe('a key that is no longer in values.yaml', () => {
  it('is major where the templates read it and do not any more', () => {
    const old = chart('a: {b: 1, c: 2}\n', '{{ .Values.a.b }}{{ .Values.a.c }}')
    expect(told(old, chart('a: {c: 2}\n', '{{ .Values.a.c }}'))).toEqual(['major values/removed a.b'])
  })

  it('says who read it, what it was, and where it may be now', () => {
    const old = chart('image: {name: web}\n', 'x: 1\ny: {{ .Values.image.name }}')
    const [finding] = between(old, chart('x: 1\nimage:\n  repository: web\n', 'y: {{ .Values.image.repository }}'))
    expect(finding).toEqual({
      level: 'major',
      kind: 'values',
      rule: 'values/removed',
      subject: 'image.name',
      text: '`image.name` was removed: templates/all.yaml:2 read it (`output`) before, and nothing reads it now. It may be `image.repository` now.',
      was: '"web"',
      at: { file: 'values.yaml', line: 2 },
    })
  })

  it('is not where the new templates still read it, as a rename with a fallback does', () => {
    const old = chart('replicas: 1\n', '{{ .Values.replicas }}')
    const now = chart('count: 1\n', '{{ .Values.replicas | default .Values.count }}')
    expect(told(old, now)).toEqual(['minor values/removed-still-read replicas', 'minor values/added count'])
  })

  it('is a patch where its default was empty and it is still read', () => {
    const old = chart('tag: ""\n', '{{ .Values.tag }}')
    expect(told(old, chart('', '{{ .Values.tag }}'))).toEqual(['patch values/removed-still-read tag'])
  })

  it('is a default that changed where all around it is printed on both sides', () => {
    const template = '{{ toYaml .Values.resources }}'
    expect(told(chart('resources: {cpu: 1}\n', template), chart('resources: {}\n', template))).toEqual([
      'minor values/removed-still-read resources.cpu',
    ])
  })

  it('is a patch where nobody ever read it', () => {
    expect(told(chart('typo: 1\n', 'x'), chart('', 'x'))).toEqual(['patch values/removed-unread typo'])
  })

  it('is minor where a library that is not here may have read it', () => {
    for (const template of [
      '{{ include "lib.all" . }}',
      '{{ include "lib.all" (dict "ctx" $) }}',
      '{{ include "lib.x" .Values }}',
    ]) {
      expect(told(chart('x: 1\n', template), chart('', template))).toEqual(['minor values/removed-unknown x'])
    }
    const part = '{{ include "lib.x" .Values.other }}'
    expect(told(chart('x: 1\n', part), chart('', part))).toEqual(['patch values/removed-unread x'])
  })

  it.each([
    ['NOTES.txt names it', { 'templates/NOTES.txt': 'old: {{ .Values.a }}' }],
    ['the templates only fail on it', { 'templates/no.yaml': '{{ if .Values.a }}{{ fail "use b" }}{{ end }}' }],
  ])('is major also where %s', (_, more) => {
    expect(levelOf(chart('a: 1\n', '{{ .Values.a }}'), chart('', 'x', more))).toBe('major')
  })

  it('is told once for a whole map, by the part that breaks', () => {
    const old = chart(
      'psp: {enabled: false, names: []}\n',
      '{{ if .Values.psp.enabled }}{{ toYaml .Values.psp.names }}{{ end }}',
    )
    expect(told(old, chart('', 'x'))).toEqual(['major values/removed psp'])
    const half = chart('psp: {enabled: false, old: 1}\n', '{{ if .Values.psp.enabled }}{{ end }}')
    expect(told(half, chart('', 'x'))).toEqual(['major values/removed psp.enabled'])
  })

  it('counts where a list stands in place of a map, for its elements are other ones', () => {
    const old = chart(
      'params: {enabled: true, conf: {}}\n',
      '{{ if .Values.params.enabled }}{{ toYaml .Values.params.conf }}{{ end }}',
    )
    const now = chart('params:\n', '{{ range .Values.params }}{{ .module }}{{ end }}')
    expect(levelOf(old, now)).toBe('major')
  })
})

describe('a value of another type', () => {
  it.each([
    ['true', '{enabled: true}', '{{ if .Values.x }}y{{ end }}', '{{ if .Values.x.enabled }}y{{ end }}'],
    ['""', '[]', '{{ .Values.x | quote }}', '{{ range .Values.x }}{{ . }}{{ end }}'],
    ['[a]', 'a', '{{ join "," .Values.x }}', '{{ .Values.x }}'],
    ['{}', '[]', '{{ range $k, $v := .Values.x }}{{ $k }}{{ end }}', '{{ toYaml .Values.x }}'],
    ['{a: 1}', '"a: 1"', '{{ toYaml .Values.x }}', '{{ tpl .Values.x . }}'],
  ])('is major where its use changed too: %s to %s', (was, is, before, after) => {
    expect(told(chart(`x: ${was}\n`, before), chart(`x: ${is}\n`, after))).toContain('major values/type-changed x')
  })

  it.each([
    ['an empty map under the same range', '{}', '[]', '{{ range .Values.x }}{{ . }}{{ end }}'],
    ['a map that is printed as it is', '{}', '[]', '{{ toYaml .Values.x }}'],
    ['a number that became a quantity', '1', '256m', '{{ .Values.x }}'],
    ['a null that became a list', '', '[]', '{{ range .Values.x }}{{ . }}{{ end }}'],
    ['a list that became null', '[]', '', '{{ range .Values.x }}{{ . }}{{ end }}'],
    [
      'what templates ask the type of',
      'a',
      '[a]',
      '{{ if kindIs "string" .Values.x }}{{ .Values.x }}{{ else }}{{ join "," .Values.x }}{{ end }}',
    ],
  ])('is not major for %s', (_, was, is, template) => {
    expect(levelOf(chart(`x: ${was}\n`, template), chart(`x: ${is}\n`, template))).not.toBe('major')
  })

  it('is minor where the new templates ask for the type', () => {
    const now = '{{ if kindIs "string" .Values.x }}{{ .Values.x }}{{ else }}{{ join "," .Values.x }}{{ end }}'
    expect(told(chart('x: a\n', '{{ .Values.x }}'), chart('x: [a]\n', now))).toEqual(['minor values/type-both x'])
  })

  it('is a patch where nobody read it', () => {
    expect(told(chart('x: 1\n', 'y'), chart('x: {}\n', 'y'))).toEqual(['patch values/type-unread x'])
  })
})

describe('a default', () => {
  it('that changed is a patch', () => {
    expect(told(chart('x: 1\n', '{{ .Values.x }}'), chart('x: 2\n', '{{ .Values.x }}'))).toEqual([
      'patch values/default-changed x',
    ])
  })

  it('that was emptied is minor', () => {
    expect(told(chart('x: web\n', '{{ .Values.x }}'), chart('x: ""\n', '{{ .Values.x }}'))).toEqual([
      'minor values/default-emptied x',
    ])
  })

  it('that is written in another way is none of these', () => {
    expect(told(chart('x: {a: "b"}\n', 'x'), chart('x:\n  # words\n  a: b\n', 'x'))).toEqual([])
  })
})

describe('a value that still stands in values.yaml', () => {
  const values = 'x: 1\ny: 2\n'

  it('is major where the templates read it and do not any more', () => {
    expect(told(chart(values, '{{ .Values.x }}'), chart(values, 'none'))).toEqual(['major values/no-longer-read x'])
  })

  it('is no finding where templates could not be read to the end', () => {
    expect(told(chart(values, '{{ .Values.x }}'), chart(values, '{{ .Values.'))).toEqual([
      'none templates/unread templates/all.yaml',
    ])
  })

  it('is no finding where a library that is not here is given all values now', () => {
    expect(told(chart(values, '{{ .Values.x }}'), chart(values, '{{ include "lib.all" . }}'))).toEqual([])
  })

  it('counts where it stood there in a comment only', () => {
    const old = chart(
      'service:\n  port: 80\n  # clusterIP: None\n',
      '{{ .Values.service.clusterIP }}{{ .Values.service.port }}',
    )
    const now = chart('service:\n  port: 80\n', '{{ .Values.service.port }}')
    expect(told(old, now)).toEqual(['major values/commented-removed service.clusterIP'])
  })
})

describe('values of subcharts', () => {
  const sub = (repository: string, version = '1.0.0') => ({
    'Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n- {name: sub, version: ${version}${repository === '' ? '' : `, repository: "${repository}"`}}\n`,
    'charts/sub/Chart.yaml': `apiVersion: v2\nname: sub\nversion: ${version}\n`,
  })
  const old = (repository: string) => ({
    ...sub(repository),
    'charts/sub/values.yaml': 'x: 1\n',
    'charts/sub/templates/x.yaml': '{{ .Values.x }}',
  })
  const now = (repository: string) => ({
    ...sub(repository, '1.1.0'),
    'charts/sub/values.yaml': '',
    'charts/sub/templates/x.yaml': '',
  })

  it('that belong to this chart count as its own', () => {
    expect(told(old(''), now(''))).toContain('major values/removed sub.x')
    expect(told(old('file://../sub'), now('file://../sub'))).toContain('major values/removed sub.x')
  })

  it('that are released elsewhere are told by their version', () => {
    const there = 'https://charts.example.org'
    expect(told(old(there), now(there))).toEqual(['minor dependencies/minor dependencies.sub'])
  })

  it('under several names are told once', () => {
    const aliases = {
      'Chart.yaml':
        'apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n- {name: sub, version: 1.0.0, alias: one}\n- {name: sub, version: 1.0.0, alias: two}\n',
    }
    const [first, ...others] = between({ ...old(''), ...aliases }, { ...now(''), ...aliases })
    expect(first).toMatchObject({
      rule: 'values/removed',
      subject: 'one.x',
      text: expect.stringContaining('under 1 more of its names'),
    })
    expect(others.filter(({ rule }) => rule === 'values/removed')).toEqual([])
  })
})

it('a key that is given twice counts as it stands last, as in Helm', () => {
  const old = chart('x: {a: 1}\nx: {b: 1}\n', '{{ .Values.x.a }}{{ .Values.x.b }}')
  expect(told(old, chart('x: {b: 2}\n', '{{ .Values.x.a }}{{ .Values.x.b }}'))).toEqual([
    'patch values/default-changed x.b',
  ])
})

describe('a values.yaml that cannot be read', () => {
  it.each(['a: [\n', 'a: *b\n', '- a list\n', `${'['.repeat(30_000)}\n`, 'a: "\n'])(
    'is told and compared with nothing: %j',
    (broken) => {
      const good = chart('x: 1\n', '{{ .Values.x }}')
      for (const findings of [
        told(good, chart(broken, '{{ .Values.x }}')),
        told(chart(broken, '{{ .Values.x }}'), good),
      ]) {
        expect(findings).toEqual(['none files/unread values.yaml'])
      }
    },
  )
})

it('of very many findings the highest are told, and how many more there are', () => {
  const many = Array.from({ length: 1500 }, (_, index) => `k${index}: 1\n`).join('')
  const findings = between(chart(`a: 1\n`, '{{ .Values.a }}'), chart(many, 'x'))
  expect(findings).toHaveLength(1001)
  expect(findings[0]).toMatchObject({ rule: 'values/removed', subject: 'a' })
  expect(findings.at(-1)).toMatchObject({ level: 'none', rule: 'files/more', text: expect.stringContaining('503') })
})

it('shows values in few words, however much is in them', () => {
  const deep = `x: {a: {b: {c: {d: 1}}}, l: [1, 2, 3, 4, 5, 6, 7, 8, 9], t: "${'y'.repeat(500)}"}\n`
  const [finding] = between(chart(deep, '{{ .Values.x.a.b.c.d }}{{ .Values.x.l }}{{ .Values.x.t }}'), chart('', 'x'))
  expect(finding?.was).toMatch(/^{a: {b: {c: {…}}}, l: \[1, 2, 3, 4, 5, 6, 7, 8, …\], t: "y+…$/)
  expect(finding?.was?.length).toBeLessThanOrEqual(120)
})
