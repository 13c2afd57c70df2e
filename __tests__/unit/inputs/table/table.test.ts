import { describe, expect, it } from '@jest/globals'
import { inputTable, secretInputs } from '../../../../src/inputs/table/table.ts'
import { readSettings } from '../../../../src/inputs.ts'
import { problemsIn } from '../../../../src/model/errors.ts'
import { createSecrets, secretsIn } from '../../../../src/platform/secrets/secrets.ts'

const environment = { GITHUB_REPOSITORY_OWNER: 'acme' }

describe('the effective settings of a plan', () => {
  it('are those that decide what is released, by the names of the inputs and in their order', async () => {
    const { effective } = await readSettings({ inputs: {}, environment })
    expect(Object.keys(effective).join(' ')).toBe(
      'mode charts exclude targets bump zero-major too-low require-bump app-version app-tag-pattern commit verified-commits release-notes tag-template version-from-tag adopt pull-requests pull-request-labels pull-request-draft release-notes-file generate-release-notes lint lint-values kube-version branches path sign sign-index provenance public-log helm-version config ct-config packages-dir',
    )
  })

  it('say the value as the user would, and where it comes from', async () => {
    const inputs = { charts: 'a\nb', 'app-version': 'values:image.tag,tag', adopt: 'true' }
    const configText = 'defaults: {bump: minor}'
    const { effective } = await readSettings({ inputs, configText, environment })
    expect(effective).toMatchObject({
      charts: { value: 'a, b', source: 'input' },
      'app-version': { value: 'values:image.tag,tag', source: 'input' },
      adopt: { value: 'true', source: 'input' },
      bump: { value: 'minor', source: 'config' },
      'helm-version': { value: '', source: 'default' },
    })
  })
})

describe('an input that is secret', () => {
  const value = 'k7Q-zzTop-0815-secret'

  it.each(secretInputs)('%s is neither shown in the plan nor in a problem', async (name) => {
    const login = name === 'registry-password' ? { 'registry-username': 'ada' } : {}
    const told = await readSettings({ inputs: { ...login, [name]: value, mode: 'plan' }, environment })
      .then(({ effective }) => JSON.stringify(effective))
      .catch((thrown: unknown) => problemsIn(thrown).map(({ message, hint }) => `${message} ${hint}`))
    expect(String(told)).not.toContain(value)
  })

  it.each(secretInputs)('%s is masked in the log and redacted from files', (name) => {
    const masked: string[] = []
    const secrets = createSecrets((text) => masked.push(text))
    for (const secret of secretsIn({ [`INPUT_${name.toUpperCase()}`]: value }, secretInputs)) secrets.add(secret)
    expect(masked).toEqual([value])
    expect(secrets.redact(`It was ${value}.`)).toBe('It was ***.')
  })

  it('can be given by a step only, never by the config file', () => {
    const inFile = secretInputs.filter((name) => inputTable[name]?.config !== undefined)
    expect(inFile).toEqual([])
  })

  it.each(Object.keys(inputTable))('%s is one if its name sounds like it', (name) => {
    if (/password|passphrase|private-key|secret|token$/.test(name)) expect(secretInputs).toContain(name)
  })
})
