import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { findingsOfCommits } from '../../src/bump/conventional/findings.ts'
import { indexEntries } from '../../src/chart/dependencies/repository-index.ts'
import { setVersion } from '../../src/chart/edit/edit.ts'
import { setAnnotation } from '../../src/chart/edit/set-annotation.ts'
import { readChartYaml, readLock } from '../../src/chart/manifest/chart-yaml.ts'
import { lockEntriesFor } from '../../src/chart/manifest/lock.ts'
import { fingerprint } from '../../src/chart/source/fingerprint.ts'
import type { ChartSource } from '../../src/chart/source/source.ts'
import { tooDeepAt } from '../../src/chart/yaml/depth.ts'
import { unsupportedInput } from '../../src/inputs/unsupported-inputs.ts'
import { readSettings } from '../../src/inputs.ts'
import { problemsIn } from '../../src/model/errors.ts'
import { bumpOf } from '../../src/plan/scope/chart-settings.ts'
import { createFiles } from '../../src/platform/files/files.ts'
import { createProcesses } from '../../src/platform/process/processes.ts'
import { credentialsFor } from '../../src/targets/oci/credentials/credentials.ts'
import { endpointOf } from '../../src/targets/oci/transport/endpoint.ts'
import { parseAddress } from '../../src/targets/s3/address.ts'
import { between, type ChartFiles } from '../support/charts/sides.ts'
import { type Bench, openBench, resource } from '../support/helm/renders.ts'
import { anIndexRelease, fullyParsed, indexOf, withReleases } from '../support/index/index-release.ts'
import { failureOf } from '../support/values/failure.ts'
import { settingIn } from '../support/values/settings.ts'

/** What every object has, and nobody put there. */
const NAMES = Object.getOwnPropertyNames(Object.prototype)
async function problemsOf(sources: Parameters<typeof readSettings>[0]) {
  return readSettings(sources).then(
    () => [],
    (error: unknown) => problemsIn(error),
  )
}

/** A name like any other. */
const PLAIN = 'zebra'

/** What a comparison finds, with the name replaced by the plain one, so that both can be held against each other. */
function found(name: string, sides: (name: string) => readonly [ChartFiles, ChartFiles]): string {
  const [old, now] = sides(name)
  const text = JSON.stringify(
    between(old, now).map(({ level, rule, subject, text: words }) => [level, rule, subject, words]),
  )
  return text.replaceAll(name, PLAIN).replaceAll(
    name.replace(/^./, (first) => first.toUpperCase()),
    PLAIN,
  )
}

const template = (text: string, more: ChartFiles = {}): ChartFiles => ({ 'templates/a.yaml': text, ...more })
const comparisons: Readonly<Record<string, (name: string) => readonly [ChartFiles, ChartFiles]>> = {
  'a function of templates': (name) => [
    template(`a: {{ .Values.port | ${name} | quote }}\n`, { 'values.yaml': 'port: ""\n' }),
    template(`a: {{ .Values.listen | ${name} | quote }}\n`, { 'values.yaml': 'listen: ""\n' }),
  ],
  'a function of templates with must': (name) => [
    template(`a: {{ ${name.replace(/^[a-z]/, (first) => `must${first.toUpperCase()}`)} .Values.port }}\n`, {
      'values.yaml': 'port: 1\n',
    }),
    template('a: b\n', { 'values.yaml': 'port: 1\n' }),
  ],
  'a named template': (name) => [
    template(`{{ define "${name}" }}{{ .Values.a }}{{ end }}a: {{ include "${name}" . }}\n`, {
      'values.yaml': 'a: 1\n',
    }),
    template('a: b\n', { 'values.yaml': 'a: 1\n' }),
  ],
  'a named template that is not there': (name) => [
    template(`a: {{ include "${name}" .Values.a }}\n`, { 'values.yaml': 'a: 1\n' }),
    template('a: b\n', { 'values.yaml': 'a: 1\n' }),
  ],
  'a key of values': (name) => [
    template(`a: {{ .Values.${name} }}\nb: {{ .Values.x.${name} }}\n`, {
      'values.yaml': `${name}: 1\nx: {${name}: a}\n`,
    }),
    template(`a: {{ .Values.${name} }}\n`, { 'values.yaml': `${name}: {b: 1}\nx: {}\n` }),
  ],
  'a key of values that is sought by index': (name) => [
    template(`a: {{ index .Values "${name}" "a" }}\n`, { 'values.yaml': `${name}: {a: 1}\n` }),
    template('a: b\n', { 'values.yaml': `${name}: {a: 1}\n` }),
  ],
  'a variable': (name) => [
    template(`{{ $${name} := .Values.a }}a: {{ $${name}.b }}\n`, { 'values.yaml': 'a: {b: 1}\n' }),
    template('a: b\n', { 'values.yaml': 'a: {b: 1}\n' }),
  ],
  'a property of a schema': (name) => [
    { 'values.schema.json': `{"properties": {"${name}": {"type": "string"}, "b": {}}}` },
    { 'values.schema.json': `{"properties": {"${name}": {"type": "object"}}, "required": ["${name}"]}` },
  ],
  'a property that only one schema has': (name) => [
    { 'values.schema.json': '{"type": "object", "properties": {}}' },
    { 'values.schema.json': `{"type": "object", "properties": {"${name}": {"type": "string"}}}` },
  ],
  'a keyword of a schema': (name) => [
    { 'values.schema.json': `{"properties": {"a": {"${name}": 1}}}` },
    { 'values.schema.json': `{"properties": {"a": {"${name}": 2}}}` },
  ],
  'a definition of a schema': (name) => [
    { 'values.schema.json': `{"properties": {"a": {"$ref": "#/definitions/${name}"}}}` },
    { 'values.schema.json': `{"properties": {"a": {"$ref": "#/definitions/${name}"}}, "definitions": {"b": {}}}` },
  ],
  'an annotation': (name) => [
    { 'Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.0\nannotations:\n  ${name}: "1"\n` },
    { 'Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.0\nannotations:\n  ${name}: "2"\n` },
  ],
  'a dependency': (name) => [
    { 'Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n  - {name: ${name}, version: 1.0.0}\n` },
    { 'Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n  - {name: ${name}, version: 2.0.0}\n` },
  ],
  'an alias': (name) => [
    {
      'Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n  - {name: a, alias: ${name}, version: 1.0.0}\n`,
    },
    { 'Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n  - {name: a, version: 1.0.0}\n' },
  ],
  'a file': (name) => [
    template(`a: {{ .Files.Get "${name}" }}\n`, { [`files/${name}`]: 'a' }),
    template(`a: {{ .Files.Get "${name}" }}\n`, { [`files/${name}`]: 'b' }),
  ],
}

describe.each(NAMES)('%s is a name like any other', (name) => {
  it.each(Object.entries(comparisons))('for %s', (_, sides) => {
    expect(found(name, sides)).toBe(found(PLAIN, sides))
  })

  it('for a type of commits', () => {
    const commits = [{ commit: 'a'.repeat(40), message: `${name}: something\n\n${name}: more\n` }]
    expect(findingsOfCommits({ commits, names: [], others: [] })).toEqual([])
    const scoped = [{ commit: 'a'.repeat(40), message: `feat(${name}): something` }]
    expect(findingsOfCommits({ commits: scoped, names: [], others: [name] })).toEqual([])
  })

  it('for a word of YAML, behind which nesting still counts', () => {
    expect(tooDeepAt(`${name}: ${name}\na: ${name}\nb: ${'['.repeat(20_000)}`)).toBeGreaterThan(0)
  })

  it('for a chart in an index', () => {
    for (const index of [
      'entries:\n  app: []\n',
      'entries: {app: []}\n',
      '{"entries": {"app": []}}',
      '{"entries": {"app": []}, "x": {"entries": 1}}',
    ]) {
      expect(indexEntries(index, name)).toEqual([])
    }
    const one = [{ version: '1.0.0', urls: ['a'] }]
    expect(indexEntries(`{"entries": {"${name}": [{"version": "1.0.0", "urls": ["a"]}]}}`, name)).toEqual(one)
    expect(indexEntries(`entries: {"${name}": [{version: 1.0.0, urls: [a]}]}\n`, name)).toEqual(one)
    const index = indexOf(`apiVersion: v1\nentries:\n  app: []\n`)
    expect(index.find({ name, version: '1.0.0' })).toBeUndefined()
    expect(index.versions(name)).toEqual([])
  })

  it('for a chart that comes into an index', () => {
    const added = withReleases('apiVersion: v1\nentries:\n  app: []\n', anIndexRelease({ name }))
    expect(fullyParsed(added).get(name)).toHaveLength(1)
    expect(indexOf(added).versions(name)).toHaveLength(1)
  })

  it('for a registry', async () => {
    expect(endpointOf(name.toLowerCase(), [])).toEqual({
      host: name.toLowerCase(),
      origin: `https://${name.toLowerCase()}`,
    })
  })

  it('for an option of a target, and for an input', async () => {
    const { message } = await failureOf(() => parseAddress(`s3://bucket?${name}=1`))
    expect(message).toContain(`has the option "${name}"`)
    expect(unsupportedInput(name.toLowerCase(), 'a')).toBeUndefined()
    const inputs = { [name.toLowerCase()]: 'a' }
    const problems = await problemsOf({ inputs, environment: {}, configText: '' })
    expect(problems.map(({ code }) => code)).toContain('INPUT_UNKNOWN')
  })

  it('for a chart with settings by its folder', async () => {
    const configText = 'charts:\n  charts/a:\n    bump: major\n'
    const settings = await readSettings({ inputs: {}, environment: { GITHUB_REPOSITORY_OWNER: 'acme' }, configText })
    const chart = { path: 'charts/a', manifest: { name } } as ChartSource
    expect(bumpOf(chart, settings)).toEqual({ value: expect.anything(), source: 'config' })
    const other = { path: 'charts/b', manifest: { name } } as ChartSource
    expect(bumpOf(other, settings)).toEqual(settingIn(settings, 'bump'))
  })

  it.each([
    (key: string) => `${key}: 1\n`,
    (key: string) => `defaults:\n  ${key}: 1\n`,
    (key: string) => `charts:\n  app:\n    ${key}: 1\n`,
    (key: string) => `dependencies:\n  ${key}: 1\n`,
    (key: string) => `trusted-signers:\n  - ${key}: 1\n`,
  ])('for a key of the config file, %#', async (text) => {
    const codesFor = async (key: string) => {
      const sources = { inputs: {}, environment: { GITHUB_REPOSITORY_OWNER: 'acme' }, configText: text(key) }
      return (await problemsOf(sources)).map(({ code, message }) => [code, message.replaceAll(key, PLAIN)])
    }
    expect(await codesFor(name)).toEqual(await codesFor(PLAIN))
  })

  it('for an annotation, which stays, counts and can be set', () => {
    const text = `apiVersion: v2\nname: app\nversion: 1.0.0\nannotations:\n  ${name}: "1"\n  b: c\n`
    const manifest = readChartYaml(text, 'Chart.yaml')
    expect(Object.entries(manifest.metadata.annotations ?? {})).toEqual(
      [
        [name, '1'],
        ['b', 'c'],
      ].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    )
    expect(setVersion(manifest, '1.0.1')).toBe(text.replace('1.0.0', '1.0.1'))
    const set = readChartYaml(setAnnotation(manifest, name, 'new\n'), 'Chart.yaml')
    expect(Object.entries(set.metadata.annotations ?? {})).toContainEqual([name, 'new\n'])
    const other = readChartYaml(text.replace('"1"', '"2"'), 'Chart.yaml')
    const print = (metadata: typeof manifest.metadata) => fingerprint({ ...manifest, metadata }, [], undefined, [])
    expect(print(manifest.metadata)).not.toBe(print(other.metadata))
  })

  it('for a dependency and its lock', () => {
    const { dependencies } = readChartYaml(
      `apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n  - {name: ${name}, version: 1.0.0}\n`,
      'Chart.yaml',
    )
    const digest = `sha256:${'a'.repeat(64)}`
    const lock = (of: string) =>
      readLock(`dependencies:\n  - {name: ${of}, version: 1.0.0, repository: ""}\ndigest: ${digest}\n`, 'Chart.lock')
    expect(lockEntriesFor(dependencies, lock(name))[0]?.name).toBe(name)
    expect(lockEntriesFor(dependencies, lock('other'))).toEqual([undefined])
  })
})

it('a value that was read through toString is gone with its key', () => {
  const [old, now] = comparisons['a function of templates']?.('toString') ?? [{}, {}]
  expect(between(old, now).map(({ level, rule, subject }) => `${level} ${rule} ${subject}`)).toEqual([
    'major values/removed port',
    'minor values/added listen',
    'patch templates/changed templates/a.yaml',
    'patch files/changed values.yaml',
  ])
})

describe('names that every object has', () => {
  let root: string
  let bench: Bench
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'names-'))
    bench = await openBench(root)
  })
  afterAll(async () => {
    await bench.close()
    await rm(root, { recursive: true, force: true })
  })

  it('may be kinds, groups, fields and labels of what is rendered', async () => {
    const all = (names: readonly string[], value: string, version: string) =>
      names
        .map((name, index) => {
          const body = `spec:\n  ${name}: ${value}\n  secretRef: {name: ${name.toLowerCase().replaceAll('_', '')}}\n`
          return resource(name, `n${index}`, body, `${name}/${version}`).replace(
            'metadata:',
            `metadata:\n  labels: {"${name}": "${value}"}`,
          )
        })
        .join('---\n')
    const findings = async (names: readonly string[]) => {
      const now = all(names, 'b', 'v2').replaceAll('/v2', 'x/v2')
      return (await bench.findings({ 'templates/a.yaml': all(names, 'a', 'v1') }, { 'templates/a.yaml': now })).map(
        ({ level, rule }) => `${level} ${rule}`,
      )
    }
    const names = NAMES.filter((name) => name !== '__proto__')
    const plain = names.map((_, index) => `Zebra${index}`)
    expect(await findings(names)).toEqual(await findings(plain))
  })

  it('are hosts like any other in a file of credentials', async () => {
    await mkdir(join(root, '.docker'))
    await writeFile(join(root, '.docker', 'config.json'), '{"auths": {}, "credHelpers": {}}')
    const context = {
      files: createFiles(),
      processes: createProcesses(),
      environment: { HOME: root, PATH: '' },
      secrets: { add: () => {}, redact: (text: string) => text, redactData: (text: string) => text },
      settings: { plainHttp: [] },
    }
    for (const name of NAMES) expect(await credentialsFor(name, context)('charts/app')).toBeUndefined()
  })
})
