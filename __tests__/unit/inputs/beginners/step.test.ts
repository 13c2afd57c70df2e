import { describe, expect, it } from '@jest/globals'
import { readSettings } from '../../../../src/inputs.ts'
import { problemsIn } from '../../../../src/model/errors.ts'

type Inputs = Readonly<Record<string, string>>

const environment = { GITHUB_REPOSITORY: 'acme/charts', GITHUB_REPOSITORY_OWNER: 'acme' }

const problemsOf = (inputs: Inputs) => readSettings({ inputs, environment }).then(() => [], problemsIn)
const remarksOf = async (inputs: Inputs) =>
  (await readSettings({ inputs, environment })).remarks.map(({ text }) => text)

/** What a hint says to write: `name: value` in backticks, or lines as they stand in a workflow. */
function saidBy(hint: string): readonly [name: string, value: string] {
  const [, block, lines] = /^([\w-]+): \|\n((?: {2}.*\n?)+)$/.exec(hint) ?? []
  if (block !== undefined && lines !== undefined) return [block, lines.replace(/^ {2}/gm, '')]
  const [, name = '', value = ''] = /([\w-]+): ([^`\n]+)`?\.?$/.exec(hint) ?? []
  return [name, value]
}

describe('a beginner’s step', () => {
  it.each([
    ['lint', 'false', 'is "false"; allowed: `on`, `strict`, `off`'],
    ['lint', 'none', 'is "none"; allowed: `on`, `strict`, `off`'],
    ['sign', 'false', 'is "false"; allowed: `keyless`, `none`'],
    ['sign', 'true', 'is "true"; allowed: `keyless`, `none`'],
    ['branches', 'main, release/*', 'is "main, release/*"; allowed: names of branches'],
    ['branches', '[main, next]', 'is "[main, next]"; allowed: names of branches'],
    ['pull-request-labels', 'release, no-changelog', 'is "release, no-changelog"; allowed: names of labels'],
  ])('%s is %s: the hint, word for word, leads out', async (name, value, sentence) => {
    const [problem, ...more] = await problemsOf({ [name]: value })
    expect(more).toEqual([])
    expect(problem?.message).toContain(sentence)
    const [said, right] = saidBy(problem?.hint ?? '')
    expect(said).toBe(name)
    expect(await problemsOf({ [said]: right })).toEqual([])
  })

  it.each([
    ['pull-request-draft', 'yes', 'Write `true`.'],
    ['generate-release-notes', 'on', 'Write `true`.'],
    ['require-bump', 'no', 'Write `false`.'],
  ])('%s is %s', async (name, value, hint) => {
    const [problem] = await problemsOf({ [name]: value })
    expect([problem?.code, problem?.hint]).toEqual(['INPUT_INVALID', hint])
  })

  it.each([
    ['bump', 'manually', 'Did you mean `manual`?'],
    ['bump', 'Manual', 'Did you mean `manual`?'],
    ['pull-requests', 'per_chart', 'Did you mean `per-chart`?'],
  ])('%s is %s', async (name, value, hint) => {
    const [problem] = await problemsOf({ [name]: value })
    expect(problem?.hint).toBe(hint)
    expect(await problemsOf({ [name]: /`([^`]+)`/.exec(hint)?.[1] ?? '', commit: 'pull-request' })).toEqual([])
  })

  it('has what only single charts have: the hint is the config file', async () => {
    const inputs = { 'undeclared-subcharts': 'allow' }
    const [problem] = await problemsOf(inputs)
    expect(problem?.message).toBe('This action has no input `undeclared-subcharts`: it is a setting of single charts.')
    const [, ...lines] = (problem?.hint ?? '').split('\n')
    const configText = lines.join('\n').replace('NAME', 'app')
    const { perChart } = await readSettings({ inputs: {}, configText, environment })
    expect(perChart.app?.undeclaredSubcharts).toBe('allow')
  })

  it('has `branch`, which may mean two things', async () => {
    const [problem] = await problemsOf({ branch: 'main' })
    expect(problem?.hint).toContain('For the branches that release, write `branches: main`.')
    expect(await problemsOf({ branches: 'main' })).toEqual([])
  })
})

describe('a beginner’s targets', () => {
  it('name another repository where a branch belongs', async () => {
    const [problem] = await problemsOf({ targets: 'pages://acme/helm-charts' })
    expect([problem?.code, problem?.message]).toEqual([
      'INPUT_CONFLICT',
      'The target pages://acme/helm-charts means the folder helm-charts on a branch acme, which is the owner of acme/charts.',
    ])
    const said = [...(problem?.hint ?? '').matchAll(/pages:\/\/\S+?(?=\.? |\.$)/g)].map(([address]) => address)
    expect(said).toEqual([
      'pages://gh-pages?repository=acme/helm-charts',
      'pages://acme/helm-charts?repository=acme/charts',
    ])
    for (const targets of said) expect(await problemsOf({ targets })).toEqual([])
  })

  it.each(['pages://docs/charts', 'pages://acme', 'pages://gh-pages/acme/charts'])('may be %s', async (targets) => {
    expect(await problemsOf({ targets })).toEqual([])
  })

  it('get a token for another repository that none of them names', async () => {
    const [problem] = await problemsOf({ targets: 'pages://gh-pages', 'pages-token': 'x' })
    const [, right = ''] = saidBy(problem?.hint ?? '')
    expect(await problemsOf({ targets: right, 'pages-token': 'x' })).toEqual([])
  })
})

describe('settings that do nothing beside the others', () => {
  const oci = 'oci://ghcr.io/acme/charts'

  it.each([
    ['release-notes-file', 'NOTES.md'],
    ['generate-release-notes', 'true'],
  ])('%s without GitHub Releases: the remark leads to some', async (name, value) => {
    const [remark] = await remarksOf({ [name]: value, targets: oci })
    expect(remark).toBe(
      `\`${name}\` does nothing: it is the text of GitHub Releases, and no target makes any. Add \`releases://acme/charts\` to \`targets\`.`,
    )
    expect(await remarksOf({ [name]: value, targets: `${oci}\nreleases://acme/charts` })).toEqual([])
    expect(await remarksOf({ [name]: value, targets: 'pages://gh-pages?packages=releases' })).toEqual([])
  })

  it.each([
    ['pull-requests', 'per-chart'],
    ['pull-request-labels', 'release'],
    ['pull-request-draft', 'true'],
  ])('%s without pull requests', async (name, value) => {
    expect(await remarksOf({ [name]: value, targets: oci })).toEqual([
      `\`${name}\` does nothing: it is for \`commit: pull-request\`, and this run has \`commit: push\`.`,
    ])
    expect(await remarksOf({ [name]: value, targets: oci, commit: 'pull-request' })).toEqual([])
  })

  it('options of lint that is off, unless a chart has it on', async () => {
    const inputs = { lint: 'off', 'kube-version': '1.30', 'lint-values': 'ci/a.yaml' }
    expect(await remarksOf(inputs)).toEqual(
      ['lint-values', 'kube-version'].map(
        (name) => `\`${name}\` does nothing: \`lint: off\` says that charts are not linted.`,
      ),
    )
    expect(await remarksOf({ ...inputs, lint: 'strict' })).toEqual([])
    const configText = 'charts:\n  app:\n    lint: on\n'
    expect((await readSettings({ inputs, configText, environment })).remarks).toEqual([])
  })

  it('are not told of where chart-releaser’s settings are the reason', async () => {
    const chartReleaser = { file: 'cr.yaml', text: 'release-notes-file: NOTES.md\ngenerate-release-notes: true\n' }
    const { remarks } = await readSettings({ inputs: { targets: oci }, chartReleaser, environment })
    expect(remarks).toEqual([])
  })
})
