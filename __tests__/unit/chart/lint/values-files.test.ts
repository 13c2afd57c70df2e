import { describe, expect, it } from '@jest/globals'
import { readLintings } from '../../../../src/chart/lint/values-files.ts'
import { readTree } from '../../../../src/chart/source/tree.ts'
import { ReleaseError } from '../../../../src/model/errors.ts'
import type { Linting, LintRule } from '../../../../src/model/linting.ts'
import type { TreeEntry } from '../../../../src/ports/git.ts'

/** Texts by path; a link is written as `-> target`. */
type Texts = Readonly<Record<string, string>>

async function linting(
  texts: Texts,
  rule: Partial<LintRule> = {},
  path = 'charts/app',
): Promise<Linting | ReleaseError> {
  const entries = Object.entries(texts).map(
    ([file, text]): TreeEntry => ({ mode: text.startsWith('-> ') ? '120000' : '100644', object: file, path: file }),
  )
  const git = {
    tree: async () => entries,
    blobs: async (objects: readonly string[], maxBytes = Number.POSITIVE_INFINITY) =>
      new Map(
        objects
          .map((object) => [object, Buffer.from((texts[object] ?? '').replace(/^-> /, ''))] as const)
          .filter(([, content]) => content.length <= maxBytes),
      ),
  }
  const tree = await readTree(git, 'abc')
  const found = await readLintings([{ name: 'app', path, tree, rule: { mode: 'on', ...rule } }], git)
  return found.get(path) ?? new ReleaseError('BUG_UNEXPECTED', 'nothing')
}

const read = (result: Linting | ReleaseError) =>
  result instanceof ReleaseError
    ? [result.code, result.message, result.hint, result.at?.file, result.at?.line].filter(Boolean).join(' | ')
    : result.values.map(({ path, content }) => `${path}: ${content && Buffer.from(content).toString()}`)

const app = { 'charts/app/Chart.yaml': '', 'charts/app/values.yaml': 'a: 1' }

describe('the values files that a chart is linted with', () => {
  it("are those that ct takes: `ci/*-values.yaml`, in git's order, also where a link leads there", async () => {
    const files = {
      ...app,
      'charts/app/ci/b-values.yaml': 'b',
      'charts/app/ci/.a-values.yaml': 'a',
      'charts/app/ci/c-values.yml': 'c',
      'charts/app/ci/values.yaml': 'd',
      'charts/app/ci/deep/e-values.yaml': 'e',
      'charts/app/charts/sub/ci/f-values.yaml': 'f',
      'charts/app/ci/link-values.yaml': '-> ../../../shared/g.yaml',
      'shared/g.yaml': 'g',
    }
    expect(read(await linting(files))).toEqual([
      'ci/b-values.yaml: b',
      'ci/.a-values.yaml: a',
      'ci/link-values.yaml: g',
    ])
    expect(read(await linting({ ...app, 'charts/app/ci': '-> ../../shared', 'shared/a-values.yaml': 'a' }))).toEqual([
      'ci/a-values.yaml: a',
    ])
  })

  it('are none where there are none, or nothing is linted', async () => {
    expect(read(await linting(app))).toEqual([])
    expect(read(await linting({ ...app, 'charts/app/ci': '-> /etc' }, { mode: 'off' }))).toEqual([])
    expect(read(await linting({ 'Chart.yaml': '', 'ci/a-values.yaml': 'a' }, {}, '.'))).toEqual(['ci/a-values.yaml: a'])
  })

  it('are those that are said, once each; `values.yaml` is what Helm takes anyway', async () => {
    const files = { ...app, 'charts/app/tests/one.yaml': '1', 'charts/app/tests/two.yaml': '2' }
    const values = ['values.yaml', 'tests/two.yaml', 'tests/*.yaml']
    expect(read(await linting(files, { values }))).toEqual([
      'values.yaml: undefined',
      'tests/two.yaml: 2',
      'tests/one.yaml: 1',
    ])
  })

  it('are missed at the line that names them', async () => {
    const valuesAt = { file: '.github/release-charts.yaml', line: 4 }
    expect(read(await linting(app, { values: ['ci/nope.yaml'], valuesAt }))).toBe(
      'LINT_VALUES_INVALID | app is to be linted with "ci/nope.yaml" of charts/app, which this commit does not have. | ' +
        "Paths in `lint-values` count from the chart's folder, and the file must be committed. A glob such as `ci/*-values.yaml` may match nothing. | .github/release-charts.yaml | 4",
    )
    expect(read(await linting(app, { values: ['ci'] }))).toMatch(/does not have.*charts\/app\/Chart\.yaml$/)
  })

  it('count from the folder of the chart: a path from the top of the repository is told, and its correction works', async () => {
    const files = { ...app, 'charts/app/tests/one.yaml': '1' }
    for (const value of ['charts/app/tests/one.yaml', 'charts/*/tests/*.yaml']) {
      const told = read(await linting(files, { values: [value] }))
      const corrected = /write `([^`]+)`/.exec(String(told))?.[1] ?? ''
      expect(read(await linting(files, { values: [corrected] }))).toEqual(['tests/one.yaml: 1'])
    }
    expect(await linting(app, { values: ['tests/*.yaml'], isOwn: true })).toMatchObject({ isUnmatched: true })
    expect(await linting(app, { values: ['tests/*.yaml'] })).toEqual({ mode: 'on', values: [] })
  })

  it.each([
    [
      'a link out of the repository',
      { 'charts/app/ci/a-values.yaml': '-> /etc/passwd' },
      /can't be read.*outside the repo/,
    ],
    [
      'a link up and out',
      { 'charts/app/ci/a-values.yaml': '-> ../../../../x' },
      /can't be read.*outside the repository/,
    ],
    ['a link into .git', { 'charts/app/ci/a-values.yaml': '-> ../../../.git/config' }, /can't be read.*into \.git/],
    ['links in a circle', { 'charts/app/ci': '-> ci' }, /can't be read.*circle/],
    ['a giant', { 'charts/app/ci/a-values.yaml': ' '.repeat(1024 * 1024 + 1) }, /is larger than 1 MiB/],
    [
      'ten thousand',
      Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`charts/app/ci/${index}-values.yaml`, ''])),
      /10000 values files; allowed: 100/,
    ],
  ])('are refused where they are %s', async (_, files: Texts, why) => {
    const told = read(await linting({ ...app, ...files }))
    expect(told).toMatch(/^LINT_VALUES_INVALID/)
    expect(told).toMatch(why)
  })

  it('are refused where they only stand for their content', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12\n`
    expect(read(await linting({ ...app, 'charts/app/ci/a-values.yaml': pointer }))).toMatch(/^CHART_LFS_POINTER/)
  })
})
