import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { highest } from '../../../../src/bump/auto/level.ts'
import type { Finding } from '../../../../src/model/finding.ts'
import { type Judge, openJudge } from '../../../corpus/bumps/judged.ts'
import { aSide, type ChartFiles } from '../../../support/charts/sides.ts'
import { resource } from '../../../support/helm/renders.ts'

let judge: Judge
beforeAll(async () => {
  judge = await openJudge()
})
afterAll(() => judge.close())

type Pair = readonly [string, ChartFiles, ChartFiles, Finding['level'], RegExp?]

async function judged(
  _: string,
  old: ChartFiles,
  now: ChartFiles,
  ...[level, says]: readonly [Finding['level'], RegExp?]
) {
  const { findings } = await judge.judge(aSide(old), aSide(now))
  const texts = findings.map((one) => `${one.level} ${one.rule}: ${one.text}`)
  expect([highest(findings), ...texts]).toEqual([level, ...texts])
  if (says) expect(texts.join('\n')).toMatch(says)
}

const template = (values: string, text: string): ChartFiles => ({ 'values.yaml': values, 'templates/a.yaml': text })
const map = (data: string) => resource('ConfigMap', 'c', `data:\n  x: ${data}\n`)

describe('what shows on upgrades only', () => {
  it.each<Pair>([
    [
      'a resource that is left out',
      template('', resource('Service', 's', 'spec: {ports: [{port: 80}]}\n')),
      template(
        '',
        `{{ if .Release.IsInstall }}\n${resource('Service', 's', 'spec: {ports: [{port: 80}]}\n')}{{ end }}`,
      ),
      'major',
    ],
    [
      'a required value',
      template('', map('a')),
      template('', `{{ if .Release.IsUpgrade }}{{ $_ := required "say how" .Values.how }}{{ end }}\n${map('a')}`),
      'major',
      /say how/,
    ],
    [
      'a message that nobody is stopped by',
      template('', map('a')),
      template('', `${map('{{ if .Release.IsUpgrade }}b{{ else }}a{{ end }}')}`),
      'patch',
    ],
  ])('%s', judged)
})

describe('what hides behind a switch', () => {
  const claim = (size: string) =>
    `{{ if .Values.persistence.enabled }}\n${resource('PersistentVolumeClaim', 'data', `spec:\n  accessModes: [${size}]\n`)}{{ end }}`
  const values = 'persistence: {enabled: false}\n'
  it.each<Pair>([
    [
      'the mode of a claim',
      template(values, claim('ReadWriteOnce')),
      template(values, claim('ReadWriteMany')),
      'major',
    ],
    [
      'the name of a port',
      template(
        'metrics: {enabled: false}\n',
        `{{ if .Values.metrics.enabled }}\n${resource('Service', 'm', 'spec: {ports: [{name: metrics, port: 9090}]}\n')}{{ end }}`,
      ),
      template(
        'metrics: {enabled: false}\n',
        `{{ if .Values.metrics.enabled }}\n${resource('Service', 'm', 'spec: {ports: [{name: http-metrics, port: 9090}]}\n')}{{ end }}`,
      ),
      'minor',
      /http-metrics/,
    ],
    [
      'two switches deep',
      template(
        'a: {enabled: false, b: {enabled: true}}\n',
        `{{ if .Values.a.enabled }}{{ if .Values.a.b.enabled }}\n${resource('RoleBinding', 'r', 'roleRef: {kind: Role, name: one}\n')}{{ end }}{{ end }}`,
      ),
      template(
        'a: {enabled: false, b: {enabled: true}}\n',
        `{{ if .Values.a.enabled }}{{ if .Values.a.b.enabled }}\n${resource('RoleBinding', 'r', 'roleRef: {kind: Role, name: two}\n')}{{ end }}{{ end }}`,
      ),
      'major',
    ],
    [
      'a comment that changed',
      template(values, claim('ReadWriteOnce')),
      template(values, `{{- /* claims */}}\n${claim('ReadWriteOnce')}`),
      'patch',
    ],
  ])('%s', judged)
})

describe('keys that users made', () => {
  const pod = (env: string, more = '') =>
    resource('Pod', 'p', `spec:\n  containers:\n    - name: x\n      image: x\n${env}${more}`)
  const key = (name: string) =>
    `      env:\n        - name: P\n          valueFrom: {secretKeyRef: {name: mine, key: ${name}}}\n`
  const volume = (item: string) =>
    `  volumes:\n    - name: v\n      secret: {secretName: mine, items: [{key: ${item}, path: a}]}\n`
  it.each<Pair>([
    ['of a variable', template('', pod(key('a'))), template('', pod(key('b'))), 'major'],
    ['of a volume', template('', pod('', volume('a'))), template('', pod('', volume('b'))), 'major'],
    [
      'of a ConfigMap by a value',
      template(
        'existingConfigMap: ""\n',
        pod(
          '      env:\n        - name: P\n          valueFrom: {configMapKeyRef: {name: "{{ .Values.existingConfigMap | default "own" }}", key: a}}\n',
        ),
      ),
      template(
        'existingConfigMap: ""\n',
        pod(
          '      env:\n        - name: P\n          valueFrom: {configMapKeyRef: {name: "{{ .Values.existingConfigMap | default "own" }}", key: b}}\n',
        ),
      ),
      'major',
    ],
    [
      'of a Secret that the chart makes',
      template('', `${pod(key('a'))}---\n${resource('Secret', 'mine', 'stringData: {a: x}\n')}`),
      template('', `${pod(key('b'))}---\n${resource('Secret', 'mine', 'stringData: {b: x}\n')}`),
      'patch',
    ],
    ['that is optional', template('', pod(key('a'))), template('', pod(key('b, optional: true'))), 'patch'],
  ])('%s', judged)
})

describe('ports', () => {
  const service = (spec: string) => template('', resource('Service', 's', `spec: ${spec}\n`))
  it.each<Pair>([
    [
      'one that is gone',
      service('{ports: [{name: a, port: 1}, {name: b, port: 2}]}'),
      service('{ports: [{name: a, port: 1}]}'),
      'minor',
    ],
    [
      'one more',
      service('{ports: [{name: a, port: 1}]}'),
      service('{ports: [{name: a, port: 1}, {name: b, port: 2}]}'),
      'patch',
    ],
    [
      'another target, which nobody sees',
      service('{ports: [{name: a, port: 1, targetPort: 80}]}'),
      service('{ports: [{name: a, port: 1, targetPort: 8080}]}'),
      'patch',
    ],
    [
      'a headless Service that gets an address',
      service('{clusterIP: None, ports: [{port: 1}]}'),
      service('{ports: [{port: 1}]}'),
      'major',
    ],
    [
      'another protocol',
      service('{ports: [{name: a, port: 1}]}'),
      service('{ports: [{name: a, port: 1, protocol: UDP}]}'),
      'minor',
    ],
  ])('%s', judged)
})

describe('schemas', () => {
  const schema = (root: object): ChartFiles => ({
    ...template('a: {}\n', map('{{ toJson .Values.a | quote }}')),
    'values.schema.json': JSON.stringify({ type: 'object', properties: { a: root } }),
  })
  it.each<Pair>([
    [
      'a free part that gets a bound',
      schema({ type: 'object' }),
      schema({ type: 'object', maxProperties: 3 }),
      'major',
    ],
    ['a type that is written as a list of one', schema({ type: 'object' }), schema({ type: ['object'] }), 'patch'],
    ['a list of names with one less', schema({ enum: [{}, 'a', 'b'] }), schema({ enum: [{}, 'a'] }), 'major'],
    [
      'anyOf with one more',
      schema({ anyOf: [{ type: 'object' }] }),
      schema({ anyOf: [{ type: 'object' }, { type: 'string' }] }),
      'minor',
    ],
    ['words for people', schema({ type: 'object' }), schema({ type: 'object', description: 'x', title: 'y' }), 'patch'],
    [
      'an item that must be text',
      schema({ type: ['object', 'array'], items: {} }),
      schema({ type: ['object', 'array'], items: { type: 'string' } }),
      'major',
    ],
  ])('%s', judged)
})

describe('items of lists with defaults', () => {
  const list = (values: string, item: string) =>
    template(values, resource('ConfigMap', 'c', `data:\n{{- range .Values.hosts }}\n  ${item}\n{{- end }}\n`))
  it.each<Pair>([
    [
      'a key with another name',
      list('hosts: [{host: a, port: 1}]\n', '{{ .host }}: "{{ .port }}"'),
      list('hosts: [{name: a, port: 1}]\n', '{{ .name }}: "{{ .port }}"'),
      'major',
    ],
    [
      'a key in a map of maps',
      template(
        'm: {one: {host: a}}\n',
        resource('ConfigMap', 'c', 'data:\n{{- range $k, $v := .Values.m }}\n  {{ $k }}: {{ $v.host }}\n{{- end }}\n'),
      ),
      template(
        'm: {one: {name: a}}\n',
        resource('ConfigMap', 'c', 'data:\n{{- range $k, $v := .Values.m }}\n  {{ $k }}: {{ $v.name }}\n{{- end }}\n'),
      ),
      'major',
    ],
    [
      'one key more',
      list('hosts: [{host: a}]\n', '{{ .host }}: x'),
      list('hosts: [{host: a}]\n', '{{ .host }}: {{ .path | default "x" }}'),
      'patch',
    ],
  ])('%s', judged)
})

describe('a refusal', () => {
  it('names the key, however long it is', async () => {
    const long = `${'This chart has learned a lot since the last release. '.repeat(8)}Set auth.existingSecret, or auth.password.`
    const now = template('', `{{ fail ${JSON.stringify(long)} }}`)
    const { findings } = await judge.judge(aSide(template('', map('a'))), aSide(now))
    expect(findings[0]).toMatchObject({ level: 'major', rule: 'rendered/fails' })
    expect(findings[0]?.text).toContain('(auth.existingSecret, auth.password)')
  })

  it('names it behind the helpers that it came through', async () => {
    const chain = Array.from(
      { length: 6 },
      (_, n) => `{{ define "level${n}" }}{{ include "level${n + 1}" . }}{{ end }}`,
    ).join('')
    const now = template(
      '',
      `${chain}{{ define "level6" }}{{ required "Set auth.password" .Values.auth.password }}{{ end }}{{ include "level0" . }}`,
    )
    const { findings } = await judge.judge(
      aSide(template('auth: {}\n', map('a'))),
      aSide({ ...now, 'values.yaml': 'auth: {}\n' }),
    )
    expect(findings[0]?.text).toContain('Set auth.password')
  })
})
