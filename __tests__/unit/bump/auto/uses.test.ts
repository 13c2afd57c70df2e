import { describe, expect, it } from '@jest/globals'
import { between, levelOf, told, withTemplate } from '../../../support/charts/sides.ts'

const chart = withTemplate

describe('a value without a default that is used otherwise', () => {
  it.each([
    [
      'a map of names that is one name now',
      '',
      '{{ range $k, $v := .Values.env }}{{ $k }}{{ end }}',
      '{{ .Values.env }}',
    ],
    ['a list that is a text now', '', '{{ range .Values.hosts }}{{ . }}{{ end }}', '{{ .Values.hosts | quote }}'],
    ['a text that is a list now', 'hosts:\n', '{{ .Values.hosts }}', '{{ range .Values.hosts }}{{ . }}{{ end }}'],
    ['a map that is a text now', 'a: {}\n', '{{ .Values.a.name }}{{ .Values.a.port }}', '{{ .Values.a }}'],
  ])('breaks whoever set it: %s', (_, values, before, after) => {
    expect(told(chart(values, before), chart(values, after))).toContainEqual(
      expect.stringMatching(/^major values\/use-changed /),
    )
  })

  it.each([
    [
      'asks for its type',
      '{{ range .Values.a }}{{ . }}{{ end }}',
      '{{ if kindIs "string" .Values.a }}{{ .Values.a }}{{ end }}',
    ],
    ['takes it whole', '{{ range .Values.a }}{{ . }}{{ end }}', '{{ toYaml .Values.a }}'],
    ['uses it in both ways', '{{ .Values.a }}', '{{ .Values.a }}{{ range .Values.b }}{{ . }}{{ end }}'],
  ])('is no break where the template %s', (_, before, after) => {
    expect(levelOf(chart('', before), chart('', after))).not.toBe('major')
  })

  it('is not called new where the old templates read it', () => {
    const [finding] = between(chart('', '{{ .Values.a }}'), chart('a: 1\n', '{{ .Values.a }}'))
    expect(finding).toMatchObject({ level: 'minor', rule: 'values/added' })
    expect(finding?.text).toBe('`a` is in values.yaml now; templates/all.yaml:1 read it (`output`) before.')
  })
})

describe('one of several readers', () => {
  const files = (web: string, worker: string, values: string) => ({
    'values.yaml': values,
    'templates/web.yaml': web,
    'templates/worker.yaml': worker,
  })
  const both = files('{{ .Values.pod.labels }}', '{{ .Values.pod.labels }}', 'pod: {labels: a}\n')

  it('that reads a new value of that name instead breaks who set the old one', () => {
    const now = files('{{ .Values.web.labels }}', '{{ .Values.pod.labels }}', 'pod: {labels: a}\nweb: {labels: a}\n')
    const [finding] = between(both, now)
    expect(finding).toMatchObject({ level: 'major', rule: 'values/reader-moved', at: { file: 'templates/web.yaml' } })
    expect(finding?.text).toBe(
      '`pod.labels` no longer reaches templates/web.yaml, which reads `web.labels` in its place.',
    )
  })

  it.each([
    ['falls back to the old one', '{{ .Values.web.labels | default .Values.pod.labels }}'],
    ['takes both', '{{ .Values.pod.labels }}{{ .Values.web.labels }}'],
    ['reads something else', '{{ .Values.pod.labels }}{{ .Values.web.annotations }}'],
  ])('is no break where it %s', (_, web) => {
    const now = files(web, '{{ .Values.pod.labels }}', 'pod: {labels: a}\nweb: {labels: "", annotations: ""}\n')
    expect(levelOf(both, now)).toBe('minor')
  })
})

describe('a helper that walks over all values', () => {
  const walk = '{{- define "walk" }}{{ range $k, $v := .Values }}{{ tpl (toYaml $v) $ }}{{ end }}{{ end }}'
  const walked = (values: string, template: string) =>
    chart(values, `{{ include "walk" . }}${template}`, { 'templates/_w.tpl': walk })

  it.each([
    ['image: a\n', '{{ .Values.image }}', 'box: {image: a}\n', '{{ .Values.box.image }}'],
    ['replicas: 1\n', '{{ .Values.replicas }}', '', ''],
    ['a: {b: c}\n', '{{ .Values.a.b }}', 'a: {}\n', ''],
  ])('honours none of them by its name: %s', (was, before, is, after) => {
    expect(levelOf(walked(was, before), walked(is, after))).toBe('major')
  })
})

describe('a removed value that was written', () => {
  it.each([
    '{{ if .Values.a }}x{{ end }}',
    '{{ with .Values.a }}x{{ end }}',
    '{{ if and .Values.a .Values.b }}x{{ end }}',
    '{{ if not (empty .Values.a) }}x{{ end }}',
  ])('breaks where it only switches something on now: %s', (after) => {
    const old = chart('a: text\nb: 1\n', `{{ .Values.a }}${after}`)
    const [finding] = between(old, chart('b: 1\n', after))
    expect(finding).toMatchObject({ level: 'major', rule: 'values/removed', subject: 'a' })
    expect(finding?.text).toContain('it only switches a part on now (templates/all.yaml:1)')
  })

  it.each([
    ['is a boolean', 'a: true\n', '{{ .Values.a }}', '{{ if .Values.a }}true{{ end }}'],
    ['is compared', 'a: text\n', '{{ .Values.a }}', '{{ if eq .Values.a "text" }}x{{ end }}'],
    ['only switched something on before', 'a: text\n', '{{ if .Values.a }}x{{ end }}', '{{ if .Values.a }}y{{ end }}'],
  ])('is honoured where it %s', (_, values, before, after) => {
    expect(levelOf(chart(values, before), chart('', after))).not.toBe('major')
  })
})

describe('a value of another type', () => {
  const old = chart('a: {name: x}\n', '{{ .Values.a.name }}')
  it.each([
    [
      'no branch for the old one',
      '{{ if kindIs "slice" .Values.a }}{{ range .Values.a }}{{ .name }}{{ end }}{{ end }}',
      'major',
    ],
    [
      'a branch for the old one',
      '{{ if kindIs "map" .Values.a }}{{ .Values.a.name }}{{ else }}{{ range .Values.a }}{{ . }}{{ end }}{{ end }}',
      'minor',
    ],
    [
      'a branch for all others',
      '{{ if kindIs "slice" .Values.a }}{{ range .Values.a }}{{ . }}{{ end }}{{ else }}{{ .Values.a.name }}{{ end }}',
      'minor',
    ],
    [
      'a test that is not a literal',
      '{{ if eq (kindOf .Values.a) .Values.kind }}{{ range .Values.a }}{{ . }}{{ end }}{{ end }}',
      'minor',
    ],
  ])('is judged by %s', (_, template, level) => {
    const [finding] = between(old, chart('a: [{name: x}]\n', template)).filter(({ subject }) => subject === 'a')
    expect(finding?.level).toBe(level)
  })
})

describe('items of a list that values.yaml leaves empty', () => {
  const list = (item: string) => chart('hosts: []\n', `{{ range .Values.hosts }}${item}{{ end }}`)
  it.each([
    ['a key that is called otherwise', '{{ .host }}:{{ .port }}', '{{ .name }}:{{ .port }}', 'hosts[].host'],
    ['a key that is gone', '{{ .host }}{{ .port }}', '{{ .host }}', 'hosts[].port'],
    ['a key of a map in it', '{{ .tls.secret }}{{ .host }}', '{{ .host }}', 'hosts[].tls'],
    [
      'a key of its own items',
      '{{ range .paths }}{{ .path }}{{ .kind }}{{ end }}',
      '{{ range .paths }}{{ .path }}{{ end }}',
      'hosts[].paths[].kind',
    ],
  ])('break by %s', (_, before, after, subject) => {
    expect(told(list(before), list(after))).toContainEqual(
      expect.stringMatching(new RegExp(`^major values/item-key-unread ${subject.replace(/[[\].]/g, '\\$&')}`)),
    )
  })

  it.each([
    ['are written whole', '{{ .host }}', '{{ toYaml . }}'],
    ['have a key more', '{{ .host }}', '{{ .host }}{{ .port }}'],
    ['have a fallback', '{{ .host }}', '{{ .name | default .host }}'],
  ])('are the same where they %s', (_, before, after) => {
    expect(levelOf(list(before), list(after))).not.toBe('major')
  })
})

describe('a default that moved', () => {
  const args = (values: string, more = '') => chart(values, `${more}{{ range .Values.args }}{{ . }}{{ end }}`)
  it.each([
    ['two of a list', 'args: [--one, --two]\n', 'args: []\nbase: [--one, --two]\n'],
    ['a list with more in it', 'args: [--one, --two]\n', 'args: []\nbase: [--zero, --one, --two]\n'],
    ['a map', 'args: {one: first, two: second}\n', 'args: {}\nbase: {one: first, two: second}\n'],
  ])('from a key that is left empty breaks: %s', (_, was, is) => {
    expect(told(args(was), args(is, '{{ range .Values.base }}{{ . }}{{ end }}'))).toContainEqual(
      'major values/default-moved args',
    )
  })

  it('is none where the old default is nowhere', () => {
    expect(levelOf(args('args: [--one, --two]\n'), args('args: []\nbase: [--three]\n'))).toBe('minor')
  })
})

describe('defaults that take rights away', () => {
  it.each([
    ['hostNetwork: true\n', 'hostNetwork: false\n', 'hostNetwork'],
    ['s: {privileged: true}\n', 's: {privileged: false}\n', 's.privileged'],
    ['s: {}\n', 's: {runAsNonRoot: true}\n', 's.runAsNonRoot'],
    ['s: {limits: {memory: 2Gi}}\n', 's: {limits: {memory: 1536Mi}}\n', 's.limits.memory'],
    ['s: {limits: {cpu: 1}}\n', 's: {limits: {cpu: 250m}}\n', 's.limits.cpu'],
    ['s: {runAsUser: 0}\n', 's: {runAsUser: 1000}\n', 's.runAsUser'],
    ['s: {x: 1}\n', 's: {x: 1, readOnlyRootFilesystem: true}\n', 's.readOnlyRootFilesystem'],
  ])('are minor, and named: %s', (was, is, subject) => {
    const template = '{{ toYaml .Values.s }}{{ .Values.hostNetwork }}'
    expect(told(chart(was, template), chart(is, template))).toContainEqual(`minor values/default-stricter ${subject}`)
  })

  it.each([
    ['2Gi', '512Mi'],
    ['1Gi', '512Mi'],
    ['500M', '100M'],
    ['4294967296', '1Gi'],
  ])('break where pods get half of their memory or less: %s to %s', (was, is) => {
    const limits = (memory: string) => chart(`s: {limits: {memory: ${memory}}}\n`, '{{ toYaml .Values.s }}')
    expect(told(limits(was), limits(is))).toEqual(['major values/memory-halved s.limits.memory'])
  })

  it('are no more than a default where they give rights', () => {
    const template = '{{ .Values.privileged }}'
    expect(told(chart('privileged: false\n', template), chart('privileged: true\n', template))).toEqual([
      'patch values/default-changed privileged',
    ])
  })
})

describe('the default namespace of objects', () => {
  const template = 'metadata:\n  namespace: {{ .Values.monitor.namespace | default .Release.Namespace }}\n'
  it.each([
    ['that is gone', 'monitor: {namespace: monitoring}\n', 'monitor: {}\n'],
    ['that is empty', 'monitor: {namespace: monitoring}\n', 'monitor: {namespace: ""}\n'],
    ['that is another', 'monitor: {namespace: monitoring}\n', 'monitor: {namespace: observability}\n'],
  ])('breaks whoever has them there: %s', (_, was, is) => {
    expect(told(chart(was, template), chart(is, template))).toEqual(['major values/namespace-moved monitor.namespace'])
  })

  it.each([
    ['there was none', 'monitor: {namespace: ""}\n', 'monitor: {namespace: monitoring}\n', template],
    [
      'it is a word in something else',
      'monitor: {namespace: a}\n',
      'monitor: {namespace: b}\n',
      'args: [{{ .Values.monitor.namespace }}]\n',
    ],
  ])('is no break where %s', (_, was, is, text) => {
    expect(levelOf(chart(was, text), chart(is, text))).not.toBe('major')
  })
})
