import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readSettings } from '../../../../src/inputs.ts'
import { problemsIn } from '../../../../src/model/errors.ts'
import { settingIn } from '../../../support/values/settings.ts'

const environment = { GITHUB_REPOSITORY_OWNER: 'acme' }
const read = (configText: string) => readSettings({ inputs: {}, configText, environment })

const placed = (line: number, column: number) => ({ file: '.github/release-charts.yaml', line, column })

/** Problems as `line:column CODE message | hint`. */
async function problemsOf(configText: string): Promise<readonly string[]> {
  try {
    await read(configText)
    return []
  } catch (error) {
    return problemsIn(error).map(({ at, code, message, hint }) =>
      [`${at?.line}:${at?.column} ${code} ${message}`, ...(hint === undefined ? [] : [hint])].join(' | '),
    )
  }
}

describe('a config file', () => {
  it('sets what holds for all charts and for single ones', async () => {
    const settings = await read(`
defaults:
  charts: [charts/*, operator]
  version-from-tag: true
charts:
  app:
    bump: minor
    zero-major: major
    app-version: 'values:image.tag'
  ./charts/worker/:
    app-version: sha
    app-paths: [src/**]
    unlocked: allow
dependencies:
  schemes: [http]
  private-hosts: [Charts.internal:8080]
trusted-signers:
  - issuer: https://token.actions.githubusercontent.com
    subject: https://github.com/acme/old/*
`)
    expect(settingIn(settings, 'charts')).toEqual({ value: ['charts/*', 'operator'], source: 'config' })
    expect(settingIn(settings, 'versionFromTag')).toEqual({ value: true, source: 'config' })
    expect(settings.perChart).toEqual({
      app: {
        bump: 'minor',
        zeroMajor: 'major',
        appVersion: { rule: 'values', paths: [['image', 'tag']] },
        at: { file: '.github/release-charts.yaml', line: 6, column: 3 },
        given: {
          bump: { value: 'minor', at: placed(7, 11) },
          'zero-major': { value: 'major', at: placed(8, 17) },
          'app-version': { value: 'values:image.tag', at: placed(9, 18) },
        },
      },
      'charts/worker': {
        appVersion: { rule: 'sha' },
        appPaths: ['src/**'],
        unlocked: 'allow',
        at: { file: '.github/release-charts.yaml', line: 10, column: 3 },
        given: {
          'app-version': { value: 'sha', at: placed(11, 18) },
          'app-paths': { value: 'src/**', at: placed(12, 16) },
          unlocked: { value: 'allow', at: placed(13, 15) },
        },
      },
    })
    expect(settings.dependencies).toEqual({ schemes: ['http'], privateHosts: ['charts.internal:8080'] })
    expect(settings.trustedSigners).toEqual([
      { issuer: 'https://token.actions.githubusercontent.com', subject: 'https://github.com/acme/old/*' },
    ])
  })

  it('gives repositories the names that charts use for them', async () => {
    const { dependencies } = await read(
      'dependencies:\n  repositories:\n    bitnami: https://charts.bitnami.com/bitnami\n    toString: http://charts.internal:8080\n',
    )
    expect(dependencies.repositories).toEqual(
      new Map([
        ['bitnami', 'https://charts.bitnami.com/bitnami'],
        ['toString', 'http://charts.internal:8080'],
      ]),
    )
  })

  it.each([
    ['"@bitnami": https://x.test', 'the name "@bitnami"', 'Write `bitnami`.'],
    ['"a/b": https://x.test', 'the name "a/b"', undefined],
    ['a: charts.bitnami.com', '"charts.bitnami.com"', undefined],
    [
      'a: oci://ghcr.io/acme',
      '"oci://ghcr.io/acme"',
      'A registry needs no name: write its address, `oci://…`, into Chart.yaml.',
    ],
    [
      'a: https://ada:hunter2@x.test',
      'an address with a login',
      'Add it with its login in an earlier step: `helm repo add NAME URL --username … --password-stdin`.',
    ],
  ])('tells what is wrong with a named repository: %s', async (line, found, hint) => {
    const [problem, ...others] = await problemsOf(`dependencies:\n  repositories:\n    ${line}\n`)
    expect(others).toEqual([])
    expect(problem).toMatch(/^3:\d+ CONFIG_VALUE_INVALID /)
    expect(problem).toContain(`is ${found}; allowed: a name without`)
    expect(problem).not.toContain('hunter2')
    if (hint) expect(problem).toContain(` | ${hint}`)
  })

  it.each(['', '# nothing yet\n', '{}', '---\n...\n'])('may be empty: %j', async (text) => {
    expect(await problemsOf(text)).toEqual([])
  })

  it('tells every problem with its line and column, in the order of the file', async () => {
    expect(
      await problemsOf(`defaults:
  bmup: minor
  bump: pacth
  charts: charts/*
  helm-version: 4.3
  registry-password: hunter2
  adopt: "true"
bump: patch
charts:
  app:
    bump: minr
    unlocked: maybe
  lib:
trusted-signers:
  - issuer: http://insecure
    subjekt: b
`),
    ).toEqual([
      '2:3 CONFIG_KEY_UNKNOWN `defaults.bmup` is not a key of the config file. | Did you mean `bump`?',
      '3:9 CONFIG_VALUE_INVALID `defaults.bump` in the config file is "pacth"; allowed: `auto`, `conventional`, `calver`, `patch`, `minor`, `major`, `manual`, `none`. | Did you mean `patch`?',
      '4:11 CONFIG_VALUE_INVALID `defaults.charts` in the config file is "charts/*"; allowed: a list. | Write `charts: ["charts/*"]`.',
      '5:17 CONFIG_VALUE_INVALID `defaults.helm-version` in the config file is the number 4.3; allowed: text. | Put it in quotes: `helm-version: "4.3"`.',
      '6:3 CONFIG_KEY_UNKNOWN `defaults.registry-password` is not a key of the config file. | Give `registry-password` as an input of the step, under `with:`.',
      '7:10 CONFIG_VALUE_INVALID `defaults.adopt` in the config file is "true"; allowed: `true`, `false`. | Remove the quotes.',
      '8:1 CONFIG_KEY_UNKNOWN `bump` is not a key of the config file. | Put it under `defaults:`, as `defaults.bump`.',
      '11:11 CONFIG_VALUE_INVALID `charts.app.bump` in the config file is "minr"; allowed: `auto`, `conventional`, `calver`, `patch`, `minor`, `major`, `manual`, `none`. | Did you mean `minor`?',
      '12:15 CONFIG_VALUE_INVALID `charts.app.unlocked` in the config file is "maybe"; allowed: `allow`, `refuse`.',
      '13:3 CONFIG_VALUE_INVALID `charts.lib` in the config file is empty; allowed: a map of keys.',
      '15:13 CONFIG_VALUE_INVALID `trusted-signers[0].issuer` in the config file is "http://insecure"; allowed: an `https://` address.',
      '15:5 CONFIG_VALUE_INVALID `trusted-signers[0].subject` in the config file is missing; allowed: text.',
      '16:5 CONFIG_KEY_UNKNOWN `trusted-signers[0].subjekt` is not a key of the config file. | Did you mean `subject`?',
    ])
  })

  it('names a key only once', async () => {
    const [problem] = await problemsOf('defaults:\n  bump: patch\n  bump: minor\n')
    expect(problem).toMatch(/^3:3 CONFIG_FILE_INVALID The config file is not valid YAML: Map keys must be unique/)
  })

  it.each([
    ['conflict markers', '<<<<<<< ours\nbump: a\n=======\n'],
    ['a tab', 'defaults:\n\tbump: patch\n'],
    ['two documents', 'defaults: {}\n---\ndefaults: {}\n'],
    ['an alias of nothing', 'defaults: *nowhere\n'],
    ['too many aliases', `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(30)}]\nc: [${'*b,'.repeat(30)}]\n`],
    ['a megabyte', `# ${'x'.repeat(1_000_001)}\n`],
  ])('with %s is refused', async (_, text) => {
    const problems = await problemsOf(text)
    expect(problems.join('\n')).toContain('CONFIG_FILE_INVALID')
  })

  it.each(['- a\n', 'text', '7'])('that is no map is refused: %j', async (text) => {
    expect((await problemsOf(text))[0]).toMatch(/CONFIG_VALUE_INVALID The config file is .+; allowed: a map of keys\./)
  })

  it('cannot reach into objects by the names of keys', async () => {
    const settings = await read('charts:\n  __proto__:\n    bump: minor\n  constructor:\n    bump: major\n')
    expect({}).not.toHaveProperty('bump')
    expect(settings.perChart.constructor).toMatchObject({ bump: 'major' })
  })

  it('fails with problems or not at all, whatever it holds', async () => {
    const word = fc.constantFrom(
      'defaults',
      'charts',
      'bump',
      'app-paths',
      'x',
      '""',
      '~',
      '1',
      '- a',
      '[',
      '{',
      '&a',
      '*a',
      '!!int',
      '|',
    )
    const line = fc.tuple(fc.constantFrom('', '  ', '    '), word, fc.constantFrom(':', ': ', ' ', ': "'), word)
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          line.map((parts) => parts.join('')),
          { maxLength: 6 },
        ),
        async (lines) => {
          for (const problem of await problemsOf(lines.join('\n'))) expect(problem).not.toContain('BUG_UNEXPECTED')
        },
      ),
      { numRuns: 500 },
    )
  })
})
