import { describe, expect, it } from '@jest/globals'
import { requiredLevel } from '../../../../src/bump/auto/level.ts'
import { chartSide, packagedSide } from '../../../../src/bump/auto/side.ts'
import { writeArchive } from '../../../../src/chart/archive/archive.ts'
import { between, type ChartFiles, levelOf, told, withTemplate } from '../../../support/charts/sides.ts'

const meta = (more: string, apiVersion = 'v2'): ChartFiles => ({
  'Chart.yaml': `apiVersion: ${apiVersion}\nname: app\nversion: 1.0.0\n${more}`,
})

describe('Chart.yaml', () => {
  it.each([
    ['kubeVersion: ">=1.20"', 'kubeVersion: ">=1.25"', 'major metadata/kube-version-narrowed kubeVersion'],
    ['kubeVersion: ">=1.20.5"', 'kubeVersion: ">=1.20.6"', 'major metadata/kube-version-narrowed kubeVersion'],
    ['', 'kubeVersion: ">=1.16.0-0"', 'major metadata/kube-version-narrowed kubeVersion'],
    ['kubeVersion: ">=1.20"', 'kubeVersion: ">=1.20 <1.31"', 'major metadata/kube-version-narrowed kubeVersion'],
    ['kubeVersion: ">=1.25"', 'kubeVersion: ">=1.20"', 'minor metadata/kube-version-widened kubeVersion'],
    ['kubeVersion: ">=1.25"', '', 'minor metadata/kube-version-widened kubeVersion'],
    ['kubeVersion: ">=1.20.0"', 'kubeVersion: ">= 1.20.0"', 'patch metadata/kube-version-same kubeVersion'],
    ['kubeVersion: ">=1.20.0"', 'kubeVersion: "ask me"', 'patch metadata/kube-version-unread kubeVersion'],
    ['type: application', 'type: library', 'major metadata/type type'],
    ['appVersion: "1.2.3"', 'appVersion: "2.0.0"', 'minor metadata/app-version-major appVersion'],
    ['appVersion: "1.2.3"', 'appVersion: "1.3.0"', 'minor metadata/app-version-minor appVersion'],
    ['appVersion: "1.2.3"', 'appVersion: "1.2.4"', 'patch metadata/app-version-patch appVersion'],
    ['appVersion: stable', 'appVersion: 4f3c2d1', 'patch metadata/app-version-patch appVersion'],
    ['description: a', 'description: b', 'patch metadata/described description'],
  ])('%s to %s', (was, is, expected) => {
    expect(told(meta(was), meta(is))).toEqual([expected])
  })

  it('of apiVersion v1 that becomes v2 shuts out Helm 2', () => {
    expect(told(meta('', 'v1'), meta(''))).toEqual(['major metadata/api-version apiVersion'])
    expect(told(meta(''), meta('', 'v1'))).toEqual(['minor metadata/api-version apiVersion'])
  })

  it('with another name is another chart', () => {
    const renamed = { 'Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n' }
    expect(told(meta(''), renamed)).toEqual(['major metadata/name name'])
  })

  it('with another version alone is no change', () => {
    const raised = { 'Chart.yaml': 'apiVersion: v2\nname: app\nversion: 9.0.0\n' }
    expect(between(meta(''), raised)).toEqual([])
    expect(levelOf(meta(''), raised)).toBe('none')
  })

  it('that cannot be read is told', () => {
    expect(told(meta(''), { 'Chart.yaml': 'name: [' })).toEqual(['none files/unread Chart.yaml'])
  })
})

describe('a place', () => {
  it.each([
    ['values.yaml', { 'values.yaml': 'a: 1\n', 'templates/a.yaml': 'a: {{ .Values.a }}\n' }],
    ['values.schema.json', { 'values.schema.json': '{"type":"object","required":["a"]}' }],
  ])('is none in %s where that is gone', (file, old) => {
    const findings = between(old, {})
    expect(findings.length).toBeGreaterThan(0)
    expect(findings.map(({ at }) => at?.file)).not.toContain(file)
  })
})

describe('dependencies', () => {
  const db = (version: string, more = '', values = 'db: {}\n'): ChartFiles => ({
    'Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n- name: db\n  version: "${version}"\n  repository: https://charts.example.org\n${more}`,
    'values.yaml': values,
  })
  const none: ChartFiles = { 'values.yaml': '' }

  describe('are told with the versions that the packages hold', () => {
    const lock = (version: string): ChartFiles => ({
      'Chart.lock': `dependencies:\n- name: db\n  repository: https://charts.example.org\n  version: ${version}\ndigest: sha256:${'0'.repeat(64)}\ngenerated: "2026-01-01T00:00:00Z"\n`,
    })
    const inside = (version: string): ChartFiles => ({
      'charts/db/Chart.yaml': `apiVersion: v2\nname: db\nversion: ${version}\n`,
    })
    const words = (was: ChartFiles, is: ChartFiles) =>
      between(was, is)
        .filter(({ kind }) => kind === 'dependencies')
        .map(({ text, was: before, is: after }) => [text, before, after])

    it('whatever the lock says, as of a folder that nobody updated', () => {
      const [was, is] = [
        { ...db('^1.0.0'), ...lock('1.0.0'), ...inside('1.0.0') },
        { ...db('^1.0.0'), ...inside('1.1.0') },
      ]
      expect(words(was, { ...is, ...lock('1.3.0') })).toEqual([
        ['The dependency db went from 1.0.0 to 1.1.0.', 'db ^1.0.0 (1.0.0)', 'db ^1.0.0 (1.1.0)'],
      ])
    })

    it('and without one that is at hand by the lock, which the words say', () => {
      expect(words({ ...db('^1.0.0'), ...lock('1.0.0') }, { ...db('^1.0.0'), ...lock('1.3.0') })).toEqual([
        ['The dependency db went from 1.0.0 to 1.3.0 by the lock.', 'db ^1.0.0 (1.0.0)', 'db ^1.0.0 (1.3.0)'],
      ])
    })

    it('and never with the least that a constraint allows', () => {
      expect(words(db('^1.0.0'), db('^1.3.0')).map(([text]) => text)).toEqual([
        'The dependency db is asked for as ^1.3.0 instead of ^1.0.0.',
      ])
    })
  })

  it.each([
    ['a major version of one whose values are offered', db('^1.0.0'), db('^2.0.0'), 'major dependencies/major'],
    [
      'a major version of one whose values are not',
      db('1.0.0', '', ''),
      db('2.0.0', '', ''),
      'minor dependencies/major-hidden',
    ],
    ['a major version that was 0 before', db('0.3.0'), db('1.0.0'), 'minor dependencies/major-hidden'],
    ['a minor version', db('1.0.0'), db('1.1.0'), 'minor dependencies/minor'],
    ['a patch', db('1.0.0'), db('1.0.1'), 'patch dependencies/patch'],
    ['the same asked for in another way', db('^1.0.0'), db('~1.0.0'), 'patch dependencies/asked'],
    ['one that comes', none, db('1.0.0', '', ''), 'minor dependencies/added'],
    [
      'one that goes, with what values.yaml offered of it',
      db('1.0.0', '', ''),
      none,
      'minor dependencies/removed-hidden',
    ],
  ])('%s', (_, old, now, expected) => {
    expect(told(old, now)).toEqual([`${expected} dependencies.db`])
  })

  it('that go take the values with them that were offered', () => {
    expect(told(db('1.0.0', '  condition: db.enabled\n', ''), none)).toEqual([
      'major dependencies/removed dependencies.db',
    ])
  })

  it('under another name have their values elsewhere', () => {
    expect(told(db('1.0.0', '  alias: store\n', ''), db('1.0.0', '', ''))).toContain(
      'major dependencies/alias dependencies.store',
    )
  })

  it('are compared as they are locked, whatever the range says', () => {
    const lock = (version: string) => ({
      'Chart.lock': `dependencies:\n- name: db\n  repository: https://charts.example.org\n  version: ${version}\ndigest: sha256:${'0'.repeat(64)}\ngenerated: "2026-01-01T00:00:00Z"\n`,
    })
    expect(told({ ...db('>=1'), ...lock('1.0.0') }, { ...db('>=1'), ...lock('2.0.0') })).toEqual([
      'major dependencies/major dependencies.db',
    ])
    expect(told({ ...db('^1.0.0'), ...lock('1.9.0') }, { ...db('^1.9.0'), ...lock('1.9.0') })).toEqual([
      'patch dependencies/asked dependencies.db',
    ])
  })

  const sharing = (name: string, alias = '', values = ''): ChartFiles => ({
    'Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n- name: ${name}\n  version: 1.0.0\n  repository: file://../${name}\n${alias}`,
    [`charts/${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\ntype: library\n`,
    ...(values && { [`charts/${name}/values.yaml`]: values }),
  })

  it.each([
    ['', ['patch dependencies/library dependencies.lib', 'patch dependencies/library dependencies.common']],
    ['  alias: lib\n', ['patch dependencies/library dependencies.lib']],
  ])('that are libraries may change their names (alias: %j): nobody sets anything under them', (alias, expected) => {
    const findings = between(sharing('lib', alias), sharing('common', alias))
    expect(
      findings.filter(({ kind }) => kind !== 'files').map((one) => `${one.level} ${one.rule} ${one.subject}`),
    ).toEqual(expected)
    expect(findings.map(({ at }) => at?.file)).not.toContain('charts/common/values.yaml')
  })

  it('that are libraries with values have them under a name of their own', () => {
    const findings = told(sharing('lib', '', 'a: 1\n'), sharing('common', '', 'a: 1\n'))
    expect(findings).toContain('minor values/added common')
  })

  it.each([
    ['2024.01.05', '2025.01.02', 'major dependencies/major'],
    ['2024.01.05', '2024.02.01', 'minor dependencies/minor'],
    ['1.2-beta.1', '1.2-beta.2', 'patch dependencies/patch'],
    ['v1', 'v2', 'major dependencies/major'],
    ['1.2', '1.2.0', 'patch dependencies/asked'],
  ])('are compared in versions that only Helm reads: %s to %s', (was, is, expected) => {
    const locked = (version: string) => ({
      ...db('>=0-0'),
      'Chart.lock': `dependencies:\n- name: db\n  repository: https://charts.example.org\n  version: "${version}"\ndigest: sha256:${'0'.repeat(64)}\ngenerated: "2026-01-01T00:00:00Z"\n`,
    })
    expect(told(locked(was), { ...locked(is), 'Chart.yaml': db('>=0.0-0')['Chart.yaml'] ?? '' })).toEqual([
      `${expected} dependencies.db`,
    ])
  })

  it('are libraries, whatever name and version they have', () => {
    const library = (version: string): ChartFiles => ({
      ...db('>=0'),
      'charts/db/Chart.yaml': `apiVersion: v2\nname: db\nversion: "${version}"\ntype: library\n`,
    })
    expect(told(library('2024.01.05'), library('2025.01.02'))).toContain(
      'minor dependencies/major-hidden dependencies.db',
    )
  })

  it('that are libraries hide what is in them', () => {
    const library = (version: string) => ({
      ...db(version),
      'charts/db/Chart.yaml': `apiVersion: v2\nname: db\nversion: ${version}\ntype: library\n`,
    })
    expect(told(library('1.0.0'), library('2.0.0'))).toEqual(['minor dependencies/major-hidden dependencies.db'])
  })
})

describe('a library', () => {
  const library = (templates: string): ChartFiles => ({
    'Chart.yaml': 'apiVersion: v2\nname: lib\nversion: 1.0.0\ntype: library\n',
    'templates/_all.tpl': templates,
  })
  const two = '{{ define "lib.a" }}{{ end }}{{ define "lib.b" }}{{ end }}'

  it('breaks its users by a named template that is gone', () => {
    expect(told(library(two), library('{{ define "lib.a" }}{{ end }}'))).toEqual([
      'major templates/named-removed lib.b',
    ])
  })

  it('offers more by a new one, and may move them between files', () => {
    expect(told(library('{{ define "lib.a" }}{{ end }}'), library(two))).toEqual(['minor templates/named-added lib.b'])
    const moved = { ...library('{{ define "lib.a" }}{{ end }}'), 'templates/_b.tpl': '{{ define "lib.b" }}{{ end }}' }
    expect(told(library(two), moved)).toEqual([])
  })

  it('reads the values of its callers', () => {
    const reading = (template: string) => ({
      ...library(`{{ define "lib.a" }}${template}{{ end }}`),
      'values.yaml': 'x: 1\n',
    })
    expect(
      levelOf(reading('{{ .Values.x }}'), { ...library('{{ define "lib.a" }}{{ end }}'), 'values.yaml': '' }),
    ).toBe('major')
  })

  it('is not what an application is: its named templates are its own affair', () => {
    const app = (text: string) => ({ 'templates/_all.tpl': text })
    expect(told(app(two), app(''))).toEqual([])
  })
})

describe('what a value means', () => {
  const chart = withTemplate

  it.each([
    [
      'items of a list',
      'x: []\n',
      '{{ range .Values.x }}{{ .url }}{{ end }}',
      '{{ range .Values.x }}{{ tpl .url $ }}{{ end }}',
      'x.*.url',
    ],
    ['what is printed as YAML', 'x: {}\n', '{{ toYaml .Values.x }}', '{{ tpl (toYaml .Values.x) . }}', 'x'],
    ['a text of many lines', 'x: |\n  a\n  b\n', '{{ .Values.x }}', '{{ tpl .Values.x . }}', 'x'],
    ['files', 'x: a.conf\n', '{{ .Files.Get .Values.x }}', '{{ tpl (.Files.Get .Values.x) . }}', 'x'],
  ])('is another one where %s become templates', (_, values, before, after, subject) => {
    expect(told(chart(values, before), chart(values, after))).toEqual([`major templates/tpl-added ${subject}`])
  })

  it.each([
    ['a short text, in which nobody writes braces', 'x: web\n', '{{ .Values.x }}', '{{ tpl .Values.x . }}'],
    [
      'what was a template before',
      'x: {}\n',
      '{{ tpl (toYaml .Values.x) . }}',
      '{{ with .Values.x }}{{ tpl (toYaml .) $ }}{{ end }}',
    ],
    ['what is new', '', 'y', '{{ range .Values.x }}{{ tpl .url $ }}{{ end }}'],
  ])('is no other for %s', (_, values, before, after) => {
    expect(told(chart(values, before), chart(values, after))).toEqual([])
  })

  it('is another one where a text becomes the name of a file', () => {
    const values = 'cert: ""\n'
    expect(
      told(chart(values, '{{ b64enc .Values.cert }}'), chart(values, '{{ .Files.Get .Values.cert | b64enc }}')),
    ).toEqual(['major templates/file-name cert'])
  })

  it('is another one where a default of many parts moved away under a key that is still read', () => {
    const jobs =
      '[{job: nodes, url: "http://nodes/metrics", role: node}, {job: pods, url: "http://pods/metrics", role: pod}]'
    const map =
      '{nodes: {job: nodes, url: "http://nodes/metrics", role: node}, pods: {job: pods, url: "http://pods/metrics", role: pod}}'
    const template = '{{ toYaml .Values.jobs }}{{ range .Values.scrape }}{{ toYaml . }}{{ end }}'
    expect(told(chart(`jobs: ${jobs}\n`, '{{ toYaml .Values.jobs }}'), chart(`scrape: ${map}\n`, template))).toContain(
      'major values/default-moved jobs',
    )
    expect(
      levelOf(chart('jobs: [a-name]\n', '{{ toYaml .Values.jobs }}'), chart('scrape: {x: a-name}\n', template)),
    ).toBe('minor')
  })
})

describe('CRDs', () => {
  const crd = (name: string, versions: string, more = '') =>
    `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: ${name}\n${more}spec:\n  group: example.org\n  versions:\n${versions}`
  const served = (name: string, isServed = true) =>
    `  - name: ${name}\n    schema:\n      openAPIV3Schema:\n        properties:\n          name:\n            type: string\n    served: ${isServed}\n    storage: true\n`
  const chart = (text: string, file = 'crds/a.yaml'): ChartFiles => ({ [file]: text })

  it.each([
    ['one that is gone', chart(crd('a.example.org', served('v1'))), {}, 'major files/crd-removed a.example.org'],
    [
      'a version that is gone',
      chart(crd('a', served('v1') + served('v2'))),
      chart(crd('a', served('v2'))),
      'major files/crd-version-removed a v1',
    ],
    [
      'a version that is not served any more',
      chart(crd('a', served('v1'))),
      chart(crd('a', served('v1', false))),
      'major files/crd-version-removed a v1',
    ],
    [
      'a new version',
      chart(crd('a', served('v1'))),
      chart(crd('a', served('v1') + served('v2'))),
      'minor files/crd-version-added a v2',
    ],
    ['a new one', {}, chart(crd('a', served('v1'))), 'minor files/crd-added a'],
    [
      'one of several in a file',
      chart(`${crd('a', served('v1'))}---\n${crd('b', served('v1'))}`),
      chart(crd('b', served('v1'))),
      'major files/crd-removed a',
    ],
    [
      'what is not written as usual',
      chart(crd('a', served('v1'))),
      chart('{"kind": "CustomResourceDefinition"}'),
      'none files/crd-unread crds/a.yaml',
    ],
  ])('%s', (_, old, now, expected) => {
    expect(told(old, now)).toEqual([expected])
  })

  it('may have a comment before them that names them', () => {
    const text = (version: string) => chart(`# A CustomResourceDefinition\n---\n${crd('a', served(version))}`)
    expect(told(text('v1'), text('v2'))).toContain('major files/crd-version-removed a v1')
  })

  it('may move between files, and be described in other words', () => {
    const text = crd('a', served('v1'))
    expect(told(chart(text), chart(crd('a', served('v1'), '  labels:\n    x: y\n'), 'crds/b.yaml'))).toEqual([])
  })
})

describe('other files', () => {
  it('that are packaged are a patch', () => {
    expect(between({ 'README.md': 'a' }, { 'README.md': 'b' })).toMatchObject([
      { level: 'patch', rule: 'files/changed', subject: 'README.md' },
    ])
    expect(between({ 'templates/a.yaml': 'a: 1' }, { 'templates/a.yaml': 'a: 2' })).toMatchObject([
      { level: 'patch', rule: 'templates/changed' },
    ])
  })

  it('that are equal are nothing', () => {
    expect(between({ 'README.md': 'a' }, { 'README.md': 'a' })).toEqual([])
  })
})

describe('a side', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const sub = writeArchive(
    'sub',
    [{ path: 'Chart.yaml', content: bytes('apiVersion: v2\nname: sub\nversion: 1.0.0\n') }],
    new Date(0),
  )

  it('has the files of its subcharts, packed or not', () => {
    const side = chartSide([{ path: 'charts/sub-1.0.0.tgz', content: sub }])
    expect([...side.files.keys()]).toEqual(['charts/sub/Chart.yaml'])
    const app = writeArchive('app', [{ path: 'charts/sub-1.0.0.tgz', content: sub }], new Date(0))
    expect([...packagedSide(app).files.keys()]).toEqual(['charts/sub/Chart.yaml'])
  })

  it('keeps an archive that cannot be read as the file that it is', () => {
    const side = chartSide([{ path: 'charts/sub-1.0.0.tgz', content: bytes('no archive') }])
    expect([...side.files.keys()]).toEqual(['charts/sub-1.0.0.tgz'])
  })
})

describe('the level that findings call for', () => {
  const [breaking] = between(withTemplate('a: 1\n', '{{ .Values.a }}'), withTemplate('', ''))
  const findings = breaking ? [breaking] : []

  it('is minor before 1.0.0 for what breaks, unless it is to be major', () => {
    expect(requiredLevel(findings, '0.3.1', 'minor')).toBe('minor')
    expect(requiredLevel(findings, '0.3.1', 'major')).toBe('major')
    expect(requiredLevel(findings, '1.0.0', 'minor')).toBe('major')
    expect(requiredLevel([], '1.0.0', 'minor')).toBe('none')
  })
})
