import { describe, expect, it } from '@jest/globals'
import { configFileOf, inputsIn, readSettings } from '../../../src/inputs.ts'
import { problemsIn, type ReleaseError } from '../../../src/model/errors.ts'
import type { Settings } from '../../../src/settings.ts'
import { settingIn } from '../../support/values/settings.ts'

const gitHub = { GITHUB_REPOSITORY_OWNER: 'Acme' }

function settingsOf(inputs: Record<string, string>, configText?: string): Promise<Settings> {
  return readSettings({ inputs, configText, environment: gitHub })
}

async function problemsOf(
  inputs: Record<string, string>,
  { configText, environment = gitHub }: { configText?: string; environment?: Record<string, string> } = {},
): Promise<readonly ReleaseError[]> {
  try {
    await readSettings({ inputs, configText, environment })
    return []
  } catch (error) {
    return problemsIn(error)
  }
}

describe('without any input', () => {
  it('the settings are the documented defaults', async () => {
    const settings = await settingsOf({})
    const values = Object.entries(settings).filter(([key]) => key in settings.sources)
    expect(Object.fromEntries(values)).toEqual({
      mode: 'release',
      charts: ['charts/*'],
      exclude: [],
      targets: ['oci://ghcr.io/acme/charts'],
      bump: 'auto',
      zeroMajor: 'minor',
      tooLow: 'warn',
      requireBump: true,
      appVersion: { rule: 'keep' },
      appTagPattern: 'v*',
      commit: 'push',
      tagTemplate: '{{ .Name }}-{{ .Version }}',
      versionFromTag: false,
      adopt: false,
      branches: [],
      path: undefined,
      pagesToken: undefined,
      lint: 'on',
      lintValues: ['ci/*-values.yaml'],
      kubeVersion: undefined,
      ctConfig: undefined,
      sign: 'keyless',
      signIndex: false,
      provenance: true,
      publicLog: undefined,
      sigstoreSigningConfig: undefined,
      sigstoreTrustedRoot: undefined,
      sigstoreTimeout: 600_000,
      registryUsername: undefined,
      registryPassword: undefined,
      plainHttp: [],
      tokenRealms: [],
      gpgPassphrase: undefined,
      gpgPrivateKey: undefined,
      releaseNotes: [],
      generateReleaseNotes: false,
      pullRequests: 'one',
      pullRequestLabels: [],
      pullRequestDraft: false,
      helmVersion: undefined,
      githubToken: undefined,
      config: '.github/release-charts.yaml',
      timeout: 7_200_000,
      packagesDir: undefined,
    })
  })

  it('every setting says that it is a default', async () => {
    const settings = await settingsOf({ bump: '', charts: '  \n' })
    expect(settings.sources.bump).toBe('default')
    expect(settings.sources.charts).toBe('default')
  })
})

describe('inputs', () => {
  it('are found in the environment as the runner hands them over', () => {
    expect(inputsIn({ 'INPUT_APP-VERSION': 'sha', INPUT_BUMP: '', PATH: '/bin' })).toEqual({
      'app-version': 'sha',
      bump: '',
    })
  })

  it('are read by their kind', async () => {
    const settings = await settingsOf({
      charts: './charts/*/\n\n  # the operator\n operator/chart \r\n.',
      'public-log': 'TRUE',
      adopt: 'False',
      'sigstore-timeout': ' 90s ',
      'tag-template': 'none',
      'app-version': 'values:image.tag',
      'helm-version': 'v4.3.0',
      'plain-http': 'LOCALHOST:5000\nregistry.internal',
      'token-realms': 'Auth.example.com',
      targets: 'oci://a.example/x/\noci://b.example',
    })
    expect(settings).toMatchObject({
      charts: ['charts/*', 'operator/chart', '.'],
      sources: { charts: 'input', exclude: 'default' },
      publicLog: true,
      adopt: false,
      branches: [],
      sigstoreTimeout: 90_000,
      tagTemplate: '',
      appVersion: { rule: 'values', paths: [['image', 'tag']] },
      helmVersion: '4.3.0',
      plainHttp: ['localhost:5000', 'registry.internal'],
      tokenRealms: ['auth.example.com'],
      targets: ['oci://a.example/x', 'oci://b.example'],
    })
  })

  it.each([
    ['mode', 'chekc', /Did you mean `check`/],
    ['bump', 'automatic', undefined],
    ['zero-major', 'patch', undefined],
    ['too-low', 'refuse', undefined],
    ['bump', 'pacth', /Did you mean `patch`/],
    ['adopt', 'yes', undefined],
    ['adopt', '1', undefined],
    ['adopt', 'tRUE', undefined],
    ['sigstore-timeout', '10', undefined],
    ['sigstore-timeout', '0s', undefined],
    ['sigstore-timeout', '7h', undefined],
    ['helm-version', 'latest', undefined],
    ['helm-version', '4.3', undefined],
    ['helm-version', '3.7.2', undefined],
    ['charts', '../charts/*', undefined],
    ['charts', '/charts', undefined],
    ['charts', 'charts\\app', undefined],
    ['charts', 'charts/*\n!charts/old', /`charts\/old` under `exclude`/],
    ['charts', 'a\na', undefined],
    ['targets', 'ghcr.io/acme/charts', /Did you mean `oci:\/\/ghcr.io\/acme\/charts`/],
    ['targets', 'ftp://x/y', undefined],
    ['targets', 'oci://ghcr.io/Acme/charts', /holds upper-case letters.*oci:\/\/ghcr.io\/acme\/charts/],
    ['targets', 'oic://x/y', /Did you mean `oci:\/\/`/],
    ['plain-http', 'http://localhost:5000', undefined],
    ['tag-template', '{{ .Name }}', undefined],
    ['tag-template', '{{ .Name }}-{{ .AppVersion }}-{{ .Version }}', undefined],
    ['tag-template', 'a b {{ .Version }}', /holds no " "/],
    ['app-version', 'values:', /values:image.tag/],
    ['app-tag-pattern', 'v 1', undefined],
    ['config', '../outside.yaml', undefined],
  ])('%s: %j is refused, with what is allowed', async (name, value, hint) => {
    const [problem, ...others] = await problemsOf({ [name]: value })
    expect(others).toEqual([])
    expect(problem).toMatchObject({ code: 'INPUT_INVALID', kind: 'config' })
    expect(problem?.message).toMatch(new RegExp(`^The input \`${name}\` is .+; allowed: .+\\.$`))
    if (hint) expect(problem?.hint).toMatch(hint)
  })

  it('that do not exist are errors, with the name that was meant', async () => {
    const [slip, stranger] = await problemsOf({ app_version: 'sha', nonsense: 'x' })
    expect(slip).toMatchObject({ code: 'INPUT_UNKNOWN', hint: 'Did you mean `app-version`?' })
    expect(stranger?.hint).toMatch(/^Its inputs are: mode, charts,/)
  })

  it('of later versions do not exist yet', async () => {
    const problems = await problemsOf({ sbom: 'true', 'chart-museum': 'x' })
    expect(problems.map(({ code }) => code)).toEqual(['INPUT_UNKNOWN', 'INPUT_UNKNOWN'])
  })

  it('are all judged at once, with the config file', async () => {
    const problems = await problemsOf(
      { mode: 'x', sign: 'y', foo: 'z' },
      { configText: 'defaults: {bump: q}\nfoo: 1\n' },
    )
    expect(problems.map(({ code }) => code)).toEqual([
      'INPUT_UNKNOWN',
      'INPUT_INVALID',
      'INPUT_INVALID',
      'CONFIG_VALUE_INVALID',
      'CONFIG_KEY_UNKNOWN',
    ])
  })

  it('never show a secret in a problem', async () => {
    const problems = await problemsOf({
      'registry-password': 'hunter2',
      'github-tokn': 'hunter2',
      targets: 'oci://user:hunter2@registry.example/charts',
    })
    expect(problems).toHaveLength(3)
    for (const { message, hint } of problems) expect(`${message} ${hint}`).not.toContain('hunter2')
  })

  it('cannot make a message long or invisible', async () => {
    const [problem] = await problemsOf({ sign: `\u001b[31m\u202e${'x'.repeat(10_000)}` })
    expect(problem?.message.length).toBeLessThan(200)
    expect(problem?.message).toContain('\\u202e')
  })
})

describe('settings that need each other', () => {
  it.each([{ 'registry-username': 'me' }, { 'registry-password': 'x' }])(
    'are refused by halves: %j',
    async (inputs) => {
      const [problem] = await problemsOf(inputs)
      expect(problem).toMatchObject({ code: 'INPUT_CONFLICT' })
      expect(problem?.hint).toContain('name of the secret')
    },
  )

  it.each([
    [{ sign: 'none', targets: 'pages://gh-pages' }, ['sign: none']],
    [{ targets: 'oci://a.example/x' }, ['oci://a.example/x']],
    [{ sign: 'none' }, ['sign: none', 'oci://ghcr.io/acme/charts']],
    [{ targets: 'oci://a.example/x\npages://gh-pages' }, []],
    [{ targets: 's3://bucket?region=eu-central-1' }, []],
    [{ targets: 'dir:charts' }, []],
  ])('a signed index needs signatures and an index: %j', async (inputs, found) => {
    const problems = await problemsOf({ 'sign-index': 'true', ...inputs })
    expect(problems.map(({ code }) => code)).toEqual(found.map(() => 'INPUT_CONFLICT'))
    for (const [index, words] of found.entries()) expect(problems[index]?.message).toContain(words)
    expect(await problemsOf({ 'sign-index': 'false', ...inputs })).toEqual([])
  })

  it.each([
    [{ sign: 'none', provenance: 'true' }, undefined, 1],
    [{ sign: 'none' }, 'defaults:\n  provenance: true\n', 1],
    [{ provenance: 'true' }, 'defaults:\n  sign: none\n', 1],
    [{ sign: 'none' }, undefined, 0],
    [{ sign: 'none', provenance: 'false' }, undefined, 0],
    [{ provenance: 'true' }, undefined, 0],
  ])('build provenance needs signatures: %j and %j', async (inputs, configText, count) => {
    const problems = await problemsOf(inputs, configText === undefined ? {} : { configText })
    expect(problems.map(({ code }) => code)).toEqual(Array(count).fill('INPUT_CONFLICT'))
    for (const { message } of problems) expect(message).toContain('`sign: none` forbids signatures')
  })

  it('one password is for one registry', async () => {
    const login = { 'registry-username': 'me', 'registry-password': 'x' }
    const two = await problemsOf({ ...login, targets: 'oci://a.example/x\noci://b.example/x' })
    expect(two[0]?.message).toBe(
      '`registry-username` needs exactly one registry, and the OCI targets are on a.example and b.example.',
    )
    expect(await problemsOf({ ...login, targets: 'oci://a.example/x\noci://A.example/y' })).toEqual([])
  })

  it('a version gets one GitHub Release', async () => {
    const [problem, ...others] = await problemsOf({
      targets: 'oci://a.example/x\npages://gh-pages?packages=releases\nreleases://acme/charts',
    })
    expect(others).toEqual([])
    expect(problem).toMatchObject({
      code: 'INPUT_CONFLICT',
      hint: 'Take releases://acme/charts out of `targets`.',
    })
    for (const targets of ['oci://a.example/x\nreleases://acme/charts', 'pages://gh-pages\nreleases://acme/charts'])
      expect(await problemsOf({ targets })).toEqual([])
  })

  it('another server has neither a registry nor the public Sigstore', async () => {
    const environment = { ...gitHub, GITHUB_SERVER_URL: 'https://git.acme.example' }
    const [missing] = await problemsOf({}, { environment })
    expect(missing).toMatchObject({ code: 'INPUT_MISSING', hint: 'targets: oci://registry.example.com/charts' })
    const [sigstore] = await problemsOf({ targets: 'oci://r.example/charts' }, { environment })
    expect(sigstore).toMatchObject({ code: 'SIGSTORE_NO_PUBLIC_INSTANCE', kind: 'config' })
    expect(await problemsOf({ targets: 'oci://r.example/charts', sign: 'none' }, { environment })).toEqual([])
  })
})

describe('precedence', () => {
  const configText = 'defaults:\n  bump: minor\n  sign: none\n'

  it('is input, config file, default, and each setting tells', async () => {
    const settings = await settingsOf({ bump: 'major' }, configText)
    expect(settingIn(settings, 'bump')).toEqual({ value: 'major', source: 'input' })
    expect(settingIn(settings, 'sign')).toEqual({ value: 'none', source: 'config' })
    expect(settingIn(settings, 'commit')).toEqual({ value: 'push', source: 'default' })
  })

  it('does not hide a wrong value in the config file that an input overrules', async () => {
    const problems = await problemsOf({ bump: 'major' }, { configText: 'defaults: {bump: q}' })
    expect(problems.map(({ code }) => code)).toEqual(['CONFIG_VALUE_INVALID'])
  })
})

describe('the config file', () => {
  it('may be missing where nobody named it', async () => {
    expect(await problemsOf({})).toEqual([])
    const [problem] = await problemsOf({ config: 'ci/charts.yaml' })
    expect(problem).toMatchObject({ code: 'CONFIG_FILE_MISSING' })
    expect(problem?.message).toContain('ci/charts.yaml')
  })

  it('is where the input says', () => {
    expect(configFileOf({})).toBe('.github/release-charts.yaml')
    expect(configFileOf({ config: ' ci/charts.yaml ' })).toBe('ci/charts.yaml')
    expect(configFileOf({ config: '/etc/passwd' })).toBe('.github/release-charts.yaml')
  })
})

describe('whether a check requires that a version is raised', () => {
  const required = async (inputs: Record<string, string>, configText?: string) => {
    const settings = await settingsOf(inputs, configText)
    return [settings.requireBump, settings.effective['require-bump']]
  }

  it('is so by default, and not where people raise it later', async () => {
    expect(await required({})).toEqual([true, { value: 'true', source: 'default' }])
    expect(await required({ bump: 'manual' })).toEqual([false, { value: 'false', source: 'default' }])
  })

  it('is as it is given in any case', async () => {
    expect(await required({ bump: 'manual', 'require-bump': 'true' })).toEqual([
      true,
      { value: 'true', source: 'input' },
    ])
    const configText = 'defaults: { bump: manual, require-bump: true }'
    expect(await required({}, configText)).toEqual([true, { value: 'true', source: 'config' }])
  })
})
