import { afterEach, describe, expect, it } from '@jest/globals'
import { OUR_TRAILER } from '../../../../src/model/git/commits.ts'
import type { AppVersionRule } from '../../../../src/model/settings.ts'
import { type AppTagSettings, appTagsIn } from '../../../../src/plan/app-version/app-tags.ts'
import { type AppVersionContext, desiredAppVersion } from '../../../../src/plan/app-version/app-version.ts'
import { mergedAppVersion } from '../../../../src/plan/app-version/merged-proposal.ts'
import { ownCommits } from '../../../../src/plan/history/own-commits.ts'
import { aRepository, type Files, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn, sourcesIn } from '../../../support/helm/packaging.ts'
import { failureOf } from '../../../support/values/failure.ts'

const repositories: TestRepository[] = []
afterEach(async () => {
  await Promise.all(repositories.splice(0).map((repository) => repository.remove()))
})

const files: Files = {
  'charts/app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\nappVersion: "7"\n',
  'charts/app/values.yaml': 'image:\n  tag: 1.10 # deployed\n',
  'src/main.go': 'package main\n',
}

async function aRepositoryOf(all: Files = files): Promise<TestRepository> {
  const repository = await aRepository({ files: all })
  repositories.push(repository)
  return repository
}

interface Asked extends Partial<Pick<AppVersionContext, 'tag' | 'isRunWide'>>, Partial<AppTagSettings> {
  readonly workspace?: string
  readonly appPaths?: readonly string[]
}

const RELEASE_TAGS = { tagTemplate: '{{ .Name }}-{{ .Version }}', chartNames: ['app', 'vault'] }

async function asked({ folder }: TestRepository, { workspace, ...more }: Asked) {
  const git = gitIn(workspace ?? folder)
  const commit = await git.head()
  const chart = (await sourcesIn(git, ['charts/app'])).charts.get('charts/app')
  if (!chart) throw new Error('not read')
  const { appTagPattern = 'v*', tagTemplate, chartNames } = { ...RELEASE_TAGS, ...more }
  const appTags = async () => appTagsIn(await git.remoteTags(), { appTagPattern, tagTemplate, chartNames })
  const context: AppVersionContext = { git, commit, appTags, ownCommits: ownCommits(git, []), ...more }
  return { chart, context }
}

async function desired(repository: TestRepository, rule: AppVersionRule, { appPaths = [], ...more }: Asked = {}) {
  const { chart, context } = await asked(repository, more)
  return desiredAppVersion(chart, rule, appPaths, context)
}

describe('the appVersion', () => {
  it('stays as it is, a literal is taken as it is', async () => {
    const repository = await aRepositoryOf()
    expect(await desired(repository, { rule: 'keep' })).toEqual({ value: '7', evidence: true })
    expect(await desired(repository, { rule: 'literal', value: '8.0' })).toEqual({ value: '8.0', evidence: true })
  })

  it('comes from values.yaml as its author wrote it', async () => {
    const repository = await aRepositoryOf()
    expect(await desired(repository, { rule: 'values', paths: [['image', 'tag']] })).toEqual({
      value: '1.10',
      evidence: true,
    })
  })

  it('comes from the first of several places, and tells of those that say something else', async () => {
    const values = 'image:\n  tag: "1.10"\nsame:\n  tag: "1.10"\nother:\n  tag: "1.9"\n'
    const repository = await aRepositoryOf({ ...files, 'charts/app/values.yaml': values })
    const paths = [
      ['image', 'tag'],
      ['same', 'tag'],
      ['other', 'tag'],
    ]
    expect(await desired(repository, { rule: 'values', paths })).toMatchObject({
      value: '1.10',
      findings: [
        {
          level: 'none',
          rule: 'app-version/disagree',
          text: 'other.tag is 1.9, and image.tag, which gives appVersion, is 1.10 (values.yaml:2)',
          at: { file: 'values.yaml', line: 6 },
        },
      ],
    })
  })

  it('is an error at the place in values.yaml that is not there', async () => {
    const repository = await aRepositoryOf()
    const error = await failureOf(desired(repository, { rule: 'values', paths: [['image', 'version']] }))
    expect(error).toMatchObject({
      code: 'VALUES_PATH_MISSING',
      kind: 'chart',
      at: { file: 'charts/app/values.yaml', line: 1 },
    })
    expect(error.message).toContain('image.version')
    const without = await aRepositoryOf({ 'charts/app/Chart.yaml': String(files['charts/app/Chart.yaml']) })
    expect(await failureOf(desired(without, { rule: 'values', paths: [['image']] }))).toMatchObject({
      code: 'VALUES_PATH_MISSING',
      at: { file: 'charts/app/values.yaml' },
    })
  })
})

describe('appVersion by commit', () => {
  it('is the newest one that touches the chart, and no reason to release by itself', async () => {
    const repository = await aRepositoryOf()
    const touched = await repository.commit('fix: chart', { 'charts/app/values.yaml': 'a: 1\n' })
    await repository.commit('fix: code', { 'src/main.go': 'package other\n' })
    expect(await desired(repository, { rule: 'sha' })).toEqual({ value: touched, evidence: false })
  })

  it('counts the application where its paths are named, and then it is a reason', async () => {
    const repository = await aRepositoryOf()
    const code = await repository.commit('fix: code', { 'src/main.go': 'package other\n' })
    await repository.commit('docs: x', { 'README.md': 'x' })
    expect(await desired(repository, { rule: 'sha' }, { appPaths: ['src/**'] })).toEqual({
      value: code,
      evidence: true,
    })
  })

  it('does not count our own commits, or every bump would be the reason for the next', async () => {
    const repository = await aRepositoryOf()
    const theirs = await repository.remote()
    const bumped = String(files['charts/app/Chart.yaml']).replace('1.0.0', '1.0.1').replace('"7"', `"${theirs}"`)
    await repository.commit(`chore(release): app 1.0.1\n\n${OUR_TRAILER}: bump`, { 'charts/app/Chart.yaml': bumped })
    expect((await desired(repository, { rule: 'sha' })).value).toBe(theirs)
  })

  it('does not count the merge of a pull request with a bump either, and counts one that brings more', async () => {
    const repository = await aRepositoryOf()
    const theirs = await repository.remote()
    const merge = async (branch: string, changed: Files) => {
      await repository.git('checkout', '--quiet', '-b', branch)
      await repository.write(changed)
      await repository.git('commit', '--quiet', '--all', '--message', `chore(release): x\n\n${OUR_TRAILER}: bump`)
      await repository.git('checkout', '--quiet', 'main')
      await repository.git('merge', '--quiet', '--no-ff', '--message', `Merge branch ${branch}`, branch)
      return repository.git('rev-parse', 'HEAD')
    }
    await merge('bump', { 'charts/app/Chart.yaml': String(files['charts/app/Chart.yaml']).replace('1.0.0', '1.0.1') })
    expect((await desired(repository, { rule: 'sha' })).value).toBe(theirs)
    const more = await merge('more', { 'charts/app/values.yaml': 'a: 1\n' })
    expect((await desired(repository, { rule: 'sha' })).value).toBe(more)
  })

  it.each([
    ['the application', { 'src/main.go': 'package other\n' }],
    ['the chart', { 'charts/app/values.yaml': 'a: 1\n' }],
  ])('counts a commit that changes %s, whatever its message says', async (_, changed) => {
    const repository = await aRepositoryOf()
    const squashed = await repository.commit(`chore(release): app 1.0.1\n\n${OUR_TRAILER}: bump`, changed)
    expect((await desired(repository, { rule: 'sha' }, { appPaths: ['src/**'] })).value).toBe(squashed)
  })

  it.each([
    ['the title of the pull request alone', 'chore(release): app 1.0.1 (#7)'],
    ['another title and the text of the pull request', 'ci: release (#7)\n\nThese charts changed.'],
  ])('does not count a bump that was squashed with %s', async (_, message) => {
    const repository = await aRepositoryOf()
    const theirs = await repository.commit('fix: code', { 'src/main.go': 'package other\n' })
    const bumped = String(files['charts/app/Chart.yaml']).replace('1.0.0', '1.0.1').replace('"7"', `"${theirs}"`)
    await repository.commit(message, { 'charts/app/Chart.yaml': bumped })
    expect((await desired(repository, { rule: 'sha' }, { appPaths: ['src/**'] })).value).toBe(theirs)
  })

  it('counts a version that a person raised, as it always did', async () => {
    const repository = await aRepositoryOf()
    const raised = String(files['charts/app/Chart.yaml']).replace('1.0.0', '1.1.0')
    const theirs = await repository.commit('feat: raise', { 'charts/app/Chart.yaml': raised })
    expect((await desired(repository, { rule: 'sha' })).value).toBe(theirs)
  })

  it('does not take the edge of a shallow clone for it', async () => {
    const repository = await aRepositoryOf()
    const first = await repository.remote()
    await repository.commit('docs: x', { 'README.md': 'x' })
    const workspace = await repository.checkout({ depth: 1 })
    expect((await desired(repository, { rule: 'sha' }, { workspace })).value).toBe(first)
  })
})

describe('the appVersion of a proposal that was merged after other commits', () => {
  const merged = async (repository: TestRepository, rule: AppVersionRule = { rule: 'sha' }) => {
    const { chart, context } = await asked(repository, {})
    return mergedAppVersion(chart, rule, ['src/**'], context)
  }
  const proposal = (appVersion: string) => ({
    'charts/app/Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.1\nappVersion: "${appVersion}"\n`,
  })

  it('stays where they changed the application, and does not where they changed the chart', async () => {
    const repository = await aRepositoryOf()
    const proposed = await repository.commit('fix: code', { 'src/main.go': 'package other\n' })
    await repository.commit('fix: more code', { 'src/main.go': 'package more\n' })
    await repository.commit('chore(release): app 1.0.1 (#7)', proposal(proposed))
    expect(await merged(repository)).toBe(proposed)
    await repository.commit('fix: chart', { 'charts/app/values.yaml': 'a: 1\n' })
    expect(await merged(repository)).toBeUndefined()
  })

  it('stays whatever a run says by now, but not if values.yaml says something else', async () => {
    const repository = await aRepositoryOf()
    await repository.commit('chore(release): app 1.0.1 (#7)', proposal('build 7'))
    expect(await merged(repository, { rule: 'literal', value: 'build 8' })).toBe('build 7')
    expect(await merged(repository, { rule: 'tag' })).toBe('build 7')
    expect(await merged(repository, { rule: 'values', paths: [['image', 'tag']] })).toBeUndefined()
    await repository.commit('fix: chart', { 'charts/app/values.yaml': 'a: 1\n' })
    expect(await merged(repository, { rule: 'literal', value: 'build 8' })).toBeUndefined()
  })

  it('stays also if a person had raised the version before', async () => {
    const repository = await aRepositoryOf()
    const raised = proposal('7')['charts/app/Chart.yaml']
    await repository.commit('feat: raise', { 'charts/app/Chart.yaml': raised })
    expect(await merged(repository, { rule: 'literal', value: 'build 8' })).toBeUndefined()
    await repository.commit('ci: release (#7)', proposal('build 8'))
    expect(await merged(repository, { rule: 'literal', value: 'build 9' })).toBe('build 8')
  })

  it('is not that of the version before, which a person raised', async () => {
    const repository = await aRepositoryOf()
    const released = await repository.remote()
    await repository.commit('chore(release): app 1.0.1 (#7)', proposal(released ?? ''))
    await repository.commit('fix: code', { 'src/main.go': 'package other\n' })
    const raised = proposal(released ?? '')['charts/app/Chart.yaml'].replace('1.0.1', '2.0.0')
    await repository.commit('feat: raise', { 'charts/app/Chart.yaml': raised })
    expect(await merged(repository)).toBeUndefined()
  })
})

describe('appVersion by tag', () => {
  it("is the run's own tag", async () => {
    const repository = await aRepositoryOf()
    expect(await desired(repository, { rule: 'tag' }, { tag: 'v9.0.0' })).toEqual({ value: 'v9.0.0', evidence: true })
  })

  it('is else the highest reachable one of the pattern', async () => {
    const repository = await aRepositoryOf()
    for (const tag of ['v1.9.0', 'v1.10.0', 'v1.2.0', 'app-9.9.9', 'vnext', 'nightly']) await repository.tag(tag)
    const old = await repository.checkout()
    await repository.commit('fix: later', { 'README.md': 'x' })
    await repository.tag('v2.0.0')
    expect((await desired(repository, { rule: 'tag' }, { workspace: old })).value).toBe('v1.10.0')
    expect((await desired(repository, { rule: 'tag' })).value).toBe('v2.0.0')
  })

  it('is none that releases of charts made', async () => {
    const repository = await aRepositoryOf()
    for (const tag of ['v1.2.0', 'vault-2.0.0', 'vault-2.0.0-rc.1']) await repository.tag(tag)
    expect((await desired(repository, { rule: 'tag' })).value).toBe('v1.2.0')
    expect((await desired(repository, { rule: 'tag' }, { tagTemplate: 'v{{ .Version }}' })).value).toBe('vault-2.0.0')
  })

  it('may have a name before the version, and is no pre-release for a chart that is none', async () => {
    const repository = await aRepositoryOf()
    for (const tag of ['backend/v1.9.0', 'backend/v1.10.0-rc.1', 'backend/next', 'backend/1.2.3.4', 'v7.0.0'])
      await repository.tag(tag)
    const pattern = { appTagPattern: 'backend/*' }
    expect((await desired(repository, { rule: 'tag' }, pattern)).value).toBe('backend/v1.9.0')
    const chart = String(files['charts/app/Chart.yaml']).replace('1.0.0', '1.0.0-rc.1')
    await repository.commit('feat: next', { 'charts/app/Chart.yaml': chart })
    expect((await desired(repository, { rule: 'tag' }, pattern)).value).toBe('backend/v1.10.0-rc.1')
  })

  it('stays a pre-release that is released already, until there is a newer one that counts', async () => {
    const chart = String(files['charts/app/Chart.yaml']).replace('"7"', 'v1.10.0-rc.1')
    const repository = await aRepositoryOf({ ...files, 'charts/app/Chart.yaml': chart })
    for (const tag of ['v1.9.0', 'v1.10.0-rc.1', 'v1.10.0-rc.2']) await repository.tag(tag)
    expect((await desired(repository, { rule: 'tag' })).value).toBe('v1.10.0-rc.1')
    await repository.tag('v1.10.0')
    expect((await desired(repository, { rule: 'tag' })).value).toBe('v1.10.0')
  })

  it('is not the release tag of a chart, whose name may begin as the pattern does', async () => {
    const repository = await aRepositoryOf()
    for (const tag of ['v1.0.0', 'vapor-7.0.0', 'vault-8.0.0']) await repository.tag(tag)
    const charts = { tagTemplate: '{{ .Name }}-{{ .Version }}', chartNames: ['vault'] }
    expect((await desired(repository, { rule: 'tag' }, charts)).value).toBe('vapor-7.0.0')
  })

  it('stays as it is before there is a tag', async () => {
    const repository = await aRepositoryOf()
    for (const tag of ['nightly', 'v1.0.0-rc.1']) await repository.tag(tag)
    const untouched = { value: '7', evidence: true, lacks: 'tag' }
    expect(await desired(repository, { rule: 'tag' }, { appTagPattern: 'release/*' })).toEqual(untouched)
    expect(await desired(repository, { rule: 'tag' })).toEqual(untouched)
  })
})

describe('a place in values.yaml that the run names for all charts', () => {
  const rule = {
    rule: 'values',
    paths: [
      ['image', 'version'],
      ['image', 'tag'],
    ],
  } as const

  it('is passed over where a chart lacks it, and the next one counts', async () => {
    const repository = await aRepositoryOf()
    expect(await desired(repository, rule, { isRunWide: true })).toEqual({ value: '1.10', evidence: true })
  })

  it.each([
    ['another path', 'image:\n  name: web\n'],
    ['nothing at it', 'image:\n  tag: ""\n'],
    ['no value at it', 'image:\n  tag:\n'],
    ['a map at it', 'image:\n  tag: {a: 1}\n'],
  ])('leaves a chart alone that has %s, and says where', async (_, values) => {
    const repository = await aRepositoryOf({ ...files, 'charts/app/values.yaml': values })
    expect(await desired(repository, { rule: 'values', paths: [['image', 'tag']] }, { isRunWide: true })).toMatchObject(
      {
        value: '7',
        lacks: { code: 'VALUES_PATH_MISSING', at: { file: 'charts/app/values.yaml' } },
      },
    )
  })

  it('does not make up for values that are not YAML', async () => {
    const repository = await aRepositoryOf({ ...files, 'charts/app/values.yaml': 'image: [' })
    expect((await failureOf(desired(repository, rule, { isRunWide: true }))).code).toBe('VALUES_INVALID')
  })
})
