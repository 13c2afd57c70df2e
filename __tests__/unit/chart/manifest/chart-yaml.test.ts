import { describe, expect, it } from '@jest/globals'
import {
  readChartYaml,
  readExternalChartYaml,
  readLock,
  readRequirements,
} from '../../../../src/chart/manifest/chart-yaml.ts'
import { goJson } from '../../../../src/chart/manifest/metadata.ts'
import { problemIn } from '../../../support/values/failure.ts'

const file = 'charts/app/Chart.yaml'
const read = (text: string) => readChartYaml(text, file)
const chart = (more = '') => `apiVersion: v2\nname: app\nversion: 1.2.3\n${more}`

const refused = (text: string) => {
  const { code, message, at, hint } = problemIn(() => read(text))
  return { code, message, line: at?.line, hint }
}

describe('reading Chart.yaml', () => {
  it('gives name, version and appVersion with the place of each', () => {
    const text = '# a chart\napiVersion: v2\nname: "app"\nversion: 1.2.3 # next\nappVersion: \'7.0\'\n'
    const manifest = read(text)
    expect(manifest).toMatchObject({ name: 'app', version: '1.2.3', appVersion: '7.0', type: 'application' })
    const { nameSpan, versionSpan, appVersionSpan } = manifest
    expect(text.slice(nameSpan.start, nameSpan.end)).toBe('"app"')
    expect(versionSpan).toMatchObject({ line: 4, column: 10 })
    expect(text.slice(versionSpan.start, versionSpan.end)).toBe('1.2.3')
    expect(text.slice(appVersionSpan?.start, appVersionSpan?.end)).toBe("'7.0'")
  })

  it('reads a file with a byte order mark and CRLF', () => {
    const manifest = read('\ufeffapiVersion: v2\r\nname: app\r\nversion: 1.2.3\r\n')
    expect(manifest).toMatchObject({ name: 'app', version: '1.2.3', versionSpan: { line: 3 } })
    expect(manifest.text.slice(manifest.versionSpan.start, manifest.versionSpan.end)).toBe('1.2.3')
  })

  it('holds the metadata that Helm would publish, in Helm’s order, cleaned as Helm cleans it', () => {
    const text = `type: library
version: 1.2.3
name: app
apiVersion: v2
unknown: {a: [b]}
description: "two\\nlines\\u200b and a\\u00a0blank"
keywords: [a, 1.50, yes]
maintainers: [{url: 'https://x', name: Ann, more: 1}]
deprecated: false
annotations: {b: true, a: 0x10, '10': x}
appVersion: 1.10
dependencies:
  - {alias: db, repository: '', name: postgres, tags: [t], enabled: true, import-values: [data, {parent: p, child: 1.50}]}
`
    expect(goJson(read(text).metadata)).toBe(
      '{"name":"app","version":"1.2.3","description":"two lines and a blank","keywords":["a","1.5","true"],' +
        '"maintainers":[{"name":"Ann","url":"https://x"}],"apiVersion":"v2","appVersion":"1.1",' +
        '"annotations":{"10":"x","a":"16","b":"true"},"dependencies":[{"name":"postgres","repository":"","tags":["t"],' +
        '"enabled":true,"import-values":["data",{"child":1.5,"parent":"p"}],"alias":"db"}],"type":"library"}',
    )
  })

  it('takes a chart without apiVersion for v1, as Helm does', () => {
    expect(read('name: app\nversion: 1.2.3\n')).toMatchObject({ apiVersion: 'v1', metadata: { apiVersion: 'v1' } })
  })

  it('reads keys in any case, as Helm does', () => {
    expect(read('apiVersion: v2\nName: app\nversion: 1.2.3\nappversion: "2"\n')).toMatchObject({
      name: 'app',
      appVersion: '2',
    })
    expect(refused(chart('Version: 1.2.4\n'))).toMatchObject({ code: 'CHART_YAML_INVALID', line: 4 })
  })

  it('follows anchors, aliases and merge keys', () => {
    const text = chart(`appVersion: &v "3.1"
dependencies:
  - &base
    name: redis
    version: ^1.0.0
    repository: https://charts.example.org
  - <<: *base
    alias: cache
    version: *v
`)
    expect(read(text).dependencies).toMatchObject([
      { name: 'redis', version: '^1.0.0', line: 7 },
      { name: 'redis', version: '3.1', alias: 'cache', repository: 'https://charts.example.org' },
    ])
  })

  it('gives each dependency its line and the place of its constraint', () => {
    const text = chart('dependencies:\n  - name: a\n    version: "~1.2"\n    repository: file://../a\n')
    const [dependency] = read(text).dependencies
    expect(dependency?.line).toBe(5)
    expect(text.slice(dependency?.versionSpan?.start, dependency?.versionSpan?.end)).toBe('"~1.2"')
  })

  it.each(['1.2.3', 'v0.5.30', '1.0.0-rc.1+b7', '"1.2"', '0.0.0', '8.0.0-SNAPSHOT', '199.44.12345-Alpha.1+cafe009'])(
    'takes the version %s',
    (version) => {
      expect(read(`apiVersion: v2\nname: app\nversion: ${version}\n`).version).toBe(version.replaceAll('"', ''))
    },
  )
})

describe('a Chart.yaml that is wrong', () => {
  it.each([
    ['version: 0.46.00', /"0.46.00", which has a number with a leading zero/],
    ['version: 2.09', /leading zero/],
    ['version: 01.2.3', /leading zero/],
    ['version: 2.0', /the version 2.0, a number that Helm reads as 2$/],
    ['version: 1.10', /the version 1.10, a number that Helm reads as 1.1$/],
    ['version: 72445e2', /a number that Helm reads as 7.2445e\+06$/],
    ['version: latest', /not a semantic version/],
    ['version: 0.0.0.0', /not a semantic version/],
    ['version: "=1.2.3"', /not a semantic version/],
    ['version: " 1.2.3"', /not a semantic version/],
    ['version: "1.2.3\\u202e"', /not a semantic version/],
    ['version: 1.2.3-01', /not a semantic version/],
    ['version: -x', /not a semantic version/],
    [`version: 1.2.3-${'a'.repeat(130)}`, /longer than 128/],
  ])('refuses %s at its line', (line, message) => {
    expect(refused(`apiVersion: v2\nname: app\n${line}\n`)).toMatchObject({
      code: 'CHART_VERSION_INVALID',
      line: 3,
      message: expect.stringMatching(message),
    })
  })

  it('names the key that was meant when the version is missing', () => {
    expect(refused('apiVersion: v2\nname: app\nBumversion: 1.0.0\n')).toMatchObject({
      code: 'CHART_VERSION_MISSING',
      line: 3,
      hint: 'Is `Bumversion` meant to be `version`?',
    })
    expect(refused('apiVersion: v2\nname: app\nverison: 1.0.0\n').hint).toBe('Is `verison` meant to be `version`?')
    expect(refused('apiVersion: v2\nname: app\nappVersion: 1.0.0\n').hint).toBeUndefined()
    expect(refused('apiVersion: v2\nname: app\nversion:\n')).toMatchObject({ code: 'CHART_VERSION_MISSING', line: 3 })
  })

  it('takes capital letters in a name, which an index may hold', () => {
    expect(readChartYaml('apiVersion: v2\nname: App-UI\nversion: 1.0.0\n', 'Chart.yaml').name).toBe('App-UI')
  })

  it.each(['-x', '../app', 'a/b', 'a..b', 'a_b_', '.', '"a\\u202eb"', '"a b"', "'a\tb'", 'é', 'a'.repeat(251)])(
    'refuses the name %s',
    (name) => {
      expect(refused(`apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`)).toMatchObject({
        code: 'CHART_NAME_INVALID',
        line: 2,
      })
    },
  )

  it('finds conflict markers before it calls the YAML broken', () => {
    const text = 'apiVersion: v2\nname: app\n<<<<<<< HEAD\nversion: 1.0.0\n=======\nversion: 1.1.0\n>>>>>>> branch\n'
    expect(refused(text)).toMatchObject({ code: 'CHART_CONFLICT_MARKERS', line: 3 })
  })

  it.each([
    ['a key twice', chart('version: 2.0.0\n'), 4, /the key version twice, first in line 3/],
    ['several documents', `${chart()}---\nname: b\n`, 4, /several YAML documents/],
    ['a syntax error', chart('home: a: b\n'), 4, /not valid YAML/],
    ['an unknown alias', chart('home: *x\n'), 4, /\*x, which no anchor/],
    ['an anchor in itself', chart('keywords: &x [*x]\n'), 4, /\*x, which no anchor/],
    ['a list', '- a\n', 1, /not a mapping/],
    ['nothing', '# nothing\n', 1, /is empty/],
    ['text as list', chart('keywords: a\n'), 4, /`keywords` that is not a list/],
    ['a list as text', chart('home: [a]\n'), 4, /`home` that is not plain text/],
    ['text as boolean', chart('deprecated: "true"\n'), 4, /neither true nor false/],
    ['a tag', chart('home: !!binary aGk=\n'), 4, /a tag/],
    ['an unknown type', chart('type: app\n'), 4, /the type "app"; Helm knows application and library/],
    ['an unknown apiVersion', 'apiVersion: v3\nname: a\nversion: 1.0.0\n', 1, /"v3"; Helm knows v1 and v2/],
    ['dependencies in v1', 'name: a\nversion: 1.0.0\ndependencies: [{name: b}]\n', 3, /drops/],
    ['an empty maintainer', chart('maintainers:\n  -\n'), 5, /a maintainer that is not a mapping/],
    ['doubled dependencies', chart('dependencies:\n- name: a\n- name: b\n  alias: a\n'), 6, /alias "a"/],
    ['a bad alias', chart('dependencies:\n- name: a\n  alias: a.b\n'), 5, /the alias "a.b"/],
    ['a control character', chart('home: "a\u0007"\n'), 4, /U\+0007/],
    ['a lone carriage return', chart('# a\rversion: 9.9.9\n'), 4, /U\+000D/],
    ['what was no UTF-8', chart('home: "\ufffd"\n'), 4, /U\+FFFD/],
    ['a hidden line', chart('# a\u2028version: 9.9.9\n'), 4, /U\+2028/],
  ])('refuses %s at its line', (_, text, line, message) => {
    expect(refused(text)).toMatchObject({ code: 'CHART_YAML_INVALID', line, message: expect.stringMatching(message) })
  })

  it('is refused, not a crash, when it is made to exhaust the reader', () => {
    const merges = ['a: &m0 {x: y}', ...Array.from({ length: 5000 }, (_, i) => `m${i}: &m${i + 1} {<<: *m${i}}`)]
    const list = Array.from({ length: 30 }, (_, i) => `l${i}: &l${i} [${`*l${i - 1},`.repeat(i ? 10 : 0)}]`)
    const bombs = [
      `a: ${'['.repeat(20_000)}`,
      `${'- '.repeat(20_000)}a`,
      Array.from({ length: 1400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      chart(`home: ${'x'.repeat(1024 * 1024)}\n`),
      chart(`${merges.join('\n')}\nannotations: *m5000\n`),
      chart(`${list.join('\n')}\ndependencies: [{name: a, import-values: *l29}]\n`),
    ]
    for (const bomb of bombs) expect(refused(bomb).code).toBe('CHART_YAML_INVALID')
  })
})

describe('requirements.yaml', () => {
  it('lists the dependencies of a v1 chart', () => {
    const text = 'dependencies:\n- name: a\n  version: 1.x\n  repository: "@stable"\n'
    expect(readRequirements(text, 'r.yaml')).toMatchObject([
      { name: 'a', version: '1.x', repository: '@stable', line: 2 },
    ])
    expect(readRequirements('', 'r.yaml')).toEqual([])
  })
})

describe('a chart that somebody else released', () => {
  it.each([
    ['redis', '2024.01.05'],
    ['Redis', '1.2-beta.1'],
    ['redis_', 'v1'],
    ['redis', '1.9007199254740993'],
  ])('may be %s %s, which we could not publish', (name, version) => {
    const text = `apiVersion: v2\nname: ${name}\nversion: "${version}"\n`
    expect(readExternalChartYaml(text, 'Chart.yaml')).toMatchObject({ name, version })
    expect(() => readChartYaml(text, 'Chart.yaml')).toThrow(/^Chart\.yaml has the (name|version) /)
  })

  it('has the version that Helm sees', () => {
    expect(readExternalChartYaml('name: redis\nversion: 1.10\n', 'Chart.yaml').version).toBe('1.1')
    expect(() => readExternalChartYaml('name: redis\nversion: latest\n', 'Chart.yaml')).toThrow(/"latest"/)
  })
})

describe('a Chart.lock that locks nothing', () => {
  it.each(['', 'dependencies: []\n', 'digest: sha256:abc\n', 'dependencies: []\ndigest: sha256:0\ngenerated: "x"\n'])(
    'needs no digest, as for Helm: %j',
    (text) => {
      expect(readLock(text, 'Chart.lock')).toMatchObject({ entries: [], text })
    },
  )
})

describe('Chart.lock', () => {
  const digest = `sha256:${'ab'.repeat(32)}`

  it('is read with the place of each version and of the digest', () => {
    const text = `dependencies:\n- name: a\n  repository: file://../a\n  version: 1.0.0\ndigest: ${digest}\n`
    const lock = readLock(text, 'Chart.lock')
    expect(lock).toMatchObject({
      digest,
      entries: [{ name: 'a', repository: 'file://../a', version: '1.0.0', line: 2 }],
    })
    const [entry] = lock.entries
    expect(text.slice(entry?.versionSpan.start, entry?.versionSpan.end)).toBe('1.0.0')
    expect(text.slice(lock.digestSpan.start, lock.digestSpan.end)).toBe(digest)
  })

  it.each([
    ['dependencies:\n- name: a\n  repository: ""\n  version: 1.0.0\n', 1],
    [`dependencies:\n- name: a\n  repository: ""\ndigest: ${digest}\n`, 2],
    ['dependencies:\n- name: a\n  repository: ""\n  version: 1.0.0\ndigest: sha256:abc\n', 5],
  ])('is refused when it is not whole', (text, line) => {
    expect(problemIn(() => readLock(text, 'Chart.lock'))).toMatchObject({ code: 'LOCK_INVALID', at: { line } })
  })
})
