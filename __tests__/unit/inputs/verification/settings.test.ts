import { describe, expect, it } from '@jest/globals'
import { readVerificationSettings } from '../../../../src/inputs/verification/settings.ts'
import { problemsIn } from '../../../../src/model/errors.ts'

const chart = 'oci://ghcr.io/acme/charts/app:1.2.3'
const given = { chart, repository: 'acme/charts' }
const read = (inputs: Readonly<Record<string, string>>, environment = {}) =>
  readVerificationSettings(inputs, environment)
const problems = (inputs: Readonly<Record<string, string>>): readonly string[] => {
  try {
    read(inputs)
    return []
  } catch (thrown) {
    return problemsIn(thrown).map(({ code, message }) => `${code} ${message}`)
  }
}

describe('the inputs of the action in verify/', () => {
  it('have defaults that accept any branch and tag of the repository, and nobody else', () => {
    expect(read(given)).toMatchObject({
      require: ['signature'],
      wait: 0,
      expected: {
        issuer: 'https://token.actions.githubusercontent.com',
        by: { repositoryUrl: 'https://github.com/acme/charts', refs: ['refs/heads/**', 'refs/tags/**'] },
      },
    })
  })

  it.each([
    ['https://charts.acme.example', 'Write the address as `repository-url`, and the name of the chart as `chart`.'],
    ['releases://acme/charts', 'gh attestation verify app-1.2.3.tgz --repo acme/charts'],
    ['https://github.com/acme/charts/releases/download/a-1/a-1.tgz', 'A GitHub Release is not a repository of charts.'],
  ])('say where a chart is given that is neither in a registry nor a name: %s', (address, hint) => {
    const error = (() => {
      try {
        return read({ ...given, chart: address })
      } catch (thrown) {
        return problemsIn(thrown)[0]
      }
    })()
    expect(error).toMatchObject({ code: 'INPUT_INVALID', hint: expect.stringContaining(hint) })
  })

  it.each([
    ['release.yml', { workflow: 'https://github.com/acme/charts/.github/workflows/release.yml' }],
    ['.github/workflows/release.yml', { workflow: 'https://github.com/acme/charts/.github/workflows/release.yml' }],
    [
      'central/ci/.github/workflows/r.yml@refs/tags/v1*',
      { workflow: 'https://github.com/central/ci/.github/workflows/r.yml', workflowRef: 'refs/tags/v1*' },
    ],
  ])('take the workflow %s', (workflow, by) => {
    expect(read({ ...given, workflow }).expected?.by).toMatchObject(by)
  })

  it('follow the server of this workflow, or that of the address', () => {
    const environment = { GITHUB_SERVER_URL: 'https://ghe.acme.example' }
    const { issuer, by } = read(given, environment).expected ?? {}
    expect(issuer).toBe('https://ghe.acme.example/_services/token')
    expect(by).toMatchObject({ repositoryUrl: 'https://ghe.acme.example/acme/charts' })
    const elsewhere = read({ ...given, repository: 'https://github.com/acme/charts' }, environment).expected
    expect(elsewhere).toMatchObject({ issuer: 'https://token.actions.githubusercontent.com' })
  })

  it('take an identity that is not a workflow', () => {
    const inputs = { chart, identity: 'release@acme.example', issuer: 'https://accounts.google.com' }
    expect(read(inputs).expected).toEqual({ issuer: inputs.issuer, by: { subject: inputs.identity } })
  })

  it('need nobody to have signed keylessly if only an OpenPGP key is required', () => {
    expect(read({ chart, require: 'gpg', keyring: 'keys.gpg' }).expected).toBeUndefined()
  })
})

describe('inputs are refused', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['without a chart', { repository: 'acme/charts' }, 'INPUT_MISSING The input `chart`'],
    ['without anybody who is to have signed', { chart }, 'INPUT_MISSING The input `repository`'],
    ['with a slip of the pen', { ...given, repositry: 'x' }, 'INPUT_UNKNOWN'],
    ['with an unknown requirement', { ...given, require: 'signatures' }, 'INPUT_INVALID'],
    ['without requirements', { ...given, require: '#' }, 'INPUT_INVALID'],
    ['with a web address as chart', { ...given, chart: 'https://x.example/app' }, 'INPUT_INVALID'],
    ['with a name and no repository', { ...given, chart: 'app' }, 'INPUT_CONFLICT'],
    ['with a registry and a repository', { ...given, 'repository-url': 'https://x.example' }, 'INPUT_CONFLICT'],
    ['with two versions', { ...given, version: '1.2.3' }, 'INPUT_CONFLICT'],
    ['with the index of a registry', { ...given, require: 'index' }, 'INPUT_CONFLICT'],
    ['with a version that is none', { ...given, chart: 'oci://ghcr.io/acme/app', version: 'newest' }, 'INPUT_INVALID'],
    ['with a repository that is a pattern', { ...given, repository: 'acme/*' }, 'INPUT_INVALID'],
    ['with a short ref', { ...given, ref: 'main' }, 'INPUT_INVALID'],
    ['with a workflow that is a pattern for a folder', { ...given, workflow: '.github/**' }, 'INPUT_INVALID'],
    ['with an identity of anybody', { chart, identity: '*', issuer: 'https://x.example' }, 'INPUT_INVALID'],
    ['with an identity by anybody', { chart, identity: 'me@acme.example' }, 'INPUT_CONFLICT'],
    [
      'with an identity and a repository',
      { ...given, identity: 'me@acme.example', issuer: 'https://x.example' },
      'INPUT_CONFLICT',
    ],
    ['with half a login', { ...given, 'registry-username': 'me' }, 'INPUT_CONFLICT'],
    ['without a keyring for gpg', { ...given, require: 'gpg' }, 'INPUT_MISSING The input `keyring`'],
  ])('%s', (_what, inputs, start) => {
    expect(problems(inputs)).toEqual([expect.stringContaining(start)])
  })

  it('all together', () => {
    expect(problems({ chart: 'https://x', version: '?', require: 'x', repository: 'x' })).toHaveLength(4)
  })
})
