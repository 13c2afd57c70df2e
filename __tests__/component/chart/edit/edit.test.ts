import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { setAppVersion, setDependencyVersion, setVersion, updateLock } from '../../../../src/chart/edit/edit.ts'
import { readChartYaml, readLock, readRequirements } from '../../../../src/chart/manifest/chart-yaml.ts'
import type { Dependency } from '../../../../src/model/chart.ts'
import type { ReleaseError } from '../../../../src/model/errors.ts'
import { type HelmMajor, helmPath } from '../../../support/helm/helm.ts'
import { problemIn } from '../../../support/values/failure.ts'

const file = 'charts/app/Chart.yaml'
const head = 'apiVersion: v2\nname: app\n'
const bump = (text: string, version = '2.0.0') => setVersion(readChartYaml(text, file), version)
const app = (text: string, value: string) => setAppVersion(readChartYaml(text, file), value)

describe('setting the version', () => {
  it.each([
    ['version: 1.2.3', 'version: 2.0.0'],
    ['version: 1.2.3  # renovate', 'version: 2.0.0  # renovate'],
    ['version: "1.2.3"', 'version: "2.0.0"'],
    ["version:   '1.2.3'", "version:   '2.0.0'"],
    ['version: &v 1.2.3', 'version: &v 2.0.0'],
    ['version: !!str 1.2.3', 'version: !!str 2.0.0'],
    ['"version" : 1.2.3', '"version" : 2.0.0'],
    ['version: "1.2"', 'version: "2.0.0"'],
    ['? version\n: 1.2.3', '? version\n: 2.0.0'],
  ])('turns %j into %j and nothing else', (before, after) => {
    for (const eol of ['\n', '\r\n']) {
      const around = (line: string) => `# top\n${head}${line}\nhome: x # y`.replaceAll('\n', eol)
      expect(bump(around(before))).toBe(around(after))
    }
  })

  it('replaces an alias by the version, so that the anchor’s own value stays', () => {
    expect(bump(`${head}appVersion: &v 1.2.3\nversion: *v\n`)).toBe(`${head}appVersion: &v 1.2.3\nversion: 2.0.0\n`)
  })

  it('works in a chart written as one line of JSON, and keeps a byte order mark', () => {
    expect(bump('\ufeff{"name":"app","version":"1.2.3","apiVersion":"v2"}')).toBe(
      '\ufeff{"name":"app","version":"2.0.0","apiVersion":"v2"}',
    )
  })

  it.each(['version: >-\n  1.2.3\n', 'version: "1.2.3\\\n  -rc"\n'])('refuses a value over several lines', (lines) => {
    expect(problemIn(() => bump(head + lines))).toMatchObject({ code: 'CHART_EDIT_REFUSED', at: { file, line: 3 } })
  })

  it.each([
    ['appVersion: *v\n', 4, '`appVersion`, too'],
    ['home: x\nappVersion: *v\n', 5, '`appVersion`, too'],
    ['annotations:\n  a: b\n  c: *v\n', 6, '`annotations.c`, too'],
    ['dependencies:\n  - name: a\n  - name: b\n    version: *v\n', 7, '`dependencies.1.version`, too'],
    ['keywords: [a, *v]\n', 4, '`keywords.1`, too'],
    ['x-ours:\n  unknown-to-helm: *v\n', 5, '`x-ours.unknown-to-helm`, too'],
    ['? *v\n: x\n', 4, '`1.2.3`, too'],
  ])('refuses a version whose anchor moves more: %j', (rest, line, what) => {
    const problem = problemIn(() => bump(`${head}version: &v 1.2.3\n${rest}`))
    expect(problem).toMatchObject({ code: 'CHART_EDIT_REFUSED', at: { file, line } })
    expect(problem.message).toBe(`${file} can't be changed as meant without changing ${what}`)
  })

  it('takes an anchor that nothing uses, or that came again', () => {
    const twice = (version: string) => `${head}version: &v ${version}\nappVersion: &v "1"\nhome: *v\n`
    expect(bump(twice('1.2.3'))).toBe(twice('2.0.0'))
  })

  it('refuses a version in a mapping that is merged from elsewhere', () => {
    const text = `x-base: &base\n  version: 1.2.3\napiVersion: v2\nname: app\n<<: *base\n`
    expect(problemIn(() => bump(text))).toMatchObject({ code: 'CHART_EDIT_REFUSED', at: { file, line: 5 } })
  })

  it('refuses what is no version', () => {
    expect(problemIn(() => bump(`${head}version: 1.0.0\n`, '1.0.0\nname: b')).code).toBe('CHART_VERSION_INVALID')
  })
})

describe('a line that begins with a tab', () => {
  // Helm takes it for the continuation of a plain value, and for nothing else.
  const below = (line: string, tab = ' \t\n') => `${head}version: 1.0.0\n${line}\n${tab}home: x\n`
  const naive = below('appVersion: "2"')

  it.each([
    ['below the value that is replaced', below('appVersion: v1'), (text: string) => app(text, '2'), 5],
    ['below comments', below('appVersion: v1', '\n# c\n  \t# d\n'), (text: string) => app(text, '2'), 7],
    [
      'below the version, where a line is added',
      `${head}version: 1.0.0\n \t\nhome: x\n`,
      (text: string) => app(text, '2'),
      4,
    ],
    ['at the end', `${head}version: 1.0.0\nappVersion: v1\n \t`, (text: string) => app(text, '1.10'), 5],
    ['with line ends of Windows', below('appVersion: v1\r', ' \t\r\n'), (text: string) => app(text, '2'), 5],
    [
      'below a constraint',
      `dependencies:\n- name: a\n  version: v1\n \t\n  repository: ""\n`,
      (text: string) => {
        const [dependency] = readRequirements(text, 'requirements.yaml')
        return setDependencyVersion(text, dependency as Dependency, '>=2.0.0', 'requirements.yaml')
      },
      4,
    ],
  ])('is refused at its line where a value in quotes would come above it: %s', (_, text, edit, line) => {
    expect(problemIn(() => edit(text))).toMatchObject({ code: 'CHART_EDIT_REFUSED', at: { line } })
  })

  it('is left alone where the new value is plain, too, or quoted already', () => {
    expect(app(below('appVersion: v1'), 'v2')).toBe(below('appVersion: v2'))
    expect(bump(`${head}version: 1.0.0\n \t\nhome: x\n`, '1.0.1')).toBe(`${head}version: 1.0.1\n \t\nhome: x\n`)
  })

  it.each([3, 4] as const)('is read by Helm %s as it is said here', async (major) => {
    expect(await helmReads(major, below('appVersion: v1'))).toBe(true)
    expect(await helmReads(major, below('appVersion: v2'))).toBe(true)
    expect(await helmReads(major, naive)).toBe(false)
  })
})

async function helmReads(major: HelmMajor, text: string): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'tabs-'))
  await writeFile(join(folder, 'Chart.yaml'), text)
  const helm = await helmPath(major)
  const env = { PATH: process.env.PATH, HOME: folder }
  const failed = await new Promise((resolve) => execFile(helm, ['show', 'chart', folder], { env }, resolve))
  await rm(folder, { recursive: true })
  return failed === null
}

describe('setting the appVersion', () => {
  const chart = (line: string) => `${head}version: 1.0.0\n${line}home: x\n`

  it('refuses one whose anchor moves more', () => {
    const text = chart('appVersion: &a "1"\nannotations: {b: *a}\n')
    expect(problemIn(() => app(text, '2'))).toMatchObject({ code: 'CHART_EDIT_REFUSED', at: { file, line: 5 } })
    const version = `${head}appVersion: &a 1.0.0\nversion: *a\n`
    expect(problemIn(() => app(version, '2'))).toMatchObject({ code: 'CHART_EDIT_REFUSED', at: { file, line: 4 } })
  })

  it('replaces an alias by the value, so that nothing else moves', () => {
    expect(app(`${head}version: &v 1.2.3\nappVersion: *v\n`, '2')).toBe(`${head}version: &v 1.2.3\nappVersion: "2"\n`)
  })

  it.each([
    ['appVersion: v1\n', '1.10', 'appVersion: "1.10"\n'],
    ['appVersion: v1\n', '1.10.0', 'appVersion: 1.10.0\n'],
    ['appVersion: v1\n', 'abc1234', 'appVersion: abc1234\n'],
    ['appVersion: v1\n', '1234567', 'appVersion: "1234567"\n'],
    ['appVersion: v1\n', '12e4567', 'appVersion: "12e4567"\n'],
    ['appVersion: v1\n', '2026-01-02', 'appVersion: "2026-01-02"\n'],
    ['appVersion: v1\n', 'yes', 'appVersion: "yes"\n'],
    ['appVersion: v1\n', 'null', 'appVersion: "null"\n'],
    ['appVersion: v1\n', 'a: b # c', 'appVersion: "a: b # c"\n'],
    ['appVersion: v1\n', '"\\', 'appVersion: "\\"\\\\"\n'],
    ["appVersion: 'v1' # x\n", "it's", "appVersion: 'it''s' # x\n"],
    ['appVersion: 7\n', '8', 'appVersion: "8"\n'],
    ['appVersion: # none yet\n', '8.1.0', 'appVersion: 8.1.0 # none yet\n'],
    ['appVersion:\n', '8.1.0', 'appVersion: 8.1.0\n'],
    ['appVersion: null\n', '8.1.0', 'appVersion: 8.1.0\n'],
    ['appVersion: ""\n', '8.1.0', 'appVersion: "8.1.0"\n'],
  ])('in %j to %j gives %j', (before, value, after) => {
    expect(app(chart(before), value)).toBe(chart(after))
  })

  it('adds one line after the version where there is none, in the style of the file', () => {
    expect(app(`${head}version: 1.0.0 # x\nhome: y\n`, '2')).toBe(
      `${head}version: 1.0.0 # x\nappVersion: "2"\nhome: y\n`,
    )
    expect(app('  name: app\r\n  version: 1.0.0\r\n  home: y', 'v2')).toBe(
      '  name: app\r\n  version: 1.0.0\r\n  appVersion: v2\r\n  home: y',
    )
    expect(app(`${head}version: 1.0.0`, 'v2')).toBe(`${head}version: 1.0.0\nappVersion: v2`)
  })

  it('refuses where a line can’t be added safely', () => {
    for (const text of [
      '{name: app, version: 1.0.0}',
      '{\n  name: app,\n  version: 1.0.0\n}\n',
      '? name\n: app\n? version\n: 1.0.0\n',
    ]) {
      expect(problemIn(() => app(text, 'v2')).code).toBe('CHART_EDIT_REFUSED')
    }
  })

  it.each(['', 'a\nname: b', 'a\u2028b', '\u202eb', 'a\u0000', 'a\ufffd', '\uffff'])(
    'refuses the value %j',
    (value) => {
      expect(problemIn(() => app(chart(''), value)).code).toBe('APP_VERSION_INVALID')
    },
  )

  it('reads back as the value that was set, whatever it is, and touches one line', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    const line = fc.constantFrom('', 'appVersion: 1\n', "appVersion: '1'\n", 'appVersion: "1" # c\n', 'appVersion:\n')
    fc.assert(
      fc.property(value, line, (text, before) => {
        const original = chart(before)
        let edited: string
        try {
          edited = app(original, text)
        } catch (error) {
          expect((error as ReleaseError).code).toBe('APP_VERSION_INVALID')
          return
        }
        expect(readChartYaml(edited, file).appVersion).toBe(text)
        const rest = edited.split('\n').filter((one) => !one.startsWith('appVersion:'))
        expect(rest).toEqual(original.split('\n').filter((one) => !one.startsWith('appVersion:')))
      }),
    )
  })
})

describe('carrying a dependency along', () => {
  it('changes the constraint of exactly one dependency', () => {
    const text = `${head}version: 1.0.0
dependencies:
  - name: a
    version: 0.3.0 # pinned
    repository: file://../a
  - {name: b, version: "~1.2", repository: file://../b}
`
    const [a, b] = readChartYaml(text, file).dependencies
    if (!a || !b) throw new Error('two dependencies were written')
    expect(setDependencyVersion(text, a, '0.3.1')).toBe(text.replace('0.3.0 # pinned', '0.3.1 # pinned'))
    expect(setDependencyVersion(text, b, '>=1.3.0, <2')).toBe(text.replace('~1.2', '>=1.3.0, <2'))
    expect(setDependencyVersion(text, a, '>=1.3.0')).toBe(text.replace('0.3.0', '">=1.3.0"'))
    expect(problemIn(() => setDependencyVersion(text, a, 'latest')).code).toBe('CONSTRAINT_INVALID')
  })

  it('updates entries and digest of a lock together', () => {
    const digest = (letter: string) => `sha256:${letter.repeat(64)}`
    const text = `dependencies:\r\n- name: a\r\n  repository: ""\r\n  version: 1.0.0\r\n- name: b\r\n  repository: ""\r\n  version: '1.9.0'\r\ndigest: ${digest('a')}\r\ngenerated: "2026"\r\n`
    const changed = updateLock(
      readLock(text, 'Chart.lock'),
      new Map([
        [1, '1.10.0'],
        [0, '10.0.0'],
      ]),
      digest('b'),
    )
    expect(changed).toBe(text.replace('1.0.0', '10.0.0').replace('1.9.0', '1.10.0').replace(digest('a'), digest('b')))
  })

  it('refuses a constraint, a version or a digest whose anchor moves more', () => {
    const text = `${head}version: 1.0.0\ndependencies:\n  - {name: a, version: &d 1.0.0}\n  - {name: b, version: *d}\n`
    const [a, b] = readChartYaml(text, file).dependencies
    if (!a || !b) throw new Error('two dependencies were written')
    const refused = (line: number) => ({ code: 'CHART_EDIT_REFUSED', at: { line } })
    expect(problemIn(() => setDependencyVersion(text, a, '1.0.1'))).toMatchObject(refused(6))
    expect(setDependencyVersion(text, b, '1.0.1')).toBe(text.replace('*d', '1.0.1'))
    const digest = `sha256:${'a'.repeat(64)}`
    const lock = (first: string, second: string, made: string) =>
      readLock(
        `dependencies:\n- {name: a, version: ${first}}\n- {name: b, version: ${second}}\ndigest: ${made}\n`,
        'Chart.lock',
      )
    const moved = new Map([[0, '1.0.1']])
    expect(problemIn(() => updateLock(lock('&v 1.0.0', '*v', digest), moved, digest))).toMatchObject(refused(3))
    const both = new Map([...moved, [1, '1.0.1']])
    expect(updateLock(lock('&v 1.0.0', '*v', digest), both, digest)).toContain(
      'version: &v 1.0.1}\n- {name: b, version: 1.0.1}',
    )
    const shared = readLock(`digest: &s ${digest}\ngenerated: *s\ndependencies: []\n`, 'Chart.lock')
    expect(problemIn(() => updateLock(shared, new Map(), `sha256:${'b'.repeat(64)}`))).toMatchObject(refused(2))
  })
})
