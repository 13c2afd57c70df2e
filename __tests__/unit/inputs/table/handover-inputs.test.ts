import { describe, expect, it } from '@jest/globals'
import { inputs } from '../../../../src/inputs/table/table.ts'
import { readSettings } from '../../../../src/inputs.ts'

const environment = { GITHUB_REPOSITORY: 'acme/charts' }
const digest = `sha256:${'a'.repeat(64)}`
const settingsOf = (given: Readonly<Record<string, string>>) => readSettings({ inputs: given, environment })
const codesOf = (given: Readonly<Record<string, string>>) =>
  settingsOf(given).then(
    () => [],
    ({ errors }: { readonly errors: readonly { readonly code: string }[] }) => errors.map(({ code }) => code),
  )

describe('a part of a release', () => {
  it('is all of it by default', async () => {
    const { part, handover, handoverDigest } = await settingsOf({})
    expect([part, handover, handoverDigest]).toEqual([undefined, undefined, undefined])
  })

  it('names what it hands over, or what it was handed', async () => {
    expect(await settingsOf({ part: 'build', handover: '/tmp/a' })).toMatchObject({ part: 'build', handover: '/tmp/a' })
    const given = { part: 'release', handover: '/tmp/a', 'handover-digest': digest }
    expect(await settingsOf(given)).toMatchObject({ part: 'release', handoverDigest: digest })
  })

  it.each([
    ['a folder without a part', { handover: '/tmp/a' }],
    ['a digest without a part', { 'handover-digest': digest }],
    ['a part without a folder', { part: 'build' }],
    ['a release part without a digest', { part: 'release', handover: '/tmp/a' }],
    [
      'a release part that only plans',
      { part: 'release', handover: '/tmp/a', 'handover-digest': digest, mode: 'plan' },
    ],
  ])('is not %s', async (_, given) => {
    expect(await codesOf(given)).toEqual(['INPUT_CONFLICT'])
  })

  it.each([
    ['part', 'both'],
    ['handover', 'relative/folder'],
    ['handover', '/with\na line'],
    ['handover-digest', 'sha256:abc'],
    ['handover-digest', `sha512:${'a'.repeat(64)}`],
  ] as const)('has no %s that is %j', (name, value) => {
    expect(inputs[name].parse(value)).toHaveProperty('allowed')
  })
})
