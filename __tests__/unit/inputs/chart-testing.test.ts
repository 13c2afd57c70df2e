import { describe, expect, it } from '@jest/globals'
import { readSettings, settingFiles } from '../../../src/inputs.ts'
import { ReleaseErrors } from '../../../src/model/errors.ts'
import type { Settings } from '../../../src/settings.ts'

interface Given {
  readonly inputs?: Readonly<Record<string, string>>
  readonly configText?: string
  readonly base?: string
  readonly file?: string
}

const environment = { GITHUB_REPOSITORY: 'acme/charts', GITHUB_REPOSITORY_OWNER: 'acme' }

function settingsOf(text: string, { inputs = {}, configText, base, file = 'ct.yaml' }: Given = {}): Promise<Settings> {
  return readSettings({
    ...{ inputs, configText, chartTesting: { file, text } },
    environment: { ...environment, ...(base !== undefined && { GITHUB_BASE_REF: base }) },
  })
}

async function problemsOf(text: string, given?: Given): Promise<readonly string[]> {
  const error = await settingsOf(text, given).catch((thrown: unknown) => thrown)
  if (!(error instanceof ReleaseErrors)) return []
  return error.errors.map(({ code, message, at }) => `${code} ${at?.file}:${at?.line} ${message}`)
}

const remarksOf = async (text: string, given?: Given) =>
  (await settingsOf(text, given)).remarks.map((remark) => `${remark.at?.line} ${remark.text}`)

describe('ct.yaml', () => {
  it('gives the defaults of what has a meaning here, each with where it comes from', async () => {
    const settings = await settingsOf(
      [
        'chart-dirs: [charts, ./incubator/]',
        'excluded-charts:\n  - common\n  - charts/old',
        'check-version-increment: false',
        'helm-lint-extra-args: --strict --kube-version=1.30 --quiet',
      ].join('\n'),
    )
    expect(settings).toMatchObject({
      charts: ['charts/*', 'incubator/*'],
      exclude: ['**/common', 'charts/old'],
      requireBump: false,
      lint: 'strict',
      kubeVersion: '1.30',
      remarks: [],
    })
    for (const name of ['charts', 'exclude', 'requireBump', 'lint', 'kubeVersion'] as const) {
      expect([name, settings.sources[name]]).toEqual([name, 'chart-testing'])
    }
    expect(settings.effective.charts).toEqual({ value: 'charts/*, incubator/*', source: 'chart-testing' })
  })

  it.each([
    ['a list in one text', 'chart-dirs: charts,.\n', { charts: ['charts/*', '*'] }],
    [
      'charts one by one, whose versions ct does not compare',
      'charts: [charts/a]\nexcluded-charts: [a]\n',
      { charts: ['charts/a'], exclude: [], requireBump: false },
    ],
    [
      'all charts, likewise',
      'all: true\ncheck-version-increment: true\n',
      { charts: ['charts/*'], requireBump: false },
    ],
    ['keys in another case, as viper reads them', 'Chart-Dirs: [helm]\n', { charts: ['helm/*'] }],
    ['nothing', '# nothing\n', { charts: ['charts/*'], lint: 'on' }],
    ['a Kubernetes resource', 'apiVersion: v1\nkind: ConfigTest\nchart-dirs: [x]\n', { charts: ['charts/*'] }],
    ['nothing for a key', 'chart-dirs:\nhelm-lint-extra-args: ""\n', { charts: ['charts/*'], lint: 'on' }],
  ])('may hold %s', async (_, text, expected) => {
    expect(await settingsOf(text)).toMatchObject({ ...expected, remarks: [] })
  })

  it('counts after the step and our config file, which is said where they differ', async () => {
    const text = 'chart-dirs: [helm]\ncheck-version-increment: false\n'
    const given = { inputs: { charts: 'charts/*' }, configText: 'defaults:\n  require-bump: true\n' }
    expect(await settingsOf(text, given)).toMatchObject({ charts: ['charts/*'], requireBump: true })
    expect(await remarksOf(text, given)).toEqual([
      '1 `chart-dirs` in ct.yaml does not count, because the input `charts` says something else.',
      '2 `check-version-increment` in ct.yaml does not count, because `defaults.require-bump` in the config file says something else.',
    ])
    expect(await remarksOf(text, { inputs: { charts: './helm/*', 'require-bump': 'false' } })).toEqual([])
  })

  it('is told for what is not followed, by key and line, and not for what happens anyway', async () => {
    const told = await remarksOf(
      [
        'remote: origin\ntarget-branch: main\ndebug: true\nuse-helmignore: true\nvalidate-maintainers: false\nupgrade: false',
        'chart-repos:\n  - bitnami=https://charts.bitnami.com/bitnami',
        'validate-yaml: true\nlint-conf: lintconf.yaml\nadditional-commands: [make]',
        'helm-extra-args: --timeout 600s\nnamespace: test\nvalidate-yml: true',
      ].join('\n'),
    )
    expect(told).toEqual([
      '14 "validate-yml" in ct.yaml is not a setting of chart-testing and does nothing. Did you mean `validate-yaml`?',
      '7 `chart-repos` in ct.yaml is not followed: dependencies come from where Chart.yaml says.',
      ...[9, 10].map((line) => expect.stringMatching(new RegExp(`^${line} .*that check is not made here`))),
      expect.stringMatching(/^11 .*no commands are run from a file/),
      expect.stringMatching(/^12 .*see `lint`/),
      expect.stringMatching(/^13 .*`ct install`/),
    ])
  })

  it('has arguments of lint that are not followed, which are named', async () => {
    const text =
      'helm-lint-extra-args: "--set a=b -f ci/x.yaml --values=y.yaml --skip-schema-validation --strict=false --kube-version 1.31"\n'
    expect(await remarksOf(text)).toEqual([
      '1 `helm-lint-extra-args` in ct.yaml has "--set a=b -f ci/x.yaml --values=y.yaml --skip-schema-validation", which is not followed: values for lint come from files of the chart, see `lint-values`.',
    ])
    expect(await settingsOf(text)).toMatchObject({ lint: 'on', kubeVersion: '1.31' })
  })

  it('may name another branch than a pull request is for, which is said', async () => {
    expect(await remarksOf('target-branch: main\n', { base: 'main' })).toEqual([])
    expect(await remarksOf('target-branch: main\n', { base: 'release-1.x' })).toEqual([
      expect.stringContaining('this pull request is for release-1.x'),
    ])
  })

  it.each([
    ['no YAML', 'chart-dirs: [\n', /^CHART_TESTING_FILE_INVALID ct\.yaml:\d/],
    ['a list', '- charts\n', /^CHART_TESTING_FILE_INVALID ct\.yaml:1/],
    ['a key twice', 'all: true\nall: false\n', /^CHART_TESTING_FILE_INVALID ct\.yaml:2/],
    ['a map for a list', 'chart-dirs: {a: b}\n', /^CHART_TESTING_FILE_INVALID ct\.yaml:1/],
    ['a giant', `# ${'x'.repeat(70_000)}`, /^CHART_TESTING_FILE_INVALID/],
    [
      'a bomb',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nchart-dirs: [*b, *b]\n`,
      /^CHART_TESTING_FILE_INVALID/,
    ],
    [
      'a folder elsewhere',
      'chart-dirs: [../charts]\n',
      /^CHART_TESTING_REFUSED ct\.yaml:1 `chart-dirs` in ct\.yaml is/,
    ],
    ['a path of the machine', 'charts: [/etc]\n', /^CHART_TESTING_REFUSED ct\.yaml:1/],
    ['no switch', 'check-version-increment: perhaps\n', /^CHART_TESTING_REFUSED ct\.yaml:1/],
    ['no version', 'helm-lint-extra-args: --kube-version latest\n', /^CHART_TESTING_REFUSED ct\.yaml:1/],
  ])('is refused at its line where it holds %s', async (_, text, told) => {
    expect(await problemsOf(text)).toEqual([expect.stringMatching(told)])
  })

  it('is bounded in what is told of it', async () => {
    const told = await remarksOf(Array.from({ length: 1000 }, (_, index) => `k${index}: 1`).join('\n'))
    expect(told).toHaveLength(11)
  })
})

describe('where ct.yaml is looked for', () => {
  const readers = (there: Readonly<Record<string, string>>) => {
    const read = async (path: string) => there[path]
    return { config: read, chartReleaser: read, chartTesting: read }
  }

  it('is the top of the repository, as ct does, unless an input names the place', async () => {
    const there = { 'ct.yml': 'all: true', '.github/ct.yaml': 'chart-dirs: [helm]' }
    expect((await settingFiles({}, readers(there))).chartTesting).toEqual({ file: 'ct.yml', text: 'all: true' })
    const named = await settingFiles({ 'ct-config': '.github/ct.yaml' }, readers(there))
    expect(named.chartTesting?.file).toBe('.github/ct.yaml')
    expect((await settingFiles({ 'ct-config': 'none' }, readers(there))).chartTesting).toBeUndefined()
    expect((await settingFiles({ 'ct-config': '../ct.yaml' }, readers(there))).chartTesting).toBeUndefined()
  })

  it('may be named by `config`, which is told with what to write', async () => {
    const found = await settingFiles(
      { config: '.github/ct.yaml' },
      readers({ '.github/ct.yaml': 'chart-dirs: [helm]\n' }),
    )
    expect(found).toMatchObject({ inputs: {}, chartTesting: { file: '.github/ct.yaml', named: true } })
    const { remarks, charts } = await readSettings({ ...found, environment })
    expect(charts).toEqual(['helm/*'])
    expect(remarks[0]?.text).toContain('write `ct-config: .github/ct.yaml` instead')
  })

  it('must hold it if an input names it', async () => {
    const error = await readSettings({ inputs: { 'ct-config': 'ci/ct.yaml' }, environment }).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toMatchObject({
      errors: [{ code: 'CONFIG_FILE_MISSING', message: expect.stringContaining('ci/ct.yaml') }],
    })
  })
})
