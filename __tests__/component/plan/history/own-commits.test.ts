import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { ownCommits } from '../../../../src/plan/history/own-commits.ts'
import { aRepository, type Files, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn } from '../../../support/helm/packaging.ts'

const OWN = 'oci://ghcr.io/acme/charts'
const libYaml = 'apiVersion: v2\nname: lib\nversion: 1.0.0\n'
const appYaml = `apiVersion: v2
name: app
version: 1.0.0 # by the release
appVersion: "7"
description: An app
annotations:
  team: web
dependencies:
  - name: lib
    version: 1.0.0
    repository: file://../lib
  - name: shared
    version: ^2.0.0
    repository: ${OWN}
  - name: redis
    version: 18.0.0
    repository: https://charts.example.com
`
const lock = `dependencies:
- name: lib
  repository: file://../lib
  version: 1.0.0
- name: shared
  repository: ${OWN}
  version: 2.0.0
- name: redis
  repository: https://charts.example.com
  version: 18.0.0
digest: sha256:${'a'.repeat(64)}
generated: "2026-01-01T00:00:00Z"
`
const changelog = '# Changelog\n\n## 1.0.0\n\n- First\n'
const files = {
  'charts/lib/Chart.yaml': libYaml,
  'charts/app/Chart.yaml': appYaml,
  'charts/app/Chart.lock': lock,
  'charts/app/CHANGELOG.md': changelog,
  'charts/app/values.yaml': 'a: 1\n',
  'charts/old/Chart.yaml': 'apiVersion: v1\nname: old\nversion: 1.0.0\n',
  'charts/old/requirements.yaml': 'dependencies:\n  - name: lib\n    version: 1.0.0\n    repository: file://../lib\n',
} as const

let repository: TestRepository
let first: string

beforeAll(async () => {
  repository = await aRepository({ files })
  first = (await repository.remote()) ?? ''
})
afterAll(async () => {
  await repository.remove()
})
beforeEach(async () => {
  await repository.git('checkout', '--quiet', '--force', '--detach', first)
  await repository.git('clean', '--quiet', '-fdx')
})

/** Always with the words that a bump has. */
async function isOwn(changed: Files): Promise<boolean> {
  await repository.write(changed)
  await repository.git('add', '--all')
  await repository.git('commit', '--quiet', '--message', 'chore(release): app 1.0.1\n\nRelease-Charts: bump')
  return ownCommits(gitIn(repository.folder), [{ address: OWN, holds: () => true }]).isOwn(
    await repository.git('rev-parse', 'HEAD'),
  )
}

const app = (...changes: readonly (readonly [string, string])[]): Files => {
  const text = changes.reduce((now, [old, other]) => {
    if (!now.includes(old)) throw new Error(`there is no ${old}`)
    return now.replace(old, other)
  }, appYaml as string)
  return { 'charts/app/Chart.yaml': text }
}
const moved = ['version: 1.0.0 #', 'version: 1.0.1 #'] as const

describe('a commit is ours by what it changes', () => {
  it.each<[string, Files]>([
    ['a version', app(moved)],
    ['an appVersion with it', app(moved, ['"7"', '"8"'])],
    [
      'the changes that Artifact Hub shows',
      app(moved, [
        '  team: web',
        '  artifacthub.io/changes: |\n    - kind: added\n      description: "x"\n  team: web',
      ]),
    ],
    [
      'a dependency on a chart of the same commit, and its lock',
      {
        'charts/lib/Chart.yaml': libYaml.replace('1.0.0', '2.0.0'),
        ...app(moved, ['    version: 1.0.0', '    version: 2.0.0']),
        'charts/app/Chart.lock': lock.replace('version: 1.0.0', 'version: 2.0.0').replace('aaaa', 'bbbb'),
        'charts/old/Chart.yaml': 'apiVersion: v1\nname: old\nversion: 1.0.1\n',
        'charts/old/requirements.yaml': files['charts/old/requirements.yaml'].replace('1.0.0', '2.0.0'),
      },
    ],
    [
      'a dependency that this repository publishes',
      {
        ...app(moved, ['^2.0.0', '^3.0.0']),
        'charts/app/Chart.lock': lock.replace('version: 2.0.0', 'version: 3.0.0'),
      },
    ],
    [
      'a section of a changelog',
      { ...app(moved), 'charts/app/CHANGELOG.md': changelog.replace('## 1.0.0', '## 1.0.1\n\n- x\n\n## 1.0.0') },
    ],
    ['a section at its end', { ...app(moved), 'charts/app/CHANGELOG.md': `${changelog}\n## 1.0.1\n\n- x\n` }],
    ['a new changelog', { ...app(moved), 'charts/lib/CHANGELOG.md': changelog }],
  ])('%s', async (_, changed) => {
    expect(await isOwn(changed)).toBe(true)
  })

  it.each<[string, Files]>([
    ['a template', { ...app(moved), 'charts/app/templates/a.yaml': 'a: 1\n' }],
    ['values', { ...app(moved), 'charts/app/values.yaml': 'a: 2\n' }],
    ['a file outside of charts', { ...app(moved), 'src/main.go': 'package main\n' }],
    ['a deleted file', { ...app(moved), 'charts/app/CHANGELOG.md': null }],
    ['a deleted lock', { ...app(moved), 'charts/app/Chart.lock': null }],
    ['a new chart', { 'charts/new/Chart.yaml': libYaml.replace('lib', 'new') }],
    ['another field', app(moved, ['An app', 'Another app'])],
    ['another name', app(moved, ['name: app', 'name: app2'])],
    ['an annotation of the author', app(moved, ['team: web', 'team: db'])],
    ['a dependency of elsewhere', app(moved, ['18.0.0', '19.0.0'])],
    ['where a dependency comes from', app(moved, ['charts.example.com', 'evil.example.com'])],
    [
      'a condition of a dependency',
      app(moved, ['    version: 18.0.0', '    version: 18.0.0\n    condition: redis.on']),
    ],
    ['one dependency less', app(moved, [appYaml.slice(appYaml.indexOf('  - name: redis')), ''])],
    ['a constraint that the chart it means does not have', app(moved, ['    version: 1.0.0', '    version: 3.0.0'])],
    ['a lock of elsewhere', { ...app(moved), 'charts/app/Chart.lock': lock.replace('18.0.0', '19.0.0') }],
    ['where a lock points', { ...app(moved), 'charts/app/Chart.lock': lock.replace('charts.example', 'evil.example') }],
    ['what a changelog said', { ...app(moved), 'charts/app/CHANGELOG.md': changelog.replace('First', 'Other') }],
    ['what can’t be read', { 'charts/app/Chart.yaml': 'version: [' }],
  ])('and not with %s', async (_, changed) => {
    expect(await isOwn(changed)).toBe(false)
  })

  it('and not when a file becomes executable or a link', async () => {
    await repository.git('update-index', '--chmod=+x', 'charts/app/Chart.yaml')
    await repository.git('commit', '--quiet', '--message', 'chore(release): x\n\nRelease-Charts: bump')
    const own = ownCommits(gitIn(repository.folder), [{ address: OWN, holds: () => true }])
    expect(await own.isOwn(await repository.git('rev-parse', 'HEAD'))).toBe(false)
  })

  it('and the first commit is nobody’s bump', async () => {
    expect(await ownCommits(gitIn(repository.folder), [{ address: OWN, holds: () => true }]).isOwn(first)).toBe(false)
  })
})
