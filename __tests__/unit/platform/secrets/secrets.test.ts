import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createSecrets, ordinarySecretsIn, secretsIn } from '../../../../src/platform/secrets/secrets.ts'

function secretsWith(...values: string[]) {
  const told: string[] = []
  const secrets = createSecrets((value) => told.push(value))
  for (const value of values) secrets.add(value)
  return { secrets, told }
}

const secretText = fc
  .string({ unit: 'grapheme-ascii', minLength: 12, maxLength: 40 })
  .filter((text) => text.trim().length >= 12)

describe('secrets', () => {
  it('are told to the runner once, blank ones never', () => {
    const { told } = secretsWith('s3cret-value', '', '  \n', 's3cret-value')
    expect(told).toEqual(['s3cret-value'])
  })

  it.each([
    ['as it is', (secret: string) => secret],
    ['in JSON', (secret: string) => JSON.stringify({ secret })],
    ['in an address', (secret: string) => `https://x/?q=${encodeURIComponent(secret)}`],
    ['in a form', (secret: string) => new URLSearchParams({ secret }).toString()],
    [
      'in a path with small hex digits',
      (s: string) => encodeURIComponent(s).replace(/%../g, (hex) => hex.toLowerCase()),
    ],
  ])('are not shown %s', (_, form) => {
    fc.assert(
      fc.property(secretText, (secret) => {
        const shown = secretsWith(secret).secrets.redact(form(secret))
        expect(shown).toContain('***')
        expect(shown).not.toContain(secret.trim())
      }),
    )
  })

  it('are not shown in base64, wherever they stand in the encoded text', () => {
    fc.assert(
      fc.property(secretText, fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), (secret, before, after) => {
        const encoded = Buffer.from(before + secret.trim() + after).toString('base64')
        const shown = secretsWith(secret).secrets.redact(`Basic ${encoded}`)
        expect(shown).toContain('***')
        // At most the characters that also hold bits of the neighbours are left.
        const left = encoded.length - shown.replace('Basic ', '').replace('***', '').length
        expect(left).toBeGreaterThanOrEqual(Math.floor((Buffer.byteLength(secret.trim()) * 8) / 6) - 1)
      }),
    )
  })

  it('are not shown line by line', () => {
    const { secrets } = secretsWith('-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\n-----END KEY-----\n')
    expect(secrets.redact('a line of it: MIIEvQIBADANBgkqhkiG9w0B.')).toBe('a line of it: ***.')
  })

  it('hide the longer one where one holds the other', () => {
    expect(secretsWith('token-1', 'token-1234').secrets.redact('token-1234')).toBe('***')
  })

  it.each([
    'charts',
    'a',
    '1',
    'true',
    '0.1.0',
    'released',
    'ghcr.io/acme',
    'kube-prometheus-stack',
    'Charts',
    'registry.example.com:5000',
  ])(
    'are hidden in sentences and left in data if they are ordinary words, which the runner is not told: %s',
    (word) => {
      const { secrets, told } = secretsWith(word)
      expect(told).toEqual([])
      expect(secrets.redact(`It says: ${word}, and "${word}"!`)).toBe('It says: ***, and "***"!')
      const data = JSON.stringify({
        schema: 1,
        charts: [{ name: word, reference: `oci://ghcr.io/acme/${word}:0.1.0` }],
      })
      expect(secrets.redactData(data)).toBe(data)
    },
  )

  it('are hidden in data as well if they are no words', () => {
    const { secrets, told } = secretsWith('s3cret-value')
    expect(told).toEqual(['s3cret-value'])
    expect(secrets.redactData('oci://host/s3cret-value:1')).toBe('oci://host/***:1')
  })

  it('of ordinary words are left within other words, and hidden in Base64', () => {
    const { secrets } = secretsWith('charts')
    expect(secrets.redact('flowcharts and Charts stay')).toBe('flowcharts and Charts stay')
    expect(secrets.redact(`Basic ${Buffer.from('charts').toString('base64')}`)).toBe('Basic ***')
  })

  it('hide a longer one that holds an ordinary word', () => {
    expect(secretsWith('ada', 'x-ada-0815-K9q').secrets.redact('x-ada-0815-K9q of ada')).toBe('*** of ***')
  })

  it('of several lines are told to the runner line by line, but for brackets and words', () => {
    const { told } = secretsWith('{\n  "type": "service_account",\n  "private_key": "MIIEvQIBADANBg"\n}\nname\n')
    expect(told).toEqual(['  "type": "service_account",', '  "private_key": "MIIEvQIBADANBg"'])
  })

  it('are known by a beginning only if that is no ordinary word', () => {
    const { secrets } = secretsWith('released-K9x7')
    expect(secrets.redactData('released')).toBe('released')
    expect(secrets.redactData('released-')).toBe('released-')
    expect(secrets.redactData('released-K9x')).toBe('***')
    expect(secrets.redactData('released-K9x7')).toBe('***')
  })

  it('of the environment are those of their names, and logins in addresses', () => {
    const environment = {
      'INPUT_REGISTRY-PASSWORD': 'charts',
      SSH_PRIVATE_KEY: 'of-the-key-0815',
      all_proxy: 'http://ada:p%40ss-0815@proxy:3128',
      MIRROR: 'see https://ghp_4711TokenAsUserName@git.example/a',
      HOME: '/home/ada',
    }
    expect(secretsIn(environment, ['registry-password'])).toEqual([
      'charts',
      'of-the-key-0815',
      'p%40ss-0815',
      'p@ss-0815',
      'ghp_4711TokenAsUserName',
      'ghp_4711TokenAsUserName',
    ])
    expect(ordinarySecretsIn(environment, ['registry-password'])).toEqual(['registry-password'])
  })

  it('are the inputs that are secret, whatever their names, and misspelt ones that sound like it', () => {
    const environment = { 'INPUT_COSIGN-SEED': 'charts', 'INPUT_COSIGN-TOKEN': 'chart', 'INPUT_COSIGN-SIZE': 'large' }
    expect(secretsIn(environment, ['cosign-seed'])).toEqual(['charts', 'chart'])
    expect(ordinarySecretsIn(environment, ['cosign-seed'])).toEqual(['cosign-seed', 'cosign-token'])
  })

  it('leave other text alone', () => {
    expect(secretsWith('abc').secrets.redact('Nothing to see; AbC, YWJj.')).toBe('Nothing to see; AbC, YWJj.')
  })
})
