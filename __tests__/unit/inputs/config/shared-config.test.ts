import { describe, expect, it } from '@jest/globals'
import { configurable } from '../../../../src/inputs/table/table.ts'
import { readSettings } from '../../../../src/inputs.ts'
import { problemsIn } from '../../../../src/model/errors.ts'

const file = { repository: 'acme/.github', path: 'charts.yaml', commit: '0123456789'.repeat(4) }
const environment = { GITHUB_REPOSITORY: 'acme/charts' }

const settingsOf = (text: string, more: Partial<Parameters<typeof readSettings>[0]> = {}) =>
  readSettings({ inputs: {}, environment, sharedConfig: { ...file, text }, ...more })

async function problemsOf(text: string) {
  try {
    await settingsOf(text)
    return []
  } catch (error) {
    return problemsIn(error).map(({ code, message, at }) => [code, message, at])
  }
}

async function isRefused(name: string): Promise<boolean> {
  const values = ['x', 'true', '[x]']
  const found = await Promise.all(values.map((value) => problemsOf(`defaults:\n  ${name}: ${value}\n`)))
  return found.some((problems) => problems.some(([code]) => code === 'SHARED_CONFIG_REFUSED'))
}

describe('a shared config file', () => {
  it('comes before chart-releaser’s settings, and after the own file', async () => {
    const settings = await settingsOf('defaults:\n  commit: none\n  targets: [oci://ghcr.io/acme/all]\n', {
      configText: 'defaults:\n  commit: pull-request\n',
    })
    expect([settings.commit, settings.sources.commit]).toEqual(['pull-request', 'config'])
    expect([settings.targets, settings.sources.targets]).toEqual([['oci://ghcr.io/acme/all'], 'shared-config'])
  })

  it('may set everything about how charts are released, and nothing else', async () => {
    const refused = ['adopt', 'sign', 'public-log', 'plain-http', 'token-realms']
    const sigstore = configurable.filter((name) => name.startsWith('sigstore-'))
    const told = await Promise.all(configurable.map(async (name) => ((await isRefused(name)) ? [name] : [])))
    expect(told.flat().sort()).toEqual([...refused, ...sigstore].sort())
  })

  it.each([
    'trusted-signers: [{ issuer: https://x.example, subject: x }]',
    'dependencies: { private-hosts: [10.0.0.1] }',
    'charts: { app: { bump: major } }',
    ...['sign: none', 'adopt: true', 'public-log: true', 'sigstore-signing-config: x', 'sigstore-trusted-root: x'],
    ...['sigstore-timeout: 1m', 'plain-http: [x.example]', 'token-realms: [x.example]'],
  ])('must not say %s', async (line) => {
    const key = line.split(':')[0] ?? ''
    const isDefault = configurable.includes(key) && key !== 'charts'
    const named = isDefault ? `defaults.${key}` : key
    expect(await problemsOf(isDefault ? `defaults:\n  ${line}\n` : `${line}\n`)).toEqual([
      [
        'SHARED_CONFIG_REFUSED',
        `acme/.github/charts.yaml@012345678901 sets \`${named}\`, which only a repository sets for itself.`,
        undefined,
      ],
    ])
  })

  it('tells what is wrong in it with its place in words, for it is no file of this repository', async () => {
    expect(await problemsOf('defaults:\n  bump: nonsense\n  colour: red\n')).toEqual([
      ['CONFIG_KEY_UNKNOWN', expect.stringContaining('acme/.github/charts.yaml@012345678901:3'), undefined],
      ['CONFIG_VALUE_INVALID', expect.stringContaining('acme/.github/charts.yaml@012345678901:2'), undefined],
    ])
  })
})
