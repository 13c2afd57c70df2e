import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { lockDigest } from '../../../../src/chart/manifest/lock.ts'
import type { Sources } from '../../../../src/chart/source/source.ts'
import { aRepository, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn, sourcesIn } from '../../../support/helm/packaging.ts'

type Texts = Readonly<Record<string, string | null>>

const CHART = `apiVersion: v2
name: app
description: An app
version: 1.2.3
appVersion: "7"
annotations:
  artifacthub.io/changes: |
    - first
  licence: Apache-2.0
dependencies:
  - name: lib
    version: ^1.0.0
    repository: file://../lib
`
const lockOf = (version: string, repository = 'file://../lib') => {
  const entries = [{ name: 'lib', version, repository }]
  const fields = { name: 'lib', version: '^1.0.0', repository: 'file://../lib' }
  return `dependencies:
- name: lib
  repository: ${repository}
  version: ${version}
digest: ${lockDigest([{ fields: { name: fields.name, repository: fields.repository, version: fields.version } }], entries)}
generated: "2026-01-01T00:00:00Z"
`
}

const base: Texts = {
  'app/Chart.yaml': CHART,
  'app/Chart.lock': lockOf('1.0.0'),
  'app/.helmignore': 'README.md\nci/\n',
  'app/values.yaml': 'a: 1\n',
  'app/README.md': 'read me\n',
  'app/ci/test.yaml': 'b: 2\n',
  'app/templates/a.yaml': '# a\n',
  'lib/Chart.yaml':
    'apiVersion: v2\nname: lib\nversion: 1.0.0\ntype: library\ndependencies:\n  - name: core\n    version: 0.1.0\n    repository: file://../core\n',
  'lib/templates/_lib.tpl': '{{/* lib */}}\n',
  'core/Chart.yaml': 'apiVersion: v2\nname: core\nversion: 0.1.0\n',
  'core/values.yaml': 'c: 3\n',
}

const chart = (change: (text: string) => string): Texts => ({ 'app/Chart.yaml': change(CHART) })

/** What must not look like another content of `app`: a release moves it, or the package does not hold it. */
const same: Readonly<Record<string, Texts>> = {
  'its version': chart((text) => text.replace('1.2.3', '9.9.9')),
  'its appVersion': chart((text) => text.replace('"7"', '"8"')),
  'no appVersion at all': chart((text) => text.replace('appVersion: "7"\n', '')),
  'comments, order and quotes in Chart.yaml': chart(
    (text) =>
      `# a comment\nversion: "1.2.3" # this one\n${text.replace('version: 1.2.3\n', '').replace('An app', '"An app"')}`,
  ),
  'CRLF in Chart.yaml': chart((text) => text.replaceAll('\n', '\r\n')),
  'keys that Helm does not know': chart((text) => `${text}unknown: x\n`),
  'the notes of a release': chart((text) => text.replace('- first', '- second\n    - third')),
  'no notes of a release': chart((text) => text.replace('  artifacthub.io/changes: |\n    - first\n', '')),
  'a file that Helm ignores': { 'app/README.md': 'read me again\n', 'app/ci/more.yaml': 'x\n' },
  'the time and digest in its lock': {
    'app/Chart.lock': lockOf('1.0.0')
      .replace('2026-01-01', '2026-02-02')
      .replace(/sha256:\w+/, `sha256:${'0'.repeat(64)}`),
  },
  'the notes of a chart it depends on': {
    'lib/Chart.yaml': `${base['lib/Chart.yaml']}annotations:\n  artifacthub.io/changes: x\n`,
  },
}

/** What must look like another content. */
const different: Readonly<Record<string, Texts>> = {
  'a template': { 'app/templates/a.yaml': '# b\n' },
  'a new file': { 'app/templates/b.yaml': '' },
  'a file less': { 'app/templates/a.yaml': null },
  'a file of another name': { 'app/templates/a.yaml': null, 'app/templates/b.yaml': '# a\n' },
  'a comment in values.yaml, which is packaged as it is': { 'app/values.yaml': 'a: 1 # one\n' },
  'what is ignored': { 'app/.helmignore': 'ci/\nREADME.md\n' },
  'its description': chart((text) => text.replace('An app', 'The app')),
  'its name': chart((text) => text.replace('name: app', 'name: application')),
  'an annotation that is about the chart': chart((text) => text.replace('Apache-2.0', 'MIT')),
  'the constraint of a dependency': chart((text) => text.replace('^1.0.0', '~1.0.0')),
  'the version in its lock': { 'app/Chart.lock': lockOf('1.0.1') },
  'the repository in its lock': { 'app/Chart.lock': lockOf('1.0.0', 'https://example.test') },
  'no lock': { 'app/Chart.lock': null },
  'a template of a chart it depends on': { 'lib/templates/_lib.tpl': '{{/* other */}}\n' },
  'the version of a chart it depends on': {
    'lib/Chart.yaml': (base['lib/Chart.yaml'] ?? '').replace('version: 1.0.0', 'version: 1.0.1'),
  },
  'values of a chart that its dependency depends on': { 'core/values.yaml': 'c: 4\n' },
  'the version of a chart that its dependency depends on': {
    'core/Chart.yaml': 'apiVersion: v2\nname: core\nversion: 0.1.1\n',
    'lib/Chart.yaml': base['lib/Chart.yaml'] ?? '',
  },
}

let repository: TestRepository
let sources: Sources
const folderOf = (name: string) => `v/${name.replaceAll(' ', '-')}`

beforeAll(async () => {
  const variants: Readonly<Record<string, Texts>> = { base: {}, 'of/another/place': {}, ...same, ...different }
  const files = Object.entries(variants).flatMap(([name, changes]) =>
    Object.entries({ ...base, ...changes }).flatMap(([path, text]) =>
      text === null ? [] : [[`${folderOf(name)}/${path}`, text] as const],
    ),
  )
  repository = await aRepository({ files: Object.fromEntries(files) })
  sources = await sourcesIn(
    gitIn(repository.folder),
    Object.keys(variants).map((name) => `${folderOf(name)}/app`),
  )
})
afterAll(() => repository.remove())

const printOf = (name: string) => {
  const found = sources.charts.get(`${folderOf(name)}/app`)
  if (!found) throw sources.problems.get(`${folderOf(name)}/app`) ?? new Error(name)
  return found.fingerprint
}

describe('a fingerprint', () => {
  it('is a digest', () => {
    expect(printOf('base')).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('is the same wherever the chart stands in the repository', () => {
    expect(printOf('of/another/place')).toBe(printOf('base'))
  })

  it.each(Object.keys(same))('stays with %s', (name) => {
    expect(printOf(name)).toBe(printOf('base'))
  })

  it.each(Object.keys(different))('changes with %s', (name) => {
    expect(printOf(name)).not.toBe(printOf('base'))
  })

  it('tells every one of these changes from every other', () => {
    const prints = Object.keys(different).map(printOf)
    expect(new Set(prints).size).toBe(prints.length)
  })
})

describe('a fingerprint over commits', () => {
  let small: TestRepository
  const now = async (path = 'app') => {
    const git = gitIn(small.folder)
    const { charts, problems } = await sourcesIn(git, [path])
    const found = charts.get(path)
    if (!found) throw problems.get(path) ?? new Error(path)
    return found.fingerprint
  }
  beforeAll(async () => {
    small = await aRepository({
      files: {
        LICENSE: 'a licence\n',
        'app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\n',
        'app/tool.sh': '#!/bin/sh\n',
        'shared/a.yaml': 'a\n',
        'other/templates/x.yaml': 'x\n',
      },
    })
  })
  afterAll(() => small.remove())

  it('does not see mode bits, which no package holds', async () => {
    const before = await now()
    await small.git('update-index', '--chmod=-x', 'app/tool.sh')
    await small.git('commit', '--quiet', '-m', 'chore: mode')
    expect(await now()).toBe(before)
  })

  it('does not see the work tree or the index', async () => {
    const before = await now()
    await small.write({ 'app/values.yaml': 'untracked: 1\n', 'app/tool.sh': 'modified\n' })
    await small.git('add', 'app/tool.sh')
    expect(await now()).toBe(before)
    await small.git('reset', '--quiet', '--hard')
    await small.git('clean', '-qfd')
  })

  it('follows links: what they lead to counts, not how', async () => {
    await symlink('../LICENSE', join(small.folder, 'app/LICENSE'))
    await symlink('../shared', join(small.folder, 'app/files'))
    await symlink('../other/templates/x.yaml', join(small.folder, 'app/x.yaml'))
    await small.commit('feat: links', {})
    const linked = await now()
    await small.commit('fix: the licence', { LICENSE: 'another licence\n' })
    const licence = await now()
    await small.commit('fix: a template of a sibling', { 'other/templates/x.yaml': 'y\n' })
    const template = await now()
    await small.commit('feat: one more in the linked folder', { 'shared/b.yaml': 'b\n' })
    const more = await now()
    expect(new Set([linked, licence, template, more]).size).toBe(4)
    await small.commit('fix: what no link leads to', { 'other/templates/z.yaml': 'z\n' })
    expect(await now()).toBe(more)
    await small.commit('refactor: a copy instead of a link', { 'app/LICENSE': null })
    await small.commit('refactor: the copy', { 'app/LICENSE': 'another licence\n' })
    expect(await now()).toBe(more)
  })

  it('of a chart at the root does not see what .helmignore leaves out', async () => {
    await small.commit('feat: a chart at the root', {
      'Chart.yaml': 'apiVersion: v2\nname: root\nversion: 1.0.0\n',
      '.helmignore': '/app/\n/other/\n/shared/\n',
    })
    const before = await now('.')
    await small.commit('fix: app', { 'app/values.yaml': 'a: 2\n' })
    expect(await now('.')).toBe(before)
    await small.commit('fix: root', { 'values.yaml': 'a: 2\n' })
    expect(await now('.')).not.toBe(before)
  })
})
