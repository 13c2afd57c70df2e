import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Bench, openBench, resource, told } from '../../../support/helm/renders.ts'

let root: string
let bench: Bench
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'renders-'))
  bench = await openBench(root)
})
afterAll(async () => {
  await bench.close()
  await rm(root, { recursive: true, force: true })
})

const map = (data: string) => resource('ConfigMap', 'settings', `data:\n  key: ${data}\n`)
const deployment = (spec: string, name = 'web') =>
  resource('Deployment', name, `spec:\n  ${spec.replaceAll('\n', '\n  ')}\n`, 'apps/v1')
const withContainer = (container: string) =>
  deployment(`selector: {matchLabels: {app: web}}
template:
  metadata: {labels: {app: web}}
  spec:
    containers:
      - name: web
        ${container.replaceAll('\n', '\n        ')}`)

describe('two charts that render alike', () => {
  it('show nothing, whatever else changed in their templates', async () => {
    const now = { 'templates/a.yaml': `{{- /* better */ -}}\n${map('{{ "a" }}')}`, 'README.md': 'new' }
    expect(await bench.findings({ 'templates/a.yaml': map('a') }, now)).toEqual([])
  })

  it('need no process where only files changed that nothing renders', async () => {
    bench.processes()
    const old = { 'templates/a.yaml': map('a'), 'README.md': 'old' }
    expect(await bench.findings(old, { ...old, 'README.md': 'new', 'ci/x-values.yaml': 'a: 1' })).toEqual([])
    expect(bench.processes()).toBe(0)
  })

  it.each([
    '{{ .Files.Get "motd" | quote }}',
    '{{ (index . "Files").Get "motd" | quote }}',
    '{{ with get . "Files" }}{{ .Get "motd" | quote }}{{ end }}',
  ])('are rendered where a template reads the file that changed: %s', async (data) => {
    const old = { 'templates/a.yaml': map(data), motd: 'old' }
    expect(told(await bench.findings(old, { ...old, motd: 'new' }))).toEqual(['patch changed ConfigMap/settings'])
  })

  it('may carry another version in their labels and names', async () => {
    const text = resource(
      'ConfigMap',
      'settings-{{ .Chart.Version }}',
      '  labels:\n    helm.sh/chart: app-{{ .Chart.Version }}\n    app.kubernetes.io/version: {{ .Chart.Version }}\n',
    )
    expect(told(await bench.findings({ 'templates/a.yaml': text }, { 'templates/a.yaml': `\n${text}` }))).toEqual([])
  })
})

describe('what is rendered', () => {
  it('breaks where a resource is gone, and names the old template', async () => {
    const old = { 'templates/a.yaml': map('a'), 'templates/b.yaml': resource('Service', 'web') }
    const [gone, ...others] = await bench.findings(old, { 'templates/a.yaml': map('a') })
    expect(gone).toMatchObject({ level: 'major', rule: 'rendered/removed', subject: 'Service/web' })
    expect(gone?.text).toBe("Service/web is no longer rendered with the chart's defaults.")
    expect(others).toEqual([])
  })

  it('is new where a resource is added, with its template', async () => {
    const now = { 'templates/a.yaml': map('a'), 'templates/b.yaml': resource('Service', 'web') }
    const [added] = await bench.findings({ 'templates/a.yaml': map('a') }, now)
    expect(added).toMatchObject({ level: 'minor', rule: 'rendered/added', at: { file: 'templates/b.yaml' } })
  })

  it.each([
    [
      'a Deployment that is a StatefulSet now',
      resource('Deployment', 'web'),
      resource('StatefulSet', 'web'),
      'major kind-moved Deployment/web',
    ],
    [
      'a Service under another name',
      resource('Service', 'web'),
      resource('Service', 'front'),
      'major renamed Service/web',
    ],
    [
      'a Role under another name, which nobody asks for',
      resource('Role', 'web'),
      resource('Role', 'web-role'),
      'minor renamed Role/web',
    ],
    [
      'a kind that no Kubernetes serves any more',
      `${resource('PodSecurityPolicy', 'web')}---\n${map('a')}`,
      map('a'),
      'patch removed PodSecurityPolicy/web',
    ],
    [
      'another group',
      resource('Thing', 'web', '', 'a.example/v1'),
      resource('Thing', 'web', '', 'b.example/v1'),
      'major api-version Thing/web apiVersion',
    ],
  ])('is judged by what moved: %s', async (_, old, now, expected) => {
    expect(told(await bench.findings({ 'templates/a.yaml': old }, { 'templates/a.yaml': now }))).toContain(expected)
  })

  it.each([
    ['policy/v1beta1', 'policy/v1'],
    ['extensions/v1beta1', 'networking.k8s.io/v1'],
  ])('does not break by %s that is %s now', async (was, is) => {
    const [old, now] = [was, is].map((version) => ({ 'templates/a.yaml': resource('Thing', 'web', '', version) }))
    const findings = told(await bench.findings(old ?? {}, now ?? {}))
    expect(findings).toContain('patch api-version Thing/web apiVersion')
    expect(findings.join()).not.toContain('major')
  })

  it('takes no stranger for what is gone, where a template renders many', async () => {
    const services = (...names: string[]) => names.map((name) => resource('Service', name)).join('---\n')
    const old = { 'templates/a.yaml': services('web-front', 'db', 'queue') }
    const findings = told(await bench.findings(old, { 'templates/a.yaml': services('web-back-front', 'mail') }))
    expect(findings).toEqual(expect.arrayContaining(['major renamed Service/web-front', 'minor added Service/mail']))
    expect(findings).toEqual(expect.arrayContaining(['major removed Service/db', 'major removed Service/queue']))
  })

  it('does not break by hooks that come and go', async () => {
    const hook = resource('Job', 'migrate', '  annotations:\n    helm.sh/hook: pre-upgrade\n', 'batch/v1')
    const old = { 'templates/a.yaml': map('a'), 'templates/b.yaml': hook }
    expect(await bench.findings(old, { 'templates/a.yaml': map('a') })).toEqual([])
  })

  it('tells of text that is rendered otherwise, with both values', async () => {
    const [changed] = await bench.findings({ 'templates/a.yaml': map('a') }, { 'templates/a.yaml': map('b') })
    expect(changed).toMatchObject({ level: 'patch', rule: 'rendered/changed', was: 'a', is: 'b' })
  })

  it('is not told a hundred times of one rule', async () => {
    const many = (data: string) =>
      `{{ range until 100 }}\n---\n${map(data).replace('settings', 'settings-{{ . }}')}{{ end }}`
    const findings = await bench.findings({ 'templates/a.yaml': many('a') }, { 'templates/a.yaml': many('b') })
    expect(findings).toHaveLength(31)
    expect(findings.at(-1)).toMatchObject({ level: 'patch', rule: 'rendered/changed', subject: '70 more' })
  })

  it('never tells what a Secret holds', async () => {
    const secret = (value: string) => resource('Secret', 'login', `stringData:\n  password: ${value}\ntype: Opaque\n`)
    const old = { 'templates/a.yaml': `${secret('swordfish')}---\n${map('a')}` }
    const now = { 'templates/a.yaml': `${secret('halibut')}---\n${map('b')}` }
    expect(JSON.stringify(await bench.findings(old, now))).not.toMatch(/swordfish|halibut/)
  })

  it('may hold documents that are no resources, and lists', async () => {
    const list = (name: string) =>
      `apiVersion: v1\nkind: List\nitems:\n  - ${resource('Service', name).replaceAll('\n', '\n    ').trim()}\n`
    const odd = 'just: text\n---\n# nothing\n'
    const findings = await bench.findings(
      { 'templates/a.yaml': `${odd}---\n${list('web')}` },
      { 'templates/a.yaml': odd },
    )
    expect(told(findings)).toEqual(['major removed Service/web'])
  })
})

describe('fields that can not be changed', () => {
  it.each([
    [
      'selector',
      deployment('selector: {matchLabels: {app: web}}'),
      deployment('selector: {matchLabels: {app: front}}'),
      'Deployment/web spec.selector',
    ],
    [
      'claim template',
      resource('StatefulSet', 'db', 'spec:\n  volumeClaimTemplates: [{metadata: {name: data, labels: {a: b}}}]\n'),
      resource('StatefulSet', 'db', 'spec:\n  volumeClaimTemplates: [{metadata: {name: data, labels: {a: c}}}]\n'),
      'StatefulSet/db spec.volumeClaimTemplates',
    ],
    [
      'address',
      resource('Service', 'web', 'spec:\n  clusterIP: None\n'),
      resource('Service', 'web', 'spec: {}\n'),
      'Service/web spec.clusterIP',
    ],
    [
      'role',
      resource('RoleBinding', 'web', 'roleRef:\n  name: a\n'),
      resource('RoleBinding', 'web', 'roleRef:\n  name: b\n'),
      'RoleBinding/web roleRef',
    ],
    [
      'job',
      resource('Job', 'load', 'spec:\n  template: {spec: {containers: [{name: a, image: "a:1"}]}}\n'),
      resource('Job', 'load', 'spec:\n  template: {spec: {containers: [{name: a, image: "a:2"}]}}\n'),
      'Job/load spec.template',
    ],
    [
      'frozen text',
      resource('ConfigMap', 'c', 'immutable: true\ndata:\n  a: "1"\n'),
      resource('ConfigMap', 'c', 'immutable: true\ndata:\n  a: "2"\n'),
      'ConfigMap/c data',
    ],
    [
      'type of a secret',
      resource('Secret', 's', 'type: Opaque\n'),
      resource('Secret', 's', 'type: kubernetes.io/tls\n'),
      'Secret/s type',
    ],
  ])('break when they change: %s', async (_, old, now, subject) => {
    const findings = told(await bench.findings({ 'templates/a.yaml': old }, { 'templates/a.yaml': now }))
    expect(findings).toContain(`major immutable ${subject}`)
  })

  it.each([
    [
      'the chart’s own version in a label',
      deployment('selector: {matchLabels: {app: web, "helm.sh/chart": "app-1"}}'),
      deployment('selector: {matchLabels: {app: web, "helm.sh/chart": "app-2"}}'),
    ],
    ['what the API server fills in', resource('Secret', 's', 'type: Opaque\n'), resource('Secret', 's')],
    [
      'an address that was chosen and is left to the API server now',
      resource('Service', 'web', 'spec:\n  clusterIP: 10.0.0.1\n'),
      resource('Service', 'web', 'spec: {ports: []}\n'),
    ],
    [
      'an address that the API server keeps',
      resource('Service', 'web', 'spec:\n  clusterIP: ""\n'),
      resource('Service', 'web', 'spec: {ports: []}\n'),
    ],
    [
      'a job that cleans up after itself',
      resource('Job', 'load', 'spec:\n  ttlSecondsAfterFinished: 60\n  template: {a: 1}\n'),
      resource('Job', 'load', 'spec:\n  ttlSecondsAfterFinished: 60\n  template: {a: 2}\n'),
    ],
    [
      'a job that has its version in its name',
      resource('Job', 'load-1.0.0', 'spec:\n  template: {a: 1}\n'),
      resource('Job', 'load-1.0.1', 'spec:\n  template: {a: 2}\n'),
    ],
    [
      'a hook',
      resource('Job', 'load', '  annotations:\n    helm.sh/hook: pre-upgrade\nspec:\n  template: {a: 1}\n'),
      resource('Job', 'load', '  annotations:\n    helm.sh/hook: pre-upgrade\nspec:\n  template: {a: 2}\n'),
    ],
  ])('do not break by %s', async (_, old, now) => {
    const findings = await bench.findings({ 'templates/a.yaml': old }, { 'templates/a.yaml': now })
    expect(findings.filter(({ level }) => level === 'major')).toEqual([])
  })

  it('break when a rendered definition no longer serves a version', async () => {
    const definition = (served: boolean) =>
      resource(
        'CustomResourceDefinition',
        'things.a.example',
        `spec:\n  versions: [{name: v1, served: true}, {name: v1beta1, served: ${served}}]\n`,
      )
    const findings = await bench.findings(
      { 'templates/a.yaml': definition(true) },
      { 'templates/a.yaml': definition(false) },
    )
    expect(told(findings)).toContain('major version-not-served CustomResourceDefinition/things.a.example v1beta1')
  })
})

describe('what a workload needs and the chart does not make', () => {
  const needs = (secret: string) => withContainer(`envFrom: [{secretRef: {name: ${secret}}}]`)
  it('breaks when it has another name', async () => {
    const findings = await bench.findings(
      { 'templates/a.yaml': needs('login') },
      { 'templates/a.yaml': needs('credentials') },
    )
    expect(findings[0]).toMatchObject({ level: 'major', rule: 'rendered/needs', was: 'login', is: 'credentials' })
  })

  it('does not break when the chart makes it', async () => {
    const made = (name: string) => ({ 'templates/a.yaml': `${needs(name)}---\n${resource('ExternalSecret', name)}` })
    const findings = told(await bench.findings(made('login'), made('credentials')))
    expect(findings.filter((finding) => finding.includes(' needs '))).toEqual([])
  })
})

describe('the old defaults, said by hand', () => {
  const image = (text: string) => ({ 'templates/a.yaml': withContainer(`image: ${text}`) })
  it('break where the same value means something else now', async () => {
    const old = { 'values.yaml': 'image: nginx\n', ...image('"{{ .Values.image }}"') }
    const now = {
      'values.yaml': 'image:\n  name: nginx\n',
      ...image('"{{ dig "name" "none" (kindIs "map" .Values.image | ternary .Values.image dict) }}"'),
    }
    const [finding] = await bench.findings(old, now)
    expect(finding).toMatchObject({
      level: 'major',
      rule: 'rendered/old-defaults',
      was: 'nginx',
      is: 'none',
      at: { file: 'templates/a.yaml' },
    })
  })

  it('break where the chart refuses them, with its words and their line', async () => {
    const old = { 'values.yaml': 'port: 80\n', 'templates/a.yaml': map('{{ .Values.port | quote }}') }
    const now = {
      'values.yaml': 'web: {port: 80}\n',
      'templates/a.yaml': `{{ if .Values.port }}\n{{ fail "port is web.port now" }}\n{{ end }}\n${map('{{ .Values.web.port | quote }}')}`,
    }
    const [finding] = await bench.findings(old, now)
    expect(finding).toMatchObject({
      level: 'major',
      rule: 'rendered/refuses',
      at: { file: 'templates/a.yaml', line: 2 },
    })
    expect(finding?.text).toContain('port is web.port now')
  })

  it('do not break where a renamed key is still read', async () => {
    const old = { 'values.yaml': 'port: 80\n', 'templates/a.yaml': map('{{ .Values.port | quote }}') }
    const now = {
      'values.yaml': 'web: {port: 80}\n',
      'templates/a.yaml': map('{{ .Values.port | default .Values.web.port | quote }}'),
    }
    expect(await bench.findings(old, now)).toEqual([])
  })

  it('do not break by a default that only changed', async () => {
    const template = { 'templates/a.yaml': map('{{ .Values.level }}') }
    const findings = await bench.findings(
      { 'values.yaml': 'level: info\n', ...template },
      { 'values.yaml': 'level: warn\n', ...template },
    )
    expect(told(findings)).toEqual(['patch changed ConfigMap/settings'])
  })

  it('do not break where something else is rendered for everybody', async () => {
    const template = (text: string) => ({ 'templates/a.yaml': map(text) })
    const old = { 'values.yaml': 'level: info\n', ...template('{{ .Values.level }}') }
    const now = { 'values.yaml': 'level: warn\n', ...template('{{ .Values.level }}-log') }
    expect(told(await bench.findings(old, now))).toEqual(['patch changed ConfigMap/settings'])
  })

  it('do not delete keys of the chart by their nulls', async () => {
    const template = { 'templates/a.yaml': map('{{ .Values.log.level | required "no level" }}') }
    const old = {
      'values.yaml': 'log:\n  level: info\n  extra: null\na: {b: null, c: ~}\nempty:\n',
      ...template,
      'templates/a.yaml': map('info'),
    }
    const now = {
      'values.yaml': 'log:\n  level: info\n  extra: {x: 1}\nempty: {z: 2}\n',
      'templates/a.yaml': `{{ $x := .Values.empty.z | required "no z" }}{{ $z := .Values.log.extra.x | required "no x" }}${template['templates/a.yaml']}`,
    }
    expect(await bench.findings(old, now)).toEqual([])
  })

  it('keep octal numbers and odd scalars as they were written', async () => {
    const template = { 'templates/a.yaml': map('"{{ int .Values.mode }} {{ .Values.on }} {{ .Values.at }}"') }
    const values = 'mode: 0644\non: yes\nat: 22:22\nnothing:\n'
    expect(
      await bench.findings({ 'values.yaml': values, ...template }, { 'values.yaml': `# said\n${values}`, ...template }),
    ).toEqual([])
  })
})

describe('a value that is needed now', () => {
  it('breaks when the defaults no longer render', async () => {
    const now = { 'templates/a.yaml': map('{{ required "password is required" .Values.password }}') }
    const [finding] = await bench.findings({ 'templates/a.yaml': map('a') }, now)
    expect(finding).toMatchObject({ level: 'major', rule: 'rendered/fails', at: { file: 'templates/a.yaml', line: 6 } })
    expect(finding?.text).toContain('password is required')
  })

  it('is no news where it was needed before, and that is said', async () => {
    const needing = (data: string) => ({
      'templates/a.yaml': map(`{{ required "a password" .Values.password }}${data}`),
    })
    const findings = await bench.findings(needing('a'), needing('b'))
    expect(told(findings)).toEqual(["none not-rendered Neither side can be rendered with the chart's defaults"])
    expect(findings[0]?.text).toContain('a password')
  })
})

describe('chance', () => {
  it('is no change: random texts, names, and what follows from them', async () => {
    const text = `${map('{{ randAlphaNum 8 }}')}---\n${resource('Job', 'load-{{ randAlphaNum 8 | lower }}')}`
    expect(await bench.findings({ 'templates/a.yaml': text }, { 'templates/a.yaml': `\n${text}` })).toEqual([])
  })

  it('does not hide what changed beside it', async () => {
    const text = (data: string) => ({ 'templates/a.yaml': `${map('{{ uuidv4 }}')}  other: ${data}\n` })
    const [changed] = await bench.findings(text('a'), text('b'))
    expect(changed).toMatchObject({ rule: 'rendered/changed', was: 'a', is: 'b' })
  })

  it('costs no second rendering where templates are pure', async () => {
    bench.processes()
    await bench.findings({ 'templates/a.yaml': map('a # now, keys, {{ "uuidv4" }}') }, { 'templates/a.yaml': map('b') })
    expect(bench.processes()).toBe(2)
  })
})

describe('an upgrade', () => {
  it.each([
    ['refuses what an installation takes', '{{ if .Release.IsUpgrade }}{{ fail "one way" }}{{ end }}', 'major fails'],
    [
      'refuses unless something is set',
      '{{ if and .Release.IsUpgrade (not .Values.ok) }}{{ fail "set ok" }}{{ end }}',
      'major fails',
    ],
    [
      'that is told by what is no installation',
      '{{ if not .Release.IsInstall }}{{ required "name" .Values.name }}{{ end }}',
      'major fails',
    ],
  ])('breaks where it %s', async (_, guard, expected) => {
    const findings = await bench.findings(
      { 'templates/a.yaml': map('a') },
      { 'templates/a.yaml': `${guard}\n${map('a')}` },
    )
    expect(told(findings)).toEqual([`${expected} with the chart's defaults on an upgrade`])
  })

  it('is no news where it was refused before', async () => {
    const text = (data: string) => `{{ if .Release.IsUpgrade }}{{ fail "one way" }}{{ end }}\n${map(data)}`
    const findings = await bench.findings({ 'templates/a.yaml': text('a') }, { 'templates/a.yaml': text('b') })
    expect(told(findings)).toEqual(['patch changed ConfigMap/settings'])
  })

  it('is rendered only where templates can tell it from an installation', async () => {
    bench.processes()
    await bench.findings({ 'templates/a.yaml': map('a') }, { 'templates/a.yaml': map('b') })
    expect(bench.processes()).toBe(2)
  })
})

describe('a Service', () => {
  const service = (ports: string, more = '') => resource('Service', 'web', `spec:\n  ports: [${ports}]\n${more}`)
  it.each([
    [
      'a port of another name',
      '{name: http, port: 80}',
      '{name: web, port: 80}',
      'minor service-port Service/web port http',
    ],
    [
      'a port of another number',
      '{name: http, port: 80}',
      '{name: http, port: 8080}',
      'minor service-port Service/web port http',
    ],
    [
      'a port less',
      '{name: http, port: 80}, {name: admin, port: 81}',
      '{name: http, port: 80}',
      'minor service-port Service/web port admin',
    ],
    ['a port without a name', '{port: 80}', '{port: 81}', 'minor service-port Service/web port 80'],
  ])('with %s is minor, as others refer to it', async (_, was, is, expected) => {
    const findings = await bench.findings({ 'templates/a.yaml': service(was) }, { 'templates/a.yaml': service(is) })
    expect(told(findings)).toContain(expected)
  })

  it.each([
    ['a port more', '{name: http, port: 80}', '{name: http, port: 80}, {name: admin, port: 81}'],
    ['another target', '{name: http, port: 80, targetPort: a}', '{name: http, port: 80, targetPort: b}'],
  ])('with %s is as it was for others', async (_, was, is) => {
    const findings = await bench.findings({ 'templates/a.yaml': service(was) }, { 'templates/a.yaml': service(is) })
    expect(told(findings)).toEqual(['patch changed Service/web'])
  })

  it('of another type is minor; that of the API server may be written out', async () => {
    const port = '{name: http, port: 80}'
    const plain = { 'templates/a.yaml': service(port) }
    const typed = (type: string) => ({ 'templates/a.yaml': service(port, `  type: ${type}\n`) })
    expect(told(await bench.findings(plain, typed('NodePort')))).toContain('minor service-type Service/web spec.type')
    expect(told(await bench.findings(plain, typed('ClusterIP')))).toEqual(['patch changed Service/web'])
  })
})

describe('keys that pods read', () => {
  const env = (key: string, secret: string) =>
    withContainer(`image: a\nenv:\n  - name: P\n    valueFrom: {secretKeyRef: {name: ${secret}, key: ${key}}}`)
  const given = '{{ .Values.existingSecret | default "own" }}'
  const own = (key: string) => `---\n${resource('Secret', 'own', `stringData: {${key}: a}\n`)}`

  it.each([
    ['of a Secret that the chart does not make', env('old', 'theirs'), env('new', 'theirs'), ''],
    [
      'of a Secret that users may give',
      `${env('old', given)}${own('old')}`,
      `${env('new', given)}${own('new')}`,
      'existingSecret: ""\n',
    ],
    [
      'of a ConfigMap in a volume',
      withContainer('image: a').replace(
        'containers:',
        'volumes: [{name: c, configMap: {name: theirs, items: [{key: old, path: a}]}}]\n    containers:',
      ),
      withContainer('image: a').replace(
        'containers:',
        'volumes: [{name: c, configMap: {name: theirs, items: [{key: new, path: a}]}}]\n    containers:',
      ),
      '',
    ],
  ])('break where they changed: %s', async (_, was, is, values) => {
    const files = (template: string) => ({ 'templates/a.yaml': template, 'values.yaml': values })
    const findings = await bench.findings(files(was), files(is))
    expect(told(findings)).toContainEqual(expect.stringMatching(/^major needs-key Deployment\/web /))
  })

  it.each([
    ['the chart makes the Secret', `${env('old', 'own')}${own('old')}`, `${env('new', 'own')}${own('new')}`],
    ['the key is optional', env('old', 'theirs'), env('new, optional: true', 'theirs')],
  ])('break nobody where %s', async (_, was, is) => {
    const findings = await bench.findings({ 'templates/a.yaml': was }, { 'templates/a.yaml': is })
    expect(told(findings).filter((line) => line.startsWith('major'))).toEqual([])
  })
})

describe('a switch that is off', () => {
  const behind = (text: string, key = 'web.enabled') => `{{ if .Values.${key} }}\n${text}\n{{ end }}`
  const selector = (label: string) =>
    deployment(`selector: {matchLabels: {app: ${label}}}\ntemplate: {metadata: {labels: {app: ${label}}}}`)
  const files = (template: string, values = 'web: {enabled: false}\n') => ({
    'templates/a.yaml': template,
    'values.yaml': values,
  })

  it.each([
    [
      'a field that can not change',
      behind(selector('a')),
      behind(selector('b')),
      'major immutable Deployment/web spec.selector',
    ],
    [
      'a value that is required now',
      behind(map('{{ .Values.web.key }}')),
      behind(map('{{ required "key" .Values.web.key }}')),
      'major fails with web.enabled: true',
    ],
    [
      'a port of a Service',
      behind(resource('Service', 'web', 'spec: {ports: [{name: a, port: 1}]}')),
      behind(resource('Service', 'web', 'spec: {ports: [{name: b, port: 1}]}')),
      'minor service-port Service/web port a',
    ],
  ])('may hide %s', async (_, was, is, expected) => {
    expect(told(await bench.findings(files(was), files(is)))).toContain(expected)
  })

  it('is not turned where nothing behind it can break, nor where something broke already', async () => {
    bench.processes()
    await bench.findings(files(behind(map('a'))), files(behind(map('b'))))
    expect(bench.processes()).toBe(2)
  })

  it('shows nothing where it does not work by itself', async () => {
    const broken = (text: string) => behind(`${text}\n{{ fail "set another value, too" }}`)
    expect(told(await bench.findings(files(broken(selector('a'))), files(broken(selector('b')))))).toEqual([])
  })
})
