import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { chartReleaserDefaults, secretsInFile } from '../../../src/inputs/chart-releaser/chart-releaser.ts'
import type { Mapping } from '../../../src/inputs/chart-releaser/mapping.ts'
import { readSettings, settingFiles } from '../../../src/inputs.ts'
import { problemsIn, ReleaseError } from '../../../src/model/errors.ts'
import type { Settings } from '../../../src/settings.ts'
import { codePoint } from '../../support/secrets/hostile-text.ts'
import { settingIn } from '../../support/values/settings.ts'

const gitHub = { GITHUB_REPOSITORY: 'Acme/charts', GITHUB_REPOSITORY_OWNER: 'Acme' }

interface Sources {
  /** cr.yaml. */
  readonly text?: string
  readonly variables?: Record<string, string>
  readonly given?: readonly string[]
}

function mapped({ text, variables = {}, given = [] }: Sources): Mapping {
  return chartReleaserDefaults(text === undefined ? undefined : { file: 'cr.yaml', text }, {
    isGiven: (input) => given.includes(input),
    environment: { ...gitHub, ...variables },
  })
}

const defaultsOf = (sources: Sources) =>
  Object.fromEntries([...mapped(sources).defaults].map(([input, { raw }]) => [input, raw]))
const problemsOf = (sources: Sources) => mapped(sources).problems
const remarksOf = (sources: Sources) => mapped(sources).remarks

const oci = 'oci://ghcr.io/acme/charts'

function settingsOf(
  inputs: Record<string, string>,
  text: string,
  more: Record<string, string> = {},
): Promise<Settings> {
  const { configText, ...variables } = more
  return readSettings({
    inputs,
    configText,
    chartReleaser: { file: 'cr.yaml', text },
    environment: { ...gitHub, ...variables },
  })
}

describe('a repository that chart-releaser releases', () => {
  it.each([
    ['pages-branch: pages', 'pages://pages?packages=releases'],
    ['pages-branch: docs/site', 'pages://docs%2Fsite?packages=releases'],
    ['packages-with-index: true', 'pages://gh-pages'],
    ['pages-branch: pages\nmake-release-latest: false', 'pages://pages?packages=releases&latest=never'],
    ['pages-branch: pages\nmake-release-latest: true', 'pages://pages?packages=releases'],
    // Without releases there is no latest one.
    ['packages-with-index: true\nmake-release-latest: false', 'pages://gh-pages'],
    ['packages-with-index: false', 'pages://gh-pages?packages=releases'],
    ['release-name-template: "{{ .Name }}-{{ .Version }}"', 'pages://gh-pages?packages=releases'],
    ['pages-index-path: ./charts/stable/index.yaml', 'pages://gh-pages/charts/stable?packages=releases'],
    ['pages-index-path: index.yaml\npackages-with-index: true', 'pages://gh-pages'],
    ['Pages-Branch: pages', 'pages://pages?packages=releases'],
    [
      'charts-repo: https://acme.github.io/charts',
      'pages://gh-pages?packages=releases&url=https%3A%2F%2Facme.github.io%2Fcharts',
    ],
  ])('with %j publishes to %s', (text, target) => {
    expect(defaultsOf({ text }).targets).toBe(target)
  })

  it('that says nothing of a branch keeps the registry', async () => {
    expect(defaultsOf({ text: 'skip-existing: true\nowner: acme\n' })).toEqual({ bump: 'manual' })
    expect(settingIn(await settingsOf({}, 'owner: acme'), 'targets')).toEqual({ value: [oci], source: 'default' })
  })

  it('goes on to have its versions raised by hand, and says where that comes from', async () => {
    expect(settingIn(await settingsOf({}, 'owner: acme'), 'bump')).toEqual({
      value: 'manual',
      source: 'chart-releaser',
    })
    expect(settingIn(await settingsOf({}, '', { CR_TOKEN: 'any' }), 'bump').value).toBe('manual')
    const { effective } = await settingsOf({}, 'owner: acme')
    expect(effective.bump).toEqual({ value: 'manual', source: 'chart-releaser' })
  })

  it('has them raised by the action where that is said, and where chart-releaser was told nothing', async () => {
    expect(settingIn(await settingsOf({ bump: 'auto' }, 'owner: acme'), 'bump')).toEqual({
      value: 'auto',
      source: 'input',
    })
    const configText = 'defaults: { bump: patch }'
    expect(settingIn(await settingsOf({}, 'owner: acme', { configText }), 'bump').value).toBe('patch')
    const resource = 'apiVersion: acme.io/v1\nkind: Thing\nowner: acme\n'
    for (const text of ['', resource, 'nobody-knows: this\n'])
      expect(settingIn(await settingsOf({}, text), 'bump')).toEqual({ value: 'auto', source: 'default' })
  })

  it('keeps its tags and its folder of packages', () => {
    const text = 'release-name-template: "chart-{{ .Name }}-v{{ .Version }}"\npackage-path: .cr-release-packages\n'
    expect(defaultsOf({ text })).toMatchObject({
      'tag-template': 'chart-{{ .Name }}-v{{ .Version }}',
      'packages-dir': '.cr-release-packages',
    })
  })

  it('is not told of settings that mean here what they meant there', () => {
    const text = stringify({
      ...{ owner: 'ACME', 'git-repo': 'charts', 'git-base-url': 'https://api.github.com/', remote: 'origin' },
      ...{ 'git-upload-url': 'https://uploads.github.com/', 'skip-existing': true, push: true, pr: false, sign: false },
      ...{ 'pages-branch': 'gh-pages', 'make-release-latest': true, 'index-path': '.cr-index/index.yaml', key: 'Ada' },
    })
    expect(mapped({ text })).toMatchObject({ problems: [], remarks: [] })
  })
})

describe('what the step says wins', () => {
  const text = 'release-name-template: "file-{{ .Version }}"\n'
  const target = { targets: oci }

  it('over the config file, over a CR_* variable, over cr.yaml, over the default, and each is named', async () => {
    const configText = 'defaults: { tag-template: "config-{{ .Version }}" }'
    const CR_RELEASE_NAME_TEMPLATE = 'variable-{{ .Version }}'
    const all = { configText, CR_RELEASE_NAME_TEMPLATE }
    const tag = async (inputs: Record<string, string>, more: Record<string, string>, file = text) =>
      settingIn(await settingsOf({ ...target, ...inputs }, file, more), 'tagTemplate')
    expect(await tag({ 'tag-template': 'input-{{ .Version }}' }, all)).toEqual({
      value: 'input-{{ .Version }}',
      source: 'input',
    })
    expect(await tag({}, all)).toEqual({ value: 'config-{{ .Version }}', source: 'config' })
    expect(await tag({}, { CR_RELEASE_NAME_TEMPLATE })).toEqual({
      value: 'variable-{{ .Version }}',
      source: 'chart-releaser',
    })
    expect(await tag({}, {})).toEqual({ value: 'file-{{ .Version }}', source: 'chart-releaser' })
    expect(await tag({}, {}, '')).toEqual({ value: '{{ .Name }}-{{ .Version }}', source: 'default' })
  })

  it('and what it overrules is neither refused nor told of', async () => {
    const odd = 'release-name-template: "{{ .AppVersion }}"\nowner: somebody\nrelease-notes-file: NOTES.md\npr: true\n'
    const settings = await settingsOf({ ...target, 'tag-template': '{{ .Version }}' }, odd)
    expect(settingIn(settings, 'targets')).toEqual({ value: [oci], source: 'input' })
    expect(settings.remarks).toEqual([])
  })

  it('an empty variable says nothing', () => {
    expect(defaultsOf({ text, variables: { CR_RELEASE_NAME_TEMPLATE: '' } })['tag-template']).toBe(
      'file-{{ .Version }}',
    )
  })
})

describe('the token of chart-releaser', () => {
  const token = async (inputs: Record<string, string>) =>
    settingIn(await settingsOf({ targets: oci, ...inputs }, '', { CR_TOKEN: 'ghp_theirs' }), 'githubToken')

  it('is used where the step gives none of its own', async () => {
    expect(await token({ 'github-token': 'ghs_job', 'workflow-token': 'ghs_job' })).toEqual({
      value: 'ghp_theirs',
      source: 'chart-releaser',
    })
    expect((await token({})).value).toBe('ghp_theirs')
  })

  it('is not used where the step gives another', async () => {
    expect(await token({ 'github-token': 'ghs_app', 'workflow-token': 'ghs_job' })).toEqual({
      value: 'ghs_app',
      source: 'input',
    })
  })

  it('without one the token is that of the workflow', async () => {
    const inputs = { targets: oci, 'github-token': 'ghs_job', 'workflow-token': 'ghs_job' }
    expect(settingIn(await settingsOf(inputs, ''), 'githubToken')).toEqual({ value: 'ghs_job', source: 'default' })
  })

  it('is not taken from a file of the repository, and is known as a secret', () => {
    const text = 'owner: acme\ntoken: ghp_0815abcdefgh\n'
    expect(Object.keys(defaultsOf({ text }))).not.toContain('github-token')
    expect(remarksOf({ text })).toEqual([
      { text: expect.stringContaining('`token` in cr.yaml is not used'), at: { file: 'cr.yaml', line: 2, column: 1 } },
    ])
    expect(JSON.stringify(mapped({ text }))).not.toContain('0815')
  })

  it.each([
    'token: ghp_0815abcdefgh',
    '{owner: acme, "token": "ghp_0815abcdefgh"}',
    "owner: [\nTOKEN:  'ghp_0815abcdefgh' # ours",
    'owner: acme\r\n token: ghp_0815abcdefgh: {',
  ])('is known as a secret also in %j', (text) => {
    expect(secretsInFile({ file: 'cr.yaml', text }).join(' ')).toContain('ghp_0815abcdefgh')
  })
})

describe('what chart-releaser was told and is not done here', () => {
  it.each([
    ['owner: somebody', 'names another place than Acme/charts'],
    ['git-repo: other', 'names another place'],
    ['git-base-url: https://github.example.com/api/v3/', 'names another place'],
    ['git-upload-url: https://uploads.example.com/', 'names another place'],
    ['pr: true', 'pull request with the index'],
    ['sign: true', 'asks for PGP signatures'],
    ['sign: maybe', 'is "maybe"'],
    ['pages-index-path: charts.yaml', 'ends in no index.yaml'],
  ])('%j is refused at its line, for without it something else would be published', (line, words) => {
    const problems = problemsOf({ text: `push: true\n${line}\n` }).filter(
      ({ code }) => code === 'CHART_RELEASER_REFUSED',
    )
    const expected = line.startsWith('pr:') ? 'pr' : line.split(':')[0]
    expect(problems).toHaveLength(1)
    expect(problems[0]?.message).toContain(`\`${expected}\` in cr.yaml`)
    expect(problems[0]?.message).toContain(words)
    expect(problems[0]?.hint).toBeTruthy()
    expect(problems[0]?.at).toEqual({ file: 'cr.yaml', line: 2, column: 1 })
  })

  it('a variable is named as the workflow names it', () => {
    expect(problemsOf({ variables: { CR_SIGN: 'true' } })[0]?.message).toContain('`CR_SIGN` asks for PGP signatures')
  })

  it('signing is ours as soon as the key is given', () => {
    expect(problemsOf({ text: 'sign: true\nkeyring: ~/.gnupg/secring.gpg', given: ['gpg-private-key'] })).toEqual([])
  })

  it.each(['{{ .AppVersion }}', '{{ .Name | trunc 5 }}-{{ .Version }}', '{{- .Name }}-{{ .Version }}', '{{ .Version'])(
    'a tag that %j makes is refused: the tags of published releases would change',
    async (template) => {
      const problems = await settingsOf({ targets: oci }, `release-name-template: ${JSON.stringify(template)}\n`).then(
        () => [],
        problemsIn,
      )
      expect(problems.map(({ code, at }) => [code, at?.line])).toEqual([['CHART_RELEASER_REFUSED', 1]])
      expect(problems[0]?.message).toContain('`release-name-template` in cr.yaml is')
    },
  )

  it.each(['skip-existing: false', 'index-path: ./index.yaml', 'remote: upstream', 'package-path: /tmp/packages'])(
    '%j is told',
    (line) => {
      const remarks = remarksOf({ text: `pages-branch: gh-pages\n${line}\n` })
      expect(remarks.map(({ at }) => at?.line)).toEqual([2])
      expect(remarks[0]?.text).toContain(`\`${line.split(':')[0]}\` in cr.yaml`)
    },
  )
})

it('the text of releases is made as for chart-releaser', async () => {
  const text = 'pages-branch: gh-pages\nrelease-notes-file: docs/NOTES.md\ngenerate-release-notes: true\n'
  const settings = await settingsOf({}, text)
  expect(settingIn(settings, 'releaseNotesFile')).toEqual({ value: 'docs/NOTES.md', source: 'chart-releaser' })
  expect(settingIn(settings, 'generateReleaseNotes')).toEqual({ value: true, source: 'chart-releaser' })
  expect(settings.remarks).toEqual([])
})

describe('a cr.yaml that is odd', () => {
  it('is told of keys that mean nothing, at their line, and goes on', () => {
    const mapping = mapped({ text: 'pages-branch: pages\npages_index_path: x\n# more\nserver: https://x\n' })
    expect(mapping.problems).toEqual([])
    expect(mapping.remarks).toEqual([
      { text: expect.stringContaining('Did you mean `pages-index-path`?'), at: expect.objectContaining({ line: 2 }) },
      { text: expect.stringContaining('"server" in cr.yaml'), at: expect.objectContaining({ line: 4 }) },
    ])
    expect(mapping.defaults.has('targets')).toBe(true)
  })

  it('is told of a thousand of them in a few lines', () => {
    const text = Array.from({ length: 1000 }, (_, index) => `key${index}: x`).join('\n')
    expect(remarksOf({ text })).toHaveLength(11)
    expect(remarksOf({ text }).at(-1)?.text).toBe('990 more keys of cr.yaml do nothing.')
  })

  it('is left alone where it is a Kubernetes resource', () => {
    const text = 'apiVersion: acme.io/v1\nkind: Database\nspec: {}\n---\napiVersion: v1\nkind: Secret\n'
    expect(mapped({ text })).toMatchObject({ problems: [], remarks: [] })
  })

  it.each([
    ['is no YAML', 'owner: [', 'CHART_RELEASER_FILE_INVALID'],
    ['is a list', '- owner', 'CHART_RELEASER_FILE_INVALID'],
    ['says a key twice', 'pr: true\npr: false', 'CHART_RELEASER_FILE_INVALID'],
    ['holds a list where text belongs', 'owner:\n  - acme', 'CHART_RELEASER_FILE_INVALID'],
    ['is far too long', `# ${'x'.repeat(70_000)}`, 'CHART_RELEASER_FILE_INVALID'],
    ['nests without an end', `owner: ${'['.repeat(20_000)}`, 'CHART_RELEASER_FILE_INVALID'],
    [
      'unfolds to millions',
      [
        'a: &a [x, x, x, x, x, x, x, x, x]',
        ...'bcdefgh'.split('').map((n, i) => `${n}: &${n} [${Array(9).fill(`*${'abcdefgh'[i]}`).join()}]`),
      ].join('\n'),
      undefined,
    ],
  ])('that %s is refused in words or told of', (_, text, code) => {
    const { problems, remarks } = mapped({ text })
    if (code === undefined) expect(remarks.length).toBeGreaterThan(0)
    else {
      expect(problems.map((problem) => problem.code)).toEqual([code])
      expect(problems[0]).toMatchObject({ hint: expect.stringContaining('cr.yaml'), at: { file: 'cr.yaml' } })
    }
  })

  it('never throws, whatever it holds', () => {
    const keys = fc.oneof(
      fc.constantFrom('owner', 'pages-branch', 'pr', 'sign', 'release-name-template', 'package-path', '<<', 'token'),
      fc.string(),
    )
    const text = fc.oneof(
      fc.dictionary(keys, fc.jsonValue()).map((value) => stringify(value)),
      fc.array(fc.tuple(keys, fc.string()).map(([key, value]) => `${key}: ${value}`)).map((lines) => lines.join('\n')),
      fc
        .array(
          fc.constantFrom(
            'a',
            ':',
            ' ',
            '\n',
            '- ',
            '[',
            '{',
            '}',
            '&a',
            '*a',
            '!!x',
            '|',
            '"',
            '#',
            '---\n',
            '? ',
            '<<: *a',
          ),
        )
        .map((parts) => parts.join('')),
      fc.string({ unit: codePoint }),
    )
    fc.assert(
      fc.property(text, (yaml) => {
        const { problems, defaults } = mapped({ text: yaml })
        for (const problem of problems) expect(problem).toBeInstanceOf(ReleaseError)
        for (const { raw } of defaults.values()) expect(typeof raw).toBe('string')
      }),
    )
  })

  it('with an error of several lines of the token never shows it', () => {
    const text = 'owner: acme\ntoken: ghp_0815abcdefgh\n  ghp_0815abcdefgh: x: y\n'
    const secrets = secretsInFile({ file: 'cr.yaml', text })
    const said = JSON.stringify(problemsOf({ text }).map(({ message, hint }) => [message, hint]))
    expect(secrets.reduce((left, secret) => left.replaceAll(secret, '***'), said)).not.toContain('0815')
  })
})

describe('the file is found', () => {
  const files = (there: Record<string, string>) => {
    const read = async (path: string) => there[path]
    return { config: read, chartReleaser: read, chartTesting: read }
  }

  it('at the top of the repository', async () => {
    const found = await settingFiles({}, files({ 'cr.yaml': 'owner: acme' }))
    expect(found.chartReleaser).toEqual({ file: 'cr.yaml', text: 'owner: acme' })
  })

  it('where `config` names it, as in workflows of its own action, and that is said', async () => {
    const there = { '.github/configs/cr.yaml': 'pages-branch: pages\n', '.github/release-charts.yaml': 'defaults: {}' }
    const found = await settingFiles({ config: '.github/configs/cr.yaml', bump: 'minor' }, files(there))
    expect(found.configText).toBe('defaults: {}')
    expect(found.inputs).toEqual({ bump: 'minor' })
    const settings = await readSettings({ ...found, inputs: { ...found.inputs, targets: oci }, environment: gitHub })
    expect(settings.sources.config).toBe('default')
    expect(settings.remarks[0]?.text).toContain('The input `config` names .github/configs/cr.yaml')
  })

  it('also without `config` once it stands where the remark says', async () => {
    const text = 'pages-branch: pages\n'
    const read = async (inputs: Record<string, string>, there: Record<string, string>) =>
      readSettings({ ...(await settingFiles(inputs, files(there))), environment: gitHub })
    const named = await read({ config: '.github/configs/cr.yaml' }, { '.github/configs/cr.yaml': text })
    expect(named.remarks[0]?.text).toContain('Move it to cr.yaml at the top of the repository')
    const moved = await read({}, { 'cr.yaml': text })
    expect(moved.remarks).toEqual([])
    expect([moved.targets, moved.bump, moved.sources]).toEqual([named.targets, named.bump, named.sources])
    const top = await read({ config: 'cr.yaml' }, { 'cr.yaml': text })
    expect(top.remarks[0]?.text).toContain('Leave the input out: the file is read all the same.')
  })

  it('and our own file is never taken for it', async () => {
    const own = 'defaults: { bump: minor }\npages-branch: x\n'
    const found = await settingFiles({ config: 'ci/cr.yaml' }, files({ 'ci/cr.yaml': own }))
    expect(found).toMatchObject({ configText: own, chartReleaser: undefined })
  })
})
